import { defineMessages } from './language.ts';

/** What keeps an office sound: the key of the records' pages. */
export const officeMaintenanceMessages = defineMessages({
  'office.database_key.title': { en: 'Key of the records', ko: '기록 암호화 키' },
  'office.database_key.text': {
    en: 'Every page of the records is encrypted under this key. Changing it makes what old copies of the folder or old blocks of the disk still hold unreadable. Each destruction changes it by itself.',
    ko: '기록 전체를 암호화하는 키입니다. 바꾸면 폴더의 옛 사본이나 디스크에 남은 옛 내용을 읽을 수 없게 됩니다. 파기할 때마다 자동으로 바뀝니다.',
  },
  'office.database_key.since_creation': {
    en: 'In force since the office was created, {since}.',
    ko: '사무소를 만든 {since}부터 사용하고 있습니다.',
  },
  'office.database_key.since_maintenance': {
    en: 'Last changed by hand on {since}.',
    ko: '{since}에 직접 변경했습니다.',
  },
  'office.database_key.since_plan': {
    en: 'Last changed by itself on {since}.',
    ko: '{since}에 주기에 따라 자동으로 변경되었습니다.',
  },
  'office.database_key.since_destruction': {
    en: 'Last changed by a destruction on {since}.',
    ko: '{since} 파기할 때 변경되었습니다.',
  },
  'office.database_key.older_copies': {
    en: '{count, plural, one {# copy of the keys still holds} other {# copies of the keys still hold}} an older one. Plug the medium in and bring it up to date under “Backups and copies”.',
    ko: '키 사본 {count}개에 이전 키가 남아 있습니다. 매체를 연결한 뒤 ‘백업과 사본’에서 최신 상태로 갱신해 주십시오.',
  },
  'office.database_key.change': { en: 'Change the key', ko: '키 변경' },
  'office.database_key.confirm_text': {
    en: 'All records are written once more, under a new key. You can go on working meanwhile; it takes from seconds to minutes and needs room on the disk for the records a second time. It cannot be stopped halfway.',
    ko: '모든 기록을 새 키로 다시 저장합니다. 몇 초에서 몇 분이 걸리며, 디스크에 기록 크기만큼의 여유 공간이 필요합니다. 진행 중에도 계속 업무를 볼 수 있지만 중간에 멈출 수는 없습니다.',
  },
  'office.database_key.changing': {
    en: 'Writing the records under a new key',
    ko: '새 키로 기록을 다시 저장하는 중',
  },
  'office.database_key.changed': {
    en: 'The records have a new key. The old one was destroyed and no longer opens them.',
    ko: '기록 암호화 키를 변경했습니다. 이전 키는 파기되어 더 이상 기록을 열 수 없습니다.',
  },
  'office.database_key.plan': { en: 'Changed by itself', ko: '자동 변경 주기' },
  'office.database_key.plan_months': {
    en: '{months, select, 3 {Every three months} 6 {Every six months} 12 {Every year} 24 {Every two years} other {Every {months} months}}',
    ko: '{months, select, 3 {3개월마다} 6 {6개월마다} 12 {1년마다} 24 {2년마다} other {{months}개월마다}}',
  },
  'office.database_key.plan_never': { en: 'Never', ko: '하지 않음' },
  'office.database_key.plan_next': {
    en: 'Next from {date} on, as soon as nobody is working.',
    ko: '다음 변경일은 {date}이며, 그날 이후 업무가 없는 시간에 진행합니다.',
  },
  'office.database_key.plan_kept': { en: 'The schedule was changed.', ko: '변경 주기를 저장했습니다.' },
  'office.step.rekey_database': { en: 'Writing the records', ko: '기록 저장' },
});
