import { useForm, useWatch } from 'react-hook-form';
import { id } from '../../shared/contract/fields.ts';
import { type PlaintextKind, plaintextKinds } from '../../shared/domain/office/known-copy.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorNote,
  FormDateField,
  FormRadioGroup,
  FormSelect,
  FormTextArea,
  FormTextField,
  notify,
} from '../components/index.ts';

interface Values {
  kind: PlaintextKind;
  where: string;
  since: string;
  scope: 'all' | 'listed' | null;
  unitIds: string;
  note: string;
}

const linesOf = (value: string) => value.split(/\s+/u).filter((line) => line !== '');

/** Enters a copy that exists outside of the application. */
export function AddCopyDialog({ onClose }: { onClose(): void }) {
  const text = useText();
  const today = useToday();
  const form = useForm<Values>({
    defaultValues: { kind: 'print', where: '', since: today, scope: null, unitIds: '', note: '' },
  });
  const add = useSend('office.addKnownCopy');
  const { submit, failure } = useFormCall(add, form);
  const scope = useWatch({ control: form.control, name: 'scope' });
  const required = text('common.field.required');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('office.known_copies.add')}
      size="wide"
      isBusy={add.isPending}
    >
      <form
        noValidate
        onSubmit={form.handleSubmit(async ({ scope: chosen, unitIds, ...values }) => {
          const added = await submit({
            ...values,
            scope: chosen ?? 'all',
            unitIds: chosen === 'listed' ? linesOf(unitIds) : [],
            personIds: [],
          });
          if (added === undefined) return;
          notify(text('office.known_copies.added', { reference: added.reference }));
          onClose();
        })}
      >
        <div className="columns">
          <FormSelect
            control={form.control}
            name="kind"
            label={text('office.known_copies.kind')}
            options={plaintextKinds.map((kind) => ({
              value: kind,
              label: text(`office.known_copies.kind.${kind}`),
            }))}
          />
          <FormDateField
            control={form.control}
            name="since"
            label={text('office.known_copies.since')}
            rules={{ required }}
          />
        </div>
        <FormTextField
          control={form.control}
          name="where"
          label={text('office.known_copies.where')}
          hint={text('office.known_copies.where_hint')}
          maxLength={300}
          rules={{ validate: (value) => String(value).trim() !== '' || required }}
        />
        <FormRadioGroup
          control={form.control}
          name="scope"
          layout="lines"
          label={text('office.known_copies.scope')}
          options={(['listed', 'all'] as const).map((value) => ({
            value,
            label: text(`office.known_copies.scope_${value}`),
            description: text(`office.known_copies.scope_${value}_text`),
          }))}
          rules={{ validate: (value) => value !== null || text('common.field.choose') }}
        />
        {scope === 'listed' ? (
          <FormTextArea
            control={form.control}
            name="unitIds"
            label={text('office.known_copies.units')}
            hint={text('office.known_copies.units_hint')}
            rules={{
              validate: (value) => {
                const lines = linesOf(String(value));
                if (lines.length === 0) return required;
                return (
                  lines.every((line) => id.safeParse(line).success) ||
                  text('office.known_copies.units_format')
                );
              },
            }}
          />
        ) : null}
        <FormTextArea
          control={form.control}
          name="note"
          label={text('office.known_copies.note')}
          maxLength={1000}
          isOptional
        />
        <ErrorNote error={failure} />
        <DialogButtons>
          <Button onPress={onClose} isDisabled={add.isPending}>
            {text('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" isBusy={add.isPending}>
            {text('office.known_copies.add')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
