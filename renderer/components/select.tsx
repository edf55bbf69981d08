import type { Ref } from 'react';
import {
  Select as AriaSelect,
  Button,
  ComboBox,
  Group,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { useText } from '../app/text.tsx';
import type { Option } from './choice.tsx';
import { CheckGlyph, ChevronGlyph, FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx';
import './select.css';

export interface SelectProps<Value extends string> extends FieldProps {
  options: readonly Option<Value>[];
  value: Value | null;
  onChange(value: Value): void;
  onBlur?(): void;
  buttonRef?: Ref<HTMLButtonElement>;
  /** In a table, whose row and column name it already to whoever sees them. */
  isLabelHidden?: boolean;
}

/** One of up to some twenty. Longer lists: SearchSelect. Two to four: RadioGroup. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, label, hint, error, isOptional } = props;
  const text = useText();
  return (
    <AriaSelect
      className="field"
      value={props.value}
      onChange={(key) => choose(options, key, props.onChange)}
      isInvalid={error !== undefined}
      isRequired={!isOptional}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
      placeholder={text('common.select.placeholder')}
      {...(props.isLabelHidden ? { 'aria-label': label } : {})}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
    >
      {props.isLabelHidden ? null : <FieldLabel label={label} isOptional={isOptional} />}
      <Button className="select-button" ref={props.buttonRef ?? null}>
        <SelectValue className="select-value">
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <ChevronGlyph />
      </Button>
      {props.isLabelHidden ? null : <FieldNotes hint={hint} error={error} />}
      <Popover className="select-popover">
        <OptionList options={options} />
      </Popover>
    </AriaSelect>
  );
}

/** One of many, found by typing: time zones, people, forms. */
export function SearchSelect<Value extends string>(
  props: Omit<SelectProps<Value>, 'buttonRef' | 'isLabelHidden'>,
) {
  const { options, label, hint, error, isOptional } = props;
  return (
    <ComboBox
      className="field"
      value={props.value}
      onChange={(key) => choose(options, key, props.onChange)}
      isInvalid={error !== undefined}
      isRequired={!isOptional}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
      menuTrigger="focus"
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <Group className="field-group">
        <Input className="field-input" />
        <Button className="field-button">
          <ChevronGlyph />
        </Button>
      </Group>
      <FieldNotes hint={hint} error={error} />
      <Popover className="select-popover">
        <OptionList options={options} />
      </Popover>
    </ComboBox>
  );
}

function OptionList<Value extends string>({ options }: { options: readonly Option<Value>[] }) {
  const text = useText();
  return (
    <ListBox
      className="select-list"
      renderEmptyState={() => <div className="select-empty">{text('common.select.nothing_found')}</div>}
    >
      {options.map((option) => (
        <ListBoxItem
          key={option.value}
          id={option.value}
          textValue={option.label}
          isDisabled={option.isDisabled ?? false}
          className="select-option"
        >
          {({ isSelected }) => (
            <>
              <span className="select-option-check">{isSelected ? <CheckGlyph /> : null}</span>
              <span>
                {option.label}
                {option.description === undefined ? null : (
                  <span className="answer-description">{option.description}</span>
                )}
              </span>
            </>
          )}
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

function choose<Value extends string>(
  options: readonly Option<Value>[],
  key: unknown,
  onChange: (value: Value) => void,
): void {
  const option = options.find((each) => each.value === key);
  if (option) onChange(option.value);
}
