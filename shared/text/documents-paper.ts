import { defineMessages } from './language.ts';

/** Texts of certificates of paper and of mixed destructions, and of the pulling list. Paper is witnessed, never "verified". */
export const documentsPaperMessages = defineMessages({
  'documents.paper_certificate.title': {
    en: 'Certificate of destruction: paper',
    ko: '개인정보 파기 확인서(종이 기록)',
  },
  'documents.mixed_certificate.title': {
    en: 'Certificate of destruction: paper and electronic',
    ko: '개인정보 파기 확인서(종이·전자 기록)',
  },
  'documents.paper.units': {
    en: '{units, plural, one {# unit} other {# units}} of paper ({counted})',
    ko: '종이 기록 {units, number}건({counted})',
  },
  'documents.paper.count.boxes': {
    en: '{count, plural, one {# box} other {# boxes}}',
    ko: '상자 {count, number}개',
  },
  'documents.paper.count.folders': {
    en: '{count, plural, one {# folder} other {# folders}}',
    ko: '철 {count, number}개',
  },
  'documents.paper.count.documents': {
    en: '{count, plural, one {# document} other {# documents}}',
    ko: '문서 {count, number}건',
  },
  'documents.paper.count.parts': {
    en: '{count, plural, one {# part of a record} other {# parts of records}}',
    ko: '기록의 일부분 {count, number}건',
  },
  'documents.paper.count.sheets': {
    en: '{count, plural, one {# sheet} other {# sheets}}',
    ko: '{count, number}매',
  },
  'documents.paper.count.not_counted': { en: 'sheets not counted', ko: '매수 미상' },
  'documents.paper_certificate.statement': {
    en: 'This office certifies the destruction, completed on {date} under destruction order {order}, of {paper} listed in this certificate. What was done, what was witnessed and by whom, what was not verified and what is not covered are stated separately.',
    ko: '본 기관은 파기 지시 {order}에 따라 이 확인서에 적은 {paper}의 파기를 {date}에 마쳤음을 확인합니다. 파기한 내용, 입회하여 확인한 내용, 확인하지 못한 사항, 보증하지 않는 사항을 나누어 적습니다.',
  },
  'documents.mixed_certificate.statement': {
    en: 'This office certifies the destruction, under destruction order {order}, of {paper}, completed on {date}, and of {units} of {people} kept in electronic form. Both are listed in this certificate. What was done, what was witnessed, what was verified, what was not verified and what is not covered are stated separately.',
    ko: '본 기관은 파기 지시 {order}에 따라 이 확인서에 적은 {paper}({date} 완료)과 전자 {units}({people})을 모두 파기하였음을 확인합니다. 파기한 내용, 입회하여 확인한 내용, 검증 결과, 확인하지 못한 사항, 보증하지 않는 사항을 나누어 적습니다.',
  },
  'documents.paper.done': { en: 'Done: paper', ko: '파기한 종이 기록' },
  'documents.paper.electronic_done': { en: 'Done: electronic', ko: '파기한 전자 기록' },
  'documents.paper.unit': { en: 'Unit and label', ko: '기록 단위·라벨' },
  'documents.paper.sheets': { en: 'Sheets', ko: '매수' },
  'documents.paper.annex.text': {
    en: 'Every unit of paper that was destroyed, by its label and its random number.',
    ko: '파기한 종이 기록 단위의 라벨과 무작위 번호입니다.',
  },
  'documents.paper.not_counted': { en: 'not counted', ko: '미계수' },
  'documents.paper.batch': { en: 'Batch', ko: '파기 회차' },
  'documents.paper.kind.box': { en: 'Box', ko: '상자' },
  'documents.paper.kind.folder': { en: 'Folder', ko: '철' },
  'documents.paper.kind.document': { en: 'Document', ko: '문서' },
  'documents.paper.left_out': {
    en: '{count, plural, one {One unit of the order was} other {# units of the order were}} taken off it before anything happened to {count, plural, one {it and is} other {them and are}} not destroyed: {reasons}.',
    ko: '지시에 포함되었던 {count, number}건은 파기 전에 지시에서 제외되어 파기하지 않았습니다({reasons}).',
  },
  'documents.paper.left_out.held': {
    en: '{count, plural, one {# because of a hold} other {# because of holds}}',
    ko: '파기 보류 {count, number}건',
  },
  'documents.paper.left_out.not_found': {
    en: '{count, number} not found at its place',
    ko: '보관 위치에 없음 {count, number}건',
  },
  'documents.paper.left_out.decided_otherwise': {
    en: '{count, number} by a decision of whoever may approve',
    ko: '승인자의 제외 결정 {count, number}건',
  },
  'documents.paper.part': {
    en: 'part, {way, select, mask {masked} punch {punched} other {cut out}}',
    ko: '일부분 {way, select, mask {마스킹} punch {천공} other {잘라냄}}',
  },
  'documents.paper.part_sheets': { en: '{sheets} of {whole}', ko: '{sheets} / {whole}' },
  'documents.paper.rest': { en: 'What stays', ko: '남은 부분' },
  'documents.paper.rest.text': {
    en: 'Only parts of the following records were destroyed. Their rest was not: it goes on being kept under the same code in the registry of paper and is destroyed by a later order.',
    ko: '아래 기록은 일부분만 파기하였습니다. 나머지는 파기하지 않았고 같은 코드로 종이 기록 등록 대장에 남아 있으며, 이후 별도 지시로 파기합니다.',
  },
  'documents.paper.rest.gone': { en: 'What went', ko: '파기한 부분' },
  'documents.paper.rest.stays': { en: 'What stays', ko: '남은 부분' },
  'documents.paper.rest.fields': {
    en: '{way, select, mask {Masked} punch {Punched out} other {Cut out and destroyed}} on {sheets, plural, one {# sheet} other {# sheets}}: {fields}',
    ko: '{sheets, number}매에서 {way, select, mask {마스킹} punch {천공} other {잘라내어 파기}}: {fields}',
  },
  'documents.paper.rest.everything': {
    en: 'everything that says something about a person',
    ko: '개인정보 전부',
  },
  'documents.paper.rest.sheets': {
    en: '{left, plural, =-1 {The rest; its sheets were never counted} one {# sheet} other {# sheets}}{way, select, cut_out {} other {, on which the rest can still be read}}',
    ko: '{left, plural, =-1 {나머지(매수 미상)} other {#매}}{way, select, cut_out {} other {, 지우지 않은 내용은 그대로 있음}}',
  },

  'documents.paper.witnessed': { en: 'Witnessed', ko: '입회 확인' },
  'documents.paper.witnessed.text': {
    en: 'No program sees paper go. What follows is what the operator and the witness of each batch signed.',
    ko: '종이의 파기는 프로그램이 검증할 수 없습니다. 아래는 회차별로 파기 수행자와 입회자가 서명한 내용입니다.',
  },
  'documents.paper.batch.title': { en: 'Batch {number}', ko: '파기 회차 {number}' },
  'documents.paper.batchDigest': { en: 'Batch {number}', ko: '회차 {number}' },
  'documents.paper.method': { en: 'Method', ko: '파기 방법' },
  'documents.paper.method.text': {
    en: '{method, select, incinerate {Incinerated} mask {Masked by hand} punch {Punched out by hand} other {Shredded to {level} (DIN 66399, ISO/IEC 21964: particles of at most {particle, number} mm²); {needed} or higher was needed}}, {place, select, on_site {on site} other {off site}}.',
    ko: '{method, select, incinerate {소각} mask {수작업 마스킹} punch {수작업 천공} other {{level} 등급으로 파쇄(DIN 66399, ISO/IEC 21964: 입자 {particle, number} mm² 이하), 필요 등급 {needed} 이상}}, {place, select, on_site {사무소 안} other {사무소 밖}}.',
  },
  'documents.paper.machine': { en: 'Machine', ko: '파기 장비' },
  'documents.paper.machine.own': {
    en: '{number} {name}, serial number {serial}',
    ko: '{number} {name}, 일련번호 {serial}',
  },
  'documents.paper.machine.vendor': {
    en: 'Of the vendor {name}, container or machine {serial}. Certification: {certification}, valid until {until}.',
    ko: '파쇄 업체 {name}의 용기 또는 장비 {serial}. 인증: {certification}, 유효기한 {until}.',
  },
  'documents.paper.vendor_certificate': { en: 'Vendor’s certificate', ko: '파쇄 업체 파기 증명서' },
  'documents.paper.vendor_certificate.text': {
    en: 'No. {number} of {on}, attached at the office (SHA-256 {digest}…)',
    ko: '{number}({on}), 사무소에 첨부 보관(SHA-256 {digest}…)',
  },
  'documents.paper.interrupted': { en: 'Interrupted', ko: '중단' },
  'documents.paper.interrupted.text': {
    en: '{reason}. What had gone in by then is destroyed; the rest went back to its shelf.',
    ko: '{reason}. 그때까지 투입한 것은 파기하였고 나머지는 제자리로 돌려놓았습니다.',
  },
  'documents.paper.interruption.machine_stopped': { en: 'The machine stopped', ko: '장비 멈춤' },
  'documents.paper.interruption.power_failed': { en: 'The power failed', ko: '정전' },
  'documents.paper.interruption.hold_placed': { en: 'A hold was placed', ko: '파기 보류 설정' },
  'documents.paper.interruption.person_left': {
    en: 'Operator or witness had to leave',
    ko: '수행자 또는 입회자 이석',
  },
  'documents.paper.interruption.end_of_day': { en: 'The working day ended', ko: '업무 시간 종료' },
  'documents.paper.amount': { en: 'Amount', ko: '수량' },
  'documents.paper.amount.text': {
    en: '{units, plural, one {# unit} other {# units}}. Registered: {registered, plural, =-1 {not counted} other {{kind, select, grams {{registered, number} g} other {{registered, plural, one {# sheet} other {# sheets}}}}}}. Measured: {kind, select, grams {{measured, number} g} other {{measured, plural, one {# sheet} other {# sheets}}}}.',
    ko: '{units, number}건. 등록 {registered, plural, =-1 {미계수} other {{kind, select, grams {{registered, number}g} other {{registered, number}매}}}}, 측정 {kind, select, grams {{measured, number}g} other {{measured, number}매}}.',
  },
  'documents.paper.difference.none': {
    en: '{compared, select, yes {No difference.} other {Nothing to compare with.}}',
    ko: '{compared, select, yes {차이 없음.} other {비교할 등록값 없음.}}',
  },
  'documents.paper.difference.some': {
    en: 'Difference {difference, number} {kind, select, grams {g} other {sheets}}: {reason}.',
    ko: '차이 {difference, number}{kind, select, grams {g} other {매}}: {reason}.',
  },
  'documents.paper.difference.registered_by_estimate': { en: 'registered by estimate', ko: '등록 시 어림수' },
  'documents.paper.difference.counting_error': { en: 'counting error', ko: '계수 착오' },
  'documents.paper.difference.sheets_stuck_together': { en: 'sheets stuck together', ko: '용지 겹침' },
  'documents.paper.difference.covers_and_staples': { en: 'covers and staples', ko: '표지·철침 무게' },
  'documents.paper.difference.moisture': { en: 'moisture', ko: '습기' },
  'documents.paper.difference.copies_found_inside': { en: 'more sheets found inside', ko: '추가 용지 발견' },
  'documents.paper.difference.sheets_missing': { en: 'sheets are missing', ko: '용지 분실' },
  'documents.paper.photographs': { en: 'Photographs', ko: '사진' },
  'documents.paper.photographs.text': {
    en: '{before, number} before, {after, number} after; kept at the office under a retention rule of their own.',
    ko: '파기 전 {before, number}장, 파기 후 {after, number}장. 별도 보유 기준에 따라 사무소에 보관.',
  },
  'documents.paper.residue': { en: 'Residue', ko: '잔재물 처리' },
  'documents.paper.residue.recycled': { en: 'Given to recycling', ko: '재활용 처리' },
  'documents.paper.residue.incinerated': { en: 'Incinerated', ko: '소각 처리' },
  'documents.paper.residue.municipal_waste': { en: 'Municipal waste', ko: '생활폐기물로 배출' },
  'documents.paper.residue.taken_by_vendor': { en: 'Taken by the vendor', ko: '파쇄 업체가 수거' },
  'documents.paper.residue.buried': { en: 'Buried', ko: '매립' },
  'documents.paper.residue.none': { en: 'Nothing left over', ko: '잔재물 없음' },
  'documents.paper.witness': { en: 'Witness', ko: '입회' },
  'documents.paper.witness.present': {
    en: 'The witness saw the listed units go into the machine and signed.',
    ko: '입회자가 위 기록 단위의 투입을 직접 확인하고 서명하였습니다.',
  },
  'documents.paper.witness.by_hand': {
    en: 'The witness looked at every sheet after it was done and signed.',
    ko: '입회자가 처리한 모든 매를 직접 확인하고 서명하였습니다.',
  },
  'documents.paper.witness.none': {
    en: 'Nobody of the office watched: the vendor destroyed it at its own premises and certified it.',
    ko: '사무소의 입회자 없이 파쇄 업체가 자체 시설에서 파기하고 증명하였습니다.',
  },
  'documents.paper.witnessed_by': { en: 'Witnessed by', ko: '입회자' },
  'documents.paper.signed_batches': {
    en: 'Signed {way, select, screen {electronically} other {on paper, scanned}}: {numbers}',
    ko: '{way, select, screen {전자 서명함} other {서면 서명(스캔본 보관)}}: {numbers}',
  },

  'documents.paper.custody': { en: 'Custody', ko: '인수인계' },
  'documents.paper.custody.none': {
    en: 'The paper did not change hands between the shelf and the machine.',
    ko: '보관 위치에서 파기 장비까지 인수인계 없이 수행자가 직접 옮겼습니다.',
  },
  'documents.paper.custody.text': {
    en: 'Sealed containers, each handed over against the signatures of both sides, who took on the responsibility for them with it.',
    ko: '봉인한 용기를 양측이 서명하여 인수인계하였으며, 인수한 쪽이 보관 책임을 넘겨받았습니다.',
  },
  'documents.paper.custody.at': { en: 'When', ko: '일시' },
  'documents.paper.custody.place': { en: 'Where', ko: '장소' },
  'documents.paper.custody.seals': { en: 'Seals', ko: '봉인 번호' },
  'documents.paper.custody.from': { en: 'Handed over by', ko: '인계자' },
  'documents.paper.custody.to': { en: 'Taken over by', ko: '인수자' },

  'documents.paper.notVerified.content_of_units': {
    en: 'What lay in each unit. Units were identified by their labels; they were not opened and compared sheet by sheet.',
    ko: '각 기록 단위 안의 내용물. 라벨로 식별하였으며 한 장씩 열어 대조하지 않았습니다.',
  },
  'documents.paper.notVerified.particle_size': {
    en: 'The size of the particles. The level is the one the maker states for the machine.',
    ko: '입자 크기. 등급은 제조사가 밝힌 장비의 등급입니다.',
  },
  'documents.paper.notVerified.vendor_premises': {
    en: 'What happened at the vendor’s premises. The vendor’s own certificate says so.',
    ko: '파쇄 업체 시설 안에서의 처리. 파쇄 업체의 증명서에 따른 내용입니다.',
  },
  'documents.paper.notVerified.legibility_of_parts': {
    en: 'Whether what was masked or punched out could be made legible by other means than looking at it. Operator and witness looked at it.',
    ko: '마스킹하거나 천공한 내용을 육안이 아닌 다른 방법으로 읽을 수 있는지. 수행자와 입회자가 육안으로 확인하였습니다.',
  },
  'documents.paper.notCovered.plaintext_exported_or_printed': {
    en: 'Copies and scans made before and listed as outstanding.',
    ko: '이전에 복사하거나 스캔하여 미회수로 등록된 것.',
  },
  'documents.paper.notCovered.copies_never_registered': {
    en: 'Copies that were never registered.',
    ko: '등록된 적이 없는 사본.',
  },
  'documents.paper.notCovered.reconstruction_of_particles': {
    en: 'Reconstruction of particles in a laboratory.',
    ko: '실험실 장비로 파쇄 입자를 다시 맞추는 경우.',
  },
  'documents.paper.notCovered.rest_of_divided_records': {
    en: 'Whatever else stands in the records of which only a part was destroyed.',
    ko: '일부분만 파기한 기록의 나머지 내용.',
  },
  'documents.paper.evidence': {
    en: 'The digest of each batch is what its operator and witness signed. The filed copy of this sheet anchors the audit log: at the size given here the log must have this root.',
    ko: '회차별 해시는 파기 수행자와 입회자가 서명한 내용의 해시입니다. 보관된 이 확인서는 감사 기록의 기준점이 되며, 감사 기록은 아래 크기에서 아래 루트 값을 가져야 합니다.',
  },
  'documents.batch_sheet.title': { en: 'Batch of paper destroyed', ko: '종이 기록 파기 회차 확인서' },
  'documents.batch_sheet.qr': {
    en: 'QR code with number and digest of the batch',
    ko: '회차 번호와 해시를 담은 QR 코드',
  },
  'documents.batch_sheet.statement.machine': {
    en: 'Under destruction order {order} we saw {count, plural, one {the unit} other {the # units}} listed here go into the machine. What is stated here is so.',
    ko: '파기 지시 {order}에 따라 아래 기록 단위 {count, number}건이 장비에 투입되는 것을 직접 확인하였으며, 아래 내용이 사실과 같음을 확인합니다.',
  },
  'documents.batch_sheet.statement.by_hand': {
    en: 'Under destruction order {order} we looked at every sheet of {count, plural, one {the part} other {the # parts}} listed here and could not read what was to go. What is stated here is so.',
    ko: '파기 지시 {order}에 따라 아래 {count, number}건의 해당 매를 한 장씩 확인하였고 파기할 내용을 읽을 수 없으며, 아래 내용이 사실과 같음을 확인합니다.',
  },
  'documents.batch_sheet.facts': { en: 'What was done', ko: '파기 내용' },
  'documents.batch_sheet.digest': { en: 'SHA-256 of these facts', ko: '위 내용의 SHA-256' },
  'documents.batch_sheet.units': { en: 'What went', ko: '파기한 기록' },
  'documents.batch_sheet.staff': { en: 'Staff number {number}', ko: '직원 번호 {number}' },
  'documents.pulling.title': { en: 'Pulling list', ko: '꺼낼 목록' },
  'documents.pulling.qr': { en: 'QR code with the number of the order', ko: '파기 지시 번호를 담은 QR 코드' },
  'documents.pulling.statement': {
    en: '{count, plural, one {# unit is} other {# units are}} to be fetched, as of {time}. Scan each one off. Leave what is under a hold where it is.',
    ko: '{time} 기준 꺼낼 것 {count, number}건. 하나씩 스캔하여 확인하고, 파기가 보류된 것은 그대로 두십시오.',
  },
  'documents.pulling.done': { en: 'Fetched', ko: '꺼냄' },
  'documents.pulling.label': { en: 'Label number', ko: '라벨 번호' },
  'documents.pulling.level': { en: 'Level needed', ko: '필요 등급' },
  'documents.pulling.held': { en: 'HOLD: do not take', ko: '보류: 꺼내지 말 것' },
});
