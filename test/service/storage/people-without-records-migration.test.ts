import { afterEach, expect, it } from 'vitest';
import { migrations } from '../../../main/storage/migrations/index.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { cheapArgon2, makeOffice, password, signInName, temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

const at = '2026-01-02T00:00:00.000Z';
const place = migrations.findIndex(({ name }) => name === 'people-without-records');

it('keeps requests, recipients and whom a correction was told of, and lets an import enter its people at once', async () => {
  const office = await makeOffice(folder, { migrations: migrations.slice(0, place) });
  office.database.exec(`
    INSERT INTO office VALUES ('o', 'Office', 'Asia/Seoul', 'korea', 'k', '${at}');
    INSERT INTO users (id, staff_number, roles, sealed, created_at) VALUES ('u', 1, '[]', x'00', '${at}');
    INSERT INTO people (id, office_id, data_key_id, sealed) VALUES ('p', 'o', 'k', x'01');
    INSERT INTO person_requests (id, office_id, person_id, kind, way, requested_by, received_on, due_on, state, sealed, recorded_at, recorded_by)
      VALUES ('r', 'o', 'p', 'access', 'post', 'person', '2026-01-02', '2026-01-12', 'received', x'02', '${at}', 'u');
    INSERT INTO recipients (id, office_id, sealed, added_at) VALUES ('t', 'o', x'03', '${at}');
    INSERT INTO corrections (id, person_id, item_code, corrected_on, recorded_at, user_id) VALUES ('c', 'p', 'name', '2026-01-02', '${at}', 'u');
    INSERT INTO correction_recipients (correction_id, hand_over_id) VALUES ('c', 'h');
    INSERT INTO consent_forms VALUES ('f', 'o');
    INSERT INTO consent_form_versions (id, form_id, version, content, published_at, published_by) VALUES ('fv', 'f', 1, '{}', '${at}', 'u');
    INSERT INTO consent_notices (digest, content) VALUES ('n', '{}');
    INSERT INTO imports (id, office_id, number, state, form_version_id, sealed, begun_at, begun_by) VALUES ('i', 'o', 1, 'begun', 'fv', x'04', '${at}', 'u');
  `);
  office.close();
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const opened = await openOffice(folder, holderId, password, {
    migrations: migrations.slice(0, place + 1),
    argon2: cheapArgon2,
  });
  const { database } = opened;
  expect(database.get('SELECT person_id, own_key_id, sealed FROM person_requests')).toEqual({
    person_id: 'p',
    own_key_id: null,
    sealed: Buffer.from([2]),
  });
  expect(database.get('SELECT id, version, retired_at FROM recipients')).toEqual({
    id: 't',
    version: 1,
    retired_at: null,
  });
  expect(database.all('SELECT correction_id, given_out_id FROM correction_recipients')).toEqual([
    { correction_id: 'c', given_out_id: 'h' },
  ]);
  const keep = (id: string) =>
    database.run(
      `INSERT INTO consents (id, person_id, form_version_id, language, notice_digest, given_on, sealed, captured_at, captured_by)
       VALUES (?, 'p', 'fv', 'ko', 'n', '2026-01-02', x'05', '${at}', 'u')`,
      [id],
    );
  const heard = () => database.value('SELECT count(*) FROM search_changes');
  database.run('UPDATE imports SET is_keeping = 1');
  keep('c1');
  expect(heard()).toBe(0);
  database.run('UPDATE imports SET is_keeping = 0');
  keep('c2');
  expect(heard()).toBe(1);
  opened.close();
});
