import { accessSync, constants } from 'node:fs';
import { zero } from './cryptography.ts';
import { systemErrorCode } from './durable-file.ts';
import { damaged } from './folder-refusal.ts';
import { type Connection, loadSqlite } from './sqlite-driver.ts';

/**
 * `aegis` is AEGIS-256: 1.1 to 1.2 times the time of plain SQLite, not a NIST-approved cipher.
 * `sqlcipher` is AES-256-CBC with HMAC-SHA-512 for offices that need AES, at 2.7 to 3.4 times.
 */
export type Cipher = 'aegis' | 'sqlcipher';

/** Milliseconds. The office lock keeps other processes out, so only another connection of this one can be in the way. */
const busyTimeout = 1000;

export function connect(path: string, key: Uint8Array, cipher: Cipher, readonly: boolean): Connection {
  const Sqlite = loadSqlite();
  const connection = new Sqlite(path, { readonly, timeout: busyTimeout });
  try {
    // First of all: before anything could spill to the system's folder for temporary files.
    connection.pragma('temp_store = MEMORY');
    connection.pragma(`cipher = '${cipher}'`);
    const raw = rawKey(key);
    try {
      connection.key(raw);
    } finally {
      zero(raw);
    }
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Opens or creates a database file as the records thread uses it. Throws what the disk and SQLite say. */
export function connectToWrite(path: string, key: Uint8Array, cipher: Cipher): Connection {
  const connection = connect(path, key, cipher, false);
  try {
    // Only takes effect in a file without tables yet: free pages can then be given back without rewriting the rest.
    connection.pragma('auto_vacuum = INCREMENTAL');
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    // macOS: without these, "flushed" means handed to the drive's own cache.
    connection.pragma('fullfsync = ON');
    connection.pragma('checkpoint_fullfsync = ON');
    connection.pragma('foreign_keys = ON');
    // What `OR REPLACE` takes away passes the triggers too: those of append-only tables, and those that note changes.
    connection.pragma('recursive_triggers = ON');
    connection.pragma('secure_delete = ON');
    connection.pragma('trusted_schema = OFF');
    connection.pragma('cell_size_check = ON');
    connection.pragma('mmap_size = 0');
    // Fails here and now where the file may only be read.
    connection.exec('BEGIN IMMEDIATE; ROLLBACK');
    return connection;
  } catch (error) {
    connection.close();
    if (systemErrorCode(error) === 'SQLITE_READONLY' && isWritable(path)) throw damaged('records', 'header');
    throw error;
  }
}

/** A flipped bit in the header can make SQLite take a file for one that it may only read; the system knows better. */
function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** SQLite3 Multiple Ciphers takes a key as a passphrase unless it begins with `raw:`. */
export function rawKey(key: Uint8Array): Buffer {
  if (key.length !== 32) throw new Error('a database key has 32 bytes');
  const raw = Buffer.alloc(36);
  raw.write('raw:', 'latin1');
  raw.set(key, 4);
  return raw;
}
