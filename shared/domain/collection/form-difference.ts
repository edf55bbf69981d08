import { z } from 'zod';
import type { Bilingual } from '../../contract/fields.ts';
import { id } from '../../contract/fields.ts';
import {
  type ConsentFormContent,
  consentKindOf,
  type FormItem,
  type FormPurpose,
  type FormRecipient,
  recipientsOf,
  restsOnConsent,
} from './consent-form.ts';
import { noticeWords } from './notice-words.ts';

/**
 * What one version of a form says otherwise than the one before, and what has to be consented to again because of it. Whatever is told
 * about collection, provision and transfer is told and consented to again when it changes (PIPA arts. 15(2), 17(2), 18(3), 28-8(2)).
 *
 * - `renews`: a fact that stands in a field of its own has changed: an item, its kind, a recipient, the period, the basis.
 * - `text`: a told fact that only has words (what a purpose is called, what a recipient does) reads differently. No program can tell a
 *   better wording from another fact, so it counts as another fact unless whoever publishes says that it is wording.
 * - `wording`: only spacing, punctuation or capitals changed, or a text that is no told fact: title, introduction, the label of an item
 *   that is still the same item.
 * - `none`: a fact, but nobody's consent rests on it: a purpose that is new, gone, or no longer (or only now) rests on consent.
 */
export const changeEffect = z.enum(['renews', 'text', 'wording', 'none']);
export const changedPart = z.enum([
  'title',
  'introduction',
  'children_added',
  'children_removed',
  'guardian_statement',
  'child_statement',
  'purpose_added',
  'purpose_removed',
  'purpose_name',
  'purpose_kind',
  'basis',
  'ground',
  'consent_kind',
  'item_added',
  'item_removed',
  'item_kind',
  'item_sensitivity',
  'item_label',
  'retention',
  'validity',
  'refusal',
  'refusal_method',
  'received_from',
  'contact_ways',
  'recipient_added',
  'recipient_removed',
  'recipient_name',
  'recipient_purpose',
  'recipient_period',
  'recipient_contact',
  'country',
  'time_and_method',
]);
export type ChangedPart = z.infer<typeof changedPart>;

const said = z.strictObject({ en: z.string(), ko: z.string() });
export const formChange = z.strictObject({
  /** Names the change among those of one comparison. */
  key: z.string(),
  part: changedPart,
  effect: changeEffect,
  purposeId: id.nullable(),
  purposeName: said.nullable(),
  /** The item or recipient it is about. */
  subject: said.nullable(),
  before: said.nullable(),
  after: said.nullable(),
});
export type FormChange = z.infer<typeof formChange>;

/** One version: what it says, and how its retention periods read, which stand in rules that have versions of their own. */
export interface ComparedForm {
  readonly content: ConsentFormContent;
  retentionOf(retentionRuleId: string): Bilingual;
}

export function differenceOf(before: ComparedForm, after: ComparedForm): FormChange[] {
  const changes = new Changes();
  changes.words('title', before.content.title, after.content.title, 'wording');
  changes.words('introduction', before.content.introduction, after.content.introduction, 'wording');
  compareChildren(changes, before.content, after.content);
  const was = new Map(before.content.purposes.map((purpose) => [purpose.id, purpose]));
  for (const purpose of after.content.purposes) {
    const earlier = was.get(purpose.id);
    was.delete(purpose.id);
    changes.about(purpose);
    if (earlier === undefined) changes.add('purpose_added', 'none', { after: purpose.name });
    else comparePurpose(changes, before, after, earlier, purpose);
  }
  for (const gone of was.values()) {
    changes.about(gone);
    changes.add('purpose_removed', 'none', { before: gone.name });
  }
  return changes.found;
}

/** The purposes whose consents have to be renewed. @param wordingOnly keys of `text` changes that are said to be wording */
export function purposesToRenew(changes: readonly FormChange[], wordingOnly: readonly string[]): Set<string> {
  const wording = new Set(wordingOnly);
  return new Set(
    changes
      .filter(({ effect, key }) => effect === 'renews' || (effect === 'text' && !wording.has(key)))
      .flatMap(({ purposeId }) => (purposeId === null ? [] : [purposeId])),
  );
}

type Effect = FormChange['effect'];

/** Collects the changes of one purpose after another. */
class Changes {
  readonly found: FormChange[] = [];
  #purpose: Pick<FormPurpose, 'id' | 'name'> | null = null;

  about(purpose: FormPurpose): void {
    this.#purpose = purpose;
  }

