import { useForm } from 'react-hook-form';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useText } from '../app/text.tsx';
import { Button, Dialog, DialogButtons, ErrorNote, FormTextField, notify } from '../components/index.ts';

/** Registers a medium and writes the first copy of the keys to it. */
export function RegisterMediumDialog({ onClose }: { onClose(): void }) {
  const text = useText();
  const form = useForm({ defaultValues: { name: '', folder: '' } });
  const register = useSend('office.registerVaultMedium');
  const { submit, failure } = useFormCall(register, form);
  const required = text('common.field.required');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('office.key_copies.register')}
      size="wide"
      isBusy={register.isPending}
    >
      <form
        noValidate
        onSubmit={form.handleSubmit(async (values) => {
          const done = await submit(values);
          if (done === undefined) return;
          notify(text('office.key_copies.registered', { reference: done.reference, epoch: done.epoch }));
          if (done.onSameDisk) notify(text('office.backups.same_disk'), 'ember');
          onClose();
        })}
      >
        <p className="quiet">{text('office.key_copies.register_text')}</p>
        <FormTextField
          control={form.control}
          name="name"
          label={text('office.key_copies.name')}
          hint={text('office.key_copies.name_hint')}
          maxLength={120}
          rules={{ validate: (value) => String(value).trim() !== '' || required }}
          autoFocus
        />
        <FormTextField
          control={form.control}
          name="folder"
          label={text('office.key_copies.folder')}
          hint={text('office.key_copies.folder_hint')}
          maxLength={1000}
          rules={{ required }}
        />
        <ErrorNote error={failure} />
        <DialogButtons>
          <Button onPress={onClose} isDisabled={register.isPending}>
            {text('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" isBusy={register.isPending}>
            {text('office.key_copies.register')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
