import { useFieldArray } from 'react-hook-form';
import type { RuleRow } from '../../shared/contract/retention-rules.ts';
import type { PurposeKind } from '../../shared/domain/collection/consent-form.ts';
import { countedPeriodInWords, periodInWords } from '../../shared/domain/collection/consent-notice.ts';
import { emptyItem } from '../../shared/domain/collection/form-draft.ts';
import { useFormat, useLanguage, useText } from '../app/text.tsx';
import { Button, Explanation, FormRadioGroup, FormSelect } from '../components/index.ts';
import { focusSoon } from './focus-soon.ts';
import { AddItem } from './form-editor-add.tsx';
import { BilingualFields } from './form-editor-bilingual.tsx';
import { ConsentFields } from './form-editor-consent.tsx';
import { useEditor } from './form-editor-context.ts';
import { FaultNote } from './form-editor-fault.tsx';
import { IntoCatalogue } from './form-editor-into-catalogue.tsx';
import { ItemFields } from './form-editor-item.tsx';
import { MoveButtons } from './form-editor-move.tsx';

const kinds: readonly PurposeKind[] = ['essential', 'additional', 'protection_of_users'];
/** Terms after which a consent is asked for again. */
const terms = ['P1Y', 'P2Y', 'P3Y', 'P5Y'] as const;

/** One purpose: its name, how needful it is, on what ground, how long what it collects is kept, what refusing means, its items. */
export function PurposeFields({
  index,
  count,
  onMove,
  onRemove,
}: {
  index: number;
  count: number;
  onMove(to: number): void;
  onRemove(): void;
}) {
  const text = useText();
  const format = useFormat();
  const language = useLanguage();
  const { form, draft, rules, warnings } = useEditor();
  const { control } = form;
  const items = useFieldArray({ control, name: `purposes.${index}.items`, keyName: 'key' });
  const purpose = draft.purposes[index];
  const rule = rules.find((each) => each.ruleId === purpose?.retentionRuleId);
  const number = index + 1;
  const isAsked = purpose?.lawfulBasis === 'consent';
  // The name is asked for by the first essential purpose, so that is where its absence is said.
  const lacksName = index === draft.purposes.findIndex((each) => each.kind === 'essential');
  const isUnknown = warnings.some(
    (each) => each.purpose === index && each.code === 'purpose_not_in_catalogue',
  );
  const titleId = `purpose-title-${index}`;
  return (
    <section className="form-editor-purpose" data-purpose={index} aria-labelledby={titleId}>
      <div className="form-editor-purpose-head">
        <h3 id={titleId}>
          {text('collection.editor.purpose', { number })}
          {purpose && format.say(purpose.name) !== '' ? ` · ${format.say(purpose.name)}` : ''}
        </h3>
        <MoveButtons
          name={text('collection.editor.purpose', { number })}
          index={index}
          count={count}
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
      {isUnknown && purpose !== undefined ? <IntoCatalogue index={index} purpose={purpose} /> : null}
      <BilingualFields
        name={`purposes.${index}.name`}
        label={text('collection.editor.purpose_name')}
        maximum={120}
      />
      <FormRadioGroup
        control={control}
        name={`purposes.${index}.kind`}
        label={text('collection.editor.purpose_kind')}
        options={kinds.map((kind) => ({
          value: kind,
          label: text(`collection.purpose_kind.${kind}`),
          description: text(`collection.purpose_kind.${kind}_is`),
        }))}
      />
      <ConsentFields index={index} />
      <div className="form-editor-rule">
        <FormSelect
          control={control}
          name={`purposes.${index}.retentionRuleId`}
          label={text('collection.editor.rule')}
          rules={{ required: text('common.field.choose') }}
          options={rules.map((each) => ({
            value: each.ruleId,
            label: format.say(each.content.name),
            description: text('collection.editor.rule_option', {
              period: periodInWords(each.content.period, language),
              basis: format.say(each.content.basis),
            }),
          }))}
        />
        {rule === undefined ? null : <RuleNote rule={rule} />}
      </div>
      {isAsked ? (
        <>
          <BilingualFields
            name={`purposes.${index}.refusal`}
            label={text('collection.editor.refusal')}
            maximum={500}
            isLong
            rows={2}
            statement={`purposes.${index}.refusal`}
          />
          <FormSelect
            control={control}
            name={`purposes.${index}.validFor`}
            label={text('collection.editor.validity')}
            options={[
              { value: '', label: text('collection.editor.validity_none') },
              ...terms.map((term) => ({ value: term, label: periodInWords(term, language) })),
            ]}
          />
        </>
      ) : null}
      <div className="form-editor-items">
        <h4 className="form-editor-items-title">{text('collection.editor.items')}</h4>
        {lacksName ? <FaultNote code="form_without_name_item" /> : null}
        {items.fields.map((item, position) => (
          <ItemFields
            key={item.key}
            purposeIndex={index}
            index={position}
            count={items.fields.length}
            item={purpose?.items[position]}
            onMove={(to) => {
              items.move(position, to);
              focusSoon(`[data-item="${index}.${to}"] [data-move="${to > position ? 'down' : 'up'}"]`);
            }}
            onRemove={() => {
              items.remove(position);
              focusSoon(`[data-add-item="${index}"]`);
            }}
          />
        ))}
        <div className="form-editor-add-row" data-add-item={index}>
          <Button
            isDisabled={items.fields.length >= 30}
            onPress={() => {
              items.append(emptyItem(), { shouldFocus: false });
              focusSoon(`[data-item="${index}.${items.fields.length}"] input`);
            }}
          >
            {text('collection.editor.add_item')}
          </Button>
          <AddItem
            taken={purpose?.items ?? []}
            onAdd={(item) => {
              items.append(item, { shouldFocus: false });
              focusSoon(`[data-item="${index}.${items.fields.length}"] button`);
            }}
          />
        </div>
      </div>
    </section>
  );
}

/** How long, from when, on what ground, and what a withdrawal does to it. */
function RuleNote({ rule }: { rule: RuleRow }) {
  const text = useText();
  const format = useFormat();
  const language = useLanguage();
  const { content } = rule;
  return (
    <Explanation>
      <p>
        {text('collection.editor.rule_counted', {
          period: countedPeriodInWords(content, language),
          basis: format.say(content.basis),
        })}
      </p>
      <p>{text(content.obligedByLaw ? 'collection.editor.rule_obliged' : 'collection.editor.rule_free')}</p>
    </Explanation>
  );
}
