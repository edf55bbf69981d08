import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Button, RadioGroup } from '../components/index.ts';
import { PersonPicker } from '../components/person-picker.tsx';
import type { PickedPerson } from '../components/picked-person.ts';
import './provision.css';

export interface Whose {
  readonly whose: 'everybody' | 'people';
  readonly people: readonly PickedPerson[];
}

/** What the contract asks for. */
export const askedWhose = ({ whose, people }: Whose) =>
  whose === 'everybody' ? ({ whose } as const) : { whose, personIds: people.map(({ personId }) => personId) };

/** Whose data is given out: of everybody who was asked, or of people chosen one after another. */
export function WhoseQuestion({
  value,
  onChange,
  error,
}: {
  value: Whose;
  onChange(value: Whose): void;
  error: string | undefined;
}) {
  const text = useText();
  // A picker that has found somebody makes room for one that has not.
  const [round, setRound] = useState(0);
  const { whose, people } = value;
  return (
    <>
      <RadioGroup
        label={text('provision.provide.whose')}
        value={whose}
        onChange={(chosen: Whose['whose']) => onChange({ ...value, whose: chosen })}
        options={[
          {
            value: 'everybody',
            label: text('provision.provide.everybody'),
            description: text('provision.provide.everybody_text'),
          },
          { value: 'people', label: text('provision.provide.chosen') },
        ]}
      />
      {whose === 'everybody' ? null : (
        <div className="stack-tight">
          {people.length === 0 ? null : (
            <ul className="whose-people" aria-label={text('provision.provide.chosen')}>
              {people.map((person) => (
                <li key={person.personId} className="row">
                  <span>{person.name}</span>
                  <Button
                    kind="text"
                    aria-label={text('provision.provide.remove_person', { name: person.name })}
                    onPress={() => onChange({ ...value, people: people.filter((other) => other !== person) })}
                  >
                    {text('provision.provide.remove')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <PersonPicker
            key={round}
            label={text('provision.hand_over.whose')}
            value={null}
            onChange={(person) => {
              if (person === null) return;
              setRound((last) => last + 1);
              if (people.some(({ personId }) => personId === person.personId)) return;
              onChange({ ...value, people: [...people, person] });
            }}
            autoFocus={round > 0}
            error={people.length === 0 ? error : undefined}
          />
        </div>
      )}
    </>
  );
}
