import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { createText } from '../../shared/text/messages.ts';
import { writtenPdf } from '../fixtures/written-pdf.ts';
import { readPdf, withoutSpace } from '../unit/documents/read-pdf.ts';
import { expectAccessible } from './accessibility.ts';
import { goTo, must, publishForm, sitDownAtDesk, takeConsent } from './desk.ts';
import { expect, test } from './office-fixture.ts';

const english = createText('en');
const clock = '2026-11-23T02:00:00.000Z';

test.use({ officeOptions: { clock, camera: true } });

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ashbook-scans-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const choose = (page: Page, group: string, label: string) =>
  page
    .getByRole('radiogroup', { name: group })
    .locator('label')
    .filter({ hasText: new RegExp(`^${label}`) })
    .click();
const save = (page: Page) => page.getByRole('button', { name: english('collection.capture.save') }).click();
const saved = (page: Page) =>
  expect(page.getByRole('heading', { name: english('collection.result.title') })).toBeVisible();

/** Drops a file as the system does: a page cannot make up one that was dragged. */
async function drop(page: Page, place: Locator, file: string): Promise<void> {
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (box === null) throw new Error('there is nowhere to drop it');
  const session = await page.context().newCDPSession(page);
  const at = { x: box.x + 20, y: box.y + box.height / 2 };
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
}

async function newestPerson(call: Parameters<typeof must>[0], search: string) {
  const { people } = await must(call, 'collection.listPeople', { search, limit: 5, offset: 0 });
  const [person] = people;
  if (person === undefined) throw new Error('nobody was saved');
  return must(call, 'collection.openPerson', { personId: person.personId, reason: 'manage_consent' });
}

test('takes a signed form: scans chosen, dropped and photographed, what is none refused', async ({
  page,
  call,
}) => {
  await sitDownAtDesk(page, call);
  await publishForm(call);
  await goTo(page, '/collection/capture');
  await choose(page, english('collection.capture.way'), english('collection.way.paper'));
  const scans = page.getByRole('region', { name: english('collection.scans.title') });
  const bring = async (file: string | { name: string; mimeType: string; buffer: Buffer }) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      scans.getByRole('button', { name: english('collection.scans.choose') }).click(),
    ]);
    await chooser.setFiles(file);
  };

  // Refused by its length, before anything of it is read.
  const huge = join(folder, 'huge.pdf');
  writeFileSync(huge, '%PDF-1.7\n');
  truncateSync(huge, 200 * 1024 * 1024);
  await bring(huge);
  await expect(scans.getByText(english('error.attachment_too_large', { megabytes: 50 }))).toBeVisible();
  await bring({ name: 'form.pdf', mimeType: 'application/pdf', buffer: Buffer.from('not a PDF at all') });
  await expect(scans.getByText(english('error.attachment_type_unknown'))).toBeVisible();

  await choose(page, 'Treatment', english('collection.capture.agreed'));
  await choose(page, 'Newsletter', english('collection.capture.refused'));
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Paper Person');
  await page.getByRole('textbox', { name: 'Telephone' }).fill('010-1234-5678');
  await save(page);
  await expect(page.getByText(english('collection.scans.missing'))).toBeVisible();

  await bring({ name: 'page 1.pdf', mimeType: 'application/pdf', buffer: await writtenPdf('page 1') });
  await expect(scans.getByText('page 1.pdf')).toBeVisible();
  const second = join(folder, 'page 2.pdf');
  writeFileSync(second, await writtenPdf('page 2'));
  await drop(page, scans.locator('.attachments-drop'), second);
  await expect(scans.getByText('page 2.pdf')).toBeVisible();

  await scans.getByRole('button', { name: english('collection.scans.camera') }).click();
  const photograph = page.getByRole('button', {
    name: english('collection.camera.photograph'),
    exact: true,
  });
  await expect(photograph).toBeEnabled();
  await photograph.click();
  await expect(scans.getByText('photo-3.jpg')).toBeVisible();
  await expectAccessible(page);
  await save(page);
  await saved(page);
  await expect(page.getByText(english('collection.result.available'))).toBeVisible();

  const { consents, attachments } = await newestPerson(call, 'paperperson');
  expect(consents[0]?.way).toBe('paper');
  expect(attachments.map(({ fileName, type }) => [fileName, type]).sort()).toEqual([
    ['page 1.pdf', 'application/pdf'],
    ['page 2.pdf', 'application/pdf'],
    ['photo-3.jpg', 'image/jpeg'],
  ]);
});

