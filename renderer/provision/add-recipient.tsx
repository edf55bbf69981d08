import { useForm } from 'react-hook-form';
import { countries, countryName } from '../../shared/domain/provision/country.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useLanguage, useText } from '../app/text.tsx';
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorNote,
  FormSearchSelect,
  FormTextField,
  notify,
} from '../components/index.ts';

/** Enters a third party to whom data may be provided: who, how to reach it, in which country. */
export function AddRecipientDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const text = useText();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={text('provision.add_recipient.title')}>
      <AddRecipient onClose={onClose} />
    </Dialog>
  );
}

function AddRecipient({ onClose }: { onClose(): void }) {
  const text = useText();
  const language = useLanguage();
  const form = useForm({ defaultValues: { name: '', contact: '', country: 'KR' } });
  const add = useSend('provision.addRecipient');
  const { submit, failure } = useFormCall(add, form);
  const save = form.handleSubmit(async (values) => {
    if ((await submit(values)) === undefined) return;
    notify(text('provision.add_recipient.done'));
    onClose();
  });
  const named = countries.map((code) => ({ value: code, label: countryName(code, language) }));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        // The dialog may stand inside another form.
        event.stopPropagation();
        void save(event);
      }}
    >
      <FormTextField
        control={form.control}
        name="name"
        label={text('provision.add_recipient.name')}
        maxLength={120}
        rules={{
          validate: (value: unknown) =>
            (typeof value === 'string' && value.trim() !== '') || text('common.field.required'),
        }}
        autoFocus
      />
      <FormTextField
        control={form.control}
        name="contact"
        label={text('provision.add_recipient.contact')}
        hint={text('provision.add_recipient.contact_hint')}
        maxLength={200}
        isOptional
      />
      <FormSearchSelect
        control={form.control}
        name="country"
        label={text('provision.add_recipient.country')}
        rules={{ required: text('common.field.choose') }}
        options={named.toSorted((one, other) => one.label.localeCompare(other.label, language))}
      />
      <ErrorNote error={failure} />
      <DialogButtons>
        <Button onPress={onClose}>{text('common.cancel')}</Button>
        <Button kind="primary" type="submit" isBusy={add.isPending}>
          {text('provision.add_recipient.save')}
        </Button>
      </DialogButtons>
    </form>
  );
}
