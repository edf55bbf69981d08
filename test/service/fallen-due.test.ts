import { afterEach, beforeEach, expect, it } from 'vitest';
import { beginRecordClass } from '../../main/retention/retention-rule.ts';
import { sweepUnits } from '../../main/retention/sweep.ts';
import { insertUnit, recordHappening } from '../../main/retention/unit-dates.ts';
import { exampleRule } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await office.as('reviewer').call('office.status', {});
});
afterEach(() => office.remove());

const ruleVersionId = crypto.randomUUID();
const begin = () => {
  const { database } = office.storage;
  database.transaction(() =>
    beginRecordClass(database, {
      ruleId: crypto.randomUUID(),
      ruleVersionId,
      recordClassId: crypto.randomUUID(),
      officeId: database.value<string>('SELECT id FROM office') ?? '',
      content: exampleRule({ period: 'P1Y' }),
      createdAt: '2026-01-01T00:00:00.000Z',
      createdBy: null,
      approvedBy: null,
    }),
  );
};

function keep(collectedOn: string): string {
  const { database } = office.storage;
  const id = crypto.randomUUID();
  const common = { personId: null, consentId: null, purposeId: null, sealed: null };
  const officeId = database.value<string>('SELECT id FROM office') ?? '';
  database.transaction(() => insertUnit(database, { id, officeId, ruleVersionId, collectedOn, ...common }));
  return id;
}

/** What a sweep on this day enters as fallen due. */
function sweep(today: string): number {
  const { database, vault } = office.storage;
  office.clock.set(`${today}T01:00:00.000Z`);
  office.storage.database.run('DELETE FROM clock_watermark');
  const entries = () =>
    database.value<number>(
      `SELECT coalesce(sum(entry ->> '$.about.units'), 0) FROM audit_entries WHERE entry ->> '$.code' = 'retention.units_fell_due'`,
    ) ?? 0;
  const before = entries();
  database.transaction(() => sweepUnits({ database, vault, clock: office.clock }, today));
  return entries() - before;
}

it('counts each day that comes once, also days that had passed when they were set', () => {
  begin();
  expect(sweep('2026-05-04')).toBe(0);
  keep('2025-05-04');
  // Due since January: collected on paper long ago, entered today.
  const late = keep('2025-01-10');
  expect(sweep('2026-05-04')).toBe(1);
  expect(sweep('2026-05-04')).toBe(0);
  expect(sweep('2026-05-05')).toBe(1);
  expect(sweep('2026-05-06')).toBe(0);
  // Another day is set for it, which has passed as well.
  const { database } = office.storage;
  database.transaction(() =>
    recordHappening(database, late, { kind: 'consent_withdrawn', event: null, on: '2025-06-01' }),
  );
  expect(database.value('SELECT count(*) FROM units_due_already')).toBe(1);
  expect(sweep('2026-05-06')).toBe(1);
  expect(sweep('2026-05-07')).toBe(0);
});

it('a clock set back counts nothing twice and forgets nothing', () => {
  begin();
  keep('2025-05-10');
  expect(sweep('2026-05-20')).toBe(1);
  expect(sweep('2026-05-01')).toBe(0);
  // Its day is between the two dates: it has not come yet.
  keep('2025-05-14');
  expect(sweep('2026-05-01')).toBe(0);
  expect(sweep('2026-05-15')).toBe(1);
  expect(sweep('2026-05-21')).toBe(0);
});

it('what is destroyed before it is counted is not counted', () => {
  begin();
  expect(sweep('2026-05-04')).toBe(0);
  const gone = keep('2025-01-10');
  office.storage.database.run('DELETE FROM record_units WHERE id = ?', [gone]);
  expect(sweep('2026-05-05')).toBe(0);
});
