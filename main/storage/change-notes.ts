import type { EncryptedDatabase } from './database.ts';
import { faultPoint } from './fault-point.ts';

interface NotedTable {
  readonly name: string;
  /** Where it is noted which rows changed; in memory, seen by this connection alone. */
  readonly notes: string;
  /** What tells one row from another: `rowid`, or the primary key of a table that has none. */
  readonly key: readonly string[];
  /** As they are read and written; with `rowid` where no column stands for it. */
  readonly columns: readonly string[];
}

/** Three triggers each; together a few milliseconds. */
const tablesAtOnce = 12;

/**
 * Which rows changed since a copy of the database was begun, so that they can be copied again at its end. Noted by temporary
 * triggers: the records thread is the only writer and has one connection, so nothing passes them by. Rows that `OR REPLACE`
 * and cascades take away are noted too (recursive triggers are on, and checked to be).
 */
export class ChangeNotes {
  readonly #database: EncryptedDatabase;
  readonly #tables: readonly NotedTable[];

  constructor(database: EncryptedDatabase) {
    this.#database = database;
    this.#tables = tablesOf(database);
  }

  /**
   * To be called before the copy takes its moment: what is noted twice does no harm, what is not noted would be lost. `pause` is
   * called between some tables and others, since each trigger costs something and a schema has hundreds.
   */
  async begin(pause: () => Promise<void>): Promise<void> {
    if (this.#database.value('PRAGMA recursive_triggers') !== 1)
      throw new Error('replaced rows would not be noted');
    for (const [place, table] of this.#tables.entries()) {
      if (place > 0 && place % tablesAtOnce === 0) await pause();
      const { name, notes, key } = table;
      const places = key.map((_, place) => `k${place}`).join(', ');
      this.#database.exec(`CREATE TEMP TABLE ${notes} (${places})`);
      const note = (row: 'OLD' | 'NEW') =>
        `INSERT INTO ${notes} VALUES (${key.map((column) => `${row}.${column}`).join(', ')});`;
      for (const [event, body] of [
        ['INSERT', note('NEW')],
        ['UPDATE', note('OLD') + note('NEW')],
        ['DELETE', note('OLD')],
      ] as const) {
        this.#database.exec(
          `CREATE TEMP TRIGGER ${notes}_${event.toLowerCase()} AFTER ${event} ON main.${quoted(name)} BEGIN ${body} END`,
        );
      }
    }
  }

  get count(): number {
    return this.#tables.reduce(
      (sum, { notes }) => sum + (this.#database.value<number>(`SELECT count(*) FROM temp.${notes}`) ?? 0),
      0,
    );
  }

  /**
   * Brings what was noted over into the attached copy and forgets it. The triggers of its changed tables are taken away meanwhile:
   * nothing is to follow from what is written there but what was written here. Not in a transaction.
   * @returns whether there was anything.
   */
  bringOver(schema: string): boolean {
    const database = this.#database;
    const changed = this.#tables.filter(
      ({ notes }) => database.value(`SELECT 1 FROM temp.${notes} LIMIT 1`) !== undefined,
    );
    if (changed.length === 0) return false;
    // References are good here, so they are good there; while rows are exchanged they cannot be.
    database.exec('PRAGMA foreign_keys = OFF');
    try {
      database.exec('BEGIN IMMEDIATE');
      try {
        const triggers = changed.flatMap(({ name }) => triggersOf(database, schema, name));
        for (const { name } of triggers) database.exec(`DROP TRIGGER ${schema}.${quoted(name)}`);
        for (const { name, notes, key } of changed) {
          const places = key.map((_, place) => `k${place}`).join(', ');
          database.exec(
            `DELETE FROM ${schema}.${quoted(name)} WHERE (${key.join(', ')}) IN (SELECT ${places} FROM temp.${notes})`,
          );
        }
        for (const { name, notes, key, columns } of changed) {
          const places = key.map((_, place) => `k${place}`).join(', ');
          const all = columns.join(', ');
          database.exec(
            `INSERT INTO ${schema}.${quoted(name)} (${all}) SELECT ${all} FROM main.${quoted(name)}
             WHERE (${key.join(', ')}) IN (SELECT ${places} FROM temp.${notes}) ORDER BY ${key.join(', ')};
             DELETE FROM temp.${notes}`,
          );
        }
        for (const { sql } of triggers) database.exec(inSchema(schema, sql));
        faultPoint('records_next.bring_over');
        database.exec('COMMIT');
      } catch (error) {
        if (database.inTransaction) database.exec('ROLLBACK');
        throw error;
      }
    } finally {
      database.exec('PRAGMA foreign_keys = ON');
    }
    return true;
  }

  /** Notes nothing more. Not needed once the connection is closed. */
  end(): void {
    // The triggers on the tables go first: without what they write to, every write would fail.
    const temporary = this.#database.all<{ type: string; name: string }>(
      "SELECT type, name FROM temp.sqlite_master WHERE name LIKE 'noted\\_%' ESCAPE '\\' ORDER BY type DESC",
    );
    for (const { type, name } of temporary) {
      if (type === 'trigger') this.#database.exec(`DROP TRIGGER temp.${name}`);
    }
    for (const { type, name } of temporary)
      if (type === 'table') this.#database.exec(`DROP TABLE temp.${name}`);
  }
}

function triggersOf(database: EncryptedDatabase, schema: string, table: string) {
  return database.all<{ name: string; sql: string }>(
    `SELECT name, sql FROM ${schema}.sqlite_master WHERE type = 'trigger' AND tbl_name = ? ORDER BY rowid`,
    [table],
  );
}

/** SQLite keeps the text as it was written, from `CREATE TRIGGER` and the name on, without the schema's name. */
function inSchema(schema: string, sql: string): string {
  const words = 'CREATE TRIGGER ';
  if (!sql.startsWith(words)) throw new Error('a trigger that begins with something else');
  return `${words}${schema}.${sql.slice(words.length)}`;
}

function tablesOf(database: EncryptedDatabase): NotedTable[] {
  return database
    .all<{ name: string; wr: number }>(
      "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .map(({ name, wr }, place): NotedTable => {
      const info = database.all<{ name: string; type: string; pk: number }>(
        'SELECT name, type, pk FROM pragma_table_info(?)',
        [name],
      );
      const columns = info.map((column) => quoted(column.name));
      const primary = info.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
      const notes = `noted_${place}`;
      if (wr === 1) return { name, notes, key: primary.map((column) => quoted(column.name)), columns };
      const standsForRowid = primary.length === 1 && primary[0]?.type === 'INTEGER';
      return { name, notes, key: ['rowid'], columns: standsForRowid ? columns : ['rowid', ...columns] };
    });
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
