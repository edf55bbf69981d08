import type { Locator, Page } from 'playwright/test';
import { createText, type MessageKey } from '../../shared/text/messages.ts';
import { expectAccessible } from './accessibility.ts';
import { goTo, must, sitDownAtDesk } from './desk.ts';
import { expect, test } from './office-fixture.ts';

const english = createText('en');
const korean = createText('ko');

/** Keyboard alone: a field is written into where it has the focus, a button pressed by Enter. */
async function write(
  page: Page,
  place: Page | Locator,
  label: MessageKey,
  words: { ko: string; en: string },
) {
  for (const language of ['ko', 'en'] as const) {
    const name = english(`collection.editor.in_${language}`, { label: english(label) });
    await place.getByLabel(name, { exact: true }).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(words[language]);
  }
}

async function press(page: Page, place: Page | Locator, name: string): Promise<void> {
  await place.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
}

async function choose(page: Page, place: Page | Locator, label: MessageKey, option: string): Promise<void> {
  await place.getByRole('button', { name: new RegExp(english(label)) }).focus();
  await page.keyboard.press('Enter');
  const wanted = page.getByRole('option', { name: option });
  await wanted.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option')).toHaveCount(0);
}

test('is built of several kinds, refused with the article, published, changed, and says whose consent is old', async ({
  page,
  call,
}) => {
  await sitDownAtDesk(page, call);
  await must(call, 'provision.addRecipient', { name: 'Hangang Insurance', contact: '', country: 'KR' });
  await goTo(page, '/collection/forms/new');
  await write(page, page, 'collection.editor.title', { ko: '이용 신청서', en: 'Application' });

  await press(page, page, english('collection.editor.add_purpose'));
  const third = page.getByRole('region', { name: english('collection.editor.purpose', { number: 3 }) });
  await write(page, third, 'collection.editor.purpose_name', { ko: '단체보험 가입', en: 'Group insurance' });
  await choose(
    page,
    third,
    'collection.editor.consent_kind',
    english('collection.consent_kind.third_party_provision'),
  );
  await choose(page, third, 'collection.editor.rule', 'Kept with consent, one year at most');
  const item = third.getByRole('group', { name: english('collection.editor.item', { number: 1 }) });
  await write(page, item, 'collection.editor.item_label', { ko: '생년월일', en: 'Birth date' });

  // Nothing is published that does not say who receives the data and what refusing means; the article says so.
  const publish = english('collection.editor.publish', { version: 1 });
  await press(page, page, publish);
  await expect(third.getByText(/does not say who receives the data.*PIPA art\. 17\(2\)1/)).toBeVisible();
  await expect(third.getByText(/does not say that one may refuse.*PIPA art\. 17\(2\)5/)).toBeVisible();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expectAccessible(page);
  // A date of birth that is only text would let no child be noticed.
  await expect(item.getByText(/no age can be computed.*PIPA art\. 22-2\(1\)/)).toBeVisible();
  await choose(page, item, 'collection.editor.value_type', english('collection.value_type.date'));
  await expect(item.getByText(/no age can be computed/)).toHaveCount(0);

  await press(page, third, english('collection.editor.add_recipient'));
  const recipient = third.getByRole('group', { name: english('collection.editor.recipient', { number: 1 }) });
  await choose(page, recipient, 'collection.editor.recipient_name', 'Hangang Insurance');
  await write(page, recipient, 'collection.editor.recipient_purpose', {
    ko: '보험 가입',
    en: 'taking out insurance',
  });
  await press(page, page, publish);
  await expect(
    recipient.getByText(/how long the recipient keeps the data.*PIPA art\. 17\(2\)4/),
  ).toBeVisible();
  await write(page, recipient, 'collection.editor.recipient_period', { ko: '1년', en: '1 year' });
  await write(page, third, 'collection.editor.refusal', {
    ko: '거부하실 수 있습니다.',
    en: 'You may refuse.',
  });

  // The preview tells it as it will be told, the recipient emphasised.
  const preview = page.getByRole('complementary', { name: english('collection.editor.preview') });
  await expect(
    preview.locator('strong', { hasText: 'Given to: Hangang Insurance. Used for: taking out insurance.' }),
  ).toBeVisible();

  // What is written is kept without being published.
  await expect(page.getByText(/^Draft kept,/)).toBeVisible();
  await page.reload();
  await goTo(page, '/collection/forms');
  await page.getByRole('row', { name: /Application/ }).focus();
  await page.keyboard.press('Enter');
  await expect(third.getByLabel('Purpose, Korean', { exact: true })).toHaveValue('단체보험 가입');

  await press(page, page, publish);
  await press(page, page.getByRole('alertdialog'), publish);
  await expect(page.getByRole('heading', { level: 1, name: 'Application' })).toBeVisible();
  expect((await must(call, 'collection.listFormDrafts', {})).drafts).toEqual([]);

  const [form] = (await must(call, 'collection.listForms', {})).forms;
  if (form === undefined) throw new Error('nothing was published');
  const { formVersionId } = form;
  const { content } = await must(call, 'collection.getForm', { formVersionId });
  expect(content.purposes[2]?.basis).toMatchObject({
    consent: { kind: 'third_party_provision', recipients: [{ name: 'Hangang Insurance' }] },
  });
  const { digest } = await must(call, 'collection.getNotice', { formVersionId, language: 'ko' });
  await must(call, 'collection.capture', {
    formVersionId,
    language: 'ko',
    noticeDigest: digest,
    personId: null,
    answers: content.purposes.map(({ id }) => ({ purposeId: id, answer: 'given' })),
    values: [
      { itemCode: 'name', value: '한서윤' },
      { itemCode: 'telephone', value: '010-0000-0000' },
      { itemCode: 'e_mail', value: 'seoyun@example.org' },
      { itemCode: 'birth_date', value: '1990-01-01' },
    ],
    evidence: {
      way: 'screen',
      signature: { width: 300, height: 100, path: 'M10 80C40 10 65 10 95 80L150 20' },
    },
    otherThan: [],
    guardian: null,
    draftId: null,
    givenOn: '2026-05-04',
  });

  // The recipient keeps it longer, and the title reads better: the one is another fact, the other is not.
  await page.getByRole('link', { name: english('collection.form.next_version') }).focus();
  await page.keyboard.press('Enter');
  await write(page, page, 'collection.editor.title', { ko: '서비스 이용 신청서', en: 'Application form' });
  await write(page, recipient, 'collection.editor.recipient_period', { ko: '3년', en: '3 years' });
  const publishNext = english('collection.editor.publish', { version: 2 });
  await press(page, page, publishNext);
  const question = page.getByRole('alertdialog');
  await expect(question.locator('[data-part="title"]')).toContainText(
    english('collection.changes.effect.wording'),
  );
  await expect(question.locator('[data-part="recipient_period"]')).toContainText(
    english('collection.changes.effect.renews'),
  );
  await expect(question.locator('[data-part="recipient_period"]')).toContainText('3 years');
  await expect(question.getByText(english('collection.changes.people', { count: 1 }))).toBeVisible();
  await expectAccessible(page);
  await press(page, question, publishNext);

  await expect(page.getByRole('heading', { level: 1, name: 'Application form' })).toBeVisible();
  await expect(page.getByText(english('collection.history.first'))).toBeVisible();
  await expect(page.locator('.form-history [data-part="recipient_period"]')).toContainText(
    english('collection.changes.effect.renews'),
  );
  await expectAccessible(page);
  await page.getByRole('link', { name: english('collection.form.to_renewals') }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: '한서윤' })).toContainText('Group insurance');
  await expectAccessible(page);
  await goTo(page, '/');
  await expect(page.getByText(english('office.task.renew', { count: 1 }))).toBeVisible();
});

