import { afterEach, expect, it } from 'vitest';
import { writtenAt as at, migrated, officeAndUser } from './migrated.ts';
import { temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

it('names who handled what an order of before is about, as far as that is still there', async () => {
  const office = await migrated(
    folder,
    'order-handlers',
    `${officeAndUser}
    INSERT INTO users (id, staff_number, roles, sealed, created_at) VALUES ('v', 2, '[]', x'00', '${at}');
    INSERT INTO record_classes (id, office_id, name) VALUES ('c', 'o', '{}');
    INSERT INTO retention_rules (id, office_id, record_class_id) VALUES ('r', 'o', 'c');
    INSERT INTO retention_rule_versions (id, rule_id, version, content, created_at) VALUES ('w', 'r', 1, '{}', '${at}');
    INSERT INTO destruction_orders (id, office_id, number, state, digest, unit_count, requested_at, requester_id)
      VALUES ('d', 'o', 'D-2026-0001', 'proposed', '', 2, '${at}', 'u');
    INSERT INTO paper_entries (id, office_id, kind, label_number, code, registered_at, registered_by)
      VALUES ('1', 'o', 'box', 1, 'B-1', '${at}', 'v');
    INSERT INTO record_units (id, office_id, record_class_id, rule_version_id, state, collected_on, cause, carrier)
      VALUES ('1', 'o', 'c', 'w', 'ordered', '2020-01-01', 'open', 'paper');
    INSERT INTO order_units (order_id, position, unit_id, content) VALUES ('d', 0, '1', '{}'), ('d', 1, '2', '{}');`,
  );
  const { database } = office;
  expect(database.all('SELECT order_id, user_id FROM order_handlers')).toEqual([
    { order_id: 'd', user_id: 'v' },
  ]);
  expect(() => database.exec('DELETE FROM order_handlers')).toThrow('append-only');
  office.close();
});
