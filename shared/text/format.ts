import { Temporal } from 'temporal-polyfill';
import type { Language } from './language.ts';

// Dates are put together here, not by Intl.DateTimeFormat: its punctuation and spaces change between ICU versions, and a
// certificate rendered again from the same content must be the same bytes.
const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function writeDate(date: { year: number; month: number; day: number }, language: Language): string {
  return language === 'ko'
    ? `${date.year}년 ${date.month}월 ${date.day}일`
    : `${date.day} ${englishMonths[date.month - 1]} ${date.year}`;
}

/**
 * A plain date (`2026-03-05`) in words: `5 March 2026`, `2026년 3월 5일`.
 *
 * Throws a RangeError if the text is not an ISO 8601 date.
 */
export function formatDate(plainDate: string, language: Language): string {
  return writeDate(Temporal.PlainDate.from(plainDate), language);
}

/**
 * A UTC instant (`2026-03-05T05:07:09Z`) as a clock on the wall of the office showed it: `5 March 2026, 14:07`,
 * `2026년 3월 5일 14:07`. Twenty-four hours, seconds only when asked for.
 *
 * Throws a RangeError if the instant or the IANA time zone is not valid.
 */
export function formatInstant(
  instant: string,
  timeZone: string,
  language: Language,
  options: { seconds?: boolean } = {},
): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  const seconds = options.seconds ? `:${twoDigits(local.second)}` : '';
  const time = `${twoDigits(local.hour)}:${twoDigits(local.minute)}${seconds}`;
  return `${writeDate(local, language)}${language === 'ko' ? ' ' : ', '}${time}`;
}

/** A whole or decimal number with the language's grouping: `12,345`. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language).format(value);
}

/** Several things in one phrase: `a, b, and c`, `a, b 및 c`. */
export function formatList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
}

/** The calendar date (ISO 8601) of an instant where the office is. Throws a RangeError as `formatInstant` does. */
export function localDate(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
