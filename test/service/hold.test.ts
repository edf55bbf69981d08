import { afterEach, beforeEach, expect, it } from 'vitest';
import { capture, type PublishedForm, publishMembership } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { approve, dueUnits, execute, propose, releaseHold } from '../fixtures/order.ts';
import { writtenIn } from '../fixtures/written.ts';

let office: TestOffice;
let form: PublishedForm;
let people: string[];
let unitIds: string[];
beforeEach(async () => {
  office = await openTestOffice();
  form = await publishMembership(office);
  people = [];
  for (const name of ['김하나', '김두리']) {
    people.push((await capture(office, form, { name, givenOn: '2025-01-10' })).personId);
  }
  unitIds = await dueUnits(office);
});
afterEach(() => office.remove());

const authority = '서울중앙지방법원';
const reason = '증거보전 결정';
const hold = (ids: string[]) =>
  office.as('reviewer').call('retention.placeHold', { unitIds: ids, authority, reason });
const nothing = { personIds: [], recordClassIds: [], collectedFrom: null, collectedTo: null };

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
  expect(await releaseHold(office, holdId)).toBe(1);
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
  await releaseHold(office, holdId);
  expect((await execute(office, order)).state).toBe('destroyed');
});

it('stays until each hold on a unit is released', async () => {
  const first = await hold(unitIds);
  const second = await hold(unitIds.slice(0, 1));
  await releaseHold(office, first.holdId);
  expect((await office.as('reviewer').refused('destruction.proposeOrder', { unitIds })).code).toBe(
    'unit_held',
  );
  await releaseHold(office, second.holdId);
  await propose(office, unitIds);
});

it('is released by one person with the consent of another, or kept', async () => {
  const { holdId } = await hold(unitIds);
  const desk = office.as('reviewer');
  const release = { holdId, decision: 'release' } as const;
  expect((await desk.refused('retention.decideHoldRelease', release)).code).toBe(
    'hold_release_not_requested',
  );
  await desk.call('retention.requestHoldRelease', { holdId });
  expect((await desk.refused('retention.requestHoldRelease', { holdId })).code).toBe(
    'hold_release_requested',
  );
  expect((await desk.refused('retention.decideHoldRelease', release)).code).toBe('hold_release_by_requester');
  expect((await desk.call('retention.listHolds', {})).holds).toEqual([
    {
      holdId,
      authority,
      reason,
      units: 2,
      byQuery: false,
      placedAt: '2026-05-04T01:00:00.000Z',
      staffNumber: 3,
      remindOn: null,
      isToBeReviewed: false,
      releaseRequest: { at: '2026-05-04T01:00:00.000Z', staffNumber: 3, byMe: true },
    },
  ]);
  await office.as('approver').call('retention.decideHoldRelease', { holdId, decision: 'keep' });
  expect((await office.call('retention.listHolds', {})).holds).toMatchObject([
    { holdId, releaseRequest: null },
  ]);
  expect(await releaseHold(office, holdId)).toBe(2);
  expect((await office.call('retention.listHolds', {})).holds).toEqual([]);
  const before = writtenIn(office);
  expect((await office.refused('retention.requestHoldRelease', { holdId })).code).toBe(
    'hold_released_already',
  );
  expect((await office.refused('retention.requestHoldRelease', { holdId: crypto.randomUUID() })).code).toBe(
    'not_found',
  );
  expect(writtenIn(office)).toEqual(before);
});

it('covers by a query what is there and what comes later, and nothing else', async () => {
  const query = { ...nothing, personIds: people.slice(0, 1), collectedFrom: '2025-01-01' };
  const desk = office.as('reviewer');
  expect(await desk.call('retention.previewHold', { query })).toEqual({ units: 1 });
  const placed = { unitIds: [], query, remindOn: '2026-06-01', authority, reason };
  const { holdId, units } = await desk.call('retention.placeHold', placed);
  expect(units).toBe(1);
  // Collected afterwards: of the same person, of another, of the same person but before the day.
  await capture(office, form, { personId: people[0] ?? '', givenOn: '2025-03-10' });
  await capture(office, form, { personId: people[1] ?? '', givenOn: '2025-03-10' });
  await capture(office, form, { personId: people[0] ?? '', givenOn: '2024-12-31' });
  const list = async () => (await office.as('reviewer').call('retention.listHolds', {})).holds;
  expect(await list()).toMatchObject([{ holdId, units: 2, byQuery: true, isToBeReviewed: false }]);
  expect((await desk.call('retention.listUnits', { show: 'held', limit: 10, offset: 0 })).total).toBe(2);
  // The day of the reminder ends nothing.
  office.clock.set('2026-06-01T01:00:00.000Z');
  expect(await list()).toMatchObject([{ isToBeReviewed: true }]);
  expect((await desk.refused('destruction.proposeOrder', { unitIds })).code).toBe('unit_held');
});

it('by classes, and not by nothing', async () => {
  const { units } = await office
    .as('reviewer')
    .call('retention.listUnits', { show: 'due', limit: 10, offset: 0 });
  const recordClassIds = [units[0]?.recordClassId ?? ''];
  expect(await office.call('retention.previewHold', { query: { ...nothing, recordClassIds } })).toEqual({
    units: 2,
  });
  expect((await office.refused('retention.previewHold', { query: nothing })).code).toBe('hold_without_scope');
  for (const scope of [
    { unitIds: [], query: null },
    { unitIds, query: { ...nothing, recordClassIds } },
  ]) {
    expect((await office.refused('retention.placeHold', { ...scope, authority, reason })).code).toBe(
      'hold_without_scope',
    );
  }
});

it('cannot be placed on what does not exist', async () => {
  await office.as('reviewer').call('office.home', {});
  const before = writtenIn(office);
  const error = await office.as('reviewer').refused('retention.placeHold', {
    unitIds: [...unitIds, crypto.randomUUID()],
    authority,
    reason,
  });
  expect(error.code).toBe('unit_not_found');
  expect(writtenIn(office)).toEqual(before);
});
