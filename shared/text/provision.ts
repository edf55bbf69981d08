import { defineMessages } from './language.ts';

export const provisionMessages = defineMessages({
  'provision.nav.label': { en: 'Places of use and provision', ko: '이용·제공 메뉴' },
  'provision.nav.vendors': { en: 'Vendors', ko: '수탁자' },
  'provision.nav.hand_overs': { en: 'Hand-overs', ko: '전달 내역' },
  'provision.nav.uses': { en: 'Use log', ko: '이용 내역' },

  'provision.vendors.title': { en: 'Vendors', ko: '수탁자' },
  'provision.vendors.lead': {
    en: 'Those to whom work with personal data is entrusted, each under a contract.',
    ko: '계약에 따라 개인정보 처리 업무를 위탁받은 곳입니다.',
  },
  'provision.vendors.add': { en: 'Add a vendor', ko: '수탁자 등록' },
  'provision.vendors.column.name': { en: 'Vendor', ko: '수탁자' },
  'provision.vendors.column.task': { en: 'Entrusted work', ko: '위탁 업무' },
  'provision.vendors.column.contract': { en: 'Contract ends', ko: '계약 종료일' },
  'provision.vendors.column.hand_overs': { en: 'Hand-overs', ko: '전달 건수' },
  'provision.vendors.empty': { en: 'No vendor yet', ko: '등록된 수탁자가 없습니다' },
  'provision.vendors.empty_text': {
    en: 'Add whoever works with personal data for the office: delivery, customer inquiries, shredding. Hand-overs are recorded to them.',
    ko: '배송, 고객 상담, 문서 파쇄 등 개인정보 처리 업무를 맡긴 곳을 등록해 주세요. 이후 전달한 내역을 수탁자별로 기록합니다.',
  },
  'provision.contract.open_ended': { en: 'No end agreed', ko: '종료일 없음' },
  'provision.contract.ended': { en: 'Ended {date}', ko: '{date} 종료됨' },

  'provision.add_vendor.title': { en: 'Add a vendor', ko: '수탁자 등록' },
  'provision.add_vendor.name': { en: 'Name of the vendor', ko: '수탁자명' },
  'provision.add_vendor.task': { en: 'Entrusted work', ko: '위탁 업무' },
  'provision.add_vendor.task_hint': {
    en: 'As in the contract, for example “parcel delivery”.',
    ko: '계약서에 적힌 대로 입력합니다. 예: 물품 배송',
  },
  'provision.add_vendor.contact': { en: 'Contact', ko: '담당자 및 연락처' },
  'provision.add_vendor.contract': { en: 'Contract ends on', ko: '계약 종료일' },
  'provision.add_vendor.contract_hint': {
    en: 'Leave empty where no end is agreed.',
    ko: '종료일을 정하지 않았으면 비워 둡니다.',
  },
  'provision.add_vendor.save': { en: 'Add vendor', ko: '등록' },
  'provision.add_vendor.done': { en: 'The vendor is added.', ko: '수탁자를 등록했습니다.' },

  'provision.vendor.gone': { en: 'There is no such vendor', ko: '등록되지 않은 수탁자입니다' },
  'provision.vendor.back': { en: 'To the vendors', ko: '수탁자 목록으로' },
  'provision.vendor.contact': { en: 'Contact', ko: '담당자 및 연락처' },
  'provision.vendor.contract': { en: 'Contract ends', ko: '계약 종료일' },
  'provision.vendor.added': { en: 'Added', ko: '등록 일시' },
  'provision.vendor.hand_over': { en: 'Record a hand-over', ko: '전달 기록' },

  'provision.hand_overs.title': { en: 'Hand-overs', ko: '전달 내역' },
  'provision.hand_overs.lead': {
    en: 'What was handed to whom, for which purpose, how and when. Only what a person agreed to can be entered.',
    ko: '언제, 누구에게, 어떤 목적과 방법으로 전달했는지 기록합니다. 동의받은 목적에 대해서만 기록할 수 있습니다.',
  },
  'provision.hand_overs.column.date': { en: 'Handed over on', ko: '전달일' },
  'provision.hand_overs.column.vendor': { en: 'Vendor', ko: '수탁자' },
  'provision.hand_overs.column.purpose': { en: 'Purpose', ko: '목적' },
  'provision.hand_overs.column.way': { en: 'Way', ko: '전달 방법' },
  'provision.hand_overs.column.staff': { en: 'Staff no.', ko: '직원 번호' },
  'provision.hand_overs.empty': { en: 'Nothing has been handed over', ko: '전달한 내역이 없습니다' },
  'provision.hand_overs.empty_text': {
    en: 'A hand-over is recorded from a vendor or from the person whose data it is.',
    ko: '전달 내역은 수탁자 화면이나 정보주체 화면에서 기록합니다.',
  },
  'provision.way.paper_by_hand': { en: 'Paper, by hand', ko: '종이 문서 직접 전달' },
  'provision.way.registered_post': { en: 'Registered post', ko: '등기우편' },
  'provision.way.vendor_system': { en: 'Entered in the vendor’s system', ko: '수탁자 시스템에 입력' },

  'provision.hand_over.title': { en: 'Hand over data of {name}', ko: '{name} 님의 개인정보 전달 기록' },
  'provision.hand_over.to': { en: 'Hand-over to {vendor}', ko: '{vendor}에 전달' },
  'provision.hand_over.whose': { en: 'Whose data', ko: '정보주체(이름으로 찾기)' },
  'provision.hand_over.purpose': { en: 'For which purpose', ko: '전달 목적' },
  'provision.hand_over.purpose_given': {
    en: 'Agreed on {date} · {form}',
    ko: '{date} 동의 · {form}',
  },
  'provision.hand_over.purpose_not_asked': {
    en: 'Needs no consent · {form}, {date}',
    ko: '동의 없이 처리하는 목적 · {form}, {date}',
  },
  'provision.hand_over.purpose_refused': {
    en: 'Not agreed to, so nothing may be handed over for it · {form}, {date}',
    ko: '동의하지 않은 목적이므로 전달할 수 없음 · {form}, {date}',
  },
  'provision.hand_over.purpose_withdrawn': {
    en: 'Consent withdrawn, so nothing may be handed over for it · {form}, {date}',
    ko: '동의를 철회한 목적이므로 전달할 수 없음 · {form}, {date}',
  },
  'provision.hand_over.no_consent': { en: 'No consent stands', ko: '유효한 동의가 없습니다' },
  'provision.hand_over.no_consent_text': {
    en: 'The person has agreed to none of these purposes, or has withdrawn. Nothing may be handed over.',
    ko: '동의한 목적이 없거나 모두 철회되었습니다. 개인정보를 전달할 수 없습니다.',
  },
  'provision.hand_over.no_vendor': { en: 'No vendor has been added yet', ko: '등록된 수탁자가 없습니다' },
  'provision.hand_over.to_vendors': { en: 'To the vendors', ko: '수탁자 목록으로' },
  'provision.hand_over.vendor': { en: 'To which vendor', ko: '수탁자' },
  'provision.hand_over.way': { en: 'In which way', ko: '전달 방법' },
  'provision.hand_over.date': { en: 'Handed over on', ko: '전달일' },
  'provision.hand_over.save': { en: 'Record hand-over', ko: '전달 기록' },
  'provision.hand_over.save_for': {
    en: 'Record for {count, plural, one {# person} other {# people}}',
    ko: '{count}명 전달 기록',
  },
  'provision.hand_over.recording': { en: 'Recording the hand-over', ko: '전달 기록 중' },
  'provision.hand_over.no_purpose': {
    en: 'No published form has a purpose of the office’s own',
    ko: '업무 목적이 있는 동의서가 없습니다',
  },
  'provision.hand_over.no_purpose_text': {
    en: 'A vendor works for a purpose that people were told of. Publish a form with such a purpose first.',
    ko: '수탁자에게는 정보주체에게 알린 목적으로만 전달할 수 있습니다. 해당 목적이 있는 동의서를 먼저 게시해 주세요.',
  },
  'provision.hand_over.done': { en: 'The hand-over is recorded.', ko: '전달 내역을 기록했습니다.' },

  'provision.uses.title': { en: 'Use log', ko: '이용 내역' },
  'provision.uses.lead': {
    en: 'Who looked at whose data, when and why. Entries are never changed or removed.',
    ko: '누가 언제 어떤 사유로 누구의 개인정보를 열람했는지 기록합니다. 기록은 수정하거나 삭제할 수 없습니다.',
  },
  'provision.uses.column.at': { en: 'When', ko: '일시' },
  'provision.uses.column.reason': { en: 'Why', ko: '사유' },
  'provision.uses.column.person': { en: 'Person', ko: '정보주체' },
  'provision.uses.column.staff': { en: 'Staff no.', ko: '직원 번호' },
  'provision.uses.open': { en: 'Open', ko: '열람' },
  'provision.uses.empty': { en: 'Nobody’s data has been looked at', ko: '열람한 내역이 없습니다' },
  'provision.uses.empty_text': {
    en: 'Each time a person is opened an entry appears here by itself.',
    ko: '정보주체를 열람할 때마다 자동으로 기록됩니다.',
  },
});
