import type { Bilingual } from '../../contract/fields.ts';
import type { Jurisdiction, RetentionRuleContent } from '../retention/retention-rule.ts';
import type { CatalogueItem, CataloguePurpose } from './catalogue.ts';

/**
 * What an office can begin its catalogue with: the purposes of DOMAIN.md, "The procedure the product carries out" (essential functions;
 * additional ones: paid services, marketing, improvement, customised content; protection of users), each with the least it needs. All of
 * it is the office's to change; nothing of it is on a form before somebody puts it there.
 */
export interface StartingPurpose {
  readonly content: Omit<CataloguePurpose, 'retentionRuleId'>;
  /** Whether a retention rule is the one this purpose usually stands under. */
  readonly isKeptBy: (rule: RetentionRuleContent) => boolean;
}

const item = (
  code: string,
  label: Bilingual,
  valueType: CatalogueItem['valueType'],
  sensitivity: CatalogueItem['sensitivity'] = 'ordinary',
): CatalogueItem => ({ code, label, valueType, sensitivity });

/** Sensitive data and unique identifiers are left out: no office should find them on its list without having put them there. */
export const startingItems: readonly CatalogueItem[] = [
  item('name', { en: 'Name', ko: '성명' }, 'name'),
  item('telephone', { en: 'Telephone', ko: '전화번호' }, 'telephone'),
  item('email', { en: 'E-mail', ko: '전자우편' }, 'email'),
  item('birth_date', { en: 'Date of birth', ko: '생년월일' }, 'date'),
  item('address', { en: 'Address', ko: '주소' }, 'text'),
  item('order', { en: 'What was ordered', ko: '주문 내역' }, 'long_text'),
  item('inquiry', { en: 'Inquiry', ko: '문의 내용' }, 'long_text'),
  item('interests', { en: 'Interests', ko: '관심 분야' }, 'text'),
  item('visit_date', { en: 'Dates of visits', ko: '방문 일시' }, 'date'),
  item('usage_history', { en: 'Usage history', ko: '서비스 이용 기록' }, 'long_text'),
  item('ip_address', { en: 'IP address', ko: 'IP 주소' }, 'text'),
  item('cookies', { en: 'Cookies', ko: '쿠키' }, 'text'),
];

const collection = { lawfulBasis: 'consent', consent: { kind: 'collection' } } as const;
const nothing: Bilingual = { en: '', ko: '' };
const refusingCostsNothing: Bilingual = {
  en: 'You may refuse and still use every other service.',
  ko: '동의를 거부하셔도 다른 서비스를 이용하시는 데에는 제한이 없습니다.',
};

const onConsent = (rule: RetentionRuleContent) => !rule.obligedByLaw;
const named = (english: string) => (rule: RetentionRuleContent) => rule.name.en === english;

