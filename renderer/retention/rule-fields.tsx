import type { UseFormReturn } from 'react-hook-form';
import {
  countings,
  endActions,
  jurisdictions,
  sourceMark,
  triggerKinds,
} from '../../shared/domain/retention/retention-rule.ts';
import { useText } from '../app/text.tsx';
import {
  Explanation,
  FormDateField,
  FormNumberField,
  FormRadioGroup,
  FormSelect,
  FormTextField,
} from '../components/index.ts';
import { longest, type RuleDraft } from './rule-draft.ts';

/** What starts a period, how long it lasts, what it rests on, and what is done when it is over. */
export function RuleFields({
  form,
  isObligedFixed,
}: {
  form: UseFormReturn<RuleDraft>;
  isObligedFixed: boolean;
}) {
  const text = useText();
  const { control } = form;
  const filled = { required: text('common.field.required') };
  const chosen = { required: text('common.field.choose') };
  const [trigger, counting, unit] = form.watch(['trigger', 'counting', 'unit']);
  return (
    <>
      <Explanation>{text('retention.add_rule.both_languages')}</Explanation>
      <div className="columns">
        <FormTextField
          control={control}
          name="name.en"
          label={text('retention.add_rule.name_en')}
          maxLength={120}
          rules={filled}
          autoFocus
        />
        <FormTextField
          control={control}
          name="name.ko"
          label={text('retention.add_rule.name_ko')}
          maxLength={120}
          rules={filled}
        />
      </div>
      <div className="rule-period">
        <FormNumberField
          control={control}
          name="amount"
          label={text('retention.add_rule.amount')}
          minimum={0}
          maximum={longest[unit]}
          rules={filled}
        />
        <FormSelect
          control={control}
          name="unit"
          label={text('retention.add_rule.unit')}
          options={[
            { value: 'Y', label: text('retention.add_rule.unit.years') },
            { value: 'M', label: text('retention.add_rule.unit.months') },
            { value: 'D', label: text('retention.add_rule.unit.days') },
          ]}
        />
        <FormSelect
          control={control}
          name="trigger"
          label={text('retention.add_rule.trigger')}
          rules={chosen}
          options={triggerKinds.map((value) => ({ value, label: text(`retention.trigger.${value}`) }))}
        />
      </div>
      <div className="columns">
        <FormSelect
          control={control}
          name="counting"
          label={text('retention.add_rule.counting')}
          options={countings.map((value) => ({ value, label: text(`retention.counting.${value}`) }))}
        />
        {counting === 'fiscal_year_end' ? (
          <FormTextField
            control={control}
            name="fiscalYearEnd"
            label={text('retention.add_rule.fiscal_year_end')}
            hint={text('retention.add_rule.fiscal_year_end.hint')}
            maxLength={5}
            rules={filled}
          />
        ) : null}
        {trigger === 'event' ? (
          <FormTextField
            control={control}
            name="event"
            label={text('retention.add_rule.event')}
            hint={text('retention.add_rule.event.hint')}
            maxLength={40}
            rules={filled}
          />
        ) : null}
      </div>
      {isObligedFixed ? null : (
        <FormRadioGroup
          control={control}
          name="obliged"
          label={text('retention.add_rule.obliged')}
          rules={chosen}
          options={(['yes', 'no'] as const).map((value) => ({
            value,
            label: text(`retention.add_rule.obliged.${value}`),
            description: text(`retention.add_rule.obliged.${value}.text`),
          }))}
        />
      )}
      <div className="columns">
        <FormTextField
          control={control}
          name="basis.en"
          label={text('retention.add_rule.basis_en')}
          hint={text('retention.add_rule.basis.hint')}
          maxLength={200}
          rules={filled}
        />
        <FormTextField
          control={control}
          name="basis.ko"
          label={text('retention.add_rule.basis_ko')}
          maxLength={200}
          rules={filled}
        />
        <FormTextField
          control={control}
          name="lawEdition.en"
          label={text('retention.add_rule.edition_en')}
          hint={text('retention.add_rule.edition.hint')}
          maxLength={80}
          rules={filled}
        />
        <FormTextField
          control={control}
          name="lawEdition.ko"
          label={text('retention.add_rule.edition_ko')}
          maxLength={80}
          rules={filled}
        />
        <FormDateField
          control={control}
          name="effectiveFrom"
          label={text('retention.add_rule.effective')}
          rules={filled}
        />
        <FormDateField
          control={control}
          name="effectiveTo"
          label={text('retention.add_rule.effective_to')}
          hint={text('retention.add_rule.effective_to.hint')}
        />
        <FormSelect
          control={control}
          name="source"
          label={text('retention.add_rule.source')}
          rules={chosen}
          options={sourceMark.options.map((value) => ({ value, label: text(`retention.source.${value}`) }))}
        />
        <FormSelect
          control={control}
          name="jurisdiction"
          label={text('retention.add_rule.jurisdiction')}
          options={jurisdictions.map((value) => ({ value, label: text(`retention.jurisdiction.${value}`) }))}
        />
        <FormSelect
          control={control}
          name="endAction"
          label={text('retention.add_rule.end_action')}
          options={endActions.map((value) => ({ value, label: text(`retention.end_action.${value}`) }))}
        />
      </div>
    </>
  );
}
