import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runScheduledExecutions } from '../../main/destruction/scheduled-execution.ts';
import { armFault } from '../../main/storage/fault-point.ts';
import type { ExecutionWindow } from '../../shared/domain/destruction/execution-window.ts';
import { capture, type PublishedForm, publishMembership } from '../fixtures/consent.ts';
import { openTestOffice, type StaffMember, staff, type TestOffice } from '../fixtures/office.ts';
import { approvedOrder, dueUnits, execute, type ProposedOrder, releaseHold } from '../fixtures/order.ts';
import { setByTwo } from '../fixtures/retention-setting.ts';

const nights: ExecutionWindow = {
  weekdays: [1, 2, 3, 4, 5],
  from: '22:00',
  to: '05:00',
  whenMissed: 'next_window',
  unattended: false,
};
/** The test's Monday, in Seoul. */
const tonight = '2026-05-04T13:30:00.000Z';
const morning = '2026-05-04T23:00:00.000Z';
const secret = Buffer.alloc(32, 7);

let office: TestOffice;
let form: PublishedForm;
beforeEach(async () => {
  office = await openTestOffice();
  form = await publishMembership(office);
  await capture(office, form, { name: '김하나', givenOn: '2025-01-10' });
  await capture(office, form, { name: '김두리', givenOn: '2025-02-10' });
});
afterEach(async () => {
  armFault(undefined);
  await office.remove();
});

const setWindow = (changes: Partial<ExecutionWindow> = {}) =>
  setByTwo(office, { setting: 'execution_window', window: { ...nights, ...changes } });

function schedule(
  { orderId, digest }: ProposedOrder,
  validThrough = '2026-05-08',
  by: StaffMember = 'operator',
) {
  return office.as(by).call('destruction.scheduleOrder', { orderId, digest, validThrough });
}

/** What the timer does every minute. */
const look = () => office.thread.whenIdle('destruction.window', () => runScheduledExecutions(office.thread));

const lockDesk = async () => {
  await office.as('operator').call('office.home', {});
  await office.call('office.lock', {});
};

const orderOf = (orderId: string, by: StaffMember = 'auditor') =>
  office.as(by).call('destruction.getOrder', { orderId, limit: 10, offset: 0 });

const codes = () =>
  office.storage.database
    .all<{ entry: string }>('SELECT entry FROM audit_entries ORDER BY sequence')
    .map(({ entry }) => JSON.parse(entry) as { code: string; actorId: string | null; about: object });

async function scheduledOrder(): Promise<ProposedOrder> {
  const order = await approvedOrder(office, await dueUnits(office));
  await schedule(order);
  return order;
}

