import { defineMessages } from './language.ts';

/** What is done with the audit log beside reading it: verification in the background, checkpoints, proofs. */
export const registerLogMessages = defineMessages({
  'register.audit.health.checking': {
    en: 'Verifying in the background: {done} of {total} entries.',
    ko: '백그라운드에서 검증 중: {total}건 중 {done}건',
  },
  'register.audit.health.since': {
    en: 'Verified when the office was opened.',
    ko: '사무소를 열 때 검증했습니다.',
  },
  'register.audit.between': {
    en: 'between entry {from} and {to}',
    ko: '{from}번에서 {to}번 기록 사이',
  },
  'register.checkpoint.title': { en: 'Signed checkpoints', ko: '서명된 기준점' },
  'register.checkpoint.lead': {
    en: 'A checkpoint holds the whole log in one line. Print one every week, sign it by hand and file it: against it, no copy of this computer can be exchanged for an older one unnoticed.',
    ko: '기준점 한 줄이 기록 전체를 고정합니다. 매주 한 장을 인쇄해 자필로 서명하고 보관하십시오. 자료를 예전 사본으로 바꿔치기해도 이 종이로 드러납니다.',
  },
  'register.checkpoint.sign': { en: 'Sign and print a sheet', ko: '서명하고 기준점 인쇄' },
  'register.checkpoint.size': { en: 'Entries', ko: '기록 수' },
  'register.checkpoint.signed': { en: 'Signed', ko: '서명 일시' },
  'register.checkpoint.root': { en: 'Root', ko: '루트 값' },
  'register.checkpoint.open': { en: 'Sheet', ko: '기준점 문서' },
  'register.checkpoint.empty': { en: 'No checkpoint was signed yet.', ko: '서명한 기준점이 없습니다.' },
  'register.receipt.title': { en: 'Proof for a person', ko: '정보주체용 증명' },
  'register.receipt.lead': {
    en: 'Somebody brings their receipt: show them that their own records are among the destroyed. The office no longer knows who they were; the code on the receipt is all that is needed, and a name finds nothing.',
    ko: '접수증을 가져온 사람에게 본인의 기록이 파기되었음을 증명합니다. 사무소에는 그 사람에 대한 정보가 남아 있지 않으므로 접수증의 번호로만 확인할 수 있으며 이름으로는 찾을 수 없습니다.',
  },
  'register.receipt.code': { en: 'Code on the receipt', ko: '접수증의 번호' },
  'register.receipt.code.hint': {
    en: '32 or more characters, 0 to 9 and a to f. Spaces and hyphens do not matter.',
    ko: '0~9와 a~f로 된 32자 이상. 띄어쓰기와 줄표는 무시합니다.',
  },
  'register.receipt.code.malformed': {
    en: 'This is no code of a receipt: compare it character by character.',
    ko: '접수증 번호의 형식이 아닙니다. 한 글자씩 대조해 주십시오.',
  },
  'register.receipt.find': { en: 'Find', ko: '찾기' },
  'register.receipt.found': {
    en: 'Records of this receipt were destroyed:',
    ko: '이 접수증의 기록이 파기되었습니다.',
  },
  'register.receipt.finding': { en: 'Looking for the receipt', ko: '접수증 확인 중' },
  'register.receipt.letter': {
    en: 'Letter with the proof, certificate {number}',
    ko: '증명서(확인서 {number})',
  },
  'register.step.read_evidence': { en: 'Reading files', ko: '파일 읽는 중' },
  'register.step.compare_log': { en: 'Comparing with the audit log', ko: '감사 기록과 대조 중' },
  'register.step.find_receipt': { en: 'Comparing destroyed units', ko: '파기된 기록 단위 대조 중' },
  'register.entry.proof': { en: 'Proof', ko: '증명' },
  'register.entry.proof_of': { en: 'Proof of entry {sequence}', ko: '{sequence}번 기록 증명' },
});
