import { afterEach, expect, it } from 'vitest';
import { migrated, officeAndUser, writtenAt } from './migrated.ts';
import { temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

it('keeps what became of copies before, without roles, and takes them from now on', async () => {
  const office = await migrated(
    folder,
    'roles-of-copy-reports',
    `${officeAndUser}
     INSERT INTO known_copies (id, office_id, number, kind, scope, since, sealed, registered_at)
       VALUES ('c', 'o', 1, 'print', 'all', '2026-01-02', x'00', '${writtenAt}');
     INSERT INTO known_copy_events VALUES ('e', 'c', 'registered', NULL, '${writtenAt}', 'u')`,
  );
  const { database } = office;
  expect(database.all('SELECT id, user_id, roles FROM known_copy_events')).toEqual([
    { id: 'e', user_id: 'u', roles: null },
  ]);
  database.run(
    `INSERT INTO known_copy_events (id, copy_id, event, at, user_id, roles) VALUES ('f', 'c', 'destroyed', ?, 'u', '["administrator"]')`,
    [writtenAt],
  );
  expect(() => database.run("UPDATE known_copy_events SET roles = '[]'")).toThrow('append-only');
  office.close();
});