describe('an order that was scheduled', () => {
  it('is carried out in the window behind the lock, once, and the certificate says who ordered it and that nobody attended', async () => {
    await setWindow();
    const order = await scheduledOrder();
    await lockDesk();
    expect((await office.call('office.status', {})).tonight).toEqual({
      planned: 1,
      opening: { opensAt: '2026-05-04T13:00:00.000Z', closesAt: '2026-05-04T20:00:00.000Z' },
      needsSomebody: true,
      carriedOut: 0,
      carriedOutAt: null,
    });
    await look();
    expect(office.storage.database.value('SELECT count(*) FROM executions')).toBe(0);
    office.clock.set(tonight);
    await look();
    await look();
    expect(office.thread.session.isLocked).toBe(true);
    expect((await office.call('office.status', {})).tonight).toMatchObject({ planned: 0, carriedOut: 1 });
    expect(office.events).toContainEqual({ event: 'scheduled', carriedOut: 1, notCarriedOut: 0 });
    expect(office.events.filter(({ event }) => event === 'scheduled')).toHaveLength(1);

    const { order: seen, schedule: after, deeds, byApplication } = await orderOf(order.orderId);
    expect(seen).toMatchObject({ state: 'destroyed', certificateNumber: '2026-0001' });
    expect(after).toMatchObject({ state: 'carried_out', certificateNumber: '2026-0001' });
    expect(deeds.map(({ deed, signatureValid }) => [deed, signatureValid])).toEqual([
      ['request', true],
      ['approve', true],
      ['schedule', true],
    ]);
    expect(byApplication).toEqual({
      occasion: 'in_window',
      windowOpenedAt: '2026-05-04T13:00:00.000Z',
      desk: 'locked',
    });
    const { certificate } = await office
      .as('auditor')
      .call('register.getCertificate', { number: '2026-0001' });
    const { content } = certificate;
    if (content.kind !== 'electronic') throw new Error('another kind');
    expect(content.order.operator).toMatchObject({
      user: { staffNumber: deeds[2]?.staffNumber },
      at: '2026-05-04T01:00:00.000Z',
      scheduled: { window: nights, timeZone: 'Asia/Seoul', validThrough: '2026-05-08' },
    });
    expect(content.method).toMatchObject({ startedAt: tonight, byApplication: { desk: 'locked' } });
    const started = codes().find(({ code }) => code === 'destruction.execution_started');
    expect(started).toMatchObject({
      actorId: null,
      about: { occasion: 'in_window', desk: 'locked', windowOpenedAt: '2026-05-04T13:00:00.000Z' },
    });
    expect(await dueUnits(office)).toEqual([]);
    expect(await office.as('auditor').call('register.verifyAuditLog', {})).toMatchObject({ result: 'pass' });
  });

  it('needs a window, an approved order, a third person and a day on which a window opens', async () => {
    const order = await approvedOrder(office, await dueUnits(office));
    const { orderId, digest } = order;
    const ask = (by: StaffMember, validThrough = '2026-05-08') =>
      office.as(by).refused('destruction.scheduleOrder', { orderId, digest, validThrough });
    expect((await ask('operator')).code).toBe('window_not_set');
    await setWindow();
    expect((await ask('reviewer')).code).toBe('forbidden');
    expect((await ask('operator', '2026-05-03')).code).toBe('schedule_without_window');
    expect((await ask('operator', '2026-06-05')).code).toBe('schedule_too_long');
    const changed = { orderId, digest: '0'.repeat(64), validThrough: '2026-05-08' };
    expect((await office.as('operator').refused('destruction.scheduleOrder', changed)).code).toBe(
      'order_changed',
    );
    await schedule(order);
    expect((await ask('operator')).code).toBe('schedule_open');
  });

  it('whoever asked for it or approved it does not schedule it, whatever roles they hold', async () => {
    await setWindow();
    const asked = await office
      .as('supervisor')
      .call('destruction.proposeOrder', { unitIds: await dueUnits(office) });
    await office
      .as('approver')
      .call('destruction.approveOrder', { orderId: asked.orderId, digest: asked.digest });
    const { orderId, digest } = asked;
    const input = { orderId, digest, validThrough: '2026-05-08' };
    expect((await office.as('supervisor').refused('destruction.scheduleOrder', input)).code).toBe(
      'execution_by_requester',
    );
  });

  it('can be withdrawn by any operator, rejected by a reviewer, or carried out by hand before', async () => {
    await setWindow();
    const order = await scheduledOrder();
    await office.as('supervisor').call('destruction.withdrawSchedule', { orderId: order.orderId });
    expect((await orderOf(order.orderId)).schedule).toMatchObject({ state: 'withdrawn' });
    office.clock.set(tonight);
    await look();
    expect(office.storage.database.value('SELECT count(*) FROM executions')).toBe(0);
    const again = { orderId: order.orderId };
    expect((await office.as('operator').refused('destruction.withdrawSchedule', again)).code).toBe(
      'schedule_not_open',
    );

    await schedule(order);
    await execute(office, order);
    expect((await orderOf(order.orderId)).schedule).toMatchObject({
      state: 'ended',
      endedFor: 'carried_out_by_hand',
    });
    expect(codes().filter(({ code }) => code === 'destruction.execution_started')).toHaveLength(1);
    const { certificate } = await office
      .as('auditor')
      .call('register.getCertificate', { number: '2026-0001' });
    expect('method' in certificate.content && certificate.content.method.byApplication).toBeUndefined();
  });

  it('rejected, is destroyed by nobody', async () => {
    await setWindow();
    const order = await scheduledOrder();
    const { orderId, digest } = order;
    await office.as('approver').call('destruction.rejectOrder', { orderId, digest });
    office.clock.set(tonight);
    await look();
    expect((await orderOf(orderId)).schedule).toMatchObject({ state: 'ended', endedFor: 'order_rejected' });
    expect(await dueUnits(office)).toHaveLength(2);
  });
});

