import type { Bilingual } from '../../contract/fields.ts';
import { laws } from '../../domain/collection/law-reference.ts';
import type { StatementName } from '../../domain/collection/mandatory-statements.ts';
import type { Language, Message } from '../language.ts';

/** The statements a form has to make, as they are called where one is missing. */
export const statementWords: Record<StatementName, Bilingual> = {
  refusal: {
    en: 'that one may refuse, and what refusing means',
    ko: '동의를 거부할 권리와 거부에 따른 불이익',
  },
  refusal_method: { en: 'how the transfer can be refused', ko: '이전을 거부하는 방법과 절차' },
  legal_ground: { en: 'the ground on which no consent is needed', ko: '동의 없이 처리하는 법적 근거' },
  recipient: { en: 'who receives the data', ko: '제공받는 자' },
  recipient_name: { en: 'the name of the recipient', ko: '제공받는 자의 명칭' },
  recipient_purpose: { en: 'what the recipient uses the data for', ko: '제공받는 자의 이용 목적' },
  recipient_period: { en: 'how long the recipient keeps the data', ko: '제공받는 자의 보유 및 이용 기간' },
  recipient_contact: { en: 'how the recipient can be reached', ko: '이전받는 자의 연락처' },
  country: { en: 'the country', ko: '이전되는 국가' },
  time_and_method: { en: 'when and how the data is transferred', ko: '이전 시기 및 방법' },
  received_from: { en: 'from whom the office received the data', ko: '개인정보의 출처(제공한 자)' },
  contact_ways: { en: 'by what means the person may be contacted', ko: '홍보·판매 권유를 위한 연락 방법' },
  guardian_statement: { en: 'what the guardian consents to', ko: '법정대리인에게 알릴 내용' },
  child_statement: { en: 'the same for the child, in plain words', ko: '아동이 이해하기 쉬운 안내 문구' },
};

/** One message that says a word of a table by its code: what is missing is named in the language of whoever reads it. */
function chosen(parameter: string, words: Readonly<Record<string, Bilingual>>, language: Language): string {
  const cases = Object.entries(words).map(([code, word]) => `${code} {${word[language]}}`);
  return `{${parameter}, select, ${cases.join(' ')} other {–}}`;
}
const statement = (language: Language) => chosen('statement', statementWords, language);
const law = (language: Language) => chosen('law', laws, language);

