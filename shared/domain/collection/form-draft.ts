import { z } from 'zod';
import type { Bilingual } from '../../contract/fields.ts';
import { id, line, paragraph } from '../../contract/fields.ts';
import {
  type ConsentAsked,
  type ConsentFormContent,
  type ConsentKind,
  consentAsked,
  contactWay,
  type FormPurpose,
  formItem,
  lawfulBasis,
  nameItemCode,
  type PurposeBasis,
  purposeKind,
  recipientsOf,
} from './consent-form.ts';
import { birthDateItemCode, isBirthDateLabel } from './guardian.ts';

/**
 * A form as it stands in the editor and is kept until it is published: everything may still be empty, and what one kind of consent
 * tells is kept while another is looked at. `contentOf` makes of it what is published.
 */
const words = (maximum: number) => z.strictObject({ en: paragraph(maximum), ko: paragraph(maximum) });

const consentKind = z.enum(consentAsked.options.map((option) => option.shape.kind.value));

export const itemDraft = z.strictObject({
  /** The code under which values are kept; empty: worked out from the label. An item that was published keeps its code. */
  code: line(40),
  label: words(80),
  kind: formItem.shape.kind,
  sensitivity: formItem.shape.sensitivity,
  valueType: formItem.shape.valueType,
});
export type ItemDraft = z.infer<typeof itemDraft>;

export const recipientDraft = z.strictObject({
  /** Empty: not chosen yet. */
  recipientId: line(36),
  name: line(120),
  contact: line(200),
  country: words(80),
  purpose: words(300),
  period: words(200),
  timeAndMethod: words(300),
});
export type RecipientDraft = z.infer<typeof recipientDraft>;

export const purposeDraft = z.strictObject({
  id,
  catalogueId: id.nullable(),
  name: words(120),
  kind: purposeKind,
  lawfulBasis,
  consentKind,
  ground: words(300),
  recipients: z.array(recipientDraft).max(10),
  receivedFrom: words(200),
  refusalMethod: words(500),
  contactWays: z.array(contactWay).max(5),
  /** Empty: not chosen yet. */
  retentionRuleId: line(36),
  refusal: words(500),
  /** ISO 8601 period; empty: as long as the data is kept. */
  validFor: line(20),
  items: z.array(itemDraft).max(30),
});
export type PurposeDraft = z.infer<typeof purposeDraft>;

export const formDraft = z.strictObject({
  title: words(120),
  introduction: words(1000),
  isForChildren: z.boolean(),
  guardianStatement: words(1000),
  childStatement: words(1000),
  purposes: z.array(purposeDraft).max(20),
});
export type FormDraft = z.infer<typeof formDraft>;

const nothing = (): Bilingual => ({ en: '', ko: '' });

export function emptyItem(): ItemDraft {
  return { code: '', label: nothing(), kind: 'required', sensitivity: 'ordinary', valueType: 'text' };
}

export function emptyRecipient(): RecipientDraft {
  return {
    recipientId: '',
    name: '',
    contact: '',
    country: nothing(),
    purpose: nothing(),
    period: nothing(),
    timeAndMethod: nothing(),
  };
}

/** @param newId for the purpose, which keeps it through every version of the form */
export function emptyPurpose(newId: string): PurposeDraft {
  return {
    id: newId,
    catalogueId: null,
    name: nothing(),
    kind: 'additional',
    lawfulBasis: 'consent',
    consentKind: 'collection',
    ground: nothing(),
    recipients: [],
    receivedFrom: nothing(),
    refusalMethod: nothing(),
    contactWays: [],
    retentionRuleId: '',
    refusal: nothing(),
    validFor: '',
    items: [emptyItem()],
  };
}

/** Kinds of consent that name third parties. */
export function namesRecipients(kind: ConsentKind): boolean {
  return (
    kind === 'third_party_provision' ||
    kind === 'use_beyond_purpose' ||
    kind === 'onward_provision' ||
    kind === 'transfer_abroad'
  );
}

/** The draft of what is published already, for its next version. */
export function draftOf(content: ConsentFormContent): FormDraft {
  const { children } = content;
  return {
    title: { ...content.title },
    introduction: { ...content.introduction },
    isForChildren: children !== null,
    guardianStatement: { ...(children?.guardianStatement ?? nothing()) },
    childStatement: { ...(children?.childStatement ?? nothing()) },
    purposes: content.purposes.map(draftOfPurpose),
  };
}

