import { defineMessages } from './language.ts';

/** What is printed for people: the letter that answers a request, and everything that is kept of them. */
export const collectionLetterMessages = defineMessages({
  'office.document.name.collection.requestLetter': { en: 'Letter to the person', ko: '회신문' },
  'documents.letter.title': {
    en: 'Answer to a request concerning personal data: {kind}',
    ko: '개인정보 {kind} 요구에 대한 결과 통지서',
  },
  'documents.letter.title_put_off': {
    en: 'The answer to your request is put off: {kind}',
    ko: '개인정보 {kind} 연기 통지서',
  },
  'documents.letter.to': { en: 'To {name}', ko: '{name} 귀하' },
  'documents.letter.request': { en: 'The request', ko: '요구 내용' },
  'documents.letter.kind': { en: 'Kind', ko: '종류' },
  'documents.letter.received': { en: 'Received on', ko: '접수일' },
  'documents.letter.put_off': { en: 'Put off', ko: '연기' },
  'documents.letter.put_off_text': {
    en: 'Your request cannot be answered within the ordinary time. You will be answered by {date}.',
    ko: '요구하신 사항을 통상의 기한 안에 처리하기 어려워 {date}까지 회신해 드리겠습니다.',
  },
  'documents.letter.reason': { en: 'Reason', ko: '사유' },
  'documents.letter.outcome': { en: 'The answer', ko: '처리 결과' },
  'documents.letter.outcome.fulfilled': {
    en: 'Your request has been fulfilled.',
    ko: '요구하신 사항을 모두 처리하였습니다.',
  },
  'documents.letter.outcome.partly_fulfilled': {
    en: 'Your request has been fulfilled in part. For the rest the reason below applies.',
    ko: '요구하신 사항 중 일부를 처리하였습니다. 나머지는 아래 사유로 처리하지 못하였습니다.',
  },
  'documents.letter.outcome.refused': {
    en: 'Your request could not be fulfilled, for the reason below.',
    ko: '요구하신 사항은 아래 사유로 처리하지 못하였습니다.',
  },
  'documents.letter.nothing_held': {
    en: 'We searched our records on {date} and keep no personal data about you that your request concerns.',
    ko: '{date} 현재 확인한 결과, 요구하신 내용에 해당하는 귀하의 개인정보를 보유하고 있지 않습니다.',
  },
  'documents.letter.measures': { en: 'What was done', ko: '조치 내용' },
  'documents.letter.measure.withdrawn': {
    en: '{purpose}: consent ended on {date}. What was collected for it is destroyed without delay.',
    ko: '{purpose}: {date} 동의 철회. 이 목적으로 수집한 개인정보는 지체 없이 파기합니다.',
  },
  'documents.letter.measure.kept_by_law': {
    en: '{purpose}: consent ended. A law obliges us to keep the data, apart from everything else and for nothing but storage, through {date} ({basis}). It is destroyed after that.',
    ko: '{purpose}: 동의 철회. 법령에 따라 {date}까지 다른 개인정보와 분리하여 보관만 하며({basis}), 그 뒤 지체 없이 파기합니다.',
  },
  'documents.letter.measure.corrected': { en: '{item}: corrected on {date}.', ko: '{item}: {date} 정정' },
  'documents.letter.measure.told': {
    en: '{recipient}, who had the former value, was told on {date}.',
    ko: '정정 전 정보를 제공받은 {recipient}에 {date} 정정 사실을 알렸습니다.',
  },
  'documents.letter.measure.to_be_told': {
    en: '{recipient}, who had the former value, is being told.',
    ko: '정정 전 정보를 제공받은 {recipient}에 정정 사실을 알리겠습니다.',
  },
  'documents.letter.measure.suspended': {
    en: '{purpose}: neither used nor provided since {date}, until the suspension is lifted.',
    ko: '{purpose}: {date}부터 해제할 때까지 이용과 제공을 정지합니다.',
  },
  'documents.letter.every_purpose': { en: 'Every purpose', ko: '모든 목적' },
  'documents.letter.objection': { en: 'If you disagree', ko: '이의제기 방법' },
  'documents.letter.objection_korea': {
    en: 'You may object to this answer at this office (Personal Information Protection Act, art. 38(5)). You may also report an infringement to the Privacy Infringement Report Centre (telephone 118, privacy.kisa.or.kr) or apply for mediation to the Personal Information Dispute Mediation Committee (telephone 1833-6972, www.kopico.go.kr).',
    ko: '이 결과에 이의가 있으시면 이 사무소에 이의를 제기하실 수 있습니다(개인정보 보호법 제38조 제5항). 개인정보침해 신고센터(국번 없이 118, privacy.kisa.or.kr)에 신고하거나 개인정보 분쟁조정위원회(1833-6972, www.kopico.go.kr)에 분쟁조정을 신청하실 수도 있습니다.',
  },
  'documents.letter.objection_gdpr': {
    en: 'You may object to this answer at this office. You may also lodge a complaint with a supervisory authority (GDPR art. 77) and seek a judicial remedy (art. 79).',
    ko: '이 결과에 이의가 있으시면 이 사무소에 이의를 제기하실 수 있습니다. 감독기관에 민원을 제기하거나(GDPR 제77조) 법원에 구제를 청구하실 수도 있습니다(제79조).',
  },
  'documents.letter.staff': { en: 'Staff no. {number}', ko: '담당 직원 번호 {number}' },
  'office.document.name.collection.accessAnswer': { en: 'Access answer', ko: '개인정보 열람 자료' },
  'documents.access.title': {
    en: 'What we keep about you',
    ko: '개인정보 열람 자료',
  },
  'documents.access.lead': {
    en: 'All personal data this office keeps about you, as it stood at {at}. Made by staff no. {number}.',
    ko: '{at} 현재 이 사무소가 귀하에 관하여 보유한 모든 개인정보입니다. 작성자 직원 번호 {number}.',
  },
  'documents.access.person': { en: 'Who you are', ko: '정보주체' },
  'documents.access.name': { en: 'Name', ko: '성명' },
  'documents.access.person_id': { en: 'Number here', ko: '관리 번호' },
  'documents.access.kept': { en: 'What is kept, and why', ko: '보유 항목과 목적' },
  'documents.access.consent': {
    en: 'Given on {date} · version {version} · {way}',
    ko: '{date} 동의 · 버전 {version} · {way}',
  },
  'documents.access.purpose': { en: 'Purpose', ko: '목적' },
  'documents.access.state': { en: 'State', ko: '상태' },
  'documents.access.until': { en: 'How long, and why', ko: '보유 기간과 근거' },
  'documents.access.nothing_kept': {
    en: 'Nothing is kept for this purpose.',
    ko: '이 목적으로 보유한 정보가 없습니다.',
  },
  'documents.access.held': {
    en: 'Its destruction is on hold.',
    ko: '파기가 보류되어 있습니다.',
  },
  'documents.access.history': { en: 'Your consents, in order', ko: '동의 이력' },
  'documents.access.column.day': { en: 'Day', ko: '날짜' },
  'documents.access.column.event': { en: 'What happened', ko: '내용' },
  'documents.access.column.purpose': { en: 'Purpose', ko: '목적' },
  'documents.access.column.time': { en: 'Time', ko: '일시' },
  'documents.access.column.why': { en: 'What for', ko: '내용과 사유' },
  'documents.access.column.staff': { en: 'Staff no.', ko: '직원 번호' },
  'documents.access.recipients': { en: 'Who received it', ko: '제공·위탁 내역' },
  'documents.access.recipients_none': {
    en: 'It was given to nobody outside the office.',
    ko: '사무소 밖에 제공하거나 전달한 내역이 없습니다.',
  },
  'documents.access.recipient': {
    en: '{name} ({task}): for “{purpose}”, on {date}.',
    ko: '{name}({task}): “{purpose}” 목적으로 {date} 전달.',
  },
  'documents.access.requests': { en: 'What you asked, and corrections', ko: '요구와 정정 내역' },
  'documents.access.requests_none': { en: 'Nothing.', ko: '내역이 없습니다.' },
  'documents.access.request': {
    en: '{kind}, received on {date}: {state}. {details}',
    ko: '{kind} 요구, {date} 접수: {state}. {details}',
  },
  'documents.access.suspension': {
    en: 'Processing suspended since {date}.',
    ko: '{date}부터 처리정지',
  },
  'documents.access.suspended': {
    en: '{purpose}: processing suspended since {date}.',
    ko: '{purpose}: {date}부터 처리정지',
  },
  'documents.access.correction': { en: '{item}: corrected on {date}.', ko: '{item}: {date} 정정' },
  'documents.access.attachments': { en: 'Attached files', ko: '첨부 파일' },
  'documents.access.attachments_none': { en: 'None.', ko: '첨부 파일이 없습니다.' },
  'documents.access.attachment': {
    en: '{fileName}, {bytes, number} bytes, added {at}.',
    ko: '{fileName}, {bytes, number}바이트, {at} 첨부',
  },
  'documents.access.copies': { en: 'Copies outside the application', ko: '등록된 사본' },
  'documents.access.copies_none': { en: 'None is known.', ko: '등록된 사본이 없습니다.' },
  'documents.access.copy': {
    en: '{reference}: {kind}, since {date}, {state}.',
    ko: '{reference}: {kind}, {date}부터, {state}.',
  },
  'documents.access.copy_open': { en: 'still there', ko: '보유 중' },
  'documents.access.copy_ended': { en: 'ended', ko: '폐기 또는 반환됨' },
  'documents.access.uses': { en: 'Who looked at it', ko: '열람·이용 기록' },
  'documents.access.uses_text.P1Y': {
    en: 'Recorded automatically each time somebody at the office looks at your data, and kept for one year.',
    ko: '직원이 귀하의 개인정보를 열람하거나 이용할 때마다 자동으로 기록하며 1년간 보관합니다.',
  },
  'documents.access.uses_text.P2Y': {
    en: 'Recorded automatically each time somebody at the office looks at your data, and kept for two years.',
    ko: '직원이 귀하의 개인정보를 열람하거나 이용할 때마다 자동으로 기록하며 2년간 보관합니다.',
  },
  'documents.access.use_blocked': { en: 'refused', ko: '차단됨' },
  'documents.access.rights': { en: 'Your rights', ko: '정보주체의 권리' },
  'documents.access.rights_text': {
    en: 'You may have wrong data corrected, have data deleted, have its processing suspended and withdraw your consent at any time. Ask at this office; no reason is needed to withdraw.',
    ko: '귀하는 언제든지 개인정보의 정정·삭제·처리정지를 요구하고 동의를 철회하실 수 있습니다. 이 사무소에 말씀해 주시면 되며, 철회에는 사유가 필요하지 않습니다.',
  },
});
