import { defineMessages } from './language.ts';

/** The sheet of a checkpoint, and the letter with a person’s proof. */
export const documentsProofMessages = defineMessages({
  'documents.checkpoint.title': { en: 'Checkpoint of the audit log', ko: '감사 기록 기준점' },
  'documents.checkpoint.size': {
    en: '{size, plural, one {# entry} other {# entries}}',
    ko: '기록 {size, number}건',
  },
  'documents.checkpoint.qr': {
    en: 'QR code with the size and root of the log',
    ko: '기록 건수와 루트 값을 담은 QR 코드',
  },
  'documents.checkpoint.statement': {
    en: 'The audit log of this office had {size, plural, one {# entry} other {# entries}}. All of them together have the root below (RFC 9162, SHA-256). Whoever changes, removes, inserts or reorders one of them changes the root.',
    ko: '이 사무소의 감사 기록은 {size, number}건이며 전체의 루트 값은 아래와 같습니다(RFC 9162, SHA-256). 기록을 한 건이라도 바꾸거나 지우거나 끼워 넣거나 순서를 바꾸면 루트 값이 달라집니다.',
  },
  'documents.checkpoint.root': { en: 'Root', ko: '루트 값' },
  'documents.checkpoint.signedAt': { en: 'Signed by the application', ko: '프로그램 서명 일시' },
  'documents.checkpoint.origin': { en: 'Log', ko: '기록 식별자' },
  'documents.checkpoint.previous': { en: 'Continues', ko: '이전 기준점과의 연속성' },
  'documents.checkpoint.previous.none': {
    en: 'This is the first checkpoint of the log.',
    ko: '이 기록의 첫 기준점입니다.',
  },
  'documents.checkpoint.previous.text': {
    en: 'the checkpoint of {size, plural, one {# entry} other {# entries}}; {added, plural, one {# entry was} other {# entries were}} added since. The file of this sheet proves it with {hashes, plural, one {# hash} other {# hashes}}.',
    ko: '기록 {size, number}건의 기준점에 이어지며 그 뒤 {added, number}건이 추가되었습니다. 이 문서의 JSON 파일이 해시 {hashes, number}개로 증명합니다.',
  },
  'documents.checkpoint.use': { en: 'What to do with this sheet', ko: '사용 방법' },
  'documents.checkpoint.use.sign': {
    en: 'Sign it by hand, with the date.',
    ko: '날짜를 적고 자필로 서명합니다.',
  },
  'documents.checkpoint.use.file': {
    en: 'File it where nobody who works at the computer can exchange it.',
    ko: '컴퓨터 사용자가 바꿔 놓을 수 없는 곳에 보관합니다.',
  },
  'documents.checkpoint.use.compare': {
    en: 'Later, a log that was cut or written anew does not have this root at this size; the verifier says so.',
    ko: '나중에 기록을 잘라 내거나 다시 쓰면 같은 건수에서 이 루트 값이 나오지 않으며 검증 프로그램이 이를 알려 줍니다.',
  },
  'documents.checkpoint.hand.name': { en: 'Name', ko: '성명' },
  'documents.checkpoint.hand.date': { en: 'Date', ko: '날짜' },
  'documents.checkpoint.hand.signature': { en: 'Signature', ko: '서명' },

  'documents.proof.title': { en: 'Proof that your records were destroyed', ko: '개인정보 파기 증명' },
  'documents.proof.attachment': { en: 'The proof, machine-readable', ko: '기계 판독용 증명' },
  'documents.proof.statement': {
    en: 'Of the bearer of the receipt named below, {units, plural, one {# record unit is} other {# record units are}} among those that were destroyed on {date} under certificate {number}.',
    ko: '아래 접수증을 가진 분의 기록 단위 {units, number}건은 {date}에 파기되어 확인서 {number}에 포함되어 있습니다.',
  },
  'documents.proof.yours': { en: 'Your receipt', ko: '접수증' },
  'documents.proof.receipt': { en: 'Code on the receipt', ko: '접수증 번호' },
  'documents.proof.unit': { en: 'Record unit', ko: '기록 단위' },
  'documents.proof.certificate': { en: 'The certificate', ko: '파기 확인서' },
  'documents.proof.check': { en: 'How you can check it', ko: '확인 방법' },
  'documents.proof.check.knows': {
    en: 'This office no longer knows your name or anything else about you. It found your records by the code on your receipt alone.',
    ko: '사무소에는 귀하의 성명 등 어떤 정보도 남아 있지 않습니다. 접수증의 번호만으로 기록을 찾았습니다.',
  },
  'documents.proof.check.verifier': {
    en: 'The file of this letter carries the proof. Together with the certificate, the verifier checks it on any computer, without this office.',
    ko: '이 문서의 파일에 증명이 들어 있습니다. 확인서와 함께 검증 프로그램으로 어느 컴퓨터에서나 확인할 수 있습니다.',
  },
  'documents.proof.check.keep': {
    en: 'Keep the code to yourself: whoever knows it can ask for this letter.',
    ko: '번호를 다른 사람에게 알리지 마십시오. 번호를 알면 누구나 이 문서를 받을 수 있습니다.',
  },
});
