import { Temporal } from 'temporal-polyfill';

/** `date` is `YYYY-MM-DD`, `instant` an instant in UTC (ISO 8601), `number` a number, `text` anything else. */
export type TableCell = string | number | null;

export interface TableColumn {
  readonly heading: string;
  readonly kind: 'text' | 'number' | 'date' | 'instant';
  /** In characters, where the usual one of its kind does not do. */
  readonly width?: number;
}

/**
 * What a spreadsheet takes for the beginning of a formula: OWASP, "CSV Injection" (the signs, tabulator and line ends), and the
 * full-width signs, which Excel reads as the others.
 */
const formulaBeginning = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]/u;
/**
 * A number or a telephone number as it is written: digits with the signs between them. Without a letter it names no cell, function
 * or program, so whatever a spreadsheet makes of it, it does nothing.
 */
const harmless = /^[+-]?\(?\d[\d\s().-]*$/u;

/** Text as a cell that no spreadsheet calculates: with an apostrophe before what would be a formula. */
export function neutralised(text: string): string {
  return formulaBeginning.test(text) && !harmless.test(text) ? `'${text}` : text;
}

/** Without what no file of characters can hold: control characters but line ends and tabulators, and broken surrogates. */
export function plainText(text: string): string {
  return text.toWellFormed().replaceAll(/[^\P{Cc}\n\r\t]/gu, ' ');
}

/**
 * One row of a CSV file with its line end, RFC 4180. Dates are `YYYY-MM-DD`, instants `YYYY-MM-DD hh:mm` in the office's time zone:
 * what every program reads as a date.
 */
export function csvRow(
  cells: readonly TableCell[],
  columns: readonly TableColumn[],
  timeZone: string,
): string {
  return `${columns.map(({ kind }, place) => csvCell(cells[place] ?? null, kind, timeZone)).join(',')}\r\n`;
}

function csvCell(cell: TableCell, kind: TableColumn['kind'], timeZone: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (kind === 'instant')
    return wallClock(cell, timeZone).toString({ smallestUnit: 'minute' }).replace('T', ' ');
  if (kind === 'date') return cell;
  const text = neutralised(plainText(cell));
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The day before the first of Excel's 1900 calendar, moved by the 29 February 1900 that it has and the world had not. */
const dayZero = Temporal.PlainDate.from('1899-12-30');
const firstDay = Temporal.PlainDate.from('1900-03-01');
const minutesADay = 24 * 60;

/**
 * The number that stands for a date or instant in an Excel sheet (days, ECMA-376 part 1, 18.17.4.1). A day before March 1900 has
 * none that every program agrees on, and stays text.
 */
export function sheetSerial(cell: string, kind: 'date' | 'instant', timeZone: string): number | string {
  const wall = kind === 'date' ? Temporal.PlainDate.from(cell).toPlainDateTime() : wallClock(cell, timeZone);
  const day = wall.toPlainDate();
  if (Temporal.PlainDate.compare(day, firstDay) < 0) return cell;
  return dayZero.until(day).days + (wall.hour * 60 + wall.minute) / minutesADay;
}

function wallClock(instant: string, timeZone: string): Temporal.PlainDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime();
}
