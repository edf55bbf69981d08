import { afterEach, expect, it } from 'vitest';
import { migrated, officeAndUser, writtenAt } from './migrated.ts';
import { temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

const rows = `${officeAndUser}
  INSERT INTO record_classes (id, office_id, name) VALUES ('c', 'o', '{}');
  INSERT INTO retention_rules (id, office_id, record_class_id) VALUES ('r', 'o', 'c');
  INSERT INTO retention_rule_versions (id, rule_id, version, content, created_at) VALUES ('v', 'r', 1, '{}', '${writtenAt}');
  INSERT INTO people (id, office_id, data_key_id, sealed) VALUES ('p', 'o', 'k', x'01');
  INSERT INTO record_units (id, office_id, person_id, record_class_id, rule_version_id, state, collected_on, cause)
    VALUES ('file', 'o', 'p', 'c', 'v', 'active', '2026-01-02', 'open');
  INSERT INTO record_units (id, office_id, record_class_id, rule_version_id, carrier, state, collected_on, cause)
    VALUES ('box', 'o', 'c', 'v', 'paper', 'active', '2026-01-02', 'open');
  INSERT INTO attachments (id, person_id, unit_id, sealed, added_at, added_by) VALUES ('a', 'p', 'file', x'02', '${writtenAt}', 'u');
  INSERT INTO paper_entries (id, office_id, kind, label_number, code, registered_at, registered_by)
    VALUES ('shelf-site', 'o', 'site', 1, 'HQ-1', '${writtenAt}', 'u');
  INSERT INTO paper_entries (id, office_id, kind, parent_id, label_number, code, sheets, registered_at, registered_by)
    VALUES ('box', 'o', 'box', 'shelf-site', 2, 'B-2', 900, '${writtenAt}', 'u');
  INSERT INTO paper_movements (id, entry_id, what, at, user_id) VALUES ('m', 'box', 'registered', '${writtenAt}', 'u');
  INSERT INTO paper_people (entry_id, person_id) VALUES ('box', 'p');
  INSERT INTO paper_inventories (id, office_id, place_id, place_code, begun_at, begun_by)
    VALUES ('i', 'o', 'shelf-site', 'HQ-1', '${writtenAt}', 'u');
  INSERT INTO paper_inventory_entries (inventory_id, entry_id, code, expected) VALUES ('i', 'box', 'B-2', 1);
`;

it('keeps the registry of paper and every attached file, and lets files belong to a unit of nobody', async () => {
  const office = await migrated(folder, 'paper-destruction', rows);
  const { database } = office;
  expect(
    database.all('SELECT id, parent_id, sheets, state FROM paper_entries ORDER BY label_number'),
  ).toEqual([
    { id: 'shelf-site', parent_id: null, sheets: null, state: 'on_shelf' },
    { id: 'box', parent_id: 'shelf-site', sheets: 900, state: 'on_shelf' },
  ]);
  for (const table of ['paper_movements', 'paper_people', 'paper_inventories', 'paper_inventory_entries'])
    expect(database.value(`SELECT count(*) FROM ${table}`)).toBe(1);
  expect(database.all('SELECT id, person_id, unit_id FROM attachments')).toEqual([
    { id: 'a', person_id: 'p', unit_id: 'file' },
  ]);
  database.run(
    "INSERT INTO attachments (id, person_id, unit_id, sealed, added_at, added_by) VALUES ('b', NULL, 'box', x'03', ?, 'u')",
    [writtenAt],
  );
  // A file goes with its unit, whoever's it was.
  database.run('DELETE FROM record_units');
  expect(database.all('SELECT id FROM attachments')).toEqual([]);
  office.close();
});
