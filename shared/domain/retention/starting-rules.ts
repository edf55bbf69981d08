import { type Jurisdiction, type RetentionRuleContent, retentionRuleContent } from './retention-rule.ts';

/**
 * The rules an office starts with, by jurisdiction (DOMAIN.md, "Retention periods to start from"). They are data: each
 * carries its basis and how well it is founded, and the office adds its own. Each begins a record class of its own name.
 *
 * The decrees name no starting event, so the day of collection is the one to begin with; the office changes it where it keeps
 * another.
 */
type Given = Pick<RetentionRuleContent, 'name' | 'period' | 'basis' | 'source'> &
  Partial<RetentionRuleContent>;

const inForce2026 = { en: 'in force 2026', ko: '2026년 시행' };

function rules(jurisdiction: Jurisdiction, given: readonly Given[]): RetentionRuleContent[] {
  return given.map((rule) =>
    retentionRuleContent.parse({
      trigger: 'collected',
      obligedByLaw: true,
      lawEdition: inForce2026,
      effectiveFrom: '2026-01-01',
      endAction: rule.obligedByLaw === false ? 'review' : 'separate_then_review',
      jurisdiction,
      ...rule,
    }),
  );
}

const whileConsented = (basis: { en: string; ko: string }): Given => ({
  name: { en: 'Kept with consent, one year at most', ko: '동의에 따른 보관(최장 1년)' },
  period: 'P1Y',
  basis,
  obligedByLaw: false,
  source: 'read_in_law',
});

const eCommerceDecree = { en: 'E-Commerce Decree art. 6(1)', ko: '전자상거래법 시행령 제6조 제1항' };
const eFinanceDecree = { en: 'E-Finance Decree art. 12', ko: '전자금융거래법 시행령 제12조' };
const safetyStandard = {
  en: 'Personal information safety standard art. 8(1)',
  ko: '개인정보의 안전성 확보조치 기준 제8조 제1항',
};
const commercialAct = { en: 'Commercial Act art. 33', ko: '상법 제33조' };

const korea = rules('korea', [
  whileConsented({
    en: "PIPA art. 15(1)1, the person's consent",
    ko: '개인정보 보호법 제15조 제1항 제1호(정보주체의 동의)',
  }),
  {
    name: { en: 'Contracts and withdrawals of offer', ko: '계약 또는 청약철회 등에 관한 기록' },
    period: 'P5Y',
    basis: eCommerceDecree,
    source: 'read_in_law',
  },
  {
    name: { en: 'Payments and supply of goods', ko: '대금결제 및 재화 등의 공급에 관한 기록' },
    period: 'P5Y',
    basis: eCommerceDecree,
    source: 'read_in_law',
  },
  {
    name: { en: 'Consumer complaints and disputes', ko: '소비자의 불만 또는 분쟁처리에 관한 기록' },
    period: 'P3Y',
    basis: eCommerceDecree,
    source: 'read_in_law',
  },
  {
    name: { en: 'Labelling and advertising', ko: '표시·광고에 관한 기록' },
    period: 'P6M',
    basis: eCommerceDecree,
    source: 'read_in_law',
  },
  {
    name: { en: 'Internet log and access tracing', ko: '인터넷 로그기록·접속지 추적자료' },
    period: 'P3M',
    basis: {
      en: 'Protection of Communications Secrets Decree art. 41(2)',
      ko: '통신비밀보호법 시행령 제41조 제2항',
    },
    source: 'read_in_law',
  },
  {
    name: { en: 'Electronic finance transactions', ko: '전자금융거래 기록' },
    period: 'P5Y',
    basis: eFinanceDecree,
    source: 'secondary_source',
  },
  {
    name: {
      en: 'Electronic finance transactions up to KRW 10,000',
      ko: '전자금융거래 기록(1만원 이하)',
    },
    period: 'P1Y',
    basis: eFinanceDecree,
    source: 'secondary_source',
  },
  {
    name: { en: 'Tax books and evidence', ko: '국세 관련 장부 및 증거서류' },
    // Five years from the end of the filing deadline of the tax period.
    trigger: 'event',
    event: 'tax_filing_deadline',
    period: 'P5Y',
    basis: { en: 'Framework Act on National Taxes art. 85-3', ko: '국세기본법 제85조의3' },
    source: 'secondary_source',
  },
  {
    name: { en: 'Access logs to personal data', ko: '개인정보 접속기록' },
    period: 'P1Y',
    basis: safetyStandard,
    source: 'secondary_source',
  },
  {
    name: {
      en: 'Access logs: 50,000 people or more, sensitive data or unique identifiers',
      ko: '개인정보 접속기록(5만명 이상, 민감정보·고유식별정보)',
    },
    period: 'P2Y',
    basis: safetyStandard,
    source: 'secondary_source',
  },
  {
    name: { en: 'Commercial books', ko: '상업장부와 영업에 관한 중요서류' },
    counting: 'fiscal_year_end',
    fiscalYearEnd: '12-31',
    period: 'P10Y',
    basis: commercialAct,
    source: 'general_knowledge',
  },
  {
    name: { en: 'Commercial vouchers', ko: '전표 또는 이와 유사한 서류' },
    counting: 'fiscal_year_end',
    fiscalYearEnd: '12-31',
    period: 'P5Y',
    basis: commercialAct,
    source: 'general_knowledge',
  },
  {
    name: { en: 'Labour records', ko: '근로관계 서류' },
    trigger: 'contract_ended',
    period: 'P3Y',
    basis: { en: 'Labour Standards Act art. 42', ko: '근로기준법 제42조' },
    source: 'general_knowledge',
  },
]);

const germany = { en: 'HGB s. 257, AO s. 147', ko: '독일 상법 제257조, 조세기본법 제147조' };

const gdpr = rules('gdpr', [
  whileConsented({
    en: "GDPR art. 6(1)(a), the person's consent",
    ko: 'GDPR 제6조 제1항 (a)호(정보주체의 동의)',
  }),
  {
    name: { en: 'Germany: accounting vouchers', ko: '독일: 회계 증빙' },
    counting: 'calendar_year_end',
    period: 'P8Y',
    basis: germany,
    source: 'secondary_source',
  },
  {
    name: { en: 'Germany: commercial books', ko: '독일: 상업 장부' },
    counting: 'calendar_year_end',
    period: 'P10Y',
    basis: germany,
    source: 'secondary_source',
  },
  {
    name: { en: 'Germany: commercial letters', ko: '독일: 상업 서신' },
    counting: 'calendar_year_end',
    period: 'P6Y',
    basis: germany,
    source: 'secondary_source',
  },
  {
    name: { en: 'United Kingdom: company and VAT records', ko: '영국: 회사 및 부가가치세 기록' },
    counting: 'fiscal_year_end',
    fiscalYearEnd: '12-31',
    period: 'P6Y',
    basis: { en: 'HMRC guidance', ko: '영국 국세청(HMRC) 지침' },
    source: 'general_knowledge',
  },
  {
    name: { en: 'United Kingdom: PAYE records', ko: '영국: 원천징수(PAYE) 기록' },
    // The tax year of PAYE ends on 5 April.
    counting: 'fiscal_year_end',
    fiscalYearEnd: '04-05',
    period: 'P3Y',
    basis: { en: 'HMRC guidance', ko: '영국 국세청(HMRC) 지침' },
    source: 'general_knowledge',
  },
]);

export function startingRules(jurisdiction: Jurisdiction): RetentionRuleContent[] {
  return { korea, gdpr, empty: [] }[jurisdiction];
}
