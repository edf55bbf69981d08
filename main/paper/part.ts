import { z } from 'zod';
import { bilingualLine } from '../../shared/contract/fields.ts';
import type { OrderedPart, PartWay } from '../../shared/domain/destruction/paper-part.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { readEntry, unitAround } from './entry-record.ts';
import { type Mover, type StepDetails, takeStep } from './movement.ts';

/** A row of paper_parts: what of which record goes, while the rest of it stays. */
export interface PartRecord {
  entry_id: string;
  whole_id: string;
  way: PartWay;
  fields: OrderedPart['fields'];
}

const storedFields = z.array(bilingualLine(120));

function parsed(row: Omit<PartRecord, 'fields'> & { fields: string }): PartRecord {
  return { ...row, fields: storedFields.parse(JSON.parse(row.fields)) };
}

const columns = 'entry_id, whole_id, way, fields';

/** Undefined of an entry that is a whole. */
export function readPart(database: ReadDatabase, entryId: string): PartRecord | undefined {
  const row = database.get<Omit<PartRecord, 'fields'> & { fields: string }>(
    `SELECT ${columns} FROM paper_parts WHERE entry_id = ?`,
    [entryId],
  );
  return row === undefined ? undefined : parsed(row);
}

/** Parts of a record, those that are destroyed as well, in the order in which they were registered. */
export function readParts(database: ReadDatabase, wholeId: string): PartRecord[] {
  return database
    .all<Omit<PartRecord, 'fields'> & { fields: string }>(
      `SELECT ${columns} FROM paper_parts JOIN paper_entries e ON e.id = entry_id WHERE whole_id = ? ORDER BY e.label_number`,
      [wholeId],
    )
    .map(parsed);
}

/** The entry that is fetched, scanned and named for a unit of paper: of a part the record it is a part of. */
export function fetchedFor(database: ReadDatabase, unitId: string): string {
  return readPart(database, unitId)?.whole_id ?? unitId;
}

/**
 * Units whose holds stop this one: itself, and of a part the record it is taken from, because what is held stays as it is.
 */
export function unitsConcerned(database: ReadDatabase, unitId: string): string[] {
  const part = readPart(database, unitId);
  if (part === undefined) return [unitId];
  const around = unitAround(database, readEntry(database, part.whole_id));
  return around === undefined ? [unitId] : [unitId, around.id];
}

/**
 * A step of an order's unit. Of a part its record is what is carried: it is pulled and put back with the part, and once the part is
 * destroyed the rest goes back to its shelf. In a transaction; throws what takeStep throws, which names the record.
 */
export function takeOrderStep(
  context: Mover,
  unitId: string,
  step: 'pulled' | 'returned' | 'in_custody' | 'destroyed',
  details: StepDetails,
): void {
  const { database } = context;
  const part = readPart(database, unitId);
  if (part !== undefined) {
    takeStep(context, part.whole_id, step === 'destroyed' ? 'partly_destroyed' : step, details);
    // What was cut out is no longer among the sheets of the whole, and weighs nothing there.
    if (step === 'destroyed' && part.way === 'cut_out')
      database.run(
        `UPDATE paper_entries SET sheets = max(0, sheets - coalesce((SELECT sheets FROM paper_entries WHERE id = ?), 0)),
           weight_grams = NULL WHERE id = ?`,
        [unitId, part.whole_id],
      );
  }
  takeStep(context, unitId, step, details);
}
