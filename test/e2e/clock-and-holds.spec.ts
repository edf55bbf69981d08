import { formatDate } from '../../shared/text/format.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './office-fixture.ts';
import {
  english,
  goTo,
  korean,
  prepareDesk,
  proposeEverything,
  sent,
  sitDown,
  speak,
} from './prepared-desk.ts';
import { monday, officeWithHeaps } from './review-desk.ts';

test.describe('a clock that cannot be believed', () => {
  // Last open on the 9th, opened on Monday the 23rd: more than the three days an office allows.
  const visitors = { name: { en: 'Visitor cards', ko: '방문증' }, count: 3, collectedOn: '2025-11-15' };
  test.use({
    officeOptions: { prepare: officeWithHeaps([visitors], '2026-11-09T03:00:00.000Z'), clock: monday },
  });

  test('is said on the desk and in the review, and destroys nothing until a reviewer has confirmed the date', async ({
    page,
    call,
  }) => {
    await sitDown(page, call, 'operator');
    await goTo(page, '/');
    await expect(page.getByText(english('office.task.clock'), { exact: true })).toBeVisible();
    await sitDown(page, call, 'asker');
    await goTo(page, '/');
    await page.getByRole('link', { name: english('retention.clock.confirm') }).click();
    const words = english('retention.clock.forward', {
      today: formatDate('2026-11-23', 'en'),
      seen: formatDate('2026-11-09', 'en'),
      days: 3,
    });
    await expect(page.getByText(words)).toBeVisible();
    await expectAccessible(page);
    expect(await call('retention.confirmClock', { today: '2026-11-22' })).toMatchObject({
      error: { code: 'clock_date_changed' },
    });
    await page.getByRole('button', { name: english('retention.clock.confirm') }).click();
    const question = page.getByRole('alertdialog');
    await expect(question).toContainText(english('retention.clock.confirm.consequence'));
    await expectAccessible(page);
    // Whoever is not sure leaves it.
    await page.keyboard.press('Escape');
    await expect(page.getByText(words)).toBeVisible();
    await page.getByRole('button', { name: english('retention.clock.confirm') }).click();
    await question
      .getByRole('button', {
        name: english('retention.clock.confirm.action', { today: formatDate('2026-11-23', 'en') }),
      })
      .click();
    await expect(page.getByText(english('retention.clock.confirmed'))).toBeVisible();
    await expect(page.getByText(words)).toHaveCount(0);
    expect(await sent(call, 'retention.clockState', {})).toMatchObject({ trouble: null });
    await goTo(page, '/');
    await expect(page.getByText(english('office.task.clock'), { exact: true })).toHaveCount(0);
    await speak(call, 'ko', 'dark');
    await sitDown(page, call, 'asker');
    await goTo(page, '/retention');
    await expect(page.getByText(korean('retention.clock.confirm'))).toHaveCount(0);
  });
});

test('a hold that is placed while an order is being carried out stops its records, and the order says so', async ({
  page,
  call,
}) => {
  // Checking so many takes longer than a hold needs to arrive.
  await prepareDesk(page, call, 120, (number) => (number === 120 ? '2021-03-05' : '2021-03-02'));
  // One who reviews and carries out, and neither asked for this order nor approved it.
  const both = { signInName: 'seojun', displayName: 'Yoon Seo-jun', password: 'double duty by lamp light' };
  await sent(call, 'office.addUser', { ...both, roles: ['reviewer', 'operator'] });
  await sitDown(page, call, 'asker');
  const { orderId, digest } = await proposeEverything(call);
  await sitDown(page, call, 'approver');
  await sent(call, 'destruction.approveOrder', { orderId, digest });
  await sent(call, 'office.signOut', {});
  await sent(call, 'office.signIn', { signInName: both.signInName, password: both.password });
  await expect(page.getByText(both.displayName, { exact: true }).first()).toBeVisible();

  await goTo(page, '/retention/holds');
  await page.getByRole('button', { name: english('retention.holds.place') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: english('retention.hold.authority') }).fill('District Court');
  await dialog.getByRole('textbox', { name: english('retention.hold.reason') }).fill('2026 Ga 114');
  const from = dialog.getByRole('group', { name: english('retention.hold.query.from') });
  await from.getByRole('spinbutton').first().focus();
  await page.keyboard.type('05032021');
  await dialog.getByRole('button', { name: english('retention.hold.query.count') }).click();
  await expect(
    dialog.getByText(english('retention.hold.query.matches', { count: 1 }), { exact: true }),
  ).toBeVisible();
  await expectAccessible(page);

  // The order is sent to be carried out, and behind it the hold.
  await page.evaluate(
    ([name, input]) => {
      const submit = [...document.querySelectorAll('.dialog button[type=submit]')].at(-1);
      if (submit instanceof HTMLElement) submit.click();
      Reflect.set(window, 'carriedOut', window.ashbook.call(name, input));
    },
    ['destruction.executeOrder', { orderId, digest }] as const,
  );
  await expect(page.getByText(english('retention.hold.done', { count: 1 }))).toBeVisible();
  const carriedOut = await page.evaluate(() => Reflect.get(window, 'carriedOut'));
  expect(carriedOut).toMatchObject({ ok: true, value: { state: 'destroyed' } });

  await goTo(page, `/destruction/${orderId}`);
  await expect(page.getByText(english('destruction.left_out.title', { count: 1 }))).toBeVisible();
  await expectAccessible(page);
  await goTo(page, '/retention?show=held');
  await expect(
    page.getByRole('grid', { name: english('retention.review.tab.held') }).getByRole('row'),
  ).toHaveCount(2);
  // It is in the review again, and of the others nothing is.
  expect(await sent(call, 'retention.listUnits', { show: 'due', limit: 1, offset: 0 })).toMatchObject({
    total: 1,
    units: [{ orderId: null }],
  });
});
