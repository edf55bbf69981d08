import { afterEach, beforeEach, expect, it } from 'vitest';
import { runScheduledExecutions } from '../../main/destruction/scheduled-execution.ts';
import { capture, publishMembership } from '../fixtures/consent.ts';
import { backUp, medium, otherMachine, refreshKeys, registerKeys, restore } from '../fixtures/copies.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { approvedOrder, dueUnits, type ProposedOrder } from '../fixtures/order.ts';
import { setByTwo } from '../fixtures/retention-setting.ts';

let office: TestOffice;
let machine: TestOffice;
let folders: { backupFolder: string; keysFolder: string };
let keysCopy: string;
let order: ProposedOrder;
beforeEach(async () => {
  office = await openTestOffice();
  machine = otherMachine(office);
  const form = await publishMembership(office);
  await capture(office, form, { name: '김하나', givenOn: '2025-01-10' });
  folders = { backupFolder: medium(office, 'backups'), keysFolder: medium(office, 'keys') };
  keysCopy = (await registerKeys(office, folders.keysFolder)).copyId;
  await setByTwo(office, {
    setting: 'execution_window',
    window: {
      weekdays: [1, 2, 3, 4, 5],
      from: '22:00',
      to: '05:00',
      whenMissed: 'at_start',
      unattended: false,
    },
  });
  order = await approvedOrder(office, await dueUnits(office));
  const { orderId, digest } = order;
  const validThrough = '2026-05-08';
  await office.as('operator').call('destruction.scheduleOrder', { orderId, digest, validThrough });
  await backUp(office, folders.backupFolder);
});
afterEach(async () => {
  await office.remove();
  await machine.remove();
});

const schedules = () => machine.as('operator').call('destruction.listSchedules', {});
/** In the window of that Monday, with somebody at the desk. */
async function nightOf(at: TestOffice) {
  at.clock.set('2026-05-04T13:30:00.000Z');
  await at.as('operator').call('office.home', {});
  await at.thread.whenIdle('destruction.window', () => runScheduledExecutions(at.thread));
}

it('what was scheduled before a backup is not carried out after it was restored: it may have been withdrawn since', async () => {
  await office.as('operator').call('destruction.withdrawSchedule', { orderId: order.orderId });
  await restore(machine, folders);
  await nightOf(machine);
  expect(machine.storage.database.value('SELECT count(*) FROM record_units')).toBe(1);
  const { planned, recent } = await schedules();
  expect(planned).toEqual([]);
  expect(recent).toMatchObject([
    { orderId: order.orderId, state: 'ended', endedFor: 'restored', certificateNumber: null },
  ]);
  const entries = machine.storage.database.all<{ entry: string }>(
    "SELECT entry FROM audit_entries WHERE entry LIKE '%schedule_ended%'",
  );
  expect(entries.map(({ entry }) => JSON.parse(entry))).toMatchObject([
    { actorId: null, about: { orderId: order.orderId, number: order.number, reason: 'restored' } },
  ]);
  // The desk says so, and the order itself is as good as before: it can be scheduled anew.
  expect((await machine.as('operator').call('office.home', {})).ordersNotCarriedOut).toBe(1);
  const { orderId, digest } = order;
  await machine
    .as('operator')
    .call('destruction.scheduleOrder', { orderId, digest, validThrough: '2026-05-08' });
  machine.clock.set('2026-05-05T13:30:00.000Z');
  await machine.thread.whenIdle('destruction.window', () => runScheduledExecutions(machine.thread));
  expect((await schedules()).recent[0]).toMatchObject({ state: 'carried_out' });
  expect(machine.storage.database.value('SELECT count(*) FROM record_units')).toBe(0);
});

it('what the window destroyed since the backup is destroyed again by the restore, and by nothing else', async () => {
  await nightOf(office);
  expect(office.storage.database.value('SELECT count(*) FROM record_units')).toBe(0);
  await refreshKeys(office, keysCopy);
  expect((await restore(machine, folders)).report.destroyedAgain).toEqual({ orders: 1, units: 1, people: 1 });
  await nightOf(machine);
  expect(machine.storage.database.value('SELECT count(*) FROM record_units')).toBe(0);
  expect((await schedules()).planned).toEqual([]);
});
