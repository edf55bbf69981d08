import type { Page } from 'playwright/test';
import type { Answer } from '../../shared/contract/answer.ts';
import type { Role } from '../../shared/domain/office/permission.ts';
import { createText } from '../../shared/text/messages.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './office-fixture.ts';

const english = createText('en');
const korean = createText('ko');

const passwords = {
  yuna: 'blue kettle on the third shelf',
  ben: 'paper lantern above the door',
  mina: 'seven quiet trains at noon',
};

type Call = (channel: string, input: unknown) => Promise<Answer>;

const user = (signInName: keyof typeof passwords, displayName: string, roles: Role[]) => ({
  signInName,
  displayName,
  roles,
  password: passwords[signInName],
});

/** An office with an administrator and reviewer (yuna), who is at the desk afterwards, and a clerk and reviewer (ben). */
async function createOffice(page: Page, call: Call): Promise<void> {
  const answer = await call('office.create', {
    officeName: 'Haneul Clinic',
    timeZone: 'Asia/Seoul',
    jurisdiction: 'korea',
    language: 'en',
    cipher: 'aegis',
    administrator: user('yuna', 'Seo Yun-a', ['reviewer', 'administrator']),
    secondUser: user('ben', 'Ben Okoro', ['clerk', 'reviewer']),
  });
  expect(answer).toMatchObject({ ok: true });
  await expect(page.getByRole('heading', { name: english('office.home.title') })).toBeVisible();
}

async function signIn(page: Page, signInName: string, password: string): Promise<void> {
  await page.getByLabel(english('office.user.sign_in_name'), { exact: true }).fill(signInName);
  await visiblePassword(page).fill(password);
  await page.getByRole('button', { name: english('office.sign_in.submit') }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: english('office.session.sign_out') }).click();
  await expect(page.getByRole('heading', { name: english('office.sign_in.title') })).toBeVisible();
}

const visiblePassword = (page: Page) =>
  page.getByLabel(english('office.user.password'), { exact: true }).filter({ visible: true });

async function switchTo(page: Page, name: string): Promise<void> {
  await page.getByText(name, { exact: true }).filter({ visible: true }).click();
}

test.describe('first run', () => {
  test('makes an office in four pages, and says what is missing next to its field', async ({ page }) => {
    const next = page.getByRole('button', { name: english('common.continue') });
    await switchTo(page, 'English');

    await next.click();
    await expect(page.getByText(english('common.field.required'))).toBeVisible();
    await expect(page.getByLabel(english('office.first_run.office_name'))).toBeFocused();
    await expectAccessible(page);
    await page.getByLabel(english('office.first_run.office_name')).fill('Haneul Clinic');
    await expect(page.getByText(english('common.field.required'))).toBeHidden();
    await page.getByRole('combobox', { name: english('office.first_run.time_zone') }).fill('Seoul');
    await page.getByRole('option', { name: 'Asia/Seoul' }).click();
    await page.getByText(english('office.jurisdiction.gdpr'), { exact: true }).click();
    await next.click();

    await expect(page.getByRole('heading', { name: english('office.first_run.protection') })).toBeVisible();
    await page.getByText(english('office.cipher.sqlcipher'), { exact: true }).click();
    await expectAccessible(page);
    await next.click();

    const fill = async (displayName: string, signInName: string, password: string) => {
      const field = (label: string) => page.getByLabel(label, { exact: true }).filter({ visible: true });
      await field(english('office.user.display_name')).fill(displayName);
      await field(english('office.user.sign_in_name')).fill(signInName);
      await field(english('office.user.password')).fill(password);
      await field(english('office.password.repeat')).fill(password);
    };
    await fill('Seo Yun-a', 'yuna', 'password123');
    await expect(page.getByText(english('office.password.score_0')).filter({ visible: true })).toBeVisible();
    await next.click();
    await expect(page.getByText(english('office.password.too_easy'))).toBeVisible();
    await fill('Seo Yun-a', 'yuna', passwords.yuna);
    await expect(page.getByText(english('office.password.score_4')).filter({ visible: true })).toBeVisible();
    await expectAccessible(page);
    await next.click();

    await expect(page.getByRole('heading', { name: english('office.first_run.second_user') })).toBeVisible();
    await expect(page.getByText(english('office.first_run.three_people'))).toBeVisible();
    const create = page.getByRole('button', { name: english('office.first_run.create') });
    await fill('Ben Okoro', 'Yuna', passwords.ben);
    await create.click();
    await expect(page.getByText(english('error.sign_in_name_taken'))).toBeVisible();
    await fill('Ben Okoro', 'ben', passwords.ben);
    await create.click();

    await expect(page.getByRole('heading', { name: english('office.kit.title') })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: english('office.kit.later') }).click();
    await expect(page.getByRole('heading', { name: english('office.home.title') })).toBeVisible();
    await expect(page.getByText('Haneul Clinic')).toBeVisible();
    await expect(page.getByText('Seo Yun-a')).toBeVisible();
    await expect(page.getByText(english('office.task.first_form'))).toBeVisible();
    await expect(page.getByText(english('office.home.duties'))).toBeVisible();
    await expectAccessible(page);
  });

  test('speaks both languages and shows both themes before there is an office', async ({ page, call }) => {
    await switchTo(page, '한국어');
    await expect(page.getByRole('heading', { name: korean('office.first_run.office') })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    await switchTo(page, korean('office.preferences.dark'));
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expectAccessible(page);
    expect(await call('office.status', {})).toMatchObject({
      value: { preferences: { language: 'ko', theme: 'dark' } },
    });
    await switchTo(page, 'English');
    await expect(page.getByRole('heading', { name: english('office.first_run.office') })).toBeVisible();
  });
});