  add(
    part: ChangedPart,
    effect: Effect,
    what: { subject?: Bilingual; before?: Bilingual; after?: Bilingual },
    subjectKey = '',
  ): void {
    this.found.push({
      key: [this.#purpose?.id ?? 'form', part, subjectKey].filter((each) => each !== '').join(' '),
      part,
      effect,
      purposeId: this.#purpose?.id ?? null,
      purposeName: this.#purpose?.name ?? null,
      subject: what.subject ?? null,
      before: what.before ?? null,
      after: what.after ?? null,
    });
  }

  /** A field whose values have words of their own. */
  value(
    part: ChangedPart,
    before: Bilingual,
    after: Bilingual,
    effect: Effect,
    subject?: Bilingual,
    key = '',
  ): void {
    if (before.en === after.en && before.ko === after.ko) return;
    this.add(part, effect, { before, after, ...(subject === undefined ? {} : { subject }) }, key);
  }

  /** A written text. */
  words(
    part: ChangedPart,
    before: Bilingual,
    after: Bilingual,
    effect: Effect,
    subject?: Bilingual,
    key = '',
  ): void {
    const isSameText = folded(before.en) === folded(after.en) && folded(before.ko) === folded(after.ko);
    this.value(part, before, after, isSameText && effect !== 'none' ? 'wording' : effect, subject, key);
  }
}

/** Letters and digits alone: what is left when spacing, punctuation and capitals are taken away. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

function compareChildren(changes: Changes, before: ConsentFormContent, after: ConsentFormContent): void {
  if (before.children === null && after.children === null) return;
  if (before.children === null || after.children === null) {
    changes.add(before.children === null ? 'children_added' : 'children_removed', 'none', {});
    return;
  }
  const { guardianStatement, childStatement } = before.children;
  changes.words('guardian_statement', guardianStatement, after.children.guardianStatement, 'wording');
  changes.words('child_statement', childStatement, after.children.childStatement, 'wording');
}

function comparePurpose(
  changes: Changes,
  before: ComparedForm,
  after: ComparedForm,
  was: FormPurpose,
  is: FormPurpose,
): void {
  // Nobody's consent rests on a purpose that did not or does not ask for one.
  const isAsked = restsOnConsent(was) && restsOnConsent(is);
  const fact: Effect = isAsked ? 'renews' : 'none';
  const text: Effect = isAsked ? 'text' : 'none';
  changes.words('purpose_name', was.name, is.name, text);
  changes.value('purpose_kind', wordOf('kind', was.kind), wordOf('kind', is.kind), fact);
  compareBasis(changes, was, is, fact, text);
  compareItems(changes, was.items, is.items, fact);
  compareRecipients(changes, recipientsOf(was), recipientsOf(is), fact, text);
  changes.value(
    'retention',
    before.retentionOf(was.retentionRuleId),
    after.retentionOf(is.retentionRuleId),
    fact,
  );
  const validity = (purpose: FormPurpose) => ({ en: purpose.validFor ?? '', ko: purpose.validFor ?? '' });
  changes.value('validity', validity(was), validity(is), fact);
  changes.words('refusal', was.refusal, is.refusal, text);
}

function compareBasis(changes: Changes, was: FormPurpose, is: FormPurpose, fact: Effect, text: Effect): void {
  changes.value('basis', basisInWords(was), basisInWords(is), 'none');
  if (was.basis.lawfulBasis !== 'consent' && is.basis.lawfulBasis !== 'consent') {
    changes.words('ground', was.basis.ground, is.basis.ground, 'none');
  }
  if (was.basis.lawfulBasis !== 'consent' || is.basis.lawfulBasis !== 'consent') return;
  const [asked, asks] = [was.basis.consent, is.basis.consent];
  changes.value('consent_kind', kindInWords(was), kindInWords(is), fact);
  if (asked.kind === 'marketing' && asks.kind === 'marketing') {
    const ways = (chosen: typeof asked.contactWays): Bilingual => {
      const sorted = chosen.toSorted();
      return {
        en: sorted.map((way) => noticeWords.en.contactWay[way]).join(', '),
        ko: sorted.map((way) => noticeWords.ko.contactWay[way]).join(', '),
      };
    };
    changes.value('contact_ways', ways(asked.contactWays), ways(asks.contactWays), fact);
  }
  if (asked.kind === 'onward_provision' && asks.kind === 'onward_provision') {
    changes.words('received_from', asked.receivedFrom, asks.receivedFrom, text);
  }
  if (asked.kind === 'transfer_abroad' && asks.kind === 'transfer_abroad') {
    changes.words('refusal_method', asked.refusalMethod, asks.refusalMethod, text);
  }
}

function compareItems(
  changes: Changes,
  was: readonly FormItem[],
  is: readonly FormItem[],
  fact: Effect,
): void {
  const earlier = new Map(was.map((item) => [item.code, item]));
  for (const item of is) {
    const before = earlier.get(item.code);
    earlier.delete(item.code);
    const subject = item.label;
    if (before === undefined) {
      changes.add('item_added', fact, { subject, after: item.label }, item.code);
      continue;
    }
    const wording: Effect = fact === 'none' ? 'none' : 'wording';
    changes.words('item_label', before.label, item.label, wording, subject, item.code);
    changes.value(
      'item_kind',
      wordOf('item', before.kind),
      wordOf('item', item.kind),
      fact,
      subject,
      item.code,
    );
    const [earlierCare, care] = [wordOf('care', before.sensitivity), wordOf('care', item.sensitivity)];
    changes.value('item_sensitivity', earlierCare, care, fact, subject, item.code);
  }
  for (const gone of earlier.values()) {
    changes.add('item_removed', fact, { subject: gone.label, before: gone.label }, gone.code);
  }
}

function compareRecipients(
  changes: Changes,
  was: readonly FormRecipient[],
  is: readonly FormRecipient[],
  fact: Effect,
  text: Effect,
): void {
  const named = (recipient: FormRecipient): Bilingual => ({ en: recipient.name, ko: recipient.name });
  const earlier = new Map(was.map((recipient) => [recipient.recipientId, recipient]));
  for (const recipient of is) {
    const before = earlier.get(recipient.recipientId);
    earlier.delete(recipient.recipientId);
    const subject = named(recipient);
    const key = recipient.recipientId;
    if (before === undefined) {
      changes.add('recipient_added', fact, { subject, after: subject }, key);
      continue;
    }
    const nothing = { en: '', ko: '' };
    const plain = (word = ''): Bilingual => ({ en: word, ko: word });
    changes.words('recipient_name', named(before), subject, text, subject, key);
    changes.words('recipient_purpose', before.purpose, recipient.purpose, text, subject, key);
    changes.words('recipient_period', before.period, recipient.period, text, subject, key);
    changes.words('recipient_contact', plain(before.contact), plain(recipient.contact), text, subject, key);
    changes.words('country', before.country ?? nothing, recipient.country ?? nothing, text, subject, key);
    const [earlierTime, time] = [before.timeAndMethod ?? nothing, recipient.timeAndMethod ?? nothing];
    changes.words('time_and_method', earlierTime, time, text, subject, key);
  }
  for (const gone of earlier.values()) {
    changes.add('recipient_removed', fact, { subject: named(gone), before: named(gone) }, gone.recipientId);
  }
}

/** What a value of a field is called in a difference: short, and in both languages. */
const fieldWords = {
  kind: {
    essential: { en: 'essential', ko: '필수' },
    additional: { en: 'additional', ko: '선택' },
    protection_of_users: { en: 'protection of users', ko: '이용자 보호' },
  },
  item: {
    required: { en: 'required', ko: '필수' },
    optional: { en: 'optional', ko: '선택' },
    automatic: { en: 'automatic', ko: '자동 수집' },
  },
  care: {
    ordinary: { en: 'ordinary', ko: '일반' },
    sensitive: { en: 'sensitive', ko: '민감정보' },
    unique_identifier: { en: 'unique identifier', ko: '고유식별정보' },
  },
} as const;

function wordOf<Field extends keyof typeof fieldWords>(
  field: Field,
  value: keyof (typeof fieldWords)[Field],
): Bilingual {
  // The index is one of the field's own keys; TypeScript loses that over the union of the three tables.
  return fieldWords[field][value] as Bilingual;
}

function basisInWords({ basis }: FormPurpose): Bilingual {
  if (basis.lawfulBasis === 'consent') return { en: 'consent', ko: '동의' };
  return { en: noticeWords.en.basis[basis.lawfulBasis], ko: noticeWords.ko.basis[basis.lawfulBasis] };
}

function kindInWords(purpose: FormPurpose): Bilingual {
  const kind = consentKindOf(purpose) ?? 'collection';
  return {
    en: noticeWords.en.consent[kind] ?? 'Collection and use',
    ko: noticeWords.ko.consent[kind] ?? '개인정보 수집·이용 동의',
  };
}
