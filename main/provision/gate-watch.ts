import type { UseKind } from '../../shared/domain/provision/gate.ts';
import type { ReadDatabase } from '../storage/database.ts';
import type { DataKeys } from '../storage/vault.ts';
import { pastTheGate } from './past-the-gate.ts';

/**
 * What one call has opened of people, and whether the gate was asked for each of them. Every signed-in call gets its data keys from a
 * watch of its own, and dispatch lets no answer out whose watch finds somebody opened who does not stand in the use log: so the gate
 * cannot be forgotten, by a new channel either. What may pass is listed, with the reason, in `past-the-gate.ts`.
 */
export class GateWatch {
  /** The data keys of the call. */
  readonly keys: DataKeys;
  readonly #channel: string;
  readonly #database: ReadDatabase;
  /** Row ids of what was opened, by table. */
  readonly #opened = new Map<string, Set<string>>();
  /** Lines of the use log behind this one are the call's own. */
  readonly #lastLine: number;

  constructor(channel: string, database: ReadDatabase, keys: DataKeys) {
    this.#channel = channel;
    this.#database = database;
    this.#lastLine = database.value<number | null>('SELECT max(rowid) FROM data_uses') ?? 0;
    this.keys = {
      addDataKey: () => keys.addDataKey(),
      addDataKeys: (count) => keys.addDataKeys(count),
      hasDataKey: (keyId) => keys.hasDataKey(keyId),
      withDataKey: (keyId, use) => keys.withDataKey(keyId, use),
      onOpened: ({ table, rowId }) => {
        const rows = this.#opened.get(table);
        if (rows === undefined) this.#opened.set(table, new Set([rowId]));
        else rows.add(rowId);
      },
    };
  }

  /** To be called before anything that was opened leaves the records thread. A hole is a fault of the program, not a refusal. */
  requireGate(): void {
    if (Object.hasOwn(pastTheGate, this.#channel)) return;
    this.#require(this.#people(), null);
  }

  /** The same of a document, whoever it may be listed for: of the people it is about, and for the use that is made of it. */
  requireGateFor(kind: UseKind, personIds: Iterable<string>, unitIds: readonly string[]): void {
    const people = this.#people();
    for (const personId of personIds) people.add(personId);
    for (const personId of this.#ownersIn('record_units', unitIds)) people.add(personId);
    this.#require(people, kind);
  }

  #require(people: ReadonlySet<string>, kind: UseKind | null): void {
    if (people.size === 0) return;
    const entered = new Set(
      this.#database
        .all<{ person_id: string }>(
          'SELECT DISTINCT person_id FROM data_uses WHERE rowid > :lastLine AND (:kind IS NULL OR kind = :kind)',
          { lastLine: this.#lastLine, kind },
        )
        .map((row) => row.person_id),
    );
    for (const personId of people) {
      if (!entered.has(personId)) throw new Error(`${this.#channel} opened personal data past the gate`);
    }
  }

  /** Whose data was opened. What belongs to nobody, such as the office's notes, does not count. */
  #people(): Set<string> {
    const people = new Set(this.#opened.get('people'));
    for (const [table, rowIds] of this.#opened) {
      if (!belongsToPeople(this.#database, table)) continue;
      for (const personId of this.#ownersIn(table, [...rowIds])) people.add(personId);
    }
    return people;
  }

  /** A row without a person, such as a paper of an order, is nobody's. */
  #ownersIn(table: string, rowIds: readonly string[]): string[] {
    if (rowIds.length === 0) return [];
    return this.#database
      .all<{ person_id: string }>(
        `SELECT DISTINCT person_id FROM ${table} WHERE id IN (SELECT value FROM json_each(?)) AND person_id IS NOT NULL`,
        [JSON.stringify(rowIds)],
      )
      .map((row) => row.person_id);
  }
}

/** Whether rows of a table are a person's: they say whose. The schema is the same in every open office. */
const ofPeople = new Map<string, boolean>();

function belongsToPeople(database: ReadDatabase, table: string): boolean {
  const known = ofPeople.get(table);
  if (known !== undefined) return known;
  const says =
    database.value("SELECT 1 FROM pragma_table_info(?) WHERE name = 'person_id'", [table]) !== undefined;
  ofPeople.set(table, says);
  return says;
}
