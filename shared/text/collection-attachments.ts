import { defineMessages } from './language.ts';

/** What refusals about attached files say; joined to the other refusals in errors.ts. */
export const attachmentErrors = {
  'error.attachment_too_large': {
    en: 'The file is too large. A file may have up to {megabytes, number} MB; scan it in fewer pages or a lower resolution.',
    ko: '파일이 너무 큽니다. 파일 하나는 {megabytes, number}MB까지 첨부할 수 있습니다. 쪽수나 해상도를 줄여 다시 스캔해 주십시오.',
  },
  'error.attachment_type_unknown': {
    en: 'This is not a PDF, JPEG, PNG or TIFF file and not a recording (WAV, MP3, M4A, OGG), whatever it is called, or it is damaged. Nothing of it was kept.',
    ko: '이름과 관계없이 내용이 PDF, JPEG, PNG, TIFF 또는 녹음 파일(WAV, MP3, M4A, OGG)이 아니거나 손상된 파일입니다. 저장하지 않았습니다.',
  },
  'error.attachment_of_another_kind': {
    en: 'A signed form is proven by scans or photographs, a call by its recording. Remove the file that is neither.',
    ko: '서면 동의에는 스캔 파일이나 사진을, 전화 동의에는 녹음 파일을 추가해야 합니다. 맞지 않는 파일을 삭제해 주십시오.',
  },
  'error.attachment_uploads_open': {
    en: 'There are {maximum, number} files being added already. Wait until one of them is done.',
    ko: '이미 파일 {maximum, number}개를 첨부하는 중입니다. 하나가 끝난 뒤 다시 시도해 주십시오.',
  },
  'error.attachment_upload_unknown': {
    en: 'Adding this file was ended, for example by a lock of the screen. Add it again.',
    ko: '화면 잠금 등으로 파일 첨부가 중단되었습니다. 다시 첨부해 주십시오.',
  },
  'error.attachment_chunk_unexpected': {
    en: 'A piece of the file did not come in its turn or has the wrong length. The next one is number {expected, number}.',
    ko: '파일 조각의 순서나 길이가 맞지 않습니다. 다음 조각 번호는 {expected, number}입니다.',
  },
  'error.attachment_chunk_unknown': {
    en: 'The file has no such piece.',
    ko: '파일에 해당 번호의 조각이 없습니다.',
  },
  'error.attachment_incomplete': {
    en: 'Not all of the file has come. Add it again.',
    ko: '파일이 끝까지 전달되지 않았습니다. 다시 첨부해 주십시오.',
  },
  'error.attachment_differs': {
    en: 'What came is not what was sent. Nothing of it was kept; add the file again.',
    ko: '전달된 내용이 원본과 다릅니다. 저장하지 않았으니 다시 첨부해 주십시오.',
  },
  'error.attachment_not_opened': {
    en: 'Open the file first, with the reason for looking at it.',
    ko: '먼저 열람 사유를 밝히고 파일을 열어 주십시오.',
  },
  'error.attachment_missing': {
    en: 'The file of this attachment is no longer in the data folder. Where a backup has it, the next backup to the same disk brings it back.',
    ko: '첨부 파일이 데이터 폴더에 없습니다. 백업에 남아 있으면 같은 디스크에 다시 백업할 때 되살립니다.',
  },
  'error.attachment_damaged': {
    en: 'The file of this attachment was changed or damaged on the disk, so it is not shown. Where a backup has it whole, the next backup to the same disk brings it back.',
    ko: '첨부 파일이 디스크에서 변경되었거나 손상되어 표시하지 않습니다. 백업에 온전한 파일이 있으면 같은 디스크에 다시 백업할 때 되살립니다.',
  },
  'error.attachment_unit_closed': {
    en: 'Nothing can be added here: the consent was withdrawn, or what is kept is retained separately or to be destroyed.',
    ko: '동의가 철회되었거나 분리보관 또는 파기 지시 중인 정보에는 파일을 첨부할 수 없습니다.',
  },
  'error.attachment_unit_ordered': {
    en: 'What this file belongs to is on a destruction order. It is destroyed with it.',
    ko: '파기 지시에 포함된 정보의 첨부 파일입니다. 해당 정보와 함께 파기됩니다.',
  },
  'error.attachment_unit_held': {
    en: 'What this file belongs to is on hold. Nothing of it may be removed until the hold is released.',
    ko: '파기 보류 중인 정보의 첨부 파일입니다. 보류가 해제될 때까지 삭제할 수 없습니다.',
  },
} as const;

