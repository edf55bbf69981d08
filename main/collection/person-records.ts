import { z } from 'zod';
import type { ReadContext } from '../context.ts';
import { placeOfEntry } from '../paper/entry-record.ts';
import { openJson } from '../storage/sealed-json.ts';
import type { PayloadPlace } from '../storage/sealed-payload.ts';
import {
  placeOfAttachment,
  placeOfConsent,
  placeOfDraft,
  placeOfPerson,
  placeOfRequest,
  placeOfSeparated,
  placeOfUnit,
} from './sealed-records.ts';

/** Rows of one table that are about a person. */
interface PersonTable {
  readonly table: string;
  /** True of the person's rows; `:personId` is the person. */
  readonly where: string;
  /** Where the row's sealed column is bound to, if it is the person's. */
  readonly place?: (rowId: string) => PayloadPlace;
  /** Names within the sealed value that are keys and no data. */
  readonly keys?: readonly string[];
}

const consents = 'consent_id IN (SELECT id FROM consents WHERE person_id = :personId)';
const units = 'unit_id IN (SELECT id FROM record_units WHERE person_id = :personId)';
const copies = `SELECT copy_id FROM known_copy_subjects WHERE (kind = 'person' AND subject_id = :personId)
  OR (kind = 'unit' AND subject_id IN (SELECT id FROM record_units WHERE person_id = :personId))`;

/**
 * Every table in which something is kept of a person. A test goes through the schema and asks of each table that could hold something
 * whether it stands here: what an access answer leaves out, nobody decided to.
 */
export const personTables: readonly PersonTable[] = [
  { table: 'people', where: 'id = :personId', place: placeOfPerson },
  { table: 'consents', where: 'person_id = :personId', place: placeOfConsent },
  { table: 'consent_events', where: consents },
  { table: 'consent_ends', where: consents },
  { table: 'record_units', where: 'person_id = :personId', place: placeOfUnit },
  { table: 'separated_records', where: 'person_id = :personId', place: placeOfSeparated },
  { table: 'set_aside_units', where: units },
  { table: 'unit_rules', where: units },
  { table: 'unit_happenings', where: units },
  { table: 'units_due_already', where: units },
  { table: 'attachments', where: 'person_id = :personId', place: placeOfAttachment, keys: ['key'] },
  { table: 'person_requests', where: 'person_id = :personId', place: placeOfRequest },
  { table: 'processing_suspensions', where: 'person_id = :personId' },
  { table: 'corrections', where: 'person_id = :personId' },
  {
    table: 'correction_recipients',
    where: 'correction_id IN (SELECT id FROM corrections WHERE person_id = :personId)',
  },
  // Consents of the person that are still being taken; each under a key of its own.
  { table: 'capture_drafts', where: 'person_id = :personId', place: placeOfDraft },
  {
    table: 'hand_overs',
    where: 'id IN (SELECT hand_over_id FROM hand_over_consents WHERE person_id = :personId)',
  },
  { table: 'hand_over_consents', where: 'person_id = :personId' },
  {
    table: 'provisions',
    where: 'id IN (SELECT provision_id FROM provision_consents WHERE person_id = :personId)',
  },
  { table: 'provision_consents', where: 'person_id = :personId' },
  { table: 'recalls', where: `copy_id IN (${copies})` },
  { table: 'marketing_notices', where: 'person_id = :personId' },
  { table: 'paper_people', where: 'person_id = :personId' },
  { table: 'paper_originals', where: consents },
  {
    table: 'paper_entries',
    where: `id IN (SELECT entry_id FROM paper_people WHERE person_id = :personId
      UNION SELECT entry_id FROM paper_originals WHERE ${consents})`,
    place: placeOfEntry,
  },
  { table: 'data_uses', where: 'person_id = :personId' },
  { table: 'data_use_units', where: 'use_id IN (SELECT id FROM data_uses WHERE person_id = :personId)' },
  { table: 'hold_units', where: units },
  { table: 'order_units', where: units },
  { table: 'known_copies', where: `id IN (${copies})` },
  {
    table: 'known_copy_subjects',
    where: `copy_id IN (${copies}) AND (subject_id = :personId OR subject_id IN (SELECT id FROM record_units WHERE person_id = :personId))`,
  },
];

const clearValue = z.union([z.string(), z.number(), z.null()]);
type Json = z.infer<ReturnType<typeof z.json>>;

/** A row as it stands: its clear columns, and under `content` what was sealed in it. */
export type PersonRow = Record<string, Json>;

/** Everything that is kept of a person, table by table, opened. Keys, and notes that are the office's own, are left out. */
export function recordsOfPerson(
  { database, vault }: Pick<ReadContext, 'database' | 'vault'>,
  personId: string,
): Record<string, PersonRow[]> {
  return Object.fromEntries(
    personTables.map(({ table, where, place, keys = [] }) => [
      table,
      database
        .all<Record<string, unknown>>(`SELECT * FROM ${table} WHERE ${where}`, { personId })
        .map((row): PersonRow => {
          const { sealed, data_key_id: _, ...columns } = row;
          const clear = Object.entries(columns).map(([name, value]) => [
            name,
            value instanceof Uint8Array ? Buffer.from(value).toString('hex') : clearValue.parse(value),
          ]);
          if (place === undefined || !(sealed instanceof Uint8Array)) return Object.fromEntries(clear);
          const opened = openJson(vault, place(String(row.id)), sealed, z.record(z.string(), z.json()));
          const content = Object.fromEntries(Object.entries(opened).filter(([name]) => !keys.includes(name)));
          return Object.fromEntries([...clear, ['content', content]]);
        }),
    ]),
  );
}
