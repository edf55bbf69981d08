import type { Message } from '../language.ts';

export const registerErrors = {
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
