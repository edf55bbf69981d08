import { guardianVerificationWays } from '../../shared/domain/collection/guardian.ts';
import { useText } from '../app/text.tsx';
import { DateField, Explanation, RadioGroup, TextField } from '../components/index.ts';
import type { CaptureDraft, GuardianDraft } from './capture-draft.ts';

/** For a child: who consents instead, and how it was verified that they did. Until then nothing else is asked. */
export function CaptureGuardian({
  age,
  guardian,
  isVerified,
  today,
  errorOf,
  onChange,
}: {
  /** Below which age the person is taken for a child; null where the form itself is for children. */
  age: number | null;
  guardian: GuardianDraft;
  isVerified: boolean;
  today: string;
  errorOf(field: string): string | undefined;
  onChange(fields: readonly string[], next: Partial<CaptureDraft>): void;
}) {
  const text = useText();
  const change = (field: string, next: Partial<GuardianDraft>) =>
    onChange([field], { guardian: { ...guardian, ...next } });
  return (
    <section className="capture-guardian" aria-labelledby="capture-guardian">
      <h2 id="capture-guardian" className="capture-guardian-title">
        {text('collection.guardian.title')}
      </h2>
      <p>
        {age === null
          ? text('collection.guardian.form_for_children')
          : text('collection.guardian.age', { age })}
      </p>
      <div className="capture-items">
        <div data-field="guardian.name">
          <TextField
            label={text('collection.guardian.name')}
            value={guardian.name}
            onChange={(name) => change('guardian.name', { name })}
            maxLength={200}
            error={errorOf('guardian.name')}
          />
        </div>
        <div data-field="guardian.contact">
          <TextField
            label={text('collection.guardian.contact')}
            hint={text('collection.guardian.contact_hint')}
            value={guardian.contact}
            onChange={(contact) => change('guardian.contact', { contact })}
            maxLength={200}
            error={errorOf('guardian.contact')}
          />
        </div>
      </div>
      <div data-field="guardian.verification">
        <RadioGroup
          label={text('collection.guardian.verification')}
          layout="lines"
          value={guardian.verifiedBy}
          onChange={(verifiedBy) => change('guardian.verification', { verifiedBy })}
          options={guardianVerificationWays.map((way) => ({
            value: way,
            label: text(`collection.guardian.way.${way}`),
            description: text(`collection.guardian.way_text.${way}`),
          }))}
          error={errorOf('guardian.verification')}
        />
      </div>
      <div data-field="guardian.verifiedOn" className="capture-guardian-day">
        <DateField
          label={text('collection.guardian.verified_on')}
          value={guardian.verifiedOn}
          maximum={today}
          onChange={(verifiedOn) => change('guardian.verifiedOn', { verifiedOn })}
          error={errorOf('guardian.verifiedOn')}
        />
      </div>
      {isVerified ? null : <Explanation>{text('collection.guardian.nothing_else')}</Explanation>}
    </section>
  );
}
