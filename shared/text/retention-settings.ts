import { defineMessages } from './language.ts';

/** What an office decides about its own procedure, and who approves for somebody who is away. */
export const retentionSettingMessages = defineMessages({
  'retention.nav.settings': { en: 'Settings', ko: '설정' },
  'retention.settings.title': { en: 'Settings of retention', ko: '보유·파기 설정' },
  'retention.settings.lead': {
    en: 'How many people approve, who stands in for them, and how far the office believes a clock. What protects records is changed by two people.',
    ko: '승인 단계와 승인 대행, 시계 허용 범위를 정합니다. 기록을 보호하는 설정은 두 사람의 결정으로 바꿉니다.',
  },
  'retention.settings.changes': {
    en: 'Changes that wait for a second person',
    ko: '승인을 기다리는 설정 변경',
  },
  'retention.settings.to.approval_stages': {
    en: '“{name}”: {stages, plural, one {# approval} other {# approvals by different people}}',
    ko: '“{name}”: {stages, number}단계 승인',
  },
  'retention.settings.to.clock_limit': {
    en: 'The date is asked for after {days, plural, one {# day} other {# days}} without the office being open',
    ko: '사무소를 {days, number}일 넘게 열지 않으면 날짜 확인',
  },
  'retention.settings.to.retain_limit': {
    en: 'What is due can be retained for {days, plural, one {# day} other {# days}} more at most',
    ko: '파기 대상 기록의 보유 연장은 최대 {days, number}일',
  },
  'retention.settings.stages': { en: 'Approvals', ko: '승인 단계' },
  'retention.settings.stages.title': { en: 'Approvals by class of record', ko: '기록 종류별 승인 단계' },
  'retention.settings.stages.lead': {
    en: 'Whoever asks for a destruction, each person who approves it and whoever carries it out are different people. An order takes the most that any of its records asks for; open orders keep what was asked of them.',
    ko: '파기를 요청한 사람, 각 단계의 승인자, 수행자는 모두 다른 사람이어야 합니다. 여러 종류가 섞인 지시에는 가장 높은 단계를 적용하며, 이미 진행 중인 지시에는 적용하지 않습니다.',
  },
  'retention.settings.stages.people': {
    en: '{count, plural, one {# person} other {# people, one after another}}',
    ko: '{count, number}명',
  },
  'retention.settings.limits': { en: 'Limits', ko: '한도' },
  'retention.settings.is.clock_limit': {
    en: '{days, plural, one {# day} other {# days}} until the date is asked for',
    ko: '날짜 확인 기준: {days, number}일',
  },
  'retention.settings.is.retain_limit': {
    en: '{days, plural, one {# day} other {# days}} of extension at most',
    ko: '보유 연장 한도: {days, number}일',
  },
  'retention.settings.name.clock_limit': { en: 'the limit of the clock', ko: '날짜 확인 기준' },
  'retention.settings.name.retain_limit': { en: 'the limit of extensions', ko: '보유 연장 한도' },
  'retention.settings.why.clock_limit': {
    en: 'A clock further beyond the last day the office was open destroys nothing until a reviewer has confirmed the date. At most 30.',
    ko: '마지막으로 연 날보다 시계가 이보다 더 앞서면, 검토자가 날짜를 확인할 때까지 아무것도 파기하지 않습니다. 최대 30일입니다.',
  },
  'retention.settings.why.retain_limit': {
    en: 'How long a review can retain what is due, with a reason and a second person. At most 3,650.',
    ko: '검토에서 사유와 다른 사람의 승인을 갖추어 파기 대상을 더 보유할 수 있는 기간입니다. 최대 3,650일입니다.',
  },
  'retention.settings.why.approval_stages': {
    en: 'From 1 to 5.',
    ko: '1단계에서 5단계까지 정할 수 있습니다.',
  },
  'retention.settings.field.approval_stages': { en: 'People who approve', ko: '승인자 수(명)' },
  'retention.settings.field.clock_limit': { en: 'Days', ko: '일수' },
  'retention.settings.field.retain_limit': { en: 'Days', ko: '일수' },
  'retention.settings.notices': { en: 'Notices', ko: '알림' },
  'retention.settings.notices.on': {
    en: 'The operating system says what falls due while the office is open',
    ko: '사무소가 열려 있는 동안 파기 대상을 운영체제 알림으로 알림',
  },
  'retention.settings.notices.what': {
    en: 'Numbers only, also while the screen is locked: how many records fall due, are late or are about to be.',
    ko: '잠긴 화면에서도 건수만 알립니다. 오늘 도래한 기록, 지연된 기록, 곧 지연될 기록의 수입니다.',
  },
  'retention.settings.change': { en: 'Change', ko: '변경' },
  'retention.settings.change_of': { en: 'Change {name}', ko: '{name} 변경' },
  'retention.settings.second_person': {
    en: 'Somebody else has to approve the change. Until then everything stays as it is.',
    ko: '다른 사람이 승인해야 바뀝니다. 그때까지는 지금 설정을 유지합니다.',
  },
  'retention.settings.same': { en: 'It is that already.', ko: '지금과 같은 값입니다.' },
  'retention.settings.ask': { en: 'Propose the change', ko: '변경안 제출' },
  'retention.settings.asked': {
    en: 'Proposed. Somebody else has to approve it.',
    ko: '변경안을 제출했습니다. 다른 사람의 승인이 필요합니다.',
  },

  'destruction.delegations.title': { en: 'Approval while somebody is away', ko: '부재 중 승인 대행' },
  'destruction.delegations.lead': {
    en: 'On these days another person approves in the place of whoever is away. The order, its certificate and the audit log name both.',
    ko: '정한 기간에 부재자를 대신해 승인합니다. 파기 지시와 파기 확인서, 감사 기록에 두 사람을 모두 적습니다.',
  },
  'destruction.delegations.empty': { en: 'Nobody is away.', ko: '지정된 대행이 없습니다.' },
  'destruction.delegations.add': { en: 'Name a stand-in', ko: '대행자 지정' },
  'destruction.delegations.enter': { en: 'Name them', ko: '지정' },
  'destruction.delegations.limits': {
    en: 'A stand-in can decide no more than the person who is away: not what either of them asked for, and neither of them carries it out.',
    ko: '대행자는 부재자의 권한을 넘어 결정할 수 없습니다. 두 사람 중 누구라도 요청한 파기는 승인할 수 없고, 대행으로 승인한 파기는 두 사람 모두 집행할 수 없습니다.',
  },
  'destruction.delegations.person': { en: '{name} (no. {number})', ko: '{name}(직원 {number}번)' },
  'destruction.delegations.absent': { en: 'Away', ko: '부재자' },
  'destruction.delegations.deputy': { en: 'Stands in', ko: '대행자' },
  'destruction.delegations.days': { en: 'Days', ko: '기간' },
  'destruction.delegations.from': { en: 'First day', ko: '시작일' },
  'destruction.delegations.through': { en: 'Last day', ko: '종료일' },
  'destruction.delegations.from_to': { en: '{from} to {to}', ko: '{from} ~ {to}' },
  'destruction.delegations.in_force': { en: 'In force', ko: '대행 중' },
  'destruction.delegations.planned': { en: 'To come', ko: '예정' },
  'destruction.delegations.done': { en: 'The stand-in was named.', ko: '대행자를 지정했습니다.' },
  'destruction.delegations.end': { en: 'End', ko: '종료' },
  'destruction.delegations.end_of': { en: 'End the standing in for {name}', ko: '{name} 대행 종료' },
  'destruction.delegations.end.title': { en: 'End it now?', ko: '승인 대행을 지금 끝낼까요?' },
  'destruction.delegations.end.consequence': {
    en: 'Staff no. {deputy} approves nothing more in the place of staff no. {absent}. What they approved stays approved.',
    ko: '직원 {deputy}번은 더 이상 직원 {absent}번을 대신해 승인할 수 없습니다. 이미 한 승인은 그대로 유효합니다.',
  },
  'destruction.delegations.ended': { en: 'It has ended.', ko: '승인 대행을 끝냈습니다.' },
  'destruction.duty.stands_in': {
    en: 'You decide in the place of staff no. {number}, who is away.',
    ko: '부재 중인 직원 {number}번을 대신해 결정합니다.',
  },
  'destruction.duty.stands_in_for_requester': {
    en: 'Staff no. {number}, for whom you stand in, asked for this destruction. Somebody else has to decide.',
    ko: '대행 대상인 직원 {number}번이 요청한 파기입니다. 다른 사람이 결정해야 합니다.',
  },
  'destruction.duty.stages': {
    en: '{given, number} of {needed, plural, one {# approval} other {# approvals}} given.',
    ko: '승인 {needed, number}단계 중 {given, number}단계를 마쳤습니다.',
  },
  'destruction.signatures.on_behalf_of': { en: 'for no. {number}', ko: '{number}번 대행' },
  'destruction.left_out.title': {
    en: '{count, plural, one {# record unit was} other {# record units were}} left out and not destroyed',
    ko: '기록 단위 {count, number}건은 제외되어 파기하지 않았습니다',
  },
  'destruction.left_out.text': {
    en: 'A hold stopped them before the point of no return. They are in the review again.',
    ko: '집행 전에 보류되어 파기 검토로 돌아갔습니다.',
  },
});
