import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCertificate } from '../../main/register/certificate.ts';
import { electronicContentOf } from '../../shared/domain/register/certificate.ts';
import { capture, publishMembership } from '../fixtures/consent.ts';
import { openTestOffice, type StaffMember, staff, type TestOffice } from '../fixtures/office.ts';
import { dueUnits, execute, propose } from '../fixtures/order.ts';
import { setByTwo } from '../fixtures/retention-setting.ts';

let office: TestOffice;
let unitIds: string[];
const ids = new Map<StaffMember, string>();
beforeEach(async () => {
  office = await openTestOffice();
  const form = await publishMembership(office);
  for (const name of ['김하나', '김두리']) await capture(office, form, { name, givenOn: '2025-01-10' });
  unitIds = await dueUnits(office);
  const { users } = await office.as('administrator').call('office.listUsers', {});
  for (const [who, { displayName }] of Object.entries(staff)) {
    ids.set(who as StaffMember, users.find((user) => user.displayName === displayName)?.id ?? '');
  }
});
afterEach(() => office.remove());

const idOf = (who: StaffMember) => ids.get(who) ?? '';
const days = { fromOn: '2026-05-04', throughOn: '2026-05-08' };
const lend = (absent: StaffMember, deputy: StaffMember, by: StaffMember = absent) =>
  office
    .as(by)
    .call('destruction.enterDelegation', { absentId: idOf(absent), deputyId: idOf(deputy), ...days });
const approval = ({ orderId, digest }: { orderId: string; digest: string }) => ({ orderId, digest });

it('lets somebody approve for whoever is away, on those days, and says so wherever the approval stands', async () => {
  const order = await propose(office, unitIds);
  expect((await office.as('clerk').refused('destruction.approveOrder', approval(order))).code).toBe(
    'forbidden',
  );
  const { delegationId } = await lend('approver', 'clerk');
  const view = await office
    .as('clerk')
    .call('destruction.getOrder', { orderId: order.orderId, limit: 10, offset: 0 });
  expect(view.standsInForStaffNumber).toBe(4);
  expect((await office.call('office.status', {})).user?.permissions).toContain('destruction.approve');
  expect(await office.as('clerk').call('destruction.approveOrder', approval(order))).toEqual({
    state: 'approved',
  });
  const { certificateNumber } = await execute(office, order);
  const { order: certified } = electronicContentOf(
    readCertificate(office.storage.database, certificateNumber ?? ''),
  );
  expect(certified.approvals).toMatchObject([{ user: { staffNumber: 2 }, onBehalfOf: { staffNumber: 4 } }]);
  const entry = office.storage.database.value<string>(
    "SELECT entry FROM audit_entries WHERE entry LIKE '%order_approved%'",
  );
  expect(JSON.parse(entry ?? '').about.onBehalfOf).toBe(idOf('approver'));
  const seen = await office
    .as('auditor')
    .call('destruction.getOrder', { orderId: order.orderId, limit: 10, offset: 0 });
  expect(seen.deeds).toMatchObject([
    { deed: 'request', onBehalfOfStaffNumber: null, signatureValid: true },
    { deed: 'approve', staffNumber: 2, onBehalfOfStaffNumber: 4, signatureValid: true },
    { deed: 'execute', onBehalfOfStaffNumber: null, signatureValid: true },
  ]);
  // A delegate may give it back; then, as after its last day, they may no more than before.
  await office.as('approver').call('destruction.endDelegation', { delegationId });
  expect(
    (await office.as('clerk').refused('destruction.listOrders', { show: 'all', limit: 10, offset: 0 })).code,
  ).toBe('forbidden');
});

it('ends with its last day', async () => {
  const order = await propose(office, unitIds);
  await lend('approver', 'clerk');
  office.clock.set('2026-05-08T14:59:00.000Z');
  await office.as('clerk').call('destruction.getOrder', { orderId: order.orderId, limit: 10, offset: 0 });
  // Midnight in Seoul.
  office.clock.set('2026-05-08T15:00:00.000Z');
  expect((await office.as('clerk').refused('destruction.approveOrder', approval(order))).code).toBe(
    'forbidden',
  );
});

