import { Refusal } from '../../shared/domain/refusal.ts';
import { systemErrorCode } from './durable-file.ts';
import { type Connection, loadSqlite } from './sqlite-driver.ts';

/** Held for as long as an office is open. */
export interface OfficeLock {
  release(): void;
}

/**
 * Makes sure that one process at a time has an office open. SQLite's own file lock on a small empty file is used because
 * the operating system lets go of it when the process ends, however it ends; a file that merely exists would not.
 *
 * Nothing else in this process may open the lock file: closing any other handle on it would give up the lock (POSIX).
 * @throws Refusal folder_in_use
 */
export function acquireOfficeLock(path: string): OfficeLock {
  const Sqlite = loadSqlite();
  let connection: Connection | undefined;
  try {
    connection = new Sqlite(path, { timeout: 0 });
    connection.pragma('journal_mode = MEMORY');
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.exec('BEGIN EXCLUSIVE');
    const held = connection;
    return { release: () => void held.close() };
  } catch (error) {
    connection?.close();
    if (systemErrorCode(error)?.startsWith('SQLITE_BUSY') === true) throw new Refusal('folder_in_use');
    throw error;
  }
}
