import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { destructionRegister } from '../../main/destruction/destruction-register.ts';
import { readCertificate } from '../../main/register/certificate.ts';
import { electronicContentOf } from '../../shared/domain/register/certificate.ts';
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
  const { holdId } = await hold(unitIds);
  const desk = office.as('operator');
  await desk.call('office.home', {});
  const before = writtenIn(office);
  const { orderId, digest } = order;
  expect((await desk.refused('destruction.executeOrder', { orderId, digest })).code).toBe('unit_held');
  expect(writtenIn(office)).toEqual(before);
  const view = await desk.call('destruction.getOrder', { orderId, limit: 10, offset: 0 });
  expect(view.heldUnitIds).toEqual(unitIds);
  expect(view.toDestroy).toBe(0);
  await releaseHold(office, holdId);
  expect((await execute(office, order)).state).toBe('destroyed');
});

/** What an order destroyed and what it left out, by every record that is kept of it. */
async function leavesOutTheLast(orderId: string): Promise<void> {
  const [gone = '', kept = ''] = unitIds;
  const { database } = office.storage;
  expect(database.all('SELECT id, state, order_id FROM record_units')).toEqual([
    { id: kept, state: 'active', order_id: null },
  ]);
  const number =
    database.value<string>('SELECT number FROM certificates WHERE order_id = ?', [orderId]) ?? '';
  const content = electronicContentOf(readCertificate(database, number));
  expect(content.units.map(({ unitId }) => unitId)).toEqual([gone]);
  expect(content.leftOut).toEqual([{ unitId: kept, reason: 'held' }]);
  expect(content.counts).toMatchObject({ units: 1, people: 1 });
  const [register] = database
    .all<{ entry: string }>("SELECT entry FROM audit_entries WHERE entry LIKE '%units_left_out%'")
    .map(({ entry }) => JSON.parse(entry).about);
  expect(register).toEqual({ orderId, number: 'D-2026-0001', units: 1 });
  expect(await dueUnits(office)).toEqual([kept]);
  const view = await office.as('reviewer').call('destruction.getOrder', { orderId, limit: 10, offset: 0 });
  expect(view).toMatchObject({ digestValid: true, leftOutUnitIds: [kept] });
  // A backup from before brings back what is held, and nothing else.
  const again = destructionRegister(office.storage, office.clock).content;
  expect(again.orders.map(({ units }) => units)).toEqual([[gone]]);
  const { units } = await office
    .as('reviewer')
    .call('retention.listUnits', { show: 'destroyed', limit: 10, offset: 0 });
  expect(units.map(({ unitId }) => unitId)).toEqual([gone]);
}

it('stops its units and no others', async () => {
  const order = await propose(office, unitIds);
  await approve(office, order);
  await hold(unitIds.slice(1));
  const { orderId } = order;
  const before = await office.as('operator').call('destruction.getOrder', { orderId, limit: 1, offset: 0 });
  expect(before).toMatchObject({ heldUnitIds: unitIds.slice(1), toDestroy: 1 });
  expect((await execute(office, order)).state).toBe('destroyed');
  await leavesOutTheLast(order.orderId);
});

it('stops its units inside an execution that is running, until the point of no return', async () => {
  const order = await propose(office, unitIds);
  await approve(office, order);
  const { orderId, digest } = order;
  await office.as('supervisor').call('office.home', {});
  office.events.length = 0;
  const running = office.answer('destruction.executeOrder', { orderId, digest });
  while (!office.events.some((event) => event.event === 'progress')) await nextTurn();
  const { units } = await office.call('retention.placeHold', {
    unitIds: unitIds.slice(1),
    authority,
    reason,
  });
  expect(units).toBe(1);
  expect(await running).toMatchObject({ ok: true, value: { state: 'destroyed' } });
  await leavesOutTheLast(orderId);
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
