import { defineMessages } from './language.ts';

/** Words that no room owns: buttons, fields, tables, the names of rooms and stages. */
export const commonMessages = defineMessages({
  'common.cancel': { en: 'Cancel', ko: '취소' },
  'common.close': { en: 'Close', ko: '닫기' },
  'common.back': { en: 'Back', ko: '이전' },
  'common.continue': { en: 'Continue', ko: '다음' },
  'common.no': { en: 'No', ko: '아니요' },
  'common.none': { en: 'None', ko: '없음' },
  'common.reading': { en: 'Reading…', ko: '불러오는 중입니다…' },

  'common.field.optional': { en: '(optional)', ko: '(선택)' },
  'common.field.required': { en: 'Please fill this in.', ko: '입력해 주세요.' },
  'common.field.choose': { en: 'Please choose one.', ko: '하나를 선택해 주세요.' },
  'common.people.remove_short': { en: 'Remove', ko: '제외' },
  'common.people.remove': { en: 'Remove {name}', ko: '{name} 제외' },
  'common.select.placeholder': { en: 'Choose…', ko: '선택하세요' },
  'common.select.nothing_found': { en: 'Nothing matches.', ko: '일치하는 항목이 없습니다.' },

  'common.table.nothing': { en: 'Nothing here.', ko: '표시할 내용이 없습니다.' },
  'common.pager.label': { en: 'Pages', ko: '쪽 이동' },
  'common.pager.range': { en: '{from}–{to} of {total}', ko: '전체 {total}건 중 {from}–{to}' },
  'common.pager.previous': { en: 'Previous', ko: '이전' },
  'common.pager.next': { en: 'Next', ko: '다음' },

  'common.progress.running': { en: 'Working…', ko: '처리하고 있습니다…' },
  'common.progress.of': { en: '{done} of {total}', ko: '{total} 중 {done}' },
  'common.progress.stop': { en: 'Stop', ko: '중단' },
  'common.progress.stopping': {
    en: 'Stopping at the next safe point…',
    ko: '안전한 지점에서 중단합니다…',
  },

  'common.error.title': { en: 'That did not work.', ko: '처리하지 못했습니다.' },
  'common.error.unexpected': {
    en: 'Something unexpected happened. Nothing was changed. Try again; if it happens again, tell your administrator.',
    ko: '예상하지 못한 문제가 생겼습니다. 변경된 내용은 없습니다. 다시 시도해 보시고, 반복되면 관리자에게 알려 주세요.',
  },

  'common.not_found.title': { en: 'There is nothing at this address', ko: '해당 화면을 찾을 수 없습니다' },
  'common.not_found.text': {
    en: 'What stood here may have moved. Go on from the desk.',
    ko: '화면의 위치가 바뀌었을 수 있습니다. 업무 홈에서 다시 찾아 주십시오.',
  },
  'common.not_permitted.title': {
    en: 'Your roles do not include this.',
    ko: '이 화면을 볼 권한이 없습니다.',
  },
  'common.not_permitted.text': {
    en: 'An administrator can give you a role that does. Nothing was shown or entered in the use log.',
    ko: '필요한 경우 관리자에게 역할을 요청하세요. 표시되거나 이용 기록에 남은 내용은 없습니다.',
  },
  'common.not_permitted.home': { en: 'To the desk', ko: '업무 홈으로' },

  'common.room.office': { en: 'Desk', ko: '업무 홈' },
  'common.room.collection': { en: 'Collection', ko: '수집' },
  'common.room.provision': { en: 'Use / Provision', ko: '이용·제공' },
  'common.room.retention': { en: 'Retention & review', ko: '보유·검토' },
  'common.room.paper': { en: 'Paper', ko: '종이 기록' },
  'common.room.destruction': { en: 'Destruction', ko: '파기' },
  'common.room.register': { en: 'Register', ko: '증빙 대장' },

  'common.stage.office': { en: 'The desk', ko: '업무' },
  'common.stage.collection': { en: 'Stage I · Collection', ko: '1단계 · 수집' },
  'common.stage.provision': { en: 'Stage II · Use / Provision', ko: '2단계 · 이용·제공' },
  'common.stage.retention': {
    en: 'Between II and III · Retention & review',
    ko: '2단계와 3단계 사이 · 보유·검토',
  },
  'common.stage.paper': { en: 'Between II and III · Paper', ko: '2단계와 3단계 사이 · 종이 기록' },
  'common.stage.destruction': { en: 'Stage III · Destruction', ko: '3단계 · 파기' },
  'common.stage.register': { en: 'Evidence of all stages · Register', ko: '전 단계의 증빙 · 대장' },
});
