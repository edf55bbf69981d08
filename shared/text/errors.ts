import type { ErrorCode, FieldProblem } from '../contract/error-codes.ts';
import { attachmentErrors } from './collection-attachments.ts';
import { defineMessages, type Message } from './language.ts';

/** What each refusal says to a person: what is wrong, and what to do. Every code has one; the compiler sees to it. */
const callErrors = {
  ...attachmentErrors,
  'error.malformed_json': {
    en: 'This line is not valid JSON. Send one JSON object on each line.',
    ko: '올바른 JSON이 아닙니다. 한 줄에 JSON 객체 하나씩 보내 주십시오.',
  },
  'error.malformed_request': {
    en: 'A request needs an "id" and a "channel". docs/stdio.md shows the form.',
    ko: '요청에는 "id"와 "channel"이 있어야 합니다. 형식은 docs/stdio.md에 있습니다.',
  },
  'error.line_too_long': {
    en: 'This line is longer than {megabytes} MiB and was not read. Send less at once.',
    ko: '한 줄이 {megabytes} MiB를 넘어 읽지 않았습니다. 한 번에 보내는 양을 줄여 주십시오.',
  },
  'error.unknown_channel': {
    en: 'There is no such function in this version. "contract.describe" lists all there are.',
    ko: '이 버전에 없는 기능입니다. "contract.describe"로 전체 목록을 볼 수 있습니다.',
  },
  'error.invalid_input': {
    en: 'Some entries are not right. Correct the marked fields and try again.',
    ko: '입력 내용에 잘못된 항목이 있습니다. 표시된 항목을 고친 뒤 다시 시도해 주십시오.',
  },
  'error.signed_out': {
    en: 'Nobody is signed in. Sign in first.',
    ko: '로그인한 사람이 없습니다. 먼저 로그인해 주십시오.',
  },
  'error.locked': {
    en: 'The screen is locked. Enter your password to go on.',
    ko: '화면이 잠겨 있습니다. 비밀번호를 입력하면 계속할 수 있습니다.',
  },
  'error.forbidden': {
    en: 'Your role does not allow this. Ask a colleague who may, or an administrator to change your roles.',
    ko: '맡은 역할로는 할 수 없는 일입니다. 권한이 있는 담당자에게 요청하거나 관리자에게 역할 변경을 문의해 주십시오.',
  },
  'error.not_found': {
    en: 'It is no longer there. Go back to the list and choose again.',
    ko: '더 이상 존재하지 않습니다. 목록으로 돌아가 다시 선택해 주십시오.',
  },
  'error.cancelled': { en: 'Cancelled. Nothing was changed.', ko: '취소했습니다. 변경된 내용은 없습니다.' },
  'error.internal': {
    en: 'Something went wrong that should not have. Nothing was saved. If it happens again, tell your administrator this number: {id}',
    ko: '예상하지 못한 문제가 생겼으며 저장된 내용은 없습니다. 같은 일이 되풀이되면 관리자에게 이 번호를 알려 주십시오: {id}',
  },
  'error.records_stopped': {
    en: 'The records stopped working. Close Ashbook and start it again; nothing that was saved is lost.',
    ko: '기록 처리가 중단되었습니다. 프로그램을 닫고 다시 시작해 주십시오. 저장된 내용은 그대로 남아 있습니다.',
  },
  'error.folder_not_ours': {
    en: 'This folder holds other files and no office. Choose an empty folder or the folder of an office. Nothing was changed.',
    ko: '이 폴더에는 다른 파일이 있고 사무소 자료가 없습니다. 빈 폴더나 사무소 폴더를 선택해 주십시오. 변경된 내용은 없습니다.',
  },
  'error.folder_has_office': {
    en: 'There is an office in this folder already. Sign in to it, or choose another folder.',
    ko: '이 폴더에는 이미 사무소가 있습니다. 로그인하거나 다른 폴더를 선택해 주십시오.',
  },
  'error.folder_has_no_office': {
    en: 'There is no office in this folder. Choose the folder of an office, or create one.',
    ko: '이 폴더에는 사무소가 없습니다. 사무소 폴더를 선택하거나 새로 만들어 주십시오.',
  },
  'error.office_must_reopen': {
    en: 'The disk failed in the middle of changing keys. The office was closed to protect it: check the disk, then sign in again; what was begun is finished then.',
    ko: '키를 바꾸던 중 디스크 오류가 발생하여 사무소를 닫았습니다. 디스크를 점검한 뒤 다시 로그인하면 하던 작업을 마저 처리합니다.',
  },
  'error.last_holder': {
    en: 'The last user cannot be removed: nobody could open the office any more.',
    ko: '마지막 사용자는 삭제할 수 없습니다. 사무소를 열 수 있는 사람이 없게 됩니다.',
  },
  'error.folder_newer_version': {
    en: 'This office was last used with a newer version of Ashbook. Install that version; this one would damage it. Nothing was changed.',
    ko: '더 새로운 버전에서 사용한 사무소입니다. 이 버전으로 열면 손상될 수 있으니 새 버전을 설치해 주십시오. 변경된 내용은 없습니다.',
  },
  'error.folder_read_only': {
    en: 'Ashbook may not write to this folder. Check its permissions, or whether the disk is write-protected.',
    ko: '이 폴더에 쓸 수 없습니다. 폴더 권한이나 디스크의 쓰기 금지 여부를 확인해 주십시오.',
  },
  'error.folder_full': {
    en: 'The disk is full. Free some space and try again; what was saved before is safe.',
    ko: '디스크에 남은 공간이 없습니다. 공간을 확보한 뒤 다시 시도해 주십시오. 이미 저장된 내용은 안전합니다.',
  },
  'error.folder_in_use': {
    en: 'This office is open in another window or program. Close it there first.',
    ko: '다른 창이나 프로그램에서 이 사무소를 열어 두었습니다. 그쪽을 먼저 닫아 주십시오.',
  },
  'error.folder_damaged': {
    en: 'A file of this office is damaged ({part, select, marker {office file} root_slot {key slot} vault {key vault} journal {key journal} records {records} records_copy {copy of the records} holder {user file} search_index {search index} attachment {attachment} other {file}}). Do not change anything in the folder, and restore it from a copy.',
    ko: '사무소 파일이 손상되었습니다({part, select, marker {사무소 정보 파일} root_slot {키 슬롯} vault {키 보관 파일} journal {키 추가 기록} records {기록 데이터베이스} records_copy {기록 사본} holder {사용자 키 파일} search_index {검색 색인} attachment {첨부 파일} other {파일}}). 폴더의 내용을 바꾸지 말고 복사본에서 복원해 주십시오.',
  },
  'error.folder_unreachable': {
    en: 'The folder cannot be reached. Check that the disk or drive is connected and that the folder above it exists.',
    ko: '폴더에 접근할 수 없습니다. 디스크 연결 상태와 상위 폴더가 있는지 확인해 주십시오.',
  },
  'error.payload_damaged': {
    en: 'This entry is damaged on the disk and cannot be read. Tell your administrator.',
    ko: '디스크의 이 항목이 손상되어 읽을 수 없습니다. 관리자에게 알려 주십시오.',
  },
  'error.data_key_destroyed': {
    en: 'This data has been destroyed. Nothing of it can be opened any more.',
    ko: '이미 파기된 정보이므로 열 수 없습니다.',
  },
  'error.too_many_holders': {
    en: 'This office cannot have more users. Remove one before adding another.',
    ko: '사용자를 더 추가할 수 없습니다. 기존 사용자를 삭제한 뒤 추가해 주십시오.',
  },
  'error.office_exists': {
    en: 'There is an office in this folder already. Sign in to it.',
    ko: '이 폴더에는 이미 사무소가 있습니다. 로그인해 주십시오.',
  },
  'error.office_missing': {
    en: 'There is no office in this folder yet. Create one first.',
    ko: '이 폴더에는 아직 사무소가 없습니다. 먼저 사무소를 만들어 주십시오.',
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
  'error.time_zone_unknown': {
    en: 'This time zone is not known. Choose one from the list.',
    ko: '알 수 없는 시간대입니다. 목록에서 선택해 주십시오.',
  },
  'error.administrator_role_missing': {
    en: 'The first user has to be an administrator.',
    ko: '첫 번째 사용자는 관리자 역할이 있어야 합니다.',
  },

  'error.medium_full': {
    en: 'There is not enough room on the disk for copies. Free some space there, or choose another; nothing half finished was left.',
    ko: '사본을 저장할 디스크의 공간이 부족합니다. 공간을 확보하거나 다른 위치를 선택해 주십시오. 미완성 파일은 남기지 않았습니다.',
  },
  'error.medium_read_only': {
    en: 'Ashbook may not write to that disk or folder. Check whether it is write-protected.',
    ko: '해당 디스크나 폴더에 쓸 수 없습니다. 쓰기 금지 상태인지 확인해 주십시오.',
  },
  'error.medium_unreachable': {
    en: 'The disk for copies cannot be reached. Plug it in, check that it can be opened, and try again.',
    ko: '사본용 디스크에 접근할 수 없습니다. 연결 상태를 확인한 뒤 다시 시도해 주십시오.',
  },
  'error.backup_missing': {
    en: 'There is no backup in this folder. Choose the folder that backups are written to.',
    ko: '이 폴더에는 백업이 없습니다. 백업을 저장한 폴더를 선택해 주십시오.',
  },
  'error.backup_damaged': {
    en: 'This backup is damaged ({part, select, manifest {its list of contents} records {its records} attachment {an attachment} other {a file}}) and was not used. Choose another one; the others are not affected.',
    ko: '이 백업은 손상되어 사용하지 않았습니다({part, select, manifest {내용 목록} records {기록 데이터베이스} attachment {첨부 파일} other {파일}}). 다른 백업을 선택해 주십시오. 나머지 백업에는 영향이 없습니다.',
  },
  'error.backup_newer_version': {
    en: 'This backup was made with a newer version of Ashbook. Install that version to restore it.',
    ko: '더 새로운 버전에서 만든 백업입니다. 해당 버전을 설치한 뒤 복원해 주십시오.',
  },
  'error.backup_not_verified': {
    en: 'The backup did not read back as it was written and was removed again. Check the disk, or choose another.',
    ko: '백업을 다시 읽어 보니 기록한 내용과 달라 삭제했습니다. 디스크를 점검하거나 다른 디스크를 선택해 주십시오.',
  },
  'error.vault_medium_in_use': {
    en: 'There is a copy of keys in this folder already. Choose another folder, or refresh the copy that is there.',
    ko: '이 폴더에는 이미 키 사본이 있습니다. 다른 폴더를 선택하거나 기존 사본을 갱신해 주십시오.',
  },
  'error.vault_medium_missing': {
    en: 'The medium with this copy of the keys is not there. Plug in the one that belongs to it.',
    ko: '이 키 사본이 들어 있는 매체를 찾을 수 없습니다. 해당 매체를 연결해 주십시오.',
  },
  'error.vault_copy_missing': {
    en: 'There is no copy of keys in this folder. Choose the medium that was registered for it, or the folder of the former office.',
    ko: '이 폴더에는 키 사본이 없습니다. 키 사본을 등록한 매체나 이전 사무소 폴더를 선택해 주십시오.',
  },
  'error.vault_copy_damaged': {
    en: 'This copy of the keys is damaged ({part, select, marker {office file} holder {user file} root_slot {key slot} vault {key vault} journal {key journal} register {register of destructions} summary {its list of contents} other {file}}) and was not used. Use another registered copy.',
    ko: '이 키 사본은 손상되어 사용하지 않았습니다({part, select, marker {사무소 정보 파일} holder {사용자 키 파일} root_slot {키 슬롯} vault {키 보관 파일} journal {키 추가 기록} register {파기 목록} summary {내용 목록} other {파일}}). 등록된 다른 키 사본을 사용해 주십시오.',
  },
  'error.copies_in_one_folder': {
    en: 'Backups and a copy of the keys must not lie in one folder: whoever finds it would have both. Choose another.',
    ko: '백업과 키 사본을 같은 폴더에 둘 수 없습니다. 한곳에 두면 함께 유출될 수 있으니 다른 폴더를 선택해 주십시오.',
  },
  'error.known_copy_ended': {
    en: 'The register says already how this copy ended.',
    ko: '이미 정리된 것으로 등록된 사본입니다.',
  },
  'error.known_copy_ending': {
    en: 'A copy of this kind cannot end that way. A backup or a copy of the keys is destroyed or lost, not returned.',
    ko: '이 종류의 사본은 그렇게 정리할 수 없습니다. 백업과 키 사본은 반환이 아니라 파기 또는 분실로만 등록합니다.',
  },
  'error.known_copy_subjects': {
    en: 'Say which record units or people the copy is of, by ids this office knows; or say that it is of all.',
    ko: '사본에 담긴 기록 단위나 정보주체를 이 사무소에 있는 식별자로 지정하거나, 전체 사본으로 등록해 주십시오.',
  },
  'error.restore_offices_differ': {
    en: 'The backup and the keys belong to different offices.',
    ko: '백업과 키 사본이 서로 다른 사무소의 것입니다.',
  },
  'error.restore_keys_older': {
    en: 'This copy of the keys was written before the backup was made and cannot open it. Use a newer copy of the keys, or an older backup.',
    ko: '이 키 사본은 백업보다 먼저 만들어져 백업을 열 수 없습니다. 더 최근의 키 사본이나 더 오래된 백업을 사용해 주십시오.',
  },
  'error.restore_backup_destroyed': {
    en: 'The key of this backup has been destroyed. Nothing can open it any more; choose another backup.',
    ko: '이 백업의 키는 이미 파기되어 열 수 없습니다. 다른 백업을 선택해 주십시오.',
  },
  'error.restore_user_unknown': {
    en: 'This user was added after the backup was made. Restore with a user whom the backup knows.',
    ko: '백업을 만든 뒤에 추가된 사용자입니다. 백업 당시에 있던 사용자로 복원해 주십시오.',
  },
  'error.restore_register_damaged': {
    en: 'The backup’s register of destructions was not signed by this office. The backup was not used.',
    ko: '백업에 담긴 파기 목록의 서명이 이 사무소의 것이 아니어서 사용하지 않았습니다.',
  },
  'error.form_without_name_item': {
    en: 'One essential purpose must ask for the person’s name as a required item (item code "name").',
    ko: '필수 목적 중 하나에는 성명이 필수 항목(항목 코드 "name")으로 있어야 합니다.',
  },
  'error.form_without_essential_purpose': {
    en: 'The form needs at least one essential purpose: what the service cannot do without.',
    ko: '서비스 제공에 꼭 필요한 필수 목적이 하나 이상 있어야 합니다.',
  },
  'error.form_item_defined_twice': {
    en: 'The item "{item}" stands twice in one purpose, or differs between purposes. Make it the same everywhere or give it another code.',
    ko: '"{item}" 항목이 한 목적에 두 번 있거나 목적마다 내용이 다릅니다. 내용을 같게 하거나 다른 코드를 사용해 주십시오.',
  },
  'error.form_purpose_repeated': {
    en: 'A purpose stands on the form twice. Remove one.',
    ko: '같은 목적이 두 번 있습니다. 하나를 삭제해 주십시오.',
  },
  'error.retention_rule_unknown': {
    en: 'A purpose has no retention rule. Choose one for each purpose.',
    ko: '보존 기준이 없는 목적이 있습니다. 목적마다 보존 기준을 선택해 주십시오.',
  },
  'error.notice_changed': {
    en: 'The text shown to the person is not the current text of the form. Open the form again and show it once more.',
    ko: '안내한 내용이 현재 동의서의 내용과 다릅니다. 동의서를 다시 열어 안내해 주십시오.',
  },
  'error.form_version_superseded': {
    en: 'A newer version of this form has been published. Open the form again.',
    ko: '이 동의서의 새 버전이 게시되었습니다. 동의서를 다시 열어 주십시오.',
  },
  'error.purpose_answered_twice': { en: 'A purpose was answered twice.', ko: '한 목적에 두 번 답했습니다.' },
  'error.purpose_not_answered': {
    en: 'Ask the person about this purpose too: agree or do not agree.',
    ko: '이 목적에 대해서도 동의 여부를 확인해 주십시오.',
  },
  'error.purpose_not_on_form': {
    en: 'An answer belongs to no purpose of this form.',
    ko: '이 동의서에 없는 목적에 대한 답이 있습니다.',
  },
  'error.nothing_consented': {
    en: 'The person agreed to nothing, so there is nothing to keep.',
    ko: '동의한 목적이 없으므로 저장할 내용이 없습니다.',
  },
  'error.essential_purpose_refused': {
    en: 'Without an essential purpose the service cannot be given, so nothing is kept. Refusing optional purposes is always possible.',
    ko: '필수 목적에 동의하지 않으면 서비스를 제공할 수 없으므로 저장하지 않습니다. 선택 목적은 언제든지 거부할 수 있습니다.',
  },
  'error.item_given_twice': { en: 'An item was filled in twice.', ko: '같은 항목이 두 번 입력되었습니다.' },
  'error.item_missing': {
    en: 'This item is required for what the person agreed to.',
    ko: '동의한 목적에 필요한 항목입니다.',
  },
  'error.item_malformed': {
    en: 'This does not look right. Check it against what the person said.',
    ko: '형식이 맞지 않습니다. 다시 확인해 주십시오.',
  },
  'error.item_not_agreed': {
    en: 'The person did not agree to give this item. Remove it.',
    ko: '수집에 동의하지 않은 항목입니다. 삭제해 주십시오.',
  },
  'error.date_in_future': { en: 'This date is in the future.', ko: '미래의 날짜는 입력할 수 없습니다.' },
  'error.purpose_not_given': {
    en: 'This purpose is not agreed to at the moment, so it cannot be withdrawn.',
    ko: '현재 동의 상태가 아니므로 철회할 수 없습니다.',
  },
  'error.hand_over_without_consent': {
    en: 'Refused: the person’s consent to this purpose did not stand on that day. Do not hand the data over.',
    ko: '해당 일자에 이 목적에 대한 동의가 유효하지 않으므로 기록할 수 없습니다. 개인정보를 넘기지 마십시오.',
  },
  'error.hold_released_already': {
    en: 'This hold has been released already.',
    ko: '이미 해제된 파기 보류입니다.',
  },
  'error.unit_not_found': {
    en: 'A record on the list is no longer there. Load the list again.',
    ko: '목록에 더 이상 없는 기록이 있습니다. 목록을 새로 고쳐 주십시오.',
  },
  'error.unit_gone': {
    en: 'A record of this order is no longer as it was when the order was made. Reject the order and propose a new one.',
    ko: '파기 요청 당시와 달라진 기록이 있습니다. 이 지시를 반려하고 새로 요청해 주십시오.',
  },
  'error.unit_not_due': {
    en: 'A record is not due before {date}. Nothing is destroyed early.',
    ko: '{date} 이전에는 파기할 수 없는 기록이 있습니다. 기한 전에는 파기하지 않습니다.',
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
  'error.clock_went_back': {
    en: 'The computer’s clock is behind the last time this office was used. Nothing is destroyed until it is set right.',
    ko: '컴퓨터 시계가 마지막 사용 시각보다 늦습니다. 시계를 바로잡기 전에는 파기하지 않습니다.',
  },
  'error.path_not_absolute': {
    en: 'Write the whole path, from the top folder to the file name.',
    ko: '최상위 폴더부터 파일 이름까지 전체 경로를 입력해 주십시오.',
  },
  'error.path_ending': {
    en: 'The file name has to end in {ending}.',
    ko: '파일 이름은 {ending}(으)로 끝나야 합니다.',
  },
  'error.path_folder_missing': {
    en: 'This folder does not exist. Choose another.',
    ko: '없는 폴더입니다. 다른 폴더를 선택해 주십시오.',
  },
  'error.path_inside_office': {
    en: 'Nothing may be saved inside the office’s own folder. Choose another.',
    ko: '사무소 자료 폴더 안에는 저장할 수 없습니다. 다른 폴더를 선택해 주십시오.',
  },
  'error.path_exists': {
    en: 'There is a file of this name already. Choose another name, or replace it.',
    ko: '같은 이름의 파일이 있습니다. 다른 이름을 입력하거나 바꾸기를 선택해 주십시오.',
  },
  'error.path_not_writable': {
    en: 'The file could not be written. Check the folder’s permissions and free space.',
    ko: '파일을 저장하지 못했습니다. 폴더 권한과 남은 공간을 확인해 주십시오.',
  },
} satisfies Record<`error.${ErrorCode}`, Message>;

const fieldErrors = {
  'error.field.required': { en: 'Fill this in.', ko: '입력해 주십시오.' },
  'error.field.too_short': {
    en: 'At least {limit, plural, one {# character} other {# characters}}.',
    ko: '{limit}자 이상 입력해 주십시오.',
  },
  'error.field.too_long': {
    en: 'At most {limit, plural, one {# character} other {# characters}}.',
    ko: '{limit}자 이하로 입력해 주십시오.',
  },
  'error.field.too_small': { en: 'At least {limit}.', ko: '{limit} 이상이어야 합니다.' },
  'error.field.too_large': { en: 'At most {limit}.', ko: '{limit} 이하여야 합니다.' },
  'error.field.too_few': { en: 'Choose at least {limit}.', ko: '{limit}개 이상 선택해 주십시오.' },
  'error.field.too_many': { en: 'Choose at most {limit}.', ko: '{limit}개까지 선택할 수 있습니다.' },
  'error.field.control_characters': {
    en: 'There are characters in it that cannot be shown. Type it again.',
    ko: '표시할 수 없는 문자가 들어 있습니다. 다시 입력해 주십시오.',
  },
  'error.field.date': { en: 'Enter a date that exists.', ko: '올바른 날짜를 입력해 주십시오.' },
  'error.field.period': {
    en: 'Enter a period of years, months or days, up to 100 years.',
    ko: '연·월·일 단위로 100년 이하의 기간을 입력해 주십시오.',
  },
  'error.field.sign_in_name': {
    en: 'Letters, digits and . _ - only, without spaces.',
    ko: '글자, 숫자와 . _ - 만 사용할 수 있으며 띄어쓰기는 할 수 없습니다.',
  },
  'error.field.signature': { en: 'Sign in the box.', ko: '서명란에 서명해 주십시오.' },
  'error.field.item_code': {
    en: 'Small Latin letters, digits and _ only, beginning with a letter.',
    ko: '영문 소문자로 시작하고 소문자, 숫자, _ 만 사용할 수 있습니다.',
  },
  'error.field.not_one_of': {
    en: 'Choose one of the possible values.',
    ko: '정해진 값 가운데 하나를 선택해 주십시오.',
  },
  'error.field.wrong_type': {
    en: 'This is not the kind of value expected here.',
    ko: '값의 종류가 맞지 않습니다.',
  },
  'error.field.unexpected': {
    en: 'There is a field here that does not belong.',
    ko: '있어서는 안 되는 항목이 있습니다.',
  },
  'error.field.format': { en: 'This does not have the right form.', ko: '형식이 맞지 않습니다.' },
} satisfies Record<`error.field.${FieldProblem}`, Message>;

export const errorsMessages = defineMessages({ ...callErrors, ...fieldErrors });
