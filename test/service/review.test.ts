import { afterEach, beforeEach, expect, it } from 'vitest';
import type { UnitFilter } from '../../shared/contract/retention.ts';
import { capture, publishMembership } from '../fixtures/consent.ts';
import { openTestOffice, type StaffMember, staff, type TestOffice } from '../fixtures/office.ts';
import { approvedOrder, dueUnits, execute, propose } from '../fixtures/order.ts';
import { setByTwo } from '../fixtures/retention-setting.ts';

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
  // Whatever is decided about all of them is not decided about this one, whoever sends it and however.
  const until = '2026-12-31';
  for (const refused of [
    await desk.refused('destruction.proposeOrder', { unitIds }),
    await desk.refused('retention.proposeExtension', { unitIds, until, reason: '분쟁' }),
    await desk.refused('retention.separate', { unitIds }),
    await desk.refused('retention.setAside', { unitIds, referTo: null }),
  ])
    expect(refused.code).toBe('unit_set_aside');
  // By itself it is decided about like any other.
  await desk.call('retention.separate', { unitIds: unitIds.slice(0, 1) });
  const { groups } = await desk.call('retention.reviewGroups', {});
  expect(groups).toMatchObject([
    { cause: 'period_ends', due: 3, overdue: 3, setAside: 1, lateOn: '2026-01-17' },
  ]);
  await desk.call('retention.takeBack', { unitId: unitIds[0] ?? '' });
  await propose(office, unitIds);
});

it('a list is narrowed to what there is to do, to its class and to one hold', async () => {
  const desk = office.as('reviewer');
  const ids = (list: { units: { unitId: string }[] }) => list.units.map(({ unitId }) => unitId).sort();
  const shown = async (only: UnitFilter, by: StaffMember = 'reviewer') =>
    ids(await office.as(by).call('retention.listUnits', { show: 'due', only, limit: 10, offset: 0 }));
  const [aside = '', referred = '', held = ''] = unitIds;
  await desk.call('retention.setAside', { unitIds: [aside], referTo: null });
  const { users } = await desk.call('office.listUsers', {});
  const approver = users.find(({ displayName }) => displayName === staff.approver.displayName)?.id ?? '';
  await desk.call('retention.setAside', { unitIds: [referred], referTo: approver });
  const { holdId } = await desk.call('retention.placeHold', {
    unitIds: [held],
    authority: '세무서',
    reason: '조사',
  });
  await desk.call('retention.placeHold', { unitIds: [aside], authority: '법원', reason: '증거' });
  expect(await shown('all')).toEqual([...unitIds].sort());
  expect(await shown('to_decide')).toEqual([]);
  expect(await shown('set_aside')).toEqual([aside, referred].sort());
  expect(await shown('referred_to_me')).toEqual([]);
  expect(await shown('referred_to_me', 'approver')).toEqual([referred]);
  expect(await shown('overdue')).toEqual([...unitIds].sort());
  expect(await shown('electronic')).toEqual([...unitIds].sort());
  expect(await shown('paper')).toEqual([]);
  const ofHold = await desk.call('retention.listUnits', { show: 'held', holdId, limit: 10, offset: 0 });
  expect(ids(ofHold)).toEqual([held]);
  // The one of January 2026 falls due in a year: late six days after, and said two days before.
  const lateSoon = async (at: string) => {
    office.clock.set(at);
    return (await shown('late_soon')).length;
  };
  expect(await lateSoon('2027-01-14T01:00:00.000Z')).toBe(0);
  expect(await lateSoon('2027-01-15T01:00:00.000Z')).toBe(1);
  expect(await lateSoon('2027-01-16T01:00:00.000Z')).toBe(1);
  expect(await lateSoon('2027-01-17T01:00:00.000Z')).toBe(0);
  expect(await shown('overdue')).toHaveLength(4);
  expect(await shown('to_decide')).toHaveLength(1);
});

