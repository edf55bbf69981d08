import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { readPdf } from '../unit/documents/read-pdf.ts';
import { expect, test } from './office-fixture.ts';
import { english as text } from './prepared-desk.ts';

/**
 * The whole life of one consent, in the window only: from a machine that never saw the application to a certificate and an
 * audit log that verifies itself. Nothing here is done by a call.
 */
const staff = {
  yuna: { name: 'Seo Yun-a', password: 'blue kettle on the third shelf' },
  ben: { name: 'Ben Okoro', password: 'paper lantern above the door' },
  mina: { name: 'Kang Min-a', password: 'seven quiet trains at noon' },
} as const;
type Staff = keyof typeof staff;

/** For work that stretches keys: slow by design, and slower still beside other tests. */
const patiently = { timeout: 45_000 };

test('the whole life of one consent, in the window', async ({ page }) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'ashbook-e2e-life-'));
  try {
    await test.step('1. first run, and a third user', async () => {
      await firstRun(page);
      await addOperator(page);
    });
    await test.step('2. sign out, a wrong password, sign in', async () => {
      await signOut(page);
      await fillSignIn(page, 'yuna', 'not the password');
      await expect(page.getByText(text('office.sign_in.wrong'))).toBeVisible(patiently);
      await expect(page.getByRole('button', { name: text('office.sign_in.submit') })).toBeEnabled();
      await signIn(page, 'yuna');
    });
    await test.step('3. publish a form, take three consents', async () => {
      await publishForm(page);
      await changePerson(page, 'ben');
      await takeConsent(page, 'Dana Whitfield', '02032021');
      await takeConsent(page, 'Robin Achterberg', null);
      await takeConsent(page, 'Stays Behind', null);
    });
    await test.step('4. withdraw: due at once', async () => withdraw(page, 'Robin Achterberg'));
    await test.step('5. review and propose; the same person cannot approve', async () => {
      await proposeAll(page, 2);
      await page.getByRole('link', { name: /^Open order D-/ }).click();
      await expect(page.getByText(text('destruction.duty.own_request'))).toBeVisible();
      await expect(page.getByRole('button', { name: text('destruction.approve.action') })).toHaveCount(0);
      await changePerson(page, 'yuna');
      await openOrder(page);
      await page.getByRole('button', { name: text('destruction.approve.action') }).click();
      await confirm(page, text('destruction.approve.action'));
      await expect(page.getByText(text('destruction.duty.waits_for_operator'))).toBeVisible();
    });
    await test.step('6. an operator carries it out, with progress and verification', async () => {
      await changePerson(page, 'mina');
      await openOrder(page);
      await page.getByRole('button', { name: text('destruction.execute.action'), exact: true }).click();
      await rememberProgress(page);
      await confirm(page, text('destruction.execute.confirm', { count: 2 }));
      const verification = page.getByRole('grid', { name: text('destruction.verification.title') });
      await expect(verification.getByText(text('destruction.verification.pass'))).toHaveCount(8, patiently);
      expect(await shownSteps(page)).toEqual(expect.arrayContaining(['destroy_keys', 'verify']));
    });
    const number = await test.step('7. the certificate in the window, and where the person says', async () =>
      readAndSaveCertificate(page, folder));
    await test.step('8. the audit log lists each step and verifies itself', async () => {
      await changePerson(page, 'yuna');
      await expectWholeLog(page);
      expect(number).toMatch(/^\d{4}-0001$/);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const named = (within: Page | Locator, label: string) =>
  within.getByLabel(label, { exact: true }).filter({ visible: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const room = (page: Page, name: 'collection' | 'retention' | 'destruction' | 'register') =>
  page
    .getByRole('navigation', { name: text('office.spine.label') })
    .getByRole('link', { name: new RegExp(`^${text(`common.room.${name}`)}`, 'u') })
    .click();
const confirm = (page: Page, name: string) =>
  page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();

async function firstRun(page: Page): Promise<void> {
  await page.getByText('English', { exact: true }).click();
  await named(page, text('office.first_run.office_name')).fill('Haneul Clinic');
  await page.getByRole('combobox', { name: text('office.first_run.time_zone') }).fill('Seoul');
  await page.getByRole('option', { name: 'Asia/Seoul' }).click();
  await press(page, text('common.continue'));
  await expect(page.getByRole('heading', { name: text('office.first_run.protection') })).toBeVisible();
  await press(page, text('common.continue'));
  await fillUser(page, 'yuna');
  await press(page, text('common.continue'));
  await expect(page.getByRole('heading', { name: text('office.first_run.second_user') })).toBeVisible();
  await fillUser(page, 'ben');
  await press(page, text('office.first_run.create'));
  await page.getByRole('link', { name: text('office.kit.later') }).click();
  await expect(page.getByRole('heading', { name: text('office.home.title') })).toBeVisible(patiently);
}

async function fillUser(within: Page | Locator, who: Staff): Promise<void> {
  await named(within, text('office.user.display_name')).fill(staff[who].name);
  await named(within, text('office.user.sign_in_name')).fill(who);
  await named(within, text('office.user.password')).fill(staff[who].password);
  await named(within, text('office.password.repeat')).fill(staff[who].password);
}

async function addOperator(page: Page): Promise<void> {
  await page.getByRole('link', { name: text('office.users.add') }).click();
  await press(page, text('office.users.add'));
  const dialog = page.getByRole('dialog');
  await fillUser(dialog, 'mina');
  await dialog.getByText(text('office.role.operator'), { exact: true }).click();
  await dialog.getByRole('button', { name: text('office.users.add') }).click();
  await expect(dialog).toBeHidden(patiently);
}

async function signOut(page: Page): Promise<void> {
  await press(page, text('office.session.sign_out'));
  await expect(page.getByRole('heading', { name: text('office.sign_in.title') })).toBeVisible();
}

async function fillSignIn(page: Page, signInName: string, password: string): Promise<void> {
  await named(page, text('office.user.sign_in_name')).fill(signInName);
  await named(page, text('office.user.password')).fill(password);
  await press(page, text('office.sign_in.submit'));
}

async function signIn(page: Page, who: Staff): Promise<void> {
  await fillSignIn(page, who, staff[who].password);
  await expect(page.getByText(staff[who].name, { exact: true }).first()).toBeVisible(patiently);
}

async function changePerson(page: Page, who: Staff): Promise<void> {
  await signOut(page);
  await signIn(page, who);
}

/** The template as it stands: one essential and one optional purpose, kept a year at most. */
async function publishForm(page: Page): Promise<void> {
  await room(page, 'collection');
  await page
    .getByRole('link', { name: text('collection.forms.new') })
    .first()
    .click();
  await press(page, text('collection.editor.publish', { version: 1 }));
  await confirm(page, text('collection.editor.publish', { version: 1 }));
  await expect(page.getByText(text('collection.editor.published', { version: 1 }))).toBeVisible();
}

/** @param givenOn day, month and year as typed into the date field; null: today */
async function takeConsent(page: Page, name: string, givenOn: string | null): Promise<void> {
  await room(page, 'collection');
  await page
    .getByRole('link', { name: text('collection.nav.capture') })
    .first()
    .click();
  await page.locator('[data-field="language"]').getByText('English', { exact: true }).click();
  if (givenOn !== null) {
    await page.locator('[data-field="givenOn"]').getByRole('spinbutton').first().focus();
    await page.keyboard.type(givenOn);
  }
  const essential = page.getByRole('radiogroup', { name: 'Membership and contact' });
  await expect(essential.getByRole('radio', { checked: true })).toHaveCount(0);
  await essential.getByText(text('collection.capture.agree'), { exact: true }).click();
  await page
    .getByRole('radiogroup')
    .last()
    .getByText(text('collection.capture.do_not_agree'), { exact: true })
    .click();
  await named(page, 'Name').fill(name);
  // One way of consenting has the same name.
  await page.getByRole('textbox', { name: 'Telephone' }).fill('010-0000-0000');
  await draw(page, page.getByRole('img', { name: text('collection.signature.pad') }));
  await press(page, text('collection.capture.save'));
  await expect(page.getByRole('heading', { name: text('collection.result.title') })).toBeVisible();
}

async function draw(page: Page, pad: Locator): Promise<void> {
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('no box to sign in');
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  for (const [x, y] of [
    [90, 30],
    [140, 80],
    [200, 40],
    [260, 70],
  ] as const) {
    await page.mouse.move(box.x + x, box.y + y, { steps: 4 });
  }
  await page.mouse.up();
}

async function withdraw(page: Page, name: string): Promise<void> {
  await room(page, 'collection');
  await page.getByRole('link', { name: text('collection.nav.people'), exact: true }).click();
  await named(page, text('collection.people.search')).fill(name);
  await page.getByRole('row', { name }).click();
  await press(page, text('collection.use_reason.open'));
  await press(page, text('collection.person.withdraw'));
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Membership and contact', { exact: true }).click();
  await dialog.getByRole('button', { name: text('collection.withdraw.confirm', { count: 1 }) }).click();
  await expect(dialog).toBeHidden();
}

async function proposeAll(page: Page, count: number): Promise<void> {
  await room(page, 'retention');
  const due = page.getByRole('grid', { name: text('retention.review.tab.due') });
  await expect(due.getByRole('row')).toHaveCount(count + 1);
  await expect(due).toContainText('2021-03-02');
  await expect(due).toContainText(text('retention.urgency.due_today'));
  await due.getByRole('row').nth(1).focus();
  await page.keyboard.press('Control+a');
  await press(page, text('retention.propose.action'));
  await confirm(page, text('retention.propose.action'));
}

async function openOrder(page: Page): Promise<void> {
  await room(page, 'destruction');
  await page.getByRole('link', { name: /^D-\d{4}-0001$/ }).click();
  await expect(page.getByRole('heading', { name: /^Order D-/ })).toBeVisible();
}

/** Keeps the steps that the progress on screen says, which may be gone before a test could look. */
async function rememberProgress(page: Page): Promise<void> {
  await page.evaluate(() => {
    const steps: string[] = [];
    Object.assign(window, { stepsOfProgress: steps });
    window.ashbook.on((event) => {
      if (event.event === 'progress') steps.push(event.step);
    });
  });
}

const shownSteps = (page: Page): Promise<unknown> =>
  page.evaluate(() => Reflect.get(window, 'stepsOfProgress'));

/** Answers the number of the certificate. */
async function readAndSaveCertificate(page: Page, folder: string): Promise<string> {
  await page.getByRole('link', { name: /^Open certificate/ }).click();
  const first = page.getByRole('article').first();
  await expect(first.locator('canvas[data-drawn]')).toBeVisible();
  await page.getByText(text('office.document.language.both'), { exact: true }).click();
  await expect(first).toContainText(/Certificate\s*of\s*destruction/);
  await expect(first).toContainText(/개인정보\s*파기\s*확인서/);
  await press(page, text('office.document.save'));
  const dialog = page.getByRole('dialog');
  await named(dialog, text('office.document.save.folder')).fill(folder);
  const fileName = await named(dialog, text('office.document.save.name')).inputValue();
  await dialog.getByRole('button', { name: text('office.document.save.submit'), exact: true }).click();
  await expect(dialog).toBeHidden();
  const pdf = await readPdf(new Uint8Array(readFileSync(join(folder, fileName))));
  const printed = pdf.text.join('');
  for (const words of [
    'Certificateofdestruction',
    '개인정보파기확인서',
    'HaneulClinic',
    'Done',
    '파기한내용',
  ]) {
    expect(printed).toContain(words);
  }
  for (const name of ['Whitfield', 'Achterberg']) expect(printed).not.toContain(name);
  return /(\d{4}-\d{4})\.pdf$/.exec(fileName)?.[1] ?? '';
}

async function expectWholeLog(page: Page): Promise<void> {
  await room(page, 'register');
  await page.getByRole('link', { name: text('register.nav.audit_log'), exact: true }).click();
  const log = page.getByRole('grid', { name: text('register.audit.title') });
  for (const code of [
    'office.created',
    'office.user_added',
    'office.sign_in_failed',
    'office.signed_in',
    'collection.form_published',
    'collection.consent_captured',
    'collection.person_opened',
    'collection.consent_withdrawn',
    'destruction.order_proposed',
    'destruction.order_approved',
    'destruction.execution_started',
    'destruction.order_destroyed',
    'register.certificate_issued',
    'office.document_saved',
  ] as const) {
    await expect(log.getByText(text(`register.audit.code.${code}`), { exact: true }).first()).toBeVisible();
  }
  await press(page, text('register.audit.verify'));
  await expect(
    page.getByRole('grid', { name: text('register.audit.findings') }).getByText(text('register.audit.pass')),
  ).toHaveCount(7);
}
