import type { CallError } from '../../shared/contract/answer.ts';
import type { ChannelInput, ChannelOutput } from '../../shared/contract/contract.ts';
import { type Language, timeOfDay } from '../../shared/contract/fields.ts';
import {
  type ConsentAnswer,
  type ItemValue,
  isValueFor,
  itemsAskedFor,
  type Signature,
} from '../../shared/domain/collection/consent.ts';
import type { DeskWay } from '../../shared/domain/collection/consent-evidence.ts';
import {
  askedPurposes,
  type ConsentFormContent,
  type FormItem,
  nameItemCode,
  restsOnConsent,
} from '../../shared/domain/collection/consent-form.ts';
import {
  birthDateItemCode,
  type GuardianVerificationWay,
  needsGuardian,
} from '../../shared/domain/collection/guardian.ts';
import type { Jurisdiction } from '../../shared/domain/retention/retention-rule.ts';
import type { PickedPerson } from '../components/picked-person.ts';

/** A scan, or a recording, that waits at the desk for its consent. */
export interface BroughtScan {
  readonly attachmentId: string;
  readonly fileName: string;
}

export interface TelephoneDraft {
  readonly calledAt: string;
  readonly readBy: string;
  readonly witness: 'staff' | 'named' | null;
  readonly witnessStaff: string;
  readonly witnessName: string;
}

export interface GuardianDraft {
  readonly name: string;
  readonly contact: string;
  readonly verifiedBy: GuardianVerificationWay | null;
  readonly verifiedOn: string | null;
}

/** What has been said so far. Nothing is answered until the person answers it. */
export interface CaptureDraft {
  language: Language;
  givenOn: string | null;
  isKnown: boolean;
  person: PickedPerson | null;
  /** People of the same name whom the clerk has said to be others. */
  otherThan: readonly string[];
  answers: Readonly<Record<string, ConsentAnswer>>;
  values: Readonly<Record<string, string>>;
  way: DeskWay;
  signature: Signature | null;
  scans: readonly BroughtScan[];
  /** Of the call, where it was recorded. */
  recordings: readonly BroughtScan[];
  telephone: TelephoneDraft;
  guardian: GuardianDraft;
}

export function emptyDraft(
  language: Language,
  today: string,
  person: PickedPerson | null,
  staffNumber: number,
): CaptureDraft {
  return {
    language,
    givenOn: today,
    isKnown: person !== null,
    person,
    otherThan: [],
    answers: {},
    values: {},
    way: 'screen',
    signature: null,
    scans: [],
    recordings: [],
    telephone: {
      calledAt: '',
      readBy: String(staffNumber),
      witness: null,
      witnessStaff: '',
      witnessName: '',
    },
    guardian: { name: '', contact: '', verifiedBy: null, verifiedOn: null },
  };
}

/** Whether anything has been said that would be lost. */
export function isBegun(draft: CaptureDraft): boolean {
  return (
    Object.keys(draft.answers).length > 0 ||
    Object.values(draft.values).some((value) => value.trim() !== '') ||
    draft.signature !== null ||
    draft.scans.length > 0 ||
    draft.recordings.length > 0 ||
    draft.guardian.name.trim() !== '' ||
    draft.guardian.contact.trim() !== ''
  );
}

/** Whether a guardian has to consent: the form is for children, or the date of birth says so. */
export function isForChild(
  content: ConsentFormContent,
  draft: CaptureDraft,
  jurisdiction: Jurisdiction,
): boolean {
  if (content.children !== null) return true;
  const birthDate = draft.values[birthDateItemCode] ?? '';
  return birthDate !== '' && draft.givenOn !== null && needsGuardian(jurisdiction, birthDate, draft.givenOn);
}

export function isGuardianVerified({ guardian }: CaptureDraft): boolean {
  return (
    guardian.name.trim() !== '' &&
    guardian.contact.trim() !== '' &&
    guardian.verifiedBy !== null &&
    guardian.verifiedOn !== null
  );
}

/** Of a child whose guardian has not been verified nothing else is taken (PIPA art. 22-2(2)): only the day it was born on. */
export function withoutChildsData(draft: CaptureDraft): CaptureDraft {
  const birthDate = draft.values[birthDateItemCode];
  return {
    ...draft,
    isKnown: false,
    person: null,
    answers: {},
    values: birthDate === undefined ? {} : { [birthDateItemCode]: birthDate },
    signature: null,
  };
}

/** As the records thread keeps it. Scans are not in it: they end with the desk they were brought to. */
export function keptDraft(
  draft: CaptureDraft,
  isChild: boolean,
): ChannelInput<'collection.saveDraft'>['draft'] {
  const { telephone } = draft;
  return {
    language: draft.language,
    givenOn: draft.givenOn,
    personId: draft.isKnown ? (draft.person?.personId ?? null) : null,
    answers: Object.entries(draft.answers).map(([purposeId, answer]) => ({ purposeId, answer })),
    values: Object.entries(draft.values).map(([itemCode, value]) => ({ itemCode, value })),
    way: draft.way,
    signature: draft.signature,
    telephone: {
      calledAt: telephone.calledAt,
      readBy: telephone.readBy,
      witnessStaff: telephone.witnessStaff,
      witnessName: telephone.witnessName,
    },
    isChild,
    guardian: { ...draft.guardian },
  };
}