/** In the order in which a form usually has them. */
export function startingPurposes(jurisdiction: Jurisdiction): StartingPurpose[] {
  const isKorea = jurisdiction === 'korea';
  return [
    {
      isKeptBy: onConsent,
      content: {
        name: { en: 'Running the membership', ko: '회원 관리' },
        kind: 'essential',
        basis: collection,
        refusal: {
          en: 'You may refuse; without it we cannot run a membership for you.',
          ko: '동의를 거부하실 수 있으나, 거부하시면 회원 서비스를 이용하실 수 없습니다.',
        },
        validFor: null,
        needs: [
          { code: 'name', kind: 'required' },
          { code: 'telephone', kind: 'required' },
          { code: 'email', kind: 'optional' },
          { code: 'visit_date', kind: 'automatic' },
        ],
      },
    },
    {
      isKeptBy: named('Contracts and withdrawals of offer'),
      content: {
        name: { en: 'Contract, payment and delivery', ko: '계약 이행, 대금 결제 및 배송' },
        kind: 'essential',
        basis: {
          lawfulBasis: 'contract',
          ground: isKorea
            ? {
                en: 'performing the contract with you; PIPA art. 15(1)4',
                ko: '정보주체와 체결한 계약의 이행, 개인정보 보호법 제15조 제1항 제4호',
              }
            : {
                en: 'performing the contract with you; GDPR art. 6(1)(b)',
                ko: '정보주체와 체결한 계약의 이행, GDPR 제6조 제1항 (b)호',
              },
        },
        refusal: nothing,
        validFor: null,
        needs: [
          { code: 'name', kind: 'required' },
          { code: 'telephone', kind: 'required' },
          { code: 'address', kind: 'required' },
          { code: 'order', kind: 'required' },
        ],
      },
    },
    {
      isKeptBy: named('Consumer complaints and disputes'),
      content: {
        name: { en: 'Answering inquiries', ko: '문의 응대' },
        kind: 'essential',
        basis: collection,
        refusal: {
          en: 'You may refuse; we can then not answer your inquiry.',
          ko: '동의를 거부하실 수 있으나, 거부하시면 문의에 답해 드릴 수 없습니다.',
        },
        validFor: null,
        needs: [
          { code: 'name', kind: 'required' },
          { code: 'telephone', kind: 'required' },
          { code: 'inquiry', kind: 'required' },
        ],
      },
    },
    {
      isKeptBy: onConsent,
      content: {
        name: { en: 'News and offers', ko: '소식 및 혜택 안내' },
        kind: 'additional',
        basis: {
          lawfulBasis: 'consent',
          consent: { kind: 'marketing', contactWays: ['email', 'text_message'] },
        },
        refusal: refusingCostsNothing,
        // Network Act Decree art. 62-3 has consent to advertising confirmed every two years.
        validFor: isKorea ? 'P2Y' : null,
        needs: [
          { code: 'email', kind: 'required' },
          { code: 'telephone', kind: 'required' },
        ],
      },
    },
    {
      isKeptBy: onConsent,
      content: {
        name: { en: 'Content chosen for you', ko: '맞춤형 정보 제공' },
        kind: 'additional',
        basis: collection,
        refusal: refusingCostsNothing,
        validFor: null,
        needs: [
          { code: 'interests', kind: 'required' },
          { code: 'usage_history', kind: 'automatic' },
          { code: 'cookies', kind: 'automatic' },
        ],
      },
    },
    {
      isKeptBy: onConsent,
      content: {
        name: { en: 'Improving the service', ko: '서비스 개선' },
        kind: 'additional',
        basis: collection,
        refusal: refusingCostsNothing,
        validFor: null,
        needs: [{ code: 'usage_history', kind: 'automatic' }],
      },
    },
    {
      isKeptBy: named('Internet log and access tracing'),
      content: {
        name: { en: 'Protecting users from misuse', ko: '부정 이용 방지' },
        kind: 'protection_of_users',
        basis: isKorea
          ? {
              lawfulBasis: 'legitimate_interests',
              ground: {
                en: 'keeping out spam, malicious code and breaches of the terms; PIPA art. 15(1)6',
                ko: '스팸·악성코드와 약관 위반 행위로부터 이용자 보호, 개인정보 보호법 제15조 제1항 제6호',
              },
            }
          : {
              lawfulBasis: 'legitimate_interests',
              ground: {
                en: 'keeping out spam, malicious code and breaches of the terms; GDPR art. 6(1)(f)',
                ko: '스팸·악성코드와 약관 위반 행위로부터 이용자 보호, GDPR 제6조 제1항 (f)호',
              },
            },
        refusal: nothing,
        validFor: null,
        needs: [
          { code: 'ip_address', kind: 'automatic' },
          { code: 'visit_date', kind: 'automatic' },
        ],
      },
    },
  ];
}

/**
 * The rule a starting purpose is put under: the one it usually stands under, else one that rests on consent alone, else the first.
 * Undefined where there is none at all.
 */
export function ruleForStarting<Rule extends { readonly content: RetentionRuleContent }>(
  { isKeptBy }: StartingPurpose,
  rules: readonly Rule[],
): Rule | undefined {
  return (
    rules.find(({ content }) => isKeptBy(content)) ??
    rules.find(({ content }) => onConsent(content)) ??
    rules[0]
  );
}
