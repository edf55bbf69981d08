import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright/test';
import { findBrowser } from '../../main/hosts/browser.ts';
import { createVerifyText } from '../../shared/text/register-verify.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './office-fixture.ts';
import {
  type Call,
  destroyEverything,
  english,
  goTo,
  korean,
  prepareDesk,
  sent,
  sitDown,
  speak,
} from './prepared-desk.ts';

/** What an office hands over, brought back into the window and into the page that stands alone. */
let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ashbook-e2e-evidence-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function save(
  call: Call,
  channel: 'register.certificate' | 'register.verifier',
  ask: object,
  format: string,
) {
  const path = join(folder, `saved-${channel.split('.')[1]}.${format}`);
  const input = { ask, format, languages: ['en'], to: { way: 'file', path, replace: true } };
  await sent(call, channel, input as never);
  return path;
}

function damaged(path: string): string {
  const bytes = readFileSync(path);
  bytes.write('/producer', bytes.indexOf('/Producer'), 'latin1');
  const other = join(folder, 'damaged.pdf');
  writeFileSync(other, bytes);
  return other;
}

async function bring(page: Page, button: string, ...paths: string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(paths);
}

test('evidence is checked in the window, and by the page that it hands out, from a disk and without network', async ({
  page,
  call,
}) => {
  await prepareDesk(page, call, 1);
  const number = await destroyEverything(page, call);
  const good = await save(call, 'register.certificate', { number }, 'pdf');
  const bad = damaged(good);

  await goTo(page, '/register/check');
  await bring(page, english('register.verify.page.choose'), good);
  const results = page.getByRole('grid', { name: english('register.check.results') });
  await expect(
    results.getByText(english('register.verify.result.pass'), { exact: true }).first(),
  ).toBeVisible();
  await expect(results.getByText(english('register.verify.result.fail'), { exact: true })).toHaveCount(0);
  await expect(results).toContainText('this office’s log still has the checkpoint');
  await expectAccessible(page);
  await page.getByRole('button', { name: english('register.verify.page.clear') }).click();
  await bring(page, english('register.verify.page.choose'), bad);
  await expect(results.getByText(english('register.verify.result.fail'), { exact: true })).toHaveCount(1);
  await expect(results).toContainText('the file was changed after it was signed');

  await page.getByRole('button', { name: english('register.check.alone.save') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(english('office.document.save.folder'), { exact: true }).fill(folder);
  await dialog.getByRole('button', { name: english('office.document.save.submit'), exact: true }).click();
  await expect(dialog).toBeHidden();

  // Another computer: a browser of its own, without network, that knows nothing of the office.
  const computer = await chromium.launch({ executablePath: findBrowser() ?? '' });
  try {
    const stranger = await computer.newContext({ offline: true, locale: 'ko-KR' });
    const alone = await stranger.newPage();
    const asked: string[] = [];
    const troubles: string[] = [];
    alone.on('request', (request) => asked.push(request.url()));
    alone.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    alone.on('pageerror', (error) => troubles.push(error.message));
    const address = pathToFileURL(join(folder, 'ashbook-verify.html')).href;
    await alone.goto(address);
    const words = createVerifyText('ko');
    await expect(alone.getByRole('heading', { name: words('register.verify.page.title') })).toBeVisible();
    await alone.locator('input[type=file]').setInputFiles([good]);
    await expect(alone.locator('#results li.pass').first()).toBeVisible();
    await expect(alone.locator('#results li.fail')).toHaveCount(0);
    await expect(alone.locator('#summary')).toHaveText(
      words('register.verify.summary', { checks: 7, failed: 0 }),
    );
    await alone.locator('#clear').click();
    await alone.locator('input[type=file]').setInputFiles([bad]);
    await expect(alone.locator('#results li.fail')).toHaveCount(1);
    await alone.getByRole('button', { name: 'English' }).click();
    await expect(alone.locator('#results li.fail')).toContainText('the file was changed after it was signed');
    // A program cannot be put into it, and it fetched nothing but itself.
    expect(asked).toEqual([address]);
    expect(troubles).toEqual([]);
    await alone.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "broken in"';
      document.body.append(script);
    });
    expect(await alone.title()).not.toBe('broken in');
    await expectAccessible(alone);
  } finally {
    await computer.close();
  }
});

