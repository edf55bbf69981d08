import { describe, expect, it } from 'vitest';
import {
  type ConsentAsked,
  type ConsentFormContent,
  type ConsentKind,
  consentFormContent,
  type FormItem,
  type FormPurpose,
  type LawfulBasis,
  type PurposeBasis,
} from '../../../shared/domain/collection/consent-form.ts';
import { faultsOfForm, paramsOfFault } from '../../../shared/domain/collection/form-faults.ts';
import { type LawReference, laws } from '../../../shared/domain/collection/law-reference.ts';
import type { StatementName } from '../../../shared/domain/collection/mandatory-statements.ts';
import { createText } from '../../../shared/text/messages.ts';
import { membershipForm } from '../../fixtures/consent.ts';
import { abroad, both, complete, item, nothing, recipient, ruleId } from '../../fixtures/consent-kinds.ts';

/** The example form whose additional purpose is changed. */
function formWith(changes: Partial<FormPurpose>): ConsentFormContent {
  const form = membershipForm(ruleId);
  const [essential, additional] = form.purposes;
  if (essential === undefined || additional === undefined) throw new Error('two purposes');
  return { ...form, purposes: [essential, { ...additional, ...changes }] };
}
const asking = (consent: ConsentAsked, items: FormItem[], changes: Partial<FormPurpose> = {}) =>
  formWith({ basis: { lawfulBasis: 'consent', consent }, items, ...changes });

/** Missing statements as `statement law field`. */
function missing(content: ConsentFormContent): string[] {
  return faultsOfForm(content).map((fault) => {
    if (fault.code !== 'form_statement_missing') throw new Error(fault.code);
    return `${fault.statement} ${fault.law} ${fault.field}`;
  });
}
const codes = (content: ConsentFormContent) => faultsOfForm(content).map(({ code }) => code);

describe('a complete consent', () => {
  it.each(Object.entries(complete))('to %s can be published', (_, { consent, items }) => {
    const content = asking(consent, items);
    expect(consentFormContent.parse(content)).toEqual(content);
    expect(faultsOfForm(content)).toEqual([]);
  });
});

