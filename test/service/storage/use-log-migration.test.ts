import { afterEach, expect, it } from 'vitest';
import { migrated, officeAndUser, writtenAt } from './migrated.ts';
import { temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

it('keeps every line of the log, and lets the units of a line end only with it', async () => {
  const office = await migrated(
    folder,
    'use-log',
    `${officeAndUser}
    INSERT INTO data_uses (id, person_id, reason, user_id, at) VALUES ('x', 'p', 'serve_person', 'u', '${writtenAt}');`,
  );
  const { database } = office;
  expect(database.all('SELECT * FROM data_uses')).toEqual([
    {
      id: 'x',
      person_id: 'p',
      reason: 'serve_person',
      user_id: 'u',
      at: writtenAt,
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
