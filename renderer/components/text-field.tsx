import type { Ref } from 'react';
import {
  NumberField as AriaNumberField,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  Group,
  Input,
} from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx';

export interface TextFieldProps extends FieldProps {
  value: string;
  onChange(value: string): void;
  onBlur?(): void;
  type?: 'text' | 'password' | 'search' | 'tel' | 'email';
  /** Personal data is typed here: browsers are told to remember nothing unless this says otherwise. */
  autoComplete?: string;
  autoFocus?: boolean;
  maxLength?: number;
  placeholder?: string;
  inputRef?: Ref<HTMLInputElement>;
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, isOptional, isDisabled = false, value, onChange, type = 'text' } = props;
  return (
    <AriaTextField
      className="field"
      value={value}
      onChange={onChange}
      type={type}
      isInvalid={error !== undefined}
      isRequired={!isOptional}
      isDisabled={isDisabled}
      validationBehavior="aria"
      autoComplete={props.autoComplete ?? 'off'}
      spellCheck="false"
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      {...(props.maxLength ? { maxLength: props.maxLength } : {})}
      {...(props.autoFocus ? { autoFocus: true } : {})}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <Input className="field-input" ref={props.inputRef ?? null} placeholder={props.placeholder ?? ''} />
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  );
}

export interface TextAreaProps extends FieldProps {
  value: string;
  onChange(value: string): void;
  onBlur?(): void;
  rows?: number;
  maxLength?: number;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLTextAreaElement>;
}

export function TextArea(props: TextAreaProps) {
  const { label, hint, error, isOptional, isDisabled = false, value, onChange } = props;
  return (
    <AriaTextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      isRequired={!isOptional}
      isDisabled={isDisabled}
      validationBehavior="aria"
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      {...(props.maxLength ? { maxLength: props.maxLength } : {})}
      {...(props.autoFocus ? { autoFocus: true } : {})}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <AriaTextArea className="field-input field-area" ref={props.inputRef ?? null} rows={props.rows ?? 3} />
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  );
}

export interface NumberFieldProps extends FieldProps {
  value: number | null;
  onChange(value: number | null): void;
  onBlur?(): void;
  minimum?: number;
  maximum?: number;
  /** Said behind the figure: "years", "sheets". */
  unit?: string;
  inputRef?: Ref<HTMLInputElement>;
}

export function NumberField(props: NumberFieldProps) {
  const { label, hint, error, isOptional, isDisabled = false, value, onChange } = props;
  return (
    <AriaNumberField
      className="field"
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      isInvalid={error !== undefined}
      isRequired={!isOptional}
      isDisabled={isDisabled}
      validationBehavior="aria"
      isWheelDisabled
      formatOptions={{ useGrouping: false, maximumFractionDigits: 0 }}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      {...(props.minimum === undefined ? {} : { minValue: props.minimum })}
      {...(props.maximum === undefined ? {} : { maxValue: props.maximum })}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <Group className="field-group">
        <Input className="field-input" ref={props.inputRef ?? null} />
        {props.unit ? <span className="field-unit quiet">{props.unit}</span> : null}
      </Group>
      <FieldNotes hint={hint} error={error} />
    </AriaNumberField>
  );
}
