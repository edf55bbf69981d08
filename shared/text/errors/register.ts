import type { Message } from '../language.ts';

export const registerErrors = {
  'error.certificate_not_correctable': {
    en: 'A certificate of this kind cannot be corrected: it only repeats what other documents say.',
    ko: '이 종류의 확인서는 정정할 수 없습니다. 다른 문서의 내용을 옮겨 적은 것입니다.',
  },
  'error.certificate_changed': {
    en: 'This is not the certificate you saw. Open it again.',
    ko: '화면에서 본 확인서와 다릅니다. 다시 열어 주십시오.',
  },
  'error.certificate_superseded': {
    en: 'This certificate is superseded by {number} already. Correct that one.',
    ko: '이미 {number}(으)로 갈음된 확인서입니다. 그 확인서를 정정해 주십시오.',
  },
  'error.certificate_nothing_different': {
    en: 'Nothing is different. Change at least one value.',
    ko: '달라진 내용이 없습니다. 한 가지 이상 고쳐 주십시오.',
  },
  'error.verifier_not_built': {
    en: 'The stand-alone verifier is not part of this copy of the application. Whoever runs it from its sources makes it with: npm run build',
    ko: '이 프로그램에는 독립 검증기가 들어 있지 않습니다. 소스에서 실행하는 경우 npm run build로 만드십시오.',
  },
  'error.pkcs12_unreadable': {
    en: 'This is no PKCS #12 file (.p12 or .pfx), or it is damaged.',
    ko: 'PKCS #12 파일(.p12, .pfx)이 아니거나 손상된 파일입니다.',
  },
  'error.pkcs12_old_encryption': {
    en: 'This file is encrypted in an old way (RC2 or Triple DES). Export the certificate again and choose AES-256.',
    ko: '예전 방식(RC2, Triple DES)으로 암호화된 파일입니다. 인증서를 다시 내보낼 때 AES-256을 선택해 주십시오.',
  },
  'error.pkcs12_passphrase': {
    en: 'The file does not open with this passphrase.',
    ko: '이 비밀번호로는 파일이 열리지 않습니다.',
  },
  'error.pkcs12_no_key': {
    en: 'There is no private key with its certificate in this file. Export both together.',
    ko: '개인 키와 그 인증서가 함께 들어 있지 않습니다. 둘을 함께 내보내 주십시오.',
  },
  'error.pkcs12_many_keys': {
    en: 'There is more than one private key in this file. Export the one that is to sign.',
    ko: '개인 키가 둘 이상 들어 있습니다. 서명에 쓸 것만 내보내 주십시오.',
  },
  'error.signing_certificate_expired': {
    en: 'This certificate expired on {date}. Import a valid one.',
    ko: '{date}에 만료된 인증서입니다. 유효한 인증서를 가져와 주십시오.',
  },
  'error.signing_certificate_not_yet_valid': {
    en: 'This certificate is valid from {date} only.',
    ko: '{date}부터 유효한 인증서입니다.',
  },
  'error.signing_certificate_usage': {
    en: 'This certificate is not meant for signatures: its key usage allows neither digital signature nor non-repudiation.',
    ko: '서명용 인증서가 아닙니다. 키 용도에 전자서명이나 부인 방지가 없습니다.',
  },
  'error.signing_certificate_key': {
    en: 'Viewers cannot check signatures of this key. RSA of {bits} bits or more, or the curves P-256, P-384 and P-521 can be used.',
    ko: '문서 뷰어가 확인할 수 없는 키입니다. {bits}비트 이상의 RSA 또는 P-256, P-384, P-521 곡선을 쓸 수 있습니다.',
  },
  'error.signing_certificate_known': {
    en: 'This certificate was imported already.',
    ko: '이미 가져온 인증서입니다.',
  },
  'error.signing_certificate_too_long': {
    en: 'The certificate and those of its issuers are too long to be put into a document. Export it with fewer issuers.',
    ko: '인증서와 발급자 인증서가 너무 길어 문서에 넣을 수 없습니다. 발급자를 줄여 내보내 주십시오.',
  },
  'error.receipt_unknown': {
    en: 'No certificate speaks of a receipt with this code. Compare it with the receipt character by character; records that are still kept have no certificate.',
    ko: '이 번호의 접수증에 대한 파기 확인서가 없습니다. 접수증의 번호와 한 글자씩 대조해 주십시오. 아직 보유 중인 기록에는 확인서가 없습니다.',
  },
  'error.receipt_too_many_tries': {
    en: 'Too many unknown codes were tried. Wait {minutes, plural, one {# minute} other {# minutes}}.',
    ko: '없는 번호를 너무 여러 번 입력했습니다. {minutes, number}분 뒤에 다시 시도해 주십시오.',
  },
  'error.report_filter_unknown': {
    en: 'This report cannot be narrowed down by that. Leave it empty.',
    ko: '이 보고서에서 쓸 수 없는 조건입니다. 비워 두십시오.',
  },
  'error.report_too_long': {
    en: '{rows, number} lines are more than a document can hold ({limit, number}). Choose a shorter time, or save a table.',
    ko: '{rows, number}건은 문서에 담을 수 있는 {limit, number}건을 넘습니다. 기간을 줄이거나 표로 저장해 주십시오.',
  },
  'error.evidence_held': {
    en: 'A hold is in force. Evidence is removed once it is released.',
    ko: '파기 보류가 있습니다. 해제된 뒤에 증빙을 삭제할 수 있습니다.',
  },
  'error.removal_open': {
    en: 'A removal of this evidence waits already. Decide about it first.',
    ko: '이 증빙의 삭제 요청이 이미 있습니다. 먼저 그 요청을 결정해 주십시오.',
  },
  'error.removal_nothing': {
    en: 'Nothing of this evidence is past its period.',
    ko: '보존 기간이 지난 증빙이 없습니다.',
  },
  'error.removal_decided': {
    en: 'This removal has been decided already.',
    ko: '이미 결정된 삭제 요청입니다.',
  },
  'error.removal_by_proposer': {
    en: 'You asked for this removal. Somebody else has to decide about it.',
    ko: '본인이 요청한 삭제입니다. 다른 사람이 결정해야 합니다.',
  },
  'error.certificate_removed': {
    en: 'The content of this certificate was removed under the rule “{rule}”. Its number and digest stay; whoever has the certificate can still prove it.',
    ko: '‘{rule}’ 기준에 따라 이 확인서의 내용을 삭제했습니다. 번호와 해시값은 남아 있어 확인서를 가진 사람은 계속 증명할 수 있습니다.',
  },
  'error.sheet_not_printed': {
    en: 'This sheet was not printed, or is filed already. Print it first.',
    ko: '인쇄하지 않았거나 이미 보관한 문서입니다. 먼저 인쇄해 주십시오.',
  },
  'error.path_not_absolute': {
    en: 'Write the whole path, from the top folder to the file name.',
    ko: '최상위 폴더부터 파일 이름까지 전체 경로를 입력해 주십시오.',
  },
  'error.path_ending': {
    en: 'The file name has to end in {ending}.',
    ko: '파일 이름은 {ending}(으)로 끝나야 합니다.',
  },
  'error.path_folder_missing': {
    en: 'This folder does not exist. Choose another.',
    ko: '없는 폴더입니다. 다른 폴더를 선택해 주십시오.',
  },
  'error.path_inside_office': {
    en: 'Nothing may be saved inside the office’s own folder. Choose another.',
    ko: '사무소 자료 폴더 안에는 저장할 수 없습니다. 다른 폴더를 선택해 주십시오.',
  },
  'error.path_exists': {
    en: 'There is a file of this name already. Choose another name, or replace it.',
    ko: '같은 이름의 파일이 있습니다. 다른 이름을 입력하거나 바꾸기를 선택해 주십시오.',
  },
  'error.path_not_writable': {
    en: 'The file could not be written. Check the folder’s permissions and free space.',
    ko: '파일을 저장하지 못했습니다. 폴더 권한과 남은 공간을 확인해 주십시오.',
  },
} satisfies Record<string, Message>;
