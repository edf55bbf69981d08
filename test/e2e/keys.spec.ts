import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { Page } from 'playwright/test';
import { printedCards } from '../service/holders/printed-cards.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './office-fixture.ts';
import { type Call, english, korean, people, sent } from './prepared-desk.ts';

const { clerk: administrator, asker } = people;
const newPassword = 'lemons on the windowsill again';

async function createOffice(page: Page, call: Call): Promise<void> {
  await sent(call, 'office.create', {
    officeName: 'Haneul Clinic',
    timeZone: 'Asia/Seoul',
    jurisdiction: 'korea',
    language: 'en',
    cipher: 'aegis',
    administrator,
    secondUser: asker,
  });
  await expect(page.getByRole('heading', { name: english('office.home.title') })).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: english('office.session.sign_out') }).click();
  await expect(page.getByRole('heading', { name: english('office.sign_in.title') })).toBeVisible();
}

/** A kit in force, made by calls. */
async function kitInForce(call: Call): Promise<string[]> {
  const { pdf } = await sent(call, 'office.makeRecoveryKit', {});
  const cards = await printedCards(pdf);
  await sent(call, 'office.confirmRecoveryKit', { firstCard: cards[0] ?? '', secondCard: cards[2] ?? '' });
  return cards;
}

/** The cards as a person reads them on the sheet in the window. */
async function cardsOnScreen(page: Page): Promise<string[]> {
  const spans = page.locator('.textLayer span');
  await expect(spans.filter({ hasText: /^28$/ })).toHaveCount(3);
  const words = (await spans.allTextContents())
    .map((text) => text.trim())
    .filter((text) => wordlist.includes(text));
  expect(words).toHaveLength(84);
  return [0, 1, 2].map((card) => words.slice(28 * card, 28 * (card + 1)).join(' '));
}

