import { useState } from 'react';
import { useCall, useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
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

const shown = 8;

/** Says of whom something is known to be in a box: a hold on that person then holds the box, and an access answer names it. */
export function LinkPersonDialog({
  entryId,
  linked,
  onClose,
}: {
  entryId: string;
  linked: readonly { personId: string; name: string | null }[];
  onClose(): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const people = useCall(
    'collection.listPeople',
    { search, limit: shown, offset: 0 },
    { enabled: search !== '', keepPrevious: true },
  );
  const link = useSend('paper.linkPerson');
  const unlink = useSend('paper.unlinkPerson');
  const isBusy = link.isPending || unlink.isPending;
  return (
    <Dialog isOpen onClose={onClose} title={text('paper.link.title')} size="wide">
      <div className="stack">
        <p>{text('paper.link.lead')}</p>
        <ul className="paper-targets" aria-label={text('paper.field.people')}>
          {linked.map(({ personId, name }) => (
            <li key={personId} className="paper-pile-item">
              <strong>
                <bdi>{name ?? ''}</bdi>
              </strong>
              <span />
              <Button isDisabled={isBusy} onPress={() => unlink.mutate({ entryId, personId })}>
                {text('paper.link.end')}
              </Button>
            </li>
          ))}
        </ul>
        <TextField
          label={text('office.search.field')}
          type="search"
          value={typed}
          onChange={setTyped}
          maxLength={100}
          autoFocus
        />
        {search === '' ? null : (
          <Answered query={people}>
            {(found) => (
              <ul className="paper-targets">
                {found.people
                  .filter(({ personId }) => !linked.some((each) => each.personId === personId))
                  .map(({ personId, name, lastConsentOn }) => (
                    <li key={personId}>
                      <button
                        type="button"
                        className="paper-target"
                        disabled={isBusy}
                        onClick={() =>
                          link.mutate(
                            { entryId, personId },
                            { onSuccess: () => notify(text('paper.link.done')) },
                          )
                        }
                      >
                        <strong>
                          <bdi>{name}</bdi>
                        </strong>
                        <span className="quiet">
                          {text('office.search.last_consent', { date: format.date(lastConsentOn) })}
                        </span>
                      </button>
                    </li>
                  ))}
              </ul>
            )}
          </Answered>
        )}
        <ErrorNote error={(link.error ?? unlink.error)?.error ?? null} />
      </div>
      <DialogButtons>
        <Button onPress={onClose}>{text('common.close')}</Button>
      </DialogButtons>
    </Dialog>
  );
}
