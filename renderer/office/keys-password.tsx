import { useForm } from 'react-hook-form';
import type { ChannelInput } from '../../shared/contract/contract.ts';
import { call, queryClient } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useText } from '../app/text.tsx';
import { Button, Dialog, DialogButtons, ErrorNote, FormTextField, notify } from '../components/index.ts';
import { NewPasswordFields } from './password-fields.tsx';

export function ChangePasswordDialog({ onClose }: { onClose(): void }) {
  const text = useText();
  const form = useForm({
    defaultValues: { currentPassword: '', newPassword: '', repeated: '', signInName: '' },
  });
  const isBusy = form.formState.isSubmitting;
  // Not by `useSend`: passwords must not wait in the cache of what was sent.
  const { submit, failure } = useFormCall(
    { mutateAsync: (input: ChannelInput<'office.changePassword'>) => call('office.changePassword', input) },
    form,
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('office.holders.change_password')}
      size="wide"
      isBusy={isBusy}
    >
      <form
        noValidate
        onSubmit={form.handleSubmit(async ({ currentPassword, newPassword }) => {
          if ((await submit({ currentPassword, newPassword })) === undefined) return;
          void queryClient.invalidateQueries();
          notify(text('office.holders.password_changed'));
          onClose();
        })}
      >
        <FormTextField
          control={form.control}
          name="currentPassword"
          type="password"
          label={text('office.holders.current_password')}
          maxLength={128}
          autoComplete="current-password"
          rules={{ required: text('common.field.required') }}
          autoFocus
        />
        <NewPasswordFields
          control={form.control}
          name="newPassword"
          repeatName="repeated"
          signInNameName="signInName"
          label={text('office.holders.new_password')}
        />
        <ErrorNote error={failure} />
        <DialogButtons>
          <Button onPress={onClose} isDisabled={isBusy}>
            {text('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" isBusy={isBusy}>
            {text('office.holders.change_password')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
