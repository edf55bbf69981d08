import { afterEach, beforeEach, expect, it } from 'vitest';
import { certificates } from '../../../main/storage/migrations/0027-certificates.ts';
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

it('lets a certificate of an office of the version before be superseded, and keeps it as it was', async () => {
  const earlier = migrations.slice(0, migrations.indexOf(certificates));
  const before = await makeOffice(folder, { migrations: earlier });
  const { database } = before;
  database.transaction(() => {
    database.exec('PRAGMA defer_foreign_keys = ON');
    database.run(
      "INSERT INTO office VALUES ('o', 'Office', 'Asia/Seoul', 'korea', 'k', '2026-01-02T00:00:00.000Z')",
    );
    database.run(
      `INSERT INTO document_certificates (id, office_id, certificate, sealed, created_at)
       VALUES ('d', 'o', x'01', x'02', '2026-01-02T00:00:00.000Z')`,
    );
  });
  before.close();
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const office = await openOffice(folder, holderId, password, {
    migrations: [...earlier, certificates],
    argon2: cheapArgon2,
  });
  try {
    const { database: after } = office;
    expect(after.version).toBe(certificates.number);
    expect(after.all('SELECT id, origin, chain FROM document_certificates')).toEqual([
      { id: 'd', origin: 'own', chain: '[]' },
    ]);
    after.exec('PRAGMA foreign_keys = OFF');
    const issue = (number: string, serial: number, supersedes: string | null) =>
      after.run(
        `INSERT INTO certificates (number, year, serial, order_id, kind, supersedes, envelope, digest, unit_count, conditional, issued_at)
         VALUES (?, 2026, ?, 'order', 'electronic', ?, '{}', 'd', 1, 0, '2026-01-02T00:00:00.000Z')`,
        [number, serial, supersedes],
      );
    issue('2026-0001', 1, null);
    issue('2026-0002', 2, '2026-0001');
    // One certificate an order, and one that takes its place.
    expect(() => issue('2026-0003', 3, null)).toThrow();
    expect(() => issue('2026-0003', 3, '2026-0001')).toThrow();
    expect(() => after.run("UPDATE certificates SET digest = 'x'")).toThrow('append-only');
    expect(() => after.run('DELETE FROM certificates')).toThrow('append-only');
  } finally {
    office.close();
  }
});
