import type { ColumnDef } from 'hucre/xlsx';
import {
  csvRow,
  plainText,
  sheetSerial,
  type TableCell,
  type TableColumn,
} from '../../shared/domain/office/table-cell.ts';

export type TableFormat = 'csv' | 'xlsx';

/**
 * A table as a spreadsheet or another program reads it. Rows are taken one at a time, so that a table of 100,000 rows costs no
 * more memory than one of ten; each has a cell a column.
 */
export interface TableFile {
  /** What the sheet is called: no personal data, at most 31 characters are kept. */
  readonly sheetName: string;
  /** Headings in the language of the reader. */
  readonly columns: readonly TableColumn[];
  readonly rows: Iterable<readonly TableCell[]> | AsyncIterable<readonly TableCell[]>;
  /** Of the office; instants are written in it. */
  readonly timeZone: string;
}

/** RFC 4180 asks for both; Excel takes a file for UTF-8 only where it begins with the byte order mark. */
const byteOrderMark = '\ufeff';
const rowsAPiece = 500;

/**
 * The file piece by piece.
 *
 * CSV is UTF-8 with a byte order mark, and what a spreadsheet would calculate is neutralised (`csvRow`); it is for other programs.
 * XLSX is for people: text cells are text and are never calculated, dates and times are dates of the calendar, numbers numbers,
 * and the row of headings stays in sight.
 */
export async function* tableFilePieces(format: TableFormat, table: TableFile): AsyncGenerator<Uint8Array> {
  if (format === 'csv') yield* csvPieces(table);
  else yield* xlsxPieces(table);
}

/** The whole file at once, for what is known to be small. */
export async function renderTableFile(format: TableFormat, table: TableFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of tableFilePieces(format, table)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* csvPieces({ columns, rows, timeZone }: TableFile): AsyncGenerator<Uint8Array> {
  const headings: TableColumn[] = columns.map(({ heading }) => ({ heading, kind: 'text' }));
  let piece =
    byteOrderMark +
    csvRow(
      columns.map(({ heading }) => heading),
      headings,
      timeZone,
    );
  let waiting = 0;
  for await (const row of rows) {
    piece += csvRow(row, columns, timeZone);
    waiting += 1;
    if (waiting < rowsAPiece) continue;
    yield Buffer.from(piece, 'utf8');
    piece = '';
    waiting = 0;
  }
  yield Buffer.from(piece, 'utf8');
}

const numberFormats = {
  text: '@',
  number: 'General',
  date: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm',
} as const;
const widths = { text: 20, number: 10, date: 12, instant: 17 } as const;

/** The library is loaded when the first spreadsheet is written, not at every start. */
async function* xlsxPieces({ sheetName, columns, rows, timeZone }: TableFile): AsyncGenerator<Uint8Array> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const definitions = columns.map(
    ({ heading, kind, width }): ColumnDef => ({
      header: plainText(heading),
      width: width ?? widths[kind],
      numFmt: numberFormats[kind],
    }),
  );
  const stream = writeXlsxStream(cellsOf(rows, columns, timeZone), {
    name: sheetNameOf(sheetName),
    columns: definitions,
    freezePane: { rows: 1 },
  });
  for await (const piece of stream) yield piece;
}

async function* cellsOf(
  rows: TableFile['rows'],
  columns: readonly TableColumn[],
  timeZone: string,
): AsyncGenerator<(string | number | null)[]> {
  for await (const row of rows) {
    yield columns.map(({ kind }, place) => sheetCell(row[place] ?? null, kind, timeZone));
  }
}

/** Dates as the numbers that a sheet's calendar has for them. */
function sheetCell(cell: TableCell, kind: TableColumn['kind'], timeZone: string): string | number | null {
  if (cell === null || typeof cell === 'number') return cell;
  return kind === 'date' || kind === 'instant' ? sheetSerial(cell, kind, timeZone) : plainText(cell);
}

/** Excel refuses a workbook whose sheet is called otherwise. */
function sheetNameOf(name: string): string {
  const allowed = plainText(name)
    .replaceAll(/[\\/?*[\]:\n\t]/gu, ' ')
    .replaceAll(/^'+|'+$/gu, '')
    .trim();
  return [...allowed].slice(0, 31).join('') || 'Sheet1';
}
