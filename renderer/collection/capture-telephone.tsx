import { useText } from '../app/text.tsx';
import { RadioGroup, TextField } from '../components/index.ts';
import type { CaptureDraft, TelephoneDraft } from './capture-draft.ts';

/** What proves a consent given by telephone: when the call was, who read the text and who heard it. */
export function CaptureTelephone({
  telephone,
  errorOf,
  onChange,
}: {
  telephone: TelephoneDraft;
  errorOf(field: string): string | undefined;
  onChange(fields: readonly string[], next: Partial<CaptureDraft>): void;
}) {
  const text = useText();
  const change = (field: string, next: Partial<TelephoneDraft>) =>
    onChange([field], { telephone: { ...telephone, ...next } });
  return (
    <section className="capture-proof" aria-labelledby="capture-telephone">
      <h2 id="capture-telephone" className="capture-proof-title">
        {text('collection.telephone.title')}
      </h2>
      <div className="capture-items">
        <div data-field="calledAt">
          <TextField
            label={text('collection.telephone.called_at')}
            hint={text('collection.telephone.called_at_hint')}
            value={telephone.calledAt}
            onChange={(calledAt) => change('calledAt', { calledAt })}
            maxLength={5}
            error={errorOf('calledAt')}
          />
        </div>
        <div data-field="readBy">
          <TextField
            label={text('collection.telephone.read_by')}
            value={telephone.readBy}
            onChange={(readBy) => change('readBy', { readBy })}
            maxLength={6}
            error={errorOf('readBy')}
          />
        </div>
      </div>
      <div data-field="witness" className="stack-tight">
        <RadioGroup
          label={text('collection.telephone.witness')}
          hint={text('collection.telephone.witness_hint')}
          value={telephone.witness}
          onChange={(witness) => change('witness', { witness })}
          options={[
            { value: 'staff', label: text('collection.telephone.witness_staff') },
            { value: 'named', label: text('collection.telephone.witness_named') },
          ]}
          error={telephone.witness === null ? errorOf('witness') : undefined}
        />
        {telephone.witness === 'staff' ? (
          <TextField
            label={text('collection.telephone.witness_number')}
            value={telephone.witnessStaff}
            onChange={(witnessStaff) => change('witness', { witnessStaff })}
            maxLength={6}
            error={errorOf('witness')}
          />
        ) : null}
        {telephone.witness === 'named' ? (
          <TextField
            label={text('collection.telephone.witness_name')}
            value={telephone.witnessName}
            onChange={(witnessName) => change('witness', { witnessName })}
            maxLength={200}
            error={errorOf('witness')}
          />
        ) : null}
      </div>
    </section>
  );
}
