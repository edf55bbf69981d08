import { afterEach, beforeEach, expect, it } from 'vitest';
import { firstOffice } from '../../../main/storage/migrations/0001-first-office.ts';
import { signingKeys } from '../../../main/storage/migrations/0002-signing-keys.ts';
import { knownCopies } from '../../../main/storage/migrations/0003-known-copies.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { type OfficeStorage, openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { cheapArgon2, makeOffice, password, signInName, temporaryFolder } from './office-fixture.ts';

let folder = '';
let remove = () => {};
let office: OfficeStorage;
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
});
afterEach(() => {
  office.close();
  remove();
});

/** An office of the second version with one certificate of an order. */
async function openedAsVersionThree(): Promise<void> {
  const before = await makeOffice(folder, { migrations: [firstOffice, signingKeys] });
  const { database } = before;
  database.transaction(() => {
    database.run(
      "INSERT INTO office VALUES ('o', 'Office', 'Asia/Seoul', 'korea', 'k', '2026-01-02T00:00:00.000Z')",
    );
    database.run(
      `INSERT INTO users (id, staff_number, roles, sealed, created_at)
       VALUES ('u', 1, '["reviewer"]', x'00', '2026-01-02T00:00:00.000Z')`,
    );
    database.run(
      `INSERT INTO destruction_orders (id, office_id, number, state, digest, unit_count, requested_at, requester_id)
       VALUES ('d', 'o', 'D-2026-0001', 'destroyed', 'd', 1, '2026-02-01T00:00:00.000Z', 'u')`,
    );
    database.run(
      `INSERT INTO certificates
         (number, year, serial, order_id, envelope, digest, unit_count, conditional, issued_at)
       VALUES ('2026-0001', 2026, 1, 'd', '{}', 'digest', 1, 1, '2026-02-02T00:00:00.000Z')`,
    );
  });
  before.close();
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const migrations = [firstOffice, signingKeys, knownCopies];
  office = await openOffice(folder, holderId, password, { migrations, argon2: cheapArgon2 });
}

const completion = `INSERT INTO certificates
  (number, year, serial, order_id, kind, completes, envelope, digest, unit_count, conditional, issued_at)
  VALUES (?, 2026, ?, 'd', 'completion', ?, '{}', 'other', 1, 0, '2026-03-02T00:00:00.000Z')`;

it('keeps every certificate, lets each have one completion, and lets none be changed', async () => {
  await openedAsVersionThree();
  const { database } = office;
  expect(database.version).toBe(3);
  expect(database.all('SELECT number, kind, completes, digest FROM certificates')).toEqual([
    { number: '2026-0001', kind: 'electronic', completes: null, digest: 'digest' },
  ]);
  database.run(completion, ['2026-0002', 2, '2026-0001']);
  expect(() => database.run(completion, ['2026-0003', 3, '2026-0001'])).toThrow('UNIQUE');
  expect(() => database.run(completion, ['2026-0003', 3, '2026-0009'])).toThrow();
  expect(() => database.run("UPDATE certificates SET digest = 'x'")).toThrow('append-only');
  expect(() => database.run('DELETE FROM certificates')).toThrow('append-only');
});

it('lets consent events end with a destruction that is applied again, and not otherwise', async () => {
  await openedAsVersionThree();
  const { database } = office;
  database.exec(`
    INSERT INTO people VALUES ('p', 'o', 'k', x'00');
    INSERT INTO consent_forms VALUES ('f', 'o');
    INSERT INTO consent_form_versions VALUES ('v', 'f', 1, '{}', '2026-01-02T00:00:00.000Z', 'u');
    INSERT INTO consent_notices (digest, content) VALUES ('n', '{}');
    INSERT INTO consents VALUES ('c', 'p', 'v', 'en', 'n', '2026-01-02', x'00', '2026-01-02T00:00:00.000Z', 'u');
    INSERT INTO consent_events VALUES ('e', 'c', 'q', 'given', '2026-01-02', 1, '2026-01-02T00:00:00.000Z', 'u');
  `);
  expect(() => database.run('DELETE FROM consent_events')).toThrow('append-only');
  database.run("INSERT INTO restored_subjects VALUES ('consent', 'c', 'restore')");
  expect(database.run('DELETE FROM consent_events').changes).toBe(1);
});
