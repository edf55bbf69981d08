import type { Message } from '../language.ts';

/** What is wrong with a file that is to be taken over, or with what was decided about it. */
export const importErrors = {
  'error.import_file_empty': {
    en: 'The file is empty. Choose another one.',
    ko: '빈 파일입니다. 다른 파일을 선택해 주십시오.',
  },
  'error.import_file_missing': {
    en: 'There is no such file, or it cannot be read. Check the path.',
    ko: '파일이 없거나 읽을 수 없습니다. 경로를 확인해 주십시오.',
  },
  'error.import_file_too_large': {
    en: 'The file has more than {megabytes, number} MB. Divide it into several files.',
    ko: '파일이 {megabytes, number} MB를 넘습니다. 여러 파일로 나누어 주십시오.',
  },
  'error.import_file_unknown': {
    en: 'This is neither a CSV nor an XLSX file, whatever its name says. Save it as one of them in the program it comes from.',
    ko: '파일 이름과 관계없이 내용이 CSV도 XLSX도 아닙니다. 원래 프로그램에서 CSV나 XLSX로 저장해 주십시오.',
  },
  'error.import_old_excel': {
    en: 'The workbook is of an old kind (.xls) or protected by a password. Save it in Excel as .xlsx without a password.',
    ko: '이전 형식(.xls)이거나 비밀번호가 걸린 통합 문서입니다. Excel에서 비밀번호 없이 .xlsx로 저장해 주십시오.',
  },
  'error.import_file_damaged': {
    en: 'The file is damaged and cannot be read to its end. Save it again in the program it comes from.',
    ko: '파일이 손상되어 끝까지 읽을 수 없습니다. 원래 프로그램에서 다시 저장해 주십시오.',
  },
  'error.import_too_much': {
    en: 'The workbook would unpack to more than {megabytes, number} MB. Save the list alone in a new workbook.',
    ko: '압축을 풀면 {megabytes, number} MB를 넘는 통합 문서입니다. 명단만 새 통합 문서에 저장해 주십시오.',
  },
  'error.import_quote_not_closed': {
    en: 'A quotation mark is opened and never closed; line {line, number} is where it was noticed. Mend the file, or choose another delimiter.',
    ko: '닫히지 않은 따옴표가 있습니다({line, number}행에서 발견). 파일을 고치거나 구분 기호를 바꿔 주십시오.',
  },
  'error.import_sheet_unknown': {
    en: 'The workbook has no such sheet that can be seen. Choose one of the list.',
    ko: '통합 문서에 그런 시트가 없거나 숨겨져 있습니다. 목록에서 선택해 주십시오.',
  },
  'error.import_no_headings': {
    en: 'No row with headings was found. The first row of the list has to say what stands in each column.',
    ko: '제목 행을 찾지 못했습니다. 명단의 첫 행에 각 열의 제목이 있어야 합니다.',
  },
  'error.import_no_rows': {
    en: 'There is nothing below the headings.',
    ko: '제목 행 아래에 내용이 없습니다.',
  },
  'error.import_too_many_rows': {
    en: 'The list has more than {rows, number} rows. Divide it into several files.',
    ko: '명단이 {rows, number}행을 넘습니다. 여러 파일로 나누어 주십시오.',
  },
  'error.import_too_many_columns': {
    en: 'The list has more than {columns, number} columns. Leave out those that are not needed.',
    ko: '명단이 {columns, number}열을 넘습니다. 필요 없는 열을 삭제해 주십시오.',
  },
  'error.import_chunk_unexpected': {
    en: 'The file did not arrive in order. Choose it again.',
    ko: '파일이 순서대로 전달되지 않았습니다. 다시 선택해 주십시오.',
  },
  'error.import_incomplete': {
    en: 'The file has not arrived as a whole. Choose it again.',
    ko: '파일이 모두 전달되지 않았습니다. 다시 선택해 주십시오.',
  },
  'error.import_unknown': {
    en: 'The file is not here any more: it is put away when the desk is locked or another file is chosen. Choose it again.',
    ko: '파일이 더 이상 없습니다. 화면을 잠그거나 다른 파일을 선택하면 파일을 지웁니다. 다시 선택해 주십시오.',
  },
  'error.import_not_read': {
    en: 'The file has not been read yet.',
    ko: '아직 파일을 읽지 않았습니다.',
  },
  'error.import_target_twice': {
    en: 'Two columns are given the same meaning. Choose one of them.',
    ko: '두 열을 같은 항목에 연결했습니다. 하나만 선택해 주십시오.',
  },
  'error.import_target_unknown': {
    en: 'The columns do not fit the file or the form any more. Go through them again.',
    ko: '열 연결이 파일 또는 동의서와 맞지 않습니다. 다시 연결해 주십시오.',
  },
  'error.import_without_name': {
    en: 'Say which column holds the name.',
    ko: '성명이 있는 열을 지정해 주십시오.',
  },
  'error.import_without_item': {
    en: 'The form requires "{item}" of everybody. Say which column holds it.',
    ko: '동의서의 필수 항목 "{item}"이 있는 열을 지정해 주십시오.',
  },
  'error.import_without_date': {
    en: 'Say which column holds the day of the consent, or give one day for all.',
    ko: '동의일이 있는 열을 지정하거나 모두에게 적용할 동의일을 입력해 주십시오.',
  },
  'error.import_without_answer': {
    en: 'Say for each purpose which column holds the answer, or what everybody answered.',
    ko: '목적마다 답변이 있는 열을 지정하거나 모두에게 적용할 답변을 선택해 주십시오.',
  },
  'error.import_changed_since_check': {
    en: 'Since the check something has changed, and other rows would be left out than you saw. Nothing was imported; check again.',
    ko: '점검 후 내용이 달라져 제외되는 행이 바뀌었습니다. 가져온 내용은 없습니다. 다시 점검해 주십시오.',
  },
  'error.import_nothing_to_keep': {
    en: 'Not a single row can be taken over.',
    ko: '가져올 수 있는 행이 없습니다.',
  },
  'error.import_form_for_children': {
    en: 'This form is for children: their guardians consent and are verified, so each has to be captured at the counter.',
    ko: '아동용 동의서입니다. 법정대리인의 동의와 확인이 필요하므로 창구에서 한 명씩 접수해 주십시오.',
  },
  'error.export_to_file_only': {
    en: 'A table of people can only be saved to a file, which is then a known copy.',
    ko: '정보주체 표는 파일로만 저장할 수 있으며, 저장한 파일은 사본으로 등록합니다.',
  },
  'error.export_nothing': {
    en: 'Nobody is found by this: there is nothing to export.',
    ko: '조건에 맞는 사람이 없어 내보낼 내용이 없습니다.',
  },
} satisfies Record<string, Message>;