test('keeps purposes and items in a catalogue, and warns of what a form asks beyond them', async ({
  page,
  call,
}) => {
  await sitDownAtDesk(page, call);
  await goTo(page, '/collection/catalogue');
  await expect(
    page.getByRole('heading', { name: english('collection.catalogue.no_purposes') }),
  ).toBeVisible();
  await expectAccessible(page);

  const items = page.getByRole('heading', { name: english('collection.catalogue.items') }).locator('../..');
  await press(page, items, english('collection.catalogue.add_item'));
  const dialog = page.getByRole('dialog');
  await write(page, dialog, 'collection.editor.item_label', { ko: '체형', en: 'Build' });
  await expectAccessible(page);
  await press(page, dialog, english('collection.catalogue.save'));
  await expect(page.getByRole('row', { name: /Build/ })).toBeVisible();

  await page.getByRole('link', { name: english('collection.catalogue.add_purpose') }).focus();
  await page.keyboard.press('Enter');
  await write(page, page, 'collection.editor.purpose_name', { ko: '배송', en: 'Delivery' });
  await choose(page, page, 'collection.editor.rule', 'Kept with consent, one year at most');
  await write(page, page, 'collection.editor.refusal', {
    ko: '거부하실 수 있습니다.',
    en: 'You may refuse.',
  });
  await write(page, page, 'collection.editor.item_label', { ko: '주소', en: 'Address' });
  await expectAccessible(page);
  await press(page, page, english('collection.catalogue.save'));
  await expect(page.getByRole('row', { name: 'Delivery' })).toContainText('Address');

  // A recipient is entered, changed and taken out of use where the catalogue is kept.
  const recipients = page
    .getByRole('heading', { name: english('collection.catalogue.recipients') })
    .locator('../..');
  await press(page, recipients, english('collection.editor.new_recipient'));
  await press(page, dialog, english('provision.add_recipient.save'));
  await expect(dialog.getByText(english('common.field.required'))).toBeVisible();
  await dialog.getByLabel(english('provision.add_recipient.name')).fill('Hangang Insurance');
  await dialog.getByRole('combobox').fill('Germ');
  await page.getByRole('option', { name: 'Germany' }).click();
  await expectAccessible(page);
  await press(page, dialog, english('provision.add_recipient.save'));
  await expect(dialog).toBeHidden();
  const recipient = page.getByRole('row', { name: /Hangang/ });
  await expect(recipient).toContainText('Germany');
  await recipient.focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(english('provision.change_recipient.lead'))).toBeVisible();
  await dialog.getByLabel(english('provision.add_recipient.name')).fill('Hangang Life');
  await dialog.getByLabel(english('provision.add_recipient.contact')).fill('privacy@hangang.example');
  await expectAccessible(page);
  await press(page, dialog, english('provision.change_recipient.save'));
  await expect(recipient).toContainText('privacy@hangang.example');
  await press(page, page, english('collection.catalogue.retire_named', { name: 'Hangang Life' }));
  await expect(recipient).toContainText(english('collection.catalogue.retired'));

  await goTo(page, '/collection/forms/new');
  // What a form asks for that no catalogue knows is entered from the form.
  const first = page.getByRole('region', { name: english('collection.editor.purpose', { number: 1 }) });
  const unknown = english('collection.minimum.purpose_not_in_catalogue');
  await expect(first.getByText(unknown)).toBeVisible();
  await press(page, first, english('collection.editor.into_catalogue'));
  await expect(page.getByText(english('collection.editor.into_catalogue_done'))).toBeVisible();
  await expect(first.getByText(unknown)).toHaveCount(0);
  const { purposes } = await must(call, 'collection.listCatalogue', {});
  expect(purposes).toHaveLength(2);

  await choose(page, page, 'collection.editor.purpose_of_catalogue', 'Delivery');
  const third = page.getByRole('region', { name: english('collection.editor.purpose', { number: 3 }) });
  await expect(third.getByLabel('Label, Korean', { exact: true })).toHaveValue('주소');
  const warning = english('collection.minimum.item_not_needed');
  await expect(third.getByText(warning)).toHaveCount(0);
  await choose(page, third, 'collection.editor.item_of_catalogue', 'Build');
  await expect(third.getByText(warning)).toBeVisible();
  await expectAccessible(page);
  const publish = english('collection.editor.publish', { version: 1 });
  await press(page, page, publish);
  await expect(page.getByRole('alertdialog').getByText('“Build” for “Delivery”: not needed')).toBeVisible();
  await press(page, page.getByRole('alertdialog'), publish);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(english('collection.template.title'));

  await must(call, 'office.setPreferences', { language: 'ko', theme: 'dark' });
  await page.reload();
  for (const [path, heading] of [
    ['/collection/catalogue', korean('collection.catalogue.title')],
    ['/collection/renewals', korean('collection.renewals.title')],
  ] as const) {
    await goTo(page, path);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expectAccessible(page);
  }
});