it('a class with two stages needs two approvals by two people, and neither carries it out', async () => {
  const { classes } = await office.as('reviewer').call('retention.readSettings', {});
  const recordClassId = classes[0]?.recordClassId ?? '';
  await setByTwo(office, { setting: 'approval_stages', recordClassId, stages: 2 });
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

it('five stages need five people besides whoever asked, and none of them carries it out', async () => {
  const { classes } = await office.as('reviewer').call('retention.readSettings', {});
  const recordClassId = classes[0]?.recordClassId ?? '';
  const value = { setting: 'approval_stages', recordClassId, stages: 6 } as const;
  expect((await office.as('reviewer').refused('retention.proposeSetting', { value })).code).toBe(
    'invalid_input',
  );
  await setByTwo(office, { ...value, stages: 5 });
  const more = [3, 4, 5].map((stage) => ({
    signInName: `stage.${stage}`,
    displayName: `Stage ${stage}`,
    roles: ['reviewer' as const],
    password: `approves in stage ${stage} alone`,
  }));
  for (const user of more) await office.as('administrator').call('office.addUser', user);
  const order = await propose(office, unitIds);
  const { orderId, digest } = order;
  const state = async () =>
    (await office.call('destruction.getOrder', { orderId, limit: 1, offset: 0 })).order.state;
  // The first of them holds the role of an operator as well.
  for (const who of ['supervisor', 'approver'] as const)
    await office.as(who).call('destruction.approveOrder', { orderId, digest });
  for (const { signInName, password } of more) {
    expect(await state()).toBe('proposed');
    expect((await office.as('operator').refused('destruction.executeOrder', { orderId, digest })).code).toBe(
      'order_not_approved',
    );
    await office.call('office.signIn', { signInName, password });
    await office.call('destruction.approveOrder', { orderId, digest });
  }
  expect(await state()).toBe('approved');
  expect((await office.as('supervisor').refused('destruction.executeOrder', { orderId, digest })).code).toBe(
    'execution_by_approver',
  );
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

it('what a review separates is only stored while it waits, and stays due', async () => {
  const desk = office.as('reviewer');
  const [unitId = '', other = ''] = unitIds;
  const sealed = () =>
    office.storage.database.get<{ state: string; sealed: unknown; apart: number }>(
      `SELECT state, sealed, (SELECT count(*) FROM separated_records WHERE id = u.id) AS apart FROM record_units u WHERE id = ?`,
      [unitId],
    );
  expect(await desk.call('retention.separate', { unitIds: [unitId] })).toEqual({ units: 1 });
  expect(sealed()).toEqual({ state: 'separated', sealed: null, apart: 1 });
  expect((await why(unitId)).due).toMatchObject({ dueOn: '2026-01-11', separateOn: '2026-05-04' });
  expect((await why(other)).due.separateOn).toBeNull();
  // Repeated, and by the sweep, nothing happens twice.
  expect(await desk.call('retention.separate', { unitIds: [unitId] })).toEqual({ units: 0 });
  expect((await desk.call('retention.reviewGroups', {})).groups).toMatchObject([{ due: 3 }]);
  expect((await execute(office, await approvedOrder(office, unitIds))).state).toBe('destroyed');
});

it('a setting that protects is changed by two people, once at a time', async () => {
  const desk = office.as('reviewer');
  const value = { setting: 'clock_limit', days: 5 } as const;
  const { changeId } = await desk.call('retention.proposeSetting', { value });
  expect((await desk.refused('retention.proposeSetting', { value: { ...value, days: 6 } })).code).toBe(
    'setting_change_open',
  );
  const approve = { changeId, decision: 'approve' } as const;
  expect((await desk.refused('retention.decideSetting', approve)).code).toBe('rule_change_by_proposer');
  expect(await desk.call('retention.readSettings', {})).toMatchObject({
    clockLimitDays: 3,
    retainLimitDays: 365,
    changes: [{ changeId, value, staffNumber: 3, byMe: true }],
  });
  await office.as('approver').call('retention.decideSetting', approve);
  expect(await office.call('retention.readSettings', {})).toMatchObject({ clockLimitDays: 5, changes: [] });
  expect((await office.refused('retention.decideSetting', approve)).code).toBe('rule_change_decided');
  const other = await office.call('retention.proposeSetting', {
    value: { setting: 'retain_limit', days: 30 },
  });
  await office
    .as('reviewer')
    .call('retention.decideSetting', { changeId: other.changeId, decision: 'reject' });
  expect((await office.call('retention.readSettings', {})).retainLimitDays).toBe(365);
  const stages = { setting: 'approval_stages', recordClassId: crypto.randomUUID(), stages: 2 } as const;
  expect((await office.refused('retention.proposeSetting', { value: stages })).code).toBe('not_found');
});

it('a standing approval is given by two people with the rule, and then one approval does', async () => {
  const desk = office.as('reviewer');
  const { classes } = await desk.call('retention.readSettings', {});
  const recordClassId = classes[0]?.recordClassId ?? '';
  await setByTwo(office, { setting: 'approval_stages', recordClassId, stages: 3 });
  const { rules } = await office.as('reviewer').call('retention.listRules', {});
  const rule = rules.find((one) => one.recordClassId === recordClassId);
  if (rule === undefined) throw new Error('no rule');
  const content = { ...rule.content, endAction: 'standing_approval', effectiveFrom: '2026-05-01' } as const;
  expect((await office.refused('retention.addRule', { content })).code).toBe('standing_approval_alone');
  const needed = async (order: { orderId: string }) =>
    (await office.as('operator').call('destruction.getOrder', { ...order, limit: 1, offset: 0 })).order
      .approvalsNeeded;
  const before = await propose(office, unitIds.slice(0, 1));
  expect(await needed({ orderId: before.orderId })).toBe(3);
  const { changeId } = await office
    .as('reviewer')
    .call('retention.proposeRuleChange', { ruleId: rule.ruleId, recordClassId, content });
  await office.as('approver').call('retention.decideRuleChange', { changeId, decision: 'approve' });
  expect((await office.call('retention.reviewGroups', {})).groups).toMatchObject([{ due: 2, standing: 2 }]);
  const after = await propose(office, unitIds.slice(1));
  expect(await needed({ orderId: after.orderId })).toBe(1);
});