export function draftOfPurpose(purpose: FormPurpose): PurposeDraft {
  const { basis } = purpose;
  const consent = basis.lawfulBasis === 'consent' ? basis.consent : null;
  const empty = emptyPurpose(purpose.id);
  return {
    ...empty,
    catalogueId: purpose.catalogueId,
    name: { ...purpose.name },
    kind: purpose.kind,
    lawfulBasis: basis.lawfulBasis,
    consentKind: consent?.kind ?? empty.consentKind,
    ground: basis.lawfulBasis === 'consent' ? empty.ground : { ...basis.ground },
    recipients: recipientsOf(purpose).map((recipient) =>
      structuredClone({ ...emptyRecipient(), ...recipient }),
    ),
    receivedFrom: consent?.kind === 'onward_provision' ? { ...consent.receivedFrom } : empty.receivedFrom,
    refusalMethod: consent?.kind === 'transfer_abroad' ? { ...consent.refusalMethod } : empty.refusalMethod,
    contactWays: consent?.kind === 'marketing' ? [...consent.contactWays] : [],
    retentionRuleId: purpose.retentionRuleId,
    refusal: { ...purpose.refusal },
    validFor: purpose.validFor ?? '',
    items: purpose.items.map((item) => ({ ...item, label: { ...item.label } })),
  };
}

/**
 * The code under which a value is kept: the English label in `a_z_0_9`, at most 40 characters, so that items of one label are
 * one item wherever they stand. The person's name has a code of its own, whatever it is called; so has the date of birth, from which
 * the age is computed.
 *
 * @param position of the item in its purpose, from 0, for a label without Latin letters
 */
export function itemCodeOf(item: Pick<ItemDraft, 'code' | 'label' | 'valueType'>, position: number): string {
  if (item.valueType === 'name') return nameItemCode;
  if (item.valueType === 'date' && isBirthDateLabel(item.label)) return birthDateItemCode;
  if (item.code !== '' && item.code !== nameItemCode) return item.code;
  const letters = item.label.en
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  if (letters === '') return `item_${position + 1}`;
  return (/^[a-z]/.test(letters) ? letters : `item_${letters}`).slice(0, 40);
}

/** What would be published. Only what the chosen kind of consent tells is taken over. */
export function contentOf(draft: FormDraft): ConsentFormContent {
  return {
    title: trimmed(draft.title),
    introduction: trimmed(draft.introduction),
    children: draft.isForChildren
      ? {
          guardianStatement: trimmed(draft.guardianStatement),
          childStatement: trimmed(draft.childStatement),
        }
      : null,
    purposes: draft.purposes.map(purposeOf),
  };
}

export function purposeOf(purpose: PurposeDraft): FormPurpose {
  const isAsked = purpose.lawfulBasis === 'consent';
  return {
    id: purpose.id,
    catalogueId: purpose.catalogueId,
    name: trimmed(purpose.name),
    kind: purpose.kind,
    basis: basisOf(purpose),
    items: purpose.items.map((item, position) => ({
      code: itemCodeOf(item, position),
      label: trimmed(item.label),
      kind: item.kind,
      sensitivity: item.sensitivity,
      valueType: item.valueType,
    })),
    retentionRuleId: purpose.retentionRuleId,
    refusal: isAsked ? trimmed(purpose.refusal) : nothing(),
    validFor: isAsked && purpose.validFor !== '' ? purpose.validFor : null,
  };
}

function basisOf(purpose: PurposeDraft): PurposeBasis {
  const { lawfulBasis } = purpose;
  if (lawfulBasis !== 'consent') return { lawfulBasis, ground: trimmed(purpose.ground) };
  return { lawfulBasis, consent: consentOf(purpose) };
}

function consentOf(purpose: PurposeDraft): ConsentAsked {
  const chosen = purpose.recipients.filter(({ recipientId }) => recipientId !== '');
  const recipients = chosen.map(({ recipientId, name, purpose, period }) => ({
    recipientId,
    name: name.trim(),
    purpose: trimmed(purpose),
    period: trimmed(period),
  }));
  const kind = purpose.consentKind;
  switch (kind) {
    case 'collection':
    case 'sensitive_data':
    case 'unique_identifiers':
      return { kind };
    case 'marketing':
      return { kind, contactWays: purpose.contactWays };
    case 'third_party_provision':
    case 'use_beyond_purpose':
      return { kind, recipients };
    case 'onward_provision':
      return { kind, receivedFrom: trimmed(purpose.receivedFrom), recipients };
    case 'transfer_abroad':
      return {
        kind,
        recipients: chosen.map((recipient) => ({
          recipientId: recipient.recipientId,
          name: recipient.name.trim(),
          purpose: trimmed(recipient.purpose),
          period: trimmed(recipient.period),
          contact: recipient.contact.trim(),
          country: trimmed(recipient.country),
          timeAndMethod: trimmed(recipient.timeAndMethod),
        })),
        refusalMethod: trimmed(purpose.refusalMethod),
      };
  }
}

function trimmed(text: Bilingual): Bilingual {
  return { en: text.en.trim(), ko: text.ko.trim() };
}
