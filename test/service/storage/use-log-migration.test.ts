import { afterEach, expect, it } from 'vitest';
import { migrations } from '../../../main/storage/migrations/index.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { cheapArgon2, makeOffice, password, signInName, temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

const place = migrations.findIndex(({ name }) => name === 'use-log');

it('keeps every line of the log, and lets the units of a line end only with it', async () => {
  const before = await makeOffice(folder, { migrations: migrations.slice(0, place) });
  before.database.exec(`
    INSERT INTO users (id, staff_number, roles, sealed, created_at) VALUES ('u', 1, '[]', x'00', '2026-01-02T00:00:00.000Z');
    INSERT INTO data_uses (id, person_id, reason, user_id, at) VALUES ('x', 'p', 'serve_person', 'u', '2026-01-02T00:00:00.000Z');
  `);
  before.close();
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const office = await openOffice(folder, holderId, password, {
    migrations: migrations.slice(0, place + 1),
    argon2: cheapArgon2,
  });
  const { database } = office;
  expect(database.all('SELECT * FROM data_uses')).toEqual([
    {
      id: 'x',
      person_id: 'p',
      reason: 'serve_person',
      user_id: 'u',
      at: '2026-01-02T00:00:00.000Z',
      kind: 'read',
      purpose_id: null,
      deed_id: null,
      people: 1,
      refusal: null,
    },
  ]);
  database.run("INSERT INTO data_use_units (use_id, unit_id, refusal) VALUES ('x', 't', NULL)");
  expect(() => database.run('DELETE FROM data_use_units')).toThrow(/append-only/);
  expect(() => database.run("UPDATE data_use_units SET unit_id = 'other'")).toThrow(/append-only/);
  office.close();
});
