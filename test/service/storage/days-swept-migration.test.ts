import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrations } from '../../../main/storage/migrations/index.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { exampleRule } from '../../fixtures/consent.ts';
import { cheapArgon2, makeOffice, password, signInName, temporaryFolder } from './office-fixture.ts';

let place: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  place = temporaryFolder();
});
afterEach(() => place.remove());

const number = migrations.findIndex(({ name }) => name === 'days-swept');

/** Units by the day they are due on and whether the sweep of the version before has counted them. */
async function migrated(units: readonly (readonly [id: string, dueOn: string | null, fellDue: 0 | 1])[]) {
  const { folder } = place;
  const before = await makeOffice(folder, { migrations: migrations.slice(0, number) });
  const at = '2026-01-02T00:00:00.000Z';
  before.database.exec(`
    INSERT INTO office VALUES ('o', 'Office', 'Asia/Seoul', 'korea', 'k', '${at}');
    INSERT INTO record_classes (id, office_id, name) VALUES ('k', 'o', '{}');
    INSERT INTO retention_rules (id, office_id, record_class_id) VALUES ('r', 'o', 'k');
  `);
  before.database.run(
    `INSERT INTO retention_rule_versions (id, rule_id, version, content, created_at) VALUES ('v', 'r', 1, ?, '${at}')`,
    [JSON.stringify(exampleRule())],
  );
  for (const [id, dueOn, fellDue] of units)
    before.database.run(
      `INSERT INTO record_units (id, office_id, record_class_id, rule_version_id, state, collected_on, kept_through, due_on, cause, fell_due)
       VALUES (?, 'o', 'k', 'v', 'active', '2026-01-02', ?, ?, 'period_ends', ?)`,
      [id, dueOn, dueOn, fellDue],
    );
  before.close();
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const office = await openOffice(folder, holderId, password, {
    migrations: migrations.slice(0, number + 1),
    argon2: cheapArgon2,
  });
  const { database } = office;
  const found = {
    sweptThrough: database.value('SELECT swept_through FROM days_swept') ?? null,
    dueAlready: database
      .all<{ unit_id: string }>('SELECT unit_id FROM units_due_already')
      .map((row) => row.unit_id),
    units: database.value('SELECT count(*) FROM record_units'),
  };
  office.close();
  return found;
}

it('takes the latest day that was counted for the day swept, and lists what was passed over', async () => {
  const units = [
    ['counted', '2026-03-01', 1],
    ['counted last', '2026-04-01', 1],
    ['dated back', '2026-03-15', 0],
    ['to come', '2026-05-01', 0],
    ['undated', null, 0],
  ] as const;
  expect(await migrated(units)).toEqual({
    sweptThrough: '2026-04-01',
    dueAlready: ['dated back'],
    units: units.length,
  });
});

it('has swept nothing where nothing had fallen due', async () => {
  expect(await migrated([['to come', '2026-05-01', 0]])).toEqual({
    sweptThrough: null,
    dueAlready: [],
    units: 1,
  });
});
