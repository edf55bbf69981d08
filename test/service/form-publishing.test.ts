import { afterEach, beforeEach, expect, it } from 'vitest';
import type {
  ConsentFormContent,
  FormPurpose,
  PurposeBasis,
} from '../../shared/domain/collection/consent-form.ts';
import { draftOf } from '../../shared/domain/collection/form-draft.ts';
import { capture, findRules, items, membershipForm, publish, type Rules } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';

let office: TestOffice;
let rules: Rules;
let content: ConsentFormContent;
let essential: FormPurpose;
let news: FormPurpose;
beforeEach(async () => {
  office = await openTestOffice();
  rules = await findRules(office);
  content = membershipForm(rules.consented);
  [essential, news] = content.purposes as [FormPurpose, FormPurpose];
});
afterEach(() => office.remove());

const renewals = async (formId: string | null = null) =>
  (await office.as('clerk').call('collection.listRenewals', { formId, limit: 50, offset: 0 })).renewals.map(
    ({ name, purposes }) => `${name}: ${purposes.map((purpose) => purpose.name.en).join(', ')}`,
  );
/** The form with another period for its additional purpose. */
const keptLonger = (): ConsentFormContent => ({
  ...content,
  purposes: [essential, { ...news, retentionRuleId: rules.obliged }],
});

it('names the article where a statement is missing, and the field it belongs to', async () => {
  const basis: PurposeBasis = {
    lawfulBasis: 'consent',
    consent: { kind: 'third_party_provision', recipients: [] },
  };
  const purposes = [essential, { ...news, basis }];
  const error = await office
    .as('reviewer')
    .refused('collection.publishForm', { formId: null, content: { ...content, purposes } });
  expect(error).toMatchObject({
    code: 'form_statement_missing',
    params: {
      statement: 'recipient',
      law: 'pipa_17_2_1',
      purpose: 2,
      field: 'content.purposes.1.basis.consent.recipients',
    },
  });
});

it('lists whose consent has to be renewed: those who agreed to what has changed, and nobody else', async () => {
  const form = await publish(office, content);
  await capture(office, form, { name: '김하늘', additional: true });
  await capture(office, form, { name: '이도윤', additional: false });
  const withdrawn = await capture(office, form, { name: '박서연', additional: true });
  await office
    .as('clerk')
    .call('collection.withdraw', { consentId: withdrawn.consentId, purposeIds: [form.additional] });

  // Other words change nothing for anybody.
  await publish(office, { ...content, title: { en: 'Joining us', ko: '가입' } }, form.formId);
  expect(await renewals()).toEqual([]);

  const preview = await office
    .as('reviewer')
    .call('collection.previewPublishing', { formId: form.formId, content: keptLonger(), wordingOnly: [] });
  expect(preview).toMatchObject({
    people: 1,
    changes: [{ part: 'title' }, { part: 'retention', effect: 'renews' }],
  });
  await publish(office, keptLonger(), form.formId);
  expect(await renewals()).toEqual(['김하늘: News by e-mail']);
  expect(await renewals(form.formId)).toEqual(await renewals());
  const { forms } = await office.as('reviewer').call('collection.listForms', {});
  expect(forms).toMatchObject([{ version: 3, peopleToRenew: 1 }]);
  expect(await office.as('clerk').call('office.home', {})).toMatchObject({ peopleToRenew: 1 });

  // Asked anew on the version in force, nothing is left to renew.
  const { people } = await office
    .as('clerk')
    .call('collection.listPeople', { search: '김하늘', limit: 5, offset: 0 });
  const { forms: current } = await office.as('clerk').call('collection.listForms', {});
  const next = { ...form, formVersionId: current[0]?.formVersionId ?? '' };
  await capture(office, next, { name: '김하늘', personId: people[0]?.personId ?? '' });
  expect(await renewals()).toEqual([]);
});

it('takes the word of whoever publishes for words alone, and of nothing else', async () => {
  const form = await publish(office, content);
  await capture(office, form, { additional: true });
  const reviewer = office.as('reviewer');
  const reworded = {
    ...content,
    purposes: [
      { ...essential, items: [items.name, items.telephone] },
      { ...news, name: { en: 'News and offers', ko: '소식과 혜택' } },
    ],
  };
  const ask = { formId: form.formId, content: reworded, wordingOnly: [] };
  const { changes } = await reviewer.call('collection.previewPublishing', ask);
  expect(changes.map(({ part, effect }) => `${part} ${effect}`)).toEqual([
    'item_removed renews',
    'purpose_name text',
  ]);
  const wordingOnly = changes.map(({ key }) => key);
  await reviewer.call('collection.publishForm', { ...ask, wordingOnly });
  expect(await renewals()).toEqual(['홍길동: Running your membership']);
  const { versions } = await reviewer.call('collection.listFormVersions', { formId: form.formId });
  expect(versions).toMatchObject([
    { version: 2, renewedPurposeIds: [essential.id], consents: 0 },
    { version: 1, renewedPurposeIds: [], changes: [], consents: 1 },
  ]);
});

