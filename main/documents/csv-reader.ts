import { Readable } from 'node:stream';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Delimiter, TableRow } from './table-reader.ts';
import { decodedPieces, type TextEncoding } from './text-encoding.ts';

/** Longer than any row an office writes; a quotation mark that is never closed would make one row of the rest of the file. */
const maximumRowCharacters = 256 * 1024;
const candidates: readonly Delimiter[] = [',', ';', '\t', '|'];

/** Throws Refusal `import_quote_not_closed` with the line. */
export async function* readCsvRows(
  file: Uint8Array,
  encoding: TextEncoding,
  delimiter: Delimiter,
): AsyncGenerator<TableRow> {
  const { parse } = await import('csv-parse');
  const parser = parse({
    delimiter,
    info: true,
    // A quotation mark in the middle of a cell (5" pipe) is one of its characters.
    relax_quotes: true,
    // Rows of another length are rows with a fault, not the end of the file.
    relax_column_count: true,
    max_record_size: maximumRowCharacters,
  });
  const source = Readable.from(decodedPieces(file, encoding));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      yield { row: info.lines, cells: record };
    }
  } catch (error) {
    throw refusalOf(error);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const lines = 'lines' in error && typeof error.lines === 'number' ? error.lines : 0;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE')
    return new Refusal('import_quote_not_closed', { line: lines });
  return typeof error.code === 'string' && error.code.startsWith('CSV_')
    ? new Refusal('import_file_damaged')
    : error;
}

/** The sign that divides the first lines most evenly. */
export function readDelimiter(file: Uint8Array, encoding: TextEncoding): Delimiter {
  const [start = ''] = decodedPieces(file.subarray(0, 64 * 1024), encoding);
  const lines = start
    .split(/\r\n|\n|\r/u)
    .slice(0, 20)
    .map((line) => line.replaceAll(/"[^"]*"/gu, ''))
    .filter((line) => line.trim() !== '');
  const scores = candidates.map((sign) => {
    const counts = lines.map((line) => line.split(sign).length - 1);
    const usual = counts.toSorted((one, other) => one - other)[Math.floor(counts.length / 2)] ?? 0;
    const even = counts.filter((count) => count === usual).length / Math.max(1, counts.length);
    return usual * even;
  });
  return candidates[scores.indexOf(Math.max(...scores))] ?? ',';
}
