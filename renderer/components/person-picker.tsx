import { useState } from 'react';
import { Button, ComboBox, Group, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useCall } from '../app/call.ts';
import { useFormat, useText } from '../app/text.tsx';
import { ChevronGlyph, FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx';
import type { PickedPerson } from './picked-person.ts';
import './select.css';
import { useSettled } from './settled.ts';

/** Finds a person by part of the name, as it is typed. The day and number of consents tell people of one name apart. */
export function PersonPicker({
  value,
  onChange,
  autoFocus = false,
  ...field
}: FieldProps & {
  value: PickedPerson | null;
  onChange(person: PickedPerson | null): void;
  autoFocus?: boolean;
}) {
  const text = useText();
  const format = useFormat();
  const [typed, setTyped] = useState(value?.name ?? '');
  // What stands in the field after choosing is the chosen name, which is nothing to search for.
  const search = useSettled(value !== null && typed === value.name ? '' : typed.trim());
  const found = useCall('collection.listPeople', { search, limit: 20, offset: 0 }, { keepPrevious: true });
  const people = found.data?.people ?? [];
  return (
    <ComboBox
      className="field"
      items={people}
      inputValue={typed}
      value={value?.personId ?? null}
      onInputChange={(next) => {
        setTyped(next);
        if (value !== null && next !== value.name) onChange(null);
      }}
      onChange={(key) => {
        const person = people.find((each) => each.personId === key);
        if (person === undefined) return;
        setTyped(person.name);
        onChange({ personId: person.personId, name: person.name });
      }}
      defaultFilter={() => true}
      allowsEmptyCollection
      // What takes the focus by itself does not open by itself as well: its list would hide the rest.
      menuTrigger={autoFocus ? 'input' : 'focus'}
      isInvalid={field.error !== undefined}
      isRequired={!field.isOptional}
      isDisabled={field.isDisabled ?? false}
      validationBehavior="aria"
    >
      <FieldLabel label={field.label} isOptional={field.isOptional} />
      <Group className="field-group">
        <Input
          className="field-input"
          autoFocus={autoFocus}
          maxLength={200}
          spellCheck="false"
          autoComplete="off"
        />
        <Button className="field-button">
          <ChevronGlyph />
        </Button>
      </Group>
      <FieldNotes hint={field.hint} error={field.error} />
      <Popover className="select-popover">
        <ListBox<(typeof people)[number]>
          className="select-list"
          renderEmptyState={() => <div className="select-empty">{text('common.select.nothing_found')}</div>}
        >
          {(person) => (
            <ListBoxItem id={person.personId} textValue={person.name} className="select-option">
              <span className="select-option-check" />
              <span>
                {person.name}
                <span className="answer-description">
                  {text('collection.people.told_apart', {
                    on: format.date(person.lastConsentOn),
                    count: person.consents,
                  })}
                </span>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
