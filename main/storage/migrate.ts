import { Refusal } from '../../shared/domain/refusal.ts';
import { countRows, countRowsOf, type Database, type EncryptedDatabase } from './database.ts';
import { overwriteAndUnlink } from './durable-file.ts';
import { faultPoint } from './fault-point.ts';
import { exists } from './office-folder.ts';

export interface Migration {
  /** 1, 2, 3 ... without gaps; becomes `user_version`. */
  readonly number: number;
  /** The file name without number and extension, for messages. */
  readonly name: string;
  up(database: Database): void;
}

export interface MigrationOutcome {
  readonly from: number;
  readonly to: number;
}

/**
 * Brings a database to the version of this release, each migration in a transaction of its own. Before a database with
 * rows is changed, a copy is written under the same key to `copyPath`, opened and counted; it is removed after success
 * (and stays, encrypted, where a migration fails, until a later attempt succeeds).
 * @throws Refusal folder_newer_version where the database is from a later release, folder_damaged where the copy differs.
 */
export function migrate(
  database: EncryptedDatabase,
  key: Uint8Array,
  migrations: readonly Migration[],
  copyPath: string,
): MigrationOutcome {
  assertNumbered(migrations);
  refuseFuture(database, migrations);
  const from = database.version;
  const to = migrations.length;
  if (from < to) {
    const rowsBefore = countRowsOf((sql) => database.all(sql));
    const copied = [...rowsBefore.values()].some((rows) => rows > 0) && from > 0;
    if (copied) writeVerifiedCopy(database, key, copyPath, rowsBefore);
    for (const migration of migrations.slice(from)) apply(database, migration);
  }
  if (exists(copyPath)) overwriteAndUnlink(copyPath, 'records_copy');
  return { from, to };
}

/** @throws Refusal folder_newer_version where the database is from a later release. */
export function refuseFuture(database: EncryptedDatabase, migrations: readonly Migration[]): void {
  const found = database.version;
  const known = migrations.length;
  if (found > known) throw new Refusal('folder_newer_version', { found, known });
}

function apply(database: EncryptedDatabase, migration: Migration): void {
  faultPoint(`records.migration.${migration.number}`);
  database.transaction(() => {
    // Tables may be rebuilt inside; what counts is that every reference is good at the end.
    database.exec('PRAGMA defer_foreign_keys = ON');
    migration.up(database);
    const broken = database.all('PRAGMA foreign_key_check');
    if (broken.length > 0)
      throw new Error(`migration ${migration.number} ${migration.name} broke ${broken.length} references`);
    database.version = migration.number;
  });
}

function writeVerifiedCopy(
  database: EncryptedDatabase,
  key: Uint8Array,
  copyPath: string,
  rowsBefore: ReadonlyMap<string, number>,
): void {
  // Left by an attempt that was cut short; it may be incomplete.
  if (exists(copyPath)) overwriteAndUnlink(copyPath, 'records_copy');
  database.copyInto(copyPath);
  const rowsCopied = countRows(copyPath, key, database.cipher);
  for (const [table, rows] of rowsBefore) {
    if (rowsCopied.get(table) !== rows)
      throw new Refusal('folder_damaged', { part: 'records_copy', why: 'row_count' });
  }
}

function assertNumbered(migrations: readonly Migration[]): void {
  for (const [index, migration] of migrations.entries()) {
    if (migration.number !== index + 1)
      throw new Error(`migration ${migration.name} should have number ${index + 1}`);
  }
}
