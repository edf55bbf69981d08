import { rotateDatabaseKey } from '../../../main/storage/database-rewrite.ts';
import { changeEpoch } from '../../../main/storage/epoch-change.ts';
import { recordFaultPoints } from '../../../main/storage/fault-point.ts';
import { migrations } from '../../../main/storage/migrations/index.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { type OfficeStorage, openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { alone } from '../../../main/storage/work-aside.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { officeAndUser, writtenAt } from '../../service/storage/migrated.ts';
import {
  cheapArgon2,
  insertPerson,
  makeOffice,
  password,
  people,
  personMigration,
  reopen,
} from '../../service/storage/office-fixture.ts';

/**
 * Things an office does that must survive a power cut at any moment. Each works on a folder prepared by
 * `prepareOffice`: three people, 'doomed' to be destroyed, 'kept' and 'journalled' to stay.
 */
export const scenarios: Record<string, (folder: string) => Promise<void>> = {
  create: async (folder) => (await makeOffice(folder)).close(),
  open: async (folder) => (await openWithEither(folder)).close(),
  addPerson: (folder) => withOffice(folder, (office) => void insertPerson(office, 'new')),
  dropKey: (folder) =>
    withOffice(folder, (office) => void changeEpoch(office, { dropKeyIds: doomedKeys(office) })),
  rotateDatabaseKey: (folder) =>
    withOffice(
      folder,
      async (office) => void (await rotateDatabaseKey(office, alone)).supersededDatabaseKey.fill(0),
    ),
  addHolder: (folder) =>
    withOffice(
      folder,
      async (office) => void (await office.addHolder({ signInName: 'lee', password: 'lee' })),
    ),
  removeHolder: (folder) =>
    withOffice(folder, (office) => {
      const other = office.holders().find((entry) => entry.holderId !== office.holder.holderId);
      office.removeHolder(other?.holderId ?? '');
    }),
  replacePassword: (folder) =>
    withOffice(folder, (office) => office.replacePassword(office.holder.holderId, password, 'new password')),
  migrateRelease: async (folder) => (await openWithRelease(folder)).close(),
  migrate: async (folder) => {
    const holderId = findHolderByName(folder, readMarker(folder), 'kim.director') ?? '';
    const second = { number: 2, name: 'second', up: addColumn };
    (
      await openOffice(folder, holderId, password, {
        argon2: cheapArgon2,
        migrations: [personMigration, second],
      })
    ).close();
  },
};

/** An office of the third version, in which one person has given one consent: everything since is migrated over rows. */
export async function prepareEarlyOffice(folder: string): Promise<void> {
  const office = await makeOffice(folder, { migrations: migrations.slice(0, 3) });
  office.database.exec(`
    ${officeAndUser}
    INSERT INTO retention_rules VALUES ('r', 'o');
    INSERT INTO retention_rule_versions VALUES ('rv', 'r', 1, '{}', '${writtenAt}', 'u');
    INSERT INTO consent_forms VALUES ('f', 'o');
    INSERT INTO consent_form_versions VALUES ('fv', 'f', 1, '{}', '${writtenAt}', 'u');
    INSERT INTO consent_notices VALUES ('n', '{}');
    INSERT INTO people VALUES ('p', 'o', 'k', x'01');
    INSERT INTO consents VALUES ('c', 'p', 'fv', 'ko', 'n', '2026-01-02', x'02', '${writtenAt}', 'u');
    INSERT INTO record_units (id, office_id, person_id, consent_id, purpose_id, rule_version_id, state, triggered_on, kept_through, due_on, sealed)
      VALUES ('t', 'o', 'p', 'c', 'a', 'rv', 'active', '2026-01-02', '2027-01-02', '2027-01-03', x'03');
    INSERT INTO destruction_orders (id, office_id, number, state, digest, unit_count, requested_at, requester_id)
      VALUES ('d', 'o', 'D-2026-0001', 'proposed', 'x', 1, '${writtenAt}', 'u');
  `);
  office.close();
}

/** Opens an office with the migrations of this release. */
export async function openWithRelease(folder: string): Promise<OfficeStorage> {
  const holderId = findHolderByName(folder, readMarker(folder), 'kim.director') ?? '';
  return await openOffice(folder, holderId, password, { argon2: cheapArgon2 });
}

export async function prepareOffice(folder: string): Promise<void> {
  const office = await makeOffice(folder);
  insertPerson(office, 'doomed', 'text of doomed');
  insertPerson(office, 'kept', 'text of kept');
  await office.addHolder({ signInName: 'choi', password: 'choi' });
  insertPerson(office, 'journalled', 'text of journalled');
  office.close();
}

/** The fault points that a scenario passes, each with how often it had been passed before: what a run can be killed at. */
export async function pointsOf(
  scenario: string,
  folder: string,
): Promise<{ name: string; occurrence: number }[]> {
  const stop = recordFaultPoints();
  try {
    await scenarios[scenario]?.(folder);
  } finally {
    stop();
  }
  const seen = new Map<string, number>();
  return stop().map((name) => {
    const occurrence = (seen.get(name) ?? 0) + 1;
    seen.set(name, occurrence);
    return { name, occurrence };
  });
}

export function doomedKeys(office: OfficeStorage): string[] {
  return people(office).flatMap((row) => (row.id === 'doomed' ? row.key_id : []));
}

/** While a password is being replaced, one of the two works. */
async function openWithEither(folder: string): Promise<OfficeStorage> {
  try {
    return await reopen(folder);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'wrong_password')) throw error;
    return await reopen(folder, 'new password');
  }
}

function addColumn(database: { exec(sql: string): void }): void {
  database.exec("ALTER TABLE person ADD COLUMN state TEXT NOT NULL DEFAULT 'new'");
}

async function withOffice(
  folder: string,
  work: (office: OfficeStorage) => void | Promise<void>,
): Promise<void> {
  const office = await reopen(folder);
  try {
    await work(office);
  } finally {
    office.close();
  }
}
