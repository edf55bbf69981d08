import { statSync } from 'node:fs';
import type { EncryptedDatabase } from '../../main/storage/database.ts';
import { type Connection, loadSqlite } from '../../main/storage/sqlite-driver.ts';

/**
 * What the application is compared with: the same driver without encryption, the same tables, rows and indexes, the same
 * durability (write-ahead log, `synchronous=FULL`), and nothing else.
 */
export function openPlain(path: string): Connection {
  const Sqlite = loadSqlite();
  const connection = new Sqlite(path, {});
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  return connection;
}

/**
 * Copies tables, indexes and every row as it is (sealed payloads stay sealed: they are only bytes here); triggers are rules of
 * the application and stay behind. Returns the size of the original in bytes.
 */
export function makePlainCopy(database: EncryptedDatabase, plainPath: string): number {
  const plain = openPlain(plainPath);
  const schema = database.all<{ type: string; name: string; sql: string }>(
    "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND type IN ('table', 'index') ORDER BY type DESC",
  );
  for (const { sql } of schema) plain.exec(sql);
  plain.close();
  database.exec('PRAGMA foreign_keys = OFF');
  database.exec(`ATTACH DATABASE '${plainPath.replaceAll("'", "''")}' AS plain KEY ''`);
  database.exec('BEGIN');
  for (const { type, name } of schema) {
    if (type === 'table') database.exec(`INSERT INTO plain."${name}" SELECT * FROM main."${name}"`);
  }
  database.exec('COMMIT');
  database.exec('DETACH DATABASE plain');
  database.exec('PRAGMA foreign_keys = ON');
  const copied = openPlain(plainPath);
  copied.pragma('wal_checkpoint(TRUNCATE)');
  copied.close();
  return statSync(database.path).size;
}
