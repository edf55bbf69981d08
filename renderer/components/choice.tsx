import type { ReactNode, Ref } from 'react';
import {
  Checkbox as AriaCheckbox,
  CheckboxGroup as AriaCheckboxGroup,
  RadioGroup as AriaRadioGroup,
  Radio,
} from 'react-aria-components';
import { CheckGlyph, FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx';
import './choice.css';

export interface CheckboxProps {
  isSelected: boolean;
  onChange(isSelected: boolean): void;
  children: ReactNode;
  description?: ReactNode;
  isDisabled?: boolean;
  isInvalid?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

export function Checkbox(props: CheckboxProps) {
  return (
    <AriaCheckbox
      className="check"
      isSelected={props.isSelected}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
      isInvalid={props.isInvalid ?? false}
      {...(props.inputRef ? { inputRef: asObjectRef(props.inputRef) } : {})}
    >
      <CheckboxFace description={props.description}>{props.children}</CheckboxFace>
    </AriaCheckbox>
  );
}

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
  description?: ReactNode;
  isDisabled?: boolean;
}

export interface CheckboxGroupProps<Value extends string> extends FieldProps {
  options: readonly Option<Value>[];
  value: readonly Value[];
  onChange(value: Value[]): void;
}

/** Several of a few, each explained: roles, documents to print. */
export function CheckboxGroup<Value extends string>(props: CheckboxGroupProps<Value>) {
  const { options, label, hint, error, isOptional } = props;
  return (
    <AriaCheckboxGroup
      className="field"
      value={[...props.value]}
      onChange={(chosen) =>
        props.onChange(options.map((option) => option.value).filter((value) => chosen.includes(value)))
      }
      isInvalid={error !== undefined}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <div className="check-group">
        {options.map((option) => (
          <AriaCheckbox
            key={option.value}
            value={option.value}
            className="check"
            isDisabled={option.isDisabled ?? false}
          >
            <CheckboxFace description={option.description}>{option.label}</CheckboxFace>
          </AriaCheckbox>
        ))}
      </div>
      <FieldNotes hint={hint} error={error} />
    </AriaCheckboxGroup>
  );
}

function CheckboxFace({ children, description }: { children: ReactNode; description?: ReactNode }) {
  return (
    <>
      <span className="check-box">
        <CheckGlyph />
      </span>
      <span>
        <span>{children}</span>
        {description === undefined ? null : <span className="check-description">{description}</span>}
      </span>
    </>
  );
}

export interface RadioGroupProps<Value extends string> extends FieldProps {
  options: readonly Option<Value>[];
  /** Null: nothing chosen. A consent is never pre-answered. */
  value: Value | null;
  onChange(value: Value): void;
  /** `cards`: large answers side by side. `lines`: one under the other, for longer descriptions. */
  layout?: 'cards' | 'lines';
}

/** One of a few, as large answer buttons. Arrow keys move, space chooses. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { options, label, hint, error, isOptional, layout = 'cards' } = props;
  return (
    <AriaRadioGroup
      className="field"
      value={props.value}
      onChange={(chosen) => {
        const option = options.find((each) => each.value === chosen);
        if (option) props.onChange(option.value);
      }}
      isInvalid={error !== undefined}
      isRequired={!isOptional}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <div className="answers" data-layout={layout}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            className="answer"
            isDisabled={option.isDisabled ?? false}
          >
            <span className="answer-dot" />
            <span>
              <span className="answer-label">{option.label}</span>
              {option.description === undefined ? null : (
                <span className="answer-description">{option.description}</span>
              )}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes hint={hint} error={error} />
    </AriaRadioGroup>
  );
}

// react-aria wants an object here, react-hook-form hands out a function.
function asObjectRef(ref: Ref<HTMLInputElement>): { current: HTMLInputElement | null } {
  if (typeof ref === 'object' && ref !== null) return ref;
  return {
    get current() {
      return null;
    },
    set current(element) {
      if (typeof ref === 'function') ref(element);
    },
  };
}
