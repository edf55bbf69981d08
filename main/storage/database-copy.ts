import { countRowsOf } from './database.ts';
import { type Cipher, connect } from './database-connection.ts';

/** What a copy of the records holds, as read from the disk. */
export interface DatabaseCopyContent {
  readonly rows: ReadonlyMap<string, number>;
  /** Empty where SQLite finds nothing wrong. */
  readonly complaints: readonly string[];
  /** Number of the last migration. */
  readonly version: number;
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
