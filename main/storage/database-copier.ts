import { parentPort, workerData } from 'node:worker_threads';
import { zero } from './cryptography.ts';
import { type Cipher, connect, rawKey } from './database-connection.ts';
import { type DatabaseCopyContent, inspectCopy } from './database-copy.ts';
import { flushFile, systemErrorCode } from './durable-file.ts';
import type { Connection } from './sqlite-driver.ts';

/**
 * A thread that writes the records as they stood at one moment into another file under another key, table by table, while the
 * records thread goes on answering. It does nothing by itself: `DatabaseCopying` says what is next, so that every step of it
 * can be made to fail, and ends it.
 */
export interface CopierData {
  readonly source: string;
  readonly sourceKey: Uint8Array;
  readonly target: string;
  readonly targetKey: Uint8Array;
  readonly cipher: Cipher;
}

export type CopierOrder =
  | { readonly do: 'begin' }
  | { readonly do: 'copy'; readonly table: string }
  | { readonly do: 'commit' }
  | { readonly do: 'flush' }
  /** Moves what the log of the copied records holds into their file, so that there is next to nothing to move at the end. */
  | { readonly do: 'settle_source' }
  /** Looks at all of the finished copy again, as read from the disk. */
  | { readonly do: 'inspect' };

export type CopierAnswer =
  | { readonly tables: readonly string[] }
  | { readonly rows: number }
  | { readonly bytes: number }
  | { readonly flushed: true }
  | { readonly settled: true }
  | { readonly content: DatabaseCopyContent }
  | { readonly error: { readonly code: string | undefined; readonly name: string } };

class Copier {
  readonly #connection: Connection;

  constructor(data: CopierData) {
    this.#connection = connect(data.target, data.targetKey, data.cipher, false);
    const raw = rawKey(data.sourceKey);
    try {
      this.#connection.pragma('auto_vacuum = INCREMENTAL');
      // A half-written copy is thrown away, so nothing beside it is to stay on the disk; it is flushed once, when it is whole. (`OFF` is
      // refused to every connection of this driver, and a journal file would then be left by a power cut.)
      this.#connection.pragma('journal_mode = MEMORY');
      this.#connection.pragma('synchronous = OFF');
      this.#connection.pragma('foreign_keys = OFF');
      this.#connection.prepare('ATTACH DATABASE ? AS source KEY ?').run(data.source, raw);
    } catch (error) {
      this.#connection.close();
      throw error;
    } finally {
      zero(raw);
    }
  }

  /** From here on it sees the records of this moment. Tables and indexes are made empty; answers the tables to be filled. */
  begin(): string[] {
    this.#connection.exec('BEGIN');
    const schema = this.#connection
      .prepare(
        `SELECT type, name, sql FROM source.sqlite_master
         WHERE type IN ('table', 'index') AND sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         ORDER BY type DESC, rowid`,
      )
      .all() as { type: string; name: string; sql: string }[];
    for (const { sql } of schema) this.#connection.exec(sql);
    return schema.filter(({ type }) => type === 'table').map(({ name }) => name);
  }

  /**
   * With the same tables and indexes on both sides SQLite takes rows over as they are, in order, without making them anew. Rows that
   * were taken over, rows there were and rows there are must be as many; the two are counted by whichever index is smallest.
   */
  copy(table: string): number {
    const name = quoted(table);
    const { changes } = this.#connection
      .prepare(`INSERT INTO main.${name} SELECT * FROM source.${name}`)
      .run();
    const [from, to] = [this.#count('source', name), this.#count('main', name)];
    if (from !== to || to !== changes)
      throw Object.assign(new Error('a table was not copied whole'), { code: 'SQLITE_CORRUPT' });
    return to;
  }

  /** Ends the copy, now with triggers, views and counters; answers its size. */
  commit(): number {
    this.#complete();
    const version = Number(this.#connection.pragma('source.user_version', { simple: true }));
    this.#connection.exec('COMMIT');
    this.#connection.pragma(`main.user_version = ${version}`);
    this.#connection.exec('DETACH DATABASE source');
    const pages = Number(this.#connection.pragma('page_count', { simple: true }));
    const pageSize = Number(this.#connection.pragma('page_size', { simple: true }));
    this.#connection.close();
    return pages * pageSize;
  }

  #complete(): void {
    const has = this.#connection
      .prepare("SELECT 1 FROM source.sqlite_master WHERE name = 'sqlite_sequence'")
      .get();
    if (has !== undefined)
      this.#connection.exec(
        'DELETE FROM main.sqlite_sequence; INSERT INTO main.sqlite_sequence SELECT * FROM source.sqlite_sequence',
      );
    const rest = this.#connection
      .prepare(
        "SELECT sql FROM source.sqlite_master WHERE type IN ('trigger', 'view') AND sql IS NOT NULL ORDER BY rowid",
      )
      .all() as { sql: string }[];
    for (const { sql } of rest) this.#connection.exec(sql);
  }

  #count(schema: 'source' | 'main', name: string): number {
    return Number(this.#connection.prepare(`SELECT count(*) FROM ${schema}.${name}`).pluck().get());
  }
}

/** Others may read and write meanwhile: what they keep in the log stays there. */
function settleSource({ source, sourceKey, cipher }: CopierData): void {
  const connection = connect(source, sourceKey, cipher, false);
  try {
    connection.pragma('synchronous = FULL');
    connection.pragma('checkpoint_fullfsync = ON');
    connection.pragma('wal_checkpoint(PASSIVE)');
  } finally {
    connection.close();
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function answerTo(
  copier: Copier,
  order: Exclude<CopierOrder, { do: 'inspect' | 'flush' | 'settle_source' }>,
): CopierAnswer {
  if (order.do === 'begin') return { tables: copier.begin() };
  if (order.do === 'copy') return { rows: copier.copy(order.table) };
  return { bytes: copier.commit() };
}

/** Code and name only: a message could quote a value. */
function answering(work: () => CopierAnswer): CopierAnswer {
  try {
    return work();
  } catch (error) {
    return { error: { code: systemErrorCode(error), name: error instanceof Error ? error.name : 'unknown' } };
  }
}

const port = parentPort;
if (port !== null) {
  const data = workerData as CopierData;
  let copier: Copier | undefined;
  port.on('message', (order: CopierOrder) => {
    port.postMessage(
      answering(() => {
        if (order.do === 'inspect') return { content: inspectCopy(data.target, data.targetKey, data.cipher) };
        if (order.do === 'flush') {
          flushFile(data.target, 'copied_records');
          return { flushed: true };
        }
        if (order.do === 'settle_source') {
          settleSource(data);
          return { settled: true };
        }
        copier ??= new Copier(data);
        return answerTo(copier, order);
      }),
    );
  });
}
