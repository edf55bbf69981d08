import type { Page } from 'playwright/test';
import { createText } from '../../shared/text/messages.ts';
import { expectAccessible } from './accessibility.ts';
import { goTo, must, publishForm, sitDownAtDesk, takeConsent } from './desk.ts';
import { expect, test } from './office-fixture.ts';

const english = createText('en');
const korean = createText('ko');

test.use({ officeOptions: { clock: '2026-11-23T02:00:00.000Z' } });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a deletion goes from receipt to answer, and what a law keeps is said', async ({ page, call }) => {
  await sitDownAtDesk(page, call);
  const form = await publishForm(call);
  const { personId } = await takeConsent(call, form, {
    name: '한가람 Han Garam',
    givenOn: '2026-11-20',
    newsletter: true,
  });
  await goTo(page, '/collection/requests');
  await expect(page.getByText(english('collection.requests.empty.open'))).toBeVisible();
  await button(page, english('collection.requests.record')).click();
  const dialog = page.getByRole('dialog');
  // By keyboard: part of the name, the person, the kind; the rest is as it mostly is.
  await page.keyboard.type('garam');
  await expect(page.getByRole('option', { name: '한가람 Han Garam' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await dialog
    .getByRole('radio', { name: english('collection.request.kind.deletion') })
    .check({ force: true });
  await dialog
    .getByRole('textbox', { name: english('collection.record_request.details') })
    .fill('Please delete everything.');
  await expectAccessible(page);
  await button(page, english('collection.record_request.save')).click();

  await expect(
    page.getByRole('heading', {
      name: english('collection.request.of', {
        kind: english('collection.request.kind.deletion'),
        name: '한가람 Han Garam',
      }),
    }),
  ).toBeVisible();
  // Received on Monday the 23rd, ten days: Thursday 3 December.
  await expect(page.getByText('3 December 2026').first()).toBeVisible();
  await expect(page.getByText('Please delete everything.')).toBeVisible();
  await expectAccessible(page);

  // What cannot be done yet says why.
  await page
    .getByRole('radio', { name: english('collection.request.outcome.fulfilled'), exact: true })
    .check({ force: true });
  await button(page, english('collection.request.answer')).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: english('collection.request.answer') })
    .click();
  await expect(page.getByText(english('error.request_identity_open'))).toBeVisible();

  await page
    .getByRole('radio', { name: english('collection.request.check.identity_document_seen') })
    .check({ force: true });
  await button(page, english('collection.request.confirm_identity')).click();
  await button(page, english('collection.request.act_open')).click();
  await button(page, english('collection.withdraw_all.action')).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText(english('collection.withdraw.at_once'));
  await expectAccessible(page);
  await question.getByRole('button', { name: english('collection.withdraw.confirm', { count: 2 }) }).click();
  await expect(page.getByText(english('collection.request.due_now', { count: 1 }))).toBeVisible();
  await expect(page.getByText(english('collection.request.obliged', { count: 1 }))).toBeVisible();
  await button(page, english('collection.request.propose')).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: english('retention.propose.action') })
    .click();
  await expect(page.getByText(english('collection.request.due_now', { count: 1 }))).toHaveCount(0);

  await page
    .getByRole('radio', { name: english('collection.request.outcome.partly_fulfilled') })
    .check({ force: true });
  await page
    .getByRole('radio', { name: english('collection.request.reason.law_obliges_keeping') })
    .check({ force: true });
  await page
    .getByRole('textbox', { name: english('collection.request.explanation') })
    .fill('The treatment record is kept apart.');
  await expectAccessible(page);
  await button(page, english('collection.request.answer')).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: english('collection.request.answer') })
    .click();
  await expect(page.getByText(english('collection.request.answer_done'))).toBeVisible();
  await expect(page.getByText('The treatment record is kept apart.')).toBeVisible();
  const opened = await must(call, 'collection.openPerson', { personId, reason: 'serve_person' });
  expect(opened.requests).toMatchObject([{ kind: 'deletion', outcome: 'partly_fulfilled' }]);
  expect(opened.consents[0]?.purposes.map((purpose) => purpose.state)).toEqual(['withdrawn', 'withdrawn']);
});

