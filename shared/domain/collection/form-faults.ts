import {
  type ConsentFormContent,
  consentKindOf,
  type FormItem,
  type FormPurpose,
  nameItemCode,
  restsOnConsent,
} from './consent-form.ts';
import { birthDateItemCode, isBirthDateLabel } from './guardian.ts';
import type { LawReference } from './law-reference.ts';
import { mandatoryStatements, type StatementName } from './mandatory-statements.ts';

/** Why a form cannot be published, beyond the shape of its fields. `purpose` is a position on the form, from 0. */
export type FormFault =
  | { code: 'form_without_name_item' }
  | { code: 'form_without_essential_purpose' }
  | { code: 'form_without_consent' }
  | { code: 'form_item_defined_twice'; item: string }
  | { code: 'form_purpose_repeated' }
  | {
      code: 'form_statement_missing';
      statement: StatementName;
      law: LawReference;
      field: string;
      purpose: number | null;
    }
  | { code: 'form_item_needs_separate_consent'; item: string; law: LawReference; purpose: number }
  | { code: 'form_kind_without_its_item'; law: LawReference; purpose: number }
  | { code: 'form_kind_cannot_be_essential'; law: LawReference; purpose: number }
  | { code: 'form_resident_number_by_consent'; item: string; law: LawReference; purpose: number }
  | { code: 'form_birth_date_unreadable'; item: string; law: LawReference; purpose: number };

export function faultsOfForm(content: ConsentFormContent): FormFault[] {
  return [
    ...faultsOfStructure(content),
    ...faultsOfItems(content),
    ...mandatoryStatements(content)
      .filter(({ isTold }) => !isTold)
      .map(
        ({ statement, law, field, purpose }): FormFault => ({
          code: 'form_statement_missing',
          statement,
          law,
          field,
          purpose,
        }),
      ),
    ...content.purposes.flatMap(faultsOfKind),
    ...content.purposes.flatMap(faultsOfBirthDate),
  ];
}

function faultsOfStructure(content: ConsentFormContent): FormFault[] {
  const faults: FormFault[] = [];
  if (!content.purposes.some((purpose) => purpose.kind === 'essential')) {
    faults.push({ code: 'form_without_essential_purpose' });
  }
  if (!content.purposes.some(restsOnConsent)) faults.push({ code: 'form_without_consent' });
  const namedByEssential = content.purposes.some(
    (purpose) =>
      purpose.kind === 'essential' &&
      purpose.items.some((item) => item.code === nameItemCode && item.kind === 'required'),
  );
  if (!namedByEssential) faults.push({ code: 'form_without_name_item' });
  if (new Set(content.purposes.map((purpose) => purpose.id)).size !== content.purposes.length) {
    faults.push({ code: 'form_purpose_repeated' });
  }
  return faults;
}

/** An item may serve several purposes, but it has to be the same item wherever it stands, or a person would be asked twice. */
function faultsOfItems(content: ConsentFormContent): FormFault[] {
  const faults: FormFault[] = [];
  const seen = new Map<string, string>();
  for (const purpose of content.purposes) {
    const here = new Set<string>();
    for (const item of purpose.items) {
      const meaning = JSON.stringify([item.label.en, item.label.ko, item.valueType, item.sensitivity]);
      const before = seen.get(item.code);
      if (here.has(item.code) || (before !== undefined && before !== meaning)) {
        faults.push({ code: 'form_item_defined_twice', item: item.code });
      }
      here.add(item.code);
      seen.set(item.code, meaning);
    }
  }
  return faults;
}

/** What the sentence of a fault is filled with: purposes counted from 1, the field as a dotted path of what was sent. */
export function paramsOfFault(fault: FormFault): Record<string, string | number> {
  const params: Record<string, string | number> = {};
  if ('item' in fault) params.item = fault.item;
  if ('statement' in fault) params.statement = fault.statement;
  if ('law' in fault) params.law = fault.law;
  if ('purpose' in fault) params.purpose = fault.purpose === null ? 0 : fault.purpose + 1;
  if ('field' in fault) params.field = `content.${fault.field}`;
  return params;
}

/** Grounds on which a law lets sensitive data be processed without consent (PIPA art. 23(1)2, 24(1)2; GDPR art. 9(2)). */
const groundsForSpecialItems = new Set(['legal_obligation', 'vital_interests', 'public_task']);
const lawOf: Record<Exclude<FormItem['sensitivity'], 'ordinary'>, LawReference> = {
  sensitive: 'pipa_23_1',
  unique_identifier: 'pipa_24_1',
};

function faultsOfKind(purpose: FormPurpose, position: number): FormFault[] {
  const faults: FormFault[] = [];
  const kind = consentKindOf(purpose);
  const special = purpose.items.find((item) => item.sensitivity !== 'ordinary');
  if (special !== undefined && !maySpeakFor(purpose, special)) {
    faults.push({
      code: 'form_item_needs_separate_consent',
      item: special.code,
      law: lawOf[special.sensitivity as keyof typeof lawOf],
      purpose: position,
    });
  }
  const asked =
    kind === 'sensitive_data' ? 'sensitive' : kind === 'unique_identifiers' ? 'unique_identifier' : null;
  if (asked !== null && !purpose.items.every((item) => item.sensitivity === asked)) {
    faults.push({ code: 'form_kind_without_its_item', law: lawOf[asked], purpose: position });
  }
  // Refusing another use or marketing must not refuse the service.
  if (purpose.kind === 'essential' && (kind === 'marketing' || kind === 'use_beyond_purpose')) {
    faults.push({ code: 'form_kind_cannot_be_essential', law: 'pipa_22_5', purpose: position });
  }
  const residentNumber = kind === null ? undefined : purpose.items.find(isResidentNumber);
  if (residentNumber !== undefined) {
    faults.push({
      code: 'form_resident_number_by_consent',
      item: residentNumber.code,
      law: 'pipa_24b_1',
      purpose: position,
    });
  }
  return faults;
}

/** Whoever asks for the date of birth knows who is a child: it has to be one that the age can be computed from (PIPA art. 22-2(1)). */
function faultsOfBirthDate(purpose: FormPurpose, position: number): FormFault[] {
  return purpose.items
    .filter((item) => item.kind !== 'automatic' && isBirthDateLabel(item.label))
    .filter((item) => item.valueType !== 'date' || item.code !== birthDateItemCode)
    .map(({ code }) => ({
      code: 'form_birth_date_unreadable',
      item: code,
      law: 'pipa_22b_1',
      purpose: position,
    }));
}

/**
 * Sensitive data and unique identifiers are consented to apart from all other data (PIPA art. 23(1)1, 24(1)1): by a consent of
 * their own kind, or by a provision, another use or a transfer that concerns nothing else.
 */
function maySpeakFor(purpose: FormPurpose, special: FormItem): boolean {
  const kind = consentKindOf(purpose);
  if (kind === null) return groundsForSpecialItems.has(purpose.basis.lawfulBasis);
  if (!purpose.items.every((item) => item.sensitivity === special.sensitivity)) return false;
  if (kind === 'sensitive_data') return special.sensitivity === 'sensitive';
  if (kind === 'unique_identifiers') return special.sensitivity === 'unique_identifier';
  return kind !== 'collection' && kind !== 'marketing';
}

/** Resident registration numbers are processed only where a statute says so: no consent allows it (PIPA art. 24-2(1)). */
function isResidentNumber(item: FormItem): boolean {
  return /주민\s*(?:등록)?\s*번호/u.test(item.label.ko) || /resident\s+registration/i.test(item.label.en);
}
