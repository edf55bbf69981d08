import { expectAccessible } from './accessibility.ts';
import { expect, test } from './office-fixture.ts';
import { english, goTo, prepareDesk, proposeEverything, sent, sitDown, speak } from './prepared-desk.ts';

test.describe('review', () => {
  test('proposes what is due from the keyboard; the asker is told that another has to approve', async ({
    page,
    call,
  }) => {
    await prepareDesk(page, call, 3);
    await sitDown(page, call, 'asker');
    await goTo(page, '/retention');
    await expect(page.getByRole('heading', { name: english('retention.review.title') })).toBeVisible();
    const table = page.getByRole('grid', { name: english('retention.review.tab.due') });
    await expect(table.getByRole('row')).toHaveCount(4);
    await expect(table).toContainText('Collected 2021-03-02 + 1 year', { ignoreCase: true });
    await expect(table).toContainText('days overdue');
    await expectAccessible(page);

    const propose = page.getByRole('button', { name: english('retention.propose.action') });
    await expect(propose).toBeDisabled();
    await table.getByRole('row').nth(1).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(page.getByText(english('retention.selection.count', { count: 2 }))).toBeVisible();
    await page.keyboard.press('Control+a');
    await expect(page.getByText(english('retention.selection.count', { count: 3 }))).toBeVisible();
    await propose.click();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toContainText(english('retention.propose.not_yourself'));
    await expectAccessible(page);
    await dialog.getByRole('button', { name: english('retention.propose.action') }).click();

    await expect(page.getByText(english('retention.empty.due.title'))).toBeVisible();
    await page.getByRole('link', { name: /^Open order D-/ }).click();
    await expect(page.getByRole('heading', { name: /^Order D-/ })).toBeVisible();
    await expect(page.getByText(english('destruction.duty.own_request'))).toBeVisible();
    await expect(page.getByRole('button', { name: english('destruction.approve.action') })).toHaveCount(0);
    await expectAccessible(page);
    // The screen leaves the button out; the records thread refuses all the same.
    const { orders } = await sent(call, 'destruction.listOrders', { show: 'open', limit: 1, offset: 0 });
    const orderId = orders[0]?.orderId ?? '';
    const { digest } = await sent(call, 'destruction.getOrder', { orderId, limit: 1, offset: 0 });
    expect(await call('destruction.approveOrder', { orderId, digest })).toMatchObject({
      error: { code: 'approval_by_requester' },
    });
  });

  test('a hold keeps a unit out of every order until a person releases it', async ({ page, call }) => {
    await prepareDesk(page, call, 2);
    await sitDown(page, call, 'asker');
    await goTo(page, '/retention');
    const due = page.getByRole('grid', { name: english('retention.review.tab.due') });
    await due.getByRole('row').nth(1).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: english('retention.hold.action') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: english('retention.hold.action') }).click();
    await expect(dialog.getByText(english('common.field.required'))).toHaveCount(2);
    await expect(dialog.getByText(english('retention.hold.personal_data'))).toBeVisible();
    await expectAccessible(page);
    await dialog.getByLabel(english('retention.hold.authority')).fill('District court');
    await dialog.getByLabel(english('retention.hold.reason')).fill('Case 2026-17');
    await dialog.getByRole('button', { name: english('retention.hold.action') }).click();
    await expect(dialog).toBeHidden();

    // A dialog gives the focus back to its button a moment after it has gone: the keys count once the row has it.
    await expect(async () => {
      await due.getByRole('row').nth(2).focus();
      await page.keyboard.press('Control+a');
      await expect(page.getByText(english('retention.selection.count', { count: 1 }))).toBeVisible({
        timeout: 1000,
      });
    }).toPass();
    await page.getByRole('tab', { name: english('retention.review.tab.held') }).click();
    await expect(
      page.getByRole('grid', { name: english('retention.review.tab.held') }).getByRole('row'),
    ).toHaveCount(2);

    await page.getByRole('link', { name: english('retention.nav.holds') }).click();
    await expect(page.getByRole('row', { name: /District court/ })).toContainText('Case 2026-17');
    await expectAccessible(page);
    await page.getByRole('button', { name: english('retention.holds.request') }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: english('retention.holds.request') })
      .click();
    await expect(page.getByText(english('retention.holds.requested_by_me'))).toBeVisible();
    await sitDown(page, call, 'approver');
    await goTo(page, '/retention/holds');
    await page.getByRole('button', { name: english('retention.holds.release'), exact: true }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: english('retention.holds.release.confirm') })
      .click();
    await expect(page.getByText(english('retention.holds.empty.title'))).toBeVisible();
    await sitDown(page, call, 'asker');
    await goTo(page, '/retention/holds');
    await page.getByRole('link', { name: english('retention.holds.empty.action') }).click();
    await expect(due.getByText(/days overdue/)).toHaveCount(2);
  });

  test('adds a rule, and says what is missing next to each field', async ({ page, call }) => {
    await prepareDesk(page, call, 0);
    await sitDown(page, call, 'asker');
    await goTo(page, '/retention/rules');
    const rules = page.getByRole('grid', { name: english('retention.rules.title') });
    // The head and the rules a Korean office starts with.
    await expect(rules.getByRole('row')).toHaveCount(15);
    await expectAccessible(page);
    await page.getByRole('button', { name: english('retention.add_rule.action') }).click();
    const dialog = page.getByRole('dialog');
    const add = dialog.getByRole('button', { name: english('retention.add_rule.submit'), exact: true });
    await add.click();
    await expect(dialog.getByText(english('common.field.required'))).toHaveCount(7);
    await expectAccessible(page);
    const fill = (label: string, value: string) => dialog.getByLabel(label, { exact: true }).fill(value);
    await fill(english('retention.add_rule.name_en'), 'Visitor cards');
    await fill(english('retention.add_rule.name_ko'), '방문증');
    await fill(english('retention.add_rule.amount'), '6');
    await fill(english('retention.add_rule.basis_en'), 'Office decision');
    await fill(english('retention.add_rule.basis_ko'), '내부 결정');
    await fill(english('retention.add_rule.edition_en'), '2026');
    await fill(english('retention.add_rule.edition_ko'), '2026년');
    const choose = async (label: string, option: string) => {
      await dialog.getByRole('button', { name: label }).click();
      await page.getByRole('option', { name: option }).click();
    };
    await choose(english('retention.add_rule.unit'), english('retention.add_rule.unit.months'));
    await choose(english('retention.add_rule.trigger'), english('retention.trigger.collected'));
    await choose(english('retention.add_rule.source'), english('retention.source.office_rule'));
    await dialog.getByText(english('retention.add_rule.obliged.no'), { exact: true }).click();
    await add.click();
    await expect(dialog).toBeHidden();
    await expect(rules.getByRole('row')).toHaveCount(16);
    await expect(rules.getByRole('row', { name: 'Visitor cards' })).toContainText('6 months');
  });
});

