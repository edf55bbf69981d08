import { defineMessages } from './language.ts';

/** Who can open the office: passwords, the recovery kit and its cards, the keystore of this computer. */
export const officeHoldersMessages = defineMessages({
  'documents.recovery.title': { en: 'Recovery kit', ko: '복구 카드' },
  'documents.recovery.how': {
    en: 'Any two of these three cards open the office when passwords are forgotten. Cut them apart and keep them with different people, in different places. Whoever holds two can open everything: no photographs, no copies.',
    ko: '비밀번호를 잊었을 때 세 장 가운데 두 장이 있으면 사무소를 다시 열 수 있습니다. 잘라서 서로 다른 사람이 다른 장소에 보관해 주십시오. 두 장을 가진 사람은 모든 자료를 열 수 있으므로 사진을 찍거나 복사하지 마십시오.',
  },
  'documents.recovery.card': {
    en: 'Recovery card {card, number} of {cards, number}',
    ko: '복구 카드 {card, number}/{cards, number}',
  },
  'documents.recovery.kit': { en: 'Kit {kit}, made {date}', ko: '묶음 {kit}, 발급일 {date}' },
  'documents.recovery.keep': {
    en: 'When typing, the first four letters of each word are enough. Alone, this card opens nothing.',
    ko: '입력할 때는 단어마다 앞 네 글자만 적어도 됩니다. 이 카드 한 장으로는 아무것도 열 수 없습니다.',
  },
  'documents.recovery.qr': {
    en: 'QR code of the words of card {card, number}',
    ko: '{card, number}번 카드 단어의 QR 코드',
  },

  'office.holders.title': { en: 'Keys and recovery', ko: '키와 복구' },
  'office.holders.lead': {
    en: 'Who can open this office, and what is left when passwords are forgotten.',
    ko: '이 사무소를 열 수 있는 사람과, 비밀번호를 잊었을 때의 복구 방법입니다.',
  },
  'office.holders.open': { en: 'Keys and recovery', ko: '키와 복구' },

  'office.holders.password': { en: 'My password', ko: '내 비밀번호' },
  'office.holders.password_text': {
    en: 'After a change the old password opens nothing, neither here nor in copies of the folder made later.',
    ko: '바꾸고 나면 이전 비밀번호로는 이 폴더도, 이후에 만든 사본도 열 수 없습니다.',
  },
  'office.holders.change_password': { en: 'Change password', ko: '비밀번호 변경' },
  'office.holders.current_password': { en: 'Present password', ko: '현재 비밀번호' },
  'office.holders.new_password': { en: 'New password', ko: '새 비밀번호' },
  'office.holders.password_changed': { en: 'Your password was changed.', ko: '비밀번호를 변경했습니다.' },

  'office.holders.kit': { en: 'Recovery kit', ko: '복구 카드' },
  'office.holders.kit_text': {
    en: 'Three printed cards. Any two open the office and set a new password for somebody who forgot theirs.',
    ko: '인쇄해 두는 카드 세 장입니다. 두 장이면 사무소를 열어 잊어버린 비밀번호를 새로 정할 수 있습니다.',
  },
  'office.holders.kit_none': { en: 'There is no recovery kit.', ko: '복구 카드가 없습니다.' },
  'office.holders.kit_none_text': {
    en: 'If everybody forgets the password, nobody can open the office again. Make a kit now; it takes a printer and five minutes.',
    ko: '모두가 비밀번호를 잊으면 자료를 다시 열 방법이 없습니다. 프린터만 있으면 5분 안에 만들 수 있으니 지금 만들어 주십시오.',
  },
  'office.holders.kit_pending': {
    en: 'Kit {kit} waits to be confirmed.',
    ko: '{kit} 묶음을 아직 확인하지 않았습니다.',
  },
  'office.holders.kit_pending_text': {
    en: 'Type two of its cards back. Until then nobody knows whether the print can be read. If the cards are lost, make a new kit.',
    ko: '카드 두 장을 입력해 확인해 주십시오. 그전에는 인쇄가 제대로 되었는지 알 수 없습니다. 카드를 잃어버렸다면 새로 만드십시오.',
  },
  'office.holders.kit_active': { en: 'Kit {kit} is in force.', ko: '{kit} 묶음을 사용할 수 있습니다.' },
  'office.holders.kit_active_text': {
    en: 'Made {made}, confirmed {confirmed}.',
    ko: '{made} 발급, {confirmed} 확인.',
  },
  'office.holders.kit_make': { en: 'Make a recovery kit', ko: '복구 카드 만들기' },
  'office.holders.kit_make_other': { en: 'Make a new kit', ko: '새로 만들기' },
  'office.holders.kit_confirm': { en: 'Type two cards back', ko: '카드 두 장 입력' },
  'office.holders.kit_replace': { en: 'Replace the kit', ko: '카드 교체' },
  'office.holders.kit_replace_text': {
    en: 'Kit {kit} goes on opening the office until the new cards are confirmed. From then on it opens nothing.',
    ko: '새 카드를 확인할 때까지는 {kit} 묶음을 그대로 쓸 수 있습니다. 확인하고 나면 이전 카드로는 아무것도 열 수 없습니다.',
  },
  'office.holders.kit_ask': { en: 'Only an administrator can make one.', ko: '관리자만 만들 수 있습니다.' },

  'office.kit.title': { en: 'Recovery kit', ko: '복구 카드' },
  'office.kit.after_first_run': {
    en: 'One last step: the cards that open the office when passwords are forgotten.',
    ko: '마지막 단계입니다. 비밀번호를 잊었을 때 사무소를 열 카드를 만듭니다.',
  },
  'office.kit.lead': {
    en: 'Print the three cards, then type two of them back.',
    ko: '카드 세 장을 인쇄한 뒤, 그중 두 장을 입력해 확인합니다.',
  },
  'office.kit.why': { en: 'Before you begin', ko: '시작하기 전에' },
  'office.kit.why_text': {
    en: 'You need a printer at hand. The cards are shown once and kept nowhere. Decide on three places: a safe, the director, a bank deposit box, for example.',
    ko: '프린터를 준비해 주십시오. 카드는 한 번만 표시되고 어디에도 저장되지 않습니다. 금고, 대표자, 은행 대여금고처럼 보관할 곳 세 군데를 미리 정해 두십시오.',
  },
  'office.kit.make': { en: 'Show the cards', ko: '카드 표시' },
  'office.kit.making': { en: 'Making the cards', ko: '카드를 만드는 중' },
  'office.kit.later': { en: 'Later', ko: '나중에' },
  'office.kit.cards': { en: 'Cards of kit {kit}', ko: '{kit} 묶음 카드' },
  'office.kit.cards_text': {
    en: 'They are shown once. Print them now, or write the words down by hand.',
    ko: '지금 한 번만 표시됩니다. 바로 인쇄하거나 단어를 손으로 옮겨 적어 주십시오.',
  },
  'office.kit.page': { en: 'Sheet with the three cards', ko: '카드 세 장이 인쇄된 종이' },
  'office.kit.unreadable': {
    en: 'The cards cannot be shown. Make a new kit.',
    ko: '카드를 표시하지 못했습니다. 새로 만들어 주십시오.',
  },
  'office.kit.print': { en: 'Print', ko: '인쇄' },
  'office.kit.printed': { en: 'I have the cards', ko: '카드를 준비했습니다' },
  'office.kit.leave_title': { en: 'Leave the cards?', ko: '카드 화면을 닫을까요?' },
  'office.kit.confirm_title': { en: 'Type two cards back', ko: '카드 두 장 입력' },
  'office.kit.confirm_text': {
    en: 'Read from the paper, not from the screen. That shows that the print is good.',
    ko: '화면이 아니라 인쇄된 종이를 보고 입력해 주십시오. 인쇄가 제대로 되었는지 확인하는 과정입니다.',
  },
  'office.kit.confirm': { en: 'Confirm the kit', ko: '카드 확인' },
  'office.kit.confirmed': {
    en: 'Kit {kit} is in force. Keep the three cards in three places.',
    ko: '{kit} 묶음을 확인했습니다. 카드 세 장을 서로 다른 곳에 보관해 주십시오.',
  },
  'office.kit.confirmed_ended': {
    en: 'Kit {kit} is in force. Destroy the cards of kit {ended}: they open nothing any more.',
    ko: '{kit} 묶음을 확인했습니다. {ended} 묶음은 이제 쓸 수 없으니 카드를 폐기해 주십시오.',
  },

  'office.card.first': { en: 'One card', ko: '첫 번째 카드' },
  'office.card.second': { en: 'Another card', ko: '두 번째 카드' },
  'office.card.hint': {
    en: '28 words in their order; the first four letters are enough. A scanner can type the QR code.',
    ko: '단어 28개를 순서대로 입력합니다. 앞 네 글자만 적어도 되고, QR 스캐너로 입력해도 됩니다.',
  },
  'office.card.count': {
    en: '{words, number} of 28 words',
    ko: '28개 중 {words, number}개',
  },
  'office.card.read': {
    en: 'Card {card, number} of kit {kit}. All words are right.',
    ko: '{kit} 묶음의 {card, number}번 카드입니다. 모든 단어가 맞습니다.',
  },

  'office.recover.forgot': { en: 'Forgot the password?', ko: '비밀번호를 잊으셨나요?' },
  'office.recover.title': {
    en: 'Set a new password with the recovery kit',
    ko: '복구 카드로 비밀번호 재설정',
  },
  'office.recover.text': {
    en: 'You need two of the three printed cards. Without cards, ask an administrator to remove you and add you again.',
    ko: '인쇄해 둔 카드 세 장 가운데 두 장이 필요합니다. 카드가 없으면 관리자에게 삭제 후 다시 등록해 달라고 요청해 주십시오.',
  },
  'office.recover.whose': { en: 'Whose password', ko: '재설정할 사용자' },
  'office.recover.submit': { en: 'Set the new password', ko: '비밀번호 재설정' },
  'office.recover.back': { en: 'Back to sign-in', ko: '로그인으로 돌아가기' },
  'office.recover.done': {
    en: 'The new password is set. Sign in with it.',
    ko: '비밀번호를 재설정했습니다. 새 비밀번호로 로그인해 주십시오.',
  },
  'office.recover.recorded': {
    en: 'The audit log says that the kit was used, and for whom.',
    ko: '복구 카드를 언제 누구를 위해 사용했는지 감사 기록에 남습니다.',
  },

  'office.holders.people': { en: 'People', ko: '사용자' },
  'office.holders.people_text': {
    en: 'Each opens the office with a password. Every signature is made with the person’s own key.',
    ko: '각자 비밀번호로 사무소를 엽니다. 서명은 모두 본인의 키로 합니다.',
  },
  'office.holders.since': { en: 'Own key since', ko: '서명 키 사용 시작' },

  'office.holders.keystore': { en: 'This computer', ko: '이 컴퓨터' },
  'office.holders.keystore_text': {
    en: 'The computer can open the office by itself when it starts: an interrupted destruction is finished and due dates are checked before anybody signs in. Nothing can be read without a password. Whoever can sign in to this computer account then holds a key to the office.',
    ko: '컴퓨터를 켤 때 사무소를 자동으로 열어, 로그인 전에도 중단된 파기를 마치고 파기 예정일을 점검합니다. 비밀번호 없이 내용을 볼 수는 없습니다. 다만 이 컴퓨터 계정에 로그인할 수 있는 사람이 사무소의 키를 갖게 됩니다.',
  },
  'office.holders.keystore_on': { en: 'On since {since}', ko: '{since}부터 사용 중' },
  'office.holders.keystore_off': { en: 'Off', ko: '사용 안 함' },
  'office.holders.keystore_unavailable': {
    en: 'Not possible here: this computer gives no protected keystore.',
    ko: '이 컴퓨터에는 안전한 키 저장소가 없어 사용할 수 없습니다.',
  },
  'office.holders.keystore_useless': {
    en: 'It was turned on, but the keystore of this computer does not open the office any more (another computer or account, or a new installation). Nothing is lost. End it, or turn it on again.',
    ko: '설정되어 있지만 이 컴퓨터의 키 저장소로는 더 이상 열 수 없습니다(다른 컴퓨터나 계정, 재설치 등). 자료는 그대로 있습니다. 해제하거나 다시 설정해 주십시오.',
  },
  'office.holders.keystore_enable': { en: 'Turn on', ko: '사용' },
  'office.holders.keystore_disable': { en: 'Turn off', ko: '해제' },
  'office.holders.keystore_enabled': {
    en: 'This computer opens the office at its next start.',
    ko: '다음에 시작할 때부터 이 컴퓨터가 사무소를 자동으로 엽니다.',
  },
  'office.holders.keystore_disabled': {
    en: 'This computer does not open the office by itself any more.',
    ko: '이 컴퓨터가 더 이상 사무소를 자동으로 열지 않습니다.',
  },

  'office.users.change': { en: 'Change', ko: '변경' },
  'office.users.change_named': { en: 'Change {name}', ko: '{name} 변경' },
  'office.users.roles_title': { en: 'Roles of {name}', ko: '{name} 님의 역할' },
  'office.users.roles_save': { en: 'Save roles', ko: '역할 저장' },
  'office.users.roles_saved': { en: 'The roles were changed.', ko: '역할을 변경했습니다.' },
  'office.users.remove': { en: 'Remove this user', ko: '사용자 삭제' },
  'office.users.remove_title': { en: 'Remove {name}?', ko: '{name} 님을 삭제할까요?' },
  'office.users.remove_text': {
    en: 'From now on {name} cannot sign in, and the password opens nothing any more. What was requested, approved or done stays in the records and stays valid; open orders approved by {name} can still be carried out. This cannot be undone: coming back means being added anew, under a new staff number.',
    ko: '{name} 님은 더 이상 로그인할 수 없고, 비밀번호로 아무것도 열 수 없게 됩니다. 그동안 요청·승인·집행한 기록은 그대로 남고 효력도 유지되며, 이미 승인한 파기도 집행할 수 있습니다. 되돌릴 수 없으며, 다시 쓰려면 새 직원 번호로 등록해야 합니다.',
  },
  'office.users.removed_notice': { en: '{name} was removed.', ko: '{name} 님을 삭제했습니다.' },

  'office.task.kit_none': { en: 'There is no recovery kit', ko: '복구 카드가 없습니다' },
  'office.task.kit_none_reason': {
    en: 'If everybody forgets the password, nobody can open the office again.',
    ko: '모두가 비밀번호를 잊으면 자료를 다시 열 방법이 없습니다.',
  },
  'office.task.kit_pending': {
    en: 'The recovery kit waits to be confirmed',
    ko: '복구 카드를 아직 확인하지 않았습니다',
  },
  'office.task.kit_pending_reason': {
    en: 'Type two cards back: only then is it known that the print can be read.',
    ko: '카드 두 장을 입력해 인쇄가 제대로 되었는지 확인해 주십시오.',
  },
  'office.task.kit_make': { en: 'Make a kit', ko: '카드 만들기' },
  'office.task.kit_confirm': { en: 'Confirm', ko: '확인' },
});
