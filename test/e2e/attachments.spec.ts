import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { createText } from '../../shared/text/messages.ts';
import { pdfOf, tiffOf } from '../fixtures/attachment.ts';
import { writtenPdf } from '../fixtures/written-pdf.ts';
import { expectAccessible } from './accessibility.ts';
import { goTo, must, publishForm, sitDownAtDesk, takeConsent } from './desk.ts';
import { expect, test } from './office-fixture.ts';

const english = createText('en');
const korean = createText('ko');
const picture = readFileSync(new URL('../../docs/pictures/desk.png', import.meta.url));

test.use({ officeOptions: { clock: '2026-11-23T02:00:00.000Z' } });

async function choose(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page
      .getByRole('button', { name: english('collection.attachments.add'), exact: true })
      .first()
      .click(),
  ]);
  await chooser.setFiles(file);
}

test('files are added, looked at and removed on the person page', async ({ page, call, consoleErrors }) => {
  await sitDownAtDesk(page, call);
  const form = await publishForm(call);
  const { personId } = await takeConsent(call, form, {
    name: '한가람 Han Garam',
    givenOn: '2026-11-20',
    newsletter: true,
  });
  await goTo(page, `/collection/people/${personId}`);
  await page.getByRole('button', { name: english('collection.use_reason.open') }).click();
  await expect(page.getByText(english('collection.attachments.drop')).first()).toBeVisible();
  await expectAccessible(page);

  const file = (name: string) => page.getByText(name, { exact: true });
  await choose(page, {
    name: 'referral.pdf',
    mimeType: 'application/pdf',
    buffer: await writtenPdf('Referral letter'),
  });
  await expect(file('referral.pdf')).toBeVisible();
  await choose(page, { name: 'x-ray.png', mimeType: 'image/png', buffer: picture });
  await expect(file('x-ray.png')).toBeVisible();
  await choose(page, { name: 'old scan.tiff', mimeType: 'image/tiff', buffer: tiffOf() });
  await expect(file('old scan.tiff')).toBeVisible();
  await choose(page, { name: 'broken.pdf', mimeType: 'application/pdf', buffer: pdfOf(2_500_000) });
  await expect(file('broken.pdf')).toBeVisible();

  // What it is called does not make it a PDF.
  await choose(page, {
    name: 'contract.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('not a PDF at all'),
  });
  await expect(page.getByText(english('error.attachment_type_unknown'))).toBeVisible();
  await expect(file('contract.pdf')).toHaveCount(0);
  await expectAccessible(page);

  const view = (fileName: string) =>
    page.getByRole('button', { name: english('collection.attachments.view_named', { fileName }) }).click();
  const dialog = page.getByRole('dialog');
  const close = () => dialog.getByRole('button', { name: english('collection.attachments.close') }).click();
  await view('referral.pdf');
  await expect(dialog.getByText('Referral letter')).toBeVisible();
  await expectAccessible(page);
  await close();
  await view('x-ray.png');
  await expect(dialog.getByRole('img', { name: 'x-ray.png' })).toBeVisible();
  await expect
    .poll(() => dialog.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100);
  await expectAccessible(page);
  await close();
  await view('old scan.tiff');
  await expect(dialog.getByText(english('collection.attachments.cannot_show_tiff'))).toBeVisible();
  await close();
  await view('broken.pdf');
  await expect(dialog.getByText(english('collection.attachments.cannot_show_damaged'))).toBeVisible();
  expect(consoleErrors.splice(0).join()).toContain('a document could not be opened');
  await close();

  await page
    .getByRole('button', {
      name: english('collection.attachments.remove_named', { fileName: 'old scan.tiff' }),
    })
    .click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('old scan.tiff');
  await question.getByRole('button', { name: english('collection.attachments.remove_confirm') }).click();
  await expect(file('old scan.tiff')).toHaveCount(0);
  const opened = await must(call, 'collection.openPerson', { personId, reason: 'serve_person' });
  expect(opened.attachments.map(({ fileName }) => fileName).sort()).toEqual([
    'broken.pdf',
    'referral.pdf',
    'x-ray.png',
  ]);

  await must(call, 'office.setPreferences', { language: 'ko', theme: 'dark' });
  await page.reload();
  await page.getByRole('button', { name: korean('collection.use_reason.open') }).click();
  await expect(page.getByText(korean('collection.attachments.drop')).first()).toBeVisible();
  await expectAccessible(page);
});

test('a file is dropped onto its purpose, and several at once are not taken', async ({ page, call }) => {
  await sitDownAtDesk(page, call);
  const form = await publishForm(call);
  const { personId } = await takeConsent(call, form, {
    name: '한가람',
    givenOn: '2026-11-20',
    newsletter: true,
  });
  await goTo(page, `/collection/people/${personId}`);
  await page.getByRole('button', { name: english('collection.use_reason.open') }).click();
  const target = page.locator('.attachments-drop').nth(1);
  await expect(target).toBeVisible();
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error('there is nowhere to drop');
  const folder = mkdtempSync(join(tmpdir(), 'ashbook-e2e-dropped-'));
  const devTools = await page.context().newCDPSession(page);
  // As the system does it: files by their path, which a page cannot make up.
  const drop = async (fileNames: string[]) => {
    const files = fileNames.map((name) => join(folder, name));
    for (const file of files) writeFileSync(file, await writtenPdf('Dropped'));
    const data = { items: [], files, dragOperationsMask: 1 };
    for (const [step, type] of (['dragEnter', 'dragOver', 'dragOver', 'drop'] as const).entries()) {
      await devTools.send('Input.dispatchDragEvent', { type, data, x: box.x + 9 + step, y: box.y + 9 });
    }
  };
  await drop(['one.pdf', 'two.pdf']);
  await expect(page.getByText(english('collection.attachments.one_by_one'))).toBeVisible();
  await drop(['dropped.pdf']);
  await expect(page.getByText('dropped.pdf', { exact: true })).toBeVisible();
  const opened = await must(call, 'collection.openPerson', { personId, reason: 'serve_person' });
  const newsletter = opened.consents[0]?.purposes.find(({ purposeId }) => purposeId === form.additional);
  expect(opened.attachments).toMatchObject([{ fileName: 'dropped.pdf', unitId: newsletter?.unit?.unitId }]);
  rmSync(folder, { recursive: true });
});

test('people are found as they are typed, by initials and by the last digits', async ({ page, call }) => {
  await sitDownAtDesk(page, call);
  const form = await publishForm(call);
  for (const name of ['김철수', '이영희', 'Zoë Åström']) {
    await takeConsent(call, form, { name, givenOn: '2026-11-20', newsletter: false });
  }
  await goTo(page, '/collection/people');
  const field = page.getByRole('searchbox', { name: english('collection.people.search') });
  const rows = page.getByRole('row').filter({ hasNot: page.getByRole('columnheader') });
  for (const [typed, found] of [
    ['ㄱㅊㅅ', '김철수'],
    ['영', '이영희'],
    ['astrom', 'Zoë Åström'],
  ] as const) {
    await field.fill(typed);
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText(found);
  }
  await field.fill('0000');
  await expect(rows).toHaveCount(3);
  await expectAccessible(page);
});