test('makes a kit: warned at home, printed, a slip told at once, two cards typed back', async ({
  page,
  call,
}) => {
  await createOffice(page, call);
  await expect(page.getByText(english('office.task.kit_none'))).toBeVisible();
  await page.getByRole('link', { name: english('office.holders.open') }).click();
  await expect(page.getByText(english('office.holders.kit_none'))).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: english('office.holders.kit_make') }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: english('office.kit.make') }).click();
  const cards = await cardsOnScreen(page);
  await expectAccessible(page);
  await page.evaluate(() => {
    window.print = () =>
      document.body.setAttribute('data-printed', String(document.querySelectorAll('.print-sheet').length));
  });
  await page.getByRole('button', { name: english('office.kit.print'), exact: true }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', '1');

  await page.getByRole('button', { name: english('office.kit.printed') }).click();
  const first = page.getByLabel(english('office.card.first'), { exact: true });
  const second = page.getByLabel(english('office.card.second'), { exact: true });
  const { kits } = await sent(call, 'office.holders', {});
  const kit = kits[0]?.kit ?? '';
  await first.fill((cards[1] ?? '').split(' ').with(11, 'kimchi').join(' '));
  await expect(page.getByText(english('error.recovery_card_word_unknown', { word: 12 }))).toBeVisible();
  await first.fill(
    (cards[1] ?? '')
      .split(' ')
      .map((word) => word.slice(0, 4))
      .join(' '),
  );
  await expect(page.getByText(english('office.card.read', { kit, card: 2 }))).toBeVisible();
  await second.fill(cards[1] ?? '');
  await page.getByRole('button', { name: english('office.kit.confirm') }).click();
  await expect(page.getByText(english('error.recovery_cards_same', { card: 2 }))).toBeVisible();
  await expectAccessible(page);
  await second.fill(cards[2] ?? '');
  await page.getByRole('button', { name: english('office.kit.confirm') }).click();
  await expect(page.getByText(english('office.holders.kit_active', { kit }), { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await expect(page.getByText(cards[0]?.split(' ')[0] ?? '', { exact: true })).toHaveCount(0);
});

test('sets a new password with two cards', async ({ page, call }) => {
  await createOffice(page, call);
  const cards = await kitInForce(call);
  await signOut(page);
  await page.getByRole('button', { name: english('office.recover.forgot') }).click();
  await expect(page.getByRole('heading', { name: english('office.recover.title') })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(english('office.card.first'), { exact: true }).fill(cards[2] ?? '');
  await page.getByLabel(english('office.card.second'), { exact: true }).fill(cards[1] ?? '');
  const whose = page.getByLabel(english('office.recover.whose'), { exact: true });
  await whose.fill('nobody.here');
  await page.getByLabel(english('office.holders.new_password'), { exact: true }).fill(newPassword);
  await page.getByLabel(english('office.password.repeat'), { exact: true }).fill(newPassword);
  const submit = page.getByRole('button', { name: english('office.recover.submit') });
  await submit.click();
  await expect(page.getByText(english('error.recovery_name_unknown'))).toBeVisible();
  await whose.fill(asker.signInName);
  await submit.click();
  await expect(page.getByText(english('office.recover.done'))).toBeVisible();
  await expect(page.getByLabel(english('office.user.sign_in_name'), { exact: true })).toHaveValue(
    asker.signInName,
  );
  await page.getByLabel(english('office.user.password'), { exact: true }).fill(newPassword);
  await page.getByRole('button', { name: english('office.sign_in.submit') }).click();
  await expect(page.getByRole('heading', { name: english('office.home.title') })).toBeVisible();
});

test('changes one’s own password', async ({ page, call }) => {
  await createOffice(page, call);
  await page.getByRole('link', { name: english('office.holders.open') }).click();
  await page.getByRole('button', { name: english('office.holders.change_password') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(english('office.holders.current_password')).fill('not this one at all');
  await dialog.getByLabel(english('office.holders.new_password')).fill(newPassword);
  await dialog.getByLabel(english('office.password.repeat')).fill(newPassword);
  const change = dialog.getByRole('button', { name: english('office.holders.change_password') });
  await change.click();
  await expect(dialog.getByText(english('error.current_password_wrong', { seconds: 1 }))).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel(english('office.holders.current_password')).fill(administrator.password);
  await expect(async () => {
    await change.click();
    await expect(dialog).toBeHidden({ timeout: 10_000 });
  }).toPass();
  await expect(page.getByText(english('office.holders.password_changed'))).toBeVisible();
});

test('changes roles, and removes a user after saying what that means', async ({ page, call }) => {
  await createOffice(page, call);
  await page.getByRole('link', { name: english('office.users.title') }).click();
  const name = asker.displayName;
  await page.getByRole('button', { name: english('office.users.change_named', { name }) }).click();
  await page.getByRole('dialog').getByText(english('office.role.auditor'), { exact: true }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: english('office.users.roles_save') }).click();
  await expect(page.getByRole('row', { name }).getByText(english('office.role.auditor'))).toBeVisible();

  await page.getByRole('button', { name: english('office.users.change_named', { name }) }).click();
  await page.getByRole('button', { name: english('office.users.remove') }).click();
  await expect(page.getByText(english('office.users.remove_text', { name }))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: english('office.users.remove') }).click();
  await expect(page.getByText(english('office.users.removed_notice', { name }))).toBeVisible();
  await expect(page.getByRole('row', { name })).toHaveCount(0);
});

test('gives the records a new key, after saying what that means', async ({ page, call }) => {
  await createOffice(page, call);
  await page.getByRole('link', { name: english('office.holders.open') }).click();
  const change = page.getByRole('button', { name: english('office.database_key.change') });
  await change.click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByText(english('office.database_key.confirm_text'))).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: english('office.database_key.change') }).click();
  await expect(page.getByText(english('office.database_key.changed'))).toBeVisible();
  expect((await sent(call, 'office.databaseKey', {})).by).toBe('maintenance');
  await expect(page.getByText(/^Last changed by hand on/)).toBeVisible();
  await page.getByRole('button', { name: english('office.database_key.plan') }).click();
  await page.getByRole('option', { name: 'Every six months' }).click();
  await expect(page.getByText(english('office.database_key.plan_kept'))).toBeVisible();
  expect((await sent(call, 'office.databaseKey', {})).everyMonths).toBe(6);
  await sent(call, 'office.setPreferences', { language: 'ko', theme: 'dark' });
  await page.reload();
  await expect(page.getByText(korean('office.database_key.text'))).toBeVisible();
});

test('speaks Korean', async ({ page, call }) => {
  await createOffice(page, call);
  await sent(call, 'office.setPreferences', { language: 'ko', theme: 'dark' });
  await page.reload();
  await page.getByRole('link', { name: korean('office.holders.open') }).click();
  await expect(page.getByText(korean('office.holders.kit_none'))).toBeVisible();
  await expectAccessible(page);
});
