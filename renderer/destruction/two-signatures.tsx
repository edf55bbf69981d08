import type { Signature } from '../../shared/domain/collection/consent.ts';
import { SignatureField } from '../collection/signature-field.tsx';

interface Side {
  label: string;
  value: Signature | null;
  onChange(signature: Signature | null): void;
}

/** Two people sign side by side, each in a field that says whose it is. */
export function TwoSignatures({ first, second }: { first: Side; second: Side }) {
  return (
    <div className="paper-signatures">
      {[first, second].map(({ label, value, onChange }) => (
        <fieldset key={label} aria-label={label}>
          <legend>
            <strong>{label}</strong>
          </legend>
          <SignatureField value={value} onChange={onChange} />
        </fieldset>
      ))}
    </div>
  );
}