test.describe('at the door', () => {
  test.beforeEach(async ({ page, call }) => createOffice(page, call));

  test('a wrong password is said next to the field, delays the next attempt and is in the audit log', async ({
    page,
    call,
  }) => {
    await signOut(page);
    await expectAccessible(page);
    const submit = page.getByRole('button', { name: english('office.sign_in.submit') });

    await signIn(page, 'yuna', 'not the password');
    await expect(page.getByText(english('office.sign_in.wrong'))).toBeVisible();
    await expect(visiblePassword(page)).toBeFocused();
    await expect(visiblePassword(page)).toHaveValue('');
    await expect(submit).toBeDisabled();
    await expect(submit).toBeEnabled();
    await signIn(page, 'yuna', 'nor this one');
    await expect(page.getByText(english('office.sign_in.wait', { seconds: 2 }))).toBeVisible();
    await expect(page.getByText(english('office.sign_in.wait', { seconds: 1 }))).toBeVisible();
    await expect(submit).toBeEnabled();

    await signIn(page, 'yuna', passwords.yuna);
    await expect(page.getByRole('heading', { name: english('office.home.title') })).toBeVisible();
    const log = await call('register.listAuditEntries', { limit: 20, offset: 0 });
    expect(JSON.stringify(log).match(/"office\.sign_in_failed"/g)).toHaveLength(2);
  });

  test('the lock hides the desk, keeps what was being written, and opens for the same person', async ({
    page,
  }) => {
    await page.getByRole('link', { name: english('office.users.title') }).click();
    await page.getByRole('button', { name: english('office.users.add') }).click();
    const name = page.getByLabel(english('office.user.display_name'), { exact: true });
    await expect(name).toBeFocused();
    await name.fill('Half written');
    await page.keyboard.press('Control+l');

    await expect(page.getByRole('heading', { name: english('office.lock.title') })).toBeVisible();
    await expect(name).toBeHidden();
    await expect(visiblePassword(page)).toBeFocused();
    await expectAccessible(page);
    await visiblePassword(page).fill('not the password');
    await page.keyboard.press('Enter');
    await expect(page.getByText(english('office.lock.wrong'))).toBeVisible();
    await visiblePassword(page).fill(passwords.yuna);
    await page.getByRole('button', { name: english('office.lock.unlock') }).click();

    await expect(name).toHaveValue('Half written');
    await page.keyboard.press('Escape');
    await expect(name).toBeHidden();
  });

  test('the desk locks itself when nobody touches it', async ({ page }) => {
    await page.clock.install();
    await page.mouse.move(400, 400);
    await page.clock.fastForward('09:30');
    await page.mouse.move(410, 410);
    await page.clock.fastForward('09:30');
    await expect(page.getByRole('heading', { name: english('office.home.title') })).toBeVisible();
    await page.clock.fastForward('00:31');
    await expect(page.getByRole('heading', { name: english('office.lock.title') })).toBeVisible();
  });
});

