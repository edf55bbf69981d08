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
  'register.entry.proof': { en: 'Proof', ko: '증명' },
  'register.entry.proof_of': { en: 'Proof of entry {sequence}', ko: '{sequence}번 기록 증명' },
});
