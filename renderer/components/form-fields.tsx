import {
  type Control,
  type FieldPath,
  type FieldValues,
  type RegisterOptions,
  useController,
} from 'react-hook-form';
import { CheckboxGroup, type CheckboxGroupProps, RadioGroup, type RadioGroupProps } from './choice.tsx';
import { DateField, type DateFieldProps } from './date-field.tsx';
import { SearchSelect, Select, type SelectProps } from './select.tsx';
import {
  NumberField,
  type NumberFieldProps,
  TextArea,
  type TextAreaProps,
  TextField,
  type TextFieldProps,
} from './text-field.tsx';

/**
 * The fields above, bound to a form of react-hook-form:
 *
 *     <FormTextField control={form.control} name="officeName" label={text('...')} rules={{ required: text('common.field.required') }} />
 *
 * The field's error is shown in its own line, whether it was found here or by the records thread (see useFormCall).
 */
interface Bound<Values extends FieldValues> {
  control: Control<Values>;
  name: FieldPath<Values>;
  rules?: Omit<RegisterOptions<Values>, 'setValueAs' | 'disabled' | 'valueAsNumber' | 'valueAsDate'>;
}

function useBound<Values extends FieldValues>({ control, name, rules }: Bound<Values>) {
  const { field, fieldState } = useController({ control, name, ...(rules ? { rules } : {}) });
  const value: unknown = field.value;
  return { field, value, error: fieldState.error?.message };
}

type Rest<Props> = Omit<Props, 'value' | 'onChange' | 'onBlur' | 'error' | 'inputRef' | 'buttonRef'>;

export function FormTextField<Values extends FieldValues>(props: Bound<Values> & Rest<TextFieldProps>) {
  const { control: _, name: __, rules: ___, ...rest } = props;
  const { field, value, error } = useBound(props);
  return (
    <TextField
      {...rest}
      value={typeof value === 'string' ? value : ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={error}
    />
  );
}

export function FormTextArea<Values extends FieldValues>(props: Bound<Values> & Rest<TextAreaProps>) {
  const { control: _, name: __, rules: ___, ...rest } = props;
  const { field, value, error } = useBound(props);
  return (
    <TextArea
      {...rest}
      value={typeof value === 'string' ? value : ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={error}
    />
  );
}

export function FormNumberField<Values extends FieldValues>(props: Bound<Values> & Rest<NumberFieldProps>) {
  const { control: _, name: __, rules: ___, ...rest } = props;
  const { field, value, error } = useBound(props);
  return (
    <NumberField
      {...rest}
      value={typeof value === 'number' ? value : null}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={error}
    />
  );
}

export function FormCheckboxGroup<Values extends FieldValues, Value extends string>(
  props: Bound<Values> & Rest<CheckboxGroupProps<Value>>,
) {
  const { control: _, name: __, rules: ___, ...rest } = props;
  const { field, value, error } = useBound(props);
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <CheckboxGroup
      {...rest}
      value={rest.options.map((option) => option.value).filter((each) => chosen.includes(each))}
      onChange={field.onChange}
      error={error}
    />
  );
}

export function FormRadioGroup<Values extends FieldValues, Value extends string>(
  props: Bound<Values> & Rest<RadioGroupProps<Value>>,
) {
  const { control: _, name: __, rules: ___, ...rest } = props;
  const { field, value, error } = useBound(props);
  return (
    <RadioGroup {...rest} value={chosenOf(rest.options, value)} onChange={field.onChange} error={error} />
  );
}

export function FormSelect<Values extends FieldValues, Value extends string>(
  props: Bound<Values> & Rest<SelectProps<Value>>,
) {
  const { control: _, name: __, rules: ___, ...rest } = props;
  const { field, value, error } = useBound(props);
  return (
    <Select
      {...rest}
      value={chosenOf(rest.options, value)}
      onChange={field.onChange}
      onBlur={field.onBlur}
      buttonRef={field.ref}
      error={error}
    />
  );
}

export function FormSearchSelect<Values extends FieldValues, Value extends string>(
  props: Bound<Values> & Rest<SelectProps<Value>>,
) {
  const { control: _, name: __, rules: ___, ...rest } = props;
  const { field, value, error } = useBound(props);
  return (
    <SearchSelect
      {...rest}
      value={chosenOf(rest.options, value)}
      onChange={field.onChange}
      onBlur={field.onBlur}
      error={error}
    />
  );
}

export function FormDateField<Values extends FieldValues>(props: Bound<Values> & Rest<DateFieldProps>) {
  const { control: _, name: __, rules: ___, ...rest } = props;
  const { field, value, error } = useBound(props);
  return (
    <DateField
      {...rest}
      value={typeof value === 'string' && value !== '' ? value : null}
      onChange={field.onChange}
      onBlur={field.onBlur}
      error={error}
    />
  );
}

function chosenOf<Value extends string>(options: readonly { value: Value }[], value: unknown): Value | null {
  return options.find((option) => option.value === value)?.value ?? null;
}
