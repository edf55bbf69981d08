import { existsSync, statSync } from 'node:fs';
import { Refusal } from '../../shared/domain/refusal.ts';
import { zero } from './cryptography.ts';
import { type Cipher, connect, connectToWrite, rawKey } from './database-connection.ts';
import { systemErrorCode } from './durable-file.ts';
import { faultPoint } from './fault-point.ts';
import { refusing } from './folder-refusal.ts';
import type { Connection } from './sqlite-driver.ts';

export type { Cipher } from './database-connection.ts';

export type SqlValue = string | number | bigint | Uint8Array | null;
/** Positional (`?`) or named (`:name`) values. */
export type SqlParams = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

/** What a query handler gets: a statement that writes is refused when it is prepared. `Row` is what the SQL selects. */
export interface ReadDatabase {
  get<Row extends object>(sql: string, params?: SqlParams): Row | undefined;
  all<Row extends object>(sql: string, params?: SqlParams): Row[];
  iterate<Row extends object>(sql: string, params?: SqlParams): IterableIterator<Row>;
  /** First column of the first row. */
  value<Value extends SqlValue>(sql: string, params?: SqlParams): Value | undefined;
}

export interface Database extends ReadDatabase {
  run(sql: string, params?: SqlParams): { changes: number };
  /** Several statements without parameters (migrations). */
  exec(sql: string): void;
  /** BEGIN IMMEDIATE ... COMMIT; a savepoint when nested. `work` must be synchronous. */
  transaction<Result>(work: () => Result): Result;
  /**
   * One transaction of long work that gives way between its pieces, so that it can be cancelled and say how far it is. Only for
   * channels whose effect is `work`: no other call is answered meanwhile. Everything is kept, or nothing.
   */
  transactionInPieces<Result>(work: () => Promise<Result>): Promise<Result>;
  readonly inTransaction: boolean;
  /** The same connection, unable to write. */
  readonly reader: ReadDatabase;
}

/** What happens around an outermost transaction. */
export interface TransactionHooks {
  /** Last before COMMIT; an error rolls back. */
  beforeCommit(): void;
  afterRollback(): void;
}

/** What a database file looks like from outside, for verification. */
export interface DatabaseFileFacts {
  readonly freelistPages: number;
  readonly pages: number;
  /** Bytes. */
  readonly pageSize: number;
  readonly walBytes: number;
  readonly journalMode: string;
}

/** SQLite's own; what an import gets; and what other large transactions get, which touch each page of an index a few times only. */
const usualCacheKibibytes = 2_000;
const longWorkCacheKibibytes = 96 * 1024;
const largeCacheKibibytes = 24 * 1024;

/** SQLite's own: so many pages in the log, and it is moved into the file. */
const usualLogPages = 1_000;

type Statement = ReturnType<Connection['prepare']>;

/** Prepared statements kept; SQL is written in code, so this is reached only by SQL put together at run time. */
const maximumStatements = 500;

class StatementReader implements ReadDatabase {
  readonly #prepare: (sql: string) => Statement;

  constructor(prepare: (sql: string) => Statement) {
    this.#prepare = prepare;
  }

  get<Row extends object>(sql: string, params: SqlParams = []): Row | undefined {
    return this.#prepare(sql).get(params) as Row | undefined;
  }

  all<Row extends object>(sql: string, params: SqlParams = []): Row[] {
    return this.#prepare(sql).all(params) as Row[];
  }

  iterate<Row extends object>(sql: string, params: SqlParams = []): IterableIterator<Row> {
    return this.#prepare(sql).iterate(params) as IterableIterator<Row>;
  }

  value<Value extends SqlValue>(sql: string, params: SqlParams = []): Value | undefined {
    return firstValue<Value>(this.#prepare(sql).get(params));
  }
}

/** The encrypted database as the storage itself sees it. */
export class EncryptedDatabase extends StatementReader implements Database {
  readonly path: string;
  readonly cipher: Cipher;
  readonly reader: ReadDatabase;
  #connection: Connection;
  readonly #statements = new Map<string, Statement>();
  readonly #role: string;
  #depth = 0;
  #hooks: TransactionHooks | undefined;

