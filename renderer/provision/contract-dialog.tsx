import { useForm } from 'react-hook-form';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useOfficeFormat, useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { FormDateField, FormTextArea, FormTextField, notify } from '../components/index.ts';
import { FormDialog, useFilled } from './form-dialog.tsx';
import './hand-over-dialog.css';

interface ContractDraft {
  reference: string;
  signedOn: string | null;
  startsOn: string | null;
  endsOn: string | null;
  tasks: string;
  items: string;
  safeguards: string;
  places: Record<string, string>;
}

/** What a contract says, read from its text: a clause counts only with the place where it stands. */
export function ContractDialog({
  answer,
  onClose,
}: {
  answer: ChannelOutput<'provision.getVendor'>;
  onClose(): void;
}) {
  const { vendor, required, contracts } = answer;
  const text = useText();
  const format = useOfficeFormat();
  const today = useToday();
  const [before] = contracts;
  const form = useForm<ContractDraft>({
    defaultValues: {
      reference: before?.reference ?? '',
      signedOn: before === undefined ? today : null,
      startsOn: before === undefined ? today : null,
      endsOn: vendor.contractEndsOn,
      tasks: before?.tasks ?? vendor.task,
      items: before?.items ?? '',
      safeguards: before?.safeguards ?? '',
      places: Object.fromEntries(
        required.map(({ clause }) => [
          clause,
          before?.clauses.find((found) => found.clause === clause)?.place ?? '',
        ]),
      ),
    },
  });
  const send = useSend('provision.recordContract');
  const { submit, failure } = useFormCall(send, form);
  const filled = useFilled();
  const needed = { required: text('common.field.required') };
  const save = form.handleSubmit(async ({ places, signedOn, startsOn, ...values }) => {
    if (signedOn === null || startsOn === null) return;
    const recorded = await submit({
      vendorId: vendor.vendorId,
      ...values,
      signedOn,
      startsOn,
      clauses: required.flatMap(({ clause }) => {
        const place = (places[clause] ?? '').trim();
        return place === '' ? [] : [{ clause, place }];
      }),
    });
    if (recorded === undefined) return;
    notify(text('provision.contract.done'));
    onClose();
  });
  return (
    <FormDialog
      title={text(before === undefined ? 'provision.contract.record' : 'provision.contract.record_new')}
      save={text('provision.contract.save')}
      onSave={save}
      onClose={onClose}
      isBusy={send.isPending}
      failure={failure}
      size="wide"
    >
      <FormTextField
        control={form.control}
        name="reference"
        label={text('provision.contract.reference')}
        hint={text('provision.contract.reference_hint')}
        maxLength={120}
        rules={filled}
        autoFocus
      />
      <div className="hand-over-fields">
        <FormDateField
          control={form.control}
          name="signedOn"
          label={text('provision.contract.signed')}
          maximum={today}
          rules={needed}
        />
        <FormDateField
          control={form.control}
          name="startsOn"
          label={text('provision.contract.starts')}
          rules={needed}
        />
        <FormDateField
          control={form.control}
          name="endsOn"
          label={text('provision.contract.ends')}
          isOptional
        />
      </div>
      {(['tasks', 'items', 'safeguards'] as const).map((name) => (
        <FormTextArea
          key={name}
          control={form.control}
          name={name}
          label={text(`provision.contract.${name}`)}
          maxLength={1000}
          isOptional
        />
      ))}
      <fieldset className="contract-clauses">
        <legend>{text('provision.contract.place')}</legend>
        <p className="quiet small">{text('provision.contract.clauses_hint')}</p>
        {required.map(({ clause, basis }) => (
          <FormTextField
            key={clause}
            control={form.control}
            name={`places.${clause}`}
            label={text(`provision.clause.${clause}`)}
            hint={format.say(basis)}
            maxLength={60}
            isOptional
          />
        ))}
      </fieldset>
    </FormDialog>
  );
}
