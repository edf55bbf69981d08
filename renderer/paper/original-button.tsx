import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCall, useSend } from '../app/call.ts';
import { useScanEntry } from '../app/scanner.ts';
import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  Checkbox,
  Dialog,
  DialogButtons,
  ErrorNote,
  notify,
  TextField,
} from '../components/index.ts';
import { useSettled } from '../components/settled.ts';
import { LabelDialog } from './label-dialog.tsx';
import './paper.css';

/** Where the signed original of a consent on paper lies, and the way to say it. */
export function OriginalOfConsent({ personId, consentId }: { personId: string; consentId: string }) {
  const text = useText();
  const may = useMay();
  const [isAsking, setAsking] = useState(false);
  const query = useCall('paper.originalsOfPerson', { personId }, { enabled: may('paper.read') });
  const original = query.data?.originals.find((each) => each.consentId === consentId);
  if (query.data === undefined) return null;
  const isDestroyed = original?.state === 'destroyed';
  return (
    <span className="row">
      {original === undefined ? (
        <span className="quiet small">{text('paper.original.unknown')}</span>
      ) : (
        <span className="small">
          {text(isDestroyed ? 'paper.original.destroyed' : 'paper.original.in')}{' '}
          <Link to="/paper/$entryId" params={{ entryId: original.entryId }}>
            {[...original.place.map(({ code }) => code), original.code].join(' / ')}
          </Link>
        </span>
      )}
      {may('paper.register') && !isDestroyed ? (
        <Button kind="text" onPress={() => setAsking(true)}>
          {text(original === undefined ? 'paper.original.register' : 'paper.original.move')}
        </Button>
      ) : null}
      {isAsking ? <OriginalDialog consentId={consentId} onClose={() => setAsking(false)} /> : null}
    </span>
  );
}

function OriginalDialog({ consentId, onClose }: { consentId: string; onClose(): void }) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const [asDocument, setAsDocument] = useState(false);
  const [labelled, setLabelled] = useState<string | null>(null);
  const send = useSend('paper.registerOriginal');
  const holders = useCall('paper.listEntries', {
    parentId: null,
    depth: 'below',
    kinds: ['box', 'folder', ...(asDocument ? (['shelf'] as const) : [])],
    search,
    limit: 8,
    offset: 0,
  });
  const choose = (holderId: string) =>
    send.mutate(
      { consentId, holderId, asDocument },
      {
        onSuccess: ({ entryId, code }) => {
          notify(text('paper.original.done', { code }));
          if (asDocument) setLabelled(entryId);
          else onClose();
        },
      },
    );
  useScanEntry(({ entryId }) => choose(entryId));
  if (labelled !== null) return <LabelDialog entryIds={[labelled]} onClose={onClose} />;
  return (
    <Dialog isOpen onClose={onClose} title={text('paper.original.title')} size="wide">
      <div className="stack">
        <p>{text('paper.original.lead')}</p>
        <Checkbox
          isSelected={asDocument}
          onChange={setAsDocument}
          description={text('paper.original.as_document_text')}
        >
          {text('paper.original.as_document')}
        </Checkbox>
        <TextField
          label={text('paper.original.search')}
          type="search"
          value={typed}
          onChange={setTyped}
          maxLength={60}
          autoFocus
        />
        <Answered query={holders}>
          {({ entries }) =>
            entries.length === 0 ? (
              <p className="quiet">{text('paper.registry.nothing')}</p>
            ) : (
              <ul className="paper-targets">
                {entries.map(({ entryId, code, kind, title, place }) => (
                  <li key={entryId}>
                    <button
                      type="button"
                      className="paper-target"
                      disabled={send.isPending}
                      onClick={() => choose(entryId)}
                    >
                      <strong>{code}</strong>
                      <span className="quiet">
                        {[text(`paper.kind.${kind}`), title, place.map((step) => step.code).join(' / ')]
                          .filter((part) => part !== '')
                          .join(' · ')}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
        <ErrorNote error={send.error?.error ?? null} />
      </div>
      <DialogButtons>
        <Button onPress={onClose}>{text('common.cancel')}</Button>
      </DialogButtons>
    </Dialog>
  );
}