  constructor(connection: Connection, path: string, cipher: Cipher, role: string) {
    super((sql) => this.#prepare(sql));
    this.#connection = connection;
    this.path = path;
    this.cipher = cipher;
    this.#role = role;
    this.reader = new StatementReader((sql) => {
      const statement = this.#prepare(sql);
      if (!statement.readonly || !statement.reader)
        throw new Error('a statement that writes was given to a reader');
      return statement;
    });
  }

  run(sql: string, params: SqlParams = []): { changes: number } {
    return { changes: this.#prepare(sql).run(params).changes };
  }

  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  get inTransaction(): boolean {
    return this.#connection.inTransaction;
  }

  transaction<Result>(work: () => Result): Result {
    return this.#depth === 0 ? this.#outermost(work) : this.#nested(work);
  }

  /**
   * A `transaction` that deletes many rows and is followed by a new key for every page. Pages that are given up are therefore not
   * overwritten where they lie, and the log, which holds a good part of the file afterwards, is not moved into it before
   * `checkpoint` is called or the file exchanged: neither is to keep anybody waiting.
   */
  largeTransaction<Result>(work: () => Result): Result {
    if (this.#depth > 0) throw new Error('long work begins its own transaction');
    this.#makeRoom(largeCacheKibibytes);
    this.#connection.pragma('wal_autocheckpoint = 0');
    this.#connection.pragma('secure_delete = FAST');
    try {
      return this.#outermost(work);
    } finally {
      this.#connection.pragma('secure_delete = ON');
      this.#makeRoom(usualCacheKibibytes);
    }
  }

  /**
   * Whether pages that are read stay in memory: what is looked at before a `largeTransaction` is what it deletes, and would be read
   * and decrypted again for each. The transaction itself ends it.
   */
  keepPages(wanted: boolean): void {
    this.#makeRoom(wanted ? largeCacheKibibytes : usualCacheKibibytes);
  }

  async transactionInPieces<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#depth > 0) throw new Error('long work begins its own transaction');
    this.#begin();
    this.#makeRoom(longWorkCacheKibibytes);
    try {
      const result = await work();
      this.#commit();
      return result;
    } catch (error) {
      this.#rollBack();
      throw error;
    } finally {
      this.#depth = 0;
      this.#makeRoom(usualCacheKibibytes);
    }
  }

  /** Rows of a random id reach every page of every index: without room they would be written out again and again. */
  #makeRoom(kibibytes: number): void {
    this.#connection.pragma(`cache_size = -${kibibytes}`);
  }

  /** Set once by the storage that owns this database. */
  setTransactionHooks(hooks: TransactionHooks): void {
    this.#hooks = hooks;
  }

  /** `PRAGMA user_version`: the number of the last migration. */
  get version(): number {
    return this.#pragmaNumber('user_version');
  }

  set version(version: number) {
    this.#connection.pragma(`user_version = ${Math.trunc(version)}`);
  }

  /** Moves the write-ahead log into the file and empties it. Answers false where another connection prevented it. */
  checkpoint(): boolean {
    faultPoint(`${this.#role}.checkpoint`);
    this.#connection.pragma(`wal_autocheckpoint = ${usualLogPages}`);
    const [row] = this.#connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return row?.busy === 0;
  }

  /** Gives free pages back: as much work as there are free pages, whatever the size of the file. Not in a transaction. */
  compact(): void {
    faultPoint(`${this.#role}.compact`);
    this.#connection.exec('PRAGMA incremental_vacuum');
  }

  /**
   * Encrypts every page under a new key. The order matters: without a read first, a crash in between can leave a file
   * that neither key opens; and until the log is truncated the file itself still opens with the old key. Keep both
   * keys until this returns.
   */
  rekey(newKey: Uint8Array): void {
    if (this.inTransaction) throw new Error('a database is not re-keyed inside a transaction');
    this.#statements.clear();
    this.#connection.prepare('SELECT count(*) FROM sqlite_master').get();
    const raw = rawKey(newKey);
    try {
      faultPoint(`${this.#role}.rekey`);
      this.#connection.rekey(raw);
    } finally {
      zero(raw);
    }
    if (!this.checkpoint()) throw new Refusal('folder_in_use');
    faultPoint(`${this.#role}.rekeyed`);
  }

  /**
   * Puts another file in the place of this one: everything is moved out of the log and the file closed, `replace` gives the
   * other one its name, and that is opened with `key`. Whoever holds this object goes on with the new file.
   * @throws Refusal folder_in_use where somebody else still reads the file.
   */
  exchangeFile(key: Uint8Array, replace: () => void): void {
    if (this.inTransaction) throw new Error('a database is not exchanged inside a transaction');
    if (!this.checkpoint()) throw new Refusal('folder_in_use');
    this.close();
    // A log that stayed would be taken for the new file's.
    if (existsSync(`${this.path}-wal`)) throw new Refusal('folder_in_use');
    replace();
    this.#connection = connectToWrite(this.path, key, this.cipher);
  }

  /** A copy under the same key, without free pages and without a log. The file must not exist. */
  copyInto(path: string): void {
    faultPoint(`${this.#role}.copy`);
    this.#connection.prepare('VACUUM INTO ?').run(path);
  }

  fileFacts(): DatabaseFileFacts {
    const wal = `${this.path}-wal`;
    return {
      freelistPages: this.#pragmaNumber('freelist_count'),
      pages: this.#pragmaNumber('page_count'),
      pageSize: this.#pragmaNumber('page_size'),
      walBytes: existsSync(wal) ? statSync(wal).size : 0,
      journalMode: String(this.#connection.pragma('journal_mode', { simple: true })),
    };
  }

  /** Empty where SQLite finds nothing wrong, otherwise its complaints. */
  integrityComplaints(): string[] {
    const rows = this.#connection.pragma('integrity_check') as { integrity_check: string }[];
    return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  }

  close(): void {
    this.#statements.clear();
    this.#connection.close();
  }

  #outermost<Result>(work: () => Result): Result {
    this.#begin();
    try {
      const result = synchronous(work());
      this.#commit();
      return result;
    } catch (error) {
      this.#rollBack();
      throw error;
    } finally {
      this.#depth = 0;
    }
  }

  #begin(): void {
    this.#connection.exec('BEGIN IMMEDIATE');
    this.#depth = 1;
  }

