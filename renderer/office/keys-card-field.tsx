import { useEffect, useState } from 'react';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import type { CallError } from '../../shared/contract/answer.ts';
import { CallFailure, call } from '../app/call.ts';
import { useAnswerText, useText } from '../app/text.tsx';
import { TextArea } from '../components/index.ts';

const wordsOfCard = 28;

/** One card as it is typed or scanned. A slip is told as soon as the word is finished, not after both cards. */
export function CardField<Values extends FieldValues>(props: {
  control: Control<Values>;
  name: FieldPath<Values>;
  label: string;
  autoFocus?: boolean;
}) {
  const { control, name, label } = props;
  const text = useText();
  const answerText = useAnswerText();
  const required = text('common.field.required');
  const { field, fieldState } = useController({
    control,
    name,
    rules: { validate: (value) => String(value).trim() !== '' || required },
  });
  const value = typeof field.value === 'string' ? field.value : '';
  const { read, slip } = useReading(value);
  const words = countWords(value);
  const hint =
    read !== null
      ? text('office.card.read', read)
      : words === 0
        ? text('office.card.hint')
        : text('office.card.count', { words });
  const error = slip === null ? fieldState.error?.message : answerText(slip.key, slip.params);
  return (
    <TextArea
      label={label}
      hint={hint}
      error={error}
      value={value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      rows={4}
      maxLength={1000}
      {...(props.autoFocus ? { autoFocus: true } : {})}
    />
  );
}

function countWords(typed: string): number {
  return typed.match(/\p{L}+/gu)?.length ?? 0;
}

/** Not by `useCall`: a card must not become the key of a cache. */
function useReading(typed: string): { read: { kit: string; card: number } | null; slip: CallError | null } {
  const [reading, setReading] = useState<ReturnType<typeof useReading>>({ read: null, slip: null });
  useEffect(() => {
    setReading({ read: null, slip: null });
    if (countWords(typed) === 0) return undefined;
    let isCurrent = true;
    const timer = window.setTimeout(async () => {
      const next = await readCard(typed);
      if (isCurrent) setReading(next);
    }, 250);
    return () => {
      isCurrent = false;
      window.clearTimeout(timer);
    };
  }, [typed]);
  return reading;
}

async function readCard(typed: string): Promise<ReturnType<typeof useReading>> {
  try {
    return { read: await call('office.readRecoveryCard', { card: typed }), slip: null };
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error;
    return { read: null, slip: isUnfinished(typed, error.error) ? null : error.error };
  }
}

/** While somebody is still typing, words that are missing and the word being typed are no slips. */
function isUnfinished(typed: string, { code, params }: CallError): boolean {
  const words = countWords(typed);
  if (code === 'recovery_card_length') return words < wordsOfCard;
  return code === 'recovery_card_word_unknown' && params.word === words && /\p{L}$/u.test(typed);
}
