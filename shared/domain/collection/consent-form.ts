import { z } from 'zod';
import { bilingualLine, bilingualParagraph, id, line, paragraph } from '../../contract/fields.ts';
import { period } from '../retention/retention-rule.ts';

/** DOMAIN.md, "The procedure": required for the essential function, optional for additional services, or automatic. */
export const itemKind = z.enum(['required', 'optional', 'automatic']);
export type ItemKind = z.infer<typeof itemKind>;

/** PIPA art. 23 (sensitive) and art. 24 (unique identifiers) ask for more care than ordinary items. */
export const itemSensitivity = z.enum(['ordinary', 'sensitive', 'unique_identifier']);

export const valueType = z.enum(['name', 'text', 'long_text', 'date', 'telephone', 'email']);
export type ValueType = z.infer<typeof valueType>;

export const purposeKind = z.enum(['essential', 'additional', 'protection_of_users']);
export type PurposeKind = z.infer<typeof purposeKind>;

export const itemCode = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'item_code' });

/** The item under which every form asks for the person's name; it alone is kept with the person rather than a purpose. */
export const nameItemCode = 'name';

export const formItem = z.strictObject({
  code: itemCode,
  label: bilingualLine(80),
  kind: itemKind,
  sensitivity: itemSensitivity,
  valueType,
});
export type FormItem = z.infer<typeof formItem>;

/** Both languages; empty while it is not written. What must be told is checked at publishing: mandatory-statements.ts. */
const statement = (maximum: number) => z.strictObject({ en: paragraph(maximum), ko: paragraph(maximum) });

/** PIPA art. 15(1), GDPR art. 6(1). */
export const lawfulBasis = z.enum([
  'consent',
  'contract',
  'legal_obligation',
  'vital_interests',
  'public_task',
  'legitimate_interests',
]);
export type LawfulBasis = z.infer<typeof lawfulBasis>;

/**
 * A third party as it is told to the person (PIPA art. 17(2)). The words are copied from the recipient into the form, so that a
 * published version goes on saying what was agreed to, whatever becomes of the recipient's entry.
 */
const formRecipient = {
  /** The row of the provision room. */
  recipientId: id,
  name: line(120),
  /** What the recipient uses the data for. */
  purpose: statement(300),
  /** How long the recipient keeps and uses it. */
  period: statement(200),
};
export const provisionRecipient = z.strictObject(formRecipient);
export const transferRecipient = z.strictObject({
  ...formRecipient,
  contact: line(200),
  country: statement(80),
  /** When and by what means: "with each order, over an encrypted line". */
  timeAndMethod: statement(300),
});
/** A recipient of either kind; what only a transfer abroad tells is undefined for the others. */
export type FormRecipient = z.infer<typeof provisionRecipient> & Partial<z.infer<typeof transferRecipient>>;

export const contactWay = z.enum(['email', 'text_message', 'telephone', 'post', 'application']);
export type ContactWay = z.infer<typeof contactWay>;

const recipients = z.array(provisionRecipient).max(10);

/** What kind of consent a purpose asks for, each answered on its own (PIPA art. 22(1)), and what that kind has to tell beside the rest. */
export const consentAsked = z.discriminatedUnion('kind', [
  /** PIPA art. 15(1)1. */
  z.strictObject({ kind: z.literal('collection') }),
  /** PIPA art. 17(1)1. */
  z.strictObject({ kind: z.literal('third_party_provision'), recipients }),
  /** PIPA art. 18(2)1: another use by the office itself, or, with recipients, a provision beyond the purpose. */
  z.strictObject({ kind: z.literal('use_beyond_purpose'), recipients }),
  /** PIPA art. 19: what the office itself received from another controller. */
  z.strictObject({ kind: z.literal('onward_provision'), receivedFrom: statement(200), recipients }),
  /** PIPA art. 28-8(1)1. */
  z.strictObject({
    kind: z.literal('transfer_abroad'),
    recipients: z.array(transferRecipient).max(10),
    refusalMethod: statement(500),
  }),
  /** PIPA art. 23(1)1. */
  z.strictObject({ kind: z.literal('sensitive_data') }),
  /** PIPA art. 24(1)1. */
  z.strictObject({ kind: z.literal('unique_identifiers') }),
  /** PIPA art. 22(1)7. */
  z.strictObject({ kind: z.literal('marketing'), contactWays: z.array(contactWay).max(5) }),
]);
export type ConsentAsked = z.infer<typeof consentAsked>;

export type ConsentKind = ConsentAsked['kind'];

/** On what ground a purpose stands: the person's consent of some kind, or a basis that needs none and is shown, not asked. */
export const purposeBasis = z.discriminatedUnion('lawfulBasis', [
  z.strictObject({ lawfulBasis: z.literal('consent'), consent: consentAsked }),
  z.strictObject({
    lawfulBasis: lawfulBasis.exclude(['consent']),
    /** The contract, statute or interest in words, with the article (PIPA art. 22(3)). */
    ground: statement(300),
  }),
]);
export type PurposeBasis = z.infer<typeof purposeBasis>;

export const formPurpose = z.strictObject({
  id,
  /** The purpose of the catalogue it was taken from; null where it was written for this form alone. */
  catalogueId: id.nullable().default(null),
  name: bilingualLine(120),
  kind: purposeKind,
  // Forms published before purposes named their basis asked for consent to collection, and nothing else.
  basis: purposeBasis.default({ lawfulBasis: 'consent', consent: { kind: 'collection' } }),
  items: z.array(formItem).min(1).max(30),
  retentionRuleId: id,
  /** That one may refuse, and what refusing means (PIPA art. 15(2)4); not told where nothing is asked. */
  refusal: statement(500),
  /**
   * How long a consent to it counts before it has to be renewed; null: as long as the data is kept. Advertising by e-mail or telephone
   * is confirmed every two years (Network Act Decree art. 62-3).
   */
  validFor: period.nullable().default(null),
});
export type FormPurpose = z.infer<typeof formPurpose>;

export const consentFormContent = z.strictObject({
  title: bilingualLine(120),
  introduction: bilingualParagraph(1000),
  /** For children under 14: their guardian consents (PIPA art. 22-2(1)), and the child is told in plain words (22-2(3)). */
  children: z
    .strictObject({ guardianStatement: statement(1000), childStatement: statement(1000) })
    .nullable()
    .default(null),
  purposes: z.array(formPurpose).min(1).max(20),
});
export type ConsentFormContent = z.infer<typeof consentFormContent>;

/** Whether the person is asked; a purpose on another basis is told, and what it needs is collected without an answer. */
export function restsOnConsent(purpose: Pick<FormPurpose, 'basis'>): boolean {
  return purpose.basis.lawfulBasis === 'consent';
}

/** The purposes a person answers, in the form's order. */
export function askedPurposes(content: ConsentFormContent): FormPurpose[] {
  return content.purposes.filter(restsOnConsent);
}

/** Null where the purpose does not rest on consent. */
export function consentKindOf(purpose: Pick<FormPurpose, 'basis'>): ConsentKind | null {
  return purpose.basis.lawfulBasis === 'consent' ? purpose.basis.consent.kind : null;
}

/** The third parties a purpose names; none where it provides nothing to anybody. */
export function recipientsOf(purpose: Pick<FormPurpose, 'basis'>): readonly FormRecipient[] {
  return purpose.basis.lawfulBasis === 'consent' && 'recipients' in purpose.basis.consent
    ? purpose.basis.consent.recipients
    : [];
}
