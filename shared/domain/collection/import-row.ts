import { remembered } from '../remembered.ts';
import type { ConsentAnswer, ItemValue, PurposeAnswer } from './consent.ts';
import { isValueFor, itemsAskedFor } from './consent.ts';
import {
  askedPurposes,
  type ConsentFormContent,
  type FormItem,
  nameItemCode,
  restsOnConsent,
} from './consent-form.ts';
import { birthDateItemCode, isPossibleBirthDate } from './guardian.ts';
import { type DateOrder, readImportedDate, type SheetCalendar } from './import-date.ts';
import type { ImportPlan } from './import-plan.ts';
import { type ImportedWay, readAnswer, readWay } from './import-words.ts';

/** Why a row cannot be taken. Each has its sentence: `collection.import.problem.<code>`. */
export const rowProblems = [
  'ragged',
  'missing',
  'malformed',
  'date_malformed',
  'date_ambiguous',
  'date_in_future',
  'date_before_birth',
  'birth_date_impossible',
  'under_age',
  'answer_unknown',
  'essential_refused',
  'nothing_agreed',
  'control_characters',
  'broken_characters',
  'reference_repeated',
] as const;
export type RowProblemCode = (typeof rowProblems)[number];

export interface RowProblem {
  code: RowProblemCode;
  /** Place of the column; null where it is about the row as a whole. */
  column: number | null;
}

/** A consent as a row tells it. */
export interface ImportedConsent {
  name: string;
  givenOn: string;
  way: ImportedWay | null;
  reference: string | null;
  answers: PurposeAnswer[];
  values: ItemValue[];
}

export type ReadRow = { consent: ImportedConsent; problems?: never } | { problems: RowProblem[] };

export interface RowReading {
  readonly content: ConsentFormContent;
  readonly plan: ImportPlan;
  readonly calendar: SheetCalendar;
  readonly today: string;
  /** Of a file of characters, where a row of another length is a broken one. */
  readonly isStrict: boolean;
  /** Whether a person born on that day could not consent alone on the other. */
  isUnderAge(bornOn: string, on: string): boolean;
}

/** Days of consent are few, and say nothing about anybody; dates of birth are read each time. */
const rememberedDay = remembered((cell: string, order: DateOrder | '', calendar: SheetCalendar) =>
  readImportedDate(cell, order === '' ? null : order, calendar),
);
const looksLikeDay = /^[\d\s./:TZ+년월일-]{6,30}$/u;
const readConsentDay: typeof readImportedDate = (cell, order, calendar = '1900') =>
  looksLikeDay.test(cell)
    ? rememberedDay(cell, order ?? '', calendar)
    : readImportedDate(cell, order, calendar);