  #commit(): void {
    this.#hooks?.beforeCommit();
    faultPoint(`${this.#role}.commit`);
    this.#connection.exec('COMMIT');
  }

  #rollBack(): void {
    // Some errors (a full disk) make SQLite roll back by itself.
    if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK');
    this.#hooks?.afterRollback();
  }

  #nested<Result>(work: () => Result): Result {
    const name = `nested_${this.#depth}`;
    this.#connection.exec(`SAVEPOINT ${name}`);
    this.#depth += 1;
    try {
      const result = synchronous(work());
      this.#connection.exec(`RELEASE ${name}`);
      return result;
    } catch (error) {
      if (this.#connection.inTransaction) this.#connection.exec(`ROLLBACK TO ${name}; RELEASE ${name}`);
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  #prepare(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined && !known.busy) return known;
    const statement = this.#connection.prepare(sql);
    if (this.#statements.size >= maximumStatements) this.#statements.clear();
    this.#statements.set(sql, statement);
    return statement;
  }

  #pragmaNumber(name: string): number {
    return Number(this.#connection.pragma(name, { simple: true }));
  }
}

/**
 * Opens or creates an encrypted database. The key is 32 bytes and stays the caller's.
 * @throws Refusal folder_damaged where the key does not open the file or the file is damaged.
 */
export function openDatabase(
  path: string,
  key: Uint8Array,
  cipher: Cipher,
  role = 'records',
): EncryptedDatabase {
  return refusing(() => new EncryptedDatabase(connectToWrite(path, key, cipher), path, cipher, role));
}

/**
 * Whether this key opens this file, log included. Looks through a read-only connection, which changes neither the file
 * nor its log even with the wrong key. Undefined where the file cannot be read at all, so that "unreadable" is never
 * taken for "the key is refused".
 */
export function keyOpens(path: string, key: Uint8Array, cipher: Cipher): boolean | undefined {
  if (!existsSync(path) || statSync(path).size === 0) return undefined;
  let connection: Connection | undefined;
  try {
    connection = connect(path, key, cipher, true);
    connection.prepare('SELECT count(*) FROM sqlite_master').get();
    return true;
  } catch (error) {
    return systemErrorCode(error) === 'SQLITE_NOTADB' ? false : undefined;
  } finally {
    connection?.close();
  }
}

/** A read-only look at a copy: how many rows each table has. Throws where the key does not open it. */
export function countRows(path: string, key: Uint8Array, cipher: Cipher): Map<string, number> {
  const connection = connect(path, key, cipher, true);
  try {
    return countRowsOf((sql) => connection.prepare(sql).all());
  } finally {
    connection.close();
  }
}

/** How many rows each table has. */
export function countRowsOf(all: (sql: string) => unknown[]): Map<string, number> {
  const tables = all(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
  ) as { name: string }[];
  return new Map(
    tables.map(({ name }) => {
      const [row] = all(`SELECT count(*) AS rows FROM "${name.replaceAll('"', '""')}"`) as { rows: number }[];
      return [name, row?.rows ?? 0];
    }),
  );
}

function firstValue<Value extends SqlValue>(row: unknown): Value | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  return Object.values(row)[0] as Value | undefined;
}

/** A promise inside a transaction would go on after the commit. */
function synchronous<Result>(result: Result): Result {
  if (result instanceof Promise) throw new Error('a transaction must be synchronous');
  return result;
}
