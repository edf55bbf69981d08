import { z } from 'zod';
import { listPlan, listProblem } from '../domain/paper/box-list.ts';
import { channel } from './channel.ts';
import { id, page } from './fields.ts';

const count = z.int().nonnegative();

export const listFinding = z.strictObject({
  row: count,
  /** Number of the column, from 0; null where it is about the row. */
  column: count.nullable(),
  problem: listProblem,
  /** What stands in the cell, at most 60 characters of it. */
  value: z.string(),
  /** The row before it with the same code. */
  otherRow: count.nullable(),
});
export type ListFinding = z.infer<typeof listFinding>;

export const listReport = z.strictObject({
  rows: count,
  entries: count,
  /** Sites, rooms and shelves that are not in the registry yet. */
  places: count,
  /** How many of them become record units, and how many of those are due at once. */
  units: count,
  dueAtOnce: count,
  faults: count,
});
export type ListReport = z.infer<typeof listReport>;

/** The file arrives, and is read, by the channels of the import of people (`collection.beginImport` to `collection.readImport`). */
export const paperImportChannels = {
  /** Goes through every row as the import would, and keeps nothing. */
  'paper.checkList': channel({
    access: 'paper.register',
    effect: 'work',
    input: z.strictObject({ importId: id, plan: listPlan, ...page }),
    output: z.strictObject({ report: listReport, findings: z.array(listFinding) }),
  }),
  /** Registers every row, or none: a list with faults is refused, and an error, a crash or a cancellation leaves nothing. */
  'paper.importList': channel({
    access: 'paper.register',
    effect: 'work',
    input: z.strictObject({ importId: id, plan: listPlan }),
    output: z.strictObject({ entries: count, places: count, units: count, entryIds: z.array(id).max(5000) }),
  }),
};
