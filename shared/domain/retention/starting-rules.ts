import type { Jurisdiction, RetentionRuleContent } from './retention-rule.ts';

/**
 * The rules an office starts with, by jurisdiction (DOMAIN.md, "Retention periods to start from"). They are data: each
 * carries its basis and how well it is founded, and the office adds its own.
 */
const eCommerceDecree = { en: 'E-Commerce Decree art. 6(1)', ko: '전자상거래법 시행령 제6조 제1항' };
const inForce2026 = { en: 'in force 2026', ko: '2026년 시행' };

const whileConsented = (basis: { en: string; ko: string }): RetentionRuleContent => ({
  name: { en: 'Kept with consent, one year at most', ko: '동의에 따른 보관(최장 1년)' },
  trigger: 'collected',
  period: 'P1Y',
  basis,
  obligedByLaw: false,
  lawEdition: inForce2026,
  effectiveFrom: '2026-01-01',
  source: 'read_in_law',
});

const korea: RetentionRuleContent[] = [
  whileConsented({
    en: "PIPA art. 15(1)1, the person's consent",
    ko: '개인정보 보호법 제15조 제1항 제1호(정보주체의 동의)',
  }),
  {
    name: { en: 'Contracts and withdrawals of offer', ko: '계약 또는 청약철회 등에 관한 기록' },
    trigger: 'collected',
    period: 'P5Y',
    basis: eCommerceDecree,
    obligedByLaw: true,
    lawEdition: inForce2026,
    effectiveFrom: '2026-01-01',
    source: 'read_in_law',
  },
  {
    name: { en: 'Payments and supply of goods', ko: '대금결제 및 재화 등의 공급에 관한 기록' },
    trigger: 'collected',
    period: 'P5Y',
    basis: eCommerceDecree,
    obligedByLaw: true,
    lawEdition: inForce2026,
    effectiveFrom: '2026-01-01',
    source: 'read_in_law',
  },
  {
    name: { en: 'Consumer complaints and disputes', ko: '소비자의 불만 또는 분쟁처리에 관한 기록' },
    trigger: 'collected',
    period: 'P3Y',
    basis: eCommerceDecree,
    obligedByLaw: true,
    lawEdition: inForce2026,
    effectiveFrom: '2026-01-01',
    source: 'read_in_law',
  },
  {
    name: { en: 'Labelling and advertising', ko: '표시·광고에 관한 기록' },
    trigger: 'collected',
    period: 'P6M',
    basis: eCommerceDecree,
    obligedByLaw: true,
    lawEdition: inForce2026,
    effectiveFrom: '2026-01-01',
    source: 'read_in_law',
  },
  {
    name: { en: 'Tax books and evidence', ko: '국세 관련 장부 및 증거서류' },
    trigger: 'collected_year_end',
    period: 'P5Y',
    basis: { en: 'Framework Act on National Taxes art. 85-3', ko: '국세기본법 제85조의3' },
    obligedByLaw: true,
    lawEdition: inForce2026,
    effectiveFrom: '2026-01-01',
    source: 'secondary_source',
  },
  {
    name: { en: 'Internet log and access tracing', ko: '인터넷 로그기록·접속지 추적자료' },
    trigger: 'collected',
    period: 'P3M',
    basis: {
      en: 'Protection of Communications Secrets Decree art. 41(2)',
      ko: '통신비밀보호법 시행령 제41조 제2항',
    },
    obligedByLaw: true,
    lawEdition: inForce2026,
    effectiveFrom: '2026-01-01',
    source: 'read_in_law',
  },
];

const gdpr: RetentionRuleContent[] = [
  whileConsented({
    en: "GDPR art. 6(1)(a), the person's consent",
    ko: 'GDPR 제6조 제1항 (a)호(정보주체의 동의)',
  }),
  {
    name: { en: 'Germany: accounting vouchers', ko: '독일: 회계 증빙' },
    trigger: 'collected_year_end',
    period: 'P8Y',
    basis: { en: 'HGB s. 257, AO s. 147', ko: '독일 상법 제257조, 조세기본법 제147조' },
    obligedByLaw: true,
    lawEdition: inForce2026,
    effectiveFrom: '2026-01-01',
    source: 'secondary_source',
  },
  {
    name: { en: 'Germany: commercial letters', ko: '독일: 상업 서신' },
    trigger: 'collected_year_end',
    period: 'P6Y',
    basis: { en: 'HGB s. 257, AO s. 147', ko: '독일 상법 제257조, 조세기본법 제147조' },
    obligedByLaw: true,
    lawEdition: inForce2026,
    effectiveFrom: '2026-01-01',
    source: 'secondary_source',
  },
  {
    name: { en: 'United Kingdom: company and VAT records', ko: '영국: 회사 및 부가가치세 기록' },
    trigger: 'collected_year_end',
    period: 'P6Y',
    basis: { en: 'HMRC guidance', ko: '영국 국세청(HMRC) 지침' },
    obligedByLaw: true,
    lawEdition: inForce2026,
    effectiveFrom: '2026-01-01',
    source: 'general_knowledge',
  },
];

export function startingRules(jurisdiction: Jurisdiction): RetentionRuleContent[] {
  return { korea, gdpr, empty: [] }[jurisdiction];
}
