import { defineMessages } from './language.ts';

/** Holds by query and their release by two people; a clock that cannot be believed. */
export const retentionHoldMessages = defineMessages({
  'retention.holds.scope': { en: 'Scope', ko: '범위' },
  'retention.holds.scope.listed': { en: 'listed units', ko: '선택한 기록' },
  'retention.holds.scope.query': { en: 'by query, also what comes later', ko: '조건(이후 수집분 포함)' },
  'retention.holds.remind': { en: 'Look again on {date}', ko: '{date} 재검토' },
  'retention.holds.remind_due': { en: 'To be looked at again since {date}', ko: '{date}부터 재검토 필요' },
  'retention.holds.place': { en: 'Place a hold by query', ko: '조건으로 보류' },
  'retention.holds.request': { en: 'Ask for release', ko: '해제 요청' },
  'retention.holds.requested': {
    en: 'Release asked for by staff no. {number}',
    ko: '직원 {number}번 해제 요청',
  },
  'retention.holds.requested_by_me': {
    en: 'You asked for the release: another person has to consent.',
    ko: '본인이 해제를 요청했습니다. 다른 사람의 동의가 필요합니다.',
  },
  'retention.holds.keep': { en: 'Keep the hold', ko: '보류 유지' },
  'retention.holds.request.title': {
    en: 'Ask for the release of this hold?',
    ko: '이 보류의 해제를 요청할까요?',
  },
  'retention.holds.request.consequence': {
    en: 'The hold stays until another person consents.',
    ko: '다른 사람이 동의할 때까지 보류는 그대로 유지됩니다.',
  },
  'retention.holds.request.done': { en: 'The release was asked for.', ko: '해제를 요청했습니다.' },
  'retention.holds.kept': { en: 'The hold stays.', ko: '보류를 유지합니다.' },
  'retention.hold.query.title': { en: 'Place a hold by query', ko: '조건에 맞는 기록 파기 보류' },
  'retention.hold.query.lead': {
    en: 'Everything that matches is held, also what is collected later. What you leave open does not narrow it.',
    ko: '조건에 맞는 기록은 이후에 수집되는 것까지 모두 보류합니다. 비워 둔 조건은 적용하지 않습니다.',
  },
  'retention.hold.query.classes': { en: 'Record classes', ko: '기록 종류' },
  'retention.hold.query.people': { en: 'People whose records are held', ko: '보류할 정보주체' },
  'retention.hold.query.person': { en: 'Person', ko: '정보주체' },
  'retention.hold.query.identifiers': { en: 'People, by their identifiers', ko: '정보주체 식별자' },
  'retention.hold.query.identifiers.hint': {
    en: 'One a line. A clerk finds it at the top of the person’s page and can tell it without telling who it is.',
    ko: '한 줄에 하나씩 적습니다. 담당 직원이 정보주체 화면 위쪽에서 확인할 수 있으며, 누구인지 밝히지 않고 전달할 수 있습니다.',
  },
  'retention.hold.query.from': { en: 'Collected from', ko: '수집일(부터)' },
  'retention.hold.query.to': { en: 'Collected to', ko: '수집일(까지)' },
  'retention.hold.query.count': { en: 'Count what matches', ko: '해당 건수 확인' },
  'retention.hold.query.matches': {
    en: '{count, plural, =0 {Nothing matches now} one {# record unit matches now} other {# record units match now}}.',
    ko: '현재 {count, number}건이 해당합니다.',
  },
  'retention.hold.remind': { en: 'Look at it again on', ko: '재검토 예정일' },
  'retention.hold.remind.hint': {
    en: 'Only a reminder: the hold does not end by itself.',
    ko: '알림일 뿐이며 이 날이 지나도 보류는 저절로 끝나지 않습니다.',
  },

  'retention.clock.back': {
    en: 'The computer’s clock says {today}, but this office was last open on {seen}: the clock has gone back.',
    ko: '컴퓨터의 날짜는 {today}인데 이 사무소를 마지막으로 연 날은 {seen}입니다. 시계가 과거로 돌아갔습니다.',
  },
  'retention.clock.forward': {
    en: 'The computer’s clock says {today}, but this office was last open on {seen}: more than {days, plural, one {# day} other {# days}} ago.',
    ko: '컴퓨터의 날짜는 {today}인데 이 사무소를 마지막으로 연 날은 {seen}입니다. {days, number}일 넘게 차이가 납니다.',
  },
  'retention.clock.consequence': {
    en: 'Nothing falls due and nothing is destroyed until a reviewer has confirmed the date.',
    ko: '검토자가 날짜를 확인할 때까지 파기 대상 산정과 파기를 멈춥니다.',
  },
  'retention.clock.confirm': { en: 'Confirm the date', ko: '날짜 확인' },
  'retention.clock.confirm.title': { en: 'Is today {today}?', ko: '오늘이 {today} 맞습니까?' },
  'retention.clock.confirm.consequence': {
    en: 'Compare it with a calendar that is not on this computer. If it is wrong, set the computer’s clock right instead: records would fall due and be destroyed by a wrong date.',
    ko: '이 컴퓨터가 아닌 다른 달력과 비교하세요. 날짜가 틀리면 확인하지 말고 컴퓨터의 시계를 바로잡으세요. 틀린 날짜로 기록이 파기될 수 있습니다.',
  },
  'retention.clock.confirm.action': { en: 'Yes, it is {today}', ko: '네, {today}입니다' },
  'retention.clock.confirmed': { en: 'The date is confirmed.', ko: '날짜를 확인했습니다.' },
  'retention.clock.reviewer': {
    en: 'A reviewer has to confirm it.',
    ko: '검토자가 확인해야 합니다.',
  },
});
