import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCertificate } from '../../main/register/certificate.ts';
import { electronicContentOf } from '../../shared/domain/register/certificate.ts';
import { capture, type PublishedForm, publishMembership } from '../fixtures/consent.ts';
import { openTestOffice, type StaffMember, type TestOffice } from '../fixtures/office.ts';
import { approve, approvedOrder, dueUnits, execute, type ProposedOrder, propose } from '../fixtures/order.ts';
import { writtenIn } from '../fixtures/written.ts';

let office: TestOffice;
let form: PublishedForm;
let unitIds: string[];
beforeEach(async () => {
  office = await openTestOffice();
  form = await publishMembership(office);
  for (const name of ['김하나', '김두리']) await capture(office, form, { name, givenOn: '2025-01-10' });
  unitIds = await dueUnits(office);
});
afterEach(() => office.remove());

type Deed = 'destruction.approveOrder' | 'destruction.rejectOrder' | 'destruction.executeOrder';

async function isRefused(
  who: StaffMember,
  deed: Deed,
  { orderId, digest }: Pick<ProposedOrder, 'orderId' | 'digest'>,
  code: string,
): Promise<void> {
  await office.as(who).call('office.home', {});
  const before = writtenIn(office);
  const error = await office.refused(deed, { orderId, digest });
  expect([deed, error.code]).toEqual([deed, code]);
  expect(writtenIn(office)).toEqual(before);
}

describe('proposing', () => {
  const isNotProposed = async (ids: string[], code: string) => {
    await office.as('reviewer').call('office.home', {});
    const before = writtenIn(office);
    const error = await office.refused('destruction.proposeOrder', { unitIds: ids });
    expect(error.code).toBe(code);
    expect(writtenIn(office)).toEqual(before);
  };

  it('takes only what is due, exists, stands once and is on no other order', async () => {
    const { units } = await capture(office, form, { givenOn: '2025-05-04' });
    const tomorrow = units.map((unit) => unit.unitId);
    await isNotProposed([...unitIds, ...tomorrow], 'unit_not_due');
    await isNotProposed([...unitIds, crypto.randomUUID()], 'unit_not_found');
    await isNotProposed([...unitIds, ...unitIds], 'units_repeated');
    await propose(office, unitIds.slice(0, 1));
    await isNotProposed(unitIds, 'unit_on_another_order');
    office.clock.advance({ days: 1 });
    expect((await propose(office, tomorrow)).number).toBe('D-2026-0002');
  });

  it('makes a document without personal data that others can check', async () => {
    const { orderId, digest } = await propose(office, unitIds);
    const view = await office.as('operator').call('destruction.getOrder', { orderId, limit: 10, offset: 0 });
    expect(view).toMatchObject({
      digest,
      digestValid: true,
      order: {
        state: 'proposed',
        units: 2,
        requesterStaffNumber: 3,
        requestedByMe: false,
        approvedByMe: false,
      },
      deeds: [{ deed: 'request', staffNumber: 3, signatureValid: true }],
    });
    expect(view.units.map((unit) => unit.unitId).sort()).toEqual([...unitIds].sort());
    expect(JSON.stringify(view)).not.toMatch(/김하나|김두리|010-\d{4}-\d{4}/);
  });
});

