import { useForm } from 'react-hook-form';
import type { ChannelInput } from '../../shared/contract/contract.ts';
import type { GivenOutReport } from '../../shared/contract/provision.ts';
import { provisionCycle, provisionWay } from '../../shared/contract/provision-provisions.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Checkbox,
  FormDateField,
  FormSelect,
  FormTextArea,
  FormTextField,
  notify,
} from '../components/index.ts';
import { CoveredForm } from './covered-form.tsx';
import { useFilled } from './form-dialog.tsx';
import './hand-over-dialog.css';

interface ProvisionDraft {
  fileName: string;
  providedOn: string | null;
  cycle: string;
  keptUntil: string | null;
  way: string;
  isEncrypted: boolean;
  restrictions: string;
}

/** How those who are covered were provided. */
export function ProvideCovered({
  asked,
  report,
  onBack,
  onClose,
}: {
  asked: ChannelInput<'provision.checkProvision'>;
  report: GivenOutReport;
  onBack(): void;
  onClose(): void;
}) {
  const text = useText();
  const today = useToday();
  const send = useSend('provision.recordProvision');
  const form = useForm<ProvisionDraft>({
    defaultValues: {
      fileName: '',
      providedOn: today,
      cycle: 'once',
      keptUntil: null,
      way: '',
      isEncrypted: true,
      restrictions: '',
    },
  });
  const { submit, failure } = useFormCall(send, form);
  const filled = useFilled();
  const chosen = { required: text('common.field.choose') };
  const save = form.handleSubmit(async ({ cycle, way, providedOn, ...values }) => {
    const often = provisionCycle.safeParse(cycle);
    const how = provisionWay.safeParse(way);
    if (!often.success || !how.success || providedOn === null) return;
    const recorded = await submit({ ...asked, ...values, providedOn, cycle: often.data, way: how.data });
    if (recorded === undefined) return;
    notify(text('provision.provide.done', { reference: recorded.reference }));
    onClose();
  });
  return (
    <CoveredForm
      report={report}
      channel="provision.recordProvision"
      recording={text('provision.provide.recording')}
      save={text('provision.provide.save', { count: report.people })}
      onSave={save}
      onBack={onBack}
      onClose={onClose}
      isBusy={send.isPending}
      failure={failure}
    >
      <FormTextField
        control={form.control}
        name="fileName"
        label={text('provision.provide.file')}
        hint={text('provision.provide.file_hint')}
        maxLength={120}
        rules={filled}
        autoFocus
      />
      <div className="hand-over-fields">
        <FormDateField
          control={form.control}
          name="providedOn"
          label={text('provision.provide.date')}
          maximum={today}
          rules={{ required: text('common.field.required') }}
        />
        <FormDateField
          control={form.control}
          name="keptUntil"
          label={text('provision.provide.until')}
          isOptional
        />
        <FormSelect
          control={form.control}
          name="cycle"
          label={text('provision.provide.cycle')}
          options={provisionCycle.options.map((cycle) => ({
            value: cycle,
            label: text(`documents.ledger.cycle.${cycle}`),
          }))}
        />
        <FormSelect
          control={form.control}
          name="way"
          label={text('provision.provide.way')}
          rules={chosen}
          options={provisionWay.options.map((way) => ({
            value: way,
            label: text(`provision.way.${way}`),
          }))}
        />
      </div>
      <Checkbox
        isSelected={form.watch('isEncrypted')}
        onChange={(isEncrypted) => form.setValue('isEncrypted', isEncrypted)}
      >
        {text('provision.hand_over.encrypted')}
      </Checkbox>
      <FormTextArea
        control={form.control}
        name="restrictions"
        label={text('provision.provide.restrictions')}
        hint={text('provision.provide.restrictions_hint')}
        maxLength={500}
        isOptional
      />
    </CoveredForm>
  );
}
