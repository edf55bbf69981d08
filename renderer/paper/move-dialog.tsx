import { useState } from 'react';
import { useCall, useSend } from '../app/call.ts';
import { useScanEntry } from '../app/scanner.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  Dialog,
  DialogButtons,
  ErrorNote,
  notify,
  TextField,
} from '../components/index.ts';
import { useSettled } from '../components/settled.ts';

export type MovingDeed = 'move' | 'check_in' | 'found';
const channels = { move: 'paper.move', check_in: 'paper.checkIn', found: 'paper.reportFound' } as const;

/** Where something goes: scan the label of the place, or find it. */
export function MoveDialog({
  deed,
  entryIds,
  onClose,
}: {
  deed: MovingDeed;
  entryIds: readonly string[];
  onClose(): void;
}) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const places = useCall('paper.listEntries', {
    parentId: null,
    depth: 'below',
    kinds: ['site', 'room', 'shelf', 'box', 'folder'],
    states: [],
    search,
    limit: 8,
    offset: 0,
  });
  const send = useSend(channels[deed]);
  const go = (toId: string | null) =>
    send.mutate(
      { entryIds: [...entryIds], toId },
      {
        onSuccess: () => {
          notify(text(`paper.deed.${deed}.done`, { count: entryIds.length }));
          onClose();
        },
      },
    );
  useScanEntry(({ entryId }) => go(entryId));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text(`paper.deed.${deed}.title`, { count: entryIds.length })}
      size="wide"
    >
      <div className="stack">
        <p>{text('paper.move.lead')}</p>
        {deed === 'move' ? null : (
          <Button kind="primary" onPress={() => go(null)} isBusy={send.isPending}>
            {text('paper.move.where_it_belongs')}
          </Button>
        )}
        <TextField
          label={text('paper.move.search')}
          type="search"
          value={typed}
          onChange={setTyped}
          maxLength={60}
        />
        <Answered query={places}>
          {({ entries }) => (
            <ul className="paper-targets">
              {entries.map(({ entryId, code, kind, title }) => (
                <li key={entryId}>
                  <button
                    type="button"
                    className="paper-target"
                    onClick={() => go(entryId)}
                    disabled={send.isPending}
                  >
                    <strong>{code}</strong>
                    <span className="quiet">
                      {text(`paper.kind.${kind}`)}
                      {title === '' ? '' : ` · ${title}`}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Answered>
        <ErrorNote error={send.error?.error ?? null} />
      </div>
      <DialogButtons>
        <Button onPress={onClose}>{text('common.cancel')}</Button>
      </DialogButtons>
    </Dialog>
  );
}
