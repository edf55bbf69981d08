import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  capture,
  captureInput,
  findRules,
  membershipForm,
  type PublishedForm,
  publish,
  publishMembership,
} from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { writtenIn } from '../fixtures/written.ts';

let office: TestOffice;
let form: PublishedForm;
beforeEach(async () => {
  office = await openTestOffice();
  form = await publishMembership(office);
});
afterEach(() => office.remove());

async function isRefused(
  change: (
    input: Awaited<ReturnType<typeof captureInput>>,
  ) => Partial<Awaited<ReturnType<typeof captureInput>>>,
  code: string,
  params: Record<string, unknown> = {},
  additional = false,
): Promise<void> {
  const input = await captureInput(office, form, { additional });
  const before = writtenIn(office);
  const error = await office.as('clerk').refused('collection.capture', { ...input, ...change(input) });
  expect(error).toMatchObject({ code, params });
  expect(writtenIn(office)).toEqual(before);
}

it('keeps a consent whose additional purpose is refused, and takes nothing for it', async () => {
  const { personId, units } = await capture(office, form, { name: '김하늘' });
  expect(units.map((unit) => unit.purposeId)).toEqual([form.essential]);
  const person = await office.as('clerk').call('collection.openPerson', { personId, reason: 'serve_person' });
  expect(person.name).toBe('김하늘');
  const [consent] = person.consents;
  expect(consent?.purposes.map(({ purposeId, state, values }) => [purposeId, state, values.length])).toEqual([
    [form.essential, 'given', 1],
    [form.additional, 'refused', 0],
  ]);
  expect(consent?.purposes[1]?.unit).toBeNull();
});

it('makes a record unit for each purpose that is given', async () => {
  const { units } = await capture(office, form, { additional: true, note: 'after six' });
  expect(units.map((unit) => [unit.purposeId, unit.state, unit.due.dueOn])).toEqual([
    [form.essential, 'active', '2027-05-05'],
    [form.additional, 'active', '2027-05-05'],
  ]);
});

it('refuses when a purpose is not answered: nothing is taken for given', async () => {
  await isRefused((input) => ({ answers: input.answers.slice(0, 1) }), 'purpose_not_answered', {
    field: `answers.${form.additional}`,
  });
  await isRefused((input) => ({ answers: input.answers.slice(1) }), 'purpose_not_answered', {
    field: `answers.${form.essential}`,
  });
});

it('refuses a purpose answered twice, or one the form does not have', async () => {
  await isRefused(
    (input) => ({ answers: [...input.answers, { purposeId: form.additional, answer: 'given' }] }),
    'purpose_answered_twice',
  );
  await isRefused(
    (input) => ({ answers: [...input.answers, { purposeId: crypto.randomUUID(), answer: 'given' }] }),
    'purpose_not_on_form',
  );
});

it('refuses when the essential purpose, or every purpose, is refused', async () => {
  await isRefused(
    () => ({
      answers: [
        { purposeId: form.essential, answer: 'refused' },
        { purposeId: form.additional, answer: 'given' },
      ],
    }),
    'essential_purpose_refused',
  );
  await isRefused(
    () => ({
      answers: [
        { purposeId: form.essential, answer: 'refused' },
        { purposeId: form.additional, answer: 'refused' },
      ],
    }),
    'nothing_consented',
  );
});

it('refuses items of a purpose that was refused, items no form asks for and items recorded automatically', async () => {
  const adding = (itemCode: string, value: string) =>
    isRefused((input) => ({ values: [...input.values, { itemCode, value }] }), 'item_not_agreed', {
      field: `values.${itemCode}`,
    });
  await adding('email', 'hong@example.org');
  await adding('blood_type', 'A');
  await adding('visit_date', '2026-05-04');
});

it('refuses an item given twice, missing, or not of its form', async () => {
  await isRefused(
    (input) => ({ values: [...input.values, { itemCode: 'name', value: '홍길순' }] }),
    'item_given_twice',
  );
  await isRefused((input) => ({ values: input.values.slice(0, 1) }), 'item_missing', {
    field: 'values.telephone',
  });
  await isRefused((input) => ({ values: input.values.slice(1) }), 'item_missing', { field: 'values.name' });
  const replaced = (itemCode: string, value: string) =>
    isRefused(
      (input) => ({
        values: input.values.map((one) => (one.itemCode === itemCode ? { itemCode, value } : one)),
      }),
      'item_malformed',
      { field: `values.${itemCode}` },
      true,
    );
  await replaced('telephone', 'call me');
  await replaced('email', 'hong at example');
  // A name is one line; only long texts have several.
  await replaced('name', '홍길동\n010-9999-9999');
});

it('refuses when the text shown is not the text of the form, or a newer version was published', async () => {
  await isRefused(() => ({ noticeDigest: '0'.repeat(64) }), 'notice_changed');
  // The English text was shown, the Korean one is claimed.
  await isRefused(() => ({ language: 'ko' }), 'notice_changed');
  const input = await captureInput(office, form);
  await office.as('reviewer').call('collection.publishForm', { formId: form.formId, content: form.content });
  expect((await office.as('clerk').refused('collection.capture', input)).code).toBe(
    'form_version_superseded',
  );
});