describe('what changes after it was scheduled', () => {
  const hold = async (unitIds: string[]) => {
    const { holdId } = await office.as('reviewer').call('retention.placeHold', {
      unitIds,
      authority: '서울중앙지방법원',
      reason: '증거 보전',
    });
    return holdId;
  };

  it('units under a hold are left out, the others go', async () => {
    await setWindow();
    const order = await scheduledOrder();
    const { units } = await orderOf(order.orderId, 'reviewer');
    const [first] = units;
    if (first === undefined) throw new Error('no unit');
    await hold([first.unitId]);
    await lockDesk();
    office.clock.set(tonight);
    await look();
    const after = await orderOf(order.orderId);
    expect(after.order.state).toBe('destroyed');
    expect(after.leftOutUnitIds).toEqual([first.unitId]);
    expect(office.storage.database.value('SELECT count(*) FROM record_units')).toBe(1);
  });

  it('everything under a hold: nothing is carried out, it is said, and it can be scheduled again', async () => {
    await setWindow();
    const order = await scheduledOrder();
    const { units } = await orderOf(order.orderId, 'reviewer');
    const holdId = await hold(units.map(({ unitId }) => unitId));
    office.clock.set(tonight);
    await look();
    expect((await orderOf(order.orderId)).schedule).toMatchObject({
      state: 'ended',
      endedFor: 'everything_held',
    });
    expect(office.events).toContainEqual({ event: 'scheduled', carriedOut: 0, notCarriedOut: 1 });
    expect((await office.as('operator').call('office.home', {})).ordersNotCarriedOut).toBe(1);
    await releaseHold(office, holdId);
    await schedule(order);
    expect((await office.as('operator').call('office.home', {})).ordersNotCarriedOut).toBe(0);
  });

  it('a unit that is kept longer meanwhile stops the order, and the reason is kept', async () => {
    await setWindow();
    const order = await scheduledOrder();
    office.storage.database.run(
      "UPDATE record_units SET due_on = '2031-01-01' WHERE order_id = ? AND id = (SELECT min(id) FROM record_units)",
      [order.orderId],
    );
    office.clock.set(tonight);
    await look();
    expect((await orderOf(order.orderId)).schedule).toMatchObject({ endedFor: 'not_due_any_more' });
    expect(codes().findLast(({ code }) => code === 'destruction.schedule_ended')?.about).toMatchObject({
      reason: 'not_due_any_more',
    });
    expect(office.storage.database.value('SELECT count(*) FROM record_units')).toBe(2);
  });

  it('an operator who is one no more, or another window, ends it', async () => {
    await setWindow();
    const order = await scheduledOrder();
    const { users } = await office.as('administrator').call('office.listUsers', {});
    const operator = users.find(({ signInName }) => signInName === staff.operator.signInName);
    if (operator === undefined) throw new Error('no operator');
    const change = { userId: operator.id, roles: ['clerk' as const] };
    await office.as('administrator').call('office.setUserRoles', change);
    office.clock.set(tonight);
    await look();
    expect((await orderOf(order.orderId)).schedule).toMatchObject({ endedFor: 'operator_gone' });

    await schedule(order, '2026-05-08', 'supervisor');
    await setWindow({ from: '23:00' });
    expect((await orderOf(order.orderId)).schedule).toMatchObject({
      state: 'ended',
      endedFor: 'window_changed',
    });
  });

  it('withdrawn while it is being checked, nothing is destroyed', async () => {
    await setWindow();
    const order = await scheduledOrder();
    await office.as('operator').call('office.home', {});
    office.clock.set(tonight);
    const running = look();
    await expect
      .poll(() => office.events.some((event) => event.event === 'progress' && event.step === 'check_order'), {
        interval: 0,
      })
      .toBe(true);
    const withdrawn = office.answer('destruction.withdrawSchedule', { orderId: order.orderId });
    await running;
    const answer = await withdrawn;
    // Whichever came first, never both.
    const destroyed = office.storage.database.value('SELECT count(*) FROM executions');
    expect(destroyed).toBe(answer.ok ? 0 : 1);
  });
});

