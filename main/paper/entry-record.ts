import { z } from 'zod';
import type { EntryStep, EntryWords } from '../../shared/contract/paper.ts';
import type { PartWay } from '../../shared/domain/destruction/paper-part.ts';
import type { EntryKind } from '../../shared/domain/paper/entry-kind.ts';
import type { EntryState } from '../../shared/domain/paper/entry-state.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import type { DataKeys, KeyId } from '../storage/vault.ts';

/** A row of paper_entries. `id` is also the id of its record unit, where it is one. */
export interface EntryRecord {
  id: string;
  kind: EntryKind;
  parent_id: string | null;
  label_number: number;
  code: string;
  state: EntryState;
  partly_destroyed_on: string | null;
  due_back_on: string | null;
  covers_from: string | null;
  covers_to: string | null;
  records: number | null;
  sheets: number | null;
  weight_grams: number | null;
  data_key_id: KeyId | null;
  sealed: Uint8Array | null;
  registered_at: string;
  /** 1 of a part of a record that is destroyed by itself (paper_parts); it is no thing that stands anywhere. */
  is_part: 0 | 1;
}

export const entryColumns = `e.id, e.kind, e.parent_id, e.label_number, e.code, e.state, e.partly_destroyed_on, e.due_back_on,
  e.covers_from, e.covers_to, e.records, e.sheets, e.weight_grams, e.data_key_id, e.sealed, e.registered_at,
  EXISTS (SELECT 1 FROM paper_parts WHERE paper_parts.entry_id = e.id) AS is_part`;

/** Throws Refusal `not_found`. */
export function readEntry(database: ReadDatabase, entryId: string): EntryRecord {
  const entry = database.get<EntryRecord>(`SELECT ${entryColumns} FROM paper_entries e WHERE e.id = ?`, [
    entryId,
  ]);
  if (entry === undefined) throw new Refusal('not_found');
  return entry;
}

/** paper_entries.sealed: whatever somebody wrote about an entry. */
const storedWords = z.strictObject({
  title: z.string(),
  note: z.string(),
  formerCode: z.string(),
  formRanges: z.array(z.strictObject({ from: z.string(), to: z.string() })),
});
export const noWords: EntryWords = { title: '', note: '', formerCode: '', formRanges: [] };

export const placeOfEntry = (rowId: string) => ({ table: 'paper_entries', column: 'sealed', rowId });

export function openWords(vault: DataKeys, entry: Pick<EntryRecord, 'id' | 'sealed'>): EntryWords {
  return entry.sealed === null ? noWords : openJson(vault, placeOfEntry(entry.id), entry.sealed, storedWords);
}

/** The columns data_key_id and sealed: nothing is sealed where nothing was written. */
export function sealWords(
  vault: DataKeys,
  keyId: () => KeyId,
  entryId: string,
  words: EntryWords,
): [KeyId, Uint8Array] | [null, null] {
  const isEmpty = words.title + words.note + words.formerCode === '' && words.formRanges.length === 0;
  if (isEmpty) return [null, null];
  const key = keyId();
  return [key, sealJson(vault, key, placeOfEntry(entryId), words)];
}

/** What an entry lies in, the nearest first. */
export function holdersOf(database: ReadDatabase, entryId: string): EntryRecord[] {
  return database.all<EntryRecord>(
    `WITH RECURSIVE way (id, depth) AS (
       SELECT parent_id, 1 FROM paper_entries WHERE id = :entryId
       UNION ALL SELECT p.parent_id, depth + 1 FROM way JOIN paper_entries p ON p.id = way.id)
     SELECT ${entryColumns} FROM way JOIN paper_entries e ON e.id = way.id ORDER BY depth`,
    { entryId },
  );
}

/** Everything that lies in an entry, at whatever depth; not the entry itself. */
export function contentsOf(database: ReadDatabase, entryId: string): EntryRecord[] {
  return database.all<EntryRecord>(
    `WITH RECURSIVE inside (id) AS (
       SELECT id FROM paper_entries WHERE parent_id = :entryId
       UNION ALL SELECT c.id FROM inside JOIN paper_entries c ON c.parent_id = inside.id)
     SELECT ${entryColumns} FROM inside JOIN paper_entries e ON e.id = inside.id ORDER BY e.label_number`,
    { entryId },
  );
}

/** Where an entry is, the site first. */
export function placeOf(database: ReadDatabase, entryId: string): EntryStep[] {
  return holdersOf(database, entryId)
    .reverse()
    .map(({ id, kind, code }) => ({ entryId: id, kind, code }));
}

/** What a list of record units says of one on paper, of a part of a record where that is; null where it is none. */
export function paperOf(
  database: ReadDatabase,
  unitId: string,
): { code: string; kind: EntryKind; place: string; state: EntryState; part: PartWay | null } | null {
  const part = database.get<{ whole_id: string; way: PartWay }>(
    'SELECT whole_id, way FROM paper_parts WHERE entry_id = ?',
    [unitId],
  );
  const entryId = part?.whole_id ?? unitId;
  const entry = database.get<Pick<EntryRecord, 'code' | 'kind' | 'state'>>(
    'SELECT code, kind, state FROM paper_entries WHERE id = ?',
    [entryId],
  );
  if (entry === undefined) return null;
  const place = placeOf(database, entryId)
    .map(({ code }) => code)
    .join(' / ');
  return { ...entry, place, part: part?.way ?? null };
}

export interface UnitOfEntry {
  state: 'active' | 'separated' | 'ordered';
  rule_version_id: string;
  collected_on: string;
}

/** The record unit an entry is; undefined where it is none of its own. */
export function unitOf(database: ReadDatabase, entryId: string): UnitOfEntry | undefined {
  return database.get<UnitOfEntry>(
    "SELECT state, rule_version_id, collected_on FROM record_units WHERE id = ? AND carrier = 'paper'",
    [entryId],
  );
}

/** The record unit an entry is or lies in: what decides how long it is kept. */
export function unitAround(database: ReadDatabase, entry: EntryRecord): EntryRecord | undefined {
  return [entry, ...holdersOf(database, entry.id)].find(({ id }) => unitOf(database, id) !== undefined);
}

/** Whether something with a class of its own lies in it. */
export function holdsUnits(database: ReadDatabase, entryId: string): boolean {
  return contentsOf(database, entryId).some(({ id }) => unitOf(database, id) !== undefined);
}

/** The next number for a label; given once and never again. Must be called in a transaction. */
export function nextLabelNumber(database: Database, largest: number): number {
  const last =
    database.value<number>(
      `SELECT max(value) FROM (SELECT last_label_number AS value FROM paper_settings
         UNION ALL SELECT value FROM restored_counters WHERE name = 'paper_label')`,
    ) ?? 0;
  if (last >= largest) throw new Refusal('paper_labels_used_up');
  database.run('UPDATE paper_settings SET last_label_number = ?', [last + 1]);
  return last + 1;
}

/** What the desk says about paper. */
export function countPaper(
  database: ReadDatabase,
  today: string,
): { boxes: number; away: number; missing: number; overdueBack: number } {
  const count = (where: string, params: readonly string[] = []) =>
    database.value<number>(`SELECT count(*) FROM paper_entries WHERE ${where}`, params) ?? 0;
  return {
    boxes: count(
      "kind IN ('box', 'folder', 'document') AND state <> 'destroyed' AND id NOT IN (SELECT entry_id FROM paper_parts)",
    ),
    away: count("state IN ('checked_out', 'pulled', 'in_custody')"),
    missing: count("state = 'missing'"),
    overdueBack: count("state = 'checked_out' AND due_back_on < ?", [today]),
  };
}
