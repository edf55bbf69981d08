import { afterEach, beforeEach, expect, it } from 'vitest';
import { tasksOf } from '../../renderer/office/tasks.ts';
import { capture, exampleRule, membershipForm, publish } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { approvedOrder, releaseHold } from '../fixtures/order.ts';

/** What the desk leads with, as records come to be late: Korea's five days, Europe's thirty, none while a hold stands. */
let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.remove());

/** A record that falls due on this day. */
async function dueOn(day: string, jurisdiction: 'korea' | 'gdpr') {
  const content = exampleRule({
    period: 'P1Y',
    jurisdiction,
    name: { en: `${day} ${jurisdiction}`, ko: `${day} ${jurisdiction}` },
  });
  const { ruleId } = await office.as('reviewer').call('retention.addRule', { content });
  const form = await publish(office, membershipForm(ruleId));
  const [year, rest] = [Number(day.slice(0, 4)) - 1, day.slice(5)];
  // The day before, a year ago: its last day is kept in full.
  const givenOn = `${year}-${rest.slice(0, 2)}-${String(Number(rest.slice(3)) - 1).padStart(2, '0')}`;
  const { units } = await capture(office, form, { givenOn });
  return units[0]?.unitId ?? '';
}

async function desk(at: string) {
  office.clock.set(`${at}T01:00:00.000Z`);
  const home = await office.as('reviewer').call('office.home', {});
  const { dueUnits, overdueUnits, lateSoonUnits, lateSoonOn, ordersLate, ordersLateSoon } = home;
  return {
    units: [dueUnits, overdueUnits, lateSoonUnits, lateSoonOn],
    orders: [ordersLate, ordersLateSoon],
    leads: tasksOf(home, 'en')[0]?.name,
  };
}

it('counts each record against the days its own jurisdiction allows, and leads with what is about to be late', async () => {
  await dueOn('2026-05-04', 'korea');
  await dueOn('2026-05-04', 'gdpr');
  expect(await desk('2026-05-04')).toMatchObject({ units: [2, 0, 0, null] });
  expect(await desk('2026-05-07')).toMatchObject({ units: [2, 0, 0, null] });
  const soon = { units: [2, 0, 1, '2026-05-10'], leads: 'office.task.late_soon' };
  expect(await desk('2026-05-08')).toMatchObject(soon);
  expect(await desk('2026-05-09')).toMatchObject(soon);
  expect(await desk('2026-05-10')).toMatchObject({
    units: [2, 1, 0, null],
    leads: 'office.task.overdue',
  });
  expect(await desk('2026-06-02')).toMatchObject({ units: [2, 1, 1, '2026-06-04'] });
  expect(await desk('2026-06-04')).toMatchObject({ units: [2, 2, 0, null] });
});

it('what is on an order is late with it', async () => {
  await approvedOrder(office, [await dueOn('2026-05-04', 'korea')]);
  expect(await desk('2026-05-08')).toMatchObject({ units: [0, 0, 0, null], orders: [0, 1] });
  expect(await desk('2026-05-10')).toMatchObject({ units: [0, 0, 0, null], orders: [1, 0] });
});

it('what a hold stops is late for nobody until it is released', async () => {
  const unitIds = [await dueOn('2026-05-04', 'korea')];
  const other = await dueOn('2026-05-04', 'korea');
  const { holdId } = await office
    .as('reviewer')
    .call('retention.placeHold', { unitIds, authority: '법원', reason: '증거' });
  expect(await desk('2026-05-10')).toMatchObject({ units: [1, 1, 0, null] });
  await approvedOrder(office, [other]);
  expect(await desk('2026-05-10')).toMatchObject({ units: [0, 0, 0, null], orders: [1, 0] });
  await releaseHold(office, holdId);
  expect(await desk('2026-05-10')).toMatchObject({ units: [1, 1, 0, null] });
});