test('a certificate is corrected by a further one; both say so', async ({ page, call }) => {
  await prepareDesk(page, call, 1);
  const number = await destroyEverything(page, call);
  await speak(call, 'ko', 'light');
  await sitDown(page, call, 'asker');
  await goTo(page, `/register/certificates/${number}`);
  await page.getByRole('button', { name: korean('register.correct.open'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page);
  await dialog.getByLabel(korean('register.medium.serialNumber')).fill('한글 번호');
  await dialog.getByRole('button', { name: korean('register.correct.submit') }).click();
  await expect(dialog.getByText(korean('register.medium.letters'))).toBeVisible();
  await dialog.getByLabel(korean('register.medium.serialNumber')).fill('S6Z1NJ0W123456');
  await dialog.getByText(korean('register.correct.reason.became_known')).click();
  await dialog.getByRole('button', { name: korean('register.correct.submit') }).click();
  await expect(dialog).toBeHidden();
  const next = number.replace(/\d{4}$/u, (serial) => String(Number(serial) + 1).padStart(4, '0'));
  await expect(
    page.getByRole('heading', { name: korean('register.certificate.title', { number: next }) }),
  ).toBeVisible();
  const squeezed = (text: string) => text.replaceAll(/\s+/gu, '');
  await expect
    .poll(async () => squeezed((await page.getByRole('article').first().textContent()) ?? ''))
    .toContain(squeezed(korean('documents.supersession.title', { number })));
  await page.getByRole('link', { name: korean('register.correct.see', { number }) }).click();
  await expect(page.getByText(korean('register.correct.superseded_by', { number: next }))).toBeVisible();
  await expect(page.getByRole('button', { name: korean('register.correct.open'), exact: true })).toHaveCount(
    0,
  );
  await goTo(page, '/register');
  await expect(page.getByRole('row', { name: number })).toContainText(
    korean('register.correct.superseded_short', { number: next }),
  );
});

test('a signing certificate is imported and the medium described', async ({ page, call }) => {
  await prepareDesk(page, call, 1);
  await sitDown(page, call, 'clerk');
  const openssl = (...given: string[]) => execFileSync('openssl', given, { cwd: folder, stdio: 'pipe' });
  openssl(
    ...[
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'k.pem',
      '-out',
      'c.pem',
      '-days',
      '3650',
    ],
    ...['-subj', '/O=Haneul/CN=Haneul Clinic Seal', '-addext', 'keyUsage=digitalSignature'],
  );
  openssl(
    ...['pkcs12', '-export', '-inkey', 'k.pem', '-in', 'c.pem', '-out', 'seal.p12', '-passout', 'pass:words'],
  );
  await goTo(page, '/register/signing');
  await page.getByRole('button', { name: english('register.signing.import'), exact: true }).click();
  await bring(page, english('register.signing.import.choose'), join(folder, 'seal.p12'));
  const dialog = page.getByRole('dialog');
  const passphrase = dialog.getByLabel(english('register.signing.import.passphrase'));
  await passphrase.fill('other words');
  await dialog.getByRole('button', { name: english('register.signing.import.submit'), exact: true }).click();
  await expect(dialog.getByText(english('error.pkcs12_passphrase'))).toBeVisible();
  await expectAccessible(page);
  await passphrase.fill('words');
  await dialog.getByRole('button', { name: english('register.signing.import.submit'), exact: true }).click();
  await expect(dialog).toBeHidden();
  const list = page.getByRole('grid', { name: english('register.signing.certificates') });
  await expect(list.getByRole('row', { name: 'Haneul Clinic Seal' })).toContainText(
    english('register.signing.in_use'),
  );
  await page.getByRole('button', { name: english('register.medium.describe'), exact: true }).click();
  await dialog.getByLabel(english('register.medium.propertyNumber')).fill('IT-2024-0117');
  await dialog.getByRole('button', { name: english('register.medium.save'), exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('IT-2024-0117')).toBeVisible();
  await expectAccessible(page);
});
