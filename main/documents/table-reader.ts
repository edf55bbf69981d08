import { Refusal } from '../../shared/domain/refusal.ts';
import { readCsvRows, readDelimiter } from './csv-reader.ts';
import { detectEncoding, type TextEncoding } from './text-encoding.ts';
import { readWorkbook, readXlsxRows } from './xlsx-reader.ts';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** How a table file is to be read. */
export type TableLayout =
  | { kind: 'csv'; encoding: TextEncoding; delimiter: Delimiter }
  | { kind: 'xlsx'; sheets: string[]; sheet: string; calendar: '1900' | '1904' };

/** What a person may say better than the file does. */
export interface LayoutChoice {
  readonly encoding?: TextEncoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly sheet?: string | undefined;
}

export interface TableRow {
  /** Number of the row in the sheet, or of the line in the file at which it ends; from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * What a file is, by its content; its name says nothing.
 * @throws Refusal import_file_empty, import_old_excel (a workbook of before 2007, or one under a password), import_file_unknown,
 *   import_file_damaged, import_too_much (unpacks to more than is read), import_sheet_unknown
 */
export async function readLayout(file: Uint8Array, choice: LayoutChoice = {}): Promise<TableLayout> {
  if (file.length === 0) throw new Refusal('import_file_empty');
  if (startsWith(file, 0xd0, 0xcf, 0x11, 0xe0)) throw new Refusal('import_old_excel');
  if (startsWith(file, 0x50, 0x4b, 0x03, 0x04)) {
    const { sheets, calendar } = await readWorkbook(file);
    const sheet = choice.sheet ?? sheets[0];
    if (sheet === undefined || !sheets.includes(sheet)) throw new Refusal('import_sheet_unknown');
    return { kind: 'xlsx', sheets, sheet, calendar };
  }
  // PDF, RTF and pictures begin with signs that are text.
  if (startsWith(file, 0x25, 0x50, 0x44, 0x46) || startsWith(file, 0x7b, 0x5c, 0x72, 0x74))
    throw new Refusal('import_file_unknown');
  const encoding = choice.encoding ?? detectEncoding(file);
  if (encoding === null) throw new Refusal('import_file_unknown');
  return { kind: 'csv', encoding, delimiter: choice.delimiter ?? readDelimiter(file, encoding) };
}

/** Rows one after another, never more than a piece of the file at once. Throws the Refusals of `readLayout`. */
export function readTableRows(file: Uint8Array, layout: TableLayout): AsyncGenerator<TableRow> {
  return layout.kind === 'csv'
    ? readCsvRows(file, layout.encoding, layout.delimiter)
    : readXlsxRows(file, layout.sheet);
}

function startsWith(file: Uint8Array, ...bytes: number[]): boolean {
  return bytes.every((byte, place) => file[place] === byte);
}
