import { eventName } from '../../main/hosts/chromium/page-api.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './office-fixture.ts';
import { english, goTo, korean, prepareDesk, sent, sitDown, speak } from './prepared-desk.ts';

test.describe('retention', () => {
  test('a rule is changed by two people, who see what moves before and after', async ({ page, call }) => {
    await prepareDesk(page, call, 2);
    await sitDown(page, call, 'asker');
    await goTo(page, '/retention/rules');
    const { rules } = await sent(call, 'retention.listRules', {});
    const rule = rules.find(({ units }) => units > 0);
    if (rule === undefined) throw new Error('no rule in use');
    await page
      .getByRole('row', { name: new RegExp(rule.content.name.en.slice(0, 12)) })
      .first()
      .dblclick();
    await page.getByRole('button', { name: english('retention.rule.change'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: english('retention.add_rule.amount') }).fill('6');
    await dialog.getByRole('button', { name: english('retention.add_rule.unit') }).click();
    await page.getByRole('option', { name: english('retention.add_rule.unit.months') }).click();
    await dialog.getByRole('button', { name: english('retention.change_rule.preview') }).click();
    await expect(dialog.getByText(english('retention.effect.title'))).toBeVisible();
    await expect(dialog).toContainText('2');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: english('retention.change_rule.submit') }).click();
    await expect(page.getByText(english('retention.changes.mine'))).toBeVisible();
    await expect(page.getByRole('button', { name: english('retention.changes.approve') })).toHaveCount(0);

    await sitDown(page, call, 'approver');
    await goTo(page, '/retention/rules');
    await page.getByRole('button', { name: english('retention.changes.approve') }).click();
    await expect(page.getByRole('alertdialog')).toContainText(english('retention.effect.title'));
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: english('retention.changes.approve') })
      .click();
    await expect(page.getByText(english('retention.changes.approved'))).toBeVisible();
    const after = (await sent(call, 'retention.listRules', {})).rules.find(
      ({ ruleId }) => ruleId === rule.ruleId,
    );
    expect(after).toMatchObject({ version: 2, content: { period: 'P6M' } });
  });

  test('a review decides with the keyboard: refers, separates, sets aside; what is set aside is left alone', async ({
    page,
    call,
  }) => {
    await prepareDesk(page, call, 4);
    await sitDown(page, call, 'asker');
    await goTo(page, '/retention');
    const table = page.getByRole('grid', { name: english('retention.review.tab.due') });
    const rows = table.getByRole('row');
    await expect(rows).toHaveCount(5);
    await rows.nth(1).focus();
    await page.keyboard.press('x');
    await page.keyboard.press('r');
    const refer = page.getByRole('dialog');
    await refer.getByRole('button', { name: english('retention.refer.to') }).click();
    await page.getByRole('option', { name: /Park Ji-hoon/ }).click();
    await expectAccessible(page);
    await refer.getByRole('button', { name: english('retention.refer.action') }).click();
    await expect(table.getByText(english('retention.urgency.referred'))).toBeVisible();

    await rows.nth(2).focus();
    await page.keyboard.press('x');
    await page.keyboard.press('a');
    const separate = page.getByRole('alertdialog');
    await expect(separate).toContainText(english('retention.separate.consequence'));
    await separate.getByRole('button', { name: english('retention.separate.action') }).click();
    await expect(page.getByText(english('retention.separate.done', { count: 1 }))).toBeVisible();

    await rows.nth(3).focus();
    await page.keyboard.press('x');
    await page.keyboard.press('s');
    await expect(table.getByText(english('retention.urgency.set_aside'))).toBeVisible();

    // Everything that can be selected: neither what was referred nor what was set aside.
    await rows.nth(4).focus();
    await page.keyboard.press('Control+a');
    await expect(page.getByText(english('retention.selection.count', { count: 2 }))).toBeVisible();
    await page.keyboard.press('p');
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: english('retention.propose.action') })
      .click();
    await expect(page.getByRole('link', { name: /^Open order D-/ })).toBeVisible();
    await expect(rows).toHaveCount(3);

    await sitDown(page, call, 'approver');
    await goTo(page, '/retention');
    await expect(table.getByText(english('retention.urgency.referred_to_you'))).toBeVisible();
  });

  test('stages and stand-ins: two people change the one, an order says who stood in', async ({
    page,
    call,
  }) => {
    await prepareDesk(page, call, 1);
    await sitDown(page, call, 'asker');
    await goTo(page, '/retention/settings');
    await page
      .getByRole('button', {
        name: english('retention.settings.change_of', {
          name: english('retention.settings.name.clock_limit'),
        }),
      })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: english('retention.settings.field.clock_limit') }).fill('7');
    await dialog.getByRole('button', { name: english('retention.settings.ask') }).click();
    await expect(page.getByText(english('retention.changes.mine'))).toBeVisible();
    await expectAccessible(page);

    await sitDown(page, call, 'approver');
    await goTo(page, '/retention/settings');
    await page.getByRole('button', { name: english('retention.changes.approve') }).click();
    await expect(page.getByText(english('retention.settings.is.clock_limit', { days: 7 }))).toBeVisible();

    await page.getByRole('button', { name: english('destruction.delegations.add') }).click();
    await dialog.getByRole('button', { name: english('destruction.delegations.deputy') }).click();
    await page.getByRole('option', { name: /Choi Mi-na/ }).click();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: english('common.cancel') }).click();

    const { units } = await sent(call, 'retention.listUnits', { show: 'due', limit: 10, offset: 0 });
    const { users } = await sent(call, 'office.listUsers', {});
    const idOf = (staffNumber: number) => users.find((user) => user.staffNumber === staffNumber)?.id ?? '';
    const { today } = await sent(call, 'office.status', {});
    await sent(call, 'destruction.enterDelegation', {
      absentId: idOf(3),
      deputyId: idOf(4),
      fromOn: today ?? '',
      throughOn: today ?? '',
    });
    await sitDown(page, call, 'asker');
    const { orderId } = await sent(call, 'destruction.proposeOrder', {
      unitIds: units.map(({ unitId }) => unitId),
    });
    await sitDown(page, call, 'operator');
    await goTo(page, `/destruction/${orderId}`);
    await expect(page.getByText(english('destruction.duty.stands_in', { number: 3 }))).toBeVisible();
    await page.getByRole('button', { name: english('destruction.approve.action') }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: english('destruction.approve.action') })
      .click();
    await expect(page.getByText(english('destruction.signatures.on_behalf_of', { number: 3 }))).toBeVisible();
    // The language is whose it is: it counts from when they next sit down.
    await speak(call, 'ko', 'dark');
    await sitDown(page, call, 'operator');
    await goTo(page, `/destruction/${orderId}`);
    await expect(page.getByText(korean('destruction.signatures.on_behalf_of', { number: 3 }))).toBeVisible();
  });

  test('the desk leads with what is late, and the lock says that the office goes on', async ({
    page,
    call,
  }) => {
    await prepareDesk(page, call, 1);
    await sitDown(page, call, 'asker');
    await goTo(page, '/');
    const tasks = page.getByRole('list', { name: english('office.home.title') });
    await expect(tasks.getByRole('listitem').first()).toContainText(
      english('office.task.overdue', { count: 1 }),
    );
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      class Said {
        static permission = 'granted';
        constructor(title: string, { body }: { body: string }) {
          said.push(`${title}: ${body}`);
        }
      }
      Object.assign(window, { Notification: Said });
    });
    await sent(call, 'office.lock', {});
    await expect(page.getByText(english('office.lock.goes_on'))).toBeVisible();
    await page.evaluate(
      (name) =>
        window.dispatchEvent(
          new CustomEvent(name, { detail: { event: 'notice', due: 1, late: 2, lateSoon: 0 } }),
        ),
      eventName,
    );
    expect(await page.evaluate(() => Reflect.get(window, 'said'))).toEqual([
      `${english('retention.notice.title')}: ${english('retention.notice.late', { count: 2 })}\n${english('retention.notice.due', { count: 1 })}`,
    ]);
  });
});
