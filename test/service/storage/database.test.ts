import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { randomBytes } from '../../../main/storage/cryptography.ts';
import {
  type Cipher,
  type EncryptedDatabase,
  keyOpens,
  openDatabase,
} from '../../../main/storage/database.ts';
import { isRefused } from '../../unit/storage/refused.ts';
import { temporaryFolder } from './office-fixture.ts';

let path = '';
let remove = () => {};
const key = randomBytes(32);
beforeEach(() => {
  const made = temporaryFolder();
  path = `${made.parent}/records.db`;
  remove = made.remove;
});
afterEach(() => remove());

function withRows(cipher: Cipher = 'aegis', rows = 500): EncryptedDatabase {
  const database = openDatabase(path, key, cipher);
  database.exec('CREATE TABLE item (id INTEGER PRIMARY KEY, text TEXT) STRICT');
  database.transaction(() => {
    for (let id = 1; id <= rows; id += 1)
      database.run('INSERT INTO item VALUES (?, ?)', [id, `text ${id} `.repeat(20)]);
  });
  return database;
}

describe('reading and writing', () => {
  it('takes values by position and by name', () => {
    const database = withRows();
    expect(database.get<{ id: number }>('SELECT id FROM item WHERE id = ?', [7])).toEqual({ id: 7 });
    expect(database.get('SELECT id FROM item WHERE id = :id', { id: 8 })).toEqual({ id: 8 });
    expect(database.get('SELECT id FROM item WHERE id = 9999')).toBeUndefined();
    expect(database.value<number>('SELECT count(*) FROM item')).toBe(500);
    expect(database.all('SELECT id FROM item WHERE id < 3 ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }]);
    expect(database.run('DELETE FROM item WHERE id <= 10')).toEqual({ changes: 10 });
    // The same statement while it is being iterated.
    const sql = 'SELECT id FROM item WHERE id <= 13 ORDER BY id';
    const pairs: number[][] = [];
    for (const { id } of database.iterate<{ id: number }>(sql)) {
      pairs.push([id, ...database.all<{ id: number }>(sql).map((row) => row.id)]);
    }
    expect(pairs).toEqual([
      [11, 11, 12, 13],
      [12, 11, 12, 13],
      [13, 11, 12, 13],
    ]);
    database.close();
  });

  it('has a reader that cannot write', () => {
    const database = withRows();
    const { reader } = database;
    expect(reader.value('SELECT count(*) FROM item')).toBe(500);
    for (const sql of [
      'DELETE FROM item',
      'INSERT INTO item VALUES (1000, NULL) RETURNING id',
      'DROP TABLE item',
      'COMMIT',
    ]) {
      expect(() => reader.get(sql)).toThrow('reader');
      expect(() => reader.all(sql)).toThrow('reader');
      expect(() => reader.value(sql)).toThrow('reader');
      expect(() => reader.iterate(sql)).toThrow('reader');
    }
    // @ts-expect-error a reader has no `run`, so that a query handler cannot even be written with it
    expect(reader.run).toBeUndefined;
    expect(database.value('SELECT count(*) FROM item')).toBe(500);
    database.close();
  });
});

describe('transactions', () => {
  it('commit, roll back, and nest', () => {
    const database = withRows();
    const count = () => database.value('SELECT count(*) FROM item');
    const remove10 = () => database.run('DELETE FROM item WHERE id <= 10');
    expect(database.transaction(() => remove10().changes)).toBe(10);
    expect(() =>
      database.transaction(() => {
        database.run('DELETE FROM item');
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(count()).toBe(490);
    database.transaction(() => {
      database.run('DELETE FROM item WHERE id = 11');
      try {
        database.transaction(() => {
          database.run('DELETE FROM item');
          throw new Error('inner');
        });
      } catch {
        // The outer one goes on without what the inner one did.
      }
      expect(count()).toBe(489);
    });
    expect(count()).toBe(489);
    expect(database.inTransaction).toBe(false);
    database.close();
  });

  it('refuse to be asynchronous', () => {
    const database = withRows();
    expect(() => database.transaction(async () => database.run('DELETE FROM item'))).toThrow('synchronous');
    expect(database.value('SELECT count(*) FROM item')).toBe(500);
    database.close();
  });
});

describe.each<Cipher>(['aegis', 'sqlcipher'])('%s keys', (cipher) => {
  it('open the file, and no other key does; looking changes nothing', () => {
    const database = withRows(cipher);
    expect(keyOpens(path, key, cipher)).toBe(true);
    expect(keyOpens(path, randomBytes(32), cipher)).toBe(false);
    database.close();
    const before = readFileSync(path);
    expect(keyOpens(path, key, cipher)).toBe(true);
    expect(keyOpens(path, randomBytes(32), cipher)).toBe(false);
    expect(keyOpens(path, key, cipher === 'aegis' ? 'sqlcipher' : 'aegis')).toBe(false);
    expect(readFileSync(path).equals(before)).toBe(true);
    isRefused(() => openDatabase(path, randomBytes(32), cipher), 'folder_damaged');
    expect(keyOpens(`${path}.missing`, key, cipher)).toBeUndefined();
  });

  it('are replaced by re-keying: the old one is refused, nothing is left in the log, rows are whole', () => {
    const database = withRows(cipher);
    database.run('DELETE FROM item WHERE id > 250');
    const newKey = randomBytes(32);
    database.compact();
    database.rekey(newKey);
    expect(database.fileFacts()).toMatchObject({ freelistPages: 0, walBytes: 0, journalMode: 'wal' });
    expect(keyOpens(path, key, cipher)).toBe(false);
    expect(keyOpens(path, newKey, cipher)).toBe(true);
    database.run('INSERT INTO item VALUES (1000, NULL)');
    database.close();
    const again = openDatabase(path, newKey, cipher);
    expect(again.value('SELECT count(*) FROM item')).toBe(251);
    expect(again.integrityComplaints()).toEqual([]);
    again.close();
  });
});

it('does not re-key while somebody else reads, and says so', () => {
  const database = withRows();
  const other = openDatabase(path, key, 'aegis');
  const reading = other.iterate('SELECT * FROM item');
  reading.next();
  isRefused(() => database.rekey(randomBytes(32)), 'folder_in_use');
  reading.return?.();
  other.close();
  database.close();
});

it('names a file cut short or overwritten', () => {
  withRows('aegis', 2000).close();
  const whole = readFileSync(path);
  truncateSync(path, whole.length / 2);
  isRefused(() => openDatabase(path, key, 'aegis'), 'folder_damaged');
  writeFileSync(path, randomBytes(whole.length));
  isRefused(() => openDatabase(path, key, 'aegis'), 'folder_damaged');
});
