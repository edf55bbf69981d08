import { useForm } from 'react-hook-form';
import type { ChannelInput } from '../../shared/contract/contract.ts';
import { sourceMark, triggerKinds } from '../../shared/domain/retention/retention-rule.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorNote,
  Explanation,
  FormDateField,
  FormNumberField,
  FormRadioGroup,
  FormSelect,
  FormTextField,
  notify,
} from '../components/index.ts';
import './retention.css';

type Content = ChannelInput<'retention.addRule'>['content'];

interface Values {
  name: { en: string; ko: string };
  basis: { en: string; ko: string };
  lawEdition: { en: string; ko: string };
  trigger: Content['trigger'] | null;
  amount: number | null;
  unit: 'Y' | 'M' | 'D';
  obliged: 'yes' | 'no' | null;
  effectiveFrom: string | null;
  source: Content['source'] | null;
}

/** The most of each unit that `period` takes. */
const longest = { Y: 100, M: 1200, D: 36500 } as const;

/** A rule of the office's own: what starts it, how long it lasts, and what it rests on. */
export function AddRuleDialog({ onClose }: { onClose(): void }) {
  const text = useText();
  const today = useToday();
  const form = useForm<Values>({
    defaultValues: {
      name: { en: '', ko: '' },
      basis: { en: '', ko: '' },
      lawEdition: { en: '', ko: '' },
      trigger: null,
      amount: null,
      unit: 'Y',
      obliged: null,
      effectiveFrom: today,
      source: null,
    },
  });
  const addRule = useSend('retention.addRule');
  const { submit, failure } = useFormCall(addRule, form, (path) =>
    path === 'content.period' ? 'amount' : path.replace(/^content\./, ''),
  );
  const filled = { required: text('common.field.required') };
  const chosen = { required: text('common.field.choose') };
  const send = async (values: Values) => {
    const { trigger, amount, source, effectiveFrom, obliged, unit, ...worded } = values;
    if (trigger === null || amount === null || source === null || effectiveFrom === null) return;
    const added = await submit({
      content: {
        ...worded,
        trigger,
        period: `P${amount}${unit}`,
        obligedByLaw: obliged === 'yes',
        effectiveFrom,
        source,
      },
    });
    if (!added) return;
    notify(text('retention.add_rule.done'));
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('retention.add_rule.title')}
      size="wide"
      isBusy={addRule.isPending}
    >
      <form onSubmit={form.handleSubmit(send)} noValidate>
        <Explanation>{text('retention.add_rule.both_languages')}</Explanation>
        <div className="columns">
          <FormTextField
            control={form.control}
            name="name.en"
            label={text('retention.add_rule.name_en')}
            maxLength={120}
            rules={filled}
            autoFocus
          />
          <FormTextField
            control={form.control}
            name="name.ko"
            label={text('retention.add_rule.name_ko')}
            maxLength={120}
            rules={filled}
          />
        </div>
        <div className="rule-period">
          <FormNumberField
            control={form.control}
            name="amount"
            label={text('retention.add_rule.amount')}
            minimum={1}
            maximum={longest[form.watch('unit')]}
            rules={filled}
          />
          <FormSelect
            control={form.control}
            name="unit"
            label={text('retention.add_rule.unit')}
            options={[
              { value: 'Y', label: text('retention.add_rule.unit.years') },
              { value: 'M', label: text('retention.add_rule.unit.months') },
              { value: 'D', label: text('retention.add_rule.unit.days') },
            ]}
          />
          <FormSelect
            control={form.control}
            name="trigger"
            label={text('retention.add_rule.trigger')}
            rules={chosen}
            options={triggerKinds.map((value) => ({ value, label: text(`retention.trigger.${value}`) }))}
          />
        </div>
        <FormRadioGroup
          control={form.control}
          name="obliged"
          label={text('retention.add_rule.obliged')}
          rules={chosen}
          options={[
            {
              value: 'yes',
              label: text('retention.add_rule.obliged.yes'),
              description: text('retention.add_rule.obliged.yes.text'),
            },
            {
              value: 'no',
              label: text('retention.add_rule.obliged.no'),
              description: text('retention.add_rule.obliged.no.text'),
            },
          ]}
        />
        <div className="columns">
          <FormTextField
            control={form.control}
            name="basis.en"
            label={text('retention.add_rule.basis_en')}
            hint={text('retention.add_rule.basis.hint')}
            maxLength={200}
            rules={filled}
          />
          <FormTextField
            control={form.control}
            name="basis.ko"
            label={text('retention.add_rule.basis_ko')}
            maxLength={200}
            rules={filled}
          />
          <FormTextField
            control={form.control}
            name="lawEdition.en"
            label={text('retention.add_rule.edition_en')}
            hint={text('retention.add_rule.edition.hint')}
            maxLength={80}
            rules={filled}
          />
          <FormTextField
            control={form.control}
            name="lawEdition.ko"
            label={text('retention.add_rule.edition_ko')}
            maxLength={80}
            rules={filled}
          />
          <FormDateField
            control={form.control}
            name="effectiveFrom"
            label={text('retention.add_rule.effective')}
            rules={filled}
          />
          <FormSelect
            control={form.control}
            name="source"
            label={text('retention.add_rule.source')}
            rules={chosen}
            options={sourceMark.options.map((value) => ({ value, label: text(`retention.source.${value}`) }))}
          />
        </div>
        <ErrorNote error={failure} />
        <DialogButtons>
          <Button onPress={onClose} isDisabled={addRule.isPending}>
            {text('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" isBusy={addRule.isPending}>
            {text('retention.add_rule.submit')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
