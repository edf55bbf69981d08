import { useState } from 'react';
import type { CorrectionRow } from '../../shared/contract/collection-corrections.ts';
import { useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, ErrorNote, notify, TextField } from '../components/index.ts';
import type { OpenedPerson } from './request-act.tsx';

/** One value as the person sees it: the same item of several purposes is corrected in all of them at once. */
interface Correctable {
  key: string;
  label: string;
  itemCode: string;
  /** Null: masked. */
  value: string | null;
  purposes: string[];
  /** Null: the name. */
  unitIds: (string | null)[];
}

/** What is kept of a person as fields to be set right. Only what was changed is sent. */
export function CorrectItems({
  person,
  requestId,
  onCorrected,
}: {
  person: OpenedPerson;
  requestId: string | null;
  onCorrected(): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const correct = useSend('collection.correctItems');
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [isUnchanged, setUnchanged] = useState(false);
  const items = correctablesOf(person, text('collection.correct.name'), (name) => format.say(name));
  const changed = items.filter((item) => {
    const next = typed[item.key];
    return next !== undefined && next.trim() !== (item.value ?? '');
  });
  return (
    <form
      noValidate
      className="request-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed.length === 0) return setUnchanged(true);
        correct.mutate(
          {
            personId: person.personId,
            requestId,
            corrections: changed.flatMap(({ key, itemCode, unitIds }) => {
              const value = (typed[key] ?? '').trim();
              return unitIds.map((unitId) => ({ unitId, itemCode, value: value === '' ? null : value }));
            }),
          },
          {
            onSuccess: () => {
              notify(text('collection.correct.done', { count: changed.length }));
              setTyped({});
              onCorrected();
            },
          },
        );
      }}
    >
      <p className="quiet">{text('collection.correct.lead')}</p>
      <div className="columns">
        {items.map((item) => {
          const next = typed[item.key] ?? item.value ?? '';
          const isEmptied = next.trim() === '' && item.value !== null;
          return (
            <TextField
              key={item.key}
              label={item.label}
              value={next}
              maxLength={2000}
              hint={
                isEmptied
                  ? text('collection.correct.emptied')
                  : item.value === null
                    ? text('collection.correct.hidden')
                    : item.purposes.length === 0
                      ? undefined
                      : text('collection.correct.for', { purposes: format.list(item.purposes) })
              }
              onChange={(value) => {
                setTyped({ ...typed, [item.key]: value });
                setUnchanged(false);
              }}
            />
          );
        })}
      </div>
      {isUnchanged ? <p role="status">{text('collection.correct.nothing_changed')}</p> : null}
      <ErrorNote error={correct.error?.error} />
      <div className="row">
        <Button type="submit" isBusy={correct.isPending}>
          {text('collection.correct.save')}
        </Button>
      </div>
      <RecipientsToTell
        personId={person.personId}
        corrections={person.corrections.filter((row) => requestId === null || row.requestId === requestId)}
        onTold={onCorrected}
      />
    </form>
  );
}

function correctablesOf(
  person: OpenedPerson,
  nameLabel: string,
  say: (name: { en: string; ko: string }) => string,
): Correctable[] {
  const items = new Map<string, Correctable>([
    [
      'name',
      { key: 'name', label: nameLabel, itemCode: 'name', value: person.name, purposes: [], unitIds: [null] },
    ],
  ]);
  for (const consent of person.consents) {
    for (const purpose of consent.purposes) {
      const { unit } = purpose;
      // What is held stays as it is, and what is on an order is being destroyed.
      if (unit === null || unit.held || unit.state === 'ordered') continue;
      for (const { itemCode, label, value } of purpose.values) {
        // Masked values may differ: each is corrected by itself.
        const key = value === null ? `${itemCode} ${unit.unitId}` : `${itemCode} ${value}`;
        const known = items.get(key);
        const purposeName = say(purpose.name);
        if (known === undefined) {
          items.set(key, {
            key,
            label: say(label),
            itemCode,
            value,
            purposes: [purposeName],
            unitIds: [unit.unitId],
          });
        } else {
          known.unitIds.push(unit.unitId);
          if (!known.purposes.includes(purposeName)) known.purposes.push(purposeName);
        }
      }
    }
  }
  return [...items.values()];
}

/** Who had the former value: PIPA art. 36 and GDPR art. 19 have them told, one by one. */
export function RecipientsToTell({
  personId,
  corrections,
  onTold,
}: {
  personId: string;
  corrections: readonly CorrectionRow[];
  onTold(): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const tell = useSend('collection.tellRecipient');
  const recipients = new Map(
    corrections.flatMap((row) => row.recipients).map((recipient) => [recipient.givenOutId, recipient]),
  );
  if (recipients.size === 0) return null;
  return (
    <section className="stack-tight">
      <h3>{text('collection.correct.tell')}</h3>
      <ul className="suspension-list">
        {[...recipients.values()].map((recipient) => (
          <li key={recipient.givenOutId} className="row">
            <span>
              {text(`collection.correct.recipient.${recipient.kind}`, {
                name: recipient.name,
                date: format.date(recipient.givenOutOn),
              })}
            </span>
            {recipient.toldOn === null ? (
              <Button
                isDisabled={tell.isPending}
                onPress={() =>
                  tell.mutate(
                    { personId, givenOutId: recipient.givenOutId },
                    {
                      onSuccess: () => {
                        notify(text('collection.correct.told_done'));
                        onTold();
                      },
                    },
                  )
                }
              >
                {text('collection.correct.told')}
              </Button>
            ) : (
              <span className="quiet small">
                {text('collection.correct.told_on', { date: format.date(recipient.toldOn) })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <ErrorNote error={tell.error?.error} />
    </section>
  );
}
