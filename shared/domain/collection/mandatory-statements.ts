import type { Bilingual } from '../../contract/fields.ts';
import {
  type ConsentFormContent,
  type ConsentKind,
  consentKindOf,
  type FormPurpose,
  type FormRecipient,
  recipientsOf,
} from './consent-form.ts';
import type { LawReference } from './law-reference.ts';

/**
 * What a form must tell beyond what every purpose tells by its shape (purpose, items, retention period), and which article asks
 * for it. One table for the editor, for publishing and for whoever wants to know why.
 */
export const statementNames = [
  'refusal',
  'refusal_method',
  'legal_ground',
  'recipient',
  'recipient_name',
  'recipient_purpose',
  'recipient_period',
  'recipient_contact',
  'country',
  'time_and_method',
  'received_from',
  'contact_ways',
  'guardian_statement',
  'child_statement',
] as const;
export type StatementName = (typeof statementNames)[number];

export interface MandatoryStatement {
  readonly statement: StatementName;
  readonly law: LawReference;
  /** Dotted path of the field within the form's content. */
  readonly field: string;
  /** Position of the purpose on the form, from 0; null for what belongs to the whole form. */
  readonly purpose: number | null;
  readonly isTold: boolean;
}

interface RecipientLaws {
  readonly recipient: LawReference;
  readonly purpose: LawReference;
  readonly period: LawReference;
}
const provision: RecipientLaws = { recipient: 'pipa_17_2_1', purpose: 'pipa_17_2_2', period: 'pipa_17_2_4' };
const beyondPurpose: RecipientLaws = {
  recipient: 'pipa_18_3_1',
  purpose: 'pipa_18_3_2',
  period: 'pipa_18_3_4',
};
// Article 19 names no statements of its own; a consent to it is informed only by those of art. 18(3).
const onward: RecipientLaws = { ...beyondPurpose, recipient: 'pipa_19' };
const abroad: RecipientLaws = { recipient: 'pipa_28h_2_3', purpose: 'pipa_28h_2_4', period: 'pipa_28h_2_4' };

/** Art. 23(1)1 and 24(1)1 have the statements of art. 15(2) told; so has the marketing of art. 22(1)7. */
const refusalLaw: Record<ConsentKind, LawReference> = {
  collection: 'pipa_15_2_4',
  third_party_provision: 'pipa_17_2_5',
  use_beyond_purpose: 'pipa_18_3_5',
  onward_provision: 'pipa_18_3_5',
  transfer_abroad: 'pipa_28h_2_5',
  sensitive_data: 'pipa_15_2_4',
  unique_identifiers: 'pipa_15_2_4',
  marketing: 'pipa_15_2_4',
};

/** Every statement the form must make, told already or not, in the form's order. */
export function mandatoryStatements(content: ConsentFormContent): MandatoryStatement[] {
  const statements = content.purposes.flatMap((purpose, position) =>
    statementsOfPurpose(purpose, `purposes.${position}`).map((each) => ({ ...each, purpose: position })),
  );
  if (content.children === null) return statements;
  const { guardianStatement, childStatement } = content.children;
  const ofForm = [
    told('guardian_statement', 'pipa_22b_1', 'children.guardianStatement', guardianStatement),
    told('child_statement', 'pipa_22b_3', 'children.childStatement', childStatement),
  ];
  return [...ofForm.map((each) => ({ ...each, purpose: null })), ...statements];
}

type OfPurpose = Omit<MandatoryStatement, 'purpose'>;

function statementsOfPurpose(purpose: FormPurpose, path: string): OfPurpose[] {
  const kind = consentKindOf(purpose);
  if (purpose.basis.lawfulBasis !== 'consent' || kind === null) {
    const ground = 'ground' in purpose.basis ? purpose.basis.ground : { en: '', ko: '' };
    return [told('legal_ground', 'pipa_22_3', `${path}.basis.ground`, ground)];
  }
  const { consent } = purpose.basis;
  const at = `${path}.basis.consent`;
  const refusal = told('refusal', refusalLaw[kind], `${path}.refusal`, purpose.refusal);
  switch (consent.kind) {
    case 'collection':
    case 'sensitive_data':
    case 'unique_identifiers':
      return [refusal];
    case 'marketing':
      return [
        {
          statement: 'contact_ways',
          law: 'pipa_22_1_7',
          field: `${at}.contactWays`,
          isTold: consent.contactWays.length > 0,
        },
        refusal,
      ];
    case 'third_party_provision':
      return [...ofRecipients(purpose, at, provision, true), refusal];
    case 'use_beyond_purpose':
      return [...ofRecipients(purpose, at, beyondPurpose, false), refusal];
    case 'onward_provision':
      return [
        told('received_from', 'pipa_20_1_1', `${at}.receivedFrom`, consent.receivedFrom),
        ...ofRecipients(purpose, at, onward, true),
        refusal,
      ];
    case 'transfer_abroad':
      return [
        ...ofRecipients(purpose, at, abroad, true),
        told('refusal_method', 'pipa_28h_2_5', `${at}.refusalMethod`, consent.refusalMethod),
        refusal,
      ];
  }
}

function ofRecipients(purpose: FormPurpose, at: string, law: RecipientLaws, isNeeded: boolean): OfPurpose[] {
  const recipients = recipientsOf(purpose);
  const isTold = recipients.length > 0;
  const first: OfPurpose = { statement: 'recipient', law: law.recipient, field: `${at}.recipients`, isTold };
  return [
    ...(isNeeded ? [first] : []),
    ...recipients.flatMap((recipient, index) => ofRecipient(recipient, `${at}.recipients.${index}`, law)),
  ];
}

function ofRecipient(recipient: FormRecipient, at: string, law: RecipientLaws): OfPurpose[] {
  const { country, timeAndMethod, contact } = recipient;
  return [
    said('recipient_name', law.recipient, `${at}.name`, recipient.name),
    told('recipient_purpose', law.purpose, `${at}.purpose`, recipient.purpose),
    told('recipient_period', law.period, `${at}.period`, recipient.period),
    ...(contact === undefined ? [] : [said('recipient_contact', 'pipa_28h_2_3', `${at}.contact`, contact)]),
    ...(country === undefined ? [] : [told('country', 'pipa_28h_2_2', `${at}.country`, country)]),
    ...(timeAndMethod === undefined
      ? []
      : [told('time_and_method', 'pipa_28h_2_2', `${at}.timeAndMethod`, timeAndMethod)]),
  ];
}

function said(statement: StatementName, law: LawReference, field: string, text: string): OfPurpose {
  return { statement, law, field, isTold: text.trim() !== '' };
}

/** Told only if it is told in both languages: a person may choose either. */
function told(statement: StatementName, law: LawReference, field: string, text: Bilingual): OfPurpose {
  return { statement, law, field, isTold: text.en.trim() !== '' && text.ko.trim() !== '' };
}
