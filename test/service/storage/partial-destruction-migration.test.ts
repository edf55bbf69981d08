import { afterEach, expect, it } from 'vitest';
import { migrated, officeAndUser, writtenAt } from './migrated.ts';
import { temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

const rows = `${officeAndUser}
  INSERT INTO destruction_orders (id, office_id, number, state, digest, unit_count, requested_at, requester_id)
    VALUES ('order', 'o', 'D-2026-0001', 'approved', 'd', 2, '${writtenAt}', 'u');
  INSERT INTO order_units (order_id, position, unit_id, content, leaf, left_out, group_position)
    VALUES ('order', 0, 'box 1', '{}', x'01', NULL, 1), ('order', 1, 'box 2', '{}', NULL, 'held', 1);
  INSERT INTO shredding_machines VALUES ('m', 'o', 'M-0001', 'shred', 'P-4', 'on_site', x'00', '${writtenAt}', 'u', NULL);
  INSERT INTO paper_batches (id, order_id, number, state, method, place, level, machine_id, operator_id, started_at, facts)
    VALUES ('b', 'order', 'B-2026-0001', 'finished', 'shred', 'on_site', 'P-4', 'm', 'u', '${writtenAt}', '{}');
  INSERT INTO batch_signatures (batch_id, duty, user_id, way, statement, at) VALUES ('b', 'operator', 'u', 'paper', '{}', '${writtenAt}');
  INSERT INTO sealed_containers VALUES ('c', 'order', 'KR-1', '${writtenAt}', 'u', NULL);
  INSERT INTO order_paper_units VALUES ('order', 'box 1', 'destroyed', 'c', 'b'), ('order', 'box 2', 'left_out', NULL, NULL);
  INSERT INTO order_files VALUES ('f', 'order', 'b', 'photo_after', 'd', '${writtenAt}', 'u');
  INSERT INTO paper_entries (id, office_id, kind, label_number, code, registered_at, registered_by)
    VALUES ('folder', 'o', 'folder', 1, 'F-1', '${writtenAt}', 'u'), ('part', 'o', 'document', 2, 'D-2', '${writtenAt}', 'u');
`;

it('keeps batches with what refers to them, and what was taken off orders', async () => {
  const office = await migrated(folder, 'partial-destruction', rows);
  const { database } = office;
  expect(database.all('SELECT id, method, machine_id FROM paper_batches')).toEqual([
    { id: 'b', method: 'shred', machine_id: 'm' },
  ]);
  expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
  expect(database.value('SELECT batch_id FROM order_paper_units WHERE unit_id = ?', ['box 1'])).toBe('b');
  expect(
    database.all('SELECT unit_id, leaf, left_out, group_position FROM order_units ORDER BY position'),
  ).toEqual([
    { unit_id: 'box 1', leaf: Buffer.from([1]), left_out: null, group_position: 1 },
    { unit_id: 'box 2', leaf: null, left_out: 'held', group_position: 1 },
  ]);
  // A batch that is done by hand has neither machine nor vendor; one of a machine has exactly one of the two.
  const batch = (id: string, method: string, machine: string | null) =>
    database.run(
      `INSERT INTO paper_batches (id, order_id, number, state, method, place, machine_id, operator_id, started_at)
       VALUES (?, 'order', ?, 'running', ?, 'on_site', ?, 'u', ?)`,
      [id, id, method, machine, writtenAt],
    );
  batch('by hand', 'mask', null);
  expect(() => batch('nothing', 'shred', null)).toThrow(/CHECK/);
  expect(() => batch('both', 'punch', 'm')).toThrow(/CHECK/);
  expect(() =>
    database.run(
      "INSERT INTO batch_signatures (batch_id, duty, user_id, way, statement, at) VALUES ('x', 'operator', 'u', 'paper', '{}', 'x')",
    ),
  ).toThrow(/FOREIGN KEY/);
  // A part goes with its entry.
  database.run("INSERT INTO paper_parts VALUES ('part', 'folder', 'mask', '[]')");
  database.run("DELETE FROM paper_entries WHERE id = 'part'");
  expect(database.all('SELECT * FROM paper_parts')).toEqual([]);
  office.close();
});
