import { afterEach, beforeEach, expect, it } from 'vitest';
import { backUp, medium, otherMachine, refreshKeys, registerKeys, restore } from '../../fixtures/copies.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';
import { approvedOrder, dueUnits, propose } from '../../fixtures/order.ts';
import {
  aMachine,
  dueBoxes,
  feed,
  idsOf,
  paperOrder,
  pull,
  sign,
  startBatch,
  stop,
} from '../../fixtures/paper-order.ts';

let office: TestOffice;
let machine: TestOffice;
let folders: { backupFolder: string; keysFolder: string };
let keysCopy: string;
beforeEach(async () => {
  office = await openTestOffice();
  machine = otherMachine(office);
  folders = { backupFolder: medium(office, 'backups'), keysFolder: medium(office, 'keys') };
  keysCopy = (await registerKeys(office, folders.keysFolder)).copyId;
});
afterEach(async () => {
  await office.remove();
  await machine.remove();
});

const stateOf = async (where: TestOffice, entryId: string) =>
  (await where.as('clerk').call('paper.openEntry', { entryId })).entry.state;

it('a backup from before a batch does not bring back what it destroyed, and lets go of what was still to come', async () => {
  const boxes = await dueBoxes(office, 3);
  const [first, second, third] = boxes;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three boxes');
  const order = await paperOrder(office, boxes);
  await pull(office, order, [first, second]);
  await backUp(office, folders.backupFolder);

  // Afterwards one box is shredded; the order stays open for the others.
  const { batchId } = await startBatch(office, order, await aMachine(office));
  await feed(office, batchId, [first]);
  await stop(office, batchId, 100, 'machine_stopped');
  expect((await sign(office, batchId)).orderState).toBe('partly_destroyed');
  await refreshKeys(office, keysCopy);

  const { report } = await restore(machine, folders);
  expect(report.destroyedAgain).toMatchObject({ orders: 1, units: 1 });
  expect(await stateOf(machine, first.entryId)).toBe('destroyed');
  // The order of the backup is closed; what it had not destroyed is on its shelf and in the review, and can be ordered anew.
  expect(await stateOf(machine, second.entryId)).toBe('on_shelf');
  expect(await stateOf(machine, third.entryId)).toBe('on_shelf');
  expect((await dueUnits(machine)).sort()).toEqual([second.entryId, third.entryId].sort());
  await approvedOrder(machine, [second.entryId, third.entryId]);
});

it('a batch that the backup knows of stays, and the next one, which it does not, is not forgotten', async () => {
  const boxes = await dueBoxes(office, 2);
  const [first, second] = boxes;
  if (first === undefined || second === undefined) throw new Error('two boxes');
  const order = await paperOrder(office, boxes);
  const machineId = await aMachine(office);
  const shred = async (box: typeof first) => {
    await pull(office, order, [box]);
    const { batchId } = await startBatch(office, order, machineId);
    await feed(office, batchId, [box]);
    await stop(office, batchId, 100);
    return sign(office, batchId);
  };
  await shred(first);
  await backUp(office, folders.backupFolder);
  const { certificateNumber } = await shred(second);
  expect(certificateNumber).not.toBeNull();
  await refreshKeys(office, keysCopy);

  await restore(machine, folders);
  for (const { entryId } of boxes) expect(await stateOf(machine, entryId)).toBe('destroyed');
  expect(await dueUnits(machine)).toEqual([]);
  const { orders } = await machine
    .as('reviewer')
    .call('destruction.listOrders', { show: 'open', limit: 10, offset: 0 });
  expect(orders).toEqual([]);
  // And it can be destroyed no second time.
  await expect(propose(machine, idsOf(boxes))).rejects.toMatchObject({ error: { code: 'unit_not_found' } });
});