it('takes a day in the past, and today in the office’s zone, but not tomorrow', async () => {
  expect((await capture(office, form, { givenOn: '2024-02-29' })).units[0]?.due.dueOn).toBe('2025-03-01');
  await isRefused(() => ({ givenOn: '2026-05-05' }), 'date_in_future', { field: 'givenOn' });
  // 16:00 UTC is one in the morning of the next day in Seoul.
  office.clock.set('2026-05-04T16:00:00.000Z');
  await capture(office, form, { givenOn: '2026-05-05' });
});

it('refuses a person nobody knows', async () => {
  await isRefused(() => ({ personId: crypto.randomUUID() }), 'not_found');
});

it('keeps a second consent with the same person', async () => {
  const first = await capture(office, form, { name: '정다온' });
  const second = await capture(office, form, { name: '정다온', personId: first.personId });
  expect(second.personId).toBe(first.personId);
  const { total, people } = await office
    .as('clerk')
    .call('collection.listPeople', { search: '정다온', limit: 10, offset: 0 });
  expect(total).toBe(1);
  expect(people[0]).toMatchObject({ personId: first.personId, consents: 2, withdrawn: false });
});

it.each(['en', 'ko'] as const)('keeps exactly the text that was shown (%s)', async (language) => {
  const shown = await office
    .as('clerk')
    .call('collection.getNotice', { formVersionId: form.formVersionId, language });
  const { consentId, receiptCode } = await capture(office, form, {
    language,
    additional: true,
    signaturePath: 'M1 2L3 4',
  });
  // A later version of the form changes nothing about what was shown then.
  const content = { ...form.content, introduction: { en: 'Other words.', ko: '다른 문구.' } };
  await office.as('reviewer').call('collection.publishForm', { formId: form.formId, content });
  const opened = await office
    .as('clerk')
    .call('collection.openConsent', { consentId, reason: 'manage_consent' });
  expect(opened.notice).toEqual(shown.notice);
  expect(opened.answers.map(({ purposeId, answer }) => [purposeId, answer])).toEqual([
    [form.essential, 'given'],
    [form.additional, 'given'],
  ]);
  expect(opened.evidence).toEqual({
    way: 'screen',
    signature: { width: 400, height: 150, path: 'M1 2L3 4' },
  });
  expect(opened.receiptCode).toBe(receiptCode);
  expect(receiptCode).toMatch(/^[0-9a-f]{32}$/);
});

it('enters in the use log and the audit log who looked at whose data and why', async () => {
  const { personId } = await capture(office, form);
  await office.as('clerk').call('collection.openPerson', { personId, reason: 'answer_request' });
  const { uses } = await office
    .as('auditor')
    .call('provision.listUses', { filter: null, limit: 10, offset: 0 });
  expect(uses[0]).toMatchObject({ personId, reason: 'answer_request', staffNumber: 2 });
  const { entries } = await office.as('auditor').call('register.listAuditEntries', { limit: 50, offset: 0 });
  expect(entries.find((entry) => entry.code === 'collection.person_opened')).toMatchObject({
    about: { personId, reason: 'answer_request' },
    staffNumber: 2,
  });
});

it('keeps what a purpose without consent needs, though nothing else is agreed to', async () => {
  const content = membershipForm((await findRules(office)).consented);
  const ground = { en: 'PIPA art. 15(1)4', ko: '개인정보 보호법 제15조 제1항 제4호' };
  const [first] = content.purposes;
  if (first === undefined) throw new Error('a purpose');
  first.basis = { lawfulBasis: 'contract', ground };
  const onContract = await publish(office, content);
  const input = await captureInput(office, onContract);
  const answers = input.answers.filter(({ purposeId }) => purposeId !== first.id);
  const desk = office.as('clerk');
  const { units, personId, consentId } = await desk.call('collection.capture', { ...input, answers });
  expect(units.map(({ purposeId }) => purposeId)).toEqual([first.id]);
  const person = await desk.call('collection.openPerson', { personId, reason: 'serve_person' });
  expect(person.consents[0]?.purposes.map(({ state }) => state)).toEqual(['not_asked', 'refused']);
  const asGiven = await desk.call('collection.openConsent', { consentId, reason: 'serve_person' });
  expect(asGiven.answers.map(({ answer }) => answer)).toEqual(['refused']);
  // There is nothing to withdraw, and a vendor may work with it.
  const withdrawal = { consentId, purposeIds: [first.id] };
  expect(await desk.refused('collection.withdraw', withdrawal)).toMatchObject({ code: 'purpose_not_given' });
  const { vendorId } = await desk.call('provision.addVendor', {
    name: '한강택배',
    task: '배송',
    contact: '',
    contractEndsOn: null,
    doesMarketing: false,
  });
  await desk.call('provision.recordHandOver', {
    vendorId,
    purposeId: first.id,
    to: { whose: 'named', consentIds: [consentId] },
    what: '배송지',
    way: 'paper_by_hand',
    isEncrypted: false,
    handedOverOn: input.givenOn,
    dueBackOn: null,
  });
});