describe('deciding', () => {
  it('is not for whoever asked, whatever roles they hold', async () => {
    for (const requester of ['reviewer', 'supervisor'] as const) {
      const order = await propose(office, unitIds.splice(0, 1), requester);
      await isRefused(requester, 'destruction.approveOrder', order, 'approval_by_requester');
      await isRefused(requester, 'destruction.rejectOrder', order, 'approval_by_requester');
    }
  });

  it('is over exactly the document that was shown', async () => {
    const order = await propose(office, unitIds);
    const other = { ...order, digest: '0'.repeat(64) };
    await isRefused('approver', 'destruction.approveOrder', other, 'order_changed');
    await isRefused('approver', 'destruction.rejectOrder', other, 'order_changed');
    await isRefused(
      'approver',
      'destruction.approveOrder',
      { ...order, orderId: crypto.randomUUID() },
      'not_found',
    );
  });

  it('notices a document that was changed in the database', async () => {
    const order = await propose(office, unitIds);
    office.storage.database.run(
      "UPDATE order_units SET content = json_set(content, '$.dueOn', '2030-01-01') WHERE position = 0",
    );
    await isRefused('approver', 'destruction.approveOrder', order, 'order_changed');
    const view = await office
      .as('approver')
      .call('destruction.getOrder', { orderId: order.orderId, limit: 10, offset: 0 });
    expect(view.digestValid).toBe(false);
  });

  it('happens once', async () => {
    const order = await approvedOrder(office, unitIds);
    await isRefused('approver', 'destruction.approveOrder', order, 'order_not_awaiting_approval');
    await execute(office, order);
    await isRefused('supervisor', 'destruction.rejectOrder', order, 'order_not_awaiting_approval');
  });

  it('can be taken back as long as nothing has been carried out, but not by who asked', async () => {
    const order = await approvedOrder(office, unitIds);
    const { orderId, digest } = order;
    await isRefused('reviewer', 'destruction.rejectOrder', order, 'approval_by_requester');
    expect(await office.as('supervisor').call('destruction.rejectOrder', { orderId, digest })).toEqual({
      state: 'rejected',
    });
    await isRefused('operator', 'destruction.executeOrder', order, 'order_not_approved');
    expect((await dueUnits(office)).sort()).toEqual([...unitIds].sort());
  });

  it('against it gives the units back as they were, and another order can take them', async () => {
    const order = await propose(office, unitIds);
    expect(await dueUnits(office)).toEqual([]);
    const { orderId, digest } = order;
    expect(await office.as('approver').call('destruction.rejectOrder', { orderId, digest })).toEqual({
      state: 'rejected',
    });
    expect((await dueUnits(office)).sort()).toEqual([...unitIds].sort());
    await isRefused('operator', 'destruction.executeOrder', order, 'order_not_approved');
    expect((await propose(office, unitIds)).number).toBe('D-2026-0002');
    const closed = await office
      .as('auditor')
      .call('destruction.listOrders', { show: 'closed', limit: 10, offset: 0 });
    expect(closed.orders.map((one) => [one.number, one.state])).toEqual([['D-2026-0001', 'rejected']]);
  });
});

