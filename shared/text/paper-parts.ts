import { defineMessages } from './language.ts';

/** Partial destruction: parts of records on paper that go while the rest stays. */
export const paperPartMessages = defineMessages({
  'paper.parts.title': { en: 'Partial destruction', ko: '부분 파기' },
  'paper.parts.none': {
    en: 'No part of it is destroyed by itself. One person’s data can be masked, punched or cut out while the rest stays.',
    ko: '따로 파기하는 부분이 없습니다. 나머지를 남겨 두고 일부 개인정보만 마스킹·천공하거나 잘라내어 파기할 때 등록합니다.',
  },
  'paper.parts.add': { en: 'Destroy a part', ko: '부분 파기 등록' },
  'paper.parts.add.title': { en: 'Destroy a part of {code}', ko: '{code}: 부분 파기 등록' },
  'paper.parts.add.save': { en: 'Register', ko: '등록' },
  'paper.parts.add.lead': {
    en: 'The part is reviewed, approved and carried out before a witness like any other record. The rest stays in the registry under its own date.',
    ko: '등록한 부분은 다른 기록과 같이 검토·승인을 거쳐 입회하에 파기합니다. 나머지는 원래 보유 기간대로 등록 대장에 남습니다.',
  },
  'paper.parts.added': {
    en: 'Registered. It is due and stands in the review.',
    ko: '등록했습니다. 파기 검토 목록에 올랐습니다.',
  },
  'paper.parts.added_waits': {
    en: 'Registered. A law obliges to keep it for now; it comes into the review when it is due.',
    ko: '등록했습니다. 아직 법정 보존 의무가 있어 기간이 끝나면 파기 검토 목록에 오릅니다.',
  },
  'paper.parts.way': { en: 'How', ko: '방법' },
  'paper.parts.way.mask': { en: 'Mask: cover it so that it cannot be read', ko: '마스킹: 읽을 수 없게 가림' },
  'paper.parts.way.punch': {
    en: 'Punch: cut the lines out of the sheet',
    ko: '천공: 해당 부분에 구멍을 뚫음',
  },
  'paper.parts.way.cut_out': {
    en: 'Cut out: whole sheets leave it and go through a machine',
    ko: '잘라내기: 해당 매를 빼내어 장비로 파기',
  },
  'paper.parts.sheets': { en: 'Sheets concerned', ko: '해당 매수' },
  'paper.parts.sheets.hint': {
    en: 'Of {sheets, number} by the registry.',
    ko: '등록된 매수 {sheets, number}매 중',
  },
  'paper.parts.sheets.not_counted': { en: 'It was never counted.', ko: '등록된 매수가 없습니다.' },
  'paper.parts.sheets.needed': { en: 'Enter how many sheets it is.', ko: '매수를 입력하십시오.' },
  'paper.parts.where': { en: 'Which sheets or lines', ko: '어느 매, 어느 줄' },
  'paper.parts.where.hint': {
    en: 'For whoever carries it out. It stands on no order and no certificate, and is destroyed with the part.',
    ko: '파기 수행자에게만 보입니다. 지시서와 확인서에는 적히지 않으며 파기와 함께 없어집니다.',
  },
  'paper.parts.what': { en: 'What goes', ko: '파기할 내용' },
  'paper.parts.extent.everything': {
    en: 'Everything about a person on these sheets',
    ko: '해당 매의 개인정보 전부',
  },
  'paper.parts.extent.fields': { en: 'Single items', ko: '일부 항목' },
  'paper.parts.fields': { en: 'Items', ko: '항목' },
  'paper.parts.fields.choose': { en: 'Choose at least one item.', ko: '항목을 하나 이상 선택하십시오.' },
  'paper.parts.originals': { en: 'Signed originals that go with it', ko: '함께 파기되는 서명 원본' },
  'paper.parts.original': { en: '{reference}, consent of {date}', ko: '{reference}({date} 동의)' },
  'paper.parts.reason': { en: 'Why', ko: '사유' },
  'paper.parts.reason.consent_withdrawn': {
    en: 'Consent withdrawn, or deletion asked for',
    ko: '동의 철회 또는 삭제 요구',
  },
  'paper.parts.reason.consent_expired': { en: 'Consent expired', ko: '동의 기간 만료' },
  'paper.parts.reason.purpose_fulfilled': { en: 'Purpose fulfilled', ko: '처리 목적 달성' },
  'paper.parts.reason.on': { en: 'Since', ko: '사유 발생일' },
  'paper.parts.due': { en: 'Due', ko: '파기 예정' },
  'paper.parts.deed': { en: 'Change', ko: '변경' },
  'paper.parts.state.ordered': { en: 'On an order', ko: '파기 지시됨' },
  'paper.parts.state.due': { en: 'Due', ko: '파기 대상' },
  'paper.parts.state.waits': { en: 'Kept for now', ko: '보유 중' },
  'paper.parts.withdraw': { en: 'Take back', ko: '등록 취소' },
  'paper.parts.withdraw.title': { en: 'Take this part back?', ko: '부분 파기 등록을 취소할까요?' },
  'paper.parts.withdraw.text': {
    en: 'Nothing of it is destroyed then, and it goes on being kept with the whole.',
    ko: '이 부분은 파기하지 않고 전체와 함께 계속 보유합니다.',
  },
  'paper.parts.withdrawn': { en: 'Taken back.', ko: '취소했습니다.' },
});
