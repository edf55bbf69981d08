import { defineMessages } from './language.ts';

/** The review cleared by groups and by keyboard, and the calendar. */
export const retentionReviewMessages = defineMessages({
  'retention.nav.calendar': { en: 'Calendar', ko: '파기 일정' },
  'retention.groups.label': { en: 'Groups of what is due', ko: '파기 대상 묶음' },
  'retention.groups.all': { en: 'Everything due', ko: '전체' },
  'retention.groups.figures': {
    en: '{due, number} due{overdue, plural, =0 {} other {, # overdue}}{aside, plural, =0 {} other {, # set aside or held}}',
    ko: '대상 {due, number}건{overdue, plural, =0 {} other {, 지연 #건}}{aside, plural, =0 {} other {, 따로 둠·보류 #건}}',
  },
  'retention.groups.late': { en: 'late from {date}', ko: '{date}부터 지연' },
  'retention.keys.move': { en: 'move', ko: '이동' },
  'retention.keys.select': { en: 'select', ko: '선택' },
  'retention.keys.all': { en: 'select the whole list', ko: '목록 전체 선택' },
  'retention.keys.page': { en: 'next and previous page', ko: '다음·이전 쪽' },
  'retention.keys.group': { en: 'next group', ko: '다음 묶음' },
  'retention.keys.why': { en: 'why this day', ko: '산정 근거' },
  'retention.keys.take_back': { en: 'take back', ko: '따로 두기 해제' },
  'retention.keys.clear': { en: 'clear the selection', ko: '선택 해제' },
  'retention.selection.most': {
    en: 'At most {count, number} at once: the first {count, number} are selected. Decide about these, then about the others.',
    ko: '한 번에 {count, number}건까지 처리할 수 있어 앞의 {count, number}건을 선택했습니다. 처리한 뒤 나머지를 선택하세요.',
  },
  'retention.filter.only': { en: 'Show', ko: '표시' },
  'retention.filter.class': { en: 'Class', ko: '기록 종류' },
  'retention.filter.every_class': { en: 'Every class', ko: '모든 종류' },
  'retention.filter.all': { en: 'Everything', ko: '전체' },
  'retention.filter.to_decide': { en: 'Still to decide', ko: '결정할 것' },
  'retention.filter.overdue': { en: 'Late', ko: '지연' },
  'retention.filter.late_soon': { en: 'Late within two days', ko: '이틀 안에 지연' },
  'retention.filter.referred_to_me': { en: 'Referred to me', ko: '본인에게 이관됨' },
  'retention.filter.set_aside': { en: 'Set aside or referred', ko: '따로 둠·이관됨' },
  'retention.filter.electronic': { en: 'Electronic', ko: '전자 기록' },
  'retention.filter.paper': { en: 'On paper', ko: '종이 기록' },
  'retention.filter.clear': { en: 'Show everything', ko: '전체 보기' },
  'retention.filter.nothing': { en: 'Nothing here matches.', ko: '조건에 맞는 기록 단위가 없습니다.' },
  'retention.urgency.set_aside': { en: 'Set aside', ko: '따로 둠' },
  'retention.groups.standing': {
    en: '{count, number} under a standing approval',
    ko: '상시 승인 {count, number}건',
  },
  'retention.urgency.late_from': { en: 'late from {date}', ko: '{date}부터 지연' },
  'retention.urgency.referred': { en: 'Referred', ko: '이관됨' },
  'retention.urgency.referred_to_you': { en: 'Referred to you', ko: '본인에게 이관됨' },
  'retention.refer.action': { en: 'Refer', ko: '검토 이관' },
  'retention.refer.title': {
    en: 'Refer {count, plural, one {# record unit} other {# record units}} to another reviewer',
    ko: '기록 단위 {count, number}건을 다른 검토자에게 이관',
  },
  'retention.refer.lead': {
    en: 'They stay due and bulk actions leave them out until that person, or somebody else, has decided.',
    ko: '파기 대상으로 남으며, 결정할 때까지 일괄 처리에서 제외됩니다.',
  },
  'retention.refer.to': { en: 'Reviewer', ko: '검토자' },
  'retention.refer.done': {
    en: '{count, plural, one {# record unit was} other {# record units were}} referred.',
    ko: '기록 단위 {count, number}건을 이관했습니다.',
  },
  'retention.separate.action': { en: 'Separate', ko: '분리보관' },
  'retention.separate.title': {
    en: 'Separate {count, plural, one {# record unit} other {# record units}}?',
    ko: '기록 단위 {count, number}건을 분리보관할까요?',
  },
  'retention.separate.consequence': {
    en: 'From now on they are stored and used for nothing. They stay due and still have to be decided about. This is not taken back.',
    ko: '지금부터 보관만 하고 다른 용도로는 쓸 수 없습니다. 파기 대상으로 남으며 검토는 계속해야 합니다. 되돌릴 수 없습니다.',
  },
  'retention.separate.done': {
    en: '{count, plural, one {# record unit was} other {# record units were}} separated.',
    ko: '기록 단위 {count, number}건을 분리보관했습니다.',
  },
  'retention.notice.title': { en: 'Ashbook', ko: 'Ashbook' },
  'retention.notice.due': {
    en: '{count, plural, one {# record has fallen due.} other {# records have fallen due.}}',
    ko: '새로 파기 대상이 된 기록이 {count, number}건 있습니다.',
  },
  'retention.notice.late': {
    en: '{count, plural, one {# record is late.} other {# records are late.}}',
    ko: '파기가 지연된 기록이 {count, number}건 있습니다.',
  },
  'retention.notice.late_soon': {
    en: '{count, plural, one {# record will be late within two days.} other {# records will be late within two days.}}',
    ko: '이틀 안에 지연되는 기록이 {count, number}건 있습니다.',
  },
  'retention.aside.action': { en: 'Set aside', ko: '따로 두기' },
  'retention.aside.done': {
    en: '{count, plural, one {# record unit was} other {# record units were}} set aside. Bulk actions leave them out.',
    ko: '기록 단위 {count, number}건을 따로 두었습니다. 일괄 처리에서 제외됩니다.',
  },
  'retention.aside.take_back': { en: 'Take back', ko: '따로 두기 해제' },
  'retention.aside.taken_back': {
    en: 'The record unit is among the others again.',
    ko: '따로 두기를 해제했습니다.',
  },

  'retention.extend.action': { en: 'Retain longer', ko: '보유 연장' },
  'retention.extend.title': {
    en: 'Retain {count, plural, one {# record unit} other {# record units}} longer',
    ko: '기록 단위 {count, number}건 보유 연장',
  },
  'retention.extend.lead': {
    en: 'Another reviewer has to approve it. Until then they stay due. The reason must be one that a law or the person accepts.',
    ko: '다른 검토자가 승인해야 하며, 그때까지는 파기 대상으로 남습니다. 법령이나 정보주체에 대해 정당한 사유여야 합니다.',
  },
  'retention.extend.until': { en: 'Retain through', ko: '보유 종료일' },
  'retention.extend.until.hint': {
    en: 'At most {days, plural, one {# day} other {# days}} from today.',
    ko: '오늘부터 최대 {days, number}일까지 연장할 수 있습니다.',
  },
  'retention.extend.reason': { en: 'Reason', ko: '연장 사유' },
  'retention.extend.submit': { en: 'Ask for it', ko: '연장 요청' },
  'retention.extend.done': {
    en: 'Asked for. Another reviewer has to approve it.',
    ko: '연장을 요청했습니다. 다른 검토자의 승인이 필요합니다.',
  },
  'retention.extensions.title': {
    en: 'Extensions that wait for a decision',
    ko: '결정을 기다리는 보유 연장',
  },
  'retention.extensions.of': {
    en: '{count, plural, one {# record unit} other {# record units}} through {until}, asked for by staff no. {number}',
    ko: '기록 단위 {count, number}건, {until}까지, 직원 {number}번 요청',
  },
  'retention.extensions.mine': {
    en: 'You asked for it: somebody else has to decide.',
    ko: '본인이 요청한 연장은 다른 사람이 결정해야 합니다.',
  },
  'retention.extensions.approved': { en: 'The extension was approved.', ko: '연장을 승인했습니다.' },
  'retention.extensions.rejected': { en: 'The extension was rejected.', ko: '연장을 반려했습니다.' },

  'retention.calendar.title': { en: 'Calendar', ko: '파기 일정' },
  'retention.calendar.lead': {
    en: 'What falls due in the coming 24 months, by class of record.',
    ko: '앞으로 24개월 동안 파기 대상이 되는 기록을 종류별로 봅니다.',
  },
  'retention.calendar.due_already': { en: 'Due already', ko: '이미 파기 대상' },
  'retention.calendar.later': { en: 'After these 24 months', ko: '24개월 이후' },
  'retention.calendar.without_date': { en: 'No date yet', ko: '예정일 미정' },
  'retention.calendar.month': { en: 'Month', ko: '월' },
  'retention.calendar.total': { en: 'All classes', ko: '전체' },
  'retention.calendar.nothing': {
    en: 'Nothing falls due in the coming 24 months.',
    ko: '앞으로 24개월 동안 파기 대상이 되는 기록이 없습니다.',
  },
});
