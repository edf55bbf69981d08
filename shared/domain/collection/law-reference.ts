import type { Bilingual } from '../../contract/fields.ts';

/**
 * The articles the rules of this room cite, as a person reads them. An article of the Personal Information Protection Act (PIPA,
 * 개인정보 보호법) stands first; where the GDPR asks for the same, its article follows.
 */
export const laws = {
  pipa_15_2_4: {
    en: 'PIPA art. 15(2)4; GDPR art. 13(2)',
    ko: '개인정보 보호법 제15조 제2항 제4호, GDPR 제13조 제2항',
  },
  pipa_17_2_1: {
    en: 'PIPA art. 17(2)1; GDPR art. 13(1)(e)',
    ko: '개인정보 보호법 제17조 제2항 제1호, GDPR 제13조 제1항 (e)호',
  },
  pipa_17_2_2: { en: 'PIPA art. 17(2)2', ko: '개인정보 보호법 제17조 제2항 제2호' },
  pipa_17_2_4: { en: 'PIPA art. 17(2)4', ko: '개인정보 보호법 제17조 제2항 제4호' },
  pipa_17_2_5: { en: 'PIPA art. 17(2)5', ko: '개인정보 보호법 제17조 제2항 제5호' },
  pipa_18_3_1: { en: 'PIPA art. 18(3)1', ko: '개인정보 보호법 제18조 제3항 제1호' },
  pipa_18_3_2: { en: 'PIPA art. 18(3)2', ko: '개인정보 보호법 제18조 제3항 제2호' },
  pipa_18_3_4: { en: 'PIPA art. 18(3)4', ko: '개인정보 보호법 제18조 제3항 제4호' },
  pipa_18_3_5: { en: 'PIPA art. 18(3)5', ko: '개인정보 보호법 제18조 제3항 제5호' },
  pipa_19: { en: 'PIPA art. 19(1)1', ko: '개인정보 보호법 제19조 제1항 제1호' },
  pipa_20_1_1: {
    en: 'PIPA art. 20(1)1; GDPR art. 14(2)(f)',
    ko: '개인정보 보호법 제20조 제1항 제1호, GDPR 제14조 제2항 (f)호',
  },
  pipa_22_1_7: {
    en: 'PIPA art. 22(1)7, Decree art. 17(3)1',
    ko: '개인정보 보호법 제22조 제1항 제7호, 시행령 제17조 제3항 제1호',
  },
  pipa_22_3: {
    en: 'PIPA art. 22(3); GDPR art. 13(1)(c)',
    ko: '개인정보 보호법 제22조 제3항, GDPR 제13조 제1항 (c)호',
  },
  pipa_22_5: { en: 'PIPA art. 22(5); GDPR art. 7(4)', ko: '개인정보 보호법 제22조 제5항, GDPR 제7조 제4항' },
  pipa_22b_1: {
    en: 'PIPA art. 22-2(1); GDPR art. 8(1)',
    ko: '개인정보 보호법 제22조의2 제1항, GDPR 제8조 제1항',
  },
  pipa_22b_3: {
    en: 'PIPA art. 22-2(3); GDPR art. 12(1)',
    ko: '개인정보 보호법 제22조의2 제3항, GDPR 제12조 제1항',
  },
  pipa_23_1: { en: 'PIPA art. 23(1); GDPR art. 9(2)', ko: '개인정보 보호법 제23조 제1항, GDPR 제9조 제2항' },
  pipa_24_1: { en: 'PIPA art. 24(1)', ko: '개인정보 보호법 제24조 제1항' },
  pipa_24b_1: { en: 'PIPA art. 24-2(1)', ko: '개인정보 보호법 제24조의2 제1항' },
  pipa_28h_2_2: {
    en: 'PIPA art. 28-8(2)2; GDPR art. 13(1)(f)',
    ko: '개인정보 보호법 제28조의8 제2항 제2호, GDPR 제13조 제1항 (f)호',
  },
  pipa_28h_2_3: { en: 'PIPA art. 28-8(2)3', ko: '개인정보 보호법 제28조의8 제2항 제3호' },
  pipa_28h_2_4: { en: 'PIPA art. 28-8(2)4', ko: '개인정보 보호법 제28조의8 제2항 제4호' },
  pipa_28h_2_5: { en: 'PIPA art. 28-8(2)5', ko: '개인정보 보호법 제28조의8 제2항 제5호' },
} as const satisfies Record<string, Bilingual>;
export type LawReference = keyof typeof laws;
