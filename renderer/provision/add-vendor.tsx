import { useForm } from 'react-hook-form';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorNote,
  FormDateField,
  FormTextField,
  notify,
} from '../components/index.ts';

interface VendorDraft {
  name: string;
  task: string;
  contact: string;
  contractEndsOn: string | null;
}

/** Enters a vendor: who, for which work, until when the entrustment contract runs. */
export function AddVendorDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const text = useText();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={text('provision.add_vendor.title')}>
      <AddVendor onClose={onClose} />
    </Dialog>
  );
}

function AddVendor({ onClose }: { onClose(): void }) {
  const text = useText();
  const form = useForm<VendorDraft>({
    defaultValues: { name: '', task: '', contact: '', contractEndsOn: null },
  });
  const add = useSend('provision.addVendor');
  const { submit, failure } = useFormCall(add, form);
  const filled = {
    validate: (value: unknown) =>
      (typeof value === 'string' && value.trim() !== '') || text('common.field.required'),
  };
  const save = form.handleSubmit(async (values) => {
    if ((await submit(values)) === undefined) return;
    notify(text('provision.add_vendor.done'));
    onClose();
  });
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
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
      <ErrorNote error={failure} />
      <DialogButtons>
        <Button onPress={onClose}>{text('common.cancel')}</Button>
        <Button kind="primary" type="submit" isBusy={add.isPending}>
          {text('provision.add_vendor.save')}
        </Button>
      </DialogButtons>
    </form>
  );
}
