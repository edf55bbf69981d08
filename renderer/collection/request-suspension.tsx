import { useState } from 'react';
import type { RequestDetails, SuspensionRow } from '../../shared/contract/collection-requests.ts';
import { useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, CheckboxGroup, ErrorNote, notify, StateMark } from '../components/index.ts';
import type { OpenedPerson } from './request-act.tsx';

/** Stops the use of a person's data for some purposes or for all, and says what is stopped already. */
export function RequestSuspension({
  request,
  person,
  onChanged,
}: {
  request: RequestDetails;
  person: OpenedPerson;
  onChanged(): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const suspend = useSend('collection.suspendProcessing');
  const [chosen, setChosen] = useState<string[]>([]);
  const [isMissing, setMissing] = useState(false);
  const nameOf = purposeNames(person);
  const stopped = new Set(person.suspensions.map((suspension) => suspension.purposeId));
  const free = [...nameOf].filter(([purposeId]) => !stopped.has(purposeId));
  const send = (purposeIds: string[] | null) =>
    suspend.mutate(
      { requestId: request.requestId, purposeIds },
      {
        onSuccess: () => {
          notify(text('collection.suspension.done'));
          setChosen([]);
          onChanged();
        },
      },
    );
  return (
    <div className="request-form">
      <SuspensionList
        suspensions={person.suspensions}
        nameOf={(purposeId) => format.say(nameOf.get(purposeId) ?? { en: '—', ko: '—' })}
        onLifted={onChanged}
      />
      {stopped.has(null) ? null : (
        <>
          <CheckboxGroup
            label={text('collection.suspension.purposes')}
            hint={text('collection.suspension.hint')}
            value={chosen}
            onChange={(next) => {
              setChosen(next);
              setMissing(false);
            }}
            options={free.map(([purposeId, name]) => ({ value: purposeId, label: format.say(name) }))}
            error={isMissing ? text('collection.withdraw.choose') : undefined}
          />
          <ErrorNote error={suspend.error?.error} />
          <div className="row">
            <Button
              onPress={() => (chosen.length === 0 ? setMissing(true) : send(chosen))}
              isDisabled={suspend.isPending}
            >
              {text('collection.suspension.suspend')}
            </Button>
            <Button onPress={() => send(null)} isDisabled={suspend.isPending}>
              {text('collection.suspension.suspend_all')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

/** Every purpose the person was ever asked about, each once. */
export function purposeNames(person: OpenedPerson) {
  return new Map(
    person.consents.flatMap((consent) =>
      consent.purposes.map((purpose) => [purpose.purposeId, purpose.name] as const),
    ),
  );
}

export function SuspensionList({
  suspensions,
  nameOf,
  onLifted,
}: {
  suspensions: readonly SuspensionRow[];
  nameOf(purposeId: string): string;
  onLifted(): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const lift = useSend('collection.liftSuspension');
  if (suspensions.length === 0) return null;
  return (
    <div className="stack-tight">
      <ul className="suspension-list">
        {suspensions.map((suspension) => (
          <li key={suspension.suspensionId} className="row">
            <StateMark tone="held">
              {suspension.purposeId === null
                ? text('collection.suspension.every_purpose')
                : text('collection.suspension.of', { purpose: nameOf(suspension.purposeId) })}
            </StateMark>
            <span className="quiet small">
              {text('collection.suspension.since', {
                date: format.date(suspension.since),
                number: suspension.staffNumber,
              })}
            </span>
            <Button
              kind="text"
              isDisabled={lift.isPending}
              onPress={() =>
                lift.mutate(
                  { suspensionId: suspension.suspensionId },
                  {
                    onSuccess: () => {
                      notify(text('collection.suspension.lifted'));
                      onLifted();
                    },
                  },
                )
              }
            >
              {text('collection.suspension.lift')}
            </Button>
          </li>
        ))}
      </ul>
      <ErrorNote error={lift.error?.error} />
    </div>
  );
}
