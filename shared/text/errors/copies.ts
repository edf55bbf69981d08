import type { Message } from '../language.ts';

export const copiesErrors = {
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
    en: '{part, select, attachment {An attached file of this backup is missing or damaged, so that nothing was restored yet. Another backup may have it whole.} other {This backup is damaged ({part, select, manifest {its list of contents} records {its records} other {a file}}) and was not used. Choose another one; the others are not affected.}}',
    ko: '{part, select, attachment {이 백업의 첨부 파일이 없거나 손상되어 아직 아무것도 복원하지 않았습니다. 다른 백업에는 온전한 파일이 있을 수 있습니다.} other {이 백업은 손상되어 사용하지 않았습니다({part, select, manifest {내용 목록} records {기록 데이터베이스} other {파일}}). 다른 백업을 선택해 주십시오. 나머지 백업에는 영향이 없습니다.}}',
  },
  'error.attachments_lost': {
    en: 'Attached files of this office are damaged or gone, and no backup in this folder has them whole. Back up to the folder of another disk that has.',
    ko: '이 사무소의 첨부 파일 일부가 손상되거나 없어졌고, 이 폴더의 백업에도 온전한 파일이 없습니다. 온전한 파일이 있는 다른 디스크의 백업 폴더에 백업하면 되살릴 수 있습니다.',
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
} satisfies Record<string, Message>;
