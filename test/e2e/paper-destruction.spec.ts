import { drawn } from '../fixtures/paper-order.ts';
import { plainJpeg } from '../fixtures/photograph.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './office-fixture.ts';
import { beginBatch, enter, feed, signBoth, stopBatch } from './paper-desk.ts';
import { type Call, english, goTo, prepareDesk, sent, sitDown } from './prepared-desk.ts';

const notCounted = { coversFrom: null, coversTo: null, records: null, weightGrams: null };
const words = { title: '', note: '', formerCode: '', formRanges: [] };

/** Boxes on one shelf whose period is over; answers what a scanner reads from their labels. */
async function boxes(
  call: Call,
  howMany: number,
): Promise<{ entryId: string; code: string; label: string }[]> {
  const { rules } = await sent(call, 'paper.listRules', {});
  const ruleId = rules.find(({ period }) => period === 'P1Y')?.ruleId ?? '';
  const place = { words, extent: { ...notCounted, sheets: null }, unit: null };
  const { entries } = await sent(call, 'paper.registerEntries', {
    ...place,
    kind: 'site',
    parentId: null,
    code: 'HQ-1',
  });
  const parentId = entries[0]?.entryId ?? '';
  const registered = await sent(call, 'paper.registerEntries', {
    kind: 'box',
    parentId,
    code: null,
    howMany,
    words,
    extent: { ...notCounted, sheets: 100 },
    unit: { ruleId, collectedOn: '2021-03-02' },
  });
  return registered.entries;
}

async function approvedOrder(page: Parameters<typeof sitDown>[0], call: Call, unitIds: string[]) {
  await sitDown(page, call, 'asker');
  await sent(call, 'destruction.addMachine', {
    name: 'Shredder in the archive',
    serial: 'HSM-4711',
    method: 'shred',
    level: 'P-4',
    place: 'on_site',
  });
  const order = await sent(call, 'destruction.proposeOrder', { unitIds });
  await sitDown(page, call, 'approver');
  await sent(call, 'destruction.approveOrder', { orderId: order.orderId, digest: order.digest });
  return order;
}

test('boxes are fetched, shredded before a witness, interrupted, finished another time and certified', async ({
  page,
  call,
}) => {
  test.slow();
  await prepareDesk(page, call, 0);
  const [first, second] = await boxes(call, 2);
  if (first === undefined || second === undefined) throw new Error('two boxes');
  const { orderId } = await approvedOrder(page, call, [first.entryId, second.entryId]);
  await sitDown(page, call, 'operator');
  await goTo(page, `/destruction/${orderId}`);
  await page.getByRole('link', { name: english('destruction.paper.open') }).click();
  await expectAccessible(page);

  const label = english('destruction.paper.scan.label');
  for (const [index, box] of [first, second].entries()) {
    await enter(page, label, box.label);
    await expect(
      page.getByText(english('destruction.paper.fetch.pull.said', { code: box.code, left: 1 - index })),
    ).toBeVisible();
  }

  await beginBatch(page, /Shredder in the archive/);
  await feed(page, first);
  await page.getByRole('button', { name: english('destruction.paper.stop.interrupted') }).click();
  const interruption = page.getByRole('dialog');
  await interruption.getByRole('textbox', { name: english('destruction.paper.amount.measured') }).fill('99');
  await interruption.getByRole('button', { name: english('destruction.paper.stop.reason') }).click();
  await page.getByRole('option', { name: english('documents.paper.interruption.machine_stopped') }).click();
  await expect(
    interruption.getByText(english('destruction.paper.amount.difference', { difference: -1 })),
  ).toBeVisible();
  await interruption.getByRole('button', { name: english('destruction.paper.amount.reason') }).click();
  await page.getByRole('option', { name: english('documents.paper.difference.counting_error') }).click();
  await interruption.getByRole('button', { name: english('destruction.paper.stop.action') }).click();
  await signBoth(page);
  await expect(page.getByText(english('destruction.state.partly_destroyed')).first()).toBeVisible();

  // The other box is still to be put back; it is fetched again instead, and goes in a batch of its own.
  await page.getByText(english('destruction.paper.fetch.pull'), { exact: true }).click();
  await enter(page, label, second.label);
  await beginBatch(page, /Shredder in the archive/);
  await feed(page, second);
  await stopBatch(page, '100');
  await signBoth(page);
  await expect(page.getByText(english('destruction.state.destroyed')).first()).toBeVisible();
  const { order } = await sent(call, 'destruction.getOrder', { orderId, limit: 1, offset: 0 });
  await goTo(page, `/register/certificates/${order.certificateNumber}`);
  await expect(page.getByText(/B-\d{4}-0001/).first()).toBeVisible();
});