describe('what must be told, and the article that asks for it', () => {
  const at = 'purposes.1.basis.consent';
  const first = `${at}.recipients.0`;
  it.each<[string, ConsentAsked, string[]]>([
    [
      'provision without a recipient',
      { kind: 'third_party_provision', recipients: [] },
      [`recipient pipa_17_2_1 ${at}.recipients`],
    ],
    [
      'provision without what the recipient does with it',
      {
        kind: 'third_party_provision',
        recipients: [{ ...recipient, name: ' ', purpose: nothing, period: { en: 'x', ko: '' } }],
      },
      [
        `recipient_name pipa_17_2_1 ${first}.name`,
        `recipient_purpose pipa_17_2_2 ${first}.purpose`,
        `recipient_period pipa_17_2_4 ${first}.period`,
      ],
    ],
    [
      'provision beyond the purpose',
      { kind: 'use_beyond_purpose', recipients: [{ ...recipient, purpose: nothing, period: nothing }] },
      [`recipient_purpose pipa_18_3_2 ${first}.purpose`, `recipient_period pipa_18_3_4 ${first}.period`],
    ],
    [
      'passing on what was received',
      { kind: 'onward_provision', receivedFrom: nothing, recipients: [] },
      [`received_from pipa_20_1_1 ${at}.receivedFrom`, `recipient pipa_19 ${at}.recipients`],
    ],
    [
      'a transfer abroad',
      {
        kind: 'transfer_abroad',
        recipients: [
          {
            ...abroad,
            contact: '',
            country: nothing,
            timeAndMethod: nothing,
            purpose: nothing,
            period: nothing,
          },
        ],
        refusalMethod: nothing,
      },
      [
        `recipient_purpose pipa_28h_2_4 ${first}.purpose`,
        `recipient_period pipa_28h_2_4 ${first}.period`,
        `recipient_contact pipa_28h_2_3 ${first}.contact`,
        `country pipa_28h_2_2 ${first}.country`,
        `time_and_method pipa_28h_2_2 ${first}.timeAndMethod`,
        `refusal_method pipa_28h_2_5 ${at}.refusalMethod`,
      ],
    ],
    ['marketing', { kind: 'marketing', contactWays: [] }, [`contact_ways pipa_22_1_7 ${at}.contactWays`]],
  ])('for %s', (_, consent, expected) => {
    expect(missing(asking(consent, complete[consent.kind].items))).toEqual(expected);
  });

  const refusal: Record<ConsentKind, LawReference> = {
    collection: 'pipa_15_2_4',
    third_party_provision: 'pipa_17_2_5',
    use_beyond_purpose: 'pipa_18_3_5',
    onward_provision: 'pipa_18_3_5',
    transfer_abroad: 'pipa_28h_2_5',
    sensitive_data: 'pipa_15_2_4',
    unique_identifiers: 'pipa_15_2_4',
    marketing: 'pipa_15_2_4',
  };
  it.each(Object.entries(refusal))('on refusing %s', (kind, law) => {
    const { consent, items } = complete[kind as ConsentKind];
    expect(missing(asking(consent, items, { refusal: { en: 'You may refuse.', ko: ' ' } }))).toEqual([
      `refusal ${law} purposes.1.refusal`,
    ]);
  });

  it.each<Exclude<LawfulBasis, 'consent'>>([
    'contract',
    'legal_obligation',
    'vital_interests',
    'public_task',
    'legitimate_interests',
  ])('on the ground of %s: the ground, and nothing about refusing', (lawfulBasis) => {
    const basis: PurposeBasis = { lawfulBasis, ground: nothing };
    expect(missing(formWith({ basis, refusal: nothing }))).toEqual([
      'legal_ground pipa_22_3 purposes.1.basis.ground',
    ]);
    expect(missing(formWith({ basis: { lawfulBasis, ground: both('A law') }, refusal: nothing }))).toEqual(
      [],
    );
  });

  it('to guardians, and to children in plain words', () => {
    const children = { guardianStatement: nothing, childStatement: nothing };
    expect(missing({ ...membershipForm(ruleId), children })).toEqual([
      'guardian_statement pipa_22b_1 children.guardianStatement',
      'child_statement pipa_22b_3 children.childStatement',
    ]);
  });
});

describe('sensitive data and unique identifiers', () => {
  const [health, passport] = [item('health', 'sensitive'), item('passport', 'unique_identifier')];
  it.each<[string, ConsentAsked, FormItem[], string[]]>([
    ['with an ordinary collection', { kind: 'collection' }, [health], ['form_item_needs_separate_consent']],
    ['for marketing', complete.marketing.consent, [health], ['form_item_needs_separate_consent']],
    [
      'with other data',
      { kind: 'sensitive_data' },
      [health, item('email')],
      ['form_item_needs_separate_consent', 'form_kind_without_its_item'],
    ],
    [
      'with each other',
      { kind: 'sensitive_data' },
      [health, passport],
      ['form_item_needs_separate_consent', 'form_kind_without_its_item'],
    ],
    [
      'by the consent of the other kind',
      { kind: 'unique_identifiers' },
      [health],
      ['form_item_needs_separate_consent', 'form_kind_without_its_item'],
    ],
    ['that is not there', { kind: 'sensitive_data' }, [item('email')], ['form_kind_without_its_item']],
    ['provided to a third party alone', complete.third_party_provision.consent, [health], []],
    [
      'provided to a third party with other data',
      complete.third_party_provision.consent,
      [health, item('email')],
      ['form_item_needs_separate_consent'],
    ],
  ])('%s', (_, consent, items, expected) => expect(codes(asking(consent, items))).toEqual(expected));

  it.each<[Exclude<LawfulBasis, 'consent'>, boolean]>([
    ['contract', false],
    ['legitimate_interests', false],
    ['legal_obligation', true],
    ['vital_interests', true],
    ['public_task', true],
  ])('without consent, on the ground of %s: %s', (lawfulBasis, isAllowed) => {
    const content = formWith({ basis: { lawfulBasis, ground: both('A law') }, items: [health] });
    expect(codes(content)).toEqual(isAllowed ? [] : ['form_item_needs_separate_consent']);
  });

  it.each([
    ['주민등록번호', 'Number'],
    ['주민 번호', 'Number'],
    ['번호', 'Resident registration number'],
  ])('never a resident registration number by consent: %s, %s', (ko, en) => {
    const number = { ...item('number', 'unique_identifier'), label: { en, ko } };
    expect(codes(asking({ kind: 'unique_identifiers' }, [number]))).toEqual([
      'form_resident_number_by_consent',
    ]);
    const byLaw = formWith({
      basis: { lawfulBasis: 'legal_obligation', ground: both('A law') },
      items: [number],
    });
    expect(codes(byLaw)).toEqual([]);
  });
});