/** To go on with what was kept. */
export function resumedDraft(
  { draft, personName }: Pick<ChannelOutput<'collection.openDraft'>, 'draft' | 'personName'>,
  empty: CaptureDraft,
): CaptureDraft {
  const { telephone, personId } = draft;
  const isKnown = personId !== null && personName !== null;
  return {
    ...empty,
    language: draft.language,
    givenOn: draft.givenOn,
    isKnown,
    person: isKnown ? { personId, name: personName } : null,
    answers: Object.fromEntries(draft.answers.map(({ purposeId, answer }) => [purposeId, answer])),
    values: Object.fromEntries(draft.values.map(({ itemCode, value }) => [itemCode, value])),
    way: draft.way,
    signature: draft.signature,
    telephone: {
      ...telephone,
      witness: telephone.witnessName !== '' ? 'named' : telephone.witnessStaff !== '' ? 'staff' : null,
    },
    guardian: draft.guardian,
  };
}

/** `givenOn`, `person`, `signature`, `scans`, `guardian...`, `answers.<purposeId>` or `values.<itemCode>`. */
export type CaptureField = string;
export type CaptureErrors = Readonly<Record<CaptureField, { key: string; params: CallError['params'] }>>;

export function givenPurposes(draft: CaptureDraft): Set<string> {
  return new Set(Object.keys(draft.answers).filter((purposeId) => draft.answers[purposeId] === 'given'));
}

/** The item that is asked before anything else, where the form has it. */
export function birthDateItemOf(content: ConsentFormContent): FormItem | undefined {
  return content.purposes
    .flatMap(({ items }) => items)
    .find(
      ({ code, kind, valueType }) =>
        code === birthDateItemCode && valueType === 'date' && kind !== 'automatic',
    );
}

/** The items that are still to be asked: those of the purposes that are agreed to or need no consent; the name of a known person is known. */
export function askedItems(content: ConsentFormContent, draft: CaptureDraft): FormItem[] {
  return itemsAskedFor(content, givenPurposes(draft));
}

/** Everything is answered, and the answer to what the service cannot do without is no. */
export function isEssentialRefused(content: ConsentFormContent, draft: CaptureDraft): boolean {
  const essential = content.purposes.filter((purpose) => purpose.kind === 'essential');
  return (
    essential.length > 0 &&
    essential.every((purpose) => restsOnConsent(purpose) && draft.answers[purpose.id] === 'refused')
  );
}

/**
 * What is missing or cannot be right, all at once and before anything is sent. The rules are those of `checkCapture`, which the
 * records thread asks again and which stops at the first.
 */
export function errorsOf(
  content: ConsentFormContent,
  draft: CaptureDraft,
  { today, jurisdiction }: { today: string; jurisdiction: Jurisdiction },
): CaptureErrors {
  const errors: Record<string, CaptureErrors[string]> = {};
  const add = (field: CaptureField, key: string) => {
    errors[field] = { key, params: {} };
  };
  if (draft.givenOn === null) add('givenOn', 'common.field.required');
  else if (draft.givenOn > today) add('givenOn', 'error.date_in_future');
  if (draft.isKnown && draft.person === null) add('person', 'collection.capture.person_missing');
  const refused = isEssentialRefused(content, draft);
  for (const purpose of askedPurposes(content)) {
    if (draft.answers[purpose.id] === undefined) add(`answers.${purpose.id}`, 'error.purpose_not_answered');
    else if (refused && purpose.kind === 'essential') {
      add(`answers.${purpose.id}`, 'error.essential_purpose_refused');
    }
  }
  for (const item of askedItems(content, draft)) {
    const value = enteredValue(draft, item);
    if (value === '') {
      if (item.kind === 'required') add(`values.${item.code}`, 'error.item_missing');
    } else if (!isValueFor(item, value)) {
      add(`values.${item.code}`, `collection.capture.malformed.${item.valueType}`);
    }
  }
  if (isForChild(content, draft, jurisdiction)) addGuardianErrors(draft.guardian, today, add);
  addProofErrors(draft, add);
  return errors;
}

type AddError = (field: CaptureField, key: string) => void;

function addGuardianErrors(guardian: GuardianDraft, today: string, add: AddError): void {
  if (guardian.name.trim() === '') add('guardian.name', 'common.field.required');
  if (guardian.contact.trim() === '') add('guardian.contact', 'common.field.required');
  if (guardian.verifiedBy === null) add('guardian.verification', 'collection.guardian.choose');
  if (guardian.verifiedOn === null) add('guardian.verifiedOn', 'common.field.required');
  else if (guardian.verifiedOn > today) add('guardian.verifiedOn', 'error.date_in_future');
}

