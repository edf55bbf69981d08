import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Button, TextField } from '../components/index.ts';

/** For a label that no scanner reads, or where there is none: code or number, typed. */
export function TypedLabel({ onLabel }: { onLabel(label: string): void }) {
  const text = useText();
  const [typed, setTyped] = useState('');
  return (
    <form
      className="paper-typed"
      onSubmit={(event) => {
        event.preventDefault();
        const label = typed.trim();
        if (label === '') return;
        setTyped('');
        onLabel(label);
      }}
    >
      <TextField
        label={text('paper.scan.typed')}
        value={typed}
        onChange={setTyped}
        maxLength={60}
        autoFocus
      />
      <Button type="submit">{text('paper.scan.take')}</Button>
    </form>
  );
}
