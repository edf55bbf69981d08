import { defineMessages } from './language.ts';

/** Requests of people: what they ask, what is answered, and why not. */
export const collectionRequestMessages = defineMessages({
  'collection.request.kind.access': { en: 'Access', ko: '열람' },
  'collection.request.kind.correction': { en: 'Correction', ko: '정정' },
  'collection.request.kind.deletion': { en: 'Deletion', ko: '삭제' },
  'collection.request.kind.suspension': { en: 'Suspension', ko: '처리정지' },
  'collection.request.kind.withdrawal': { en: 'Withdrawal', ko: '동의 철회' },
  'collection.request.way.in_person': { en: 'In person', ko: '방문' },
  'collection.request.way.telephone': { en: 'By telephone', ko: '전화' },
  'collection.request.way.post': { en: 'By post', ko: '우편' },
  'collection.request.way.email': { en: 'By e-mail', ko: '전자우편' },
  'collection.request.way.website': { en: 'By the website', ko: '누리집' },
  'collection.request.by.person': { en: 'The person', ko: '본인' },
  'collection.request.by.guardian': { en: 'The guardian', ko: '법정대리인' },
  'collection.request.by.representative': { en: 'A representative', ko: '위임받은 대리인' },
  'collection.request.state.received': { en: 'Received', ko: '접수' },
  'collection.request.state.identity_confirmed': { en: 'Identity confirmed', ko: '본인 확인 완료' },
  'collection.request.state.answered': { en: 'Answered', ko: '회신 완료' },
  'collection.request.outcome.fulfilled': { en: 'Fulfilled', ko: '수용' },
  'collection.request.outcome.partly_fulfilled': { en: 'Partly fulfilled', ko: '일부 수용' },
  'collection.request.outcome.refused': { en: 'Refused', ko: '거절' },
  'collection.request.outcome.taken_back': { en: 'Taken back', ko: '요구 취소' },
  'collection.request.check.identity_document_seen': {
    en: 'Identity document looked at',
    ko: '신분증 확인',
  },
  'collection.request.check.known_to_staff': { en: 'Known to the staff', ko: '직원이 아는 사람' },
  'collection.request.check.receipt_code': { en: 'Receipt code named', ko: '접수 확인 번호 대조' },
  'collection.request.check.called_back': {
    en: 'Called back on the number kept here',
    ko: '등록된 전화번호로 재확인',
  },
  'collection.request.check.signature_compared': {
    en: 'Signature compared with the consent',
    ko: '동의서 서명과 대조',
  },
  'collection.request.check.authorisation_seen': {
    en: 'Written authorisation looked at',
    ko: '위임장 확인',
  },
  'collection.request.reason.identity_not_established': {
    en: 'It could not be established that the request comes from the person or from somebody entitled to ask for them (PIPA Enforcement Decree art. 46; GDPR art. 12(6)).',
    ko: '요구한 사람이 본인이거나 정당한 대리인인지 확인할 수 없습니다(개인정보 보호법 시행령 제46조).',
  },
  'collection.request.reason.nothing_held': {
    en: 'The office keeps nothing that the request is about.',
    ko: '요구하신 내용에 해당하는 개인정보를 보유하고 있지 않습니다.',
  },
  'collection.request.reason.law_prohibits_access': {
    en: 'A law prohibits or limits access (PIPA art. 35(4) no. 1).',
    ko: '법률에 따라 열람이 금지되거나 제한됩니다(개인정보 보호법 제35조 제4항 제1호).',
  },
  'collection.request.reason.harms_others': {
    en: 'It would endanger the life or body of another person, or unfairly harm their property or other interests (PIPA art. 35(4) no. 2 and 37(2) no. 2; GDPR art. 15(4)).',
    ko: '다른 사람의 생명·신체를 해할 우려가 있거나 다른 사람의 재산과 그 밖의 이익을 부당하게 침해할 우려가 있습니다(개인정보 보호법 제35조 제4항 제2호, 제37조 제2항 제2호).',
  },
  'collection.request.reason.data_is_correct': {
    en: 'The data was examined and found to be correct and complete (PIPA art. 36(2); GDPR art. 16).',
    ko: '조사한 결과 개인정보가 정확하여 정정할 내용이 없습니다(개인정보 보호법 제36조 제2항).',
  },
  'collection.request.reason.law_obliges_keeping': {
    en: 'Another law names this data as to be collected or kept (PIPA art. 36(1) proviso; GDPR art. 17(3)(b)).',
    ko: '다른 법령에서 수집·보존 대상으로 명시하고 있어 삭제할 수 없습니다(개인정보 보호법 제36조 제1항 단서).',
  },
  'collection.request.reason.law_obliges_processing': {
    en: 'A law specially provides for the processing, or it is unavoidable to comply with a legal duty (PIPA art. 37(2) no. 1).',
    ko: '법률에 특별한 규정이 있거나 법령상 의무를 준수하기 위하여 처리가 불가피합니다(개인정보 보호법 제37조 제2항 제1호).',
  },
  'collection.request.reason.contract_cannot_be_performed': {
    en: 'Without the processing the agreed service cannot be performed, and the person has not clearly said that the contract is to end (PIPA art. 37(2) no. 4).',
    ko: '처리하지 않으면 약정한 서비스를 제공할 수 없는 등 계약 이행이 곤란하고, 정보주체가 계약 해지의 뜻을 명확히 밝히지 않았습니다(개인정보 보호법 제37조 제2항 제4호).',
  },
  'collection.request.reason.manifestly_unfounded': {
    en: 'The request is manifestly unfounded or excessive (GDPR art. 12(5)(b)).',
    ko: '요구가 명백히 근거가 없거나 과도합니다(GDPR 제12조 제5항 (b)).',
  },

  'register.audit.code.collection.request_recorded': {
    en: 'Request of a person recorded',
    ko: '정보주체 요구 접수',
  },
  'register.audit.code.collection.request_opened': {
    en: 'Request of a person opened',
    ko: '정보주체 요구 열람',
  },
  'register.audit.code.collection.request_identity_checked': { en: 'Identity checked', ko: '본인 확인' },
  'register.audit.code.collection.request_extended': {
    en: 'Answer to a request put off',
    ko: '요구 처리 기한 연기',
  },
  'register.audit.code.collection.request_answered': { en: 'Request answered', ko: '요구 회신' },
  'register.audit.code.collection.processing_suspended': { en: 'Processing suspended', ko: '처리정지' },
  'register.audit.code.collection.suspension_lifted': { en: 'Suspension lifted', ko: '처리정지 해제' },
  'register.audit.about.requestId': { en: 'request', ko: '요구' },
  'register.audit.about.suspensionId': { en: 'suspension', ko: '처리정지' },
  'register.audit.about.kind': { en: 'kind', ko: '종류' },
  'register.audit.about.check': { en: 'check', ko: '확인 방법' },
  'register.audit.about.outcome': { en: 'outcome', ko: '처리 결과' },
  'register.audit.about.receivedOn': { en: 'received on', ko: '접수일' },
  'register.audit.about.dueOn': { en: 'due on', ko: '처리 기한' },
  'register.audit.about.from': { en: 'from', ko: '변경 전' },
  'register.audit.about.until': { en: 'until', ko: '변경 후' },
  'register.audit.value.access': { en: 'access', ko: '열람' },
  'register.audit.value.correction': { en: 'correction', ko: '정정' },
  'register.audit.value.deletion': { en: 'deletion', ko: '삭제' },
  'register.audit.value.suspension': { en: 'suspension', ko: '처리정지' },
  'register.audit.value.withdrawal': { en: 'withdrawal', ko: '동의 철회' },
  'register.audit.value.confirmed': { en: 'confirmed', ko: '확인됨' },
  'register.audit.value.not_confirmed': { en: 'not confirmed', ko: '확인되지 않음' },
  'register.audit.value.fulfilled': { en: 'fulfilled', ko: '수용' },
  'register.audit.value.partly_fulfilled': { en: 'partly fulfilled', ko: '일부 수용' },
  'register.audit.value.refused': { en: 'refused', ko: '거절' },
  'register.audit.value.taken_back': { en: 'taken back', ko: '요구 취소' },
  'register.audit.value.all': { en: 'all', ko: '전체' },

  'documents.compared.requestTextsFound': {
    en: 'texts of requests found:\u00a0{value}',
    ko: '남은 요구 내용:\u00a0{value}',
  },
  'documents.compared.suspensionsFound': {
    en: 'suspensions found:\u00a0{value}',
    ko: '남은 처리정지:\u00a0{value}',
  },
});
