import { defineMessages } from './language.ts';

/** Texts of printed documents. A certificate is evidence: every sentence says what is known and no more (ERASURE.md). */
export const documentsMessages = defineMessages({
  'documents.count.units': {
    en: '{count, plural, one {# record unit} other {# record units}}',
    ko: '기록 단위 {count, number}건',
  },
  'documents.count.people': {
    en: '{count, plural, one {# person} other {# people}}',
    ko: '정보주체 {count, number}명',
  },
  'documents.count.payloads': {
    en: '{count, plural, one {# sealed entry} other {# sealed entries}}',
    ko: '암호화 항목 {count, number}건',
  },
  'documents.count.attachments': {
    en: '{count, plural, =0 {no attachments} one {# attachment} other {# attachments}}',
    ko: '첨부 파일 {count, number}건',
  },
  'documents.page': {
    en: 'Page {page, number} of {pages, number}',
    ko: '{pages, number}쪽 중 {page, number}쪽',
  },
  'documents.none': { en: 'None', ko: '없음' },

  'documents.role.clerk': { en: 'clerk', ko: '접수 담당자' },
  'documents.role.reviewer': { en: 'reviewer', ko: '검토자' },
  'documents.role.operator': { en: 'operator', ko: '파기 수행자' },
  'documents.role.custodian': { en: 'custodian', ko: '분리보관 담당자' },
  'documents.role.auditor': { en: 'auditor', ko: '감사자' },
  'documents.role.administrator': { en: 'administrator', ko: '관리자' },

  'documents.certificate.title': { en: 'Certificate of destruction', ko: '개인정보 파기 확인서' },
  'documents.certificate.number': { en: 'No. {number}', ko: '제 {number} 호' },
  'documents.certificate.qr': {
    en: 'QR code with the number and digest of this certificate',
    ko: '이 확인서의 번호와 해시값을 담은 QR 코드',
  },
  'documents.certificate.conditional': { en: 'Conditional', ko: '조건부' },
  'documents.certificate.conditional.text': {
    en: 'This certificate is conditional. {keys, plural, =0 {} one {# registered copy of keys from before this destruction is still outstanding: whoever has it and also an older copy of the data could open the listed units with it. } other {# registered copies of keys from before this destruction are still outstanding: whoever has one and also an older copy of the data could open the listed units with it. }}{copies, plural, =0 {} one {# registered copy of the listed units in plaintext is still outstanding and can be read as it is. } other {# registered copies of the listed units in plaintext are still outstanding and can be read as they are. }}The condition stands until every copy named below has been refreshed, returned or reported destroyed; a completion is issued then.',
    ko: '이 확인서는 조건부입니다. {keys, plural, =0 {} other {이번 파기 이전의 키가 들어 있는 등록 사본 #건이 아직 회수되지 않았으며, 그 사본과 이전 데이터 사본을 함께 가진 사람은 아래 기록 단위를 열 수 있습니다. }}{copies, plural, =0 {} other {해당 기록 단위의 평문 등록 사본 #건이 아직 회수되지 않아 그대로 읽을 수 있습니다. }}이 조건은 아래에 적힌 사본이 모두 갱신되거나 반환되거나 파기된 것으로 보고될 때까지 유지되며, 그때 조건 해소 확인서를 발급합니다.',
  },
  'documents.certificate.statement': {
    en: 'This office certifies the destruction, on {date} and under destruction order {order}, of {units} of {people} kept in electronic form and listed in this certificate. What was done, what was verified, what was not verified and what is not covered are stated separately.',
    ko: '본 기관은 파기 지시 {order}에 따라 이 확인서에 적은 전자 {units}({people})을 {date}에 파기하였음을 확인합니다. 파기한 내용, 확인 결과, 확인하지 못한 사항, 보증하지 않는 사항을 나누어 적습니다.',
  },
  'documents.certificate.office': { en: 'Office', ko: '발급 기관' },
  'documents.certificate.issued': { en: 'Issued', ko: '발급 일시' },
  'documents.certificate.order': { en: 'Destruction order', ko: '파기 지시' },
  'documents.certificate.time': { en: '{time} ({timeZone})', ko: '{time} ({timeZone})' },
  'documents.certificate.amount': { en: 'Amount', ko: '파기 수량' },

  'documents.certificate.done': { en: 'Done', ko: '파기한 내용' },
  'documents.certificate.done.text': {
    en: 'All keys held by this application for the listed units were destroyed in the change of keys from epoch {before} to epoch {after}. Their rows and attachment files were deleted, and the database was re-encrypted under a new key.',
    ko: '이 프로그램이 보유한 해당 기록 단위의 키를 {before}세대에서 {after}세대로 교체하면서 모두 파기하였습니다. 해당 행과 첨부 파일을 삭제하고 데이터베이스를 새 키로 다시 암호화하였습니다.',
  },
  'documents.certificate.class': { en: 'Class', ko: '구분' },
  'documents.certificate.category': { en: 'Category', ko: '기록 분류' },
  'documents.certificate.basis': { en: 'Legal basis', ko: '보유 근거' },
  'documents.certificate.cause': { en: 'Reason', ko: '파기 사유' },
  'documents.certificate.units': { en: 'Units', ko: '건수' },
  'documents.certificate.entry': { en: 'No.', ko: '번호' },
  'documents.certificate.unit': { en: 'Unit', ko: '기록 단위' },
  'documents.certificate.triggeredOn': { en: 'Trigger', ko: '기산일' },
  'documents.certificate.keptThrough': { en: 'Kept through', ko: '보유 만료일' },
  'documents.certificate.dueOn': { en: 'Due', ko: '파기 예정일' },
  'documents.certificate.cause.period_ends': { en: 'Retention period ended', ko: '보유 기간 만료' },
  'documents.certificate.cause.consent_withdrawn': { en: 'Consent withdrawn', ko: '동의 철회' },
  'documents.certificate.cause.consent_expired': { en: 'Consent expired', ko: '동의 기간 만료' },
  'documents.certificate.cause.purpose_fulfilled': { en: 'Purpose fulfilled', ko: '처리 목적 달성' },
  'documents.certificate.cause.ended_but_obliged': {
    en: 'Purpose over; period required by law ended after separate retention',
    ko: '목적 종료 후 분리보관, 법정 보존 기간 만료',
  },
  'documents.certificate.cause.retained': {
    en: 'Extended by a decision of the review; extension ended',
    ko: '파기 검토에서 연장한 보유 기간 만료',
  },
  'documents.certificate.cause.withdrawn_but_obliged': {
    en: 'Consent withdrawn; period required by law ended after separate retention',
    ko: '동의 철회 후 분리보관, 법정 보존 기간 만료',
  },
  'documents.certificate.seeAnnex': {
    en: 'The units are listed one by one in the annex.',
    ko: '기록 단위별 목록은 붙임에 적었습니다.',
  },
  'documents.certificate.annex': { en: 'Annex: units destroyed', ko: '붙임: 파기한 기록 단위 목록' },
  'documents.certificate.annex.text': {
    en: 'The letters are the classes listed under “Done”. A unit is named by a random id that says nothing about the person.',
    ko: '구분은 ‘파기한 내용’의 표를 따릅니다. 기록 단위는 무작위 식별자로만 표시하며 개인을 알아볼 수 있는 정보는 없습니다.',
  },

  'documents.certificate.verified': { en: 'Verified', ko: '확인 결과' },
  'documents.certificate.check': { en: 'Check', ko: '확인 항목' },
  'documents.certificate.compared': { en: 'Compared', ko: '비교한 값' },
  'documents.certificate.result': { en: 'Result', ko: '결과' },
  'documents.certificate.result.pass': { en: 'Pass', ko: '적합' },
  'documents.certificate.result.fail': { en: 'Fail', ko: '부적합' },
  'documents.certificate.result.unknown': { en: 'Unknown', ko: '확인 불가' },
  'documents.certificate.check.database_key_superseded': {
    en: 'Opening the database with the superseded key was attempted and failed.',
    ko: '교체 전 키로 데이터베이스를 열어 보았으나 열리지 않았습니다.',
  },
  'documents.certificate.check.data_keys_absent': {
    en: 'The data keys of the units were looked for in the key vault and not found.',
    ko: '해당 기록 단위의 데이터 키를 키 보관소에서 찾아보았으나 없었습니다.',
  },
  'documents.certificate.check.sampled_ciphertext_unreadable': {
    en: 'Decrypting sampled ciphertext of the units was attempted with keys now held (numbers beside) and failed.',
    ko: '해당 기록 단위의 암호문 표본을 현재 보유한 키(시도한 개수는 옆 칸)로 복호화해 보았으나 복호화되지 않았습니다.',
  },
  'documents.certificate.check.superseded_files_absent': {
    en: 'The superseded key files were looked for and not found.',
    ko: '교체 전 키 파일을 찾아보았으나 없었습니다.',
  },
  'documents.certificate.check.rows_absent': {
    en: 'The rows of the units were looked for in the database and not found.',
    ko: '해당 기록 단위의 행을 데이터베이스에서 찾아보았으나 없었습니다.',
  },
  'documents.certificate.check.attachments_absent': {
    en: 'The attachment files of the units were looked for and not found.',
    ko: '해당 기록 단위의 첨부 파일을 찾아보았으나 없었습니다.',
  },
  'documents.certificate.check.no_residue': {
    en: 'The database has no free pages and its write-ahead log is empty.',
    ko: '데이터베이스에 빈 페이지가 없고 로그 파일이 비어 있습니다.',
  },
  'documents.certificate.check.counts_match': {
    en: 'As many records and attachments were deleted as had been counted beforehand.',
    ko: '삭제한 기록과 첨부 파일의 건수가 파기 전에 센 건수와 일치합니다.',
  },
  'documents.certificate.keyCopies': { en: 'Registered key copies', ko: '등록된 키 사본' },
  'documents.certificate.keyCopies.allRotated': {
    en: 'All rotated: no registered copy holds a key from before this destruction.',
    ko: '모두 교체됨: 이번 파기 이전의 키가 들어 있는 등록 사본은 없습니다.',
  },
  'documents.certificate.keyCopies.outstanding': {
    en: 'Outstanding: these registered copies still hold keys from before this destruction:',
    ko: '미회수: 다음 등록 사본에는 이번 파기 이전의 키가 남아 있습니다:',
  },
  'documents.certificate.copy.kind': { en: 'Copy', ko: '사본' },
  'documents.certificate.copy.reference': { en: 'Reference', ko: '관리 번호' },
  'documents.certificate.copy.sinceEpoch': { en: 'Holds keys since epoch', ko: '키 세대(부터)' },
  'documents.certificate.copy.since': { en: 'Made on', ko: '생성일' },
  'documents.certificate.copy.keysInWords': {
    en: '{copy} {reference} (keys since epoch {epoch})',
    ko: '{copy} {reference}({epoch}세대부터의 키)',
  },
  'documents.certificate.copy.inWords': {
    en: '{copy} {reference} (made on {date})',
    ko: '{copy} {reference}({date} 생성)',
  },
  'documents.certificate.copy.recovery_medium': { en: 'Recovery medium', ko: '복구 매체' },
  'documents.certificate.copy.recovery_kit': { en: 'Recovery kit', ko: '복구 키트' },
  'documents.certificate.copy.vault_copy': { en: 'Copy of the key vault', ko: '키 보관소 사본' },
  'documents.certificate.copy.operating_system_keystore': {
    en: 'Keystore of the operating system',
    ko: '운영체제 키 저장소',
  },
  'documents.certificate.copy.export': { en: 'Exported file', ko: '내보낸 파일' },
  'documents.certificate.copy.print': { en: 'Printout', ko: '출력물' },
  'documents.certificate.copy.backup': { en: 'Backup (ciphertext)', ko: '백업(암호문)' },
  'documents.certificate.copy.provided_to_vendor': { en: 'Copy with a vendor', ko: '수탁자 보유본' },
  'documents.certificate.copy.provided_to_recipient': { en: 'Copy with a recipient', ko: '제3자 보유본' },
  'documents.certificate.copy.paper_duplicate': { en: 'Duplicate on paper', ko: '종이 복사본' },

  'documents.certificate.notVerified': { en: 'Not verified', ko: '확인하지 못한 사항' },
  'documents.certificate.notVerified.none': {
    en: 'Nothing is entered under this heading.',
    ko: '해당 사항으로 적힌 것이 없습니다.',
  },
  'documents.certificate.notVerified.physical_media': {
    en: 'The physical storage medium was not examined. A program sees files, not what a disk may still hold beneath them.',
    ko: '물리적 저장 매체 자체는 검사하지 않았습니다. 프로그램은 파일만 볼 수 있으며 그 아래 디스크에 남아 있을 수 있는 것은 볼 수 없습니다.',
  },
  'documents.certificate.notVerified.memory_of_other_programs': {
    en: 'The memory of other programs on the computer was not examined.',
    ko: '컴퓨터에서 실행 중인 다른 프로그램의 메모리는 검사하지 않았습니다.',
  },
  'documents.certificate.notVerified.swap_and_hibernation': {
    en: 'Swap and hibernation areas of the computer were not examined.',
    ko: '컴퓨터의 스왑 영역과 최대 절전 모드 영역은 검사하지 않았습니다.',
  },
  'documents.certificate.storage': { en: 'Storage as found', ko: '저장 환경' },
  'documents.certificate.storage.text': {
    en: 'File\u00a0system:\u00a0{fileSystem}. Disk\u00a0encryption:\u00a0{encrypted, select, yes {yes} no {no} other {unknown}}. Solid-state\u00a0storage:\u00a0{solidState, select, yes {yes} no {no} other {unknown}}. Swap:\u00a0{swap, select, none {none} encrypted {encrypted} plain {not encrypted} other {unknown}}.',
    ko: '파일\u00a0시스템:\u00a0{fileSystem}. 디스크\u00a0암호화:\u00a0{encrypted, select, yes {예} no {아니요} other {알 수 없음}}. 반도체\u00a0저장\u00a0장치(SSD):\u00a0{solidState, select, yes {예} no {아니요} other {알 수 없음}}. 스왑:\u00a0{swap, select, none {없음} encrypted {암호화됨} plain {암호화되지 않음} other {알 수 없음}}.',
  },

  'documents.certificate.notCovered': { en: 'Not covered', ko: '보증하지 않는 사항' },
  'documents.certificate.notCovered.plaintext_exported_or_printed': {
    en: 'Plaintext that was exported or printed before and is listed as outstanding.',
    ko: '이전에 평문으로 내보내거나 출력하여 미회수로 등록된 것.',
  },
  'documents.certificate.notCovered.copies_never_registered': {
    en: 'Copies that were never registered.',
    ko: '등록된 적이 없는 사본.',
  },
  'documents.certificate.notCovered.flash_superseded_key_blocks': {
    en: 'Laboratory recovery of superseded key blocks from flash memory.',
    ko: '플래시 메모리에서 교체 전 키 블록을 실험실 장비로 복원하는 경우.',
  },
  'documents.certificate.knownCopies': { en: 'Registered copies of records', ko: '등록된 기록 사본' },
  'documents.certificate.knownCopies.none': {
    en: 'Registered copies of the listed units that are outstanding: none.',
    ko: '해당 기록 단위의 등록 사본 중 미회수된 것: 없음.',
  },
  'documents.certificate.knownCopies.outstanding': {
    en: 'These registered copies of the listed units are outstanding:',
    ko: '해당 기록 단위의 등록 사본 중 다음은 회수되지 않았습니다:',
  },

  'documents.certificate.method': { en: 'Method', ko: '파기 방법' },
  'documents.certificate.technique': { en: 'Technique', ko: '기법' },
  'documents.certificate.technique.text': {
    en: 'Cryptographic erase, deletion and re-encryption of the units. The storage medium as a whole was not sanitized: no Clear, Purge or Destroy of it is claimed.',
    ko: '기록 단위의 암호학적 삭제(cryptographic erase), 삭제, 재암호화. 저장 매체 전체를 소거한 것은 아니므로 매체에 대한 Clear, Purge, Destroy는 주장하지 않습니다.',
  },
  'documents.certificate.cipher': { en: 'Encryption', ko: '암호화' },
  'documents.certificate.cipher.text': {
    en: 'Entries and attachments: AES-256-GCM. Database pages: {pages, select, aegis {AEGIS-256, not a NIST-approved cipher} other {SQLCipher, AES-256-CBC with HMAC}}. Key strength: {bits} bits.',
    ko: '항목과 첨부 파일: AES-256-GCM. 데이터베이스 페이지: {pages, select, aegis {AEGIS-256(NIST 승인 암호 아님)} other {SQLCipher(AES-256-CBC 및 HMAC)}}. 키 강도: {bits}비트.',
  },
  'documents.certificate.tool': { en: 'Tool and verification', ko: '도구 및 검증' },
  'documents.certificate.tool.text': {
    en: '{tool}. Verified by the tool itself, directly after the destruction, with the checks listed under “Verified”.',
    ko: '{tool}. 파기 직후 같은 도구로 ‘확인 결과’의 항목을 검사함.',
  },
  'documents.certificate.carriedOut': { en: 'Carried out', ko: '파기 일시' },
  'documents.certificate.carriedOut.text': {
    en: '{start} to {finish} ({timeZone})',
    ko: '{start} ~ {finish} ({timeZone})',
  },

  'documents.certificate.people': { en: 'People and signatures', ko: '관계자 및 서명' },
  'documents.certificate.requester': { en: 'Requested by', ko: '요청자' },
  'documents.certificate.approver': { en: 'Approved by', ko: '승인자' },
  'documents.certificate.operator': { en: 'Carried out by', ko: '파기 수행자' },
  'documents.certificate.officer': {
    en: 'Result confirmed by (privacy officer)',
    ko: '결과 확인자(개인정보 보호책임자)',
  },
  'documents.certificate.left_out': {
    en: '{count, plural, one {# record unit of the order was} other {# record units of the order were}} left out because of a hold and not destroyed.',
    ko: '지시의 기록 단위 중 {count, number}건은 파기 보류로 제외되어 파기하지 않았습니다.',
  },
  'documents.certificate.on_behalf_of': {
    en: 'standing in for staff number {number}',
    ko: '직원 번호 {number} 대행',
  },
  'documents.certificate.staffNumber': { en: 'Staff number {number}', ko: '직원 번호 {number}' },
  'documents.certificate.signedWith': {
    en: 'Signed electronically, key {key}',
    ko: '전자 서명함, 키 {key}',
  },
  'documents.certificate.confirmByHand': {
    en: 'Confirmed on paper, with date and signature',
    ko: '서면으로 확인, 날짜와 서명을 적음',
  },
  'documents.certificate.signHere': { en: 'Signature', ko: '(서명 또는 인)' },

  'documents.certificate.evidence': { en: 'Evidence', ko: '증빙' },
  'documents.certificate.evidence.text': {
    en: 'The filed copy of this sheet anchors the audit log: at the size given here the log must have this root. The units root commits to the units by the random codes on the consent receipts; it names nobody.',
    ko: '보관된 이 확인서는 감사 기록의 기준점이 됩니다. 감사 기록은 아래 크기에서 아래 루트 값을 가져야 합니다. 기록 단위 루트는 동의 접수증의 무작위 코드로 파기한 기록 단위를 확정하며, 누구의 기록인지는 나타내지 않습니다.',
  },
  'documents.certificate.audit': { en: 'Audit log', ko: '감사 기록' },
  'documents.certificate.audit.text': {
    en: 'Origin {origin}, size {size, number} entries',
    ko: '출처 {origin}, 크기 {size, number}건',
  },
  'documents.certificate.audit.root': { en: 'Audit root', ko: '감사 기록 루트' },
  'documents.certificate.audit.signature': { en: 'Checkpoint signature', ko: '기준점 서명' },
  'documents.certificate.orderDigest': { en: 'Order digest', ko: '파기 지시 해시' },
  'documents.certificate.unitsRoot': { en: 'Units root', ko: '기록 단위 루트' },
  'documents.certificate.digest': { en: 'Digest (SHA-256)', ko: '확인서 해시(SHA-256)' },
  'documents.certificate.signature': { en: 'Signature (Ed25519)', ko: '확인서 서명(Ed25519)' },
  'documents.certificate.publicKey': { en: 'Public key', ko: '공개 키' },

  'documents.completion.title': {
    en: 'Completion of a certificate of destruction',
    ko: '파기 확인서 조건 해소 확인서',
  },
  'documents.completion.statement': {
    en: 'Certificate of destruction {number}, issued for {units} under destruction order {order}, was conditional. {copies, plural, one {The one registered copy that it names as outstanding has} other {All # registered copies that it names as outstanding have}} ended as stated below. With that its condition no longer stands. The certificate itself is unchanged and stays valid; this sheet is to be filed with it.',
    ko: '파기 지시 {order}에 따른 {units}의 파기 확인서 제 {number} 호는 조건부로 발급되었습니다. 그 확인서에 미회수로 적힌 등록 사본 {copies, number}건이 아래와 같이 모두 정리되어 조건이 해소되었음을 확인합니다. 원래의 확인서는 변경되지 않고 그대로 유효하며, 이 문서를 함께 보관합니다.',
  },
  'documents.completion.completes': { en: 'Completes certificate', ko: '대상 확인서' },
  'documents.completion.completesIssued': { en: 'which was issued', ko: '대상 확인서 발급 일시' },
  'documents.completion.completesDigest': { en: 'Its digest', ko: '대상 확인서 해시' },
  'documents.completion.copies': { en: 'How each copy ended', ko: '사본별 정리 내역' },
  'documents.completion.ended': { en: 'Ended', ko: '정리 결과' },
  'documents.completion.ended.refreshed': {
    en: 'Brought up to epoch {epoch}; holds no key from before',
    ko: '{epoch}세대 키로 갱신됨(이전 키 없음)',
  },
  'documents.completion.ended.destroyed': { en: 'Destroyed', ko: '파기됨' },
  'documents.completion.ended.returned': { en: 'Returned, nothing kept', ko: '반환됨(남은 사본 없음)' },
  'documents.completion.endedAt': { en: 'On', ko: '일시' },
  'documents.completion.reportedBy': { en: 'Entered by', ko: '기록자' },
  'documents.completion.byApplication': { en: 'the application', ko: '프로그램' },
  'documents.completion.notVerified': {
    en: 'That a copy was destroyed or returned is what the person named reported; the application cannot see it. That a copy of the keys was brought up to a later epoch was done and read back by the application itself.',
    ko: '사본의 파기와 반환은 기록자가 보고한 내용이며 프로그램이 직접 확인할 수 없습니다. 키 사본의 갱신은 프로그램이 직접 수행하고 다시 읽어 확인하였습니다.',
  },
  'documents.completion.notCovered': {
    en: 'Copies that were never registered, and copies that are not named in the certificate this sheet completes.',
    ko: '등록된 적이 없는 사본과, 대상 확인서에 적히지 않은 사본.',
  },
  'documents.completion.evidence': {
    en: 'The digest names the one certificate that this sheet completes. The filed copy of this sheet anchors the audit log: at the size given here the log must have this root.',
    ko: '대상 확인서 해시는 이 문서가 해소하는 확인서를 특정합니다. 보관된 이 문서는 감사 기록의 기준점이 됩니다. 감사 기록은 아래 크기에서 아래 루트 값을 가져야 합니다.',
  },

  'documents.certificate.attachment': {
    en: 'The certificate, machine-readable, with digest and signature',
    ko: '해시값과 서명을 포함한 기계 판독용 확인서',
  },
});
