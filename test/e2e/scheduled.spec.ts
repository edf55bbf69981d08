import { expectAccessible } from './accessibility.ts';
import { expect, test } from './office-fixture.ts';
import { english, goTo, korean, prepareDesk, sent, sitDown, speak } from './prepared-desk.ts';

// Monday at noon in Seoul: the window opens at 22:00.
test.use({ officeOptions: { clock: '2026-11-23T03:00:00.000Z' } });

test.describe('the window for scheduled destructions', () => {
  test('two people set it, an operator schedules an order for it, the lock says so, and it is withdrawn', async ({
    page,
    call,
  }) => {
    await prepareDesk(page, call, 2);
    await sitDown(page, call, 'asker');
    await goTo(page, '/retention/settings');
    await expect(page.getByText(english('destruction.window.none'))).toBeVisible();
    await page
      .getByRole('button', {
        name: english('retention.settings.change_of', { name: english('destruction.window.name') }),
      })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: english('destruction.window.field.to') }).fill('22:00');
    await dialog.getByRole('button', { name: english('retention.settings.ask') }).click();
    await expect(dialog.getByText(english('error.field.window_empty'))).toBeVisible();
    await dialog.getByRole('textbox', { name: english('destruction.window.field.to') }).fill('05:00');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: english('retention.settings.ask') }).click();
    await expect(page.getByText(english('retention.changes.mine'))).toBeVisible();

    await sitDown(page, call, 'approver');
    await goTo(page, '/retention/settings');
    await page.getByRole('button', { name: english('retention.changes.approve') }).click();
    const window = english('destruction.window.times', {
      days: 'Mon, Tue, Wed, Thu, Fri',
      from: '22:00',
      to: '05:00',
      overnight: 'yes',
    });
    await expect(page.getByText(window, { exact: true })).toBeVisible();

    const { units } = await sent(call, 'retention.listUnits', { show: 'due', limit: 10, offset: 0 });
    const { orderId, digest } = await sent(call, 'destruction.proposeOrder', {
      unitIds: units.map(({ unitId }) => unitId),
    });
    await sitDown(page, call, 'asker');
    await sent(call, 'destruction.approveOrder', { orderId, digest });

    await sitDown(page, call, 'operator');
    await goTo(page, `/destruction/${orderId}`);
    await page.getByRole('button', { name: english('destruction.schedule.action') }).click();
    await expect(dialog.getByText(english('destruction.schedule.until_then'))).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: english('destruction.schedule.confirm') }).click();
    const withdraw = page.getByRole('button', { name: english('destruction.schedule.withdraw') });
    await expect(withdraw).toBeVisible();
    await expect(page.getByText(english('destruction.deed.schedule'), { exact: true })).toBeVisible();
    await goTo(page, '/');
    await expect(page.getByText(english('office.task.scheduled', { count: 1 }))).toBeVisible();

    await sent(call, 'office.lock', {});
    await expect(page.getByText(english('destruction.tonight.needs_person'))).toBeVisible();
    await expectAccessible(page);
    // The language counts from when somebody next sits down.
    await speak(call, 'ko', 'dark');
    await sitDown(page, call, 'operator');
    await sent(call, 'office.lock', {});
    await expect(page.getByText(korean('destruction.tonight.needs_person'))).toBeVisible();
    await speak(call, 'en', 'light');

    await sitDown(page, call, 'operator');
    await goTo(page, `/destruction/${orderId}`);
    await withdraw.click();
    await expect(page.getByText(english('destruction.schedule.withdrawn'))).toBeVisible();
    await expect(withdraw).toBeHidden();
    await goTo(page, '/destruction');
    await expect(
      page.getByText(english('destruction.schedules.state.withdrawn'), { exact: true }),
    ).toBeVisible();
    await expectAccessible(page);
  });
});
