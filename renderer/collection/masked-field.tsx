import { type ReactNode, useState } from 'react';
import { useText } from '../app/text.tsx';
import { Button, TextField } from '../components/index.ts';

/**
 * Sensitive data and unique identifiers while they are written: whoever stands beside the desk reads nothing. Shown for a moment when
 * somebody asks, which is entered first.
 */
export function MaskedField({
  label,
  isOptional,
  value,
  onChange,
  onShown,
  error,
}: {
  label: string;
  isOptional: boolean;
  value: string;
  onChange(value: string): void;
  onShown(): Promise<void>;
  error: string | undefined;
}): ReactNode {
  const text = useText();
  const [isShown, setShown] = useState(false);
  return (
    <div className={isShown ? 'capture-sensitive' : 'capture-sensitive capture-masked'}>
      <TextField
        label={label}
        hint={text('collection.masked.hint')}
        isOptional={isOptional}
        value={value}
        onChange={onChange}
        maxLength={800}
        error={error}
      />
      <Button
        kind="text"
        isDisabled={value === ''}
        aria-label={text(isShown ? 'collection.masked.hide_named' : 'collection.masked.show_named', {
          label,
        })}
        onPress={() => {
          if (isShown) setShown(false);
          else void onShown().then(() => setShown(true));
        }}
      >
        {text(isShown ? 'collection.masked.hide' : 'collection.masked.show')}
      </Button>
    </div>
  );
}
