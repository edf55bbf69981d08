import type { Message } from '../language.ts';

export const holdersErrors = {
  'error.current_password_wrong': {
    en: 'The present password is wrong. You can try again in {seconds, plural, one {# second} other {# seconds}}.',
    ko: '현재 비밀번호가 맞지 않습니다. {seconds}초 후에 다시 시도할 수 있습니다.',
  },
  'error.password_unchanged': {
    en: 'This is the present password. Choose another.',
    ko: '현재 비밀번호와 같습니다. 다른 비밀번호를 정해 주십시오.',
  },
  'error.user_removed': {
    en: 'This user was removed before. Nothing was changed.',
    ko: '이미 삭제된 사용자입니다. 변경된 내용은 없습니다.',
  },
  'error.cannot_remove_oneself': {
    en: 'You cannot remove yourself. Ask another administrator.',
    ko: '자기 자신은 삭제할 수 없습니다. 다른 관리자에게 요청해 주십시오.',
  },
  'error.last_administrator': {
    en: 'This is the last administrator. Give the role to somebody else first.',
    ko: '마지막 관리자입니다. 다른 사용자를 먼저 관리자로 지정해 주십시오.',
  },
  'error.sign_out_first': {
    en: 'Somebody is signed in. Sign out first.',
    ko: '로그인한 사용자가 있습니다. 먼저 로그아웃해 주십시오.',
  },
  'error.recovery_card_length': {
    en: 'A card has {expected, number} words; these are {words, number}.',
    ko: '카드 한 장은 단어 {expected, number}개입니다. 지금은 {words, number}개입니다.',
  },
  'error.recovery_card_word_unknown': {
    en: 'Word {word, number} is not on any card. Look at it again.',
    ko: '{word, number}번째 단어는 카드에 쓰이지 않는 단어입니다. 다시 확인해 주십시오.',
  },
  'error.recovery_card_word_wrong': {
    en: 'The words do not belong together. Look at word {word, number} first.',
    ko: '단어가 서로 맞지 않습니다. {word, number}번째 단어부터 확인해 주십시오.',
  },
  'error.recovery_card_words_wrong': {
    en: 'The words do not belong together: more than one is wrong, or their order is. Compare them with the card.',
    ko: '단어가 서로 맞지 않습니다. 두 개 이상 틀렸거나 순서가 바뀌었습니다. 카드와 비교해 주십시오.',
  },
  'error.recovery_cards_same': {
    en: 'This is card {card, number} again. Two different cards are needed.',
    ko: '{card, number}번 카드를 두 번 입력했습니다. 서로 다른 카드 두 장이 필요합니다.',
  },
  'error.recovery_cards_of_two_kits': {
    en: 'These cards do not belong together: one is of kit {firstKit}, the other of kit {secondKit}.',
    ko: '서로 다른 묶음의 카드입니다. 하나는 {firstKit}, 다른 하나는 {secondKit} 묶음입니다.',
  },
  'error.recovery_kit_unknown': {
    en: 'The cards of kit {kit} do not open this office. They belong to another office, or the kit was replaced.',
    ko: '{kit} 묶음의 카드로는 이 사무소를 열 수 없습니다. 다른 사무소의 카드이거나 새 카드로 교체된 카드입니다.',
  },
  'error.recovery_kit_does_not_open': {
    en: 'These two cards of kit {kit} do not fit each other. Check both, or use the third.',
    ko: '{kit} 묶음의 두 카드가 서로 맞지 않습니다. 두 장을 다시 확인하거나 나머지 카드를 사용해 주십시오.',
  },
  'error.recovery_kit_not_pending': {
    en: 'Kit {kit} does not wait to be confirmed. Type cards of the kit that was made last.',
    ko: '{kit} 묶음은 확인을 기다리는 카드가 아닙니다. 마지막에 발급한 카드를 입력해 주십시오.',
  },
  'error.recovery_name_unknown': {
    en: 'Nobody here has this sign-in name.',
    ko: '이 로그인 이름을 쓰는 사용자가 없습니다.',
  },
  'error.keystore_unavailable': {
    en: 'This computer gives Ashbook no protected keystore, so it cannot open the office by itself.',
    ko: '이 컴퓨터에는 안전한 키 저장소가 없어 사무소를 자동으로 열 수 없습니다.',
  },
  'error.keystore_does_not_open': {
    en: 'The keystore of this computer does not open this office. Passwords and the recovery kit still do.',
    ko: '이 컴퓨터의 키 저장소로는 사무소를 열 수 없습니다. 비밀번호와 복구 카드로는 열 수 있습니다.',
  },
  'error.own_roles_by_another': {
    en: 'Nobody gives themselves a further role. Ask another administrator; if there is none, make a colleague administrator first.',
    ko: '자신에게 역할을 추가할 수 없습니다. 다른 관리자에게 요청해 주십시오. 다른 관리자가 없으면 먼저 동료에게 관리자 역할을 주십시오.',
  },
  'error.database_key_not_verified': {
    en: 'The records have a new key, but that the old one no longer opens them could not be seen. Change the key once more; if it happens again, check the disk.',
    ko: '새 키로 바꾸었지만 이전 키로 기록을 열 수 없는지 확인하지 못했습니다. 키를 한 번 더 변경해 주십시오. 같은 일이 되풀이되면 디스크를 점검해 주십시오.',
  },
} satisfies Record<string, Message>;