test('what is due or late stands on the desk, the spine and the list; processing is suspended and released', async ({
  page,
  call,
}) => {
  await sitDownAtDesk(page, call);
  const form = await publishForm(call);
  const { personId } = await takeConsent(call, form, {
    name: '오늘봄',
    givenOn: '2026-11-02',
    newsletter: true,
  });
  const record = (kind: 'suspension' | 'access', receivedOn: string) =>
    must(call, 'collection.recordRequest', {
      personId,
      kind,
      receivedOn,
      way: 'post',
      requestedBy: 'person',
      details: '',
    });
  await record('access', '2026-11-03');
  const { requestId } = await record('suspension', '2026-11-12');
  await page.reload();
  await expect(page.getByText(english('office.task.requests_overdue', { count: 1 }))).toBeVisible();
  await expect(page.getByText(english('office.task.requests_due', { count: 1 }))).toBeVisible();
  await expect(page.getByText(english('office.spine.collection_late', { people: 1, late: 1 }))).toBeVisible();
  await page
    .getByRole('link', { name: english('office.task.answer_requests') })
    .first()
    .click();
  await expect(page.getByText(english('collection.request.late_by', { days: 10 }))).toBeVisible();
  await expect(page.getByText(english('collection.request.days_left', { days: 0 }))).toBeVisible();
  await expectAccessible(page);

  await goTo(page, `/collection/requests/${requestId}`);
  await page
    .getByRole('radio', { name: english('collection.request.check.called_back') })
    .check({ force: true });
  await button(page, english('collection.request.confirm_identity')).click();
  await button(page, english('collection.request.act_open')).click();
  await page.getByRole('checkbox', { name: 'Newsletter' }).check({ force: true });
  await button(page, english('collection.suspension.suspend')).click();
  await expect(page.getByText(english('collection.suspension.of', { purpose: 'Newsletter' }))).toBeVisible();
  const suspended = async () =>
    (await must(call, 'collection.openPerson', { personId, reason: 'serve_person' })).suspensions.length;
  expect(await suspended()).toBe(1);
  await expectAccessible(page);
  await button(page, english('collection.suspension.lift')).click();
  await expect(page.getByText(english('collection.suspension.lifted'), { exact: true })).toBeVisible();
  expect(await suspended()).toBe(0);

  await must(call, 'office.setPreferences', { language: 'ko', theme: 'dark' });
  await goTo(page, '/collection/requests');
  await page.reload();
  await expect(page.getByText(korean('collection.request.late_by', { days: 10 }))).toBeVisible();
  await expectAccessible(page);
});

test('a correction and an access go from the person page to the letter and to everything that is kept', async ({
  page,
  call,
}) => {
  await sitDownAtDesk(page, call);
  const form = await publishForm(call);
  const { personId, consentId } = await takeConsent(call, form, {
    name: '한가람 Han Garam',
    givenOn: '2026-11-02',
    newsletter: true,
  });
  await goTo(page, `/collection/people/${personId}`);
  await button(page, english('collection.use_reason.open')).click();
  await button(page, english('collection.person.record_request')).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('radio', { name: english('collection.request.kind.correction') })
    .check({ force: true });
  await button(page, english('collection.record_request.save')).click();
  await page
    .getByRole('radio', { name: english('collection.request.check.signature_compared') })
    .check({ force: true });
  await button(page, english('collection.request.confirm_identity')).click();
  await button(page, english('collection.request.act_open')).click();
  await page.getByRole('textbox', { name: 'Telephone' }).fill('010-7777-6666');
  await button(page, english('collection.correct.save')).click();
  await expect(page.getByText(english('collection.correct.done', { count: 1 }))).toBeVisible();
  await page
    .getByRole('radio', { name: english('collection.request.outcome.fulfilled'), exact: true })
    .check({ force: true });
  await button(page, english('collection.request.answer')).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: english('collection.request.answer') })
    .click();
  // The letter on the screen is the one that was answered.
  await button(page, english('collection.request.letter')).click();
  await expect(dialog.getByText(english('documents.letter.to', { name: '한가람 Han Garam' }))).toBeVisible();
  await expect(dialog.getByText(english('documents.letter.outcome.fulfilled'))).toBeVisible();
  await expect(
    dialog.getByText(
      english('documents.letter.measure.corrected', { item: 'Telephone', date: '23 November 2026' }),
    ),
  ).toBeVisible();
  await expectAccessible(page);
  // Notices of what was done have a button of the same name.
  await dialog.getByRole('button', { name: english('common.close'), exact: true }).click();

  const { requestId } = await must(call, 'collection.recordRequest', {
    personId,
    kind: 'access',
    receivedOn: '2026-11-23',
    way: 'in_person',
    requestedBy: 'person',
    details: '',
  });
  await must(call, 'collection.checkIdentity', { requestId, check: 'known_to_staff', confirmed: true });
  await goTo(page, `/collection/requests/${requestId}`);
  await button(page, english('collection.request.access_show')).click();
  for (const part of ['010-7777-6666', 'someone@example.org', english('documents.access.uses')]) {
    await expect(dialog.getByText(part).first()).toBeVisible();
  }
  await dialog.getByRole('button', { name: english('common.close'), exact: true }).click();

  await goTo(page, `/collection/people/${personId}`);
  await button(page, english('collection.use_reason.open')).click();
  await page.getByRole('tab', { name: english('collection.person.tab.time_line') }).click();
  await expect(page.getByText(english('collection.time_line.corrected'), { exact: true })).toBeVisible();
  await expect(page.getByText(english('collection.event.given'), { exact: true })).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole('tab', { name: english('collection.person.tab.uses') }).click();
  await expect(page.getByText(english('collection.use_reason.answer_request')).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('tab', { name: english('collection.person.tab.received') }).click();
  await expect(page.getByText(english('collection.received.none'))).toBeVisible();
  await button(page, english('collection.withdraw_all.action')).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: english('collection.withdraw.confirm', { count: 2 }) })
    .click();
  await expect(button(page, english('collection.withdraw_all.action'))).toHaveCount(0);
  const after = await must(call, 'collection.openPerson', { personId, reason: 'serve_person' });
  expect(after.consents.find((consent) => consent.consentId === consentId)?.purposes).toMatchObject([
    { state: 'withdrawn' },
    { state: 'withdrawn' },
  ]);
});
