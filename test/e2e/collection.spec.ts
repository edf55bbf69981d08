import type { Page } from 'playwright/test';
import { createText } from '../../shared/text/messages.ts';
import { expectAccessible } from './accessibility.ts';
import { goTo, must, publishForm, sitDownAtDesk, takeConsent } from './desk.ts';
import { expect, test } from './office-fixture.ts';

const english = createText('en');
const korean = createText('ko');
const clock = '2026-11-23T02:00:00.000Z';

test.use({ officeOptions: { clock } });

const answer = (page: Page, purpose: string, label: string) =>
  page
    .getByRole('radiogroup', { name: purpose })
    .locator('label')
    .filter({ hasText: new RegExp(`^${label}$`) });

async function drawSignature(page: Page): Promise<void> {
  const pad = page.getByRole('img', { name: english('collection.signature.pad') });
  await pad.scrollIntoViewIfNeeded();
  await pad.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await pad.boundingBox();
  if (box === null) throw new Error('there is nothing to sign on');
  await page.mouse.move(box.x + 60, box.y + 100);
  await page.mouse.down();
  for (let step = 1; step <= 20; step += 1) {
    await page.mouse.move(box.x + 60 + step * 12, box.y + 80 + Math.sin(step) * 40);
  }
  await page.mouse.up();
}

const openReason = (page: Page) =>
  page.getByRole('button', { name: english('collection.use_reason.open') }).click();

test('publishes a form written from the template, and never without what it needs', async ({
  page,
  call,
}) => {
  await sitDownAtDesk(page, call);
  await goTo(page, '/collection/forms');
  await expect(page.getByRole('heading', { name: english('collection.forms.empty') })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('link', { name: english('collection.forms.new') })
    .first()
    .click();
  await expectAccessible(page);

  // The preview follows what is written, in either language.
  const preview = page.getByRole('complementary', { name: english('collection.editor.preview') });
  const title = english('collection.editor.in_en', { label: english('collection.editor.title') });
  await page.getByLabel(title, { exact: true }).fill('Joining the reading room');
  await expect(preview.getByRole('heading', { name: 'Joining the reading room' })).toBeVisible();
  await preview.getByText('한국어', { exact: true }).click();
  await expect(preview.getByRole('heading', { name: korean('collection.template.title') })).toBeVisible();

  // Order is changed by keyboard, and the focus stays on what was moved.
  const first = english('collection.editor.purpose', { number: 1 });
  await page.getByRole('button', { name: english('collection.editor.move_down', { name: first }) }).focus();
  await page.keyboard.press('Enter');
  await expect(preview.getByRole('heading', { level: 3 }).first()).toHaveText(
    korean('collection.template.news'),
  );
  const second = english('collection.editor.purpose', { number: 2 });
  await expect(
    page.getByRole('button', { name: english('collection.editor.move_up', { name: second }) }),
  ).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(preview.getByRole('heading', { level: 3 }).first()).toHaveText(
    korean('collection.template.essential'),
  );

  // Taking the name away is said where the name belongs; an empty label next to its field.
  const essential = page.getByRole('region', { name: first });
  const item = english('collection.editor.item', { number: 1 });
  await essential.getByRole('button', { name: english('collection.editor.remove', { name: item }) }).click();
  const publish = page.getByRole('button', { name: english('collection.editor.publish', { version: 1 }) });
  await publish.click();
  await expect(essential.getByText(english('error.form_without_name_item'))).toBeVisible();
  await essential.getByRole('button', { name: english('collection.editor.add_item') }).click();
  const added = essential.getByRole('group', { name: english('collection.editor.item', { number: 2 }) });
  await publish.click();
  await expect(added.getByText(english('common.field.required'))).toHaveCount(2);
  const label = english('collection.editor.item_label');
  await added.getByLabel(english('collection.editor.in_en', { label })).fill('Name');
  await added.getByLabel(english('collection.editor.in_ko', { label })).fill('성명');
  await added.getByRole('button', { name: new RegExp(english('collection.editor.value_type')) }).click();
  await page.getByRole('option', { name: english('collection.value_type.name') }).click();
  await expect(essential.getByText(english('error.form_without_name_item'))).toBeHidden();

  await publish.click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText(english('collection.editor.confirm_immutable'));
  await expectAccessible(page);
  await question.getByRole('button', { name: english('collection.editor.publish', { version: 1 }) }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Joining the reading room' })).toBeVisible();
  await expectAccessible(page);

  const { forms } = await must(call, 'collection.listForms', {});
  expect(forms).toMatchObject([{ version: 1, purposes: 2, consents: 0, staffNumber: 2 }]);

  // What is changed is the next version; the first stays as it was.
  await page.getByRole('link', { name: english('collection.form.next_version') }).click();
  await page.getByLabel(title, { exact: true }).fill('Joining the quiet room');
  await page.getByRole('button', { name: english('collection.editor.publish', { version: 2 }) }).click();
  await question.getByRole('button', { name: english('collection.editor.publish', { version: 2 }) }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Joining the quiet room' })).toBeVisible();
  const [before] = forms;
  if (before === undefined) throw new Error('the first version is gone');
  const kept = await must(call, 'collection.getForm', { formVersionId: before.formVersionId });
  expect(kept).toMatchObject({ current: false, content: { title: { en: 'Joining the reading room' } } });
});

test('takes a consent: nothing answered beforehand, an optional refusal stops nothing', async ({
  page,
  call,
}) => {
  await sitDownAtDesk(page, call);
  const form = await publishForm(call);
  await goTo(page, '/collection/capture');
  const given = english('collection.capture.agree');
  const refused = english('collection.capture.do_not_agree');
  await expect(page.getByRole('article').getByRole('radio')).toHaveCount(4);
  await expect(page.getByRole('article').getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(page.getByText(english('collection.capture.details_none'))).toBeVisible();
  await expectAccessible(page);

  // The text is the person's: it can be Korean while the window speaks English.
  await page
    .getByRole('radiogroup', { name: english('collection.capture.language') })
    .getByText('한국어')
    .click();
  await expect(page.getByRole('heading', { name: '환자 등록 동의서' })).toBeVisible();
  await page
    .getByRole('radiogroup', { name: english('collection.capture.language') })
    .getByText('English')
    .click();

  // Everything that is missing is said at once, and the first of it has the focus.
  const save = page.getByRole('button', { name: english('collection.capture.save') });
  await save.click();
  await expect(page.getByText(english('error.purpose_not_answered'))).toHaveCount(2);
  await expect(page.getByText(english('error.field.signature'))).toBeVisible();
  await expect(
    page.getByRole('radiogroup', { name: 'Treatment' }).getByRole('radio', { name: given }),
  ).toBeFocused();

  await answer(page, 'Treatment', given).click();
  await answer(page, 'Newsletter', refused).click();
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Kang Haneul');
  await page.getByRole('textbox', { name: 'Telephone' }).fill('call me');
  await drawSignature(page);
  await save.click();
  await expect(page.getByText(english('collection.capture.malformed.telephone'))).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Telephone' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Telephone' }).fill('010-1234-5678');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: english('collection.result.title') })).toBeVisible();
  await expect(
    page.getByText(
      'collected 2026-11-23 + 5 years, E-Commerce Decree art. 6(1): kept through 2031-11-23, due from 2031-11-24',
    ),
  ).toBeVisible();
  await expectAccessible(page);
  const next = page.getByRole('button', { name: english('collection.result.next') });
  await expect(next).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').getByRole('radio', { checked: true })).toHaveCount(0);

  const { people } = await must(call, 'collection.listPeople', { search: 'kanghaneul', limit: 5, offset: 0 });
  const [person] = people;
  if (person === undefined) throw new Error('nobody was saved');
  const { consents } = await must(call, 'collection.openPerson', {
    personId: person.personId,
    reason: 'manage_consent',
  });
  expect(consents[0]?.purposes.map((purpose) => purpose.state)).toEqual(['given', 'refused']);
  expect(consents[0]?.formVersionId).toBe(form.formVersionId);
});

