import { afterEach, expect, it } from 'vitest';
import { databaseKeyPlan } from '../../../main/storage/migrations/0022-database-key-plan.ts';
import { migrations } from '../../../main/storage/migrations/index.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { cheapArgon2, makeOffice, password, signInName, temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

it('keeps the changes there were, takes one by nobody, and begins with a yearly plan', async () => {
  const before = migrations.slice(0, databaseKeyPlan.number - 1);
  const made = await makeOffice(folder, { migrations: [...before] });
  made.database.exec(`
    INSERT INTO users (id, staff_number, roles, sealed, created_at) VALUES ('u', 1, '[]', x'00', '2026-01-02T00:00:00.000Z');
    INSERT INTO database_key_changes VALUES (4, '2026-01-02T00:00:00.000Z', 'u');
  `);
  made.close();
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const office = await openOffice(folder, holderId, password, {
    migrations: [...before, databaseKeyPlan],
    argon2: cheapArgon2,
  });
  const { database } = office;
  expect(database.version).toBe(databaseKeyPlan.number);
  expect(database.value('SELECT every_months FROM database_key_plan')).toBe(12);
  database.run("INSERT INTO database_key_changes VALUES (6, '2027-01-02T00:00:00.000Z', NULL)");
  expect(database.all('SELECT epoch, changed_by FROM database_key_changes')).toEqual([
    { epoch: 4, changed_by: 'u' },
    { epoch: 6, changed_by: null },
  ]);
  for (const sql of ["UPDATE database_key_changes SET changed_at = ''", 'DELETE FROM database_key_changes'])
    expect(() => database.run(sql)).toThrow('append-only');
  office.close();
});
