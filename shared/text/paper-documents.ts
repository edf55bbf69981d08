import { defineMessages } from './language.ts';

/** Labels and reports of inventories. */
export const paperDocumentsMessages = defineMessages({
  'office.document.name.paper.labels': { en: 'Labels', ko: '라벨' },
  'office.document.name.paper.inventoryReport': { en: 'Inventory report', ko: '재고 조사 결과' },

  'documents.labels.title': { en: 'Labels', ko: '라벨' },
  'documents.labels.alt': { en: 'Code of {code}', ko: '{code}의 코드' },

  'documents.inventory.title': { en: 'Inventory of paper records', ko: '종이 기록 재고 조사 결과' },
  'documents.inventory.place': { en: 'Place', ko: '조사 위치' },
  'documents.inventory.begun': { en: 'Begun', ko: '시작' },
  'documents.inventory.closed': { en: 'Closed', ko: '완료' },
  'documents.inventory.by': { en: 'Taken by', ko: '조사자' },
  'documents.inventory.staff': { en: 'Staff number {number}', ko: '직원 번호 {number}' },
  'documents.inventory.code': { en: 'Code', ko: '코드' },
  'documents.inventory.finding': { en: 'Finding', ko: '결과' },
  'documents.inventory.belongs_to': { en: 'Registered in', ko: '등록 위치' },
  'documents.inventory.found_in': { en: 'Found in', ko: '발견 위치' },
  'documents.inventory.scanned_at': { en: 'Scanned', ko: '스캔 시각' },

  'paper.finding.open': { en: 'Not seen yet', ko: '미확인' },
  'paper.finding.present': { en: 'Present', ko: '정상' },
  'paper.finding.moved': { en: 'In another place', ko: '다른 위치에서 발견' },
  'paper.finding.missing': { en: 'Missing', ko: '분실' },
  'paper.finding.unexpected': { en: 'Unexpected', ko: '예상 밖 발견' },

  'paper.kind.site': { en: 'Site', ko: '장소' },
  'paper.kind.room': { en: 'Room', ko: '서고' },
  'paper.kind.shelf': { en: 'Shelf', ko: '서가' },
  'paper.kind.box': { en: 'Box', ko: '상자' },
  'paper.kind.folder': { en: 'Folder', ko: '철' },
  'paper.kind.document': { en: 'Document', ko: '문서' },

  'paper.twins.title': {
    en: '{count, plural, one {The same record is there in another form} other {# of the records are there in another form}}',
    ko: '같은 기록의 다른 형태가 {count, number}건 있습니다',
  },
  'paper.twins.lead': {
    en: 'What is not destroyed with this order stays. Its certificate names a paper original that is left as a known copy.',
    ko: '이 지시에 넣지 않은 것은 남습니다. 남은 종이 원본은 파기 확인서에 등록된 사본으로 기재됩니다.',
  },
  'paper.twins.paper': { en: 'Paper original in {code} ({place})', ko: '{code}의 종이 원본 ({place})' },
  'paper.twins.electronic': { en: 'Electronic record: {name}', ko: '전자 기록: {name}' },
  'paper.twins.add': { en: 'Destroy as well: {name}', ko: '함께 파기: {name}' },
  'paper.twins.others': {
    en: 'Originals of {count, plural, one {# other consent} other {# other consents}} are in it as well.',
    ko: '다른 동의서 원본 {count, number}건도 함께 들어 있습니다.',
  },
  'paper.twins.stays': { en: 'It has no due date yet and stays.', ko: '아직 파기 대상이 아니므로 남습니다.' },
  'paper.twins.stays_until': {
    en: 'It cannot go onto this order (due {date}).',
    ko: '이 지시에 넣을 수 없습니다(파기 예정 {date}).',
  },

  'paper.original.unknown': {
    en: 'Where the signed original lies is not registered.',
    ko: '서명 원본의 위치가 등록되어 있지 않습니다.',
  },
  'paper.original.in': { en: 'Signed original in', ko: '서명 원본:' },
  'paper.original.destroyed': { en: 'Signed original destroyed:', ko: '서명 원본 파기됨:' },
  'paper.original.register': { en: 'Register the original', ko: '원본 등록' },
  'paper.original.move': { en: 'Lies elsewhere', ko: '위치 변경' },
  'paper.original.title': { en: 'Where does the signed original lie?', ko: '서명 원본은 어디에 있습니까?' },
  'paper.original.lead': {
    en: 'Scan the label of the folder or box, or choose it. The original becomes a known copy of this consent: destroying one form asks about the other.',
    ko: '철이나 상자의 라벨을 스캔하거나 선택하십시오. 원본은 이 동의의 등록된 사본이 되며, 한쪽을 파기할 때 다른 쪽을 묻습니다.',
  },
  'paper.original.as_document': {
    en: 'As a document of its own, with a label',
    ko: '라벨이 있는 별도 문서로 등록',
  },
  'paper.original.as_document_text': {
    en: 'It can then be taken out and destroyed by itself.',
    ko: '따로 꺼내어 파기할 수 있습니다.',
  },
  'paper.original.search': { en: 'Find a folder or a box', ko: '철·상자 찾기' },
  'paper.original.done': { en: 'The original is registered in {code}.', ko: '원본을 {code}에 등록했습니다.' },
});
