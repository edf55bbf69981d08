import type { CallError } from '../../shared/contract/answer.ts';
import type { ChannelInput } from '../../shared/contract/contract.ts';
import type { Language } from '../../shared/contract/fields.ts';
import {
  type ConsentAnswer,
  type ItemValue,
  isValueFor,
  itemsAskedFor,
  type Signature,
} from '../../shared/domain/collection/consent.ts';
import {
  askedPurposes,
  type ConsentFormContent,
  type FormItem,
  nameItemCode,
  restsOnConsent,
} from '../../shared/domain/collection/consent-form.ts';
import type { PickedPerson } from '../components/picked-person.ts';

/** What has been said so far. Nothing is answered until the person answers it. */
export interface CaptureDraft {
  language: Language;
  givenOn: string | null;
  isKnown: boolean;
  person: PickedPerson | null;
  answers: Readonly<Record<string, ConsentAnswer>>;
  values: Readonly<Record<string, string>>;
  signature: Signature | null;
}

export function emptyDraft(language: Language, today: string, person: PickedPerson | null): CaptureDraft {
  return {
    language,
    givenOn: today,
    isKnown: person !== null,
    person,
    answers: {},
    values: {},
    signature: null,
  };
}

/** `givenOn`, `person`, `signature`, `answers.<purposeId>` or `values.<itemCode>`. */
export type CaptureField = string;
export type CaptureErrors = Readonly<Record<CaptureField, { key: string; params: CallError['params'] }>>;

export function givenPurposes(draft: CaptureDraft): Set<string> {
  return new Set(Object.keys(draft.answers).filter((purposeId) => draft.answers[purposeId] === 'given'));
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
export function errorsOf(content: ConsentFormContent, draft: CaptureDraft, today: string): CaptureErrors {
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
  if (draft.signature === null) add('signature', 'error.field.signature');
  return errors;
}

export function enteredValue(draft: CaptureDraft, item: Pick<FormItem, 'code'>): string {
  if (item.code === nameItemCode && draft.isKnown) return draft.person?.name ?? '';
  return (draft.values[item.code] ?? '').trim();
}

/** Throws a RangeError if the draft still has errors. */
export function captureInput(
  content: ConsentFormContent,
  draft: CaptureDraft,
  form: { formVersionId: string; noticeDigest: string },
): ChannelInput<'collection.capture'> {
  const { givenOn, signature } = draft;
  if (givenOn === null || signature === null) throw new RangeError('a draft that is not complete');
  const values: ItemValue[] = askedItems(content, draft)
    .map((item) => ({ itemCode: item.code, value: enteredValue(draft, item) }))
    .filter(({ value }) => value !== '');
  return {
    ...form,
    language: draft.language,
    personId: draft.isKnown ? (draft.person?.personId ?? null) : null,
    answers: askedPurposes(content).map((purpose) => {
      const answer = draft.answers[purpose.id];
      if (answer === undefined) throw new RangeError('a purpose that is not answered');
      return { purposeId: purpose.id, answer };
    }),
    values,
    evidence: { way: 'screen', signature },
    otherThan: [],
    guardian: null,
    draftId: null,
    givenOn,
  };
}

/** The refusal of the records thread, put to the fields of the screen; empty where it is about none of them. */
export function errorsOfAnswer(error: CallError, sent: ChannelInput<'collection.capture'>): CaptureErrors {
  const errors: Record<string, CaptureErrors[string]> = {};
  for (const { path, key, params } of error.fields ?? []) errors[fieldOfPath(path, sent)] = { key, params };
  const { field } = error.params;
  if (error.fields === undefined && typeof field === 'string') {
    errors[field] = { key: error.key, params: error.params };
  }
  return errors;
}

/** `values.2.value` names the third value that was sent; the screen knows it by its item. */
function fieldOfPath(path: string, sent: ChannelInput<'collection.capture'>): CaptureField {
  const [first = '', position = ''] = path.split('.');
  if (first === 'values') return `values.${sent.values[Number(position)]?.itemCode ?? position}`;
  if (first === 'answers') return `answers.${sent.answers[Number(position)]?.purposeId ?? position}`;
  if (first === 'evidence') return position === 'way' ? first : position;
  return first === 'personId' ? 'person' : first;
}
