import { useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { emptyRecipient } from '../../shared/domain/collection/form-draft.ts';
import { countryName } from '../../shared/domain/provision/country.ts';
import { useMay } from '../app/session.ts';
import { useLanguage, useText } from '../app/text.tsx';
import { Button, FormSelect, FormTextField } from '../components/index.ts';
import { RecipientDialog } from '../provision/recipient-dialog.tsx';
import { focusSoon } from './focus-soon.ts';
import { BilingualFields } from './form-editor-bilingual.tsx';
import { useEditor } from './form-editor-context.ts';
import { Statement } from './form-editor-fault.tsx';
import { MoveButtons } from './form-editor-move.tsx';

/** The third parties of a purpose: chosen from those the office knows, with what each is told to do with the data and how long. */
export function RecipientsFields({ index }: { index: number }) {
  const text = useText();
  const may = useMay();
  const { form } = useEditor();
  const { fields, append, move, remove } = useFieldArray({
    control: form.control,
    name: `purposes.${index}.recipients`,
    keyName: 'key',
  });
  const [isAdding, setAdding] = useState(false);
  const add = () => {
    append(emptyRecipient(), { shouldFocus: false });
    focusSoon(`[data-recipient="${index}.${fields.length}"] button`);
  };
  return (
    <div className="form-editor-items">
      <h4 className="form-editor-items-title">{text('collection.editor.recipients')}</h4>
      {fields.map((field, position) => (
        <RecipientFields
          key={field.key}
          index={index}
          position={position}
          count={fields.length}
          onMove={(to) => {
            move(position, to);
            focusSoon(`[data-recipient="${index}.${to}"] [data-move="${to > position ? 'down' : 'up'}"]`);
          }}
          onRemove={() => {
            remove(position);
            focusSoon(`[data-add-recipient="${index}"]`);
          }}
        />
      ))}
      <Statement field={`purposes.${index}.basis.consent.recipients`}>
        <div className="row" data-add-recipient={index}>
          <Button isDisabled={fields.length >= 10} onPress={add}>
            {text('collection.editor.add_recipient')}
          </Button>
          {may('provision.manage_recipients') ? (
            <Button kind="text" onPress={() => setAdding(true)}>
              {text('collection.editor.new_recipient')}
            </Button>
          ) : null}
        </div>
      </Statement>
      <RecipientDialog recipient={isAdding ? 'new' : null} onClose={() => setAdding(false)} />
    </div>
  );
}

function RecipientFields({
  index,
  position,
  count,
  onMove,
  onRemove,
}: {
  index: number;
  position: number;
  count: number;
  onMove(to: number): void;
  onRemove(): void;
}) {
  const text = useText();
  const language = useLanguage();
  const { form, draft, recipients } = useEditor();
  const name = `purposes.${index}.recipients.${position}` as const;
  const at = `purposes.${index}.basis.consent.recipients.${position}`;
  const isAbroad = draft.purposes[index]?.consentKind === 'transfer_abroad';
  const title = text('collection.editor.recipient', { number: position + 1 });
  const titleId = `recipient-title-${index}-${position}`;

  const chosenId = draft.purposes[index]?.recipients[position]?.recipientId;
  /** A retired one stays to be seen where it was chosen before; publishing says that it is retired. */
  const isOffered = ({ recipientId, retired }: (typeof recipients)[number]) =>
    !retired || recipientId === chosenId;

  /** The words a form tells of a recipient begin as what the office has written of it. */
  function take(recipientId: string): void {
    const chosen = recipients.find((each) => each.recipientId === recipientId);
    if (chosen === undefined) return;
    form.setValue(`${name}.name`, chosen.name, { shouldDirty: true });
    form.setValue(`${name}.contact`, chosen.contact);
    form.setValue(`${name}.country`, {
      en: countryName(chosen.country, 'en'),
      ko: countryName(chosen.country, 'ko'),
    });
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid with its legend in it
    <div
      className="form-editor-item"
      role="group"
      aria-labelledby={titleId}
      data-recipient={`${index}.${position}`}
    >
      <div className="form-editor-item-head">
        <span id={titleId} className="form-editor-item-title">
          {title}
        </span>
        <MoveButtons
          name={title}
          index={position}
          count={count}
          mayRemoveLast
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
      <Statement field={`${at}.name`}>
        <FormSelect
          control={form.control}
          name={`${name}.recipientId`}
          label={text('collection.editor.recipient_name')}
          rules={{
            required: text('common.field.choose'),
            onChange: (event: { target: { value: unknown } }) => take(String(event.target.value)),
          }}
          options={recipients.filter(isOffered).map((each) => ({
            value: each.recipientId,
            label: each.name,
            description: countryName(each.country, language),
          }))}
        />
      </Statement>
      <BilingualFields
        name={`${name}.purpose`}
        label={text('collection.editor.recipient_purpose')}
        maximum={300}
        statement={`${at}.purpose`}
      />
      <BilingualFields
        name={`${name}.period`}
        label={text('collection.editor.recipient_period')}
        maximum={200}
        statement={`${at}.period`}
      />
      {isAbroad ? (
        <>
          <Statement field={`${at}.contact`}>
            <FormTextField
              control={form.control}
              name={`${name}.contact`}
              label={text('collection.editor.recipient_contact')}
              maxLength={200}
            />
          </Statement>
          <BilingualFields
            name={`${name}.country`}
            label={text('collection.editor.country')}
            maximum={80}
            statement={`${at}.country`}
          />
          <BilingualFields
            name={`${name}.timeAndMethod`}
            label={text('collection.editor.time_and_method')}
            maximum={300}
            statement={`${at}.timeAndMethod`}
          />
        </>
      ) : null}
    </div>
  );
}