export const collectionAttachmentMessages = defineMessages({
  'collection.attachments.title': { en: 'Attached files', ko: '첨부 파일' },
  'collection.attachments.none': { en: 'No file is attached.', ko: '첨부된 파일이 없습니다.' },
  'collection.attachments.hint': {
    en: 'PDF, JPEG, PNG, TIFF or a recording, up to {megabytes, number} MB each. Destroyed together with what is kept for the purpose.',
    ko: 'PDF, JPEG, PNG, TIFF, 녹음 파일 · 파일당 {megabytes, number}MB 이하. 해당 목적으로 보관하는 정보와 함께 파기됩니다.',
  },
  'collection.attachments.add': { en: 'Add a file', ko: '파일 추가' },
  'collection.attachments.drop': { en: 'or drop it here', ko: '또는 여기로 끌어 놓기' },
  'collection.attachments.add_to': { en: 'Add a file for “{purpose}”', ko: '“{purpose}” 파일 추가' },
  'collection.attachments.adding': {
    en: 'Adding {fileName}: {percent, number}%',
    ko: '{fileName} 첨부 중: {percent, number}%',
  },
  'collection.attachments.added': { en: 'Added: {fileName}.', ko: '첨부했습니다: {fileName}' },
  'collection.attachments.one_by_one': {
    en: 'One file after the other: drop a single one.',
    ko: '파일은 한 번에 하나씩 첨부해 주십시오.',
  },
  'collection.attachments.facts': {
    en: '{type} · {size} · added {at}, staff no. {number}',
    ko: '{type} · {size} · {at} 첨부, 직원 번호 {number}',
  },
  'collection.attachments.kilobytes': { en: '{size, number} KB', ko: '{size, number}KB' },
  'collection.attachments.megabytes': { en: '{size} MB', ko: '{size}MB' },
  'collection.attachments.view': { en: 'View', ko: '보기' },
  'collection.attachments.view_named': { en: 'View {fileName}', ko: '{fileName} 보기' },
  'collection.attachments.remove': { en: 'Remove', ko: '삭제' },
  'collection.attachments.remove_named': { en: 'Remove {fileName}', ko: '{fileName} 삭제' },
  'collection.attachments.remove_title': {
    en: 'Remove “{fileName}”?',
    ko: '“{fileName}” 파일을 삭제할까요?',
  },
  'collection.attachments.remove_text': {
    en: 'For a file added by mistake. It cannot be brought back, and no certificate is made: what has served its purpose goes by a destruction order.',
    ko: '잘못 첨부한 파일을 삭제할 때 사용합니다. 되돌릴 수 없으며 파기 확인서가 발급되지 않습니다. 보유 목적을 다한 정보는 파기 지시로 파기해 주십시오.',
  },
  'collection.attachments.remove_confirm': { en: 'Remove file', ko: '파일 삭제' },
  'collection.attachments.removed': { en: 'Removed.', ko: '삭제했습니다.' },
  'collection.attachments.reading': { en: 'Reading: {percent, number}%', ko: '읽는 중: {percent, number}%' },
  'collection.attachments.close': { en: 'Close', ko: '닫기' },
  'collection.attachments.page': { en: 'Page {page, number}', ko: '{page, number}쪽' },
  'collection.attachments.play': { en: 'Recording', ko: '녹음 재생' },
  'collection.attachments.cannot_show': { en: 'Cannot be shown here', ko: '여기서 표시할 수 없습니다' },
  'collection.attachments.cannot_show_tiff': {
    en: 'Windows of this application cannot show TIFF pictures. The file is kept and is destroyed like any other.',
    ko: '이 프로그램에서는 TIFF 그림을 표시할 수 없습니다. 파일은 다른 파일과 같이 보관하고 파기합니다.',
  },
  'collection.attachments.cannot_show_damaged': {
    en: 'The file is as it was added, but nothing in this window can read it.',
    ko: '파일은 첨부한 그대로이지만 이 화면에서 읽을 수 없는 내용입니다.',
  },

  'collection.people.search_hint': {
    en: 'Part of the name, initial consonants, last digits of the telephone number, or receipt code',
    ko: '이름 일부, 초성, 전화번호 끝자리, 접수 확인 번호',
  },
  'collection.people.still_indexing': {
    en: 'The search index is being made anew: {people, number} of {of, number} people so far. More may be found in a moment.',
    ko: '검색 색인을 다시 만드는 중입니다({people, number}/{of, number}명). 잠시 후 더 찾을 수 있습니다.',
  },

  'register.audit.code.collection.attachment_added': { en: 'File attached', ko: '파일 첨부' },
  'register.audit.code.collection.attachment_opened': { en: 'Attached file opened', ko: '첨부 파일 열람' },
  'register.audit.code.collection.attachment_removed': { en: 'Attached file removed', ko: '첨부 파일 삭제' },
  'register.audit.about.attachmentId': { en: 'attached file', ko: '첨부 파일' },
  'register.audit.about.unitId': { en: 'unit', ko: '기록 단위' },
  'register.audit.about.bytes': { en: 'bytes', ko: '바이트' },

  'destruction.step.remove_attachments': {
    en: 'Overwriting and removing attachments',
    ko: '첨부 파일 덮어쓰기 및 삭제',
  },
  'documents.compared.attachmentsLookedFor': {
    en: 'attachments looked for:\u00a0{value}',
    ko: '찾은 대상 첨부 파일:\u00a0{value}',
  },
  'documents.compared.rowsFound': { en: 'rows found:\u00a0{value}', ko: '발견된 행:\u00a0{value}' },
  'documents.compared.filesFound': { en: 'files found:\u00a0{value}', ko: '발견된 파일:\u00a0{value}' },
  'documents.compared.filesUnnamed': {
    en: 'files without a record:\u00a0{value}',
    ko: '기록 없는 파일:\u00a0{value}',
  },
  'documents.compared.attachmentsKept': {
    en: 'attachments kept:\u00a0{value}',
    ko: '보관 중인 첨부 파일:\u00a0{value}',
  },
  'documents.compared.filesMissing': { en: 'files missing:\u00a0{value}', ko: '없어진 파일:\u00a0{value}' },
  'documents.compared.attachmentsPlanned': {
    en: 'attachments planned:\u00a0{value}',
    ko: '파기 예정 첨부 파일:\u00a0{value}',
  },
  'documents.compared.attachmentsDeleted': {
    en: 'attachments deleted:\u00a0{value}',
    ko: '파기한 첨부 파일:\u00a0{value}',
  },
  'documents.compared.searchIndex': { en: 'search index:\u00a0{value}', ko: '검색 색인:\u00a0{value}' },
});
