import { afterEach, expect, it } from 'vitest';
import { migrations } from '../../../main/storage/migrations/index.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { cheapArgon2, makeOffice, password, signInName, temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

const at = '2026-01-02T00:00:00.000Z';
const place = migrations.findIndex(({ name }) => name === 'person-requests');

it('keeps what is there, lets a request outlive its person but not be changed, and one suspension be in force', async () => {
  const office = await makeOffice(folder, { migrations: migrations.slice(0, place) });
  office.database.exec(`
    INSERT INTO office VALUES ('o', 'Office', 'Asia/Seoul', 'korea', 'k', '${at}');
    INSERT INTO users (id, staff_number, roles, sealed, created_at) VALUES ('u', 1, '[]', x'00', '${at}');
    INSERT INTO people (id, office_id, data_key_id, sealed) VALUES ('p', 'o', 'k', x'01');
  `);
  office.close();
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const opened = await openOffice(folder, holderId, password, {
    migrations: migrations.slice(0, place + 1),
    argon2: cheapArgon2,
  });
  const { database } = opened;
  expect(database.all('SELECT id, sealed FROM people')).toEqual([{ id: 'p', sealed: Buffer.of(1) }]);

  database.run(
    `INSERT INTO person_requests (id, office_id, person_id, kind, way, requested_by, received_on, due_on, state, sealed, recorded_at,
       recorded_by) VALUES ('r', 'o', 'p', 'suspension', 'post', 'person', '2026-01-02', '2026-01-12', 'received', x'02', '${at}', 'u')`,
  );
  // Confirmed only by a check, answered only with an outcome.
  expect(() => database.run("UPDATE person_requests SET state = 'identity_confirmed'")).toThrow();
  expect(() => database.run("UPDATE person_requests SET state = 'answered'")).toThrow();
  const suspend = (id: string, purpose: string) =>
    database.run(
      `INSERT INTO processing_suspensions (id, person_id, purpose_id, request_id, since, set_by)
       VALUES ('${id}', 'p', ${purpose}, 'r', '2026-01-03', 'u')`,
    );
  suspend('s1', 'NULL');
  suspend('s2', "'a'");
  expect(() => suspend('s3', 'NULL')).toThrow();
  expect(() => suspend('s4', "'a'")).toThrow();
  database.run("UPDATE processing_suspensions SET lifted_on = '2026-01-04', lifted_by = 'u' WHERE id = 's1'");
  suspend('s5', 'NULL');

  database.run(
    `UPDATE person_requests SET state = 'answered', outcome = 'fulfilled', answered_at = '${at}', answered_by = 'u'`,
  );
  expect(() => database.run("UPDATE person_requests SET outcome = 'refused'")).toThrow('not changed');
  expect(() => database.run('DELETE FROM person_requests')).toThrow('not deleted');
  database.run("DELETE FROM people WHERE id = 'p'");
  database.run('UPDATE person_requests SET sealed = NULL');
  expect(database.value('SELECT count(*) FROM processing_suspensions')).toBe(0);
  expect(database.get('SELECT person_id, outcome, sealed FROM person_requests')).toEqual({
    person_id: 'p',
    outcome: 'fulfilled',
    sealed: null,
  });
  opened.close();
});
