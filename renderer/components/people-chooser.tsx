import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Button } from './button.tsx';
import { PersonPicker } from './person-picker.tsx';
import type { PickedPerson } from './picked-person.ts';
import './select.css';

/** People chosen one after another by their names, and those who have been. For whoever may find people. */
export function PeopleChooser({
  label,
  chosenLabel,
  hint,
  people,
  onChange,
  error,
  isOptional = false,
}: {
  /** Of the field in which the next one is found. */
  label: string;
  /** Of the list of those who have been chosen. */
  chosenLabel: string;
  hint?: string;
  people: readonly PickedPerson[];
  onChange(people: readonly PickedPerson[]): void;
  error?: string | undefined;
  isOptional?: boolean;
}) {
  const text = useText();
  // A picker that has found somebody makes room for one that has not.
  const [round, setRound] = useState(0);
  return (
    <div className="stack-tight">
      {people.length === 0 ? null : (
        <ul className="chosen-people" aria-label={chosenLabel}>
          {people.map((person) => (
            <li key={person.personId} className="row">
              <span>{person.name}</span>
              <Button
                kind="text"
                aria-label={text('common.people.remove', { name: person.name })}
                onPress={() => onChange(people.filter((other) => other !== person))}
              >
                {text('common.people.remove_short')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <PersonPicker
        key={round}
        label={label}
        {...(hint === undefined ? {} : { hint })}
        value={null}
        onChange={(person) => {
          if (person === null) return;
          setRound((last) => last + 1);
          if (people.some(({ personId }) => personId === person.personId)) return;
          onChange([...people, person]);
        }}
        autoFocus={round > 0}
        error={people.length === 0 ? error : undefined}
        isOptional={isOptional}
      />
    </div>
  );
}
