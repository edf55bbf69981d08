import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './office-fixture.ts';
import { beginBatch, enter, feed, scan, signBoth, stopBatch } from './paper-desk.ts';
import { english, goTo, prepareDesk, sent, sitDown } from './prepared-desk.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test.use({ officeOptions: { clock: '2026-11-23T02:00:00.000Z' } });

/** 40 boxes on two shelves; the first four have been due for years, the others are kept. */
const list = [
  'Box number,Title,Site,Room,Shelf,Date,Sheets',
  ...Array.from({ length: 40 }, (_, index) =>
    [
      `2019-${String(index + 1).padStart(2, '0')}`,
      `Complaints ${index + 1}`,
      'HQ-1',
      'R-1',
      index < 20 ? 'A-1' : 'A-2',
      index < 4 ? '2021-03-02' : '2026-11-02',
      '900',
    ].join(','),
  ),
].join('\r\n');

test('40 boxes: from the list to the shelf, to the machine, to a certificate that verifies', async ({
  page,
  call,
}, testInfo) => {
  test.slow();
  await prepareDesk(page, call, 0);
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  // Registered from the list the office has.
  await goTo(page, '/paper/import');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    button(english('collection.import.choose')).click(),
  ]);
  await chooser.setFiles({ name: 'boxes.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await page.getByRole('button', { name: english('paper.field.class') }).click();
  await page
    .getByRole('option', { name: /\(1 year\)/ })
    .first()
    .click();
  await button(english('collection.import.check')).click();
  await button(english('paper.import.run', { count: 40 })).click();
  await expect(page.getByText(english('paper.import.done', { count: 40 }))).toBeVisible();
  const { entries } = await sent(call, 'paper.listEntries', {
    parentId: null,
    depth: 'below',
    limit: 100,
    offset: 0,
  });
  const boxOf = (code: string) => {
    const entry = entries.find((one) => one.code === code);
    if (entry === undefined) throw new Error(`no box ${code}`);
    return entry;
  };

  // An inventory of the room: 38 are scanned, two are not there.
  await goTo(page, '/paper/inventories');
  await expect(page.getByRole('heading', { name: english('paper.inventories.title') })).toBeVisible();
  await scan(page, boxOf('R-1').label);
  await expect(
    page.getByRole('heading', { name: english('paper.inventory.title', { code: 'R-1' }) }),
  ).toBeVisible();
  const last = page.getByRole('region', { name: english('paper.inventory.scanning') }).getByRole('status');
  const there = entries.filter(
    ({ kind, code }) => kind === 'box' && code !== '2019-04' && code !== '2019-30',
  );
  for (const shelf of ['A-1', 'A-2']) {
    await scan(page, boxOf(shelf).label);
    for (const box of there.filter(({ place }) => place.at(-1)?.code === shelf)) {
      await scan(page, box.label);
      await expect(last).toContainText(box.code);
    }
  }
  await button(english('paper.inventory.close')).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: english('paper.inventory.close') })
    .click();
  await expect(page.getByText(english('paper.inventory.close.done', { missing: 2, moved: 0 }))).toBeVisible();

  // Four boxes are due; the one that is missing cannot be ordered, and is said to be.
  await sitDown(page, call, 'asker');
  await sent(call, 'destruction.addMachine', {
    name: 'Shredder in the archive',
    serial: 'HSM-4711',
    method: 'shred',
    level: 'P-4',
    place: 'on_site',
  });
  await goTo(page, '/retention');
  const due = page.getByRole('grid', { name: english('retention.review.tab.due') });
  await expect(due.getByRole('row')).toHaveCount(5);
  const propose = async () => {
    await button(english('retention.propose.action')).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: english('retention.propose.action') })
      .click();
  };
  await due.getByRole('row').nth(1).focus();
  await page.keyboard.press('Control+a');
  await propose();
  await expect(
    page.getByText(english('error.paper_missing_from_shelf', { code: '2019-04' })).first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await due.getByRole('row').filter({ hasText: '2019-04' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(english('retention.selection.count', { count: 3 }))).toBeVisible();
  await propose();
  await page.getByRole('link', { name: /^Open order D-/ }).click();
  await expect(page.getByRole('heading', { name: /^Order D-/ })).toBeVisible();
  const orderId = new URL(page.url()).hash.split('/').at(-1) ?? '';
  const { digest } = await sent(call, 'destruction.getOrder', { orderId, limit: 1, offset: 0 });

  await sitDown(page, call, 'approver');
  await sent(call, 'destruction.approveOrder', { orderId, digest });

  // The operator goes along the shelves with the pulling list.
  await sitDown(page, call, 'operator');
  await goTo(page, `/destruction/${orderId}/paper`);
  await button(english('destruction.paper.pulling_list')).click();
  await expect(page.getByText(english('office.document.pages', { count: 1 }))).toBeVisible();
  await page.keyboard.press('Escape');
  const boxes = ['2019-01', '2019-02', '2019-03'].map(boxOf);
  const fetch = async (box: { label: string; code: string }) => {
    await enter(page, english('destruction.paper.scan.label'), box.label);
    await expect(page.getByText(`${box.code} is fetched.`, { exact: false })).toBeVisible();
  };
  for (const box of boxes) await fetch(box);
  await page.getByRole('textbox', { name: english('destruction.paper.seal.number') }).fill('KR-20931');
  await button(english('destruction.paper.seal.action', { count: 3 })).click();
  await expect(page.getByText('KR-20931').first()).toBeVisible();
  await expectAccessible(page);

  // Two go in before the machine stands still; the third is put back, and comes again in a batch of its own.
  const [first, second, third] = boxes;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three boxes');
  await beginBatch(page, /Shredder in the archive/);
  await feed(page, first);
  await feed(page, second);
  await stopBatch(page, '1800', { because: 'machine_stopped' });
  await signBoth(page);
  await expect(page.getByText(english('destruction.state.partly_destroyed')).first()).toBeVisible();
  await page.getByText(english('destruction.paper.fetch.put_back'), { exact: true }).click();
  await enter(page, english('destruction.paper.scan.label'), third.label);
  await expect(page.getByText(`${third.code} is back on its shelf.`, { exact: false })).toBeVisible();
  expect((await sent(call, 'paper.openEntry', { entryId: third.entryId })).entry.state).toBe('on_shelf');
  await page.getByText(english('destruction.paper.fetch.pull'), { exact: true }).click();
  await fetch(third);
  await beginBatch(page, /Shredder in the archive/);
  await feed(page, third);
  await stopBatch(page, '900');
  await signBoth(page);
  await expect(page.getByText(english('destruction.state.destroyed')).first()).toBeVisible();

  // The certificate, checked by the verifier that needs nothing of the office.
  const { order } = await sent(call, 'destruction.getOrder', { orderId, limit: 1, offset: 0 });
  await goTo(page, `/register/certificates/${order.certificateNumber}`);
  await expect(page.getByText(/B-\d{4}-0002/).first()).toBeVisible();
  const { certificate } = await sent(call, 'register.getCertificate', {
    number: order.certificateNumber ?? '',
  });
  const file = testInfo.outputPath('certificate.json');
  writeFileSync(file, JSON.stringify(certificate));
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, 'main/hosts/launch.mjs'), 'main/hosts/verify/main.ts', '--language', 'en', file],
    { cwd: root, encoding: 'utf8' },
  );
  expect([status, stdout.match(/^FAIL/gmu)]).toEqual([0, null]);
  expect(stdout).toContain('all 2 batches of paper are signed by operator and witness');
});
