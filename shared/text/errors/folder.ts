import type { Message } from '../language.ts';

export const folderErrors = {
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
    en: '{part, select, holder {The file with which you sign in is damaged. Nobody else is affected. Set a new password with two recovery cards (“Forgot the password?”), or have an administrator remove you and add you again.} other {A file of this office is damaged ({part, select, marker {office file} root_slot {key slot} vault {key vault} journal {key journal} records {records} records_copy {copy of the records} search_index {search index} attachment {attachment} other {file}}). Nothing in it was changed. Restore the office from a backup: the sign-in page offers it.}}',
    ko: '{part, select, holder {로그인에 쓰는 사용자 키 파일이 손상되었습니다. 다른 사용자에게는 영향이 없습니다. 복구 카드 두 장으로 새 비밀번호를 정하거나(‘비밀번호를 잊으셨나요?’) 관리자에게 사용자 삭제 후 재등록을 요청해 주십시오.} other {사무소 파일이 손상되었습니다({part, select, marker {사무소 정보 파일} root_slot {키 슬롯} vault {키 보관 파일} journal {키 추가 기록} records {기록 데이터베이스} records_copy {기록 사본} search_index {검색 색인} attachment {첨부 파일} other {파일}}). 폴더의 내용은 그대로입니다. 로그인 화면에서 백업으로 사무소를 복원할 수 있습니다.}}',
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
} satisfies Record<string, Message>;
