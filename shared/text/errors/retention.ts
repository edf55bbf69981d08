import type { Message } from '../language.ts';

export const retentionErrors = {
  'error.hold_released_already': {
    en: 'This hold has been released already.',
    ko: '이미 해제된 파기 보류입니다.',
  },
  'error.date_not_ahead': {
    en: 'Choose a day that is still to come.',
    ko: '오늘 이후의 날짜를 선택해 주십시오.',
  },
  'error.extension_too_long': {
    en: 'Records that are due can be retained for {days, plural, one {# day} other {# days}} at most.',
    ko: '파기 대상 기록은 최대 {days, number}일까지만 연장할 수 있습니다.',
  },
  'error.extension_decided': {
    en: 'This has been decided about already.',
    ko: '이미 처리된 연장 요청입니다.',
  },
  'error.extension_by_proposer': {
    en: 'Whoever asked for it cannot decide about it. A second person has to.',
    ko: '연장을 요청한 사람은 직접 승인하거나 반려할 수 없습니다. 다른 사람이 결정해야 합니다.',
  },
  'error.referred_to_nobody': {
    en: 'That person does not review destruction. Choose a reviewer.',
    ko: '파기를 검토하는 사람이 아닙니다. 검토자를 선택해 주십시오.',
  },
  'error.hold_without_scope': {
    en: 'Say what is to be held: either record units, or at least one condition.',
    ko: '보류할 기록을 정해 주십시오. 기록을 선택하거나 조건을 하나 이상 입력해야 합니다.',
  },
  'error.hold_release_requested': {
    en: 'The release of this hold has been asked for already. Another person has to consent.',
    ko: '이미 해제를 요청한 보류입니다. 다른 사람의 동의가 필요합니다.',
  },
  'error.hold_release_not_requested': {
    en: 'Nobody has asked for the release of this hold.',
    ko: '해제를 요청하지 않은 보류입니다.',
  },
  'error.hold_release_by_requester': {
    en: 'Whoever asked for the release cannot consent to it. A second person has to.',
    ko: '해제를 요청한 사람은 직접 동의할 수 없습니다. 다른 사람이 동의해야 합니다.',
  },
  'error.clock_not_troubled': {
    en: 'There is nothing to confirm: the date agrees with what this office has seen.',
    ko: '확인할 것이 없습니다. 날짜에 이상이 없습니다.',
  },
  'error.clock_date_changed': {
    en: 'The date is not the one that was shown any more. Look at it again.',
    ko: '화면에 표시된 날짜와 달라졌습니다. 날짜를 다시 확인해 주십시오.',
  },
  'error.rule_incomplete': {
    en: 'The rule contradicts itself at this field. An event needs its name, a fiscal year its last day, and a law cannot end before it begins.',
    ko: '이 항목이 보유 기준의 다른 내용과 맞지 않습니다. 직접 정한 사유에는 이름이, 회계연도에는 종료일이 필요하며, 적용 종료일은 시작일보다 빠를 수 없습니다.',
  },
  'error.rule_obligation_fixed': {
    en: 'Whether a law obliges cannot be changed in a rule that exists. Add another rule to its class instead.',
    ko: '이미 있는 기준의 법정 의무 여부는 바꿀 수 없습니다. 같은 기록 종류에 새 기준을 등록해 주십시오.',
  },
  'error.rule_change_open': {
    en: 'A change of this rule is waiting for a decision already. Decide about it first.',
    ko: '이 기준에는 결정을 기다리는 변경안이 이미 있습니다. 먼저 그 변경안을 처리해 주십시오.',
  },
  'error.rule_change_decided': {
    en: 'This change has been decided about already.',
    ko: '이미 처리된 변경안입니다.',
  },
  'error.rule_change_by_proposer': {
    en: 'Whoever proposed the change cannot decide about it. A second person has to.',
    ko: '변경안을 낸 사람은 직접 승인하거나 반려할 수 없습니다. 다른 사람이 결정해야 합니다.',
  },
  'error.standing_approval_alone': {
    en: 'A standing approval needs a second person. Add the rule with a review first, then propose the standing approval as a change.',
    ko: '상시 승인에는 두 사람의 결정이 필요합니다. 먼저 파기 검토로 등록한 뒤 상시 승인을 변경안으로 제출해 주십시오.',
  },
  'error.setting_change_open': {
    en: 'A change of this setting is waiting for a decision already. Decide about it first.',
    ko: '이 설정에는 결정을 기다리는 변경안이 이미 있습니다. 먼저 그 변경안을 처리해 주십시오.',
  },
  'error.unit_not_found': {
    en: 'A record on the list is no longer there. Load the list again.',
    ko: '목록에 더 이상 없는 기록이 있습니다. 목록을 새로 고쳐 주십시오.',
  },
  'error.unit_gone': {
    en: 'A record of this order is no longer as it was when the order was made. Reject the order and propose a new one.',
    ko: '파기 요청 당시와 달라진 기록이 있습니다. 이 지시를 반려하고 새로 요청해 주십시오.',
  },
} satisfies Record<string, Message>;
