import { defineMessages } from './language.ts';

/** Documents of this room: what is published about vendors, ledgers and letters. */
export const provisionDocumentsMessages = defineMessages({
  'documents.vendors.title': { en: 'Vendors who process personal data', ko: '개인정보 처리업무 위탁 현황' },
  'documents.vendors.lead': {
    en: '{office} entrusts the following work with personal data to others. As of {date}.',
    ko: '{office}의 개인정보 처리업무 위탁 내용은 다음과 같습니다. 기준일: {date}',
  },
  'documents.vendors.vendor': { en: 'Vendor (processor)', ko: '수탁자' },
  'documents.vendors.task': { en: 'Entrusted work', ko: '위탁하는 업무의 내용' },
  'documents.vendors.until': { en: 'Until', ko: '위탁 기간' },
  'documents.vendors.sub_vendors': { en: 'Sub-vendors', ko: '재수탁자' },
  'documents.vendors.open_ended': { en: 'no end agreed', ko: '종료일 없음' },
  'documents.vendors.nobody': {
    en: 'No work with personal data is entrusted to anybody.',
    ko: '개인정보 처리업무를 위탁하고 있지 않습니다.',
  },
  'documents.ledger.when_text': {
    en: '{date}, {cycle}, kept until {until}; {people, plural, one {# person} other {# people}}',
    ko: '{date} · {cycle} · 보유 {until} · {people}명',
  },
  'documents.ledger.form_text': { en: '{way}, {encrypted}', ko: '{way}, {encrypted}' },
  'documents.ledger.no_end': { en: 'as the consent says', ko: '동의서에 따름' },
  'documents.ledger.cycle.once': { en: 'once', ko: '1회' },
  'documents.ledger.cycle.daily': { en: 'daily', ko: '매일' },
  'documents.ledger.cycle.weekly': { en: 'weekly', ko: '매주' },
  'documents.ledger.cycle.monthly': { en: 'monthly', ko: '매월' },
  'documents.ledger.cycle.yearly': { en: 'yearly', ko: '매년' },
  'documents.ledger.cycle.on_event': { en: 'when it happens', ko: '발생 시' },
  'documents.ledger.basis.collection': { en: 'Consent, PIPA art. 15(1)1', ko: '동의(법 제15조 제1항 제1호)' },
  'documents.ledger.basis.third_party_provision': {
    en: 'Consent, PIPA art. 17(1)1',
    ko: '동의(법 제17조 제1항 제1호)',
  },
  'documents.ledger.basis.use_beyond_purpose': {
    en: 'Consent, PIPA art. 18(2)1',
    ko: '동의(법 제18조 제2항 제1호)',
  },
  'documents.ledger.basis.onward_provision': { en: 'Consent, PIPA art. 19', ko: '동의(법 제19조)' },
  'documents.ledger.basis.transfer_abroad': {
    en: 'Consent, PIPA art. 28-8(1)1',
    ko: '동의(법 제28조의8 제1항 제1호)',
  },
  'documents.ledger.basis.sensitive_data': {
    en: 'Consent, PIPA art. 23(1)1',
    ko: '동의(법 제23조 제1항 제1호)',
  },
  'documents.ledger.basis.unique_identifiers': {
    en: 'Consent, PIPA art. 24(1)1',
    ko: '동의(법 제24조 제1항 제1호)',
  },
  'documents.ledger.basis.marketing': { en: 'Consent, PIPA art. 22(1)7', ko: '동의(법 제22조 제1항 제7호)' },
  'documents.recall.title': {
    en: 'Request to destroy or return personal data',
    ko: '개인정보 파기·반환 요구서',
  },
  'documents.recall.reminder': {
    en: 'Reminder: destroy or return personal data',
    ko: '개인정보 파기·반환 재요구서',
  },
  'documents.recall.to': { en: 'To', ko: '수신' },
  'documents.recall.date': { en: 'Date', ko: '작성일' },
  'documents.recall.reference': { en: 'Our reference', ko: '관리 번호' },
  'documents.recall.what': {
    en: 'On {date} you were given “{what}”. This letter concerns {count, plural, one {# record} other {# records}} of it, listed below by the references of our register.',
    ko: '{date} 귀사에 전달한 “{what}” 중 아래 기록 {count}건에 관한 요구입니다.',
  },
  'documents.recall.cause.withdrawal': {
    en: 'The people concerned have withdrawn their consent, so you may no longer use, keep or pass on these data (PIPA arts. 37(3), 21(1); GDPR art. 17).',
    ko: '정보주체가 동의를 철회하였으므로 해당 개인정보를 더 이상 이용·보관·제공할 수 없습니다(개인정보 보호법 제37조 제3항, 제21조 제1항).',
  },
  'documents.recall.cause.expiry': {
    en: 'The consent or the period for these data has ended, so you may no longer use, keep or pass them on (PIPA art. 21(1); GDPR art. 5(1)(e)).',
    ko: '동의 또는 보유 기간이 끝났으므로 해당 개인정보를 더 이상 이용·보관·제공할 수 없습니다(개인정보 보호법 제21조 제1항).',
  },
  'documents.recall.cause.order': {
    en: 'The office is destroying these data. What you hold of them has to be destroyed as well (PIPA art. 21(1)).',
    ko: '당사에서 해당 개인정보를 파기합니다. 귀사가 보유한 개인정보도 함께 파기하여야 합니다(개인정보 보호법 제21조 제1항).',
  },
  'documents.recall.cause.contract_end': {
    en: 'The entrustment ends. Everything you hold under it, with all copies, has to be returned or destroyed (PIPA art. 26; GDPR art. 28(3)(g)).',
    ko: '위탁이 종료되므로 보유 중인 개인정보와 모든 사본을 반환하거나 파기하여야 합니다(개인정보 보호법 제26조, GDPR 제28조 제3항 (g)).',
  },
  'documents.recall.reminded': {
    en: 'We asked you on {date} and have had no answer.',
    ko: '{date} 요구하였으나 아직 회신을 받지 못하였습니다.',
  },
  'documents.recall.demand': {
    en: 'Please destroy these data and every copy of them so that they cannot be restored, or return them, by {date}.',
    ko: '{date}까지 해당 개인정보와 모든 사본을 복구할 수 없도록 파기하거나 반환하여 주시기 바랍니다.',
  },
  'documents.recall.answer': {
    en: 'Please confirm it in writing, with your certificate of destruction, under our reference. The confirmation should name nobody.',
    ko: '파기 확인서를 첨부하여 위 관리 번호로 서면 회신하여 주시기 바랍니다. 회신에는 정보주체의 성명을 적지 마십시오.',
  },
  'documents.recall.names': {
    en: 'This letter names people so that you can find their records. Destroy it together with them.',
    ko: '이 문서에는 기록을 찾는 데 필요한 성명이 적혀 있습니다. 해당 기록과 함께 파기하여 주십시오.',
  },
  'documents.recall.records': { en: 'Records', ko: '대상 기록' },
  'documents.recall.record': { en: 'Reference of the record', ko: '기록 관리 번호' },
  'documents.recall.name': { en: 'Person', ko: '성명' },
  'documents.recall.reply': { en: 'Your answer', ko: '회신' },
  'documents.recall.reply_how': { en: 'What was done', ko: '처리 결과' },
  'documents.recall.reply_choice': {
    en: '□ destroyed   □ returned   □ not held',
    ko: '□ 파기   □ 반환   □ 보유하지 않음',
  },
  'documents.recall.reply_date': { en: 'Date and method', ko: '처리일 및 방법' },
  'documents.recall.reply_name': { en: 'Name and signature', ko: '확인자(서명)' },
  'documents.processing.title': { en: 'Record of processing activities', ko: '개인정보 처리 활동 기록부' },
  'documents.processing.lead': {
    en: 'What {office} processes personal data for, as of {date} (GDPR art. 30(1); PIPA art. 30).',
    ko: '{office}의 개인정보 처리 현황입니다(개인정보 보호법 제30조, GDPR 제30조 제1항). 기준일: {date}',
  },
  'documents.processing.controller': { en: 'Controller', ko: '개인정보처리자' },
  'documents.processing.people': { en: 'People whose data is kept', ko: '정보주체 수' },
  'documents.processing.purposes': { en: 'Purposes', ko: '처리 목적' },
  'documents.processing.purpose': { en: 'Purpose', ko: '처리 목적' },
  'documents.processing.basis': { en: 'Legal basis', ko: '법적 근거' },
  'documents.processing.items': { en: 'Categories of data', ko: '개인정보의 항목' },
  'documents.processing.recipients': { en: 'Recipients', ko: '제공받는 자' },
  'documents.processing.limit': { en: 'Erased after', ko: '보유 및 이용 기간' },
  'documents.processing.abroad': { en: '{name} (abroad: {country})', ko: '{name}(국외: {country})' },
  'documents.processing.vendors': { en: 'Vendors (processors)', ko: '수탁자' },
  'documents.processing.safeguards': { en: 'Safeguards', ko: '안전성 확보 조치' },
  'documents.processing.safeguards_text': {
    en: 'Sealed under a key for each person, in an encrypted database; access by role and purpose, each use logged and reviewed; destroyed by destroying keys, verified and certified; no network.',
    ko: '정보주체별 암호 키와 데이터베이스 암호화, 역할과 목적에 따른 접근 통제, 이용 기록 및 점검, 암호 키 파기에 의한 파기와 검증·확인서 발급, 외부 네트워크 미사용',
  },
  'documents.processing.nothing': { en: 'No form has been published yet.', ko: '게시한 동의서가 없습니다.' },
  'documents.processing.basis.consent': { en: 'Consent', ko: '동의' },
  'documents.processing.basis.contract': { en: 'Contract', ko: '계약의 체결·이행' },
  'documents.processing.basis.legal_obligation': { en: 'Legal obligation', ko: '법령상 의무 준수' },
  'documents.processing.basis.vital_interests': { en: 'Vital interests', ko: '급박한 이익' },
  'documents.processing.basis.public_task': { en: 'Public task', ko: '공공기관 소관 업무' },
  'documents.processing.basis.legitimate_interests': { en: 'Legitimate interests', ko: '정당한 이익' },
});