test('takes a consent by telephone, and suggests who is known while the name is written', async ({
  page,
  call,
}) => {
  await sitDownAtDesk(page, call);
  const form = await publishForm(call);
  const known = await takeConsent(call, form, { name: '한서윤', givenOn: '2026-01-05', newsletter: false });
  await goTo(page, '/collection/capture');
  await choose(page, english('collection.capture.way'), english('collection.way.telephone'));
  await expect(page.getByText(english('collection.telephone.read_aloud'))).toBeVisible();
  await choose(page, 'Treatment', english('collection.capture.agreed'));
  await choose(page, 'Newsletter', english('collection.capture.refused'));
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('한 서윤');
  await page.getByRole('textbox', { name: 'Telephone' }).fill('+82 10 0000 0000');
  const similar = page.getByRole('region', { name: english('collection.similar.title') });
  await expect(similar.getByText('한서윤')).toBeVisible();
  await expect(similar.getByText(english('collection.similar.likely'))).toBeVisible();

  await page.getByLabel(english('collection.telephone.called_at')).fill('9:30');
  await save(page);
  await expect(page.getByText(english('error.field.time'))).toBeVisible();
  await page.getByLabel(english('collection.telephone.called_at')).fill('09:30');
  await choose(page, english('collection.telephone.witness'), english('collection.telephone.witness_staff'));
  await page.getByLabel(english('collection.telephone.witness_number')).fill('2');
  await expectAccessible(page);
  // Neither the witness nor the question who it is can be passed over.
  await save(page);
  await expect(page.getByText(english('error.witness_is_reader'))).toBeVisible();
  await page.getByLabel(english('collection.telephone.witness_number')).fill('1');
  await save(page);
  await expect(page.getByText(english('error.person_looks_known'))).toBeVisible();
  await similar.getByRole('button', { name: english('collection.similar.same') }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('한서윤');
  await save(page);
  await saved(page);
  const person = await must(call, 'collection.openPerson', {
    personId: known.personId,
    reason: 'manage_consent',
  });
  expect(person.consents.map(({ way }) => way)).toEqual(['telephone', 'screen']);
});

test('asks of a child the guardian alone until verified; the receipt says what the screen said', async ({
  page,
  call,
}) => {
  await sitDownAtDesk(page, call);
  const { formVersionId } = await publishForm(call);
  const { content } = await must(call, 'collection.getForm', { formVersionId });
  content.purposes[0]?.items.push({
    code: 'birth_date',
    label: { en: 'Date of birth', ko: '생년월일' },
    kind: 'required',
    sensitivity: 'ordinary',
    valueType: 'date',
  });
  content.purposes.push({
    id: crypto.randomUUID(),
    catalogueId: null,
    name: { en: 'Identification', ko: '본인 확인' },
    kind: 'additional',
    basis: { lawfulBasis: 'consent', consent: { kind: 'unique_identifiers' } },
    items: [
      {
        code: 'passport',
        label: { en: 'Passport number', ko: '여권번호' },
        kind: 'required',
        sensitivity: 'unique_identifier',
        valueType: 'text',
      },
    ],
    retentionRuleId: content.purposes[1]?.retentionRuleId ?? '',
    refusal: { en: 'Nothing else changes.', ko: '이용에는 제한이 없습니다.' },
    validFor: null,
  });
  content.title.en = 'Patient registration with age';
  const aged = await must(call, 'collection.publishForm', { formId: null, content });
  await goTo(page, `/collection/capture?form=${aged.formVersionId}`);
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await page.getByRole('group', { name: 'Date of birth' }).getByRole('spinbutton').first().focus();
  await page.keyboard.type('02012020');
  const guardian = page.getByRole('region', { name: english('collection.guardian.title') });
  await expect(guardian.getByText(english('collection.guardian.age', { age: 14 }))).toBeVisible();
  await expect(page.getByRole('radiogroup', { name: 'Treatment' })).toHaveCount(0);
  await expect(name).toHaveCount(0);
  await expectAccessible(page);

  await guardian.getByLabel(english('collection.guardian.name')).fill('Kim Bo-ho');
  await guardian.getByLabel(english('collection.guardian.contact')).fill('010-2222-3333');
  await choose(
    page,
    english('collection.guardian.verification'),
    english('collection.guardian.way.in_person'),
  );
  await guardian
    .getByRole('group', { name: english('collection.guardian.verified_on') })
    .getByRole('spinbutton')
    .first()
    .focus();
  await page.keyboard.type('23112026');
  await choose(page, 'Treatment', english('collection.capture.agree'));
  await choose(page, 'Newsletter', english('collection.capture.do_not_agree'));
  await choose(page, 'Identification', english('collection.capture.agree'));
  await name.fill('Kim Eorini');
  await page.getByRole('textbox', { name: 'Telephone' }).fill('010-1234-5678');
  const passport = page.getByRole('textbox', { name: 'Passport number' });
  await passport.fill('M73918264');
  const look = () =>
    passport.evaluate((field) => getComputedStyle(field).getPropertyValue('-webkit-text-security'));
  expect(await look()).toBe('disc');
  await page
    .getByRole('button', { name: english('collection.masked.show_named', { label: 'Passport number' }) })
    .click();
  await expect.poll(look).toBe('none');
  await page.getByRole('button', { name: english('collection.signature.type_instead') }).click();
  await page.keyboard.type('Kim Bo-ho');
  await expect(page.getByRole('img', { name: english('collection.signature.drawing') })).toBeVisible();
  const shown = await page.locator('.notice-sheet-line').allTextContents();
  expect(shown.length).toBeGreaterThan(8);
  await save(page);
  await saved(page);

  await page.getByRole('button', { name: english('collection.receipt.open') }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Kim Eorini')).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
  const { consents } = await newestPerson(call, 'eorini');
  const consentId = consents[0]?.consentId ?? '';
  const { bytes } = await must(call, 'collection.receipt', {
    ask: { consentId },
    format: 'pdf',
    languages: ['en'],
    to: { way: 'screen' },
  });
  const receipt = (await readPdf(new Uint8Array(Buffer.from(bytes ?? '', 'base64')))).text.join('');
  for (const line of shown) expect(receipt).toContain(withoutSpace(line));
  expect(receipt).toContain('KimBo-ho');
  expect(receipt).not.toContain('M73918264');
  await page.keyboard.press('Escape');

  // What was asked for to be seen was entered, and on the person's page it is dots again.
  await page.getByRole('link', { name: english('collection.result.person') }).click();
  await page.getByRole('button', { name: english('collection.use_reason.open') }).click();
  await expect(page.getByText('010-1234-5678')).toBeVisible();
  await expect(page.getByText('M73918264')).toHaveCount(0);
  await page
    .getByRole('button', { name: english('collection.masked.show_named', { label: 'Passport number' }) })
    .click();
  await expect(page.getByText('M73918264')).toBeVisible();
});

test('keeps what is half filled through a crash of the page, and asks before it is left', async ({
  page,
  call,
}) => {
  await sitDownAtDesk(page, call);
  await publishForm(call);
  await goTo(page, '/collection/capture');
  await choose(page, 'Treatment', english('collection.capture.agree'));
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Half Filled');
  const drafts = async () => (await must(call, 'collection.listDrafts', {})).drafts;
  await expect.poll(async () => (await drafts())[0]?.name).toBe('Half Filled');
  await page.reload();
  const list = page.getByRole('region', { name: english('collection.drafts.title') });
  await expect(list.getByText('Half Filled')).toBeVisible();
  await expectAccessible(page);
  await list.getByRole('button', { name: english('collection.drafts.resume') }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Half Filled');
  await expect(
    page.getByRole('radiogroup', { name: 'Treatment' }).getByRole('radio', { checked: true }),
  ).toHaveCount(1);

  const leave = () => page.getByRole('link', { name: english('collection.nav.people'), exact: true }).click();
  await leave();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText(english('collection.leave.text'));
  await question.getByRole('button', { name: english('collection.leave.stay') }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Half Filled');
  await leave();
  await question.getByRole('button', { name: english('collection.leave.discard') }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: english('collection.people.title') }),
  ).toBeVisible();
  expect(await drafts()).toEqual([]);
});

for (const [language, theme] of [
  ['ko', 'light'],
  ['ko', 'dark'],
] as const) {
  test(`speaks ${language} in the ${theme} of every way`, async ({ page, call }) => {
    const text = createText(language);
    await sitDownAtDesk(page, call);
    const form = await publishForm(call);
    await takeConsent(call, form, { name: '한서윤', givenOn: '2026-01-05', newsletter: false });
    await must(call, 'office.setPreferences', { language, theme });
    await page.reload();
    await goTo(page, '/collection/capture');
    for (const way of ['paper', 'telephone'] as const) {
      await choose(page, text('collection.capture.way'), text(`collection.way.${way}`));
      await choose(page, '진료', text('collection.capture.agreed'));
      await page.getByRole('textbox', { name: '성명', exact: true }).fill('한 서윤');
      await page.getByRole('textbox', { name: '전화번호', exact: true }).fill('01000000000');
      await expect(page.getByRole('region', { name: text('collection.similar.title') })).toBeVisible();
      await expectAccessible(page);
    }
  });
}