/** Reads a row by a plan that `checkPlan` let through. */
export function readRow(reading: RowReading, cells: readonly string[]): ReadRow {
  const { content, plan, today } = reading;
  const problems: RowProblem[] = [];
  const fail = (code: RowProblemCode, column: number | null) => problems.push({ code, column });
  const surplus = cells.slice(plan.columns.length).some((cell) => cell.trim() !== '');
  if (surplus || (reading.isStrict && cells.length < plan.columns.length)) fail('ragged', null);

  const items = new Map(
    content.purposes.flatMap((purpose) => purpose.items).map((item) => [item.code, item]),
  );
  const answers = new Map<string, ConsentAnswer>(
    plan.answers.map(({ purposeId, answer }) => [purposeId, answer]),
  );
  const values = new Map<string, { value: string; column: number }>();
  let givenOn = plan.givenOn;
  let { way } = plan;
  let reference: string | null = null;
  for (const [column, target] of plan.columns.entries()) {
    if (target === null) continue;
    const cell = (cells[column] ?? '').trim();
    if (/[^\P{Cc}\n\r\t]/u.test(cell)) fail('control_characters', column);
    else if (cell.includes('\ufffd')) fail('broken_characters', column);
    else if (target.to === 'given_on') {
      const read = dateIn(cell, column, readConsentDay);
      if (read !== null && read > today) fail('date_in_future', column);
      givenOn = read;
    } else if (target.to === 'way') way = readWay(cell) ?? plan.way;
    else if (target.to === 'reference') reference = cell === '' ? null : cell.slice(0, 120);
    else if (target.to === 'answer') {
      const answer = readAnswer(cell);
      if (answer === null) fail('answer_unknown', column);
      else answers.set(target.purposeId, answer);
    } else {
      const item = items.get(target.itemCode);
      if (item === undefined || cell === '') continue;
      const value = valueIn(item, cell, column);
      if (value !== null) values.set(item.code, { value, column });
    }
  }
  const born = values.get(birthDateItemCode);
  if (born !== undefined && givenOn !== null) {
    if (born.value > today) fail('date_in_future', born.column);
    else if (born.value > givenOn) fail('date_before_birth', born.column);
    else if (!isPossibleBirthDate(born.value, givenOn)) fail('birth_date_impossible', born.column);
    else if (reading.isUnderAge(born.value, givenOn)) fail('under_age', born.column);
  }
  const consent = consentOf();
  return problems.length > 0 || consent === null ? { problems } : { consent };

  function dateIn(cell: string, column: number, readDate = readImportedDate): string | null {
    if (cell === '') {
      fail('missing', column);
      return null;
    }
    const read = readDate(cell, plan.dateOrder, reading.calendar);
    if ('date' in read) return read.date;
    fail(read.problem === 'ambiguous' ? 'date_ambiguous' : 'date_malformed', column);
    return null;
  }

  function valueIn(item: FormItem, cell: string, column: number): string | null {
    if (item.valueType === 'date') return dateIn(cell, column);
    const value =
      item.valueType === 'telephone'
        ? restoredTelephone(cell.normalize('NFKC'))
        : item.valueType === 'long_text'
          ? cell.normalize('NFC').replaceAll(/\r\n?/gu, '\n')
          : cell.normalize('NFC').replaceAll(/[\r\n\t]+/gu, ' ');
    if (isValueFor(item, value)) return value;
    fail('malformed', column);
    return null;
  }

  /** Only what was agreed to is taken (PIPA art. 16(1)): values of refused purposes stay in the file. */
  function consentOf(): ImportedConsent | null {
    const purposeAnswers = askedPurposes(content).map(({ id: purposeId }) => ({
      purposeId,
      answer: answers.get(purposeId) ?? ('refused' as const),
    }));
    const given = new Set(
      purposeAnswers.filter(({ answer }) => answer === 'given').map(({ purposeId }) => purposeId),
    );
    const inEffect = content.purposes.filter((purpose) => !restsOnConsent(purpose) || given.has(purpose.id));
    if (inEffect.length === 0) fail('nothing_agreed', null);
    else if (!inEffect.some((purpose) => purpose.kind === 'essential')) fail('essential_refused', null);
    const taken = itemsAskedFor(content, given);
    for (const item of taken) {
      if (item.kind !== 'required' || values.has(item.code)) continue;
      const column = plan.columns.findIndex(
        (target) => target?.to === 'item' && target.itemCode === item.code,
      );
      const isSaid = problems.some((problem) => problem.column === column && column !== -1);
      if (!isSaid) fail('missing', column === -1 ? null : column);
    }
    const name = values.get(nameItemCode)?.value;
    if (name === undefined || givenOn === null) return null;
    return {
      name,
      givenOn,
      way,
      reference,
      answers: purposeAnswers,
      values: taken.flatMap((item) => {
        const value = values.get(item.code)?.value;
        return value === undefined ? [] : [{ itemCode: item.code, value }];
      }),
    };
  }
}

/** A sheet keeps `01012345678` as a number and loses the zero; a Korean mobile number has no other beginning. */
function restoredTelephone(cell: string): string {
  return /^1[016789]\d{7,8}$/u.test(cell) ? `0${cell}` : cell;
}
