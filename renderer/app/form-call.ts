import { useState } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import type { CallError } from '../../shared/contract/answer.ts';
import { CallFailure } from './call.ts';
import { useAnswerText } from './text.tsx';

/** What `useSend` hands out, as far as a form needs it. */
interface Sender<Input, Output> {
  mutateAsync: (input: Input) => Promise<Output>;
}

/**
 * Sends a form and says what is wrong next to the field it is wrong in.
 *
 *     const form = useForm<Values>({ defaultValues });
 *     const { submit, failure } = useFormCall(useSend('provision.addVendor'), form);
 *     <form onSubmit={form.handleSubmit(async (values) => { if (await submit(values)) onClose(); })}>
 *       <ErrorNote error={failure} />
 *
 * `fields[].path` and `params.field` of an error are looked up among the form's own field names, exactly or by their last
 * part; what belongs to no field of the form is left in `failure`. Answers undefined where the call failed.
 *
 * @param fieldOf names the form's field of a path of the input, where the two differ
 */
export function useFormCall<Input, Output, Values extends FieldValues>(
  send: Sender<Input, Output>,
  form: UseFormReturn<Values>,
  fieldOf: (path: string) => string = (path) => path,
): {
  submit(input: Input): Promise<Output | undefined>;
  failure: CallError | null;
  clearFailure(): void;
} {
  const [failure, setFailure] = useState<CallError | null>(null);
  const answerText = useAnswerText();

  function show(error: CallError): void {
    let told = 0;
    const tell = (path: string, message: string) => {
      const name = fieldNamed(form, fieldOf(path));
      if (name === undefined) return;
      form.setError(name, { type: error.code, message }, { shouldFocus: told === 0 });
      told += 1;
    };
    for (const field of error.fields ?? []) tell(field.path, answerText(field.key, field.params));
    const named = error.params.field;
    if (error.fields === undefined && typeof named === 'string')
      tell(named, answerText(error.key, error.params));
    setFailure(told > 0 && told >= (error.fields?.length ?? 1) ? null : error);
  }

  return {
    failure,
    clearFailure: () => setFailure(null),
    submit: async (input) => {
      setFailure(null);
      try {
        return await send.mutateAsync(input);
      } catch (error) {
        if (!(error instanceof CallFailure)) throw error;
        show(error.error);
        return undefined;
      }
    },
  };
}

function fieldNamed<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  path: string,
): FieldPath<Values> | undefined {
  const names = [...form.control._names.mount] as FieldPath<Values>[];
  const last = path.split('.').at(-1);
  return names.find((name) => name === path) ?? names.find((name) => name.split('.').at(-1) === last);
}
