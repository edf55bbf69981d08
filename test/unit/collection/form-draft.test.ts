import { describe, expect, it } from 'vitest';
import { previewOf, templateDraft } from '../../../renderer/collection/form-template.ts';
import type { RuleRow } from '../../../shared/contract/retention-rules.ts';
import { consentFormContent } from '../../../shared/domain/collection/consent-form.ts';
import { noticeOf } from '../../../shared/domain/collection/consent-notice.ts';
import {
  contentOf,
  draftOf,
  emptyItem,
  emptyPurpose,
  itemCodeOf,
} from '../../../shared/domain/collection/form-draft.ts';
import { faultsOfForm } from '../../../shared/domain/collection/form-faults.ts';
import { startingRules } from '../../../shared/domain/retention/starting-rules.ts';

const rules: RuleRow[] = startingRules('korea').map((content, index) => ({
  ruleId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  ruleVersionId: `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`,
  recordClassId: `00000000-0000-4000-a000-${String(index).padStart(12, '0')}`,
  className: content.name,
  version: 1,
  content,
  units: 0,
  lapsed: false,
  nextFrom: null,
  changeId: null,
}));
const ruleOf = (ruleId: string) => {
  const rule = rules.find((each) => each.ruleId === ruleId);
  if (rule === undefined) throw new Error('no such rule');
  return rule.content;
};

describe('the template of a new form', () => {
  it('can be published as it stands', () => {
    const content = contentOf(templateDraft(rules));
    expect(consentFormContent.safeParse(content).success).toBe(true);
    expect(faultsOfForm(content)).toEqual([]);
    expect(content.purposes.map((purpose) => purpose.kind)).toEqual(['essential', 'additional']);
    expect(content.purposes.flatMap((purpose) => purpose.items.map((item) => item.code))).toEqual([
      'name',
      'telephone',
      'e_mail',
    ]);
  });

  it('is previewed by the words it will be published with', () => {
    const content = contentOf(templateDraft(rules));
    for (const language of ['en', 'ko'] as const) {
      expect(previewOf(content, rules, 'Office', language)).toEqual(
        noticeOf(content, ruleOf, 'Office', language),
      );
    }
  });

  it('becomes the same content again when its next version is begun', () => {
    const content = contentOf(templateDraft(rules));
    expect(contentOf(draftOf(content))).toEqual(content);
  });
});

describe('the code of an item', () => {
  const code = (en: string, valueType: 'text' | 'name' | 'date' = 'text', ko = '') =>
    itemCodeOf({ code: '', label: { en, ko }, valueType }, 2);

  it.each([
    ['Telephone', 'telephone'],
    ['Date of birth', 'date_of_birth'],
    ['  E-mail  ', 'e_mail'],
    ['Prénom usuel', 'prenom_usuel'],
    ['2nd address', 'item_2nd_address'],
    ['성명', 'item_3'],
    ['', 'item_3'],
    ['x'.repeat(60), 'x'.repeat(40)],
  ])('of %j is %s', (label, expected) => expect(code(label)).toBe(expected));

  it('is fixed for the name of the person', () =>
    expect(code('What shall we call you?', 'name')).toBe('name'));

  it.each([
    ['Date of birth', ''],
    ['  birth  date ', ''],
    ['Birthday', ''],
    ['Born', '생년월일'],
    ['', '생년 월일'],
  ])('is fixed for the date of birth, from which the age is computed: %j %j', (en, ko) =>
    expect(code(en, 'date', ko)).toBe('birth_date'),
  );

  it.each([
    ['Date of birth of the child', '자녀 생년월일'],
    ['Date of visit', '방문일'],
  ])('is its own for any other day: %j', (en, ko) => expect(code(en, 'date', ko)).not.toBe('birth_date'));
});

describe('a form half written', () => {
  it('is previewed without what is missing', () => {
    const draft = templateDraft(rules);
    draft.introduction.en = '';
    draft.purposes = [emptyPurpose(crypto.randomUUID())];
    const { lines } = previewOf(contentOf(draft), rules, 'Office', 'en');
    expect(lines.every((line) => line.text.trim() !== '')).toBe(true);
    expect(lines.some((line) => line.role === 'retention' || line.role === 'introduction')).toBe(false);
    expect(lines.at(0)?.role).toBe('title');
  });

  it('tells two items of one code apart only by saying so', () => {
    const draft = templateDraft(rules);
    draft.purposes[1]?.items.push({ ...emptyItem(), label: { en: 'Telephone', ko: '휴대전화' } });
    expect(faultsOfForm(contentOf(draft))).toEqual([{ code: 'form_item_defined_twice', item: 'telephone' }]);
  });
});