test('says plainly that nothing is saved where the essential purpose is refused', async ({ page, call }) => {
  await sitDownAtDesk(page, call);
  await publishForm(call);
  await goTo(page, '/collection/capture');
  await answer(page, 'Treatment', english('collection.capture.do_not_agree')).click();
  await answer(page, 'Newsletter', english('collection.capture.agree')).click();
  await expect(page.getByText(english('collection.capture.refused_text'))).toBeVisible();
  await page.getByRole('button', { name: english('collection.capture.save') }).click();
  await expect(page.getByText(english('error.essential_purpose_refused'))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: english('collection.capture.start_over') }).click();
  await expect(page.getByRole('article').getByRole('radio', { checked: true })).toHaveCount(0);
  expect(await must(call, 'collection.listPeople', { search: '', limit: 5, offset: 0 })).toMatchObject({
    total: 0,
  });
});

test('can be answered and signed by keyboard, for a person who is known', async ({ page, call }) => {
  await sitDownAtDesk(page, call);
  const form = await publishForm(call);
  const known = await takeConsent(call, form, { name: '한서윤', givenOn: '2026-01-05', newsletter: false });
  await goTo(page, '/collection/capture');
  await page
    .getByRole('radiogroup', { name: english('collection.capture.person'), exact: true })
    .getByRole('radio', { name: english('collection.capture.person_new') })
    .focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('combobox', { name: english('collection.capture.who') }).focus();
  await page.keyboard.type('한서');
  await expect(page.getByRole('option', { name: /한서윤/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: english('collection.capture.who') })).toHaveValue('한서윤');
  for (const purpose of ['Treatment', 'Newsletter']) {
    await page
      .getByRole('radiogroup', { name: purpose })
      .getByRole('radio', { name: english('collection.capture.agree') })
      .focus();
    await page.keyboard.press('Space');
  }
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('한서윤');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Telephone' }).focus();
  await page.keyboard.type('02-555-0101');
  await page.keyboard.press('Tab');
  await page.keyboard.type('seoyun@example.org');
  await page.getByRole('button', { name: english('collection.signature.type_instead') }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('한서윤');
  await expect(page.getByRole('img', { name: english('collection.signature.drawing') })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: english('collection.result.title') })).toBeVisible();
  const { consents } = await must(call, 'collection.openPerson', {
    personId: known.personId,
    reason: 'manage_consent',
  });
  expect(consents).toHaveLength(2);
});

