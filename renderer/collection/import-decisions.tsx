import type { FormPurpose } from '../../shared/domain/collection/consent-form.ts';
import { type ImportPlan, onKnown, onRepeated } from '../../shared/domain/collection/import-plan.ts';
import { importedWay } from '../../shared/domain/collection/import-words.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { DateField, RadioGroup, Select } from '../components/index.ts';

/** What the file does not say of itself, and what is to be done with people who are known. */
export function ImportDecisions({
  plan,
  unanswered,
  onChange,
}: {
  plan: ImportPlan;
  /** Purposes that no column answers. */
  unanswered: readonly FormPurpose[];
  onChange(part: Partial<ImportPlan>): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const has = (to: 'given_on' | 'way') => plan.columns.some((target) => target?.to === to);
  const ways = ['unknown', ...importedWay.options] as const;
  return (
    <div className="import-decisions">
      {has('given_on') ? null : (
        <DateField
          label={text('collection.import.given_on_all')}
          value={plan.givenOn}
          onChange={(givenOn) => onChange({ givenOn })}
        />
      )}
      {unanswered.map((purpose) => (
        <RadioGroup
          key={purpose.id}
          label={text('collection.import.answer_all', { purpose: format.say(purpose.name) })}
          hint={text('collection.import.answer_all_hint')}
          value={plan.answers.find(({ purposeId }) => purposeId === purpose.id)?.answer ?? null}
          onChange={(answer) =>
            onChange({
              answers: [
                ...plan.answers.filter(({ purposeId }) => purposeId !== purpose.id),
                { purposeId: purpose.id, answer },
              ],
            })
          }
          options={(['given', 'refused'] as const).map((value) => ({
            value,
            label: text(`collection.import.answer.${value}`),
          }))}
        />
      ))}
      <RadioGroup
        label={text('collection.import.date_order')}
        value={plan.dateOrder ?? 'unset'}
        onChange={(order) => onChange({ dateOrder: order === 'unset' ? null : order })}
        options={(['unset', 'mdy', 'dmy'] as const).map((value) => ({
          value,
          label: text(`collection.import.date_order.${value}`),
        }))}
      />
      <Select
        label={text('collection.import.way_all')}
        value={plan.way ?? 'unknown'}
        onChange={(way) => onChange({ way: way === 'unknown' ? null : way })}
        options={ways.map((value) => ({ value, label: text(`collection.import.way.${value}`) }))}
      />
      <RadioGroup
        label={text('collection.import.known')}
        hint={text('collection.import.known_hint')}
        value={plan.onKnown}
        onChange={(chosen) => onChange({ onKnown: chosen })}
        options={onKnown.options.map((value) => ({ value, label: text(`collection.import.known.${value}`) }))}
      />
      <RadioGroup
        label={text('collection.import.repeated')}
        value={plan.onRepeated}
        onChange={(chosen) => onChange({ onRepeated: chosen })}
        options={onRepeated.options.map((value) => ({
          value,
          label: text(`collection.import.repeated.${value}`),
        }))}
      />
      <p className="quiet small">{text('collection.import.empty_answers')}</p>
    </div>
  );
}
