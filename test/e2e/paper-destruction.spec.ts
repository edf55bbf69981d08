import { drawn } from '../fixtures/paper-order.ts';
import { plainJpeg } from '../fixtures/photograph.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './office-fixture.ts';
import { type Call, english, goTo, people, prepareDesk, sent, sitDown } from './prepared-desk.ts';

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

  const scan = page.getByRole('textbox', { name: english('destruction.paper.scan.label') });
  for (const [index, box] of [first, second].entries()) {
    await scan.fill(box.label);
    await scan.press('Enter');
    await expect(
      page.getByText(english('destruction.paper.fetch.pull.said', { code: box.code, left: 1 - index })),
    ).toBeVisible();
  }

  const begin = async () => {
    await page.getByRole('button', { name: english('destruction.paper.by') }).click();
    await page.getByRole('option', { name: /Shredder in the archive/ }).click();
    await page.getByRole('button', { name: english('documents.paper.witness') }).click();
    await page.getByRole('option', { name: people.clerk.displayName }).click();
    await page.getByRole('button', { name: english('destruction.paper.start.action') }).click();
  };
  const feed = async (box: { label: string; code: string }) => {
    const field = page.getByRole('textbox', { name: english('destruction.paper.feed.label') });
    await field.fill(box.label);
    await field.press('Enter');
    await expect(page.getByText(`${box.code} may go in.`, { exact: false })).toBeVisible();
  };
  const measure = async (sheets: string) => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: english('destruction.paper.amount.measured') }).fill(sheets);
    return dialog;
  };
  const signBoth = async () => {
    await expect(page.getByText(english('destruction.paper.sign.title'))).toBeVisible();
    for (const group of [
      english('destruction.paper.sign.operator', { number: 4 }),
      english('destruction.paper.sign.witness', { number: 1 }),
    ]) {
      const pad = page.getByRole('group', { name: group }).locator('canvas');
      await pad.scrollIntoViewIfNeeded();
      const box = await pad.boundingBox();
      if (box === null) throw new Error('somewhere to sign');
      await page.mouse.move(box.x + 20, box.y + 20);
      await page.mouse.down();
      await page.mouse.move(box.x + 120, box.y + 50, { steps: 6 });
      await page.mouse.up();
    }
    await page
      .getByLabel(english('destruction.paper.sign.password', { number: 1 }))
      .fill(people.clerk.password);
    await expectAccessible(page);
    await page.getByRole('button', { name: english('destruction.paper.sign.action') }).click();
  };

  await begin();
  await feed(first);
  await page.getByRole('button', { name: english('destruction.paper.stop.interrupted') }).click();
  const interruption = await measure('99');
  await interruption.getByRole('button', { name: english('destruction.paper.stop.reason') }).click();
  await page.getByRole('option', { name: english('documents.paper.interruption.machine_stopped') }).click();
  await expect(
    interruption.getByText(english('destruction.paper.amount.difference', { difference: -1 })),
  ).toBeVisible();
  await interruption.getByRole('button', { name: english('destruction.paper.amount.reason') }).click();
  await page.getByRole('option', { name: english('documents.paper.difference.counting_error') }).click();
  await interruption.getByRole('button', { name: english('destruction.paper.stop.action') }).click();
  await signBoth();
  await expect(page.getByText(english('destruction.state.partly_destroyed')).first()).toBeVisible();

  // The other box is still to be put back; it is fetched again instead, and goes in a batch of its own.
  await page.getByText(english('destruction.paper.fetch.pull'), { exact: true }).click();
  await scan.fill(second.label);
  await scan.press('Enter');
  await begin();
  await feed(second);
  await page.getByRole('button', { name: english('destruction.paper.stop.done') }).click();
  await (await measure('100'))
    .getByRole('button', { name: english('destruction.paper.stop.action') })
    .click();
  await signBoth();
  await expect(page.getByText(english('destruction.state.destroyed')).first()).toBeVisible();
  const { order } = await sent(call, 'destruction.getOrder', { orderId, limit: 1, offset: 0 });
  await goTo(page, `/register/certificates/${order.certificateNumber}`);
  await expect(page.getByText(/B-\d{4}-0001/).first()).toBeVisible();
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
