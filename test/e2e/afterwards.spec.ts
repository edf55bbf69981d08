import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { createText } from '../../shared/text/messages.ts';
import { expectAccessible } from './accessibility.ts';
import { goTo, must, publishForm, sitDownAtDesk, takeConsent } from './desk.ts';
import { expect, test } from './office-fixture.ts';

const english = createText('en');

test.use({ officeOptions: { clock: '2026-11-23T02:00:00.000Z' } });

test('a consent is let expire by hand, and everything that is kept of the person is handed over in one archive', async ({
  page,
  call,
}) => {
  await sitDownAtDesk(page, call);
  const form = await publishForm(call);
  const { personId } = await takeConsent(call, form, {
    name: '한가람 Han Garam',
    givenOn: '2026-11-02',
    newsletter: true,
  });
  await goTo(page, `/collection/people/${personId}`);
  await page.getByRole('button', { name: english('collection.use_reason.open') }).click();
  await page.getByRole('button', { name: english('collection.expire.action') }).click();
  const dialog = page.getByRole('dialog');
  // Nothing is ticked before somebody ticks it.
  await dialog.getByRole('button', { name: english('collection.expire.confirm', { count: 0 }) }).click();
  await expect(dialog.getByText(english('collection.withdraw.choose'))).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Newsletter' }).check({ force: true });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: english('collection.expire.confirm', { count: 1 }) }).click();
  await expect(dialog).toBeHidden();
  await expect(
    page.getByText(english('collection.expire.done', { purposes: 1, due: 1, kept: 0 })),
  ).toBeVisible();
  const after = await must(call, 'collection.openPerson', { personId, reason: 'serve_person' });
  expect(after.consents[0]?.purposes.map(({ state }) => state)).toEqual(['given', 'expired']);

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
  await page.getByRole('button', { name: english('collection.request.access_archive') }).click();
  const folder = mkdtempSync(join(tmpdir(), 'ashbook-e2e-access-'));
  try {
    await dialog.getByLabel(english('office.document.save.folder'), { exact: false }).first().fill(folder);
    // That it will be a copy outside is said before it is written.
    await expectAccessible(page);
    await dialog.getByRole('button', { name: english('office.document.save.submit') }).click();
    await expect(dialog).toBeHidden();
    const files = unzipSync(readFileSync(join(folder, `ashbook-access-${requestId.slice(0, 8)}.zip`)));
    const names = Object.keys(files);
    expect(names.some((name) => name.endsWith('.pdf'))).toBe(true);
    const json = names.find((name) => name.endsWith('.json')) ?? '';
    expect(Buffer.from(files[json] ?? []).toString('utf8')).toContain('010-0000-0000');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const { copies } = await must(call, 'office.listKnownCopies', { show: 'outstanding', limit: 5, offset: 0 });
  // The person, and the two records of the consent.
  expect(copies).toMatchObject([{ kind: 'export', scope: 'listed', subjects: 3 }]);
});

test('somebody the office keeps nothing of asks, is checked by what needs no record, and gets a letter that says so', async ({
  page,
  call,
}) => {
  await sitDownAtDesk(page, call);
  await goTo(page, '/collection/requests');
  await page.getByRole('button', { name: english('collection.requests.record'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByText(english('collection.record_request.subject.without_record'), { exact: true })
    .click();
  await dialog.getByLabel(english('collection.record_request.name'), { exact: false }).fill('나그네 Nagne');
  await dialog
    .getByLabel(english('collection.record_request.contact'), { exact: false })
    .fill('7 Hangil, Garam');
  await dialog.getByRole('radio', { name: english('collection.request.kind.access') }).check({ force: true });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: english('collection.record_request.save') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('나그네 Nagne');
  const checks = page.getByRole('radiogroup', { name: english('collection.request.check') });
  await expect(checks.getByText(english('collection.request.check.receipt_code'))).toHaveCount(0);
  await checks
    .getByRole('radio', { name: english('collection.request.check.identity_document_seen') })
    .check({ force: true });
  await page.getByRole('button', { name: english('collection.request.confirm_identity') }).click();
  const outcome = page.getByRole('radiogroup', { name: english('collection.request.outcome') });
  // There is nothing to fulfil, so it is not offered.
  await expect(outcome.getByRole('radio')).toHaveCount(2);
  await outcome
    .getByRole('radio', { name: english('collection.request.outcome_without_record') })
    .check({ force: true });
  await page
    .getByRole('radio', { name: english('collection.request.reason.nothing_held') })
    .check({ force: true });
  await expectAccessible(page);
  const answer = english('collection.request.answer');
  await page.getByRole('button', { name: answer, exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: answer }).click();
  await page.getByRole('button', { name: english('collection.request.letter') }).click();
  await expect(dialog.getByText(english('documents.letter.to', { name: '나그네 Nagne' }))).toBeVisible({
    timeout: 20_000,
  });
  await expect(dialog.getByText('7 Hangil, Garam')).toBeVisible();
  await expectAccessible(page);
  expect((await must(call, 'collection.listPeople', { search: '', limit: 5, offset: 0 })).total).toBe(0);
});
