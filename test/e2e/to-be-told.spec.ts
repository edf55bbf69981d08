import { createText } from '../../shared/text/messages.ts';
import { expectAccessible } from './accessibility.ts';
import { goTo, must, publishForm, sitDownAtDesk, takeConsent } from './desk.ts';
import { expect, test } from './office-fixture.ts';

const english = createText('en');

test.use({ officeOptions: { clock: '2026-11-23T02:00:00.000Z' } });

test('who is to be told of a vendor that does marketing stands on a list with names, until it is recorded that they were', async ({
  page,
  call,
}) => {
  await sitDownAtDesk(page, call);
  const form = await publishForm(call);
  const { consentId } = await takeConsent(call, form, {
    name: '한가람 Han Garam',
    givenOn: '2026-11-02',
    newsletter: true,
  });
  const { vendorId } = await must(call, 'provision.addVendor', {
    name: 'Hanbit Mailing',
    task: 'Newsletters',
    contact: '',
    contractEndsOn: null,
    doesMarketing: true,
  });
  await must(call, 'provision.recordHandOver', {
    vendorId,
    purposeId: form.additional,
    to: { whose: 'named', consentIds: [consentId] },
    what: 'Mailing',
    way: 'file_transfer',
    isEncrypted: true,
    handedOverOn: '2026-11-10',
    dueBackOn: null,
  });
  await goTo(page, '/provision');
  await page.getByRole('row', { name: /Hanbit Mailing/ }).click();
  await page.getByRole('tab', { name: new RegExp(english('provision.vendor.tab.to_be_told')) }).click();
  const row = page.getByRole('row').filter({ hasText: '10 November 2026' });
  // The screen names nobody; the list does, and is a use of their data.
  await expect(row).toBeVisible();
  await expect(row).not.toContainText('Garam');
  await expectAccessible(page);
  await page.getByRole('button', { name: english('provision.to_be_told.list') }).click();
  const dialog = page.getByRole('dialog');
  for (const part of ['한가람 Han Garam', '010-0000-0000', 'someone@example.org', 'Newsletters'])
    await expect(dialog.getByText(part).first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const { uses } = await must(call, 'provision.listUses', { filter: null, limit: 5, offset: 0 });
  expect(uses.map(({ reason }) => reason)).toContain('fulfil_legal_duty');

  const record = english('provision.to_be_told.record');
  await page.getByRole('button', { name: record }).click();
  await dialog.getByRole('button', { name: record }).click();
  await expect(dialog.getByText(english('common.field.choose'))).toBeVisible();
  await dialog.getByRole('button', { name: new RegExp(english('provision.to_be_told.way')) }).click();
  await page.getByRole('option', { name: english('provision.notice_way.letter') }).click();
  await dialog.getByRole('button', { name: record }).click();
  await expect(page.getByText(english('provision.to_be_told.done', { count: 1 }))).toBeVisible();
  await expect(page.getByText(english('provision.to_be_told.empty'))).toBeVisible();
  await expect(page.getByRole('button', { name: english('provision.to_be_told.list') })).toHaveCount(0);
});
