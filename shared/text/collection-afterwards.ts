import { defineMessages } from './language.ts';

/** What happens after a consent: it is withdrawn or expires, data is corrected, processing is suspended. */
export const collectionAfterwardsMessages = defineMessages({
  'collection.suspension.purposes': { en: 'For which purposes?', ko: '처리를 정지할 목적' },
  'collection.suspension.hint': {
    en: 'What is kept stays kept. It is neither used nor provided until the suspension is lifted.',
    ko: '보관은 계속되지만, 해제할 때까지 이용하거나 제공하지 않습니다.',
  },
  'collection.suspension.suspend': { en: 'Suspend for these', ko: '선택한 목적 처리정지' },
  'collection.suspension.suspend_all': { en: 'Suspend for every purpose', ko: '전체 처리정지' },
  'collection.suspension.every_purpose': { en: 'Every purpose suspended', ko: '전체 처리정지' },
  'collection.suspension.of': { en: 'Suspended: {purpose}', ko: '처리정지: {purpose}' },
  'collection.suspension.since': {
    en: 'since {date}, staff no. {number}',
    ko: '{date}부터, 직원 번호 {number}',
  },
  'collection.suspension.lift': { en: 'Lift', ko: '해제' },
  'collection.suspension.lifted': { en: 'The suspension is lifted.', ko: '처리정지를 해제했습니다.' },
  'collection.suspension.done': { en: 'The processing is suspended.', ko: '처리를 정지했습니다.' },
  'collection.withdraw_all.action': { en: 'Withdraw everything', ko: '모든 동의 철회' },
  'collection.withdraw_all.one': { en: 'Withdraw from “{form}”', ko: '“{form}” 동의 철회' },
  'collection.withdraw_all.title': { en: 'Withdraw everything?', ko: '모든 동의를 철회할까요?' },
  'collection.state.renewed': { en: 'Agreed anew', ko: '재동의' },
  'collection.state.expired': { en: 'Expired', ko: '기간 만료' },
  'collection.event.renewed': { en: 'Agreed anew', ko: '재동의함' },
  'collection.event.expired': { en: 'Expired', ko: '동의 기간 만료' },
  'provision.hand_over.purpose_renewed': { en: '{form}, given on {date}', ko: '{form}, {date} 동의' },
  'provision.hand_over.purpose_expired': {
    en: 'Expired. {form}, given on {date}',
    ko: '동의 기간 만료. {form}, {date} 동의',
  },
  'collection.person.event_by_clock': { en: '{on} · by the calendar', ko: '{on} · 기간 만료로 자동 처리' },
  'collection.correct.lead': {
    en: 'Change what is wrong. The former value is overwritten and kept nowhere; that it was corrected stays on record.',
    ko: '잘못된 항목을 고칩니다. 이전 값은 남기지 않으며 정정한 사실만 기록합니다.',
  },
  'collection.correct.action': { en: 'Correct', ko: '정정' },
  'collection.correct.title': { en: 'Correct data', ko: '개인정보 정정' },
  'collection.correct.name': { en: 'Name', ko: '성명' },
  'collection.correct.hidden': {
    en: 'Not shown. What is typed here replaces it.',
    ko: '가려진 값입니다. 입력하면 새 값으로 바뀝니다.',
  },
  'collection.correct.for': { en: 'Kept for: {purposes}', ko: '보유 목적: {purposes}' },
  'collection.correct.emptied': {
    en: 'Left empty, the item is taken out.',
    ko: '비워 두면 이 항목을 삭제합니다.',
  },
  'collection.correct.nothing_changed': { en: 'Nothing has been changed yet.', ko: '바꾼 항목이 없습니다.' },
  'collection.correct.save': { en: 'Correct', ko: '정정' },
  'collection.correct.done': {
    en: '{count, plural, one {# item corrected.} other {# items corrected.}}',
    ko: '{count, number}개 항목을 정정했습니다.',
  },
  'collection.correct.tell': {
    en: 'Had the former value and must be told',
    ko: '정정 사실을 알려야 할 곳',
  },
  'collection.correct.recipient.vendor': {
    en: '{name} (vendor), handed over on {date}',
    ko: '{name}(수탁자), {date} 전달',
  },
  'collection.correct.recipient.third_party': {
    en: '{name} (third party), provided on {date}',
    ko: '{name}(제3자), {date} 제공',
  },
  'collection.correct.told': { en: 'Told', ko: '알림 완료' },
  'collection.correct.told_on': { en: 'told on {date}', ko: '{date} 알림' },
  'collection.correct.told_done': { en: 'Noted that they were told.', ko: '알린 것으로 기록했습니다.' },
  'collection.expire.action': { en: 'Let expire', ko: '기간 만료 처리' },
  'collection.expire.title': { en: 'Let a consent expire', ko: '동의 기간 만료 처리' },
  'collection.expire.lead': {
    en: 'For a consent that is over without anybody having withdrawn it: the time it was given for, or what it was given for, has ended.',
    ko: '철회하지 않았으나 동의한 기간이나 목적이 끝난 경우에 처리합니다. 그 이후에는 이 동의로 개인정보를 이용하지 않습니다.',
  },
  'collection.expire.purposes': { en: 'For which purposes is it over?', ko: '기간이 만료된 목적' },
  'collection.expire.ended_on': { en: 'Over since', ko: '만료일' },
  'collection.expire.ended_on_hint': {
    en: 'Retention periods that wait for the end of the consent count from this day.',
    ko: '동의가 끝난 때부터 세는 보유 기간은 이 날을 기준으로 계산합니다.',
  },
  'collection.expire.confirm': {
    en: '{count, plural, =0 {Let expire} one {Let # purpose expire} other {Let # purposes expire}}',
    ko: '{count, plural, =0 {만료 처리} other {목적 #건 만료 처리}}',
  },
  'collection.expire.done': {
    en: 'Expired: {purposes}. Due for destruction: {due}. Kept separately by law: {kept}.',
    ko: '기간 만료 {purposes}건. 파기 대상 {due}건, 법령에 따른 분리보관 {kept}건.',
  },
  'register.audit.code.collection.consent_expired': {
    en: 'Consent expired, entered by hand',
    ko: '동의 기간 만료(직접 처리)',
  },
});
