import { afterEach, beforeEach, expect, it } from 'vitest';
import { capture, publishMembership } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { approve, dueUnits, execute, propose } from '../fixtures/order.ts';
import { writtenIn } from '../fixtures/written.ts';

let office: TestOffice;
let unitIds: string[];
beforeEach(async () => {
  office = await openTestOffice();
  const form = await publishMembership(office);
  for (const name of ['김하나', '김두리']) await capture(office, form, { name, givenOn: '2025-01-10' });
  unitIds = await dueUnits(office);
});
afterEach(() => office.remove());

const authority = '서울중앙지방법원';
const reason = '증거보전 결정';
const hold = (ids: string[]) =>
  office.as('reviewer').call('retention.placeHold', { unitIds: ids, authority, reason });

it('keeps its units from being put on an order, until it is released', async () => {
  const { holdId } = await hold(unitIds.slice(0, 1));
  const before = writtenIn(office);
  expect((await office.as('reviewer').refused('destruction.proposeOrder', { unitIds })).code).toBe(
    'unit_held',
  );
  expect(writtenIn(office)).toEqual(before);
  const held = await office
    .as('reviewer')
    .call('retention.listUnits', { show: 'held', limit: 10, offset: 0 });
  expect(held.units.map((unit) => [unit.unitId, unit.holdId])).toEqual([[unitIds[0], holdId]]);
  expect(await office.call('retention.releaseHold', { holdId })).toEqual({ units: 1 });
  expect((await propose(office, unitIds)).number).toBe('D-2026-0001');
});

it('stops an order that is approved already, at the last moment too', async () => {
  const order = await propose(office, unitIds);
  await approve(office, order);
  const { holdId } = await hold(unitIds.slice(1));
  const desk = office.as('operator');
  await desk.call('office.home', {});
  const before = writtenIn(office);
  const { orderId, digest } = order;
  expect((await desk.refused('destruction.executeOrder', { orderId, digest })).code).toBe('unit_held');
  expect(writtenIn(office)).toEqual(before);
  const view = await desk.call('destruction.getOrder', { orderId, limit: 10, offset: 0 });
  expect(view.heldUnitIds).toEqual(unitIds.slice(1));
  await office.as('reviewer').call('retention.releaseHold', { holdId });
  expect((await execute(office, order)).state).toBe('destroyed');
});

it('stays until each hold on a unit is released', async () => {
  const first = await hold(unitIds);
  const second = await hold(unitIds.slice(0, 1));
  const desk = office.as('reviewer');
  await desk.call('retention.releaseHold', { holdId: first.holdId });
  expect((await desk.refused('destruction.proposeOrder', { unitIds })).code).toBe('unit_held');
  await desk.call('retention.releaseHold', { holdId: second.holdId });
  await propose(office, unitIds);
});

it('is listed with its authority and reason, and released once', async () => {
  const { holdId } = await hold(unitIds);
  const desk = office.as('reviewer');
  expect((await desk.call('retention.listHolds', {})).holds).toEqual([
    { holdId, authority, reason, units: 2, placedAt: '2026-05-04T01:00:00.000Z', staffNumber: 3 },
  ]);
  await desk.call('retention.releaseHold', { holdId });
  expect((await desk.call('retention.listHolds', {})).holds).toEqual([]);
  const before = writtenIn(office);
  expect((await desk.refused('retention.releaseHold', { holdId })).code).toBe('hold_released_already');
  expect((await desk.refused('retention.releaseHold', { holdId: crypto.randomUUID() })).code).toBe(
    'not_found',
  );
  expect(writtenIn(office)).toEqual(before);
});

it('cannot be placed on what does not exist', async () => {
  const before = writtenIn(office);
  const error = await office.as('reviewer').refused('retention.placeHold', {
    unitIds: [...unitIds, crypto.randomUUID()],
    authority,
    reason,
  });
  expect(error.code).toBe('unit_not_found');
  expect(writtenIn(office)).toEqual(before);
});
