import { useForm } from 'react-hook-form';
import type { VendorRow } from '../../shared/contract/provision-vendors.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useText } from '../app/text.tsx';
import { Checkbox, FormDateField, FormTextField, notify } from '../components/index.ts';
import { FormDialog, useFilled } from './form-dialog.tsx';

interface VendorDraft {
  name: string;
  task: string;
  contact: string;
  contractEndsOn: string | null;
  doesMarketing: boolean;
}

/** Enters a vendor, or changes what is known of one: who, for which work, until when the entrustment contract runs. */
export function VendorDialog({ vendor, onClose }: { vendor: VendorRow | null; onClose(): void }) {
  const text = useText();
  const form = useForm<VendorDraft>({
    defaultValues: {
      name: vendor?.name ?? '',
      task: vendor?.task ?? '',
      contact: vendor?.contact ?? '',
      contractEndsOn: vendor?.contractEndsOn ?? null,
      doesMarketing: vendor?.doesMarketing ?? false,
    },
  });
  const add = useSend('provision.addVendor');
  const change = useSend('provision.changeVendor');
  const adding = useFormCall(add, form);
  const changing = useFormCall(change, form);
  const filled = useFilled();
  const part = vendor === null ? 'add_vendor' : 'change_vendor';
  const save = form.handleSubmit(async (values) => {
    const answer =
      vendor === null
        ? await adding.submit(values)
        : await changing.submit({ vendorId: vendor.vendorId, ...values });
    if (answer === undefined) return;
    notify(text(`provision.${part}.done`));
    onClose();
  });
  return (
    <FormDialog
      title={text(`provision.${part}.title`)}
      save={text(`provision.${part}.save`)}
      onSave={save}
      onClose={onClose}
      isBusy={add.isPending || change.isPending}
      failure={vendor === null ? adding.failure : changing.failure}
    >
      <FormTextField
        control={form.control}
        name="name"
        label={text('provision.add_vendor.name')}
        maxLength={120}
        rules={filled}
        autoFocus
      />
      <FormTextField
        control={form.control}
        name="task"
        label={text('provision.add_vendor.task')}
        hint={text('provision.add_vendor.task_hint')}
        maxLength={200}
        rules={filled}
      />
      <FormTextField
        control={form.control}
        name="contact"
        label={text('provision.add_vendor.contact')}
        maxLength={200}
        isOptional
      />
      <FormDateField
        control={form.control}
        name="contractEndsOn"
        label={text('provision.add_vendor.contract')}
        hint={text('provision.add_vendor.contract_hint')}
        isOptional
      />
      <Checkbox
        isSelected={form.watch('doesMarketing')}
        onChange={(doesMarketing) => form.setValue('doesMarketing', doesMarketing)}
        description={text('provision.add_vendor.marketing_hint')}
      >
        {text('provision.add_vendor.marketing')}
      </Checkbox>
    </FormDialog>
  );
}
