import { defineMessages } from './language.ts';

/** Orders that the application carries out in the office's window, as an operator scheduled them. */
export const destructionScheduleMessages = defineMessages({
  'destruction.window.title': { en: 'Window for scheduled destructions', ko: '파기 예약 집행 시간' },
  'destruction.window.lead': {
    en: 'Operators can schedule an approved order for this window and sign for it. The application then carries it out by itself: also while the screen is locked, and with nobody attending. The certificate says so.',
    ko: '파기 수행자는 승인된 지시를 이 시간에 집행하도록 서명하여 예약할 수 있습니다. 예약된 지시는 화면이 잠겨 있어도 입회자 없이 자동으로 집행하며, 확인서에 그 사실을 적습니다.',
  },
  'destruction.window.none': {
    en: 'There is no window: every destruction has an operator at the desk.',
    ko: '예약 집행 시간이 없습니다. 모든 파기는 수행자가 직접 집행합니다.',
  },
  'destruction.window.set': { en: 'Set a window', ko: '집행 시간 설정' },
  'destruction.window.remove': { en: 'No window any more', ko: '예약 집행을 사용하지 않음' },
  'destruction.window.name': { en: 'the window for scheduled destructions', ko: '예약 집행 시간' },
  'destruction.window.every_day': { en: 'every day', ko: '매일' },
  'destruction.window.times': {
    en: '{days}, {from} to {to}{overnight, select, yes { on the next day} other {}}',
    ko: '{days} {from}~{overnight, select, yes {다음 날 } other {}}{to}',
  },
  'destruction.window.missed.next_window': {
    en: 'A window that was missed waits for the next one.',
    ko: '놓친 집행은 다음 집행 시간에 합니다.',
  },
  'destruction.window.missed.at_start': {
    en: 'A window that was missed is made up for once, as soon as the office is open again.',
    ko: '놓친 집행은 사무소를 다시 연 뒤 곧바로 한 번 합니다.',
  },
  'destruction.window.unattended.yes': {
    en: 'Also while nobody is signed in, where this computer keeps a key.',
    ko: '이 컴퓨터에 키를 맡겨 둔 경우 로그인한 사람이 없어도 집행합니다.',
  },
  'destruction.window.unattended.no': {
    en: 'Only while somebody is signed in, at the desk or behind the lock.',
    ko: '로그인한 사람이 있을 때만 집행합니다. 화면이 잠겨 있어도 됩니다.',
  },
  'destruction.window.no_key': {
    en: 'This computer keeps no key, so with nobody signed in the office is closed and nothing runs. An administrator can change that under Keys.',
    ko: '이 컴퓨터에 키를 맡기지 않아, 아무도 로그인하지 않으면 사무소가 닫히고 집행하지 않습니다. 관리자가 ‘키’ 화면에서 바꿀 수 있습니다.',
  },
  'destruction.window.to': {
    en: 'Scheduled destructions: {window}. {missed} {unattended}',
    ko: '예약 집행 시간: {window}. {missed} {unattended}',
  },
  'destruction.window.to_none': {
    en: 'No window for scheduled destructions',
    ko: '예약 집행 시간 없음',
  },
  'destruction.window.field.weekdays': { en: 'Opens on', ko: '시작 요일' },
  'destruction.window.field.from': { en: 'From', ko: '시작 시각' },
  'destruction.window.field.to': { en: 'To', ko: '종료 시각' },
  'destruction.window.field.to_hint': {
    en: 'An earlier time than the first one is on the next day. Nothing new begins afterwards; what has begun is finished.',
    ko: '시작 시각보다 이르면 다음 날입니다. 이 시각 이후에는 새로 시작하지 않으며, 시작한 집행은 끝까지 진행합니다.',
  },
  'destruction.window.field.missed': {
    en: 'If the computer was off, or the date was doubted',
    ko: '컴퓨터가 꺼져 있었거나 날짜를 확인하지 못해 놓친 경우',
  },
  'destruction.window.field.missed.next_window': {
    en: 'Wait for the next window',
    ko: '다음 집행 시간에 집행',
  },
  'destruction.window.field.missed.at_start': {
    en: 'Make up for it as soon as the office is open',
    ko: '사무소를 연 뒤 곧바로 집행',
  },
  'destruction.window.field.unattended': {
    en: 'Also while nobody is signed in',
    ko: '로그인한 사람이 없어도 집행',
  },
  'destruction.window.ends_schedules': {
    en: 'When the change is approved, what has been scheduled so far is not carried out: operators schedule it anew.',
    ko: '변경이 승인되면 지금까지의 예약은 끝납니다. 파기 수행자가 다시 예약해야 합니다.',
  },
  'destruction.weekday.1': { en: 'Monday', ko: '월요일' },
  'destruction.weekday.2': { en: 'Tuesday', ko: '화요일' },
  'destruction.weekday.3': { en: 'Wednesday', ko: '수요일' },
  'destruction.weekday.4': { en: 'Thursday', ko: '목요일' },
  'destruction.weekday.5': { en: 'Friday', ko: '금요일' },
  'destruction.weekday.6': { en: 'Saturday', ko: '토요일' },
  'destruction.weekday.7': { en: 'Sunday', ko: '일요일' },
  'destruction.weekday.short.1': { en: 'Mon', ko: '월' },
  'destruction.weekday.short.2': { en: 'Tue', ko: '화' },
  'destruction.weekday.short.3': { en: 'Wed', ko: '수' },
  'destruction.weekday.short.4': { en: 'Thu', ko: '목' },
  'destruction.weekday.short.5': { en: 'Fri', ko: '금' },
  'destruction.weekday.short.6': { en: 'Sat', ko: '토' },
  'destruction.weekday.short.7': { en: 'Sun', ko: '일' },

  'destruction.steps.by_application': {
    en: 'scheduled; carried out by the application',
    ko: '예약(자동 집행)',
  },
  'destruction.deed.schedule': { en: 'Schedule', ko: '집행 예약' },
  'destruction.deed.withdraw_schedule': { en: 'Withdrawal of the schedule', ko: '예약 취소' },

  'destruction.schedule.action': { en: 'Schedule for the window', ko: '집행 예약' },
  'destruction.schedule.title': { en: 'Schedule order {number}?', ko: '파기 지시({number})를 예약할까요?' },
  'destruction.schedule.consequence': {
    en: 'The application destroys {count, plural, one {# record unit} other {# record units}} by itself from {opensAt} on, with nobody attending. You sign for it now, and the certificate names you.',
    ko: '{opensAt}부터 기록 단위 {count, number}건을 입회자 없이 자동으로 파기합니다. 지금 서명하며, 확인서에 예약자로 기재됩니다.',
  },
  'destruction.schedule.until_then': {
    en: 'Until then any operator can withdraw it and a reviewer can reject the order. Records that come under a hold are left out. If anything else about it changes, it is not carried out, and you are told.',
    ko: '그 전에는 파기 수행자가 예약을 취소하거나 검토자가 지시를 반려할 수 있습니다. 보류된 기록은 제외하며, 그 밖에 달라진 것이 있으면 집행하지 않고 알립니다.',
  },
  'destruction.schedule.field.valid_through': { en: 'Last day on which it may begin', ko: '예약 만료일' },
  'destruction.schedule.field.valid_through.hint': {
    en: 'At most 31 days ahead. What has not been carried out by then is not carried out.',
    ko: '최대 31일 뒤까지 정할 수 있습니다. 이날까지 집행하지 못하면 예약이 끝납니다.',
  },
  'destruction.schedule.confirm': { en: 'Sign and schedule', ko: '서명하고 예약' },
  'destruction.schedule.done': {
    en: 'Scheduled: it is carried out from {at} on.',
    ko: '예약했습니다. {at}부터 집행합니다.',
  },
  'destruction.schedule.withdraw': { en: 'Withdraw the schedule', ko: '예약 취소' },
  'destruction.schedule.withdrawn': {
    en: 'The schedule is withdrawn. The order stays approved.',
    ko: '예약을 취소했습니다. 지시는 승인된 상태로 남습니다.',
  },
  'destruction.schedule.planned': {
    en: 'The application carries it out from {at} on',
    ko: '{at}부터 자동으로 집행합니다',
  },
  'destruction.schedule.at_once': {
    en: 'The application makes up for the window that was missed within a minute or two',
    ko: '놓친 집행을 1~2분 안에 자동으로 시작합니다',
  },
  'destruction.schedule.planned.text': {
    en: 'Staff number {number} ordered and signed it on {signedAt}, valid through {through}. Nobody needs to attend.',
    ko: '직원 번호 {number}이(가) {signedAt}에 서명하여 예약했습니다. 만료일은 {through}이며, 입회자가 없어도 집행합니다.',
  },
  'destruction.schedule.carried_out': {
    en: 'Carried out by the application, with nobody attending',
    ko: '입회자 없이 자동으로 집행했습니다',
  },
  'destruction.schedule.carried_out.text': {
    en: 'It began on {startedAt}, as staff number {number} had ordered and signed on {signedAt}. {desk, select, locked {The screen was locked.} nobody {Nobody was signed in.} other {Somebody was at the desk and took no part in it.}}',
    ko: '직원 번호 {number}이(가) {signedAt}에 서명한 예약에 따라 {startedAt}에 시작했습니다. {desk, select, locked {화면이 잠겨 있었습니다.} nobody {로그인한 사람이 없었습니다.} other {다른 업무로 로그인한 사람이 있었으나 관여하지 않았습니다.}}',
  },
  'destruction.schedule.ended': {
    en: 'It was scheduled and not carried out',
    ko: '예약했으나 집행하지 않았습니다',
  },
  'destruction.schedule.wait.nobody_signed_in': {
    en: 'A window went by without it: nobody was signed in, and the office does not allow that.',
    ko: '로그인한 사람이 없어 집행 시간을 넘겼습니다. 이 사무소는 로그인한 사람이 있을 때만 집행합니다.',
  },
  'destruction.schedule.wait.clock': {
    en: 'It waits until a reviewer has confirmed the date of this computer.',
    ko: '검토자가 이 컴퓨터의 날짜를 확인할 때까지 기다립니다.',
  },
  'destruction.schedule.wait.other_work': {
    en: 'It waits for other work that must not be disturbed.',
    ko: '중단할 수 없는 다른 작업이 끝나기를 기다립니다.',
  },
  'destruction.schedule.wait.disk': {
    en: 'It waits: the disk has no room for it, or refuses to be written.',
    ko: '디스크 공간이 부족하거나 쓸 수 없어 기다립니다.',
  },
  'destruction.schedule.wait.office_closed': {
    en: 'A window went by without it: the office was closed.',
    ko: '사무소가 닫혀 있어 집행 시간을 넘겼습니다.',
  },
  'destruction.schedule.end.window_changed': {
    en: 'The office changed the window it was signed for.',
    ko: '서명한 예약 집행 시간이 바뀌었습니다.',
  },
  'destruction.schedule.end.out_of_time': {
    en: 'Its last day went by before a window in which it could be carried out.',
    ko: '집행하지 못한 채 예약 만료일이 지났습니다.',
  },
  'destruction.schedule.end.operator_gone': {
    en: 'Whoever scheduled it is no operator any more.',
    ko: '예약한 사람이 더 이상 파기 수행자가 아닙니다.',
  },
  'destruction.schedule.end.order_rejected': { en: 'The order was rejected.', ko: '지시가 반려되었습니다.' },
  'destruction.schedule.end.carried_out_by_hand': {
    en: 'An operator carried it out by hand before.',
    ko: '그 전에 파기 수행자가 직접 집행했습니다.',
  },
  'destruction.schedule.end.everything_held': {
    en: 'Everything on it is under a hold.',
    ko: '모든 기록이 보류되어 있습니다.',
  },
  'destruction.schedule.end.not_due_any_more': {
    en: 'A record on it is not due any more: a rule, an event or a law keeps it longer.',
    ko: '보유 기준이나 사유가 바뀌어 파기 대상이 아닌 기록이 있습니다.',
  },
  'destruction.schedule.end.order_changed': {
    en: 'The order, or a signature on it, is not what was scheduled.',
    ko: '지시나 서명이 예약할 때와 다릅니다.',
  },
  'destruction.schedule.end.restored': {
    en: 'The office was restored from a backup; nobody can know whether it was withdrawn since.',
    ko: '백업에서 복원되어, 그 뒤 예약이 취소되었는지 알 수 없습니다.',
  },

  'destruction.schedules.title': { en: 'Scheduled', ko: '집행 예약' },
  'destruction.schedules.lead': {
    en: 'What the application carries out by itself, when, and what became of the latest.',
    ko: '자동으로 집행할 지시와 시각, 최근 결과입니다.',
  },
  'destruction.schedules.next': {
    en: 'The window: {window}. It opens next on {at}.',
    ko: '집행 시간: {window}. 다음 시작: {at}.',
  },
  'destruction.schedules.order': { en: 'Order', ko: '파기 지시' },
  'destruction.schedules.operator': { en: 'Scheduled by', ko: '예약자' },
  'destruction.schedules.when': { en: 'When', ko: '집행' },
  'destruction.schedules.outcome': { en: 'Outcome', ko: '결과' },
  'destruction.schedules.none': { en: 'Nothing is scheduled.', ko: '예약된 지시가 없습니다.' },
  'destruction.schedules.state.open': { en: 'Scheduled', ko: '예약됨' },
  'destruction.schedules.state.withdrawn': { en: 'Withdrawn', ko: '예약 취소' },
  'destruction.schedules.state.carried_out': { en: 'Carried out by the application', ko: '자동 집행' },
  'destruction.schedules.state.ended': { en: 'Not carried out', ko: '집행하지 않음' },
  'destruction.schedules.recent': { en: 'Latest', ko: '최근 예약' },

  'destruction.tonight.planned': {
    en: '{count, plural, one {# scheduled destruction is} other {# scheduled destructions are}} carried out from {at} on. The lock makes no difference to it.',
    ko: '예약된 파기 {count, number}건을 {at}부터 집행합니다. 화면이 잠겨 있어도 진행합니다.',
  },
  'destruction.tonight.waits': {
    en: '{count, plural, one {# scheduled destruction waits} other {# scheduled destructions wait}}.',
    ko: '예약된 파기 {count, number}건이 대기 중입니다.',
  },
  'destruction.tonight.needs_person': {
    en: 'Sign-out would keep it from running: it needs somebody signed in.',
    ko: '로그아웃하면 집행하지 않습니다. 잠근 상태로 두십시오.',
  },
  'destruction.tonight.carried_out': {
    en: '{count, plural, one {# scheduled destruction was} other {# scheduled destructions were}} carried out, the last at {at}.',
    ko: '예약된 파기 {count, number}건을 집행했습니다. 마지막 집행: {at}.',
  },
  'office.task.not_carried_out': {
    en: '{count, plural, one {# scheduled destruction was} other {# scheduled destructions were}} not carried out',
    ko: '예약했으나 집행하지 않은 지시 {count, number}건',
  },
  'office.task.not_carried_out_reason': {
    en: 'Something about it changed, or its window went by. Nothing was destroyed; the order says why.',
    ko: '예약 뒤 달라진 것이 있거나 집행 시간을 넘겼습니다. 파기된 것은 없으며 사유는 지시 화면에 있습니다.',
  },
  'office.task.scheduled': {
    en: '{count, plural, one {# destruction is} other {# destructions are}} scheduled for the window',
    ko: '집행 예약된 지시 {count, number}건',
  },
  'office.task.scheduled_reason': {
    en: 'The application carries it out by itself. Until then it can be withdrawn.',
    ko: '집행 시간에 자동으로 집행합니다. 그 전에는 예약을 취소할 수 있습니다.',
  },
  'destruction.notice.title': { en: 'Scheduled destructions', ko: '파기 예약 집행' },
  'destruction.notice.carried_out': {
    en: '{count, plural, one {# order was} other {# orders were}} carried out.',
    ko: '지시 {count, number}건을 집행했습니다.',
  },
  'destruction.notice.not_carried_out': {
    en: '{count, plural, one {# order was} other {# orders were}} not carried out. The order says why.',
    ko: '지시 {count, number}건을 집행하지 않았습니다. 사유는 지시 화면에 있습니다.',
  },

  'register.audit.about.opensAt': { en: 'opens at', ko: '시작' },
  'register.audit.about.validThrough': { en: 'valid through', ko: '만료일' },
  'register.audit.about.scheduledBy': { en: 'scheduled by', ko: '예약자' },
  'register.audit.about.windowOpenedAt': { en: 'window opened at', ko: '집행 시간 시작' },
  'register.audit.about.occasion': { en: 'occasion', ko: '집행 구분' },
  'register.audit.about.desk': { en: 'desk', ko: '자리' },
  'register.audit.about.window': { en: 'window', ko: '집행 시간' },
  'register.audit.about.weekdays': { en: 'weekdays', ko: '요일' },
  'register.audit.about.whenMissed': { en: 'when missed', ko: '놓친 경우' },
  'register.audit.about.unattended': { en: 'with nobody signed in', ko: '로그인한 사람 없이' },
  'register.audit.value.in_window': { en: 'in the window', ko: '집행 시간 안' },
  'register.audit.value.caught_up': { en: 'made up for', ko: '놓친 뒤 집행' },
  'register.audit.value.in_use': { en: 'somebody was signed in', ko: '로그인 상태' },
  'register.audit.value.locked': { en: 'locked', ko: '잠김' },
  'register.audit.value.nobody': { en: 'nobody signed in', ko: '로그인한 사람 없음' },
  'register.audit.value.nobody_signed_in': { en: 'nobody signed in', ko: '로그인한 사람 없음' },
  'register.audit.value.office_closed': { en: 'the office was closed', ko: '사무소가 닫혀 있었음' },
  'register.audit.value.other_work': { en: 'other work', ko: '다른 작업' },
  'register.audit.value.disk': { en: 'the disk', ko: '디스크' },
  'register.audit.value.clock': { en: 'the date was doubted', ko: '날짜 확인 필요' },
  'register.audit.value.window_changed': { en: 'the window changed', ko: '집행 시간 변경' },
  'register.audit.value.out_of_time': { en: 'out of time', ko: '만료' },
  'register.audit.value.operator_gone': { en: 'no operator any more', ko: '파기 수행자 아님' },
  'register.audit.value.everything_held': { en: 'everything held', ko: '모두 보류됨' },
  'register.audit.value.not_due_any_more': { en: 'not due any more', ko: '파기 대상 아님' },
  'register.audit.value.order_changed': { en: 'the order changed', ko: '지시 변경' },
  'register.audit.value.restored': { en: 'restored from a backup', ko: '백업 복원' },
  'register.audit.value.next_window': { en: 'next window', ko: '다음 집행 시간' },
  'register.audit.value.at_start': { en: 'at once', ko: '곧바로' },
  'register.audit.value.none': { en: 'none', ko: '없음' },
  'register.audit.value.execution_window': { en: 'window for scheduled destructions', ko: '예약 집행 시간' },

  'documents.certificate.operator_scheduled': {
    en: 'Scheduled by (carried out by the application)',
    ko: '집행 예약자(자동 집행)',
  },
  'documents.certificate.by_application': { en: 'Begun by the application', ko: '자동 집행' },
  'documents.certificate.by_application.text': {
    en: 'Nobody carried it out by hand or attended to it. The application began it at {start}, as staff number {operator} had ordered and signed at {signed} for the window {window}, valid through {through}. {occasion, select, caught_up {The window of {opened} had been missed and was made up for.} other {The window had opened at {opened}.}} {desk, select, locked {The screen was locked.} nobody {Nobody was signed in, which the office allows.} other {Somebody was at the desk and took no part in it.}}',
    ko: '직접 집행하거나 입회한 사람 없이 {start}에 자동으로 시작함. 직원 번호 {operator}이(가) {signed}에 서명한 예약(집행 시간 {window}, 만료일 {through})에 따름. {occasion, select, caught_up {{opened}의 집행 시간을 놓쳐 나중에 집행함.} other {집행 시간은 {opened}에 시작됨.}} {desk, select, locked {화면이 잠겨 있었음.} nobody {로그인한 사람이 없었으며, 이는 사무소가 허용한 것임.} other {로그인한 사람이 있었으나 관여하지 않음.}}',
  },
  'documents.request.performed_by_application': {
    en: '{staff} (scheduled; carried out by the application)',
    ko: '{staff}(예약에 따른 자동 집행)',
  },
});
