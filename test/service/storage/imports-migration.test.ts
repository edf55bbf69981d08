import { afterEach, expect, it } from 'vitest';
import { imports } from '../../../main/storage/migrations/0009-imports.ts';
import { migrations } from '../../../main/storage/migrations/index.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { cheapArgon2, makeOffice, password, signInName, temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

const at = '2026-01-02T00:00:00.000Z';

it('keeps what is there, and ties a finished import to its source file', async () => {
  const before = migrations.slice(0, imports.number - 1);
  const made = await makeOffice(folder, { migrations: before });
  made.database.exec(`
    INSERT INTO office VALUES ('o', 'Office', 'Asia/Seoul', 'korea', 'k', '${at}');
    INSERT INTO users (id, staff_number, roles, sealed, created_at) VALUES ('u', 1, '[]', x'00', '${at}');
    INSERT INTO consent_forms VALUES ('f', 'o');
    INSERT INTO consent_form_versions (id, form_id, version, content, published_at, published_by)
      VALUES ('fv', 'f', 1, '{}', '${at}', 'u');
    INSERT INTO known_copies (id, office_id, number, kind, scope, since, sealed, registered_at)
      VALUES ('c', 'o', 1, 'export', 'all', '2026-01-02', x'00', '${at}');
  `);
  made.close();

  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const office = await openOffice(folder, holderId, password, {
    migrations: [...before, imports],
    argon2: cheapArgon2,
  });
  const { database } = office;
  expect(database.version).toBe(imports.number);
  expect(database.value('SELECT count(*) FROM known_copies')).toBe(1);
  const insert = (id: string, number: number, state: string, copy: string, ended: string) =>
    database.exec(`
      INSERT INTO imports (id, office_id, number, state, form_version_id, sealed, source_copy_id, begun_at, begun_by, ended_at)
      VALUES ('${id}', 'o', ${number}, '${state}', 'fv', x'00', ${copy}, '${at}', 'u', ${ended})`);
  insert('one', 1, 'begun', 'NULL', 'NULL');
  insert('two', 2, 'finished', "'c'", `'${at}'`);
  expect(() => insert('three', 3, 'finished', 'NULL', `'${at}'`)).toThrow();
  expect(() => insert('four', 4, 'cancelled', "'c'", `'${at}'`)).toThrow();
  expect(() => insert('five', 2, 'begun', 'NULL', 'NULL')).toThrow();
  office.close();
});