test.describe('at the desk', () => {
  test.beforeEach(async ({ page, call }) => createOffice(page, call));

  test('rooms open by Alt and a number, `?` lists the keys, Esc closes', async ({ page }) => {
    await page.keyboard.press('Alt+7');
    await expect(page).toHaveURL(/#\/register/);
    await page.keyboard.press('Alt+1');
    await expect(page).toHaveURL(/#\/$/);
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: english('office.keys.title') });
    await expect(help).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
    await page.keyboard.press('Alt+2');
    await expect(page).toHaveURL(/#\/collection/);
  });

  test('the administrator adds a third user, and the duties can be kept apart', async ({ page }) => {
    const tooFew = page.getByText(english('office.home.duties'));
    await expect(tooFew).toBeVisible();
    await page.getByRole('link', { name: english('office.users.add') }).click();
    await expect(page.getByRole('row')).toHaveCount(3);
    await expectAccessible(page);
    await page.getByRole('button', { name: english('office.users.add') }).click();

    const dialog = page.getByRole('dialog');
    const field = (label: string) => dialog.getByLabel(label, { exact: true });
    await field(english('office.user.display_name')).fill('강민아');
    await field(english('office.user.sign_in_name')).fill('with space');
    await field(english('office.user.password')).fill(passwords.mina);
    await field(english('office.password.repeat')).fill('something else');
    const add = dialog.getByRole('button', { name: english('office.users.add') });
    await add.click();
    await expect(dialog.getByText(english('office.user.sign_in_name_letters'))).toBeVisible();
    await expect(dialog.getByText(english('office.password.differs'))).toBeVisible();
    await expect(dialog.getByText(english('office.user.roles_none'))).toBeVisible();
    await expectAccessible(page);
    await field(english('office.user.sign_in_name')).fill('mina');
    await field(english('office.password.repeat')).fill(passwords.mina);
    await dialog.getByText(english('office.role.operator'), { exact: true }).click();
    await add.click();

    await expect(dialog).toBeHidden();
    await expect(page.getByRole('row')).toHaveCount(4);
    await expect(page.getByText(english('office.users.added_notice', { number: 3 }))).toBeVisible();
    await expect(tooFew).toBeHidden();
  });

  test('shows an operator the whole way, but opens only the rooms of the role', async ({ page, call }) => {
    await call('office.addUser', user('mina', '강민아', ['operator']));
    await signOut(page);
    await signIn(page, 'mina', passwords.mina);
    const spine = page.getByRole('navigation', { name: english('office.spine.label') });
    await expect(spine.getByText(english('common.room.collection'))).toBeVisible();
    await expect(spine.getByRole('link', { name: english('common.room.collection') })).toHaveCount(0);
    await expect(spine.getByRole('link', { name: english('common.room.destruction') })).toBeVisible();
    await expect(spine.getByText(english('common.room.retention'))).toHaveCount(0);
    await page.evaluate(() => {
      location.hash = '#/users';
    });
    await expect(page.getByRole('heading', { name: english('common.not_permitted.title') })).toBeVisible();
    await expectAccessible(page);
  });

  test('changes language and theme at any time', async ({ page }) => {
    await switchTo(page, '한국어');
    await expect(page.getByRole('heading', { name: korean('office.home.title') })).toBeVisible();
    await switchTo(page, korean('office.preferences.dark'));
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expectAccessible(page);
    await page.getByRole('link', { name: korean('office.users.title') }).click();
    await expect(page.getByRole('row')).toHaveCount(3);
    await expectAccessible(page);
    await switchTo(page, korean('office.preferences.light'));
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  });

  test('reflows at 200 % zoom without scrolling sideways', async ({ page }) => {
    await page.setViewportSize({ width: 640, height: 400 });
    for (const path of ['#/', '#/users']) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    }
  });
});
