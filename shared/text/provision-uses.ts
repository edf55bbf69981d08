import { defineMessages } from './language.ts';

/** What the gate says, and the use log. */
export const provisionUsesMessages = defineMessages({
  'provision.step.read_use_log': { en: 'Reading the use log', ko: '이용 기록 읽는 중' },
  'provision.gate.separated_not_permitted': {
    en: 'Refused: {purpose} is kept apart since {date}, and only a custodian may open it.',
    ko: '{purpose}: {date}부터 분리보관 중이므로 분리보관 담당자만 열 수 있습니다.',
  },
  'provision.gate.separated': {
    en: 'Refused: {purpose} is kept apart since {date}, for storage alone.',
    ko: '{purpose}: {date}부터 분리보관 중이므로 보관 외의 용도로 이용할 수 없습니다.',
  },
  'provision.gate.suspended': {
    en: 'Refused: the person asked on {date} that the use of {purpose} be suspended.',
    ko: '{purpose}: {date} 정보주체의 처리정지 요구에 따라 이용이 정지되었습니다.',
  },
  'provision.gate.task_stays_inside': {
    en: 'Refused: for this task data is used in the office only.',
    ko: '이 업무로는 개인정보를 외부에 제공할 수 없습니다.',
  },
  'provision.gate.other_purpose': {
    en: 'Refused: {purpose} was not collected for this purpose.',
    ko: '{purpose}: 수집한 목적과 다른 목적으로는 이용할 수 없습니다.',
  },
  'provision.gate.provision_not_covered': {
    en: 'Refused: the consent to {purpose} does not cover provision to a third party.',
    ko: '{purpose}: 제3자 제공에 대한 별도 동의가 없습니다.',
  },
  'provision.gate.transfer_not_covered': {
    en: 'Refused: the consent to {purpose} does not cover transfer abroad.',
    ko: '{purpose}: 국외 이전에 대한 별도 동의가 없습니다.',
  },
  'provision.gate.own_use_not_covered': {
    en: 'Refused: {purpose} is for provision to its recipient only.',
    ko: '{purpose}: 동의서에 적힌 제공받는 자에게만 제공할 수 있습니다.',
  },
  'provision.gate.consent_refused': {
    en: 'Refused: {purpose} was refused on {date}.',
    ko: '{purpose}: {date} 동의를 거부하여 이용할 수 없습니다.',
  },
  'provision.gate.consent_withdrawn': {
    en: 'Refused: the consent to {purpose} was withdrawn on {date}.',
    ko: '{purpose}: {date} 동의를 철회하여 이용할 수 없습니다.',
  },
  'provision.gate.consent_expired': {
    en: 'Refused: the consent to {purpose} expired on {date}.',
    ko: '{purpose}: {date} 동의 기간이 만료되어 이용할 수 없습니다.',
  },
  'provision.gate.consent_never_asked': {
    en: 'Refused: the person was never asked about {purpose}.',
    ko: '{purpose}: 동의를 받은 적이 없습니다.',
  },
  'provision.gate.period_ended': {
    en: 'Refused: the period for {purpose} ended on {date}. It waits for its destruction.',
    ko: '{purpose}: {date} 보유 기간이 끝나 파기 대상이므로 이용할 수 없습니다.',
  },
  'provision.gate.nothing_kept': {
    en: 'Refused: nothing is kept for {purpose} any more.',
    ko: '{purpose}: 보관 중인 기록이 없습니다.',
  },

  'provision.use_kind.read': { en: 'Read', ko: '열람' },
  'provision.use_kind.export': { en: 'Exported', ko: '내보내기' },
  'provision.use_kind.print': { en: 'Printed', ko: '출력' },
  'provision.use_kind.hand_over': { en: 'Handed to a vendor', ko: '수탁자 전달' },
  'provision.use_kind.provision': { en: 'Provided to a recipient', ko: '제3자 제공' },
  'provision.use_kind.transfer_abroad': { en: 'Transferred abroad', ko: '국외 이전' },
  'provision.use_reason.agreed_purpose': { en: 'Agreed purpose: {purpose}', ko: '동의받은 목적: {purpose}' },

  'provision.refusal.separated_not_permitted': { en: 'kept apart, no custodian', ko: '분리보관(권한 없음)' },
  'provision.refusal.separated': { en: 'kept apart', ko: '분리보관' },
  'provision.refusal.suspended': { en: 'suspended', ko: '처리정지' },
  'provision.refusal.task_stays_inside': { en: 'task of the desk', ko: '창구 업무' },
  'provision.refusal.other_purpose': { en: 'other purpose', ko: '목적 외' },
  'provision.refusal.provision_not_covered': { en: 'no consent to provision', ko: '제3자 제공 동의 없음' },
  'provision.refusal.transfer_not_covered': {
    en: 'no consent to transfer abroad',
    ko: '국외 이전 동의 없음',
  },
  'provision.refusal.own_use_not_covered': { en: 'for its recipient only', ko: '제공 전용 목적' },
  'provision.refusal.consent_refused': { en: 'refused by the person', ko: '동의 거부' },
  'provision.refusal.consent_withdrawn': { en: 'withdrawn', ko: '동의 철회' },
  'provision.refusal.consent_expired': { en: 'expired', ko: '동의 만료' },
  'provision.refusal.consent_never_asked': { en: 'never asked', ko: '동의받은 적 없음' },
  'provision.refusal.period_ended': { en: 'period ended', ko: '보유 기간 종료' },
  'provision.refusal.nothing_kept': { en: 'nothing kept', ko: '보관 기록 없음' },

  'provision.uses.column.kind': { en: 'What', ko: '구분' },
  'provision.uses.column.outcome': { en: 'Result', ko: '결과' },
  'provision.uses.people': { en: '{count, plural, one {# person} other {# people}}', ko: '{count}명' },
  'provision.uses.only_person': { en: 'Only {id}', ko: '{id}만 보기' },
  'provision.uses.given': { en: 'Given', ko: '이용' },
  'provision.uses.withheld': { en: 'In part; withheld: {why}', ko: '일부 제외({why})' },
  'provision.uses.blocked': { en: 'Refused: {why}', ko: '차단({why})' },
  'provision.uses.filter.outcome': { en: 'Result', ko: '결과' },
  'provision.uses.filter.all': { en: 'Everything', ko: '전체' },
  'provision.uses.filter.blocked': { en: 'Refused', ko: '차단' },
  'provision.uses.filter.withheld': { en: 'Withheld in part', ko: '일부 제외' },
  'provision.uses.filter.from': { en: 'From', ko: '시작일' },
  'provision.uses.filter.to': { en: 'To', ko: '종료일' },
  'provision.uses.filter.staff': { en: 'Staff no.', ko: '직원 번호' },
  'provision.uses.filter.kind': { en: 'What', ko: '구분' },
  'provision.uses.filter.every_kind': { en: 'Everything', ko: '전체' },
  'provision.uses.filter.everybody': { en: 'Show everybody, not only {id}', ko: '{id}만 보기 해제' },

  'provision.gate.recipient_not_named': {
    en: 'Refused: the consent to {purpose} does not name this recipient.',
    ko: '{purpose}: 동의서에 이 제공받는 자가 적혀 있지 않습니다.',
  },
  'provision.gate.items_not_covered': {
    en: 'Refused: the consent to {purpose} does not cover all of these items.',
    ko: '{purpose}: 동의받지 않은 항목이 포함되어 있습니다.',
  },
  'provision.refusal.recipient_not_named': { en: 'recipient not named', ko: '제공받는 자 불일치' },
  'provision.refusal.items_not_covered': { en: 'items not covered', ko: '동의하지 않은 항목' },

  'provision.uses.column.people': { en: 'People', ko: '인원' },
  'provision.uses.column.units': { en: 'Records', ko: '기록 단위' },
  'provision.uses.column.anomaly': { en: 'Why it stands out', ko: '특이 사유' },
  'provision.uses.result.blocked': { en: 'Refused', ko: '차단' },
  'provision.uses.export': { en: 'Export', ko: '내보내기' },
  'provision.uses.views': { en: 'Which entries', ko: '구분' },
  'provision.uses.view.log': { en: 'Log', ko: '이용 내역' },
  'provision.uses.view.anomalies': { en: 'What stands out', ko: '특이 이용' },
  'provision.uses.anomalies_lead': {
    en: 'Readings of the last 31 days that ask to be looked at: more than {people} people within {minutes} minutes, outside {from}:00 to {to}:00 on weekdays, or for a task that nothing came of. A sign, not a verdict.',
    ko: '최근 31일 동안 {minutes}분 안에 {people}명을 넘게 열람했거나, 평일 {from}시~{to}시 밖에 열람했거나, 사유에 해당하는 업무 처리가 없는 열람입니다. 점검이 필요하다는 표시이며 위반 판정은 아닙니다.',
  },
  'provision.uses.anomalies_empty': { en: 'Nothing stands out', ko: '특이 이용이 없습니다' },
  'provision.anomaly.many_people': { en: 'many people in a short time', ko: '단시간 다수 열람' },
  'provision.anomaly.outside_hours': { en: 'outside office hours', ko: '근무 시간 외' },
  'provision.anomaly.without_task': { en: 'no task followed', ko: '업무 처리 없음' },
});
