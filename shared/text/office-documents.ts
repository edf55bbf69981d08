import { defineMessages } from './language.ts';

/** Showing, printing and saving a document of any room. `office.document.name.<channel>` says what each one is. */
export const officeDocumentsMessages = defineMessages({
  'office.document.name.collection.receipt': { en: 'Receipt of consent', ko: '동의 접수증' },
  'office.document.name.provision.ledger': { en: 'Ledger of provisions', ko: '제3자 제공 대장' },
  'office.document.name.provision.recallLetter': { en: 'Letter of recall', ko: '회수·파기 요구서' },
  'office.document.name.provision.useLog': { en: 'Use log', ko: '이용 내역' },
  'office.document.name.provision.recordOfProcessing': { en: 'Record of processing', ko: '처리 활동 기록부' },
  'office.document.name.provision.peopleToBeTold': { en: 'People to be told', ko: '통지 대상자 명단' },
  'office.document.name.provision.vendorList': { en: 'List of vendors', ko: '위탁 현황' },
  'office.document.name.register.certificate': { en: 'Certificate of destruction', ko: '파기 확인서' },

  'office.document.name.register.checkpointSheet': {
    en: 'Checkpoint of the audit log',
    ko: '감사 기록 기준점',
  },
  'office.document.name.register.personProof': { en: 'Proof for a person', ko: '정보주체용 파기 증명' },
  'office.document.name.register.verifier': { en: 'Stand-alone verifier', ko: '독립 검증기' },
  'office.document.name.register.entryProof': { en: 'Proof of an entry', ko: '감사 기록 증명' },

  'office.document.label': { en: 'The document as it is printed', ko: '인쇄 형태의 문서' },
  'office.document.languages': { en: 'Language of the document', ko: '문서 언어' },
  'office.document.language.en': { en: 'English', ko: '영문' },
  'office.document.language.ko': { en: 'Korean', ko: '국문' },
  'office.document.language.both': { en: 'Both', ko: '국문·영문' },
  'office.document.zoom_in': { en: 'Larger', ko: '크게' },
  'office.document.zoom_out': { en: 'Smaller', ko: '작게' },
  'office.document.fit_width': { en: 'Fit width', ko: '너비에 맞춤' },
  'office.document.zoom_value': { en: '{percent}%', ko: '{percent}%' },
  'office.document.pages': { en: '{count, plural, one {# page} other {# pages}}', ko: '{count, number}쪽' },
  'office.document.page': { en: 'Page {page} of {pages}', ko: '{pages}쪽 중 {page}쪽' },
  'office.document.unreadable': {
    en: 'The document could not be shown. Nothing was changed; try again.',
    ko: '문서를 표시하지 못했습니다. 변경된 내용은 없습니다. 다시 시도해 주세요.',
  },
  'office.document.making': { en: 'Making the document', ko: '문서 작성 중' },

  'office.document.print': { en: 'Print', ko: '인쇄' },
  'office.document.printing': {
    en: 'Preparing page {page} of {pages}…',
    ko: '{pages}쪽 중 {page}쪽 준비 중…',
  },
  'office.document.print.title': { en: 'Print personal data', ko: '개인정보가 담긴 문서 인쇄' },
  'office.document.print.kept_by': { en: 'Who keeps the print?', ko: '인쇄물을 누가 보관합니까?' },
  'office.document.print.person': { en: 'The person it is about', ko: '정보주체 본인' },
  'office.document.print.person.text': {
    en: 'You hand it over now, so that the office keeps no copy.',
    ko: '바로 건네주며 사무소에는 사본이 남지 않습니다.',
  },
  'office.document.print.office': { en: 'The office', ko: '사무소' },
  'office.document.print.copy': {
    en: 'The print is entered in the register of known copies. Certificates name it until you report it destroyed.',
    ko: '인쇄물을 사본으로 등록합니다. 폐기했다고 보고할 때까지 파기 확인서에 기재됩니다.',
  },
  'office.document.print.where': { en: 'Where it is kept', ko: '보관 장소' },
  'office.document.print.where.hint': {
    en: 'So that it is found when it has to be destroyed. Stored encrypted.',
    ko: '나중에 폐기할 때 찾을 수 있도록 적어 둡니다. 암호화하여 저장합니다.',
  },
  'office.document.print.done_copy': {
    en: 'Printing. Entered as known copy {reference}.',
    ko: '인쇄합니다. 등록된 사본: {reference}',
  },

  'office.document.save': { en: 'Save…', ko: '저장…' },
  'office.document.save.title': { en: 'Save: {document}', ko: '{document} 저장' },
  'office.document.save.as': { en: 'File type', ko: '파일 형식' },
  'office.document.format.pdf': { en: 'PDF', ko: 'PDF' },
  'office.document.format.pdf.text': {
    en: 'To print, file and hand over. Languages: {languages}.',
    ko: '인쇄·보관·제출용. 언어: {languages}',
  },
  'office.document.format.json': { en: 'JSON', ko: 'JSON' },
  'office.document.format.json.text': {
    en: 'Machine-readable, to be checked or read in by another program.',
    ko: '다른 프로그램에서 확인하거나 읽어 들일 수 있는 기계 판독용 파일',
  },
  'office.document.format.jsonld': { en: 'JSON-LD', ko: 'JSON-LD' },
  'office.document.format.jsonld.text': {
    en: 'Machine-readable with its vocabulary, for other programs.',
    ko: '용어 정의를 포함한 기계 판독용 파일',
  },
  'office.document.format.csv': { en: 'CSV', ko: 'CSV' },
  'office.document.format.csv.text': {
    en: 'A table for any program, UTF-8.',
    ko: '어느 프로그램에서나 여는 표(UTF-8)',
  },
  'office.document.format.xlsx': { en: 'XLSX', ko: 'XLSX' },
  'office.document.format.xlsx.text': { en: 'A workbook for spreadsheets.', ko: '스프레드시트용 통합 문서' },
  'office.document.format.html': { en: 'HTML', ko: 'HTML' },
  'office.document.format.html.text': {
    en: 'One page that any browser opens, without a network.',
    ko: '네트워크 없이 브라우저로 여는 파일 하나',
  },
  'office.document.format.mjs': { en: 'Script', ko: '스크립트' },
  'office.document.format.mjs.text': {
    en: 'One script for the command line (Node.js).',
    ko: '명령줄에서 실행하는 스크립트 하나(Node.js)',
  },
  'office.document.format.zip': { en: 'ZIP', ko: 'ZIP' },
  'office.document.format.zip.text': {
    en: 'One archive with everything in it.',
    ko: '모든 파일을 한데 묶은 압축 파일',
  },
  'office.document.format.txt': { en: 'Text', ko: '텍스트' },
  'office.document.format.txt.text': { en: 'Plain text, UTF-8.', ko: '일반 텍스트(UTF-8)' },
  'office.document.save.folder': { en: 'Folder', ko: '폴더' },
  'office.document.save.folder.hint': {
    en: 'The whole path of a folder that exists. The file is written there and nowhere else.',
    ko: '이미 있는 폴더의 전체 경로를 입력하세요. 파일은 그 위치에만 저장합니다.',
  },
  'office.document.save.suggestions': { en: 'Folders of this computer', ko: '이 컴퓨터의 폴더' },
  'office.document.save.folder.documents': { en: 'Documents', ko: '문서' },
  'office.document.save.folder.desktop': { en: 'Desktop', ko: '바탕 화면' },
  'office.document.save.folder.downloads': { en: 'Downloads', ko: '다운로드' },
  'office.document.save.folder.home': { en: 'Home folder', ko: '사용자 폴더' },
  'office.document.save.name': { en: 'File name', ko: '파일 이름' },
  'office.document.save.path': { en: 'Will be saved as', ko: '저장 위치' },
  'office.document.save.copy': {
    en: 'The file holds personal data and is entered in the register of known copies. Certificates name it until you report it destroyed.',
    ko: '개인정보가 담긴 파일이므로 사본으로 등록합니다. 폐기했다고 보고할 때까지 파기 확인서에 기재됩니다.',
  },
  'office.document.save.submit': { en: 'Save', ko: '저장' },
  'office.document.save.replace': { en: 'Replace the file', ko: '기존 파일 바꾸기' },
  'office.document.save.replace.text': {
    en: 'A file of this name is already there. Choose another name, or replace it: its content is then lost.',
    ko: '같은 이름의 파일이 있습니다. 다른 이름을 쓰거나 바꾸세요. 바꾸면 기존 내용은 사라집니다.',
  },
  'office.document.save.done': { en: 'Saved ({size} kB).', ko: '저장했습니다({size}kB).' },
  'office.document.save.done_copy': {
    en: 'Saved ({size} kB) and entered as known copy {reference}.',
    ko: '저장했습니다({size}kB). 등록된 사본: {reference}',
  },
});