export const consentFormErrors = {
  'error.form_without_name_item': {
    en: 'One essential purpose must ask for the person’s name: add a required item of the kind “Name of the person” (item code “name”).',
    ko: '필수 목적 중 하나에 “성명” 형식의 필수 항목(항목 코드 “name”)을 추가해 주십시오. 성명이 없으면 동의한 사람을 찾을 수 없습니다.',
  },
  'error.form_without_essential_purpose': {
    en: 'The form needs at least one essential purpose: what the service cannot do without.',
    ko: '서비스 제공에 꼭 필요한 필수 목적이 하나 이상 있어야 합니다.',
  },
  'error.form_without_consent': {
    en: 'No purpose of this form asks for consent, so there is nothing to answer. Add a purpose that rests on consent.',
    ko: '동의를 받는 목적이 없습니다. 동의를 받을 목적을 하나 이상 추가해 주십시오.',
  },
  'error.form_item_defined_twice': {
    en: 'The item “{item}” stands twice in one purpose, or differs between purposes. Remove one, or make its label, kind of value and sensitivity the same everywhere.',
    ko: '“{item}” 항목이 한 목적에 두 번 있거나 목적마다 내용이 다릅니다. 하나를 삭제하거나 항목 이름·입력 형식·민감도를 모두 같게 해 주십시오.',
  },
  'error.form_purpose_repeated': {
    en: 'A purpose stands on the form twice. Remove one.',
    ko: '같은 목적이 두 번 있습니다. 하나를 삭제해 주십시오.',
  },
  'error.form_statement_missing': {
    en: `{purpose, plural, =0 {The form} other {Purpose #}} does not say ${statement('en')}. Write it in both languages: ${law('en')} asks for it.`,
    ko: `{purpose, plural, =0 {동의서} other {목적 #}}에 다음 내용이 없습니다: ${statement('ko')}. ${law('ko')}에 따라 알려야 하므로 두 언어로 작성해 주십시오.`,
  },
  'error.form_item_needs_separate_consent': {
    en: `Purpose {purpose, number} asks for “{item}” together with other data or on another ground. Sensitive data and unique identifiers are consented to apart from everything else: give it a purpose of its own kind (${law('en')}).`,
    ko: `목적 {purpose, number}에서 “{item}” 항목을 다른 개인정보와 함께, 또는 허용되지 않는 근거로 처리하려고 합니다. 민감정보와 고유식별정보는 다른 개인정보와 구분하여 별도의 동의를 받아야 하므로 목적을 나누어 주십시오(${law('ko')}).`,
  },
  'error.form_kind_without_its_item': {
    en: `Purpose {purpose, number} asks for a separate consent, but not for such items alone. Move the other items to another purpose, or mark these by their sensitivity (${law('en')}).`,
    ko: `목적 {purpose, number}은(는) 별도 동의 목적이므로 해당하는 항목만 있어야 합니다. 다른 항목은 다른 목적으로 옮기거나 항목의 민감도를 바로잡아 주십시오(${law('ko')}).`,
  },
  'error.form_kind_cannot_be_essential': {
    en: `Purpose {purpose, number} cannot be essential: nobody may be refused the service for refusing it (${law('en')}). Make it additional.`,
    ko: `목적 {purpose, number}은(는) 필수로 할 수 없습니다. 이 동의를 거부한다는 이유로 서비스 제공을 거부할 수 없으므로(${law('ko')}) 선택으로 바꾸어 주십시오.`,
  },
  'error.form_resident_number_by_consent': {
    en: `Purpose {purpose, number} asks for “{item}”. A resident registration number may be processed only where a statute says so, never by consent (${law('en')}). Remove it, or name the statute as the ground.`,
    ko: `목적 {purpose, number}에 “{item}” 항목이 있습니다. 주민등록번호는 법령에 근거가 있어야만 처리할 수 있으며 동의로는 처리할 수 없습니다(${law('ko')}). 삭제하거나 법적 근거를 지정해 주십시오.`,
  },
  'error.form_birth_date_unreadable': {
    en: `Purpose {purpose, number} asks for a date of birth (“{item}”) from which no age can be computed, so no child would be noticed. Make it an item of the kind “Date” (item code “birth_date”): ${law('en')}.`,
    ko: `목적 {purpose, number}의 생년월일 항목(“{item}”)으로는 나이를 계산할 수 없어 아동을 확인하지 못합니다. 입력 형식을 “날짜”(항목 코드 “birth_date”)로 바꾸어 주십시오(${law('ko')}).`,
  },
  'error.catalogue_not_empty': {
    en: 'The catalogue has purposes already. Add what is missing to it.',
    ko: '이미 등록된 목적이 있습니다. 필요한 목적을 추가해 주십시오.',
  },
  'error.catalogue_needs_rule': {
    en: 'Add a retention rule first: every purpose of the catalogue stands under one.',
    ko: '보유 기준을 먼저 등록해 주십시오. 모든 목적에는 보유 기준이 있어야 합니다.',
  },
  'error.catalogue_item_unknown': {
    en: 'The item “{item}” is not in the catalogue. Add it there first, or take it out of what the purpose needs.',
    ko: '“{item}” 항목이 목록에 없습니다. 먼저 항목을 등록하거나, 이 목적에 필요한 항목에서 삭제해 주십시오.',
  },
  'error.catalogue_item_needed': {
    en: '{count, plural, one {A purpose of the catalogue needs} other {# purposes of the catalogue need}} this item. Take it out there first.',
    ko: '이 항목이 필요한 목적이 {count}개 있습니다. 먼저 해당 목적에서 삭제해 주십시오.',
  },
} satisfies Record<string, Message>;
