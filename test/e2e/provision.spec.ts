import { createText } from '../../shared/text/messages.ts';
import { expectAccessible } from './accessibility.ts';
import { goTo, must, publishForm, sitDownAtDesk, takeConsent } from './desk.ts';
import { expect, test } from './office-fixture.ts';

const english = createText('en');
const korean = createText('ko');

test.use({ officeOptions: { clock: '2026-11-23T02:00:00.000Z' } });

test('adds a vendor and records a hand-over, but none without consent', async ({ page, call }) => {
  await sitDownAtDesk(page, call);
  const form = await publishForm(call);
  await takeConsent(call, form, { name: 'Olga Brandt', givenOn: '2026-11-20', newsletter: false });

  await goTo(page, '/provision');
  await expect(page.getByRole('heading', { name: english('provision.vendors.empty') })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('button', { name: english('provision.vendors.add') })
    .first()
    .click();
  const adding = page.getByRole('dialog');
  await adding.getByRole('button', { name: english('provision.add_vendor.save') }).click();
  await expect(adding.getByText(english('common.field.required'))).toHaveCount(2);
  await expect(adding.getByLabel(english('provision.add_vendor.name'))).toBeFocused();
  await expectAccessible(page);
  await adding.getByLabel(english('provision.add_vendor.name')).fill('Hanbit Couriers');
  await adding.getByLabel(english('provision.add_vendor.task')).fill('Parcel delivery');
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: /Hanbit Couriers/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hanbit Couriers' })).toBeVisible();
  await expectAccessible(page);

  // From the vendor: for which purpose and whose data. Who refused is listed with the reason.
  await page
    .getByRole('button', { name: english('provision.vendor.hand_over') })
    .first()
    .click();
  const handOver = page.getByRole('dialog');
  const purpose = handOver.getByRole('button', { name: new RegExp(english('provision.hand_over.purpose')) });
  const check = handOver.getByRole('button', { name: english('provision.provide.check') });
  await check.click();
  await expect(handOver.getByText(english('common.field.choose'))).toBeVisible();
  await purpose.click();
  await page.getByRole('option', { name: /Newsletter/ }).click();
  await expectAccessible(page);
  await check.click();
  await expect(handOver.getByText(english('provision.provide.covered', { count: 0 }))).toBeVisible();
  await expect(handOver.getByText(/refused by the person, 20 November 2026/)).toBeVisible();
  await expectAccessible(page);
  await handOver.getByRole('button', { name: english('provision.provide.back') }).click();
  await purpose.click();
  await page.getByRole('option', { name: /Treatment/ }).click();
  await handOver.getByText(english('provision.provide.chosen'), { exact: true }).click();
  await handOver.getByRole('combobox').fill('olga');
  await page.getByRole('option', { name: /Olga Brandt/ }).click();
  await expect(
    handOver.getByRole('button', {
      name: english('common.people.remove', { name: 'Olga Brandt' }),
    }),
  ).toBeVisible();
  await expectAccessible(page);
  await check.click();
  await expect(handOver.getByText(english('provision.provide.covered', { count: 1 }))).toBeVisible();
  await handOver.getByLabel(english('provision.hand_over.what')).fill('Address labels');
  await handOver.getByRole('button', { name: new RegExp(english('provision.hand_over.way')) }).click();
  await page.getByRole('option', { name: english('provision.way.file_transfer') }).click();

  // Before the day of the consent there was none.
  const day = handOver
    .getByRole('group', { name: english('provision.hand_over.date') })
    .getByRole('spinbutton', { name: /day/ });
  await day.focus();
  await page.keyboard.type('19');
  const record = handOver.getByRole('button', {
    name: english('provision.hand_over.save_for', { count: 1 }),
  });
  await record.click();
  await expect(handOver.getByText(english('error.hand_over_without_consent'))).toBeVisible();
  await expectAccessible(page);
  expect(
    await must(call, 'provision.listHandOvers', { vendorId: null, show: 'all', limit: 5, offset: 0 }),
  ).toMatchObject({
    total: 0,
  });

  await day.focus();
  await page.keyboard.type('21');
  await record.click();
  await expect(handOver).toBeHidden();
  await expect(page.getByRole('row', { name: /21 November 2026/ })).toContainText('Address labels');
});

test('records a hand-over from the person, and offers none once everything is withdrawn', async ({
  page,
  call,
}) => {
  await sitDownAtDesk(page, call);
  const form = await publishForm(call);
  const { personId, consentId } = await takeConsent(call, form, {
    name: '한서윤',
    givenOn: '2026-11-20',
    newsletter: true,
  });
  await must(call, 'provision.addVendor', {
    name: '한빛택배',
    task: '배송',
    contact: '',
    contractEndsOn: '2026-11-01',
    doesMarketing: false,
  });
  await must(call, 'provision.addVendor', {
    name: 'Post',
    task: 'Letters',
    contact: '',
    contractEndsOn: null,
    doesMarketing: false,
  });

  await goTo(page, `/collection/people/${personId}`);
  await page.getByRole('button', { name: english('collection.use_reason.open') }).click();
  const open = page.getByRole('button', { name: english('collection.person.hand_over') });
  await open.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: english('provision.hand_over.save') }).click();
  await expect(dialog.getByText(english('common.field.choose'))).toHaveCount(3);
  await dialog.getByText('Newsletter', { exact: true }).click();
  await dialog.getByLabel(english('provision.hand_over.what')).fill('June mailing');
  await dialog.getByRole('button', { name: new RegExp(english('provision.hand_over.vendor')) }).click();
  await page.getByRole('option', { name: /Post/ }).click();
  await dialog.getByRole('button', { name: new RegExp(english('provision.hand_over.way')) }).click();
  await page.getByRole('option', { name: english('provision.way.registered_post') }).click();
  await dialog.getByRole('button', { name: english('provision.hand_over.save') }).click();
  await expect(dialog).toBeHidden();

  await must(call, 'collection.withdraw', { consentId, purposeIds: [form.essential, form.additional] });
  await goTo(page, '/provision/hand-overs');
  await expect(page.getByRole('row', { name: /23 November 2026/ })).toContainText('Post');
  await expectAccessible(page);
  await goTo(page, `/collection/people/${personId}`);
  await page.getByRole('button', { name: english('collection.use_reason.open') }).click();
  await open.click();
  await expect(dialog.getByText(english('provision.hand_over.no_consent_text'))).toBeVisible();
  await expect(dialog.getByRole('button', { name: english('provision.hand_over.save') })).toBeDisabled();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await must(call, 'office.setPreferences', { language: 'ko', theme: 'dark' });
  await page.reload();
  const screens: [string, string][] = [
    ['/provision/vendors', korean('provision.vendors.title')],
    ['/provision/uses', korean('provision.uses.title')],
    ['/provision/hand-overs', korean('provision.hand_overs.title')],
  ];
  for (const [path, heading] of screens) {
    await goTo(page, path);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expectAccessible(page);
  }
});
