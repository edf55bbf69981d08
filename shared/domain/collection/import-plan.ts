import { z } from 'zod';
import { id, language, plainDate } from '../../contract/fields.ts';
import { Refusal } from '../refusal.ts';
import { consentAnswer } from './consent.ts';
import { askedPurposes, type ConsentFormContent, itemCode, nameItemCode } from './consent-form.ts';
import { importedWay } from './import-words.ts';

export const importMaximumColumns = 200;
export const importMaximumRows = 200_000;

/** What a column of the file becomes; null where it is not taken. */
export const columnTarget = z
  .discriminatedUnion('to', [
    z.strictObject({ to: z.literal('item'), itemCode }),
    z.strictObject({ to: z.literal('answer'), purposeId: id }),
    z.strictObject({ to: z.literal('given_on') }),
    z.strictObject({ to: z.literal('way') }),
    /** Number of the paper or of the record in the former system: where the evidence is. */
    z.strictObject({ to: z.literal('reference') }),
  ])
  .nullable();
export type ColumnTarget = z.infer<typeof columnTarget>;

/** What to do with somebody the office knows already: leave the row out, add the consent to them, or make a new person. */
export const onKnown = z.enum(['leave_out', 'add_consent', 'new_person']);
/** What to do with somebody who stands in the file before: leave the row out, one person with both consents, or two people. */
export const onRepeated = z.enum(['leave_out', 'same_person', 'new_person']);

/** Everything decided about an import. Holds no personal data, so that it can be remembered for the next file of this kind. */
export const importPlan = z.strictObject({
  formVersionId: id,
  /** The language in which people were told. */
  language,
  /** By the place of the column. */
  columns: z.array(columnTarget).min(1).max(importMaximumColumns),
  /** The day of every consent, where no column tells it. */
  givenOn: plainDate.nullable(),
  /** The way of every consent, where no column tells it. */
  way: importedWay.nullable(),
  /** The answer of everybody to the purposes that no column answers. */
  answers: z.array(z.strictObject({ purposeId: id, answer: consentAnswer })).max(20),
  dateOrder: z.enum(['mdy', 'dmy']).nullable(),
  onKnown,
  onRepeated,
});
export type ImportPlan = z.infer<typeof importPlan>;

export const targetKey = (target: NonNullable<ColumnTarget>): string =>
  target.to === 'item'
    ? `item.${target.itemCode}`
    : target.to === 'answer'
      ? `answer.${target.purposeId}`
      : target.to;

/**
 * What a plan must be before a file is read by it. Throws a Refusal that names the field.
 */
export function checkPlan(content: ConsentFormContent, plan: ImportPlan): void {
  // A guardian consents for a child and is verified, at a desk: a row tells neither.
  if (content.children !== null) throw new Refusal('import_form_for_children', { field: 'formVersionId' });
  const asked = askedPurposes(content).map(({ id: purposeId }) => purposeId);
  const targets = plan.columns.filter((target) => target !== null);
  const keys = targets.map(targetKey);
  const twice = keys.find((key, place) => keys.indexOf(key) !== place);
  if (twice !== undefined) throw new Refusal('import_target_twice', { field: 'columns' });
  const items = new Set(content.purposes.flatMap((purpose) => purpose.items).map((item) => item.code));
  for (const target of targets) {
    if (target.to === 'item' && !items.has(target.itemCode))
      throw new Refusal('import_target_unknown', { field: 'columns' });
    if (target.to === 'answer' && !asked.includes(target.purposeId))
      throw new Refusal('import_target_unknown', { field: 'columns' });
  }
  if (!keys.includes(`item.${nameItemCode}`)) throw new Refusal('import_without_name', { field: 'columns' });
  const needed = content.purposes
    .filter((purpose) => purpose.kind === 'essential')
    .flatMap((purpose) => purpose.items)
    .find((item) => item.kind === 'required' && !keys.includes(`item.${item.code}`));
  if (needed !== undefined) throw new Refusal('import_without_item', { field: 'columns', item: needed.code });
  if (plan.givenOn === null && !keys.includes('given_on'))
    throw new Refusal('import_without_date', { field: 'givenOn' });
  for (const purposeId of asked) {
    const isTold =
      keys.includes(`answer.${purposeId}`) || plan.answers.some((answer) => answer.purposeId === purposeId);
    if (!isTold) throw new Refusal('import_without_answer', { field: 'answers' });
  }
}
