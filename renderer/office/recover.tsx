import { useForm } from 'react-hook-form';
import type { ChannelInput } from '../../shared/contract/contract.ts';
import { call } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useText } from '../app/text.tsx';
import { Button, ErrorNote, FormTextField, notify } from '../components/index.ts';
import { Entrance } from './entrance.tsx';
import { CardField } from './keys-card-field.tsx';
import { NewPasswordFields } from './password-fields.tsx';

/** "Forgot the password?": two cards, whose password, and the new one. Nobody is signed in by it. */
export function RecoverScreen({ onClose }: { onClose(signInName: string): void }) {
  const text = useText();
  const form = useForm({
    defaultValues: { firstCard: '', secondCard: '', signInName: '', newPassword: '', repeated: '' },
  });
  const isBusy = form.formState.isSubmitting;
  // Not by `useSend`: cards and password must not wait in the cache of what was sent.
  const { submit, failure } = useFormCall(
    { mutateAsync: (input: ChannelInput<'office.recover'>) => call('office.recover', input) },
    form,
  );
  return (
    <Entrance wide>
      <h1>{text('office.recover.title')}</h1>
      <p className="quiet">{text('office.recover.text')}</p>
      <form
        className="entrance-form"
        noValidate
        onSubmit={form.handleSubmit(async ({ repeated: _, ...input }) => {
          if ((await submit(input)) === undefined) return;
          notify(text('office.recover.done'));
          onClose(input.signInName);
        })}
      >
        <CardField control={form.control} name="firstCard" label={text('office.card.first')} autoFocus />
        <CardField control={form.control} name="secondCard" label={text('office.card.second')} />
        <FormTextField
          control={form.control}
          name="signInName"
          label={text('office.recover.whose')}
          hint={text('office.user.sign_in_name')}
          rules={{ required: text('common.field.required') }}
          maxLength={60}
        />
        <NewPasswordFields
          control={form.control}
          name="newPassword"
          repeatName="repeated"
          signInNameName="signInName"
          label={text('office.holders.new_password')}
        />
        <p className="quiet small">{text('office.recover.recorded')}</p>
        <ErrorNote error={failure} />
        <div className="row">
          <Button onPress={() => onClose('')} isDisabled={isBusy}>
            {text('office.recover.back')}
          </Button>
          <Button kind="primary" type="submit" isBusy={isBusy}>
            {text('office.recover.submit')}
          </Button>
        </div>
      </form>
    </Entrance>
  );
}
