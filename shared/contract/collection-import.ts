import { z } from 'zod';
import { importPlan } from '../domain/collection/import-plan.ts';
import { rowProblems } from '../domain/collection/import-row.ts';
import { channel } from './channel.ts';
import { documentChannel } from './document.ts';
import { base64, bilingualLine, filledLine, id, instant, language, line, nothing, page } from './fields.ts';

/** Base64 of at most 1 MiB. */
const chunk = base64(1_398_104);
const count = z.int().nonnegative();
const importId = z.strictObject({ importId: id });

export const importEncoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'cp949']);
export const importDelimiter = z.enum([',', ';', '\t', '|']);

const layout = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('csv'), encoding: importEncoding, delimiter: importDelimiter }),
  z.strictObject({
    kind: z.literal('xlsx'),
    sheets: z.array(z.string()),
    sheet: z.string(),
    /** What the workbook counts its days from. */
    calendar: z.enum(['1900', '1904']),
  }),
]);

/** How a file was read, and what stands at its beginning. */
export const importedTable = z.strictObject({
  importId: id,
  fileName: z.string(),
  layout,
  /** Number of the row with the headings. */
  headingRow: count,
  headings: z.array(z.string()),
  /** The first rows below the headings, as they are. */
  samples: z.array(z.strictObject({ row: count, cells: z.array(z.string()) })),
  /** Rows below the headings that say anything. */
  rows: count,
  /** Rows with characters that this encoding has not: most likely it is another. */
  brokenRows: count,
  /**
   * An earlier import of exactly this file. Of one that was broken off or cancelled nothing was kept; one that is finished would be
   * done twice.
   */
  before: z
    .strictObject({ state: z.enum(['begun', 'cancelled', 'finished']), at: instant, number: count })
    .nullable(),
});
export type ImportedTable = z.infer<typeof importedTable>;

/** What an import by this plan would do. */
export const importReport = z.strictObject({
  rows: count,
  people: count,
  consents: count,
  units: count,
  /** Units that are to be destroyed at once, because their retention period has ended already. */
  dueAtOnce: count,
  /** Rows left out. */
  bad: count,
  known: count,
  repeated: count,
  already: count,
  problems: z.array(z.strictObject({ code: z.enum(rowProblems), count })),
});
export type ImportReport = z.infer<typeof importReport>;

/** `bad` cannot be taken; `known` and `repeated` are left to the plan; `already` is exactly there and is always left out. */
export const findingKind = z.enum(['bad', 'known', 'repeated', 'already']);

export const importFinding = z.strictObject({
  row: count,
  kind: findingKind,
  problems: z.array(
    z.strictObject({
      code: z.enum(rowProblems),
      column: count.nullable(),
      /** What stands in the cell, at most 60 characters of it. */
      value: z.string(),
    }),
  ),
  /** The row before it with the same person. */
  otherRow: count.nullable(),
  /** Who it seems to be. */
  personId: id.nullable(),
  /** Whether more than the name is the same. */
  byNameAlone: z.boolean(),
  isTaken: z.boolean(),
});
export type ImportFinding = z.infer<typeof importFinding>;

export const importRow = z.strictObject({
  importId: id,
  number: count,
  state: z.enum(['begun', 'cancelled', 'finished']),
  formTitle: bilingualLine(120),
  formVersion: z.int().positive(),
  begunAt: instant,
  staffNumber: z.int(),
  rows: count,
  people: count,
  consents: count,
  units: count,
  leftOut: count,
  /** The source file in the register of known copies, and whether it is still to be dealt with. */
  source: z.strictObject({ copyId: id, reference: z.string(), isOutstanding: z.boolean() }).nullable(),
});

export const collectionImportChannels = {
  /** Begins to hand over a file from the page, piece by piece. It stays in memory, and ends with the lock or a sign-out. */
  'collection.beginImport': channel({
    access: 'collection.import',
    effect: 'work',
    input: z.strictObject({ fileName: filledLine(255), bytes: z.int().min(0).max(Number.MAX_SAFE_INTEGER) }),
    output: z.strictObject({ importId: id, chunkBytes: z.int().positive(), chunks: z.int().positive() }),
  }),
  'collection.appendImport': channel({
    access: 'collection.import',
    effect: 'work',
    input: z.strictObject({ importId: id, index: z.int().min(0).max(1000), chunk }),
    output: z.strictObject({ chunksKept: z.int().positive() }),
  }),
  /** Takes a file from this computer's disk instead: for scripts. */
  'collection.openImport': channel({
    access: 'collection.import',
    effect: 'work',
    input: z.strictObject({ path: line(1000).min(1) }),
    output: importId,
  }),
  /** Reads the file through: how it is written, its headings, how many rows. What is chosen is taken instead of what was detected. */
  'collection.readImport': channel({
    access: 'collection.import',
    effect: 'work',
    input: z.strictObject({
      importId: id,
      encoding: importEncoding.nullable(),
      delimiter: importDelimiter.nullable(),
      sheet: line(100).nullable(),
    }),
    output: importedTable,
  }),
  /** The plan that was last used for a file with these headings and this form, or else one made from the headings. */
  'collection.suggestImport': channel({
    access: 'collection.import',
    effect: 'work',
    input: z.strictObject({ importId: id, formVersionId: id, language }),
    output: z.strictObject({ plan: importPlan, isRemembered: z.boolean() }),
  }),
  /** Goes through every row as the import would, and keeps nothing. */
  'collection.checkImport': channel({
    access: 'collection.import',
    effect: 'work',
    input: z.strictObject({ importId: id, plan: importPlan }),
    output: importReport,
  }),
  /** What the last check found, in the order of the rows. */
  'collection.listImportFindings': channel({
    access: 'collection.import',
    effect: 'read',
    input: z.strictObject({ importId: id, kind: findingKind.nullable(), ...page }),
    output: z.strictObject({ total: count, findings: z.array(importFinding) }),
  }),
  /**
   * What the last check found as a table: rows, columns and reasons, without what stands in the cells, so that it can be given to
   * whoever mends the file.
   */
  'collection.importFindings': documentChannel({
    access: 'collection.import',
    ask: importId,
    formats: ['xlsx', 'csv'],
  }),
  /** Keeps every row that the check found good, or none: an error, a crash or a cancellation leaves nothing. */
  'collection.runImport': channel({
    access: 'collection.import',
    effect: 'work',
    input: z.strictObject({
      importId: id,
      plan: importPlan,
      /** Rows that the person agreed to leave out; refused where it would be others. */
      leftOut: count,
      /** Where the file is, for the register of known copies. */
      sourceWhere: filledLine(300),
    }),
    output: z.strictObject({
      number: count,
      people: count,
      consents: count,
      units: count,
      leftOut: count,
      source: z.string(),
    }),
  }),
  /** Forgets the file. */
  'collection.closeImport': channel({
    access: 'collection.import',
    effect: 'work',
    input: importId,
    output: z.strictObject({ closed: z.boolean() }),
  }),
  'collection.listImports': channel({
    access: 'collection.import',
    effect: 'read',
    input: nothing,
    output: z.strictObject({ imports: z.array(importRow) }),
  }),
};