describe('carrying out', () => {
  it('needs an approval', async () => {
    const order = await propose(office, unitIds);
    await isRefused('operator', 'destruction.executeOrder', order, 'order_not_approved');
    await isRefused(
      'operator',
      'destruction.executeOrder',
      { ...order, orderId: crypto.randomUUID() },
      'not_found',
    );
  });

  it('is for neither the one who asked nor the one who approved', async () => {
    const asked = await propose(office, unitIds.slice(0, 1), 'supervisor');
    await approve(office, asked, 'reviewer');
    await isRefused('supervisor', 'destruction.executeOrder', asked, 'execution_by_requester');
    const approved = await propose(office, unitIds.slice(1), 'reviewer');
    await approve(office, approved, 'supervisor');
    await isRefused('supervisor', 'destruction.executeOrder', approved, 'execution_by_approver');
    // A third person may.
    expect((await execute(office, approved)).state).toBe('destroyed');
  });

  it('happens once', async () => {
    const order = await approvedOrder(office, unitIds);
    await execute(office, order);
    await isRefused('operator', 'destruction.executeOrder', order, 'order_already_executed');
    await isRefused('supervisor', 'destruction.executeOrder', order, 'order_already_executed');
    const { total } = await office.as('auditor').call('register.listCertificates', { limit: 10, offset: 0 });
    expect(total).toBe(1);
  });

  it('is over exactly the document that was approved', async () => {
    const order = await approvedOrder(office, unitIds);
    await isRefused(
      'operator',
      'destruction.executeOrder',
      { ...order, digest: 'f'.repeat(64) },
      'order_changed',
    );
    office.storage.database.run(
      "UPDATE order_units SET content = json_set(content, '$.dueOn', '2020-01-01')",
    );
    await isRefused('operator', 'destruction.executeOrder', order, 'order_changed');
  });

  it('checks the signatures of who asked and who approved', async () => {
    const order = await approvedOrder(office, unitIds);
    office.storage.database.exec('DROP TRIGGER deeds_is_not_changed');
    office.storage.database.run("UPDATE deeds SET signature = zeroblob(64) WHERE deed = 'approve'");
    await isRefused('operator', 'destruction.executeOrder', order, 'signature_invalid');
    const view = await office
      .as('operator')
      .call('destruction.getOrder', { orderId: order.orderId, limit: 10, offset: 0 });
    expect(view.deeds.map(({ deed, signatureValid }) => [deed, signatureValid])).toEqual([
      ['request', true],
      ['approve', false],
    ]);
  });

  it('certifies the roles people held when they signed, not those they hold by then', async () => {
    const order = await approvedOrder(office, unitIds);
    const userIdOf = (staffNumber: number) =>
      office.storage.database.value<string>('SELECT id FROM users WHERE staff_number = ?', [staffNumber]) ??
      '';
    for (const staffNumber of [3, 4]) {
      await office
        .as('administrator')
        .call('office.setUserRoles', { userId: userIdOf(staffNumber), roles: ['auditor'] });
    }
    const { certificateNumber } = await execute(office, order);
    const certificate = readCertificate(office.storage.database, certificateNumber ?? '');
    const { requester, approvals, operator } = electronicContentOf(certificate).order;
    const rolesOf = [requester, ...approvals, operator].map(({ user }) => user.roles);
    expect(rolesOf).toEqual([['reviewer'], ['reviewer'], ['operator']]);
  });

  it('does not take an approval that only stands in the order’s row', async () => {
    const order = await propose(office, unitIds);
    const approver =
      office.storage.database.value<string>('SELECT id FROM users WHERE staff_number = 4') ?? '';
    office.storage.database.run("UPDATE destruction_orders SET state = 'approved', approver_id = ?", [
      approver,
    ]);
    await isRefused('operator', 'destruction.executeOrder', order, 'order_not_approved');
  });

  it('stops when the clock has gone back', async () => {
    const order = await approvedOrder(office, unitIds);
    await office.as('operator').call('office.home', {});
    office.clock.advance({ days: -1 });
    await isRefused('operator', 'destruction.executeOrder', order, 'clock_went_back');
    expect((await office.call('office.home', {})).clockTroubled).toBe(true);
    // A correction by a few minutes is ordinary.
    office.clock.advance({ hours: 23, minutes: 30 });
    expect((await execute(office, order)).state).toBe('destroyed');
  });

  it('stops when a unit is gone from under it', async () => {
    const order = await approvedOrder(office, unitIds);
    office.storage.database.run("UPDATE record_units SET state = 'active', order_id = NULL WHERE id = ?", [
      unitIds[0] ?? '',
    ]);
    await isRefused('operator', 'destruction.executeOrder', order, 'unit_gone');
  });

  it('can be cancelled until keys change, and then nothing has happened but that it was begun', async () => {
    const order = await approvedOrder(office, unitIds);
    await office.as('operator').call('office.home', {});
    const { epoch } = office.storage;
    const unitsBefore = office.storage.database.all('SELECT * FROM record_units ORDER BY id');
    const { orderId, digest } = order;
    const channel = 'destruction.executeOrder';
    const running = office.answer(channel, { orderId, digest });
    while (!office.events.some((event) => event.event === 'progress')) await nextTurn();
    expect(await office.call('office.cancelWork', { channel: 'office.addUser' })).toEqual({
      cancelling: false,
    });
    expect(await office.call('office.cancelWork', { channel })).toEqual({ cancelling: true });
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(office.storage.epoch).toBe(epoch);
    expect(office.storage.database.all('SELECT * FROM record_units ORDER BY id')).toEqual(unitsBefore);
    expect(
      office.storage.database.value('SELECT entry ->> ? FROM audit_entries ORDER BY sequence DESC LIMIT 1', [
        '$.code',
      ]),
    ).toBe('destruction.execution_cancelled');
    expect(await office.call('office.cancelWork', { channel })).toEqual({ cancelling: false });
    expect((await execute(office, order)).state).toBe('destroyed');
  });

  it('tells how far it has come', async () => {
    await execute(office, await approvedOrder(office, unitIds));
    const steps = office.events.flatMap((event) =>
      event.event === 'progress' && event.channel === 'destruction.executeOrder' ? [event.step] : [],
    );
    expect([...new Set(steps)]).toEqual([
      'check_order',
      'write_intent',
      'destroy_keys',
      'delete_rows',
      'rekey_database',
      'verify',
      'certify',
    ]);
  });

  it('is not verified again once it is certified', async () => {
    const order = await approvedOrder(office, unitIds);
    const refused = async () =>
      (await office.as('operator').refused('destruction.verifyOrder', { orderId: order.orderId })).code;
    expect(await refused()).toBe('order_not_unverified');
    await execute(office, order);
    expect(await refused()).toBe('order_not_unverified');
  });
});
