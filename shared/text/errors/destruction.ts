import type { Message } from '../language.ts';

export const destructionErrors = {
  'error.unit_not_due': {
    en: 'A record is not due before {date}. Nothing is destroyed early.',
    ko: '{date} 이전에는 파기할 수 없는 기록이 있습니다. 기한 전에는 파기하지 않습니다.',
  },
  'error.unit_set_aside': {
    en: 'A record was set aside to be looked at by itself. It is not taken along with others: propose it alone, or take it back first.',
    ko: '개별 검토로 따로 둔 기록이 있습니다. 다른 기록과 함께 요청할 수 없으니 단독으로 요청하거나 먼저 따로 두기를 해제해 주십시오.',
  },
  'error.approval_twice': {
    en: 'You have approved this order already. The next stage is for somebody else.',
    ko: '이미 승인한 지시입니다. 다음 단계는 다른 사람이 승인해야 합니다.',
  },
  'error.approval_for_requester': {
    en: 'Whoever you stand in for asked for this destruction, so it cannot be decided in their place. Somebody else has to.',
    ko: '대행 대상인 사람이 요청한 파기이므로 그 사람을 대신해 결정할 수 없습니다. 다른 검토자가 결정해야 합니다.',
  },
  'error.delegation_to_oneself': {
    en: 'Nobody can give themselves the right to approve. Name somebody else.',
    ko: '승인 권한을 본인에게 줄 수 없습니다. 다른 사람을 대행자로 지정해 주십시오.',
  },
  'error.delegation_of_nothing': {
    en: 'That person does not approve destructions, so there is nothing to stand in for.',
    ko: '파기를 승인하는 사람이 아니어서 대행할 권한이 없습니다.',
  },
  'error.delegation_to_nobody': {
    en: 'That person is not on the staff any more. Name somebody else.',
    ko: '더 이상 근무하지 않는 직원입니다. 다른 사람을 대행자로 지정해 주십시오.',
  },
  'error.delegation_to_auditor': {
    en: 'An auditor checks what was approved and cannot approve it. Name somebody else.',
    ko: '감사자는 승인 결과를 점검하는 사람이므로 승인을 대행할 수 없습니다. 다른 사람을 지정해 주십시오.',
  },
  'error.delegation_too_long': {
    en: 'Somebody can stand in for {days, plural, one {# day} other {# days}} at most. For longer, give them the role.',
    ko: '대행 기간은 최대 {days, number}일입니다. 더 길면 역할을 변경해 주십시오.',
  },
  'error.delegation_overlaps': {
    en: 'Somebody stands in for that person on some of these days already. End that first, or choose other days.',
    ko: '같은 기간에 이미 지정된 대행자가 있습니다. 먼저 그 대행을 끝내거나 다른 기간을 선택해 주십시오.',
  },
  'error.unit_open': {
    en: 'A record still waits for the event from which its period is counted. It has no due date yet, so it cannot be destroyed.',
    ko: '보유 기간의 기산 사유가 아직 발생하지 않은 기록이 있습니다. 파기 예정일이 정해지지 않아 파기할 수 없습니다.',
  },
  'error.unit_held': {
    en: 'A record is under a hold. Have the hold released first, or leave the record out.',
    ko: '파기가 보류된 기록이 있습니다. 먼저 보류를 해제하거나 해당 기록을 제외해 주십시오.',
  },
  'error.unit_on_another_order': {
    en: 'A record is on another open order already. Leave it out.',
    ko: '이미 다른 파기 지시에 포함된 기록이 있습니다. 해당 기록을 제외해 주십시오.',
  },
  'error.units_repeated': { en: 'A record was chosen twice.', ko: '같은 기록이 두 번 선택되었습니다.' },
  'error.order_changed': {
    en: 'The order is not the one you were shown. Open it again and check it before you decide.',
    ko: '확인한 파기 지시와 내용이 다릅니다. 다시 열어 확인한 뒤 결정해 주십시오.',
  },
  'error.order_not_awaiting_approval': {
    en: 'This order is not waiting for a decision any more.',
    ko: '승인 대기 중인 파기 지시가 아닙니다.',
  },
  'error.approval_by_requester': {
    en: 'You asked for this destruction, so somebody else has to decide on it.',
    ko: '본인이 요청한 파기는 본인이 승인하거나 반려할 수 없습니다. 다른 검토자가 결정해야 합니다.',
  },
  'error.order_not_approved': {
    en: 'This order has not been approved. A second person has to approve it first.',
    ko: '승인되지 않은 파기 지시입니다. 다른 사람의 승인이 먼저 필요합니다.',
  },
  'error.order_already_executed': {
    en: 'This order has been carried out already. It cannot be carried out twice.',
    ko: '이미 집행된 파기 지시입니다. 다시 집행할 수 없습니다.',
  },
  'error.order_not_unverified': {
    en: 'There is nothing to verify again: this order is not waiting for verification.',
    ko: '검증을 기다리는 파기 지시가 아니므로 다시 검증할 내용이 없습니다.',
  },
  'error.execution_by_approver': {
    en: 'You approved this destruction, so another operator has to carry it out.',
    ko: '본인이 승인한 파기는 집행할 수 없습니다. 다른 파기 수행자가 집행해야 합니다.',
  },
  'error.execution_by_requester': {
    en: 'You asked for this destruction, so another operator has to carry it out.',
    ko: '본인이 요청한 파기는 집행할 수 없습니다. 다른 파기 수행자가 집행해야 합니다.',
  },
  'error.signature_invalid': {
    en: 'A signature on this order does not fit. It is not carried out. Tell your administrator.',
    ko: '파기 지시의 서명이 맞지 않아 집행하지 않습니다. 관리자에게 알려 주십시오.',
  },
  'error.clock_jumped_forward': {
    en: 'The computer’s clock is far beyond the last day this office was open. Nothing is destroyed until a reviewer has confirmed the date.',
    ko: '컴퓨터의 날짜가 이 사무소를 마지막으로 연 날보다 훨씬 뒤입니다. 검토자가 날짜를 확인할 때까지 파기하지 않습니다.',
  },
  'error.clock_went_back': {
    en: 'The computer’s clock is behind the last time this office was used. Nothing is destroyed until it is set right.',
    ko: '컴퓨터 시계가 마지막 사용 시각보다 늦습니다. 시계를 바로잡기 전에는 파기하지 않습니다.',
  },
  'error.execution_interrupted': {
    en: 'The destruction was interrupted because the office was closed. What had been begun is finished and checked when somebody signs in next.',
    ko: '사무소를 닫아 파기 작업이 중단되었습니다. 시작된 파기는 다음에 누군가 로그인할 때 이어서 끝내고 확인합니다.',
  },
} satisfies Record<string, Message>;
