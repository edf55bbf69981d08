import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import type { RuleRow } from '../../shared/contract/retention-rules.ts';
import type { PurposeKind } from '../../shared/domain/collection/consent-form.ts';
import { countedPeriodInWords, periodInWords } from '../../shared/domain/collection/consent-notice.ts';
import { useFormat, useLanguage, useText } from '../app/text.tsx';
import { Button, Explanation, FormRadioGroup, FormSelect } from '../components/index.ts';
import { focusSoon } from './focus-soon.ts';
import { emptyItem, type FormDraft } from './form-draft.ts';
import { BilingualFields } from './form-editor-bilingual.tsx';
import { FaultNote, type Faults } from './form-editor-fault.tsx';
import { ItemFields } from './form-editor-item.tsx';
import { MoveButtons } from './form-editor-move.tsx';

const kinds: readonly PurposeKind[] = ['essential', 'additional', 'protection_of_users'];

/** One purpose of the form: its name, how needful it is, how long what it collects is kept, what refusing means, its items. */
export function PurposeFields({
  form,
  index,
  count,
  rules,
  faults,
  draft,
  onMove,
  onRemove,
}: {
  form: UseFormReturn<FormDraft>;
  index: number;
  count: number;
  rules: readonly RuleRow[];
  faults: Faults;
  draft: FormDraft;
  onMove(to: number): void;
  onRemove(): void;
}) {
  const text = useText();
  const format = useFormat();
  const language = useLanguage();
  const { control } = form;
  const items = useFieldArray({ control, name: `purposes.${index}.items`, keyName: 'key' });
  const purpose = draft.purposes[index];
  const rule = rules.find((each) => each.ruleId === purpose?.retentionRuleId);
  const number = index + 1;
  // The name is asked for by the first essential purpose, so that is where its absence is said.
  const lacksName = index === draft.purposes.findIndex((each) => each.kind === 'essential');
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
      <BilingualFields
        control={control}
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
      <BilingualFields
        control={control}
        name={`purposes.${index}.refusal`}
        label={text('collection.editor.refusal')}
        maximum={500}
        isLong
        rows={2}
      />
      <div className="form-editor-items">
        <h4 className="form-editor-items-title">{text('collection.editor.items')}</h4>
        {lacksName ? <FaultNote faults={faults} code="form_without_name_item" /> : null}
        {items.fields.map((item, position) => (
          <ItemFields
            key={item.key}
            control={control}
            purposeIndex={index}
            index={position}
            count={items.fields.length}
            item={purpose?.items[position]}
            faults={faults}
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
        <div data-add-item={index}>
          <Button
            isDisabled={items.fields.length >= 30}
            onPress={() => {
              items.append(emptyItem(), { shouldFocus: false });
              focusSoon(`[data-item="${index}.${items.fields.length}"] input`);
            }}
          >
            {text('collection.editor.add_item')}
          </Button>
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
