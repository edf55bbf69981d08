import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ConsentFormContent, FormPurpose } from '../../shared/domain/collection/consent-form.ts';
import { capture, findRules, items, membershipForm, publish, type Rules } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { writtenIn } from '../fixtures/written.ts';

let office: TestOffice;
let rules: Rules;
let good: ConsentFormContent;
let essential: FormPurpose;
let additional: FormPurpose;
beforeEach(async () => {
  office = await openTestOffice();
  rules = await findRules(office);
  good = membershipForm(rules.consented);
  const [first, second] = good.purposes;
  if (first === undefined || second === undefined) throw new Error('the form has two purposes');
  [essential, additional] = [first, second];
});
afterEach(() => office.remove());

async function isRefused(
  purposes: FormPurpose[],
  code: string,
  params: Record<string, unknown> = {},
): Promise<void> {
  const before = writtenIn(office);
  const content = { ...good, purposes };
  const error = await office.as('reviewer').refused('collection.publishForm', { formId: null, content });
  expect(error).toEqual({ code, key: `error.${code}`, params });
  expect(writtenIn(office)).toEqual(before);
}

it('cannot be published without an essential purpose, or without asking for the name in one', async () => {
  await isRefused([{ ...essential, kind: 'additional' }, additional], 'form_without_essential_purpose');
  await isRefused([{ ...essential, items: [items.telephone] }, additional], 'form_without_name_item');
  await isRefused(
    [{ ...essential, items: [{ ...items.name, kind: 'optional' }] }, additional],
    'form_without_name_item',
  );
  await isRefused(
    [
      { ...essential, items: [items.telephone] },
      { ...additional, items: [items.name] },
    ],
    'form_without_name_item',
  );
});

it('cannot be published with an item that means two things, or one that stands twice in a purpose', async () => {
  await isRefused(
    [essential, { ...additional, items: [{ ...items.telephone, valueType: 'text' }] }],
    'form_item_defined_twice',
    { item: 'telephone' },
  );
  await isRefused(
    [{ ...essential, items: [items.name, items.name] }, additional],
    'form_item_defined_twice',
    {
      item: 'name',
    },
  );
});

it('may ask for the same item for two purposes', async () => {
  const form = await publish(office, {
    ...good,
    purposes: [essential, { ...additional, items: [items.telephone, items.email] }],
  });
  const { units } = await capture(office, form, { additional: true });
  expect(units).toHaveLength(2);
});

it('cannot be published with a purpose twice or under a rule that does not exist', async () => {
  await isRefused([essential, { ...additional, id: essential.id }], 'form_purpose_repeated');
  await isRefused(
    [essential, { ...additional, retentionRuleId: crypto.randomUUID() }],
    'retention_rule_unknown',
  );
});

it('cannot be the next version of a form that does not exist', async () => {
  const before = writtenIn(office);
  const error = await office
    .as('reviewer')
    .refused('collection.publishForm', { formId: crypto.randomUUID(), content: good });
  expect(error.code).toBe('not_found');
  expect(writtenIn(office)).toEqual(before);
});

it('is published in versions, each kept as it was', async () => {
  const first = await publish(office, good);
  const next = { ...good, title: { en: 'Membership 2027', ko: '회원 가입 2027' } };
  const second = await publish(office, next, first.formId);
  const desk = office.as('clerk');
  expect(await desk.call('collection.getForm', { formVersionId: first.formVersionId })).toMatchObject({
    content: good,
    current: false,
    form: { version: 1, formId: first.formId, staffNumber: 3 },
  });
  expect(await desk.call('collection.getForm', { formVersionId: second.formVersionId })).toMatchObject({
    content: next,
    current: true,
    form: { version: 2, formId: first.formId },
  });
  expect((await desk.call('collection.listForms', {})).forms.map((form) => form.formVersionId)).toEqual([
    second.formVersionId,
  ]);
});

it.each(['en', 'ko'] as const)(
  'tells purposes, items, period, basis and the right to refuse (%s)',
  async (language) => {
    const form = await publish(office, membershipForm(rules.obliged, rules.consented));
    const { notice } = await office
      .as('clerk')
      .call('collection.getNotice', { formVersionId: form.formVersionId, language });
    const text = notice.lines.map((line) => line.text).join('\n');
    for (const purpose of form.content.purposes) {
      expect(text).toContain(purpose.name[language]);
      expect(text).toContain(purpose.refusal[language]);
      for (const item of purpose.items) expect(text).toContain(item.label[language]);
    }
    expect(text).toContain(language === 'en' ? '5 years' : '5년');
    expect(text).toContain(
      language === 'en' ? 'E-Commerce Decree art. 6(1)' : '전자상거래법 시행령 제6조 제1항',
    );
    expect(notice.office).toBe('가람 지점 · Garam Branch');
    // The period stands out (Enforcement Decree art. 17(2)).
    expect(notice.lines.filter((line) => line.role === 'retention').every((line) => line.emphasised)).toBe(
      true,
    );
  },
);
