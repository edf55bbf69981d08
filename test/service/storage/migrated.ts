import { migrations } from '../../../main/storage/migrations/index.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { type OfficeStorage, openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { cheapArgon2, makeOffice, password, signInName } from './office-fixture.ts';

/** A moment for rows that were written before a migration. */
export const writtenAt = '2026-01-02T00:00:00.000Z';

/** Rows that most others refer to: an office `o` and a user `u`. */
export const officeAndUser = `
  INSERT INTO office VALUES ('o', 'Office', 'Asia/Seoul', 'korea', 'k', '${writtenAt}');
  INSERT INTO users (id, staff_number, roles, sealed, created_at) VALUES ('u', 1, '[]', x'00', '${writtenAt}');
`;

/**
 * An office as it was just before the migration of this name, with these rows, opened by a program that knows that migration and
 * none after it. To be closed by the caller.
 */
export async function migrated(folder: string, name: string, rowsBefore: string): Promise<OfficeStorage> {
  const place = migrations.findIndex((migration) => migration.name === name);
  if (place < 0) throw new Error(`there is no migration ${name}`);
  const before = await makeOffice(folder, { migrations: migrations.slice(0, place) });
  before.database.exec(rowsBefore);
  before.close();
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  return openOffice(folder, holderId, password, {
    migrations: migrations.slice(0, place + 1),
    argon2: cheapArgon2,
  });
}
