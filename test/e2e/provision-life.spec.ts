import { createText } from '../../shared/text/messages.ts';
import { pngOf } from '../fixtures/attachment.ts';
import { expectAccessible } from './accessibility.ts';
import { type Call, goTo, must, publishForm, sitDownAtDesk, takeConsent } from './desk.ts';
import { expect, test } from './office-fixture.ts';

const english = createText('en');

test.use({ officeOptions: { clock: '2026-11-23T02:00:00.000Z' } });

test('a vendor from its contract over inspection, hand-over and recall to its end', async ({
  page,
  call,
}) => {
  await sitDownAtDesk(page, call);
  const form = await publishForm(call);
  const consent = await takeConsent(call, form, {
    name: 'Olga Brandt',
    givenOn: '2026-11-20',
    newsletter: true,
  });
  const { vendorId } = await must(call, 'provision.addVendor', {
    name: 'Hanbit Mailing',
    task: 'Printing and mailing',
    contact: '',
    contractEndsOn: null,
    doesMarketing: true,
  });
  await goTo(page, `/provision/vendors/${vendorId}`);
  await page.getByRole('tab', { name: english('provision.vendor.tab.contract') }).click();
  await page
    .getByRole('button', { name: english('provision.contract.record') })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: english('provision.contract.reference') }).fill('2026-17');
  await dialog.getByLabel(english('provision.clause.safeguards')).fill('art. 5');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: english('provision.contract.save') }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(english('provision.contract.missing', { count: 6 }))).toBeVisible();
  await expect(page.getByText('art. 5', { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('tab', { name: english('provision.vendor.tab.checks') }).click();
  await page
    .getByRole('button', { name: english('provision.checks.plan') })
    .first()
    .click();
  await dialog.getByRole('button', { name: english('provision.checks.plan') }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: english('provision.checks.complete') }).click();
  await dialog.getByRole('textbox', { name: english('provision.checks.result') }).fill('In order');
  await dialog.getByRole('button', { name: english('provision.checks.complete') }).click();
  await expect(page.getByText('In order', { exact: true })).toBeVisible();
  await expect(page.getByText('23 November 2027')).toBeVisible();

  await must(call, 'provision.recordHandOver', {
    vendorId,
    purposeId: form.additional,
    to: { whose: 'everybody' },
    what: 'June mailing',
    way: 'file_transfer',
    isEncrypted: true,
    handedOverOn: '2026-11-23',
    dueBackOn: null,
  });
  await must(call, 'collection.withdraw', { consentId: consent.consentId, purposeIds: [form.additional] });

  // It cannot be closed: what it holds is listed, and can be called back from here.
  await page.reload();
  await page.getByRole('button', { name: english('provision.vendor.end') }).click();
  await expect(dialog.getByText(english('provision.end_entrustment.holds', { count: 1 }))).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: english('common.close') }).click();

  await goTo(page, '/');
  await page.getByText(english('office.task.recalls_open', { count: 1 })).waitFor();
  await goTo(page, '/provision/recalls');
  await expect(page.getByText(english('provision.recalls.cause.withdrawal'))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: english('provision.recalls.write'), exact: true }).click();
  await expect(dialog.getByText(english('provision.recall_letter.names'))).toBeVisible();
  await dialog.getByRole('button', { name: english('provision.recall_letter.sent') }).click();
  await expect(page.getByText(english('provision.recalls.sent', { date: '23 November 2026' }))).toBeVisible();
  await page.getByRole('button', { name: english('provision.recalls.record_answer') }).click();
  await dialog.getByText(english('provision.recall_answer.destroyed'), { exact: true }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: english('provision.recalls.record_answer') }).click();
  await expect(page.getByText(english('provision.recalls.empty'))).toBeVisible();

  // The vendor's own certificate is kept with it, and can be looked at.
  await page.getByRole('tab', { name: english('provision.recalls.filter.ended') }).click();
  await page.getByRole('button', { name: english('provision.recalls.attach') }).click();
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'certificate-2026-3.png',
    mimeType: 'image/png',
    buffer: pngOf(),
  });
  await dialog.getByRole('button', { name: english('provision.recall_document.save') }).click();
  await expect(dialog).toBeHidden();
  await page
    .getByRole('button', {
      name: english('provision.recalls.open_document', { name: 'certificate-2026-3.png' }),
    })
    .click();
  await expect(dialog.getByRole('img', { name: 'certificate-2026-3.png' })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: english('common.close') }).click();

  await goTo(page, `/provision/vendors/${vendorId}`);
  await page.getByRole('button', { name: english('provision.vendor.end') }).click();
  await dialog.getByRole('button', { name: english('provision.end_entrustment.save') }).click();
  await expect(
    page.getByText(english('provision.vendor_state.ended', { date: '23 November 2026' })),
  ).toBeVisible();
});

/** A form whose additional purpose is a provision to an insurer. */
async function publishInsuranceForm(call: Call) {
  const { recipientId } = await must(call, 'provision.addRecipient', {
    name: 'Hangang Insurance',
    contact: 'privacy@hangang.example',
    country: 'KR',
  });
  const form = await publishForm(call);
  const { content } = await must(call, 'collection.getForm', { formVersionId: form.formVersionId });
  const { forms } = await must(call, 'collection.listForms', {});
  const [essential, additional] = content.purposes;
  if (essential === undefined || additional === undefined) throw new Error('two purposes');
  const { formVersionId } = await must(call, 'collection.publishForm', {
    formId: forms[0]?.formId ?? null,
    content: {
      ...content,
      purposes: [
        essential,
        {
          ...additional,
          name: { en: 'Group insurance', ko: '단체보험' },
          basis: {
            lawfulBasis: 'consent',
            consent: {
              kind: 'third_party_provision',
              recipients: [
                {
                  recipientId,
                  name: 'Hangang Insurance',
                  purpose: { en: 'Group insurance', ko: '단체보험 가입' },
                  period: { en: 'one year', ko: '1년' },
                },
              ],
            },
          },
        },
      ],
    },
  });
  return { ...form, formVersionId };
}

test('refuses a provision nobody agreed to, and records one for those who did', async ({ page, call }) => {
  await sitDownAtDesk(page, call);
  const form = await publishInsuranceForm(call);
  await takeConsent(call, form, { name: 'Olga Brandt', givenOn: '2026-11-20', newsletter: false });
  await goTo(page, '/provision/provisions');
  await expectAccessible(page);
  const record = page.getByRole('button', { name: english('provision.provisions.record') }).first();
  await record.click();
  const dialog = page.getByRole('dialog');
  const ask = async () => {
    await dialog.getByRole('button', { name: new RegExp(english('provision.provide.purpose')) }).click();
    await page.getByRole('option', { name: /Group insurance/ }).click();
    await dialog.getByRole('button', { name: english('provision.provide.check') }).click();
  };
  await ask();
  await expect(dialog.getByText(english('provision.provide.covered', { count: 0 }))).toBeVisible();
  await expect(dialog.getByText(/refused by the person, 20 November 2026/)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await takeConsent(call, form, { name: 'Jonas Weber', givenOn: '2026-11-21', newsletter: true });
  await record.click();
  await ask();
  await expect(dialog.getByText(english('provision.provide.covered', { count: 1 }))).toBeVisible();
  await dialog.getByLabel(english('provision.provide.file')).fill('Members for insurance');
  await dialog.getByRole('button', { name: new RegExp(english('provision.provide.way')) }).click();
  await page.getByRole('option', { name: english('provision.way.file_transfer') }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: english('provision.provide.save', { count: 1 }) }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: 'Hangang Insurance' })).toContainText(
    'Members for insurance',
  );
});
