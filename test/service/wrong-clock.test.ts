import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  capture,
  findRules,
  membershipForm,
  type PublishedForm,
  publish,
  publishMembership,
} from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { approvedOrder, dueUnits, execute } from '../fixtures/order.ts';
import { setByTwo } from '../fixtures/retention-setting.ts';

let office: TestOffice;
let form: PublishedForm;
beforeEach(async () => {
  office = await openTestOffice();
  form = await publishMembership(office);
  await capture(office, form, { name: '김하나', givenOn: '2025-01-10' });
  // Due on 2026-05-11.
  await capture(office, form, { name: '김두리', givenOn: '2025-05-10' });
  office.confirmsDates = false;
});
afterEach(() => office.remove());

const state = () => office.as('operator').call('retention.clockState', {});
const fellDue = () =>
  office.storage.database.value<number>(
    `SELECT coalesce(sum(entry ->> '$.about.units'), 0) FROM audit_entries WHERE entry ->> '$.code' = 'retention.units_fell_due'`,
  );
const reopen = async (at: string) => {
  await office.restart();
  office.clock.set(at);
};

it.each([
  ['2026-05-07T00:59:00.000Z', null],
  ['2026-05-07T01:01:00.000Z', 'forward'],
  ['2026-05-04T00:30:00.000Z', null],
  ['2026-05-03T23:59:00.000Z', 'back'],
] as const)('seen on 2026-05-04 at 01:00, opened at %s: %s', async (at, trouble) => {
  await state();
  await reopen(at);
  expect(await state()).toMatchObject({
    trouble,
    limitDays: 3,
    ...(trouble === null ? {} : { seenOn: '2026-05-04' }),
  });
  expect((await office.call('office.home', {})).clockTroubled).toBe(trouble !== null);
});

it('a clock that jumped forward lets nothing fall due and destroys nothing until a reviewer confirms the date', async () => {
  const order = await approvedOrder(office, await dueUnits(office));
  await reopen('2026-06-01T01:00:00.000Z');
  const { orderId, digest } = order;
  const operator = office.as('operator');
  expect((await operator.refused('destruction.executeOrder', { orderId, digest })).code).toBe(
    'clock_jumped_forward',
  );
  expect(fellDue()).toBe(0);
  // Nothing wears the doubt off: not another start, not waiting.
  await office.restart();
  expect((await state()).trouble).toBe('forward');
  expect((await operator.refused('retention.confirmClock', { today: '2026-06-01' })).code).toBe('forbidden');
  const reviewer = office.as('reviewer');
  expect((await reviewer.refused('retention.confirmClock', { today: '2026-05-31' })).code).toBe(
    'clock_date_changed',
  );
  // What was missed is caught up with, once.
  expect(await reviewer.call('retention.confirmClock', { today: '2026-06-01' })).toEqual({ swept: 2 });
  expect((await reviewer.refused('retention.confirmClock', { today: '2026-06-01' })).code).toBe(
    'clock_not_troubled',
  );
  expect(fellDue()).toBe(2);
  expect((await state()).trouble).toBeNull();
  expect((await execute(office, order)).state).toBe('destroyed');
  const entries = office.storage.database.all<{ entry: string }>(
    "SELECT entry FROM audit_entries WHERE entry LIKE '%units_fell_due%'",
  );
  expect(entries.map(({ entry }) => JSON.parse(entry).about)).toEqual([{ units: 2, on: '2026-06-01' }]);
});

it('a clock set right again needs nobody', async () => {
  await state();
  await reopen('2036-06-01T01:00:00.000Z');
  expect((await state()).trouble).toBe('forward');
  await reopen('2026-05-05T01:00:00.000Z');
  expect((await state()).trouble).toBeNull();
});

it('a confirmed date that was wrong is confirmed back', async () => {
  await state();
  await reopen('2027-05-04T01:00:00.000Z');
  await office.as('reviewer').call('retention.confirmClock', { today: '2027-05-04' });
  await reopen('2026-05-05T01:00:00.000Z');
  expect((await state()).trouble).toBe('back');
  await office.as('reviewer').call('retention.confirmClock', { today: '2026-05-05' });
  expect((await state()).trouble).toBeNull();
});

it('the office decides how long it may stay closed', async () => {
  await setByTwo(office, { setting: 'clock_limit', days: 10 });
  await reopen('2026-05-13T01:00:00.000Z');
  expect(await state()).toMatchObject({ trouble: null, limitDays: 10 });
});

it('a checkpoint says when it was signed, so none is signed by a clock that is doubted', async () => {
  await state();
  const signed = () =>
    office.storage.database.all<{ signed_at: string }>(
      'SELECT signed_at FROM audit_checkpoints ORDER BY size',
    );
  const before = signed();
  expect(before.length).toBeGreaterThan(0);
  for (const wrong of ['2036-06-01T01:00:00.000Z', '2026-05-03T01:00:00.000Z']) {
    await reopen(wrong);
    expect((await state()).trouble).not.toBeNull();
    expect(signed()).toEqual(before);
  }
  await reopen('2026-05-05T01:00:00.000Z');
  await state();
  expect(
    signed()
      .slice(before.length)
      .map(({ signed_at: at }) => at.slice(0, 10)),
  ).toEqual(['2026-05-05']);
});

it('who withdraws while the clock is years ahead does not wait for those years, and no period ends earlier by it', async () => {
  const { consented, obliged } = await findRules(office);
  const both = await publish(office, membershipForm(obliged, consented));
  const { consentId, units } = await capture(office, both, {
    name: '김세찬',
    additional: true,
    givenOn: '2026-05-01',
  });
  await reopen('2036-06-01T01:00:00.000Z');
  const purposeIds = [both.essential, both.additional];
  await office.as('clerk').call('collection.withdraw', { consentId, purposeIds });
  await reopen('2026-05-06T01:00:00.000Z');
  const dates = [];
  for (const { unitId } of units) {
    const { due, happenings } = await office.as('reviewer').call('retention.explainUnit', { unitId });
    dates.push([due.cause, due.dueOn, due.separateOn]);
    expect(happenings).toEqual([{ kind: 'consent_withdrawn', event: null, on: '2026-05-06' }]);
  }
  expect(dates).toEqual([
    ['withdrawn_but_obliged', '2031-05-02', '2026-05-06'],
    ['consent_withdrawn', '2026-05-06', null],
  ]);
  const entries = office.storage.database.all<{ entry: string }>(
    "SELECT entry FROM audit_entries WHERE entry LIKE '%happenings_redated%'",
  );
  expect(entries.map(({ entry }) => JSON.parse(entry).about)).toEqual([{ units: 2, on: '2026-05-06' }]);
});
