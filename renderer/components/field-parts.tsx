import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { useText } from '../app/text.tsx';
import './field.css';

/** What every field has. All text is already in the person's language. */
export interface FieldProps {
  label: string;
  /** One line under the field: what to write, and why it is asked. */
  hint?: ReactNode;
  /** What is wrong, in plain words; shown in the field's own line. */
  error?: string | undefined;
  /** Says "(optional)" behind the label. Everything else is required and says so to a screen reader. */
  isOptional?: boolean;
  isDisabled?: boolean;
}

export function FieldLabel({
  label,
  isOptional = false,
}: {
  label: string;
  isOptional?: boolean | undefined;
}) {
  const text = useText();
  return (
    <Label className="field-label">
      {label}
      {isOptional ? <span className="field-optional">{text('common.field.optional')}</span> : null}
    </Label>
  );
}

export function FieldNotes({ hint, error }: { hint?: ReactNode; error?: string | undefined }) {
  return (
    <div className="field-notes">
      {error === undefined ? null : <FieldError className="field-error">{error}</FieldError>}
      {hint === undefined ? null : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
    </div>
  );
}

/** Tick of a chosen option. */
export function CheckGlyph({ isIndeterminate = false }: { isIndeterminate?: boolean }) {
  return (
    <svg
      width="12"
      height="12"
      viewBox="0 0 12 12"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    >
      {isIndeterminate ? <path d="M2 6h8" /> : <path d="M2 6.5 4.8 9 10 3" />}
    </svg>
  );
}

export function ChevronGlyph({ direction = 'down' }: { direction?: 'down' | 'left' | 'right' }) {
  const path = { down: 'M2 4l4 4 4-4', left: 'M8 2 4 6l4 4', right: 'M4 2l4 4-4 4' }[direction];
  return (
    <svg
      width="12"
      height="12"
      viewBox="0 0 12 12"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <path d={path} />
    </svg>
  );
}
