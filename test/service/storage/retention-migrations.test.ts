import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../../main/storage/database.ts';
import { migrations } from '../../../main/storage/migrations/index.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { cheapArgon2, makeOffice, password, signInName, temporaryFolder } from './office-fixture.ts';

let office: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  office = temporaryFolder();
});
afterEach(() => office.remove());

const at = '2026-01-02T00:00:00.000Z';

/** An office of the version before the migration with a hold, an open order and a record of nobody, looked at afterwards. */
async function across(name: string, look: (database: Database) => void): Promise<void> {
  const { folder } = office;
  const number = migrations.findIndex((migration) => migration.name === name);
  const before = await makeOffice(folder, { migrations: migrations.slice(0, number) });
  before.database.exec(`
    INSERT INTO office VALUES ('o', 'Office', 'Asia/Seoul', 'korea', 'k', '${at}');
    INSERT INTO users (id, staff_number, roles, sealed, created_at) VALUES ('u', 1, '["reviewer"]', x'00', '${at}');
    INSERT INTO retention_rules (id, office_id) VALUES ('r', 'o');
    INSERT INTO retention_rule_versions (id, rule_id, version, content, created_at) VALUES ('rv', 'r', 1, '{}', '${at}');
    INSERT INTO record_classes (id, office_id, name) VALUES ('k', 'o', '{}');
    INSERT INTO record_units (id, office_id, record_class_id, rule_version_id, state, state_before_order, order_id, collected_on,
        cause, separate_on)
      VALUES ('unit', 'o', 'k', 'rv', 'active', NULL, NULL, '2026-01-02', 'open', NULL);
    INSERT INTO holds (id, sealed, placed_at, placed_by) VALUES ('h', x'05', '${at}', 'u');
    INSERT INTO hold_units (hold_id, unit_id) VALUES ('h', 'unit');
    INSERT INTO destruction_orders (id, office_id, number, state, digest, unit_count, requested_at, requester_id)
      VALUES ('d', 'o', 'D-2026-0001', 'proposed', 'digest', 1, '${at}', 'u');
    INSERT INTO order_units (order_id, position, unit_id, content) VALUES ('d', 0, 'unit', '{}');
  `);
  before.close();
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const after = await openOffice(folder, holderId, password, {
    migrations: migrations.slice(0, number + 1),
    argon2: cheapArgon2,
  });
  try {
    expect(after.database.version).toBe(number + 1);
    look(after.database);
  } finally {
    after.close();
  }
}

it('a hold stays as it was placed: of the units it lists, without a reminder, asked to be released by nobody', () =>
  across('holds-and-separation', (database) => {
    expect(database.all('SELECT * FROM holds')).toEqual([
      {
        id: 'h',
        sealed: Buffer.of(5),
        placed_at: at,
        placed_by: 'u',
        released_at: null,
        released_by: null,
        query: null,
        remind_on: null,
        release_requested_at: null,
        release_requested_by: null,
      },
    ]);
    expect(database.all('SELECT hold_id, unit_id FROM hold_units')).toEqual([
      { hold_id: 'h', unit_id: 'unit' },
    ]);
    expect(database.get('SELECT clock_limit_days, retain_limit_days FROM retention_settings')).toEqual({
      clock_limit_days: 3,
      retain_limit_days: 365,
    });
    expect(() => database.run('UPDATE retention_settings SET clock_limit_days = 31')).toThrow();
    expect(database.value('SELECT count(*) FROM separated_records')).toBe(0);
  }));

it('an order that is open needs the one approval it needed, and nobody decides their own extension', () =>
  across('review', (database) => {
    expect(database.all('SELECT id, state, approvals_needed FROM destruction_orders')).toEqual([
      { id: 'd', state: 'proposed', approvals_needed: 1 },
    ]);
    expect(() => database.run('UPDATE destruction_orders SET approvals_needed = 6')).toThrow();
    const extend = `INSERT INTO retention_extensions (id, until, sealed, state, proposed_at, proposed_by, decided_at, decided_by)
      VALUES ('e', '2026-12-31', x'00', 'approved', '${at}', 'u', '${at}', 'u')`;
    expect(() => database.run(extend)).toThrow();
    // What was set aside goes with its record.
    database.run(`INSERT INTO set_aside_units VALUES ('unit', NULL, 'u', '${at}')`);
    database.run("DELETE FROM record_units WHERE id = 'unit'");
    expect(database.value('SELECT count(*) FROM set_aside_units')).toBe(0);
  }));

it('nothing was left out of an order, nobody stands in for anybody, and nobody names themselves', () =>
  across('delegations-and-settings', (database) => {
    expect(database.all('SELECT unit_id, left_out FROM order_units')).toEqual([
      { unit_id: 'unit', left_out: null },
    ]);
    expect(database.all('SELECT id, set_apart_on FROM record_units')).toEqual([
      { id: 'unit', set_apart_on: null },
    ]);
    expect(database.get('SELECT clock_limit_days, notifies FROM retention_settings')).toEqual({
      clock_limit_days: 3,
      notifies: 1,
    });
    database.run(
      `INSERT INTO users (id, staff_number, roles, sealed, created_at) VALUES ('w', 2, '["clerk"]', x'00', '${at}')`,
    );
    const lend = (absent: string, deputy: string, by: string) =>
      database.run(
        `INSERT INTO delegations (id, absent_id, deputy_id, from_on, through_on, entered_at, entered_by)
         VALUES (?, ?, ?, '2026-05-04', '2026-05-08', ?, ?)`,
        [`${absent}${deputy}${by}`, absent, deputy, at, by],
      );
    expect(() => lend('u', 'u', 'w')).toThrow();
    expect(() => lend('u', 'w', 'w')).toThrow();
    lend('u', 'w', 'u');
    expect(database.value('SELECT count(*) FROM delegations')).toBe(1);
  }));
