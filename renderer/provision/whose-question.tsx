import { useText } from '../app/text.tsx';
import { RadioGroup } from '../components/index.ts';
import { PeopleChooser } from '../components/people-chooser.tsx';
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
        <PeopleChooser
          label={text('provision.hand_over.whose')}
          chosenLabel={text('provision.provide.chosen')}
          people={people}
          onChange={(chosen) => onChange({ ...value, people: chosen })}
          error={error}
        />
      )}
    </>
  );
}
