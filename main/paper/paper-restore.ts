import type { Database } from '../storage/database.ts';
import type { DataKeys, KeyId } from '../storage/vault.ts';
import { contentsOf, type EntryRecord, entryColumns, readEntry } from './entry-record.ts';
import { readPart } from './part.ts';

/** A part that was destroyed since: its record is back on its shelf, with fewer sheets where some were cut out of it. */
function divideAgain(database: Database, part: EntryRecord): void {
  const found = readPart(database, part.id);
  if (found === undefined) return;
  database.run(
    `UPDATE paper_entries SET state = CASE state WHEN 'pulled' THEN 'on_shelf' ELSE state END,
       sheets = CASE :way WHEN 'cut_out' THEN max(0, sheets - coalesce(:sheets, 0)) ELSE sheets END WHERE id = :wholeId`,
    { way: found.way, sheets: part.sheets, wholeId: found.whole_id },
  );
}

/**
 * Records that come from a backup: paper that has been destroyed since is so again, with whatever lay in it, and what was written
 * about it goes. What is written under a key that is gone (the entry was removed, or its words were) is taken out as well. The
 * record units are deleted by whoever calls. In a transaction; answers the keys that are to be dropped.
 */
export function destroyPaperAgain(
  database: Database,
  keys: DataKeys,
  destroyedUnits: ReadonlySet<string>,
): KeyId[] {
  const dropped: KeyId[] = [];
  for (const unitId of destroyedUnits) {
    const isPaper = database.value("SELECT 1 FROM paper_entries WHERE id = ? AND state <> 'destroyed'", [
      unitId,
    ]);
    if (isPaper === undefined) continue;
    const entry = readEntry(database, unitId);
    if (entry.is_part === 1) divideAgain(database, entry);
    for (const gone of [entry, ...contentsOf(database, unitId)]) {
      if (gone.data_key_id !== null && keys.hasDataKey(gone.data_key_id)) dropped.push(gone.data_key_id);
      database.run('UPDATE paper_movements SET sealed = NULL WHERE entry_id = ?', [gone.id]);
      database.run('DELETE FROM paper_people WHERE entry_id = ?', [gone.id]);
      database.run(
        `UPDATE paper_entries SET state = 'destroyed', parent_id = NULL, due_back_on = NULL, sealed = NULL, data_key_id = NULL
         WHERE id = ?`,
        [gone.id],
      );
    }
  }
  for (const entry of database.all<EntryRecord>(
    `SELECT ${entryColumns} FROM paper_entries e WHERE e.data_key_id IS NOT NULL`,
  )) {
    if (entry.data_key_id !== null && !keys.hasDataKey(entry.data_key_id))
      database.run('UPDATE paper_entries SET sealed = NULL, data_key_id = NULL WHERE id = ?', [entry.id]);
  }
  return dropped;
}
