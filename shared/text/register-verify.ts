import type { EvidenceCheck } from '../domain/register/evidence.ts';
import { defineMessages, type Language } from './language.ts';
import { createTranslator } from './translator.ts';

/** What the verifier says: one sentence a check, by its result (`pass`, `fail`, `unknown`). */
export const registerVerifyMessages = defineMessages({
  'register.verify.usage': {
    en: 'Say which files to check: npm run --silent verify -- [--language en|ko] [--key SHA256] FILE... (certificates as PDF or JSON, checkpoints, proofs)',
    ko: '검사할 파일을 지정하십시오: npm run --silent verify -- [--language en|ko] [--key SHA256] 파일... (확인서 PDF·JSON, 기준점, 증명)',
  },
  'register.verify.summary': {
    en: '{checks, plural, one {# check} other {# checks}}, {failed} failed',
    ko: '검사 {checks, number}건, 부적합 {failed, number}건',
  },
  'register.verify.unreadable': {
    en: 'this is neither JSON nor a PDF with a certificate inside, or it is damaged',
    ko: 'JSON도 확인서가 들어 있는 PDF도 아니거나 손상된 파일입니다',
  },
  'register.verify.unknown_format': {
    en: 'this is no evidence of Ashbook',
    ko: 'Ashbook의 증빙이 아닙니다',
  },
  'register.verify.newer_format': {
    en: 'this format is not known here; use a newer verifier',
    ko: '알 수 없는 형식입니다. 더 새로운 검증 프로그램을 사용하십시오',
  },
  'register.verify.certificate_shape': {
    en: '{result, select, pass {certificate {number} is complete and does not contradict itself} other {the certificate is incomplete or contradicts itself}}',
    ko: '{result, select, pass {확인서 {number}: 빠진 내용이나 모순이 없습니다} other {확인서에 빠진 내용이나 모순이 있습니다}}',
  },
  'register.verify.certificate_digest': {
    en: '{result, select, pass {the content has the digest it names} other {the content was changed: it does not have the digest it names}}',
    ko: '{result, select, pass {내용의 해시값이 적힌 값과 같습니다} other {내용이 변경되었습니다. 해시값이 적힌 값과 다릅니다}}',
  },
  'register.verify.certificate_signature': {
    en: '{result, select, pass {signed with the key of {office} (SHA-256 of the key: {key})} other {the signature of {office} is not valid}}',
    ko: '{result, select, pass {{office}의 키로 서명되었습니다(키의 SHA-256: {key})} other {{office}의 서명이 유효하지 않습니다}}',
  },
  'register.verify.certificate_deeds': {
    en: '{result, select, pass {the {count} deeds of request, approval and execution are signed by different people} other {a request, approval or execution is not signed by whom it names}}',
    ko: '{result, select, pass {요청·승인·집행 {count}건이 서로 다른 사람의 키로 서명되었습니다} other {요청·승인·집행 중 서명이 맞지 않는 것이 있습니다}}',
  },
  'register.verify.certificate_batches': {
    en: '{result, select, pass {{count, plural, one {the one batch of paper is} other {all # batches of paper are}} signed by operator and witness{onPaper, plural, =0 {} other {, # of them on sheets that have to be looked at}}} other {a batch of paper is not signed by whom it names, or says something else than was signed}}',
    ko: '{result, select, pass {종이 파기 회차 {count}건에 수행자와 입회자의 서명이 있습니다{onPaper, plural, =0 {} other {. 그중 #건은 서면 서명이므로 원본을 확인해야 합니다}}} other {종이 파기 회차 가운데 서명이 맞지 않거나 서명한 내용과 다른 것이 있습니다}}',
  },
  'register.verify.checkpoint_signature': {
    en: '{result, select, pass {the checkpoint of the audit log ({size} entries) is signed by the office} other {the checkpoint of the audit log ({size} entries) is not signed by the office}}',
    ko: '{result, select, pass {감사 기록 기준점({size}건)의 서명이 유효합니다} other {감사 기록 기준점({size}건)의 서명이 유효하지 않습니다}}',
  },
  'register.verify.entry_removed': {
    en: '{result, select, pass {the content of the entry was removed under the rule “{rule}” (written until {through}), which two people signed} other {the content of the entry is missing, and no two people have signed that it was removed}}',
    ko: '{result, select, pass {‘{rule}’ 기준에 따라 내용이 삭제된 기록입니다({through}까지 작성). 두 사람이 서명했습니다} other {기록의 내용이 없으며 두 사람이 서명한 삭제가 아닙니다}}',
  },
  'register.verify.pdf_words': {
    en: '{result, select, pass {the pages print what the data inside says ({count} values compared)} other {the pages do not print what the data inside says: {missing} of {count} values are missing}}',
    ko: '{result, select, pass {인쇄된 내용이 내장 데이터와 같습니다({count}개 값 비교)} other {인쇄된 내용이 내장 데이터와 다릅니다: {count}개 값 중 {missing}개 없음}}',
  },
  'register.verify.pdf_signature': {
    en: '{result, select, pass {the digital signature covers the whole file and is valid} other {the file was changed after it was signed}}',
    ko: '{result, select, pass {전자서명이 파일 전체에 걸쳐 유효합니다} other {서명한 뒤 파일이 변경되었습니다}}',
  },
  'register.verify.pdf_signature_absent': {
    en: 'the file carries no digital signature; its data is signed all the same',
    ko: '파일에 전자서명이 없습니다. 내장 데이터에는 서명이 있습니다',
  },
  'register.verify.sheet_shape': {
    en: 'the checkpoint is incomplete',
    ko: '기준점 파일의 내용이 불완전합니다',
  },
  'register.verify.sheet_continues': {
    en: '{result, select, pass {the log of {to} entries continues the one of {from}} other {the log of {to} entries does not continue the one of {from}: it was cut or written anew}}',
    ko: '{result, select, pass {기록 {to}건은 앞선 {from}건에 그대로 이어집니다} other {기록 {to}건이 앞선 {from}건에 이어지지 않습니다. 잘리거나 다시 쓰였습니다}}',
  },
  'register.verify.entry_shape': { en: 'the proof is incomplete', ko: '증명 파일의 내용이 불완전합니다' },
  'register.verify.entry_included': {
    en: '{result, select, pass {entry {sequence} stands in the log of {size} entries} other {entry {sequence} does not stand in the log of {size} entries}}',
    ko: '{result, select, pass {{sequence}번 기록이 기록 {size}건에 들어 있습니다} other {{sequence}번 기록이 기록 {size}건에 들어 있지 않습니다}}',
  },
  'register.verify.person_shape': { en: 'the proof is incomplete', ko: '증명 파일의 내용이 불완전합니다' },
  'register.verify.person_included': {
    en: '{result, select, pass {{units, plural, one {# record unit of this receipt is} other {# record units of this receipt are}} among those of certificate {number}} other {the proof does not lead to certificate {number}}}',
    ko: '{result, select, pass {이 접수증의 기록 단위 {units, number}건이 확인서 {number}에 포함됩니다} other {증명이 확인서 {number}의 내용과 맞지 않습니다}}',
  },
  'register.verify.person_certificate': {
    en: '{result, select, pass {the proof belongs to this certificate {number}} other {the proof does not belong to this certificate {number}}}',
    ko: '{result, select, pass {이 확인서 {number}에 대한 증명입니다} other {이 확인서 {number}에 대한 증명이 아닙니다}}',
  },
  'register.verify.person_certificate_absent': {
    en: 'certificate {number} was not given: give it as well',
    ko: '확인서 {number} 파일도 함께 지정하십시오',
  },
  'register.verify.completion_of': {
    en: '{result, select, pass {it completes this certificate {number}} other {it completes another certificate of the number {number}}}',
    ko: '{result, select, pass {확인서 {number}의 조건을 해소합니다} other {번호가 {number}인 다른 확인서에 대한 것입니다}}',
  },
  'register.verify.completion_of_absent': {
    en: 'certificate {number}, which it completes, was not given',
    ko: '조건을 해소할 확인서 {number} 파일이 없습니다',
  },
  'register.verify.supersession_signature': {
    en: '{result, select, pass {it supersedes certificate {number} ({reason, select, entered_wrongly {something had been entered wrongly} became_known {something became known later} other {the computer had told something wrongly}}), signed by staff number {staffNumber}} other {that it supersedes certificate {number} is not signed by whom it names}}',
    ko: '{result, select, pass {확인서 {number}을(를) 갈음합니다(사유: {reason, select, entered_wrongly {잘못 입력함} became_known {나중에 알게 됨} other {컴퓨터가 잘못 알려 줌}}). 직원 번호 {staffNumber}이(가) 서명했습니다} other {확인서 {number}을(를) 갈음한다는 서명이 맞지 않습니다}}',
  },
  'register.verify.supersedes': {
    en: '{result, select, pass {it differs from certificate {number} in the {changes, plural, one {# value} other {# values}} it names and in nothing else} other {it is no correction of this certificate {number}, or differs in more than it names}}',
    ko: '{result, select, pass {확인서 {number}과(와) 적힌 {changes, number}개 항목만 다르고 나머지는 같습니다} other {이 확인서 {number}을(를) 갈음하는 것이 아니거나, 적힌 것보다 더 많이 다릅니다}}',
  },
  'register.verify.supersedes_absent': {
    en: 'certificate {number}, which it supersedes, was not given',
    ko: '갈음된 확인서 {number} 파일이 없습니다',
  },
  'register.verify.superseded': {
    en: 'certificate {number} is superseded by {by}: rely on that one',
    ko: '확인서 {number}은(는) {by}(으)로 갈음되었습니다. 그 확인서를 따르십시오',
  },
  'register.verify.key_expected': {
    en: '{result, select, pass {signed with the expected key} other {signed with another key than the expected one}}',
    ko: '{result, select, pass {지정한 키로 서명되었습니다} other {지정한 키와 다른 키로 서명되었습니다}}',
  },
  'register.verify.one_office': {
    en: '{result, select, pass {all of them are of one office and one log} other {they are of different offices or logs}}',
    ko: '{result, select, pass {모두 같은 사무소의 같은 기록입니다} other {서로 다른 사무소나 기록의 것입니다}}',
  },
  'register.verify.log_agrees': {
    en: '{result, select, pass {both name the same log of {size} entries} other {they name different logs of {size} entries}}',
    ko: '{result, select, pass {기록 {size}건의 루트 값이 서로 같습니다} other {기록 {size}건의 루트 값이 서로 다릅니다}}',
  },
  'register.verify.log_continues': {
    en: '{result, select, pass {the log of {to} entries continues the one of {from}} other {the log of {to} entries does not continue the one of {from}: it was cut or written anew}}',
    ko: '{result, select, pass {기록 {to}건은 앞선 {from}건에 그대로 이어집니다} other {기록 {to}건이 앞선 {from}건에 이어지지 않습니다. 잘리거나 다시 쓰였습니다}}',
  },
  'register.verify.log_not_proven': {
    en: 'whether the log of {to} entries continues the one of {from} cannot be said: give the checkpoint file in between',
    ko: '기록 {to}건이 앞선 {from}건에 이어지는지는 알 수 없습니다. 그 사이의 기준점 파일도 지정하십시오',
  },
  'register.verify.page.title': { en: 'Ashbook verifier', ko: 'Ashbook 검증기' },
  'register.verify.page.lead': {
    en: 'Checks certificates of destruction (PDF or JSON), checkpoints of an audit log and proofs. Everything happens in this page: no file leaves this computer, and no network is needed.',
    ko: '파기 확인서(PDF·JSON), 감사 기록 기준점, 증명 파일을 검사합니다. 모든 검사는 이 화면 안에서 이루어지며 파일이 컴퓨터 밖으로 나가지 않고 네트워크도 쓰지 않습니다.',
  },
  'register.verify.page.choose': { en: 'Choose files', ko: '파일 선택' },
  'register.verify.page.drop': {
    en: 'or drop them here: certificates together with the proofs and checkpoints that belong to them',
    ko: '또는 여기에 끌어 놓으십시오. 확인서와 그에 딸린 증명·기준점 파일을 함께 넣을 수 있습니다',
  },
  'register.verify.page.key': {
    en: 'SHA-256 of the office’s public key, if you know it from elsewhere',
    ko: '따로 알고 있는 사무소 공개 키의 SHA-256(선택)',
  },
  'register.verify.page.key.malformed': {
    en: 'This is no SHA-256: 64 characters, 0 to 9 and a to f.',
    ko: 'SHA-256 형식이 아닙니다(0~9와 a~f 64자).',
  },
  'register.verify.page.checking': { en: 'Checking…', ko: '검사하는 중…' },
  'register.verify.page.clear': { en: 'Start again', ko: '처음부터' },
  'register.verify.result.pass': { en: 'Pass', ko: '적합' },
  'register.verify.result.fail': { en: 'Fail', ko: '부적합' },
  'register.verify.result.unknown': { en: 'Not known', ko: '확인 불가' },
  'register.verify.limits': {
    en: 'Not checked: who signed the PDF (the office’s certificate is its own, or one of an authority you ask yourself), and the pictures and layout of its pages. What counts is the data inside and its signature; the words on the pages are compared with it.',
    ko: '검사하지 않는 것: PDF 서명자의 신원(사무소 자체 인증서이거나 별도로 확인할 인증기관의 인증서)과 페이지의 그림·배치. 내장 데이터와 그 서명이 증빙이며, 페이지의 글자는 데이터와 대조합니다.',
  },
  'register.verify.own_log': {
    en: '{result, select, pass {this office’s log still has the checkpoint of {size} entries} other {this office’s log does not have this checkpoint of {size} entries: it has {entries} and differs between entry {from} and {to}. The records were exchanged for an older copy, or changed}}',
    ko: '{result, select, pass {이 사무소의 기록에 기준점({size}건)이 그대로 있습니다} other {이 사무소의 기록에 이 기준점({size}건)이 없습니다. 현재 {entries}건이며 {from}번에서 {to}번 기록 사이가 다릅니다. 자료가 예전 사본으로 바뀌었거나 변경되었습니다}}',
  },
  'register.verify.own_log_foreign': {
    en: 'it is of another office: its log cannot be compared here',
    ko: '다른 사무소의 것이므로 기록을 여기에서 대조할 수 없습니다',
  },
});

type VerifyKey = keyof typeof registerVerifyMessages;
export type VerifyText = (key: VerifyKey, params?: Readonly<Record<string, string | number>>) => string;

/** The words of the verifier alone, for where it stands alone. */
export function createVerifyText(language: Language): VerifyText {
  return createTranslator<VerifyKey>(registerVerifyMessages, language);
}

/** One check in words: what it is of, and what came of it. */
export function checkInWords(text: VerifyText, { code, result, files, about }: EvidenceCheck): string {
  return `${files.join(' + ')}: ${text(`register.verify.${code}`, { ...about, result })}`;
}
