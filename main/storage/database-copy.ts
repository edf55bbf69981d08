import { zero } from './cryptography.ts';
import { countRowsOf } from './database.ts';
import { type Cipher, connect } from './database-connection.ts';
import { faultPoint } from './fault-point.ts';

/** What a copy of the records holds, as read from the disk. */
export interface DatabaseCopyContent {
  readonly rows: ReadonlyMap<string, number>;
  /** Empty where SQLite finds nothing wrong. */
  readonly complaints: readonly string[];
  /** Number of the last migration. */
  readonly version: number;
}

/**
 * Brings a closed copy under another key. Without a journal: half a copy is thrown away, and a journal beside it would be
 * one more place for pages under the old key.
 */
export function rekeyCopy(path: string, oldKey: Uint8Array, newKey: Uint8Array, cipher: Cipher): void {
  const connection = connect(path, oldKey, cipher, false);
  try {
    connection.pragma('journal_mode = OFF');
    connection.prepare('SELECT count(*) FROM sqlite_master').get();
    faultPoint('records_copy.rekey');
    const raw = Buffer.concat([Buffer.from('raw:', 'latin1'), newKey]);
    try {
      connection.rekey(raw);
    } finally {
      zero(raw);
    }
  } finally {
    connection.close();
  }
}

/** Opens a copy for reading and looks at all of it. Throws where the key does not open it. */
export function inspectCopy(path: string, key: Uint8Array, cipher: Cipher): DatabaseCopyContent {
  const connection = connect(path, key, cipher, true);
  try {
    const complaints = (connection.pragma('integrity_check') as { integrity_check: string }[])
      .map((row) => row.integrity_check)
      .filter((text) => text !== 'ok');
    return {
      rows: countRowsOf((sql) => connection.prepare(sql).all()),
      complaints,
      version: Number(connection.pragma('user_version', { simple: true })),
    };
  } finally {
    connection.close();
  }
}
