import { type ItemDraft, itemCodeOf } from '../../shared/domain/collection/form-draft.ts';
import { useText } from '../app/text.tsx';
import { FormSelect } from '../components/index.ts';
import { BilingualFields } from './form-editor-bilingual.tsx';
import { useEditor } from './form-editor-context.ts';
import { FaultNote } from './form-editor-fault.tsx';
import { MoveButtons } from './form-editor-move.tsx';

const kinds = ['required', 'optional', 'automatic'] as const;
const valueTypes = ['name', 'text', 'long_text', 'date', 'telephone', 'email'] as const;
const sensitivities = ['ordinary', 'sensitive', 'unique_identifier'] as const;

/**
 * One item that a purpose asks for. Its code follows from the English label until it is published and is shown, so that exports can
 * be read.
 */
export function ItemFields({
  purposeIndex,
  index,
  count,
  item,
  onMove,
  onRemove,
}: {
  purposeIndex: number;
  index: number;
  count: number;
  item: ItemDraft | undefined;
  onMove(to: number): void;
  onRemove(): void;
}) {
  const text = useText();
  const { form, warnings } = useEditor();
  const { control } = form;
  const name = `purposes.${purposeIndex}.items.${index}` as const;
  const code = item === undefined ? '' : itemCodeOf(item, index);
  const title = text('collection.editor.item', { number: index + 1 });
  const titleId = `item-title-${purposeIndex}-${index}`;
  const warning = warnings.find((each) => each.purpose === purposeIndex && each.item === code);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid with its legend in it
    <div
      className="form-editor-item"
      role="group"
      aria-labelledby={titleId}
      data-item={`${purposeIndex}.${index}`}
    >
      <div className="form-editor-item-head">
        <span id={titleId} className="form-editor-item-title">
          {title} <span className="quiet small">{text('collection.editor.code', { code })}</span>
        </span>
        <MoveButtons name={title} index={index} count={count} onMove={onMove} onRemove={onRemove} />
      </div>
      <BilingualFields name={`${name}.label`} label={text('collection.editor.item_label')} maximum={80} />
      <div className="form-editor-item-kinds">
        <FormSelect
          control={control}
          name={`${name}.kind`}
          label={text('collection.editor.item_kind')}
          options={kinds.map((kind) => ({
            value: kind,
            label: text(`collection.item_kind.${kind}`),
            description: text(`collection.item_kind.${kind}_is`),
          }))}
        />
        <FormSelect
          control={control}
          name={`${name}.valueType`}
          label={text('collection.editor.value_type')}
          options={valueTypes.map((type) => ({ value: type, label: text(`collection.value_type.${type}`) }))}
        />
        <FormSelect
          control={control}
          name={`${name}.sensitivity`}
          label={text('collection.editor.sensitivity')}
          options={sensitivities.map((each) => ({
            value: each,
            label: text(`collection.sensitivity.${each}`),
            description: text(`collection.sensitivity.${each}_is`),
          }))}
        />
      </div>
      {warning === undefined ? null : (
        <p className="form-editor-warning">{text(`collection.minimum.${warning.code}`)}</p>
      )}
      <FaultNote code="form_item_defined_twice" item={code} />
      <FaultNote code="form_birth_date_unreadable" item={code} purpose={purposeIndex} />
    </div>
  );
}
