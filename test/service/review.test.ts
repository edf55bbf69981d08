import { afterEach, beforeEach, expect, it } from 'vitest';
import { capture, publishMembership } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { dueUnits, execute, propose } from '../fixtures/order.ts';

let office: TestOffice;
let unitIds: string[];
beforeEach(async () => {
  office = await openTestOffice();
  const form = await publishMembership(office);
  for (const name of ['김하나', '김두리', '김세찬'])
    await capture(office, form, { name, givenOn: '2025-01-10' });
  await capture(office, form, { name: '김네모', givenOn: '2026-01-10' });
  unitIds = await dueUnits(office);
});
afterEach(() => office.remove());

const why = (unitId = unitIds[0] ?? '') => office.as('reviewer').call('retention.explainUnit', { unitId });

it('a decision to retain needs a reason, a second person and an end within the limit', async () => {
  const desk = office.as('reviewer');
  const ask = { unitIds: unitIds.slice(0, 2), until: '2026-12-31', reason: '분쟁 진행 중' };
  expect((await desk.refused('retention.proposeExtension', { ...ask, until: '2026-05-04' })).code).toBe(
    'date_not_ahead',
  );
  expect((await desk.refused('retention.proposeExtension', { ...ask, until: '2027-05-05' })).code).toBe(
    'extension_too_long',
  );
  const { extensionId } = await desk.call('retention.proposeExtension', ask);
  const decision = { extensionId, decision: 'approve' } as const;
  expect((await desk.refused('retention.decideExtension', decision)).code).toBe('extension_by_proposer');
  expect((await why()).due.dueOn).toBe('2026-01-11');
  expect(await office.as('approver').call('retention.listExtensions', {})).toMatchObject({
    extensions: [{ extensionId, units: 2, until: '2026-12-31', reason: ask.reason, byMe: false }],
  });
  expect(await office.call('retention.decideExtension', decision)).toEqual({ units: 2 });
  expect((await office.refused('retention.decideExtension', decision)).code).toBe('extension_decided');
  expect((await why()).due).toMatchObject({ cause: 'retained', dueOn: '2027-01-01' });
  expect(await dueUnits(office)).toEqual(unitIds.slice(2));
});

it('what is set aside is left out of bulk actions until it is taken back by itself', async () => {
  const desk = office.as('reviewer');
  expect(await desk.call('retention.setAside', { unitIds: unitIds.slice(0, 1), referTo: null })).toEqual({
    units: 1,
  });
  expect((await desk.refused('destruction.proposeOrder', { unitIds })).code).toBe('unit_set_aside');
  const { groups } = await desk.call('retention.reviewGroups', {});
  expect(groups).toMatchObject([
    { cause: 'period_ends', due: 3, overdue: 3, setAside: 1, lateOn: '2026-01-17' },
  ]);
  await desk.call('retention.takeBack', { unitId: unitIds[0] ?? '' });
  await propose(office, unitIds);
});

it('a class with two stages needs two approvals by two people, and neither carries it out', async () => {
  const { classes } = await office.as('reviewer').call('retention.listClasses', {});
  const recordClassId = classes[0]?.recordClassId ?? '';
  await office.call('retention.setApprovalStages', { recordClassId, approvalStages: 2 });
  const order = await propose(office, unitIds);
  const { orderId, digest } = order;
  const approve = { orderId, digest };
  expect(await office.as('approver').call('destruction.approveOrder', approve)).toEqual({
    state: 'proposed',
  });
  expect((await office.refused('destruction.approveOrder', approve)).code).toBe('approval_twice');
  expect((await office.as('operator').refused('destruction.executeOrder', approve)).code).toBe(
    'order_not_approved',
  );
  expect(await office.as('supervisor').call('destruction.approveOrder', approve)).toEqual({
    state: 'approved',
  });
  expect((await office.refused('destruction.executeOrder', approve)).code).toBe('execution_by_approver');
  expect((await execute(office, order)).state).toBe('destroyed');
});

it('the calendar counts what falls due by month and class', async () => {
  const { months, classes, dueAlready, withoutDate } = await office
    .as('reviewer')
    .call('retention.calendar', {});
  expect(dueAlready).toBe(3);
  expect(withoutDate).toBe(0);
  expect(classes).toHaveLength(1);
  expect(months[0]).toBe('2026-05');
  expect(classes[0]?.units[months.indexOf('2027-01')]).toBe(1);
  expect(classes[0]?.units.reduce((sum, count) => sum + count, 0)).toBe(1);
});
