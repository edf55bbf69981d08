import { afterEach, beforeEach, expect, it } from 'vitest';
import { documentCertificates } from '../../../main/storage/migrations/0011-document-certificates.ts';
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

it('adds the certificates of documents to an office of the version before and leaves its vendors as they were', async () => {
  const earlier = migrations.slice(0, migrations.indexOf(documentCertificates));
  const before = await makeOffice(folder, { migrations: earlier });
  before.database.transaction(() => {
    before.database.run(
      "INSERT INTO office VALUES ('o', 'Office', 'Asia/Seoul', 'korea', 'k', '2026-01-02T00:00:00.000Z')",
    );
    before.database.run("INSERT INTO vendors VALUES ('v', 'o', NULL, x'01', '2026-01-02T00:00:00.000Z')");
  });
  before.close();
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const office = await openOffice(folder, holderId, password, {
    migrations: [...earlier, documentCertificates],
    argon2: cheapArgon2,
  });
  try {
    expect(office.database.version).toBe(documentCertificates.number);
    expect(office.database.all('SELECT id, office_id FROM vendors')).toEqual([{ id: 'v', office_id: 'o' }]);
    expect(office.database.all('SELECT * FROM document_certificates')).toEqual([]);
  } finally {
    office.close();
  }
});
