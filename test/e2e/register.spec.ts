import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { certificateEnvelopeSchema } from '../../shared/domain/register/certificate.ts';
import { readPdf } from '../unit/documents/read-pdf.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './office-fixture.ts';
import { destroyEverything, english, goTo, korean, prepareDesk, sitDown, speak } from './prepared-desk.ts';

/** The certificate in the window, as far as it can be selected. */
const pages = (page: Page) => page.getByRole('article');
const squeezed = async (page: Page) =>
  ((await pages(page).first().textContent()) ?? '').replaceAll(/\s+/g, '');

test.describe('a certificate', () => {
  let number = '';
  test.beforeEach(async ({ page, call }) => {
    await prepareDesk(page, call, 1);
    number = await destroyEverything(page, call);
  });

  test('is listed, shown with selectable text in both languages, and zoomed', async ({ page }) => {
    await goTo(page, '/register');
    await expect(page.getByRole('row', { name: number })).toContainText(
      english('register.certificates.unconditional'),
    );
    await expectAccessible(page);
    await page.getByRole('link', { name: number, exact: true }).click();
    await expect(
      page.getByRole('heading', { name: english('register.certificate.title', { number }) }),
    ).toBeVisible();
    await expect(pages(page).first().locator('canvas[data-drawn]')).toBeVisible();
    await expect.poll(() => squeezed(page)).toContain('Certificateofdestruction');
    expect(await squeezed(page)).toContain(number);
    const facts = page.getByRole('complementary', { name: english('register.certificate.facts') });
    await expect(facts).toContainText(english('register.certificate.signature.valid'));
    await expect(facts).toContainText(english('register.certificate.checks.value', { passed: 8, total: 8 }));
    await expectAccessible(page);

    await page.getByText(english('office.document.language.both'), { exact: true }).click();
    await expect.poll(() => squeezed(page)).toContain('개인정보파기확인서');
    expect(await squeezed(page)).toContain('Certificateofdestruction');
    await page.getByText(english('office.document.language.ko'), { exact: true }).click();
    await expect.poll(() => squeezed(page)).not.toContain('Certificateofdestruction');
    await expect.poll(() => squeezed(page)).toContain('개인정보파기확인서');

    const width = async () => (await pages(page).first().boundingBox())?.width ?? 0;
    const fitting = await width();
    await page.getByRole('button', { name: english('office.document.zoom_in') }).click();
    await expect.poll(width).toBeGreaterThan(fitting);
    await page.getByRole('button', { name: english('office.document.fit_width') }).click();
    await expect.poll(width).toBe(fitting);
  });

  test('is saved only where the person says, and replaces a file only when asked', async ({ page }) => {
    const folder = mkdtempSync(join(tmpdir(), 'ashbook-e2e-save-'));
    try {
      await goTo(page, `/register/certificates/${number}`);
      await page.getByText(english('office.document.language.both'), { exact: true }).click();
      const save = page.getByRole('button', { name: english('office.document.save') });
      await save.click();
      const dialog = page.getByRole('dialog');
      const submit = dialog.getByRole('button', {
        name: english('office.document.save.submit'),
        exact: true,
      });
      const field = dialog.getByLabel(english('office.document.save.folder'), { exact: true });
      await field.fill(join(folder, 'not', 'there'));
      await submit.click();
      await expect(dialog.getByText(english('error.path_folder_missing'))).toBeVisible();
      await expectAccessible(page);
      const path = join(folder, `ashbook-certificate-${number}.pdf`);
      writeFileSync(path, 'something else');
      await field.fill(folder);
      await expect(dialog.getByText(path)).toBeVisible();
      await submit.click();
      await expect(dialog.getByText(english('office.document.save.replace.text'))).toBeVisible();
      expect(readFileSync(path, 'utf8')).toBe('something else');
      await expectAccessible(page);
      await dialog.getByRole('button', { name: english('office.document.save.replace') }).click();
      await expect(dialog).toBeHidden();
      const pdf = await readPdf(new Uint8Array(readFileSync(path)));
      const text = pdf.text.join('');
      expect(text).toContain('Certificateofdestruction');
      expect(text).toContain('개인정보파기확인서');
      expect(text).toContain(number);

      await save.click();
      await dialog.getByText(english('office.document.format.json'), { exact: true }).click();
      await dialog.getByLabel(english('office.document.save.folder'), { exact: true }).fill(folder);
      await submit.click();
      await expect(dialog).toBeHidden();
      const json: unknown = JSON.parse(
        readFileSync(join(folder, `ashbook-certificate-${number}.json`), 'utf8'),
      );
      expect(certificateEnvelopeSchema.parse(json).content.number).toBe(number);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('prints its pages and nothing else of the window', async ({ page }) => {
    await goTo(page, `/register/certificates/${number}`);
    await expect(pages(page).first().locator('canvas[data-drawn]')).toBeVisible();
    const count = await pages(page).count();
    await page.emulateMedia({ media: 'print' });
    const printed = page.evaluate(
      () =>
        new Promise<{ widths: number[]; seen: string[] }>((resolve) => {
          window.print = () => {
            const sheets = [...document.querySelectorAll<HTMLImageElement>('.print-sheet')];
            const seen = [...document.body.children].filter(
              (element) => getComputedStyle(element).display !== 'none' && element.tagName !== 'SCRIPT',
            );
            resolve({
              widths: sheets.map((sheet) => sheet.naturalWidth),
              seen: seen.map((element) => element.className),
            });
          };
        }),
    );
    await page.getByRole('button', { name: english('office.document.print') }).click();
    const { widths, seen } = await printed;
    expect(widths).toHaveLength(count);
    // A4 at 200 dots an inch.
    for (const width of widths) expect(width).toBeGreaterThanOrEqual(1650);
    expect(seen).toEqual(['print-sheets']);
    await page.emulateMedia({ media: null });
    await expect(page.getByRole('button', { name: english('office.document.print') })).toBeEnabled();
    await expect(page.locator('.print-sheet')).toHaveCount(0);
  });
});

test('the audit log says each deed in words and verifies itself', async ({ page, call }) => {
  await prepareDesk(page, call, 1);
  await destroyEverything(page, call);
  await speak(call, 'ko', 'dark');
  await sitDown(page, call, 'asker');
  await goTo(page, '/register/audit-log');
  const log = page.getByRole('grid', { name: korean('register.audit.title') });
  for (const code of [
    'collection.consent_captured',
    'destruction.order_proposed',
    'destruction.order_approved',
    'destruction.execution_started',
    'destruction.order_destroyed',
    'register.certificate_issued',
  ] as const) {
    await expect(log.getByText(korean(`register.audit.code.${code}`), { exact: true }).first()).toBeVisible();
  }
  await expect(log.getByText(/register\.|destruction\./)).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: korean('register.audit.verify') }).click();
  const findings = page.getByRole('grid', { name: korean('register.audit.findings') });
  await expect(findings.getByText(korean('register.audit.pass'))).toHaveCount(7);
  await expect(
    log.getByText(korean('register.audit.code.register.audit_log_verified'), { exact: true }),
  ).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: korean('register.checkpoint.sign') }).click();
  const dialog = page.getByRole('dialog');
  await expect(pages(page).first().locator('canvas[data-drawn]')).toBeVisible();
  await expect.poll(() => squeezed(page)).toContain('감사기록기준점');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: korean('common.close') }).click();
  await expect(dialog).toBeHidden();
});

test('whoever brings a receipt gets the proof that their records are destroyed', async ({ page, call }) => {
  const [receiptCode = ''] = await prepareDesk(page, call, 2);
  const number = await destroyEverything(page, call);
  await goTo(page, '/register/receipt');
  const code = page.getByLabel(english('register.receipt.code'), { exact: true });
  const find = page.getByRole('button', { name: english('register.receipt.find'), exact: true });
  // A name finds nothing, and neither does a code that was never given.
  await code.fill('Invented Person 1');
  await find.click();
  await expect(page.getByText(english('register.receipt.code.malformed'))).toBeVisible();
  await code.fill('ab'.repeat(16));
  await find.click();
  await expect(page.getByText(english('error.receipt_unknown'))).toBeVisible();
  await expectAccessible(page);
  await code.fill(receiptCode.toUpperCase().replaceAll(/(.{4})/gu, '$1 '));
  await find.click();
  await page.getByRole('button', { name: english('register.receipt.letter', { number }) }).click();
  await expect(pages(page).first().locator('canvas[data-drawn]')).toBeVisible();
  await expect.poll(() => squeezed(page)).toContain(receiptCode);
  await expectAccessible(page);
});
