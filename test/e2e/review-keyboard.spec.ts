import { expectAccessible } from './accessibility.ts';
import { expect, test } from './office-fixture.ts';
import { english, goTo, sent, sitDown } from './prepared-desk.ts';
import { monday, officeWithHeaps } from './review-desk.ts';

test.use({ officeOptions: { prepare: officeWithHeaps(), clock: monday } });

test('530 due records of three classes are cleared without a mouse, and what was set aside stays', async ({
  page,
  call,
}) => {
  await sitDown(page, call, 'asker');
  await goTo(page, '/retention');
  const table = page.getByRole('grid', { name: english('retention.review.tab.due') });
  const rows = table.getByRole('row');
  await expect(rows).toHaveCount(101);
  const { keyboard } = page;
  const press = async (...keys: string[]) => {
    for (const key of keys) await keyboard.press(key);
  };
  const selected = (count: number) =>
    expect(page.getByText(english('retention.selection.count', { count }), { exact: true })).toBeVisible();
  const groups = page.getByRole('group', { name: english('retention.groups.label') });
  const group = (name: string) => groups.getByRole('button', { name: new RegExp(`^${name}`) });

  // From wherever the cursor is: the oldest heap first, two of it by themselves, one of them to somebody else.
  await press('g');
  await expect(group('Event applications')).toHaveAttribute('aria-pressed', 'true');
  await expect(rows).toHaveCount(61);
  await press('j', 'x');
  await selected(1);
  await press('s');
  await expect(table.getByText(english('retention.urgency.set_aside'), { exact: true })).toHaveCount(1);
  await press('j', 'j', 'j', 'x', 'r');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: english('retention.refer.to') }).focus();
  await press('Enter', 'ArrowDown', 'Enter');
  await dialog.getByRole('button', { name: english('retention.refer.action') }).focus();
  await press('Enter');
  await expect(dialog).toBeHidden();
  await expect(table.getByText(english('retention.urgency.referred'), { exact: true })).toHaveCount(1);

  // Everything else of it on one order.
  await press('Shift+A');
  await selected(58);
  await press('p');
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: english('retention.propose.action') }).focus();
  await press('Enter');
  await expect(page.getByRole('link', { name: /^Open order D-/ })).toBeVisible();

  // Why one of the next heap is due, and back by the keyboard.
  await press('g');
  await expect(group('Delivery slips')).toHaveAttribute('aria-pressed', 'true');
  await press('j', 'w');
  await expect(page.getByRole('dialog')).toContainText(english('retention.why.title'));
  await expectAccessible(page);
  await press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  // The second page of it, some there and then all of it: kept apart while they wait.
  await press('n');
  await expect(rows).toHaveCount(51);
  await press('j', 'x', 'j', 'x', 'j', 'x');
  await selected(3);
  await press('Escape');
  await expect(page.getByText(english('retention.selection.none'), { exact: false })).toBeVisible();
  await press('Shift+A');
  await selected(150);
  await press('a');
  await question.getByRole('button', { name: english('retention.separate.action') }).focus();
  await press('Enter');
  await expect(page.getByText(english('retention.separate.done', { count: 150 }))).toBeVisible();

  // Everything that is left, over every group: what was set aside and referred is in none of it.
  await press('g');
  await expect(group('Visitor cards')).toHaveAttribute('aria-pressed', 'true');
  await press('g');
  await expect(group('Everything')).toHaveAttribute('aria-pressed', 'true');
  await press('Shift+A');
  await selected(470);
  await press('e');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('spinbutton').first().focus();
  await keyboard.type('31012027');
  await dialog.getByRole('textbox', { name: english('retention.extend.reason') }).focus();
  await keyboard.type('Inspection by the authority');
  await dialog.getByRole('button', { name: english('retention.extend.submit') }).focus();
  await press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText(english('retention.extensions.title'))).toBeVisible();

  // Sent past the screen it is refused as well: by itself, or taken back first.
  const { units } = await sent(call, 'retention.listUnits', {
    show: 'due',
    only: 'set_aside',
    limit: 500,
    offset: 0,
  });
  expect(units).toHaveLength(2);
  const { units: others } = await sent(call, 'retention.listUnits', {
    show: 'due',
    only: 'to_decide',
    limit: 500,
    offset: 0,
  });
  const refused = await call('destruction.proposeOrder', {
    unitIds: [...others, ...units].map(({ unitId }) => unitId),
  });
  expect(refused).toMatchObject({ ok: false, error: { code: 'unit_set_aside' } });

  // Whoever it was referred to finds it among the 472 by the filter, takes it back and decides.
  await sitDown(page, call, 'approver');
  await goTo(page, '/retention');
  await page.getByRole('button', { name: english('retention.filter.only') }).focus();
  await press('Enter');
  await page.getByRole('option', { name: english('retention.filter.referred_to_me') }).focus();
  await press('Enter');
  await expect(rows).toHaveCount(2);
  await expect(table.getByText(english('retention.urgency.referred_to_you'))).toBeVisible();
  await expectAccessible(page);
  await rows.nth(1).focus();
  await press('t');
  await expect(page.getByText(english('retention.filter.nothing'))).toBeVisible();
  await page.getByRole('button', { name: english('retention.filter.clear') }).focus();
  await press('Enter', 'g');
  await expect(rows).toHaveCount(3);
  await press('Shift+A');
  await selected(1);
  await press('p');
  await question.getByRole('button', { name: english('retention.propose.action') }).focus();
  await press('Enter');
  await expect(page.getByRole('link', { name: /^Open order D-/ })).toBeVisible();
  await expect(rows).toHaveCount(2);
});
