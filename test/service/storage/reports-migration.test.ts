import { afterEach, expect, it } from 'vitest';
import { migrations } from '../../../main/storage/migrations/index.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { cheapArgon2, makeOffice, password, signInName, temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

const place = migrations.findIndex(({ name }) => name === 'reports');
const at = '2026-01-02T00:00:00.000Z';
const entry = (sequence: number) =>
  JSON.stringify({
    about: {},
    actorId: null,
    at,
    code: 'office.created',
    format: 'ashbook-audit/1',
    sequence,
    staffNumber: 7,
  });
const unit = (unitId: string, cause: string) => JSON.stringify({ unitId, ruleVersionId: 'v', cause });

it('adds up the units of orders that there are, and finds entries of the log by what they say', async () => {
  const before = await makeOffice(folder, { migrations: migrations.slice(0, place) });
  before.database.exec(`
    INSERT INTO office VALUES ('o', 'Office', 'Asia/Seoul', 'korea', 'k', '${at}');
    INSERT INTO users (id, staff_number, roles, sealed, created_at) VALUES ('u', 1, '[]', x'00', '${at}');
    INSERT INTO record_classes (id, office_id, name) VALUES ('c', 'o', '{}');
    INSERT INTO retention_rules (id, office_id, record_class_id) VALUES ('r', 'o', 'c');
    INSERT INTO retention_rule_versions (id, rule_id, version, content, created_at) VALUES ('v', 'r', 1, '{}', '${at}');
    INSERT INTO destruction_orders (id, office_id, number, state, digest, unit_count, requested_at, requester_id)
      VALUES ('d', 'o', 'D-2026-0001', 'proposed', '', 3, '${at}', 'u');
    INSERT INTO record_units (id, office_id, record_class_id, rule_version_id, state, collected_on, cause)
      VALUES ('1', 'o', 'c', 'v', 'ordered', '2020-01-01', 'open'), ('2', 'o', 'c', 'v', 'ordered', '2020-02-01', 'open');
    INSERT INTO order_units (order_id, position, unit_id, content) VALUES
      ('d', 0, '1', '${unit('1', 'period_ends')}'), ('d', 1, '2', '${unit('2', 'period_ends')}'),
      ('d', 2, '3', '${unit('3', 'consent_withdrawn')}');
    INSERT INTO audit_entries VALUES (0, '${entry(0)}', x'00'), (1, 'no entry', x'00');
  `);
  before.close();
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const office = await openOffice(folder, holderId, password, {
    migrations: migrations.slice(0, place + 1),
    argon2: cheapArgon2,
  });
  const { database } = office;
  expect(
    database.all(
      'SELECT cause, units, carrier, collected_from, collected_through FROM order_groups ORDER BY cause',
    ),
  ).toEqual([
    {
      cause: 'consent_withdrawn',
      units: 1,
      carrier: 'electronic',
      collected_from: null,
      collected_through: null,
    },
    {
      cause: 'period_ends',
      units: 2,
      carrier: 'electronic',
      collected_from: '2020-01-01',
      collected_through: '2020-02-01',
    },
  ]);
  expect(
    database.all('SELECT sequence, at, code, staff_number FROM audit_entries ORDER BY sequence'),
  ).toEqual([
    { sequence: 0, at, code: 'office.created', staff_number: 7 },
    { sequence: 1, at: null, code: null, staff_number: null },
  ]);
  expect(() => database.exec("DELETE FROM order_groups WHERE order_id = 'd'")).toThrow();
  office.close();
});
