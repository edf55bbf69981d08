import { useForm } from 'react-hook-form';
import type { CatalogueItemRow } from '../../shared/contract/collection-forms.ts';
import { formItem } from '../../shared/domain/collection/consent-form.ts';
import { itemCodeOf } from '../../shared/domain/collection/form-draft.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorNote,
  FormSelect,
  FormTextField,
  notify,
} from '../components/index.ts';

/** An item of the catalogue: what it is called in both languages, what kind of value it holds, how sensitive it is. */
export function CatalogueItemDialog({
  edited,
  onClose,
}: {
  /** Null: not open. */
  edited: CatalogueItemRow | 'new' | null;
  onClose(): void;
}) {
  const text = useText();
  return (
    <Dialog
      isOpen={edited !== null}
      onClose={onClose}
      title={text(edited === 'new' ? 'collection.catalogue.add_item' : 'collection.catalogue.change_item')}
    >
      {edited === null ? null : <ItemForm item={edited === 'new' ? null : edited} onClose={onClose} />}
    </Dialog>
  );
}

function ItemForm({ item, onClose }: { item: CatalogueItemRow | null; onClose(): void }) {
  const text = useText();
  const form = useForm({
    defaultValues: {
      label: { en: item?.label.en ?? '', ko: item?.label.ko ?? '' },
      valueType: item?.valueType ?? ('text' as const),
      sensitivity: item?.sensitivity ?? ('ordinary' as const),
    },
  });
  const save = useSend('collection.saveCatalogueItem');
  const { submit, failure } = useFormCall(save, form);
  const filled = {
    validate: (value: unknown) =>
      (typeof value === 'string' && value.trim() !== '') || text('common.field.required'),
  };
  const submitted = form.handleSubmit(async ({ label, valueType, sensitivity }) => {
    const written = { en: label.en.trim(), ko: label.ko.trim() };
    // What is kept under a code goes on being kept under it, however it is called.
    const code = item?.code ?? itemCodeOf({ code: '', label: written, valueType }, 0);
    const answer = await submit({ item: { code, label: written, valueType, sensitivity } });
    if (answer === undefined) return;
    notify(text('collection.catalogue.saved'));
    onClose();
  });
  return (
    <form noValidate onSubmit={(event) => void submitted(event)}>
      {(['ko', 'en'] as const).map((language, index) => (
        <FormTextField
          key={language}
          control={form.control}
          name={`label.${language}`}
          label={text(`collection.editor.in_${language}`, { label: text('collection.editor.item_label') })}
          maxLength={80}
          rules={filled}
          autoFocus={index === 0}
        />
      ))}
      <FormSelect
        control={form.control}
        name="valueType"
        label={text('collection.editor.value_type')}
        options={formItem.shape.valueType.options.map((type) => ({
          value: type,
          label: text(`collection.value_type.${type}`),
        }))}
      />
      <FormSelect
        control={form.control}
        name="sensitivity"
        label={text('collection.editor.sensitivity')}
        options={formItem.shape.sensitivity.options.map((each) => ({
          value: each,
          label: text(`collection.sensitivity.${each}`),
          description: text(`collection.sensitivity.${each}_is`),
        }))}
      />
      <ErrorNote error={failure} />
      <DialogButtons>
        <Button onPress={onClose}>{text('common.cancel')}</Button>
        <Button kind="primary" type="submit" isBusy={save.isPending}>
          {text('collection.catalogue.save')}
        </Button>
      </DialogButtons>
    </form>
  );
}
