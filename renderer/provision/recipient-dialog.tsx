import { type UseFormReturn, useForm } from 'react-hook-form';
import type { CallError } from '../../shared/contract/answer.ts';
import type { RecipientRow } from '../../shared/contract/provision-recipients.ts';
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

/** Enters a third party to whom data may be provided, or changes what is written of it: who, how to reach it, in which country. */
export function RecipientDialog({
  recipient,
  onClose,
}: {
  /** Null: not open. */
  recipient: RecipientRow | 'new' | null;
  onClose(): void;
}) {
  const text = useText();
  const isNew = recipient === 'new';
  return (
    <Dialog
      isOpen={recipient !== null}
      onClose={onClose}
      title={text(isNew ? 'provision.add_recipient.title' : 'provision.change_recipient.title')}
    >
      {recipient === null ? null : isNew ? (
        <AddRecipient onClose={onClose} />
      ) : (
        <ChangeRecipient recipient={recipient} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface RecipientDraft {
  name: string;
  contact: string;
  country: string;
}

function AddRecipient({ onClose }: { onClose(): void }) {
  const text = useText();
  const form = useForm<RecipientDraft>({ defaultValues: { name: '', contact: '', country: 'KR' } });
  const add = useSend('provision.addRecipient');
  const { submit, failure } = useFormCall(add, form);
  const save = form.handleSubmit(async (values) => {
    if ((await submit(values)) === undefined) return;
    notify(text('provision.add_recipient.done'));
    onClose();
  });
  return (
    <RecipientForm form={form} onSave={save} onClose={onClose} failure={failure} isBusy={add.isPending}>
      {text('provision.add_recipient.save')}
    </RecipientForm>
  );
}

function ChangeRecipient({ recipient, onClose }: { recipient: RecipientRow; onClose(): void }) {
  const text = useText();
  const { recipientId, name, contact, country } = recipient;
  const form = useForm<RecipientDraft>({ defaultValues: { name, contact, country } });
  const change = useSend('provision.changeRecipient');
  const { submit, failure } = useFormCall(change, form);
  const save = form.handleSubmit(async (values) => {
    if ((await submit({ recipientId, ...values })) === undefined) return;
    notify(text('provision.change_recipient.done'));
    onClose();
  });
  return (
    <RecipientForm
      form={form}
      lead={text('provision.change_recipient.lead')}
      onSave={save}
      onClose={onClose}
      failure={failure}
      isBusy={change.isPending}
    >
      {text('provision.change_recipient.save')}
    </RecipientForm>
  );
}

function RecipientForm({
  form,
  lead,
  onSave,
  onClose,
  failure,
  isBusy,
  children,
}: {
  form: UseFormReturn<RecipientDraft>;
  lead?: string;
  onSave: ReturnType<UseFormReturn<RecipientDraft>['handleSubmit']>;
  onClose(): void;
  failure: CallError | null;
  isBusy: boolean;
  /** What the button says that saves. */
  children: string;
}) {
  const text = useText();
  const language = useLanguage();
  const named = countries.map((code) => ({ value: code, label: countryName(code, language) }));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        // The dialog may stand inside another form.
        event.stopPropagation();
        void onSave(event);
      }}
    >
      {lead === undefined ? null : <p className="quiet">{lead}</p>}
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
        <Button kind="primary" type="submit" isBusy={isBusy}>
          {children}
        </Button>
      </DialogButtons>
    </form>
  );
}
