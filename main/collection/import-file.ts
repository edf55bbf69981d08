import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportedTable } from '../../shared/contract/collection-import.ts';
import {
  headingRowOf,
  headingSet,
  recogniseHeadings,
} from '../../shared/domain/collection/import-heading.ts';
import { importMaximumColumns, importMaximumRows } from '../../shared/domain/collection/import-plan.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Handlers, WorkContext } from '../context.ts';
import { readLayout, readTableRows, type TableLayout, type TableRow } from '../documents/table-reader.ts';
import { zero } from '../storage/cryptography.ts';
import { readFormVersion } from './consent-form.ts';
import { ImportFile, importChunkBytes, importMaximumBytes } from './import-desk.ts';
import { importBefore, rememberedPlan } from './import-record.ts';

/** Rows among which the headings are looked for. */
const headingRowsLookedAt = 10;
const samplesShown = 5;
/** Rows between two places where a cancellation may arrive. */
export const rowsBetweenSafePoints = 250;

type ImportFileHandlers = Pick<
  Handlers<'collection'>,
  | 'collection.beginImport'
  | 'collection.appendImport'
  | 'collection.openImport'
  | 'collection.readImport'
  | 'collection.suggestImport'
  | 'collection.closeImport'
>;

export const importFileHandlers: ImportFileHandlers = {
  'collection.beginImport': ({ session, newId }, { fileName, bytes }) => {
    checkLength(bytes);
    const file = new ImportFile(newId(), fileName, Buffer.alloc(bytes), 0);
    session.importDesk.begin(file);
    return { importId: file.importId, chunkBytes: importChunkBytes, chunks: file.chunks };
  },

  'collection.appendImport': ({ session }, { importId, index, chunk }) => {
    const content = Buffer.from(chunk, 'base64');
    try {
      return { chunksKept: session.importDesk.file(importId).append(index, content) };
    } finally {
      zero(content);
    }
  },

  'collection.openImport': ({ session, newId }, { path }) => {
    const content = readWhole(path);
    const file = new ImportFile(newId(), basename(path), content, content.length);
    session.importDesk.begin(file);
    return { importId: file.importId };
  },

  'collection.readImport': async (context, { importId, encoding, delimiter, sheet }) => {
    const file = context.session.importDesk.file(importId);
    const layout = await readLayout(file.content, {
      encoding: encoding ?? undefined,
      delimiter: delimiter ?? undefined,
      sheet: sheet ?? undefined,
    });
    const table = await readThrough(context, file, layout);
    file.read = { layout, table };
    return table;
  },

  'collection.suggestImport': (context, { importId, formVersionId, language }) => {
    const { headings } = context.session.importDesk.file(importId).requireRead.table;
    const remembered = rememberedPlan(context, headingSet(headings), formVersionId);
    if (remembered !== undefined) return { plan: { ...remembered, language }, isRemembered: true };
    const { content } = readFormVersion(context.database, formVersionId);
    return {
      isRemembered: false,
      plan: {
        formVersionId,
        language,
        columns: recogniseHeadings(headings, content),
        givenOn: null,
        way: null,
        // Nobody is taken to have agreed: who imports says so.
        answers: [],
        dateOrder: null,
        onKnown: 'leave_out',
        onRepeated: 'leave_out',
      },
    };
  },

  'collection.closeImport': ({ session }, { importId }) => ({ closed: session.importDesk.close(importId) }),
};

function checkLength(bytes: number): void {
  if (bytes === 0) throw new Refusal('import_file_empty');
  if (bytes > importMaximumBytes)
    throw new Refusal('import_file_too_large', { megabytes: importMaximumBytes / 1024 / 1024 });
}

/** Throws Refusal `import_file_missing` where there is nothing that can be read. */
function readWhole(path: string): Buffer {
  try {
    const facts = statSync(path);
    if (!facts.isFile()) throw new Refusal('import_file_missing', { field: 'path' });
    checkLength(facts.size);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('import_file_missing', { field: 'path' });
  }
}

/** Every row once: so that how many there are is known, and a fault of the whole file is found before anything is decided. */
async function readThrough(
  context: WorkContext,
  file: ImportFile,
  layout: TableLayout,
): Promise<ImportedTable> {
  const first: TableRow[] = [];
  let filled = 0;
  let broken = 0;
  let read = 0;
  for await (const row of readTableRows(file.content, layout)) {
    if (first.length < headingRowsLookedAt + samplesShown) first.push(row);
    if (isFilled(row)) filled += 1;
    if (row.cells.some((cell) => cell.includes('\ufffd'))) broken += 1;
    if (filled > importMaximumRows + headingRowsLookedAt)
      throw new Refusal('import_too_many_rows', { rows: importMaximumRows });
    read += 1;
    if (read % rowsBetweenSafePoints !== 0) continue;
    context.progress('import_read', read, 0);
    await context.safePoint();
  }
  const place = headingRowOf(first.slice(0, headingRowsLookedAt).map(({ cells }) => cells));
  const heading = first[place];
  if (heading === undefined || !isFilled(heading)) throw new Refusal('import_no_headings');
  const headings = withoutEmptyEnd(heading.cells);
  if (headings.length > importMaximumColumns)
    throw new Refusal('import_too_many_columns', { columns: importMaximumColumns });
  const rows = filled - first.slice(0, place + 1).filter(isFilled).length;
  if (rows === 0) throw new Refusal('import_no_rows');
  return {
    importId: file.importId,
    fileName: file.fileName,
    layout,
    headingRow: heading.row,
    headings: headings.map((cell) => cell.trim().slice(0, 200)),
    samples: first
      .slice(place + 1)
      .filter(isFilled)
      .slice(0, samplesShown)
      .map(({ row, cells }) => ({
        row,
        cells: cells.slice(0, headings.length).map((cell) => cell.slice(0, 100)),
      })),
    rows,
    brokenRows: broken,
    before: importBefore(context, file.digest),
  };
}

/** Rows below the headings that say anything, in order. */
export async function* dataRows(file: ImportFile): AsyncGenerator<TableRow> {
  const { layout, table } = file.requireRead;
  for await (const row of readTableRows(file.content, layout)) {
    if (row.row > table.headingRow && isFilled(row)) yield row;
  }
}

function isFilled({ cells }: TableRow): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

function withoutEmptyEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
}
