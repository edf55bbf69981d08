import { afterEach, expect, it } from 'vitest';
import { migrated, officeAndUser, writtenAt } from './migrated.ts';
import { temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

it('keeps every hand-over, of one person each, and the consent it was for', async () => {
  const office = await migrated(
    folder,
    'vendors',
    `${officeAndUser}
    INSERT INTO consent_forms VALUES ('f', 'o');
    INSERT INTO consent_form_versions VALUES ('fv', 'f', 1, '{}', '${writtenAt}', 'u');
    INSERT INTO vendors (id, office_id, contract_ends_on, sealed, added_at) VALUES ('v', 'o', NULL, x'01', '${writtenAt}');
    INSERT INTO hand_overs (id, vendor_id, consent_id, purpose_id, form_version_id, way, handed_over_on, recorded_at, user_id)
      VALUES ('h', 'v', 'c', 'p', 'fv', 'encrypted_file', '2026-01-02', '${writtenAt}', 'u');
  `,
  );
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
