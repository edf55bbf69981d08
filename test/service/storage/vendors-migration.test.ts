import { afterEach, expect, it } from 'vitest';
import { migrations } from '../../../main/storage/migrations/index.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { cheapArgon2, makeOffice, password, signInName, temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

const place = migrations.findIndex(({ name }) => name === 'vendors');
const at = '2026-01-02T00:00:00.000Z';

it('keeps every hand-over, of one person each, and the consent it was for', async () => {
  const before = await makeOffice(folder, { migrations: migrations.slice(0, place) });
  before.database.exec(`
    INSERT INTO office VALUES ('o', 'Office', 'Asia/Seoul', 'korea', 'k', '${at}');
    INSERT INTO users (id, staff_number, roles, sealed, created_at) VALUES ('u', 1, '[]', x'00', '${at}');
    INSERT INTO consent_forms VALUES ('f', 'o');
    INSERT INTO consent_form_versions VALUES ('fv', 'f', 1, '{}', '${at}', 'u');
    INSERT INTO vendors (id, office_id, contract_ends_on, sealed, added_at) VALUES ('v', 'o', NULL, x'01', '${at}');
    INSERT INTO hand_overs (id, vendor_id, consent_id, purpose_id, form_version_id, way, handed_over_on, recorded_at, user_id)
      VALUES ('h', 'v', 'c', 'p', 'fv', 'encrypted_file', '2026-01-02', '${at}', 'u');
  `);
  before.close();
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const office = await openOffice(folder, holderId, password, {
    migrations: migrations.slice(0, place + 1),
    argon2: cheapArgon2,
  });
  const { database } = office;
  expect(
    database.get('SELECT id, vendor_id, purpose_id, way, encrypted, people, copy_id FROM hand_overs'),
  ).toEqual({
    id: 'h',
    vendor_id: 'v',
    purpose_id: 'p',
    way: 'file_transfer',
    encrypted: 1,
    people: 1,
    copy_id: null,
  });
  expect(database.all('SELECT hand_over_id, consent_id, person_id FROM hand_over_consents')).toEqual([
    { hand_over_id: 'h', consent_id: 'c', person_id: null },
  ]);
  expect(database.value('SELECT does_marketing FROM vendors')).toBe(0);
  office.close();
});
