import { afterEach, expect, it } from 'vitest';
import { firstOffice } from '../../../main/storage/migrations/0001-first-office.ts';
import { signingKeys } from '../../../main/storage/migrations/0002-signing-keys.ts';
import { knownCopies } from '../../../main/storage/migrations/0003-known-copies.ts';
import { attachments } from '../../../main/storage/migrations/0004-attachments.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { type OfficeStorage, openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { cheapArgon2, makeOffice, password, signInName, temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

const at = '2026-01-02T00:00:00.000Z';
const before = [firstOffice, signingKeys, knownCopies];

/** An office of version 3 in which one person has given one consent. */
async function officeOfVersionThree(): Promise<void> {
  const office = await makeOffice(folder, { migrations: before });
  office.database.exec(`
    INSERT INTO office VALUES ('o', 'Office', 'Asia/Seoul', 'korea', 'k', '${at}');
    INSERT INTO users (id, staff_number, roles, sealed, created_at) VALUES ('u', 1, '[]', x'00', '${at}');
    INSERT INTO retention_rules VALUES ('r', 'o');
    INSERT INTO retention_rule_versions VALUES ('rv', 'r', 1, '{}', '${at}', 'u');
    INSERT INTO consent_forms VALUES ('f', 'o');
    INSERT INTO consent_form_versions VALUES ('fv', 'f', 1, '{}', '${at}', 'u');
    INSERT INTO consent_notices VALUES ('n', '{}');
    INSERT INTO people VALUES ('p', 'o', 'k', x'01');
    INSERT INTO consents VALUES ('c', 'p', 'fv', 'ko', 'n', '2026-01-02', x'02', '${at}', 'u');
    INSERT INTO record_units (id, office_id, person_id, consent_id, purpose_id, rule_version_id, state, triggered_on, kept_through, due_on, sealed)
      VALUES ('t', 'o', 'p', 'c', 'a', 'rv', 'active', '2026-01-02', '2027-01-02', '2027-01-03', x'03');
    INSERT INTO destruction_orders (id, office_id, number, state, digest, unit_count, requested_at, requester_id)
      VALUES ('d', 'o', 'D-2026-0001', 'executing', 'x', 1, '${at}', 'u');
    INSERT INTO executions (order_id, step, operator_id, epoch_before, started_at, planned)
      VALUES ('d', 'intended', 'u', 1, '${at}', '{}');
  `);
  office.close();
}

async function openedAsVersionFour(): Promise<OfficeStorage> {
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const migrations = [...before, attachments];
  return await openOffice(folder, holderId, password, { migrations, argon2: cheapArgon2 });
}

it('keeps what is there, and lets the index hear of every change but those of an execution', async () => {
  await officeOfVersionThree();
  const office = await openedAsVersionFour();
  const { database } = office;
  expect(database.version).toBe(4);
  expect(database.get('SELECT id, sealed FROM record_units')).toEqual({ id: 't', sealed: Buffer.of(3) });

  // Nobody is entered for what was there before: an index that is not there is made from everybody.
  const changes = () => database.all('SELECT number, person_id FROM search_changes ORDER BY number');
  expect(changes()).toEqual([]);
  const heardOf: [string, number][] = [
    ["UPDATE people SET sealed = x'11'", 1],
    ["UPDATE record_units SET sealed = x'13'", 2],
    ["UPDATE record_units SET state = 'separated'", 2],
    [`INSERT INTO consents VALUES ('c2', 'p', 'fv', 'ko', 'n', '2026-01-02', x'02', '${at}', 'u')`, 3],
  ];
  for (const [sql, number] of heardOf) {
    database.run(sql);
    expect(changes()).toEqual([{ number, person_id: 'p' }]);
  }
  database.run("UPDATE executions SET step = 'keys_destroyed'");
  database.run("UPDATE people SET sealed = x'21'");
  expect(changes()).toEqual([{ number: 3, person_id: 'p' }]);
  database.run("UPDATE executions SET step = 'rows_deleted'");

  database.run(
    `INSERT INTO attachments (id, person_id, unit_id, sealed, added_at, added_by) VALUES ('x', 'p', 't', x'04', '${at}', 'u')`,
  );
  database.run("DELETE FROM record_units WHERE id = 't'");
  expect(database.value('SELECT count(*) FROM attachments')).toBe(0);
  expect(changes()).toEqual([{ number: 4, person_id: 'p' }]);
  office.close();
});