test('opens a person for a reason, shows the consent as given and withdraws it', async ({ page, call }) => {
  await sitDownAtDesk(page, call);
  const form = await publishForm(call);
  const { personId } = await takeConsent(call, form, {
    name: 'Olga Brandt',
    givenOn: '2026-01-31',
    newsletter: true,
  });
  await takeConsent(call, form, { name: '윤도현', givenOn: '2025-05-05', newsletter: true });
  await goTo(page, '/collection');
  await page.getByRole('searchbox').fill('brandt');
  await expect(page.getByRole('row', { name: /윤도현/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('row', { name: /Olga Brandt/ }).click();

  // Nothing is shown before the reason is given.
  await expect(page.getByText(english('collection.use_reason.question'))).toBeVisible();
  await expect(page.getByText('someone@example.org')).toHaveCount(0);
  await expectAccessible(page);
  await openReason(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Olga Brandt' })).toBeVisible();
  await expect(page.getByText('someone@example.org')).toBeVisible();
  await expectAccessible(page);
  expect((await must(call, 'provision.listUses', { filter: null, limit: 10, offset: 0 })).uses).toMatchObject(
    [{ personId, reason: 'serve_person', staffNumber: 2 }],
  );

  await page.getByRole('button', { name: english('collection.person.show') }).click();
  const asGiven = page.getByRole('dialog');
  await expect(asGiven.getByRole('heading', { name: 'Patient registration' })).toBeVisible();
  await expect(asGiven.getByRole('img', { name: english('collection.signature.drawing') })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: english('collection.person.withdraw'), exact: true }).click();
  const withdraw = page.getByRole('dialog');
  await expect(withdraw.getByText(english('collection.withdraw.at_once'))).toBeVisible();
  await expect(
    withdraw.getByText(/kept separately, for nothing but storage, through 31 January 2031/),
  ).toBeVisible();
  await expectAccessible(page);
  await withdraw.getByRole('button', { name: english('collection.withdraw.confirm_none') }).click();
  await expect(withdraw.getByText(english('collection.withdraw.choose'))).toBeVisible();
  for (const purpose of ['Treatment', 'Newsletter'])
    await withdraw.getByText(purpose, { exact: true }).click();
  await withdraw.getByRole('button', { name: english('collection.withdraw.confirm', { count: 2 }) }).click();
  await expect(page.getByText('consent withdrawn on 2026-11-23: due at once')).toBeVisible();
  await expect(page.getByText(/kept separately through 2031-01-31, due from 2031-02-01/)).toBeVisible();
  await expect(page.getByText(english('collection.person.separated'), { exact: true })).toBeVisible();
  await expect(
    page.getByRole('button', { name: english('collection.person.withdraw'), exact: true }),
  ).toBeDisabled();
});

test('speaks Korean, dark as well as light, without anything serious to axe', async ({ page, call }) => {
  await sitDownAtDesk(page, call);
  const form = await publishForm(call);
  const { personId } = await takeConsent(call, form, {
    name: '한서윤',
    givenOn: '2025-01-05',
    newsletter: true,
  });
  await must(call, 'office.setPreferences', { language: 'ko', theme: 'dark' });
  const screens: [string, string][] = [
    ['/collection/people', korean('collection.people.title')],
    ['/collection/forms', korean('collection.forms.title')],
    [`/collection/forms/${form.formVersionId}`, '환자 등록 동의서'],
    [
      `/collection/forms/${form.formVersionId}/next`,
      korean('collection.editor.next_title', { title: '환자 등록 동의서' }),
    ],
    ['/collection/capture', korean('collection.capture.title')],
    [`/collection/people/${personId}`, korean('collection.person.closed')],
  ];
  await page.reload();
  for (const [path, heading] of screens) {
    await goTo(page, path);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expectAccessible(page);
  }
});
