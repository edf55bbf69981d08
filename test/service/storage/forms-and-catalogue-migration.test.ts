import { afterEach, beforeEach, expect, it } from 'vitest';
import { formsAndCatalogue } from '../../../main/storage/migrations/0016-forms-and-catalogue.ts';
import { migrations } from '../../../main/storage/migrations/index.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { cheapArgon2, makeOffice, password, signInName, temporaryFolder } from './office-fixture.ts';

let folder = '';
let remove = () => {};
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
});
afterEach(() => remove());

it('leaves published versions as they were, with no consent to renew', async () => {
  const earlier = migrations.slice(0, migrations.indexOf(formsAndCatalogue));
  const before = await makeOffice(folder, { migrations: earlier });
  before.database.transaction(() => {
    before.database.run(
      "INSERT INTO office VALUES ('o', 'Office', 'Asia/Seoul', 'korea', 'k', '2026-01-02T00:00:00.000Z')",
    );
    before.database.run(
      `INSERT INTO users (id, staff_number, roles, sealed, created_at)
       VALUES ('u', 1, '["reviewer"]', x'00', '2026-01-02T00:00:00.000Z')`,
    );
    before.database.run("INSERT INTO consent_forms VALUES ('f', 'o')");
    before.database.run(
      "INSERT INTO consent_form_versions VALUES ('v', 'f', 1, '{}', '2026-01-02T00:00:00.000Z', 'u')",
    );
  });
  before.close();
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const office = await openOffice(folder, holderId, password, {
    migrations: [...earlier, formsAndCatalogue],
    argon2: cheapArgon2,
  });
  try {
    const { database } = office;
    expect(database.version).toBe(formsAndCatalogue.number);
    expect(database.all('SELECT id, version, content FROM consent_form_versions')).toEqual([
      { id: 'v', version: 1, content: '{}' },
    ]);
    expect(database.all('SELECT * FROM form_version_renewals')).toEqual([]);
    database.run("INSERT INTO form_version_renewals VALUES ('v', 'p')");
    expect(() => database.run('DELETE FROM form_version_renewals')).toThrow();
  } finally {
    office.close();
  }
});
