import { defineMessages } from './language.ts';

/** Tables of people and consents, and the search that is everywhere. */
export const collectionExportMessages = defineMessages({
  'collection.export': { en: 'Export', ko: '내보내기' },
  'collection.export.title': { en: 'Export people or consents', ko: '정보주체·동의 내보내기' },
  'collection.export.what': { en: 'What', ko: '내용' },
  'collection.export.people': { en: 'People', ko: '정보주체' },
  'collection.export.people_text': {
    en: 'One row a person: name, number of consents, day of the last one.',
    ko: '한 사람당 한 행: 성명, 동의 건수, 최근 동의일',
  },
  'collection.export.consents': { en: 'Consents', ko: '동의' },
  'collection.export.consents_text': {
    en: 'One row a consent of one form: answers, and what is held for them.',
    ko: '동의서 하나의 동의 한 건당 한 행: 답변과 보유 항목',
  },
  'collection.export.form': { en: 'Consent form', ko: '동의서' },
  'collection.export.every_form': { en: 'Every form', ko: '모든 동의서' },
  'collection.export.search': { en: 'Only those found by', ko: '검색 조건' },
  'collection.export.search_hint': {
    en: 'As in the list of people; empty for everybody.',
    ko: '정보주체 목록의 검색과 같습니다. 비우면 전체입니다.',
  },
  'collection.export.reason': { en: 'Why it is exported', ko: '내보내는 목적' },
  'collection.export.reason_hint': {
    en: 'Entered in the use log for every person in the table.',
    ko: '표에 담긴 모든 사람의 이용 기록에 남습니다.',
  },
  'collection.export.unmasked': {
    en: 'With sensitive data and unique identifiers',
    ko: '민감정보와 고유식별정보 포함',
  },
  'collection.export.masked_text': {
    en: 'Sensitive data and unique identifiers are masked.',
    ko: '민감정보와 고유식별정보는 가려집니다.',
  },
  'collection.export.rows': {
    en: '{count, plural, one {# row} other {# rows}}',
    ko: '{count, number}행',
  },
  'collection.export.next': { en: 'Choose where to save', ko: '저장 위치 선택' },
  'collection.export.given_on': { en: 'Day of the consent', ko: '동의일' },
  'collection.export.version': { en: 'Version of the form', ko: '동의서 버전' },
  'office.document.name.collection.export': { en: 'Table of people', ko: '정보주체 표' },
  'office.document.name.collection.exportUnmasked': {
    en: 'Table of people, unmasked',
    ko: '정보주체 표(가리지 않음)',
  },

  'office.search.title': { en: 'Find a person or a box', ko: '정보주체·상자 찾기' },
  'office.search.open': { en: 'Find', ko: '찾기' },
  'office.search.field': {
    en: 'Name, initials, telephone, receipt code or box code',
    ko: '성명, 초성, 전화번호, 접수 확인 번호, 상자 코드',
  },
  'office.search.hint': {
    en: 'Part of a name, Korean initials (ㅎㄱㄷ), the last digits of a telephone number, or the beginning of a receipt code.',
    ko: '성명 일부, 초성(ㅎㄱㄷ), 전화번호 끝자리, 접수 확인 번호 앞부분으로 찾습니다.',
  },
  'office.search.found': {
    en: '{count, plural, =0 {Nobody found} one {# person} other {# people}}',
    ko: '{count, plural, =0 {찾은 사람 없음} other {#명}}',
  },
  'office.search.more': { en: 'To the list of people', ko: '정보주체 목록에서 찾기' },
  'office.search.last_consent': { en: 'Last consent {date}', ko: '최근 동의 {date}' },
  'office.search.keys': { en: 'Find a person or a box', ko: '정보주체·상자 찾기' },
  'office.search.boxes': { en: 'Boxes and places', ko: '상자·위치' },
});
