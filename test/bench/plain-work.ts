import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import type { Connection } from '../../main/storage/sqlite-driver.ts';
import { openPlain } from './plain-database.ts';
import { eachTime, median, processorTime, timed } from './stopwatch.ts';

/** Opens the file and reads one user, as signing in must at least. Milliseconds. */
export function plainUnlock(path: string, times: number): number {
  return median(
    eachTime(times, () => {
      const connection = openPlain(path);
      connection.prepare('SELECT id, roles, sealed FROM users WHERE staff_number = 2').get();
      connection.close();
    }),
  );
}

/** One prepared read of one row. Milliseconds. */
export function plainRead(path: string, times: number): number {
  const connection = openPlain(path);
  const statement = connection.prepare('SELECT name, time_zone FROM office');
  const took = median(eachTime(times, () => statement.get()));
  connection.close();
  return took;
}

/** The same rows inserted again under new ids, a transaction a consent. Milliseconds. */
export function plainCaptures(path: string, times: number): number {
  const connection = openPlain(path);
  const template = connection.prepare('SELECT person_id FROM consents LIMIT 1').get() as {
    person_id: string;
  };
  const rows = rowsOf(connection, template.person_id);
  const insert = inserter(connection);
  let sequence = Number(connection.prepare('SELECT max(sequence) FROM audit_entries').pluck().get());
  const took = median(
    eachTime(times, () => {
      sequence += 1;
      insertAgain(connection, insert, rows, sequence);
    }),
  );
  connection.close();
  return took;
}

export interface PlainDestruction {
  /** Deleting the rows of the units, and of the consents and people of whom nothing remains, and a checkpoint. Milliseconds. */
  readonly deleted: number;
  /** The bytes of the file written once more and flushed: the least that leaves no page as it was. Milliseconds. */
  readonly rewritten: number;
  /** Processor time of both. */
  readonly processor: number;
}

export function plainDestruction(path: string, unitIds: readonly string[]): PlainDestruction {
  const connection = openPlain(path);
  const wanted = JSON.stringify(unitIds);
  const people = connection
    .prepare('SELECT DISTINCT person_id FROM record_units WHERE id IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(wanted);
  const statements = [
    'DELETE FROM record_units WHERE id = ?',
    'DELETE FROM consent_events WHERE consent_id IN (SELECT id FROM consents WHERE person_id = ?)',
    'DELETE FROM consents WHERE person_id = ?',
    'DELETE FROM people WHERE id = ?',
  ].map((sql) => connection.prepare(sql));
  const [units, ...rest] = statements;
  const before = processorTime();
  const deleted = timed(() => {
    connection.transaction(() => {
      for (const id of unitIds) units?.run(id);
      for (const statement of rest) for (const id of people) statement.run(id);
    })();
    connection.pragma('wal_checkpoint(TRUNCATE)');
  });
  connection.close();
  const rewritten = timed(() => rewriteBytes(path));
  return { deleted, rewritten, processor: processorTime() - before };
}

function rewriteBytes(path: string): void {
  const other = `${path}-rewritten`;
  const [from, to] = [openSync(path, 'r'), openSync(other, 'w')];
  const piece = Buffer.alloc(1024 * 1024);
  for (let read = readSync(from, piece); read > 0; read = readSync(from, piece))
    writeSync(to, piece, 0, read);
  fsyncSync(to);
  closeSync(from);
  closeSync(to);
  renameSync(other, path);
}

type Row = Record<string, string | number | Buffer | null>;
const tables = ['people', 'consents', 'consent_events', 'record_units'] as const;

function rowsOf(connection: Connection, personId: string): Record<(typeof tables)[number], Row[]> {
  const all = (sql: string) => connection.prepare(sql).all(personId) as Row[];
  return {
    people: all('SELECT * FROM people WHERE id = ?'),
    consents: all('SELECT * FROM consents WHERE person_id = ?'),
    consent_events: all(
      'SELECT * FROM consent_events WHERE consent_id IN (SELECT id FROM consents WHERE person_id = ?)',
    ),
    record_units: all('SELECT * FROM record_units WHERE person_id = ?'),
  };
}

function inserter(connection: Connection) {
  return (table: string, row: Row) => {
    const columns = Object.keys(row);
    const places = columns.map(() => '?').join(', ');
    connection
      .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`)
      .run(Object.values(row));
  };
}

function insertAgain(
  connection: Connection,
  insert: ReturnType<typeof inserter>,
  rows: Record<(typeof tables)[number], Row[]>,
  sequence: number,
): void {
  const personId = randomUUID();
  const consentId = randomUUID();
  connection.transaction(() => {
    for (const row of rows.people) insert('people', { ...row, id: personId });
    for (const row of rows.consents) insert('consents', { ...row, id: consentId, person_id: personId });
    for (const row of rows.consent_events)
      insert('consent_events', { ...row, id: randomUUID(), consent_id: consentId });
    for (const row of rows.record_units)
      insert('record_units', { ...row, id: randomUUID(), consent_id: consentId, person_id: personId });
    connection
      .prepare('INSERT INTO audit_entries SELECT ?, entry, leaf_hash FROM audit_entries WHERE sequence = ?')
      .run(sequence, sequence - 1);
    connection.prepare('UPDATE audit_tree SET size = ?').run(sequence + 1);
  })();
}
