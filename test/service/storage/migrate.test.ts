import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { randomBytes } from '../../../main/storage/cryptography.ts';
import { type EncryptedDatabase, openDatabase } from '../../../main/storage/database.ts';
import { type Migration, migrate } from '../../../main/storage/migrate.ts';
import { exists, inspectFolder } from '../../../main/storage/office-folder.ts';
import { openOffice } from '../../../main/storage/office-storage.ts';
import { isRefused, isRefusedLater } from '../../unit/storage/refused.ts';
import { makeOffice, password, personMigration, temporaryFolder } from './office-fixture.ts';

let parent = '';
let folder = '';
let remove = () => {};
let database: EncryptedDatabase;
const key = randomBytes(32);
beforeEach(() => {
  const made = temporaryFolder();
  ({ parent, folder, remove } = made);
  database = openDatabase(`${parent}/records.db`, key, 'aegis');
});
afterEach(() => {
  database.close();
  remove();
});

const first: Migration = {
  number: 1,
  name: 'first',
  up: (db) =>
    db.exec('CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT; INSERT INTO parent VALUES (1), (2)'),
};
const second: Migration = {
  number: 2,
  name: 'second',
  up: (db) =>
    db.exec(
      'CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent) STRICT; INSERT INTO child VALUES (1, 2)',
    ),
};
const copy = () => `${parent}/records.copy`;

it('runs what is missing, once, and remembers where it is', () => {
  expect(migrate(database, key, [first], copy())).toEqual({ from: 0, to: 1 });
  expect(migrate(database, key, [first, second], copy())).toEqual({ from: 1, to: 2 });
  expect(migrate(database, key, [first, second], copy())).toEqual({ from: 2, to: 2 });
  expect(database.value('SELECT count(*) FROM child')).toBe(1);
  expect(exists(copy())).toBe(false);
});

it('has a verified copy of a database with rows while it changes it, and removes it afterwards', () => {
  migrate(database, key, [first], copy());
  let rowsInCopy: unknown;
  const looking: Migration = {
    ...second,
    up: (db) => {
      const other = openDatabase(copy(), key, 'aegis', 'copy');
      rowsInCopy = other.value('SELECT count(*) FROM parent');
      other.close();
      second.up(db);
    },
  };
  migrate(database, key, [first, looking], copy());
  expect(rowsInCopy).toBe(2);
  expect(exists(copy())).toBe(false);
});

it('changes nothing where a migration fails or breaks a reference, and can be tried again', () => {
  migrate(database, key, [first], copy());
  const failing: Migration = {
    ...second,
    up: (db) => {
      second.up(db);
      throw new Error('half way');
    },
  };
  expect(() => migrate(database, key, [first, failing], copy())).toThrow('half way');
  expect(database.version).toBe(1);
  expect(database.value("SELECT count(*) FROM sqlite_master WHERE name = 'child'")).toBe(0);
  expect(exists(copy())).toBe(true);
  const orphaning: Migration = {
    ...second,
    up: (db) => {
      second.up(db);
      db.exec('DELETE FROM parent');
    },
  };
  expect(() => migrate(database, key, [first, orphaning], copy())).toThrow();
  expect(database.value('SELECT count(*) FROM parent')).toBe(2);
  migrate(database, key, [first, second], copy());
  expect(database.version).toBe(2);
  expect(exists(copy())).toBe(false);
});

it('refuses a database of a later release', async () => {
  migrate(database, key, [first, second], copy());
  const refusal = isRefused(() => migrate(database, key, [first], copy()), 'folder_newer_version');
  expect(refusal.params).toEqual({ found: 2, known: 1 });

  const office = await makeOffice(folder, { migrations: [personMigration] });
  const { holderId } = office.holder;
  office.close();
  // Work that opening would otherwise tidy: a refused folder stays as it is.
  writeFileSync(`${folder}/vault.9`, 'left over');
  await isRefusedLater(openOffice(folder, holderId, password, { migrations: [] }), 'folder_newer_version');
  expect(inspectFolder(folder)).toMatchObject({ state: 'office' });
  expect(exists(`${folder}/vault.9`)).toBe(true);
});

it('refuses a list with a gap', () => {
  expect(() => migrate(database, key, [second], copy())).toThrow('number 1');
});
