import type { Control } from 'react-hook-form';
import type { EntryExtent, EntryWords } from '../../shared/contract/paper.ts';
import { periodInWords } from '../../shared/domain/collection/consent-notice.ts';
import type { EntryKind } from '../../shared/domain/paper/entry-kind.ts';
import { isPlace } from '../../shared/domain/paper/entry-kind.ts';
import { useCall } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useLanguage, useText } from '../app/text.tsx';
import {
  FormDateField,
  FormNumberField,
  FormSelect,
  FormTextArea,
  FormTextField,
} from '../components/index.ts';

/** What the dialogs of an entry have in common, as it is typed. */
export interface EntryDraft {
  kind: EntryKind;
  code: string;
  howMany: number | null;
  title: string;
  note: string;
  formFrom: string;
  formTo: string;
  coversFrom: string | null;
  coversTo: string | null;
  records: number | null;
  sheets: number | null;
  kilograms: number | null;
  ruleId: string;
  collectedOn: string | null;
}

export const noClass = 'none';

export function draftOf(
  words: EntryWords,
  extent: EntryExtent,
): Omit<EntryDraft, 'ruleId' | 'collectedOn' | 'kind' | 'code' | 'howMany'> {
  const [range] = words.formRanges;
  const { weightGrams, ...counted } = extent;
  return {
    title: words.title,
    note: words.note,
    formFrom: range?.from ?? '',
    formTo: range?.to ?? '',
    kilograms: weightGrams === null ? null : weightGrams / 1000,
    ...counted,
  };
}

/** The first range of form numbers is the one that is typed; further ones, which an import may have brought, stay. */
export function wordsOf(draft: EntryDraft, before?: EntryWords): EntryWords {
  const [from, to] = [draft.formFrom.trim(), draft.formTo.trim()];
  const typed = from === '' && to === '' ? [] : [{ from: from || to, to: to || from }];
  return {
    title: draft.title,
    note: draft.note,
    formerCode: before?.formerCode ?? '',
    formRanges: [...typed, ...(before?.formRanges.slice(1) ?? [])],
  };
}

export function extentOf(draft: EntryDraft): EntryExtent {
  const { coversFrom, coversTo, records, sheets, kilograms } = draft;
  return {
    coversFrom,
    coversTo,
    records,
    sheets,
    weightGrams: kilograms === null ? null : Math.round(kilograms * 1000),
  };
}

export function unitOf({ ruleId, collectedOn }: EntryDraft): { ruleId: string; collectedOn: string } | null {
  return ruleId === noClass || ruleId === '' || collectedOn === null ? null : { ruleId, collectedOn };
}

/** Title and note; what it covers and how much it is, of what holds records. */
export function WordsFields({ control, kind }: { control: Control<EntryDraft>; kind: EntryKind }) {
  const text = useText();
  return (
    <>
      <FormTextField
        control={control}
        name="title"
        label={text('paper.field.title')}
        hint={text('paper.field.title_hint')}
        maxLength={120}
        isOptional
      />
      {isPlace(kind) ? null : (
        <>
          <div className="columns">
            <FormDateField
              control={control}
              name="coversFrom"
              label={text('paper.field.covers_from')}
              isOptional
            />
            <FormDateField
              control={control}
              name="coversTo"
              label={text('paper.field.covers_to')}
              isOptional
            />
          </div>
          <div className="columns">
            <FormNumberField
              control={control}
              name="records"
              label={text('paper.field.records')}
              minimum={0}
              isOptional
            />
            <FormNumberField
              control={control}
              name="sheets"
              label={text('paper.field.sheets')}
              minimum={0}
              isOptional
            />
            <FormNumberField
              control={control}
              name="kilograms"
              label={text('paper.field.weight')}
              minimum={0}
              isOptional
            />
          </div>
          <div className="columns">
            <FormTextField
              control={control}
              name="formFrom"
              label={text('paper.field.form_from')}
              maxLength={30}
              isOptional
            />
            <FormTextField
              control={control}
              name="formTo"
              label={text('paper.field.form_to')}
              maxLength={30}
              isOptional
            />
          </div>
        </>
      )}
      <FormTextArea
        control={control}
        name="note"
        label={text('paper.field.note')}
        rows={2}
        maxLength={1000}
        isOptional
      />
    </>
  );
}

/** Which rule it is kept under, from which day: what makes it a record unit. */
export function ClassFields({
  control,
  isChosen,
}: {
  control: Control<EntryDraft>;
  /** Whether a class is chosen, so that a day is asked for. */
  isChosen: boolean;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const language = useLanguage();
  const rules = useCall('paper.listRules', {}).data?.rules ?? [];
  return (
    <>
      <FormSelect
        control={control}
        name="ruleId"
        label={text('paper.field.class')}
        hint={text('paper.field.class_hint')}
        options={[
          { value: noClass, label: text('paper.field.no_class') },
          ...rules.map((rule) => ({
            value: rule.ruleId,
            label: `${format.say(rule.ruleName)} (${periodInWords(rule.period, language)})`,
          })),
        ]}
      />
      {isChosen ? (
        <FormDateField
          control={control}
          name="collectedOn"
          label={text('paper.field.collected_on')}
          hint={text('paper.field.collected_hint')}
        />
      ) : null}
    </>
  );
}