it('is no way around four eyes', async () => {
  const order = await propose(office, unitIds.slice(0, 1));
  // Nobody approves what they asked for, through nobody.
  await lend('reviewer', 'clerk');
  expect((await office.as('clerk').refused('destruction.approveOrder', approval(order))).code).toBe(
    'approval_for_requester',
  );
  expect((await office.as('clerk').refused('destruction.rejectOrder', approval(order))).code).toBe(
    'approval_for_requester',
  );
  // Nobody carries out what was approved for them, or by them for another.
  const other = await propose(office, unitIds.slice(1));
  await lend('supervisor', 'operator', 'administrator');
  await office.as('operator').call('destruction.approveOrder', approval(other));
  for (const who of ['operator', 'supervisor'] as const) {
    expect((await office.as(who).refused('destruction.executeOrder', approval(other))).code).toBe(
      'execution_by_approver',
    );
  }
});

it('does not make one person two stages', async () => {
  const { classes } = await office.as('reviewer').call('retention.readSettings', {});
  await setByTwo(office, {
    setting: 'approval_stages',
    recordClassId: classes[0]?.recordClassId ?? '',
    stages: 2,
  });
  const order = await propose(office, unitIds);
  await lend('approver', 'clerk');
  await office.as('clerk').call('destruction.approveOrder', approval(order));
  expect((await office.as('approver').refused('destruction.approveOrder', approval(order))).code).toBe(
    'approval_twice',
  );
  expect(await office.as('supervisor').call('destruction.approveOrder', approval(order))).toEqual({
    state: 'approved',
  });
});

it('an extension is not approved for whoever asked for it', async () => {
  const ask = { unitIds, until: '2026-12-31', reason: '분쟁 진행 중' };
  const { extensionId } = await office.as('reviewer').call('retention.proposeExtension', ask);
  await lend('reviewer', 'clerk');
  const decision = { extensionId, decision: 'approve' } as const;
  expect((await office.as('clerk').refused('retention.decideExtension', decision)).code).toBe(
    'extension_by_proposer',
  );
  await lend('approver', 'clerk');
  expect(await office.as('clerk').call('retention.decideExtension', decision)).toEqual({ units: 2 });
});

it('is entered by whoever is away or by whoever gives roles, for somebody else, and lends only what is there', async () => {
  const enter = (by: StaffMember, absent: StaffMember, deputy: StaffMember, changes = {}) =>
    office.as(by).refused('destruction.enterDelegation', {
      absentId: idOf(absent),
      deputyId: idOf(deputy),
      ...days,
      ...changes,
    });
  expect((await enter('reviewer', 'approver', 'clerk')).code).toBe('forbidden');
  expect((await enter('approver', 'approver', 'approver')).code).toBe('delegation_to_oneself');
  expect((await enter('administrator', 'approver', 'administrator')).code).toBe('delegation_to_oneself');
  expect((await enter('administrator', 'clerk', 'operator')).code).toBe('delegation_of_nothing');
  expect((await enter('approver', 'approver', 'auditor')).code).toBe('delegation_to_auditor');
  expect((await enter('approver', 'approver', 'clerk', { throughOn: '2026-05-03' })).code).toBe(
    'date_not_ahead',
  );
  expect((await enter('approver', 'approver', 'clerk', { throughOn: '2027-06-04' })).code).toBe(
    'delegation_too_long',
  );
  const { delegationId } = await lend('approver', 'clerk');
  expect((await enter('approver', 'approver', 'operator')).code).toBe('delegation_overlaps');
  expect((await office.as('reviewer').call('destruction.listDelegations', {})).delegations).toEqual([
    {
      delegationId,
      absentStaffNumber: 4,
      deputyStaffNumber: 2,
      enteredByStaffNumber: 4,
      isInForce: true,
      ...days,
    },
  ]);
  expect((await office.refused('destruction.endDelegation', { delegationId })).code).toBe('forbidden');
  // Whoever loses the role lends it no longer.
  await office
    .as('administrator')
    .call('office.setUserRoles', { userId: idOf('approver'), roles: ['auditor'] });
  expect(
    (await office.as('clerk').refused('destruction.listOrders', { show: 'all', limit: 10, offset: 0 })).code,
  ).toBe('forbidden');
});

it('what was referred to whoever is away is shown to their deputy as theirs, on those days', async () => {
  await lend('approver', 'reviewer', 'approver');
  await office
    .as('supervisor')
    .call('retention.setAside', { unitIds: unitIds.slice(0, 1), referTo: idOf('approver') });
  const due = () => office.as('reviewer').call('retention.listUnits', { show: 'due', limit: 10, offset: 0 });
  const { actsFor, units } = await due();
  expect(actsFor).toEqual([idOf('approver')]);
  expect(units.map(({ referredTo }) => referredTo)).toContain(idOf('approver'));
  office.clock.advance({ days: 5 });
  expect((await due()).actsFor).toEqual([]);
});