describe('a window that was missed', () => {
  it('is waited out, or made up for once, as the office says; the log has it once', async () => {
    await setWindow();
    const order = await scheduledOrder();
    await office.restart();
    office.clock.set(morning);
    await office.as('operator').call('office.home', {});
    await look();
    await look();
    expect((await orderOf(order.orderId)).schedule).toMatchObject({
      state: 'open',
      waitsFor: 'office_closed',
      opensAt: '2026-05-05T13:00:00.000Z',
    });
    const missed = codes().filter(({ code }) => code === 'destruction.window_missed');
    expect(missed.map(({ about }) => about)).toEqual([
      expect.objectContaining({ opensAt: '2026-05-04T13:00:00.000Z', reason: 'office_closed' }),
    ]);
    office.clock.set('2026-05-05T13:01:00.000Z');
    await look();
    expect((await orderOf(order.orderId)).order.state).toBe('destroyed');
  });

  it('is made up for as soon as the office is open, once', async () => {
    await setWindow({ whenMissed: 'at_start' });
    const order = await scheduledOrder();
    await office.restart();
    office.clock.set(morning);
    await office.as('operator').call('office.home', {});
    await look();
    await look();
    const { order: after, byApplication } = await orderOf(order.orderId);
    expect(after.state).toBe('destroyed');
    expect(byApplication).toEqual({
      occasion: 'caught_up',
      windowOpenedAt: '2026-05-04T13:00:00.000Z',
      desk: 'in_use',
    });
    expect(codes().filter(({ code }) => code === 'destruction.execution_started')).toHaveLength(1);
  });

  it('past its last day nothing is carried out', async () => {
    await setWindow({ whenMissed: 'at_start' });
    const order = await approvedOrder(office, await dueUnits(office));
    await schedule(order, '2026-05-04');
    await office.restart();
    office.clock.set('2026-05-05T15:00:00.000Z');
    await office.as('operator').call('office.home', {});
    await look();
    expect((await orderOf(order.orderId)).schedule).toMatchObject({
      state: 'ended',
      endedFor: 'out_of_time',
    });
    expect(office.storage.database.value('SELECT count(*) FROM record_units')).toBe(2);
  });

  it('a troubled clock destroys nothing, ends nothing and is said; once the date is confirmed it goes on', async () => {
    await setWindow();
    const order = await scheduledOrder();
    office.confirmsDates = false;
    await office.restart();
    office.clock.set('2026-06-08T14:00:00.000Z');
    await office.as('operator').call('office.home', {});
    await look();
    expect((await orderOf(order.orderId)).schedule).toMatchObject({ state: 'open', waitsFor: 'clock' });
    expect(office.storage.database.value('SELECT count(*) FROM record_units')).toBe(2);
    await office.restart();
    office.clock.set(tonight);
    await office.as('operator').call('office.home', {});
    await look();
    expect((await orderOf(order.orderId)).order.state).toBe('destroyed');
  });

  it('a crash after the intent is finished at the next opening and certified as it was begun, once', async () => {
    await setWindow();
    const order = await scheduledOrder();
    await lockDesk();
    office.clock.set(tonight);
    armFault({ name: 'root_slot.0.flush', occurrence: 1, action: 'EIO' });
    await look().catch(() => undefined);
    armFault(undefined);
    await office.restart();
    office.clock.set('2026-05-04T14:00:00.000Z');
    const { order: after, byApplication, schedule: was } = await orderOf(order.orderId);
    expect(after).toMatchObject({ state: 'destroyed', certificateNumber: '2026-0001' });
    expect(was?.state).toBe('carried_out');
    expect(byApplication).toMatchObject({ occasion: 'in_window', desk: 'locked' });
    await look();
    expect(codes().filter(({ code }) => code === 'register.certificate_issued')).toHaveLength(1);
  });
});

describe('with nobody signed in', () => {
  beforeEach(async () => {
    office.keystoreSecret = secret;
    await office.restart();
    await office.as('administrator').call('office.enableKeystore', {});
  });

  it('it waits, and says why, unless two people have allowed it', async () => {
    await setWindow();
    const order = await scheduledOrder();
    await office.call('office.signOut', {});
    office.clock.set(tonight);
    await look();
    expect(office.storage.database.value('SELECT count(*) FROM executions')).toBe(0);
    expect((await orderOf(order.orderId)).schedule).toMatchObject({
      state: 'open',
      waitsFor: 'nobody_signed_in',
    });
  });

  it('it is carried out where that is allowed and this computer keeps a key, and the certificate says so', async () => {
    await setWindow({ unattended: true });
    const order = await scheduledOrder();
    await office.call('office.signOut', {});
    await office.restart();
    office.clock.set(tonight);
    await office.call('office.status', {});
    await look();
    const { order: after, byApplication } = await orderOf(order.orderId);
    expect(after.state).toBe('destroyed');
    expect(byApplication?.desk).toBe('nobody');
  });
});
