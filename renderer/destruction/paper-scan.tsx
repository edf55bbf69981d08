import { type FormEvent, useRef, useState } from 'react';
import type { CallError } from '../../shared/contract/answer.ts';
import { useText } from '../app/text.tsx';
import { Button, ErrorNote, TextField } from '../components/index.ts';
import './paper.css';

/**
 * Where labels are scanned one after another, with gloves on: a scanner types the label and ends with Enter, the field is empty again at
 * once, and what became of it is said in letters that are read from two steps away.
 */
export function PaperScan({
  label,
  said,
  error,
  isBusy,
  onScan,
}: {
  label: string;
  /** What became of the last one. */
  said: string | null;
  error: CallError | null;
  isBusy: boolean;
  onScan(text: string): void;
}) {
  const text = useText();
  const [value, setValue] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const scanned = value.trim();
    if (scanned === '' || isBusy) return;
    setValue('');
    onScan(scanned);
    field.current?.focus();
  };
  return (
    <form className="paper-enter" onSubmit={submit}>
      <TextField label={label} value={value} onChange={setValue} maxLength={80} autoFocus inputRef={field} />
      <Button kind="primary" type="submit" isDisabled={value.trim() === '' || isBusy}>
        {text('destruction.paper.scan')}
      </Button>
      <div className="paper-said" role="status" data-tone={error === null ? 'done' : 'stop'}>
        {error === null ? said : <ErrorNote error={error} />}
      </div>
    </form>
  );
}
