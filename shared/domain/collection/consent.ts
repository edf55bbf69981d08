import { z } from 'zod';
import { filledParagraph, id, plainDate } from '../../contract/fields.ts';
import { Refusal } from '../refusal.ts';
import {
  askedPurposes,
  type ConsentFormContent,
  type FormItem,
  itemCode,
  nameItemCode,
  restsOnConsent,
} from './consent-form.ts';

/** A purpose is answered on its own, and there is no third answer: what is not answered is not consented to. */
export const consentAnswer = z.enum(['given', 'refused']);
export type ConsentAnswer = z.infer<typeof consentAnswer>;

export const purposeAnswer = z.strictObject({ purposeId: id, answer: consentAnswer });
export type PurposeAnswer = z.infer<typeof purposeAnswer>;

export const itemValue = z.strictObject({ itemCode, value: filledParagraph(2000) });
export type ItemValue = z.infer<typeof itemValue>;

/** What a consent has been through for one purpose. */
export const consentEventType = z.enum(['given', 'refused', 'withdrawn', 'renewed', 'expired']);
export type ConsentEventType = z.infer<typeof consentEventType>;

/** Whether a consent whose last event is this one stands: agreed to, or agreed to anew. */
export function isInForce(type: ConsentEventType | 'not_asked' | undefined): boolean {
  return type === 'given' || type === 'renewed';
}

/**
 * A drawn signature: an SVG path in a box of its own size. A path rather than a picture, so that it stays sharp in print
 * and small in the database (a signature of 2,000 points is some 20 KB).
 */
export const signature = z.strictObject({
  width: z.int().min(1).max(4000),
  height: z.int().min(1).max(4000),
  path: z
    .string()
    .min(1)
    .max(200_000)
    .regex(/^M[MLC0-9 .,-]+$/, { error: 'signature' }),
});
export type Signature = z.infer<typeof signature>;

/**
 * The items asked for when these purposes are agreed to, each once, in the form's order: also those of purposes that need no
 * consent (PIPA art. 15(1)2 and on).
 */
export function itemsAskedFor(content: ConsentFormContent, givenPurposeIds: ReadonlySet<string>): FormItem[] {
  const items = new Map<string, FormItem>();
  for (const purpose of content.purposes) {
    if (restsOnConsent(purpose) && !givenPurposeIds.has(purpose.id)) continue;
    for (const item of purpose.items) {
      if (item.kind === 'automatic') continue;
      const before = items.get(item.code);
      // Required by one agreed purpose is required.
      if (before === undefined || (before.kind === 'optional' && item.kind === 'required'))
        items.set(item.code, item);
    }
  }
  return [...items.values()];
}

/** A direction forced on the text (Unicode Bidirectional Algorithm, 3.1): it would turn what stands beside it on a list or a print. */
const forcedDirection = /[\u202a-\u202e\u2066-\u2069]/u;
/** Something that is seen: marks, joiners and spaces alone are not a name. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
const line = /^[^\p{Cc}\p{Zl}\p{Zp}]{1,200}$/u;

const valueForms: Readonly<Record<FormItem['valueType'], RegExp>> = {
  // One line: a line break in a name would make two of it on every list and print.
  name: line,
  text: line,
  long_text: /^[\s\S]{1,2000}$/u,
  date: /^\d{4}-\d{2}-\d{2}$/,
  telephone: /^\+?[0-9][0-9 ()./-]{4,30}$/,
  email: /^[^\s@]{1,64}@[^\s@]{1,189}\.[^\s@]{1,63}$/,
};

/**
 * A value as it is kept: composed (NFC, Unicode Annex 15), so that the same name typed on another keyboard is the same name, and
 * without spaces around it.
 */
export function keptValue(value: string): string {
  return value.normalize('NFC').trim();
}

/** Whether a value has the form its item asks for, in characters as people count them, in any script. The screen and the records
 * thread ask the same question. */
export function isValueFor(item: Pick<FormItem, 'valueType'>, value: string): boolean {
  const kept = keptValue(value);
  if (!valueForms[item.valueType].test(kept)) return false;
  if (item.valueType === 'date') return plainDate.safeParse(kept).success;
  return visible.test(kept) && !forcedDirection.test(kept);
}

/** A capture that may be saved, as it is kept. */
export interface CheckedCapture {
  /** Purposes agreed to. */
  readonly given: ReadonlySet<string>;
  /** Those, and the ones that need no consent. */
  readonly inEffect: ReadonlySet<string>;
  readonly name: string;
  readonly values: readonly ItemValue[];
}

/**
 * What a capture must be before it may be saved; answers it as it is kept. Throws a Refusal that names the field.
 *
 * - Every purpose that rests on consent is answered, once (PIPA art. 22(1): each asked separately); the others are not asked.
 * - Something is left to keep for; refusing an additional purpose never stops the rest (art. 16(3), 22(5)).
 * - Exactly the items of the agreed purposes and of those that need no consent are taken, and no other (art. 16(1): the minimum).
 */
export function checkCapture(
  content: ConsentFormContent,
  answers: readonly PurposeAnswer[],
  values: readonly ItemValue[],
): CheckedCapture {
  const answerOf = new Map(answers.map((answer) => [answer.purposeId, answer.answer]));
  if (answerOf.size !== answers.length) throw new Refusal('purpose_answered_twice');
  const asked = askedPurposes(content);
  for (const purpose of asked) {
    if (!answerOf.has(purpose.id))
      throw new Refusal('purpose_not_answered', { field: `answers.${purpose.id}` });
  }
  if (answerOf.size !== asked.length) throw new Refusal('purpose_not_on_form');
  const given = new Set(asked.filter((p) => answerOf.get(p.id) === 'given').map((p) => p.id));
  const inEffect = new Set(
    content.purposes.filter((p) => !restsOnConsent(p) || given.has(p.id)).map((p) => p.id),
  );
  if (inEffect.size === 0) throw new Refusal('nothing_consented');
  const essentialGiven = content.purposes.some((p) => p.kind === 'essential' && inEffect.has(p.id));
  if (!essentialGiven) throw new Refusal('essential_purpose_refused');

  const valueByItem = new Map(values.map((value) => [value.itemCode, value.value]));
  if (valueByItem.size !== values.length) throw new Refusal('item_given_twice');
  const items = itemsAskedFor(content, given);
  for (const item of items) {
    const value = valueByItem.get(item.code);
    if (value === undefined) {
      if (item.kind === 'required') throw new Refusal('item_missing', { field: `values.${item.code}` });
      continue;
    }
    if (!isValueFor(item, value)) throw new Refusal('item_malformed', { field: `values.${item.code}` });
  }
  const allowed = new Set(items.map((item) => item.code));
  for (const code of valueByItem.keys()) {
    if (!allowed.has(code)) throw new Refusal('item_not_agreed', { field: `values.${code}` });
  }
  const name = valueByItem.get(nameItemCode);
  if (name === undefined) throw new Refusal('item_missing', { field: `values.${nameItemCode}` });
  return {
    given,
    inEffect,
    name: keptValue(name),
    values: values.map(({ itemCode, value }) => ({ itemCode, value: keptValue(value) })),
  };
}
