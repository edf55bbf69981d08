import { Temporal } from 'temporal-polyfill';

/** Which of day and month stands first in `3/2/2021`; nobody can see it from the date alone. */
export type DateOrder = 'mdy' | 'dmy';
/** Excel counts days from 1900 (Windows) or 1904 (older Macs): ECMA-376 part 1, 18.17.4.1. */
export type SheetCalendar = '1900' | '1904';

export type ReadDate = { date: string } | { problem: 'malformed' | 'ambiguous' };

const yearFirst = /^(\d{4})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[.일]?$/u;
const yearLast = /^(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{4})\s*\.?$/u;
const together = /^(\d{4})(\d{2})(\d{2})$/u;
/** What follows a date in programs' exports: a time, with or without zone, or a weekday in brackets. */
const behindDate =
  /(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?|\s*\([^)]{1,9}\))$/u;
/** Days from 1927 to 2173: what is outside of it is a number and not a date. */
const serial = /^\d{5}(?:\.\d+)?$/u;

const dayZero: Readonly<Record<SheetCalendar, Temporal.PlainDate>> = {
  // One day early, for the 29 February 1900 that this calendar has and the world had not.
  '1900': Temporal.PlainDate.from('1899-12-30'),
  '1904': Temporal.PlainDate.from('1904-01-01'),
};

/**
 * A date as people and spreadsheets write it: `2021-03-02`, `2021.3.2`, `2021년 3월 2일`, `20210302`, `3/2/2021`, a sheet's day
 * number. Two-digit years are malformed: a birth date of 1921 and one of 2021 are not told apart by them.
 *
 * @param order for dates with the year last; null where nobody has said, so that `3/2/2021` is ambiguous and `13/2/2021` is not
 */
export function readImportedDate(
  written: string,
  order: DateOrder | null,
  calendar: SheetCalendar = '1900',
): ReadDate {
  const text = written.normalize('NFKC').trim().replace(behindDate, '').trim();
  const first = yearFirst.exec(text) ?? together.exec(text);
  if (first !== null) return dateOf(first[1], first[2], first[3]);
  const last = yearLast.exec(text);
  if (last !== null) return readYearLast(last, order);
  if (!serial.test(text)) return { problem: 'malformed' };
  return { date: dayZero[calendar].add({ days: Math.floor(Number(text)) }).toString() };
}

function readYearLast([, one, other, year]: RegExpExecArray, order: DateOrder | null): ReadDate {
  if (order === 'mdy') return dateOf(year, one, other);
  if (order === 'dmy') return dateOf(year, other, one);
  const asMonthFirst = dateOf(year, one, other);
  const asDayFirst = dateOf(year, other, one);
  if ('problem' in asMonthFirst) return asDayFirst;
  if ('problem' in asDayFirst || asDayFirst.date === asMonthFirst.date) return asMonthFirst;
  return { problem: 'ambiguous' };
}

function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): ReadDate {
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) };
    return { date: Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString() };
  } catch {
    return { problem: 'malformed' };
  }
}