test.describe('an order', () => {
  test('is rejected by another reviewer, and its units are back in the review', async ({ page, call }) => {
    await prepareDesk(page, call, 2);
    await sitDown(page, call, 'asker');
    await proposeEverything(call);
    await sitDown(page, call, 'approver');
    await goTo(page, '/destruction');
    await expect(page.getByText(english('destruction.next.approve'))).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: /^D-/ }).click();
    await page.getByRole('button', { name: english('destruction.reject.action') }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: english('destruction.reject.action') })
      .click();
    await expect(page.getByText(english('destruction.duty.rejected'))).toBeVisible();
    await expectAccessible(page);
    await goTo(page, '/retention');
    await expect(page.getByText(/days overdue/)).toHaveCount(2);
    await goTo(page, '/destruction?show=closed');
    // The notice of the rejection may still be standing.
    await expect(page.getByText(english('destruction.state.rejected'), { exact: true })).toBeVisible();
  });

  test('is approved, stopped by a hold, carried out and verified', async ({ page, call }) => {
    await prepareDesk(page, call, 2);
    await sitDown(page, call, 'asker');
    const { orderId } = await proposeEverything(call);
    await sitDown(page, call, 'approver');
    await goTo(page, `/destruction/${orderId}`);
    await page.getByRole('button', { name: english('destruction.approve.action') }).click();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog.getByRole('button', { name: english('common.cancel') })).toBeFocused();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: english('destruction.approve.action') }).click();
    await expect(page.getByText(english('destruction.duty.waits_for_operator'))).toBeVisible();
    // One of two leaves something to carry out; both leave nothing.
    const held = await sent(call, 'destruction.getOrder', { orderId, limit: 2, offset: 0 });
    const { holdId } = await sent(call, 'retention.placeHold', {
      unitIds: held.units.map(({ unitId }) => unitId),
      authority: 'District court',
      reason: 'Case 2026-17',
    });

    await sitDown(page, call, 'operator');
    await goTo(page, `/destruction/${orderId}`);
    await expect(page.getByText(english('destruction.held.title', { count: 2 }))).toBeVisible();
    await expect(page.getByText(english('destruction.held.text_everything'))).toBeVisible();
    const carryOut = page.getByRole('button', { name: english('destruction.execute.action'), exact: true });
    await expect(carryOut).toBeDisabled();
    await sitDown(page, call, 'approver');
    await sent(call, 'retention.requestHoldRelease', { holdId });
    await sitDown(page, call, 'asker');
    await sent(call, 'retention.decideHoldRelease', { holdId, decision: 'release' });

    const text = await speak(call, 'ko', 'dark');
    await sitDown(page, call, 'operator');
    await goTo(page, `/destruction/${orderId}`);
    await page.getByRole('button', { name: text('destruction.execute.action'), exact: true }).click();
    await expect(dialog).toContainText(text('destruction.execute.consequence', { count: 2 }));
    await expect(dialog).toContainText(text('destruction.execute.cancelling'));
    await expectAccessible(page);
    await dialog.getByRole('button', { name: text('destruction.execute.confirm', { count: 2 }) }).click();
    const verification = page.getByRole('grid', { name: text('destruction.verification.title') });
    await expect(verification.getByText(text('destruction.verification.pass'))).toHaveCount(8);
    await expect(page.getByRole('link', { name: /\d{4}-0001/ }).first()).toBeVisible();
    await expectAccessible(page);
    await expect(page.getByRole('list', { name: text('destruction.steps.label') })).toContainText(
      text('destruction.steps.certified'),
    );
    const { digest } = await sent(call, 'destruction.getOrder', { orderId, limit: 1, offset: 0 });
    expect(await call('destruction.executeOrder', { orderId, digest })).toMatchObject({
      error: { code: 'order_already_executed' },
    });
  });
});
