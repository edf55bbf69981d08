import type { Message } from '../language.ts';

export const deskErrors = {
  'error.office_exists': {
    en: 'There is an office in this folder already. Sign in to it.',
    ko: '이 폴더에는 이미 사무소가 있습니다. 로그인해 주십시오.',
  },
  'error.office_missing': {
    en: 'There is no office in this folder yet. Create one first.',
    ko: '이 폴더에는 아직 사무소가 없습니다. 먼저 사무소를 만들어 주십시오.',
  },
  'error.office_not_damaged': {
    en: 'No damage was found in this folder. Sign in; only a folder that turned out to be damaged can be set aside here.',
    ko: '이 폴더에서 손상이 발견되지 않았습니다. 로그인해 주십시오. 여기에서는 손상이 확인된 폴더만 따로 보관할 수 있습니다.',
  },
  'error.wrong_password': {
    en: 'Sign-in name or password is wrong. You can try again in {seconds, plural, one {# second} other {# seconds}}.',
    ko: '로그인 이름 또는 비밀번호가 맞지 않습니다. {seconds}초 후에 다시 시도할 수 있습니다.',
  },
  'error.wait_before_next_attempt': {
    en: 'Too many wrong passwords. Wait {seconds, plural, one {# second} other {# seconds}} and try again.',
    ko: '비밀번호를 여러 번 잘못 입력했습니다. {seconds}초 후에 다시 시도해 주십시오.',
  },
  'error.not_locked': { en: 'The screen is not locked.', ko: '화면이 잠겨 있지 않습니다.' },
  'error.sign_in_name_taken': {
    en: 'Somebody has this sign-in name already. Choose another.',
    ko: '이미 사용 중인 로그인 이름입니다. 다른 이름을 정해 주십시오.',
  },
  'error.password_too_easy': {
    en: 'This password is too easy to guess. Use at least 10 characters; several unrelated words work well.',
    ko: '추측하기 쉬운 비밀번호입니다. 10자 이상으로, 서로 관련 없는 단어 여러 개를 이어 쓰면 좋습니다.',
  },
  'error.time_zone_unknown': {
    en: 'This time zone is not known. Choose one from the list.',
    ko: '알 수 없는 시간대입니다. 목록에서 선택해 주십시오.',
  },
  'error.administrator_role_missing': {
    en: 'The first user has to be an administrator.',
    ko: '첫 번째 사용자는 관리자 역할이 있어야 합니다.',
  },
} satisfies Record<string, Message>;