function addProofErrors(draft: CaptureDraft, add: AddError): void {
  const { way, telephone } = draft;
  if (way === 'screen' && draft.signature === null) add('signature', 'error.field.signature');
  if (way === 'paper' && draft.scans.length === 0) add('scans', 'collection.scans.missing');
  if (way !== 'telephone') return;
  if (!timeOfDay.safeParse(telephone.calledAt).success) add('calledAt', 'error.field.time');
  if (!isStaffNumber(telephone.readBy)) add('readBy', 'collection.telephone.staff_number');
  if (telephone.witness === null) add('witness', 'collection.telephone.witness_missing');
  if (telephone.witness === 'staff' && !isStaffNumber(telephone.witnessStaff))
    add('witness', 'collection.telephone.staff_number');
  if (telephone.witness === 'named' && telephone.witnessName.trim() === '')
    add('witness', 'common.field.required');
}

function isStaffNumber(value: string): boolean {
  return /^[1-9]\d{0,5}$/.test(value.trim());
}

export function enteredValue(draft: CaptureDraft, item: Pick<FormItem, 'code'>): string {
  if (item.code === nameItemCode && draft.isKnown) return draft.person?.name ?? '';
  return (draft.values[item.code] ?? '').trim();
}

/** Throws a RangeError if the draft still has errors. */
export function captureInput(
  content: ConsentFormContent,
  draft: CaptureDraft,
  form: { formVersionId: string; noticeDigest: string; draftId: string | null; isChild: boolean },
): ChannelInput<'collection.capture'> {
  const { givenOn } = draft;
  if (givenOn === null) throw new RangeError('a draft that is not complete');
  const values: ItemValue[] = askedItems(content, draft)
    .map((item) => ({ itemCode: item.code, value: enteredValue(draft, item) }))
    .filter(({ value }) => value !== '');
  const { isChild, ...shown } = form;
  return {
    ...shown,
    language: draft.language,
    personId: draft.isKnown ? (draft.person?.personId ?? null) : null,
    answers: askedPurposes(content).map((purpose) => {
      const answer = draft.answers[purpose.id];
      if (answer === undefined) throw new RangeError('a purpose that is not answered');
      return { purposeId: purpose.id, answer };
    }),
    values,
    evidence: evidenceOf(draft),
    otherThan: [...draft.otherThan],
    guardian: isChild ? guardianOf(draft.guardian) : null,
    givenOn,
  };
}

function evidenceOf(draft: CaptureDraft): ChannelInput<'collection.capture'>['evidence'] {
  const { signature, telephone } = draft;
  switch (draft.way) {
    case 'screen':
      if (signature === null) throw new RangeError('a draft that is not signed');
      return { way: 'screen', signature };
    case 'paper':
      return { way: 'paper', scans: draft.scans.map(({ attachmentId }) => attachmentId) };
    case 'telephone':
      return {
        way: 'telephone',
        calledAt: telephone.calledAt,
        readBy: Number(telephone.readBy),
        witness:
          telephone.witness === 'staff'
            ? { kind: 'staff', staffNumber: Number(telephone.witnessStaff) }
            : { kind: 'named', name: telephone.witnessName.trim() },
        ...(draft.recordings.length === 0
          ? {}
          : { recordings: draft.recordings.map(({ attachmentId }) => attachmentId) }),
      };
  }
}

function guardianOf(guardian: GuardianDraft): ChannelInput<'collection.capture'>['guardian'] {
  const { verifiedBy, verifiedOn } = guardian;
  if (verifiedBy === null || verifiedOn === null) throw new RangeError('a guardian who is not verified');
  return {
    name: guardian.name.trim(),
    contact: guardian.contact.trim(),
    verification: { way: verifiedBy, on: verifiedOn },
  };
}

/** The refusal of the records thread, put to the fields of the screen; empty where it is about none of them. */
export function errorsOfAnswer(error: CallError, sent: ChannelInput<'collection.capture'>): CaptureErrors {
  const errors: Record<string, CaptureErrors[string]> = {};
  for (const { path, key, params } of error.fields ?? []) errors[fieldOfPath(path, sent)] = { key, params };
  const { field } = error.params;
  if (error.fields === undefined && typeof field === 'string') {
    errors[screenField(field)] = { key: error.key, params: error.params };
  }
  if (error.code.startsWith('attachment_')) {
    const files = sent.evidence.way === 'telephone' ? 'recordings' : 'scans';
    errors[files] = { key: error.key, params: error.params };
  }
  return errors;
}

/** `values.2.value` names the third value that was sent; the screen knows it by its item. */
function fieldOfPath(path: string, sent: ChannelInput<'collection.capture'>): CaptureField {
  const [first = '', position = ''] = path.split('.');
  if (first === 'values') return `values.${sent.values[Number(position)]?.itemCode ?? position}`;
  if (first === 'answers') return `answers.${sent.answers[Number(position)]?.purposeId ?? position}`;
  return screenField(path);
}

/** What the contract calls a field, as the screen does. */
function screenField(path: string): CaptureField {
  const [first = '', second = ''] = path.split('.');
  if (first === 'evidence') return second;
  if (first === 'personId') return 'person';
  if (first === 'guardian')
    return path.includes('verification') ? 'guardian.verification' : second === '' ? 'guardian.name' : path;
  return first === 'values' || first === 'answers' ? path : first;
}