it('a date of birth is one that the age can be computed from', () => {
  const born = {
    code: 'birth_date',
    label: { en: 'Date of birth', ko: '생년월일' },
    kind: 'required',
    sensitivity: 'ordinary',
    valueType: 'date',
  } as const;
  const asked = (item: FormItem) => codes(asking({ kind: 'collection' }, [item]));
  expect(asked(born)).toEqual([]);
  expect(asked({ ...born, valueType: 'text' })).toEqual(['form_birth_date_unreadable']);
  expect(asked({ ...born, code: 'date_of_birth' })).toEqual(['form_birth_date_unreadable']);
  expect(
    asked({ ...born, code: 'child', label: { en: 'Birth date of the child', ko: '자녀 생년월일' } }),
  ).toEqual([]);
});

it.each<ConsentKind>(['marketing', 'use_beyond_purpose'])('%s is never essential', (kind) => {
  const { consent, items } = complete[kind];
  expect(codes(asking(consent, items, { kind: 'essential' }))).toEqual(['form_kind_cannot_be_essential']);
});

it('a form on which nothing is asked is no consent form', () => {
  const form = membershipForm(ruleId);
  const basis: PurposeBasis = { lawfulBasis: 'contract', ground: both('A contract') };
  expect(codes({ ...form, purposes: form.purposes.map((purpose) => ({ ...purpose, basis })) })).toEqual([
    'form_without_consent',
  ]);
});

it('says in both languages what is missing and which article asks for it', () => {
  const { items } = complete.third_party_provision;
  const [fault] = faultsOfForm(asking({ kind: 'third_party_provision', recipients: [] }, items));
  if (fault === undefined) throw new Error('no fault');
  expect(createText('en')(`error.${fault.code}`, paramsOfFault(fault))).toBe(
    'Purpose 2 does not say who receives the data. Write it in both languages: PIPA art. 17(2)1; GDPR art. 13(1)(e) asks for it.',
  );
  expect(createText('ko')(`error.${fault.code}`, paramsOfFault(fault))).toContain(
    '목적 2에 다음 내용이 없습니다: 제공받는 자. 개인정보 보호법 제17조 제2항 제1호',
  );
});

it('has a word for every statement and law in its sentences', () => {
  const statements: StatementName[] = ['refusal', 'country', 'guardian_statement'];
  for (const law of Object.keys(laws) as LawReference[]) {
    for (const statement of statements) {
      const fault = { code: 'form_statement_missing', statement, law, field: '', purpose: null } as const;
      const said = createText('ko')('error.form_statement_missing', paramsOfFault(fault));
      expect(said).toContain(laws[law].ko);
      expect(said).not.toContain('–');
    }
  }
});

it('goes on reading forms published before purposes named their basis', () => {
  const { children: _, ...form } = membershipForm(ruleId);
  const old = {
    ...form,
    purposes: form.purposes.map(
      ({ basis: _basis, catalogueId: _catalogueId, validFor: _validFor, ...purpose }) => purpose,
    ),
  };
  expect(consentFormContent.parse(JSON.parse(JSON.stringify(old)))).toEqual({ ...form, children: null });
});
