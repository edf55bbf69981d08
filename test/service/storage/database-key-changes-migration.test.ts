import { afterEach, expect, it } from 'vitest';
import { databaseKeyChanges } from '../../../main/storage/migrations/0012-database-key-changes.ts';
import { migrations } from '../../../main/storage/migrations/index.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { cheapArgon2, makeOffice, password, signInName, temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

it('knows of no change in an office that was there before, and takes one that is never changed', async () => {
  const before = migrations.slice(0, databaseKeyChanges.number - 1);
  const made = await makeOffice(folder, { migrations: [...before] });
  made.database.run(
    "INSERT INTO users (id, staff_number, roles, sealed, created_at) VALUES ('u', 1, '[]', x'00', '2026-01-02T00:00:00.000Z')",
  );
  made.close();
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const office = await openOffice(folder, holderId, password, {
    migrations: [...before, databaseKeyChanges],
    argon2: cheapArgon2,
  });
  const { database } = office;
  expect(database.version).toBe(databaseKeyChanges.number);
  expect(database.value('SELECT count(*) FROM database_key_changes')).toBe(0);
  database.run("INSERT INTO database_key_changes VALUES (4, '2026-01-02T00:00:00.000Z', 'u')");
  for (const sql of ["UPDATE database_key_changes SET changed_at = ''", 'DELETE FROM database_key_changes'])
    expect(() => database.run(sql)).toThrow('append-only');
  expect(database.value('SELECT staff_number FROM users')).toBe(1);
  office.close();
});
