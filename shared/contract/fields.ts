import { z } from 'zod';

/**
 * The kinds of field that cross the boundary, each with its limit. A limit is part of the contract: it is in the JSON
 * Schema that `contract.describe` answers with, and a longer value is refused with the field's name and the limit.
 */

// Control characters have no business in a name or a sentence; lone surrogates cannot be stored as UTF-8.
const withoutControls = /^[^\p{Cc}]*$/u;
const withoutControlsButLineBreaks = /^[^\p{Cc}]*(?:[\n\t][^\p{Cc}]*)*$/u;

export const line = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .regex(withoutControls, { error: 'control_characters' })
    .refine((value) => value.isWellFormed(), { error: 'control_characters' });

/** The bytes of a file, at most `maximum` characters of Base64 (RFC 4648 section 4). */
export const base64 = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, { error: 'format' });

/** A line that must say something: spaces alone do not count. */
export const filledLine = (maximum: number) =>
  line(maximum).refine((value) => value.trim().length > 0, { error: 'required' });

export const paragraph = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .regex(withoutControlsButLineBreaks, { error: 'control_characters' })
    .refine((value) => value.isWellFormed(), { error: 'control_characters' });

export const filledParagraph = (maximum: number) =>
  paragraph(maximum).refine((value) => value.trim().length > 0, { error: 'required' });

/** Random version 4 ids only: they carry neither time nor order. */
export const id = z.uuid({ version: 'v4' });

/** A calendar date, `YYYY-MM-DD`, in the office's time zone. */
export const plainDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' })
  .refine(isPlainDate, { error: 'date' });

/** By hand, since an order of 100,000 units has 300,000 dates. The proleptic Gregorian calendar, as Temporal counts. */
function isPlainDate(value: string): boolean {
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

/** A time of day in the office's time zone, `HH:MM`. */
export const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'time' });

/** An instant in UTC, ISO 8601. */
export const instant = z.iso.datetime({ precision: 3 });

/** SHA-256, lower-case hexadecimal. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/);

export const language = z.enum(['en', 'ko']);
export type Language = z.infer<typeof language>;

/** The same sentence in both languages: what a person is told must be sayable in either. */
export const bilingualLine = (maximum: number) =>
  z.strictObject({ en: filledLine(maximum), ko: filledLine(maximum) });
export const bilingualParagraph = (maximum: number) =>
  z.strictObject({ en: filledParagraph(maximum), ko: filledParagraph(maximum) });
export interface Bilingual {
  en: string;
  ko: string;
}

/** What a page of a long list is asked by. */
export const page = { limit: z.int().min(1).max(500), offset: z.int().min(0).max(100_000_000) };

export const nothing = z.strictObject({});