it('keeps a draft until it is published or discarded, for whoever goes on with it', async () => {
  const reviewer = office.as('reviewer');
  const draft = { ...draftOf(content), title: { en: '', ko: '초안' } };
  const first = await reviewer.call('collection.saveFormDraft', {
    draftId: null,
    formId: null,
    content: draft,
  });
  const { draftId } = first;
  const better = { ...draft, title: { en: 'Draft', ko: '초안' } };
  await reviewer.call('collection.saveFormDraft', { draftId, formId: null, content: better });
  const administrator = office.as('administrator');
  expect(await administrator.call('collection.getFormDraft', { draftId })).toMatchObject({
    draft: { formId: null, title: better.title },
    content: better,
  });
  expect((await administrator.call('collection.listFormDrafts', {})).drafts).toHaveLength(1);
  await reviewer.call('collection.publishForm', { formId: null, content, draftId });
  expect((await reviewer.call('collection.listFormDrafts', {})).drafts).toEqual([]);
  // What was published meanwhile does not come back as a draft.
  const late = await reviewer.refused('collection.saveFormDraft', { draftId, formId: null, content: better });
  expect(late.code).toBe('not_found');

  const second = await reviewer.call('collection.saveFormDraft', {
    draftId: null,
    formId: null,
    content: draft,
  });
  await reviewer.call('collection.discardFormDraft', { draftId: second.draftId });
  expect((await reviewer.call('collection.listFormDrafts', {})).drafts).toEqual([]);
  expect((await reviewer.refused('collection.discardFormDraft', { draftId: second.draftId })).code).toBe(
    'not_found',
  );
});

it('says the same for ever: the texts of a version are kept with it', async () => {
  const form = await publish(office, content);
  const ask = { formVersionId: form.formVersionId, language: 'ko' } as const;
  const before = await office.as('clerk').call('collection.getNotice', ask);
  await publish(office, keptLonger(), form.formId);
  expect(await office.as('clerk').call('collection.getNotice', ask)).toEqual(before);
});

it('a catalogue keeps purposes and items once, and warns where a form asks for more', async () => {
  const reviewer = office.as('reviewer');
  const save = (item: (typeof items)[keyof typeof items]) => {
    const { kind: _, ...entry } = item;
    return reviewer.call('collection.saveCatalogueItem', { item: entry });
  };
  const purpose = {
    name: news.name,
    kind: news.kind,
    basis: news.basis,
    retentionRuleId: rules.consented,
    refusal: news.refusal,
    validFor: null,
    needs: [{ code: 'email', kind: 'required' as const }],
  };
  const unknown = await reviewer.refused('collection.saveCataloguePurpose', {
    purposeId: null,
    content: purpose,
  });
  expect(unknown).toMatchObject({ code: 'catalogue_item_unknown', params: { item: 'email' } });
  await save(items.email);
  await save(items.note);
  const { purposeId } = await reviewer.call('collection.saveCataloguePurpose', {
    purposeId: null,
    content: purpose,
  });

  const onForm = { ...content, purposes: [essential, { ...news, catalogueId: purposeId }] };
  const { warnings } = await reviewer.call('collection.previewPublishing', {
    formId: null,
    content: onForm,
    wordingOnly: [],
  });
  expect(warnings).toEqual([
    { code: 'purpose_not_in_catalogue', purpose: 0, item: null },
    { code: 'item_not_needed', purpose: 1, item: 'request_note' },
  ]);
  // It is said, and stops nothing.
  await publish(office, onForm);
  const { purposes, items: listed } = await office.as('auditor').call('collection.listCatalogue', {});
  expect(purposes).toMatchObject([{ purposeId, forms: 1, retired: false, content: purpose }]);
  expect(listed).toMatchObject([
    { code: 'email', purposes: 1 },
    { code: 'request_note', purposes: 0 },
  ]);

  const needed = await reviewer.refused('collection.retireCatalogueItem', { code: 'email', retired: true });
  expect(needed).toMatchObject({ code: 'catalogue_item_needed', params: { count: 1 } });
  await reviewer.call('collection.retireCataloguePurpose', { purposeId, retired: true });
  await reviewer.call('collection.retireCatalogueItem', { code: 'email', retired: true });
  const retired = await reviewer.call('collection.listCatalogue', {});
  expect(retired.purposes).toMatchObject([{ retired: true }]);
  expect(retired.items.map(({ code, retired }) => `${code} ${retired}`)).toEqual([
    'request_note false',
    'email true',
  ]);
  await reviewer.call('collection.retireCatalogueItem', { code: 'email', retired: false });
  const noRule = { ...purpose, retentionRuleId: crypto.randomUUID() };
  expect(
    await reviewer.refused('collection.saveCataloguePurpose', { purposeId, content: noRule }),
  ).toMatchObject({ code: 'retention_rule_unknown' });
});
