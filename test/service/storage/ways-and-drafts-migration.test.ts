import { afterEach, expect, it } from 'vitest';
import { migrations } from '../../../main/storage/migrations/index.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { cheapArgon2, makeOffice, password, signInName, temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

const at = '2026-01-02T00:00:00.000Z';
const number = migrations.find(({ name }) => name === 'ways-and-drafts')?.number ?? 0;

it('takes every consent from before as signed on the screen, and keeps drafts apart from people', async () => {
  const office = await makeOffice(folder, { migrations: migrations.slice(0, number - 1) });
  office.database.exec(`
    INSERT INTO office VALUES ('o', 'Office', 'Asia/Seoul', 'korea', 'k', '${at}');
    INSERT INTO users (id, staff_number, roles, sealed, created_at) VALUES ('u', 1, '[]', x'00', '${at}');
    INSERT INTO consent_forms VALUES ('f', 'o');
    INSERT INTO consent_form_versions VALUES ('fv', 'f', 1, '{}', '${at}', 'u');
    INSERT INTO consent_notices VALUES ('n', '{}');
    INSERT INTO people VALUES ('p', 'o', 'k', x'01');
    INSERT INTO consents (id, person_id, form_version_id, language, notice_digest, given_on, sealed, captured_at, captured_by)
      VALUES ('c', 'p', 'fv', 'ko', 'n', '2026-01-02', x'02', '${at}', 'u');
  `);
  office.close();

  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const { database, close } = await openOffice(folder, holderId, password, {
    migrations: migrations.slice(0, number),
    argon2: cheapArgon2,
  }).then((opened) => ({ database: opened.database, close: () => opened.close() }));
  expect(database.get('SELECT id, way, sealed FROM consents')).toEqual({
    id: 'c',
    way: 'screen',
    sealed: Buffer.of(2),
  });
  expect(() => database.run("UPDATE consents SET way = 'by pigeon'")).toThrow();
  const changes = database.value('SELECT count(*) FROM search_changes');
  database.run(
    `INSERT INTO capture_drafts (id, office_id, form_version_id, person_id, data_key_id, sealed, begun_at, changed_at, user_id)
     VALUES ('d', 'o', 'fv', 'p', 'dk', x'03', '${at}', '${at}', 'u')`,
  );
  expect(database.value('SELECT count(*) FROM search_changes')).toBe(changes);
  // A draft about somebody never holds them back.
  database.run('DELETE FROM consents');
  database.run('DELETE FROM people');
  close();
});