test('a part of a folder is registered, ordered, masked before a witness and certified; the folder stays', async ({
  page,
  call,
}) => {
  await prepareDesk(page, call, 0);
  const [box] = await boxes(call, 1);
  if (box === undefined) throw new Error('a box');
  // Kept for now: only the part goes.
  const { rules } = await sent(call, 'paper.listRules', {});
  const { entries } = await sent(call, 'paper.registerEntries', {
    kind: 'folder',
    parentId: null,
    code: 'F-12',
    words,
    extent: { ...notCounted, sheets: 120 },
    unit: {
      ruleId: rules.find(({ period }) => period === 'P1Y')?.ruleId ?? '',
      collectedOn: (await sent(call, 'office.status', {})).today ?? '',
    },
  });
  const [folder] = entries;
  if (folder === undefined) throw new Error('a folder');
  await goTo(page, `/paper/${folder.entryId}`);
  await page.getByRole('button', { name: english('paper.parts.add') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: english('paper.parts.sheets') }).fill('3');
  await dialog.getByRole('textbox', { name: english('paper.parts.where') }).fill('Sheets 14 to 16');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: english('paper.parts.add.save') }).click();
  await expect(page.getByText(english('paper.parts.added'))).toBeVisible();
  const { parts } = await sent(call, 'paper.listParts', { wholeId: folder.entryId });
  const { orderId } = await approvedOrder(page, call, [parts[0]?.partId ?? '']);
  await goTo(page, `/destruction/${orderId}`);
  await expect(page.getByText('Masked on 3 sheets', { exact: false }).first()).toBeVisible();

  await sitDown(page, call, 'operator');
  await goTo(page, `/destruction/${orderId}/paper`);
  await enter(page, english('destruction.paper.scan.label'), folder.label);
  await beginBatch(page, new RegExp(english('destruction.paper.by_hand.mask')));
  await expect(page.getByText('Sheets 14 to 16').first()).toBeVisible();
  await enter(page, english('destruction.paper.feed.by_hand'), folder.label);
  await expect(page.getByText('The part of F-12 is done.', { exact: false })).toBeVisible();
  await stopBatch(page, '3', { end: 'destruction.paper.stop.done_by_hand' });
  await signBoth(page);
  await expect(page.getByText(english('destruction.state.destroyed')).first()).toBeVisible();
  const { entry } = await sent(call, 'paper.openEntry', { entryId: folder.entryId });
  expect([entry.state, entry.sheets]).toEqual(['on_shelf', 120]);
});

test('a vendor takes boxes away, and the order waits for its certificate', async ({ page, call }) => {
  await prepareDesk(page, call, 0);
  const [box] = await boxes(call, 1);
  if (box === undefined) throw new Error('a box');
  const { vendorId } = await sent(call, 'provision.addVendor', {
    name: 'Clean Shred',
    task: 'Shredding',
    contact: '',
    contractEndsOn: null,
    doesMarketing: false,
  });
  const { orderId } = await approvedOrder(page, call, [box.entryId]);
  await sitDown(page, call, 'asker');
  await sent(call, 'destruction.setVendorCertification', {
    vendorId,
    certification: 'ISO 21964-3, 4711',
    certifiedUntil: '2099-12-31',
    method: 'shred',
    level: 'P-4',
    certificateDays: 14,
  });
  await sitDown(page, call, 'operator');
  await sent(call, 'destruction.pullUnit', { orderId, text: box.label });
  await goTo(page, `/destruction/${orderId}/paper`);
  await page.getByRole('textbox', { name: english('destruction.paper.seal.number') }).fill('KR-20931');
  await page.getByRole('button', { name: english('destruction.paper.seal.action', { count: 1 }) }).click();
  await expect(
    page.getByRole('gridcell', { name: 'KR-20931' }).or(page.getByText('KR-20931')).first(),
  ).toBeVisible();
  const { containers } = await sent(call, 'destruction.paperOfOrder', { orderId });
  const { batchId } = await sent(call, 'destruction.handOverContainers', {
    orderId,
    containerIds: containers.map(({ containerId }) => containerId),
    to: { kind: 'vendor', vendorId, deviceSerial: 'BIN-7', receiver: 'Driver' },
    place: 'Loading bay',
    signed: { way: 'screen', giver: drawn, receiver: drawn },
  });
  await sent(call, 'destruction.addOrderFile', {
    orderId,
    batchId,
    kind: 'vendor_certificate',
    fileName: 'certificate.jpg',
    content: Buffer.from(plainJpeg()).toString('base64'),
  });
  // What was entered past the window is read anew.
  await page.reload();
  await expect(page.getByText(english('destruction.paper.batch.with_vendor'))).toBeVisible();
  await page.getByRole('textbox', { name: english('destruction.paper.certificate.number') }).fill('CS-118');
  await page.getByRole('textbox', { name: english('destruction.paper.amount.measured') }).fill('505');
  await expectAccessible(page);
  await page.getByRole('button', { name: english('destruction.paper.certificate.action') }).click();
  await expect(page.getByText(english('destruction.state.destroyed')).first()).toBeVisible();
});
