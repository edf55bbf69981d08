import { defineMessages } from './language.ts';

/** Retention rules as they are changed, and why a record unit is due on its day. */
export const retentionRuleMessages = defineMessages({
  'retention.trigger.collected': { en: 'The day of collection', ko: '수집일' },
  'retention.trigger.consent_ended': { en: 'The end of the consent', ko: '동의 종료(철회 또는 만료)' },
  'retention.trigger.purpose_fulfilled': { en: 'The purpose is fulfilled', ko: '처리 목적 달성' },
  'retention.trigger.contract_ended': { en: 'The contract ends', ko: '계약 종료' },
  'retention.trigger.last_activity': { en: 'The last activity', ko: '마지막 이용일' },
  'retention.trigger.event': { en: 'An event that you name', ko: '직접 정한 사유' },
  'retention.counting.day': { en: 'That day', ko: '그 날' },
  'retention.counting.calendar_year_end': { en: 'The end of its calendar year', ko: '그 해의 말일' },
  'retention.counting.fiscal_year_end': { en: 'The end of its fiscal year', ko: '그 회계연도의 말일' },
  'retention.end_action.review': { en: 'Review', ko: '파기 검토' },
  'retention.end_action.separate_then_review': { en: 'Separate, then review', ko: '분리보관 후 파기 검토' },
  'retention.end_action.standing_approval': {
    en: 'Destroy after standing approval',
    ko: '상시 승인에 따른 파기',
  },
  'retention.jurisdiction.korea': { en: 'Korea', ko: '대한민국' },
  'retention.jurisdiction.gdpr': { en: 'European Union (GDPR)', ko: '유럽연합(GDPR)' },
  'retention.jurisdiction.empty': { en: 'Other', ko: '기타' },

  'retention.rules.class': { en: 'Class', ko: '기록 종류' },
  'retention.rules.version': { en: 'Version {version}', ko: '버전 {version}' },
  'retention.rules.lapsed': {
    en: 'This law has ended: it no longer obliges.',
    ko: '적용이 끝난 법령입니다. 더 이상 보존 의무가 없습니다.',
  },
  'retention.rules.next': {
    en: 'A new version applies from {date}.',
    ko: '{date}부터 새 버전이 적용됩니다.',
  },
  'retention.rules.change_open': { en: 'Change proposed', ko: '변경안 대기' },
  'retention.rules.open': { en: 'Details', ko: '자세히' },

  'retention.rule.history': { en: 'Versions of this rule', ko: '버전 이력' },
  'retention.rule.history.by': { en: 'Entered by', ko: '작성' },
  'retention.rule.history.approved': { en: 'Approved by', ko: '승인' },
  'retention.rule.history.starting': { en: 'starting set', ko: '기본 제공' },
  'retention.rule.history.staff': { en: 'staff no. {number}', ko: '직원 {number}번' },
  'retention.rule.history.at': { en: 'On', ko: '일시' },
  'retention.rule.change': { en: 'Change this rule', ko: '기준 변경' },
  'retention.rule.join': { en: 'Add a rule to this class', ko: '이 종류에 기준 추가' },
  'retention.rule.end_action': { en: 'At the end', ko: '기간 만료 시' },
  'retention.rule.jurisdiction': { en: 'Jurisdiction', ko: '관할' },
  'retention.rule.trigger': { en: 'Counted from', ko: '기산점' },

  'retention.change_rule.title': { en: 'Change “{name}”', ko: '‘{name}’ 변경' },
  'retention.join_rule.title': { en: 'Add a rule to “{name}”', ko: '‘{name}’에 기준 추가' },
  'retention.change_rule.lead': {
    en: 'A change makes a new version. You see its effect first, and a second person has to approve it before anything moves.',
    ko: '변경하면 새 버전이 됩니다. 먼저 영향을 확인하고, 다른 사람이 승인해야 적용됩니다.',
  },
  'retention.change_rule.preview': { en: 'Show the effect', ko: '영향 확인' },
  'retention.change_rule.submit': { en: 'Propose the change', ko: '변경안 제출' },
  'retention.change_rule.done': {
    en: 'The change was proposed. It applies once a second person approves it.',
    ko: '변경안을 제출했습니다. 다른 사람이 승인하면 적용됩니다.',
  },
  'retention.add_rule.event': { en: 'Name of the event', ko: '사유 이름' },
  'retention.add_rule.event.hint': {
    en: 'Small letters, digits and underscores, for example lawsuit_closed.',
    ko: '영문 소문자, 숫자, 밑줄로 적습니다. 예: lawsuit_closed',
  },
  'retention.add_rule.counting': { en: 'The period begins with', ko: '기간의 시작' },
  'retention.add_rule.fiscal_year_end': { en: 'Last day of the fiscal year', ko: '회계연도 종료일' },
  'retention.add_rule.fiscal_year_end.hint': {
    en: 'Month and day, for example 03-31.',
    ko: '월-일. 예: 03-31',
  },
  'retention.add_rule.effective_to': {
    en: 'In effect until, if it is known to end',
    ko: '적용 종료일(정해진 경우)',
  },
  'retention.add_rule.effective_to.hint': {
    en: 'After this day the law no longer obliges: what it alone kept falls due.',
    ko: '이 날이 지나면 보존 의무가 사라져, 이 기준만으로 보존하던 기록은 파기 대상이 됩니다.',
  },
  'retention.add_rule.end_action': { en: 'When the period is over', ko: '기간이 끝나면' },
  'retention.add_rule.jurisdiction': { en: 'Jurisdiction', ko: '관할' },

  'retention.effect.title': { en: 'What it would do', ko: '적용 시 영향' },
  'retention.effect.none': {
    en: 'No record unit moves.',
    ko: '예정일이 바뀌는 기록 단위가 없습니다.',
  },
  'retention.effect.moves': {
    en: '{count, plural, one {# record unit moves} other {# record units move}}: {earlier, number} earlier, {later, number} later.',
    ko: '기록 단위 {count, number}건의 예정일이 바뀝니다. 앞당겨짐 {earlier, number}건, 늦춰짐 {later, number}건.',
  },
  'retention.effect.due_now': {
    en: '{count, plural, one {# becomes} other {# become}} due today.',
    ko: '그중 {count, number}건이 오늘 파기 대상이 됩니다.',
  },
  'retention.effect.no_longer_due': {
    en: '{count, plural, one {# is} other {# are}} no longer due.',
    ko: '{count, number}건은 더 이상 파기 대상이 아닙니다.',
  },
  'retention.effect.kept_as_told': {
    en: '{count, plural, one {# stays} other {# stay}} as the people were told: a period that rests on consent cannot grow afterwards (PIPA art. 15(2)).',
    ko: '{count, number}건은 정보주체에게 알린 기간을 그대로 지킵니다. 동의에 따른 기간은 나중에 늘릴 수 없습니다(개인정보 보호법 제15조 제2항).',
  },
  'retention.effect.on_orders': {
    en: '{count, plural, one {# is} other {# are}} on a destruction order. One that is no longer due will not be carried out.',
    ko: '{count, number}건은 파기 지시에 올라 있습니다. 파기 대상이 아니게 된 기록은 집행되지 않습니다.',
  },

  'retention.changes.title': { en: 'Changes that wait for a decision', ko: '결정을 기다리는 변경안' },
  'retention.changes.proposed': {
    en: 'Proposed {at} by staff no. {number}',
    ko: '{at} 직원 {number}번 제출',
  },
  'retention.changes.approve': { en: 'Approve', ko: '승인' },
  'retention.changes.reject': { en: 'Reject', ko: '반려' },
  'retention.changes.mine': {
    en: 'You proposed this change: somebody else has to decide about it.',
    ko: '본인이 제출한 변경안은 다른 사람이 결정해야 합니다.',
  },
  'retention.changes.approved': { en: 'The change was approved.', ko: '변경을 승인했습니다.' },
  'retention.changes.rejected': { en: 'The change was rejected.', ko: '변경안을 반려했습니다.' },
  'retention.changes.approve.title': { en: 'Approve this change?', ko: '이 변경을 승인할까요?' },
  'retention.changes.new_rule': { en: 'New rule in this class', ko: '이 종류의 새 기준' },

  'retention.why.action': { en: 'Why?', ko: '산정 근거' },
  'retention.why.title': { en: 'Why this day', ko: '파기 예정일 산정 근거' },
  'retention.why.rules': { en: 'Rules that meet on this record unit', ko: '이 기록 단위에 적용되는 기준' },
  'retention.why.rule': { en: 'Rule and basis', ko: '기준과 근거' },
  'retention.why.counts': { en: 'Counted from', ko: '기산' },
  'retention.why.kept_through': { en: 'Kept through', ko: '보유 종료일' },
  'retention.why.role': { en: 'Role', ko: '구분' },
  'retention.why.role.purpose': { en: 'Purpose', ko: '목적' },
  'retention.why.role.obligation': { en: 'Obligation', ko: '법정 의무' },
  'retention.why.decides': { en: 'decides', ko: '적용' },
  'retention.why.waits': { en: 'waits for {what}', ko: '{what} 대기' },
  'retention.why.never': { en: 'does not apply', ko: '해당 없음' },
  'retention.why.in_effect': {
    en: '{edition} · in effect {from} to {to}',
    ko: '{edition} · 적용 {from}~{to}',
  },
  'retention.why.open_ended': { en: 'open', ko: '계속' },
  'retention.why.happenings': { en: 'What happened', ko: '발생한 사유' },
  'retention.why.collected': { en: 'Collected', ko: '수집' },
  'retention.why.retained': { en: 'Retained by decision through', ko: '연장 결정에 따른 보유 종료일' },
  'retention.why.will_not_happen': { en: 'will not happen', ko: '발생하지 않음' },
  'retention.happening.consent_withdrawn': { en: 'Consent withdrawn', ko: '동의 철회' },
  'retention.happening.consent_expired': { en: 'Consent expired', ko: '동의 만료' },
  'retention.happening.purpose_fulfilled': { en: 'Purpose fulfilled', ko: '목적 달성' },
  'retention.happening.contract_ended': { en: 'Contract ended', ko: '계약 종료' },
  'retention.happening.last_activity': { en: 'Last activity', ko: '마지막 이용' },
  'retention.happening.event': { en: 'An event that you name', ko: '직접 정한 사유' },

  'retention.enter.action': { en: 'Enter an event', ko: '기산 사유 등록' },
  'retention.enter.title': {
    en: 'Enter an event for {count, plural, one {# record unit} other {# record units}}',
    ko: '기록 단위 {count, number}건의 기산 사유 등록',
  },
  'retention.enter.lead': {
    en: 'Periods that are counted from it begin, and what has fulfilled its purpose falls due or goes to separate retention.',
    ko: '이 사유를 기준으로 하는 보유 기간이 시작되고, 목적을 달성한 기록은 파기 대상이 되거나 분리보관으로 넘어갑니다.',
  },
  'retention.enter.kind': { en: 'What happened', ko: '사유' },
  'retention.enter.on': { en: 'On', ko: '발생일' },
  'retention.enter.never': {
    en: 'It is established that it will never happen',
    ko: '앞으로도 발생하지 않음이 확인됨',
  },
  'retention.enter.never.hint': {
    en: 'Rules that wait for it then no longer keep these records.',
    ko: '이 사유를 기다리던 기준은 더 이상 적용되지 않습니다.',
  },
  'retention.enter.done': {
    en: 'Entered for {count, plural, one {# record unit} other {# record units}}.',
    ko: '기록 단위 {count, number}건에 등록했습니다.',
  },
});
