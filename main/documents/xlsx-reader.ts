import { Refusal } from '../../shared/domain/refusal.ts';
import type { TableRow } from './table-reader.ts';

/** What a workbook may unpack to: sheets of 200,000 rows take some 200 MB. */
const maximumUnpackedBytes = 512 * 1024 * 1024;

/** Sheets that can be seen, and the calendar of the workbook. Throws Refusal `import_file_damaged` or `import_too_much`. */
export async function readWorkbook(
  file: Uint8Array,
): Promise<{ sheets: string[]; calendar: '1900' | '1904' }> {
  checkUnpackedSize(file);
  const { readXlsx } = await import('hucre/xlsx');
  const sheets: string[] = [];
  const workbook = await damagedWhere(() =>
    readXlsx(file, {
      // Asked of each sheet before it is unpacked: none of them is.
      sheets: ({ name, hidden, veryHidden }) => {
        if (hidden !== true && veryHidden !== true) sheets.push(name);
        return false;
      },
    }),
  );
  return { sheets, calendar: workbook.dateSystem ?? '1900' };
}

/**
 * Rows of a sheet. Of a formula the result that was last calculated counts; of merged cells the first has the value, the others are
 * empty. Dates are `YYYY-MM-DD`.
 */
export async function* readXlsxRows(file: Uint8Array, sheet: string): AsyncGenerator<TableRow> {
  checkUnpackedSize(file);
  const { streamXlsxRows } = await import('hucre/xlsx');
  const rows = streamXlsxRows(file, { sheet });
  try {
    for (;;) {
      const next = await damagedWhere(() => rows.next());
      if (next.done === true) return;
      yield { row: next.value.index + 1, cells: next.value.values.map(textOf) };
    }
  } finally {
    await rows.return(undefined);
  }
}

function textOf(value: string | number | boolean | Date | null): string {
  if (value === null) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

async function damagedWhere<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { EncryptedFileError, HucreError } = await import('hucre');
    if (error instanceof EncryptedFileError) throw new Refusal('import_old_excel');
    if (error instanceof HucreError) throw new Refusal('import_file_damaged');
    throw error;
  }
}

const endRecord = 0x06054b50;
const entryHeader = 0x02014b50;

/**
 * Adds up what the archive's directory says its parts unpack to (APPNOTE 6.3.10, 4.3.12 and 4.3.16). The library stops unpacking a part
 * at the size declared for it, so what is declared is what can come; a part that declares nothing is not let through.
 */
function checkUnpackedSize(file: Uint8Array): void {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = findEndRecord(view);
  if (end === null) throw new Refusal('import_file_damaged');
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let entries = view.getUint16(end + 10, true); entries > 0; entries -= 1) {
    if (at + 46 > file.length || view.getUint32(at, true) !== entryHeader)
      throw new Refusal('import_file_damaged');
    const packed = view.getUint32(at + 20, true);
    const unpacked = view.getUint32(at + 24, true);
    if (unpacked === 0 && packed > 2) throw new Refusal('import_file_damaged');
    total += unpacked;
    if (total > maximumUnpackedBytes)
      throw new Refusal('import_too_much', { megabytes: maximumUnpackedBytes / 1024 / 1024 });
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

/** It stands at the end, before a comment of at most 64 KiB. */
function findEndRecord(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endRecord) return at;
  }
  return null;
}
