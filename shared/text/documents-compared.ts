import { defineMessages } from './language.ts';

/** What the checks of a destruction compared (verification-probe.ts, execution-verification.ts); the names are theirs. */
export const documentsComparedMessages = defineMessages({
  'documents.compared.value.opens': { en: 'opens', ko: '열림' },
  'documents.compared.value.refused': { en: 'refused', ko: '거부됨' },
  'documents.compared.value.unknown': { en: 'unknown', ko: '알 수 없음' },
  'documents.compared.value.absent': { en: 'absent', ko: '없음' },
  'documents.compared.value.none': { en: 'none', ko: '없음' },
  'documents.compared.currentKey': { en: 'current key:\u00a0{value}', ko: '현재 키:\u00a0{value}' },
  'documents.compared.supersededKey': { en: 'superseded key:\u00a0{value}', ko: '교체 전 키:\u00a0{value}' },
  'documents.compared.asked': { en: 'looked for:\u00a0{value}', ko: '찾은 대상:\u00a0{value}' },
  'documents.compared.found': { en: 'found:\u00a0{value}', ko: '발견:\u00a0{value}' },
  'documents.compared.foundInMemory': {
    en: 'found in memory:\u00a0{value}',
    ko: '메모리에서 발견:\u00a0{value}',
  },
  'documents.compared.keysInMemory': {
    en: 'of keys in memory:\u00a0{value}',
    ko: '메모리의 키:\u00a0{value}',
  },
  'documents.compared.foundOnDisk': {
    en: 'found on disk:\u00a0{value}',
    ko: '디스크에서 발견:\u00a0{value}',
  },
  'documents.compared.keysOnDisk': { en: 'of keys on disk:\u00a0{value}', ko: '디스크의 키:\u00a0{value}' },
  'documents.compared.samples': { en: 'samples:\u00a0{value}', ko: '표본:\u00a0{value}' },
  'documents.compared.keysHeld': { en: 'keys held:\u00a0{value}', ko: '보유한 키:\u00a0{value}' },
  'documents.compared.keysTried': { en: 'keys tried:\u00a0{value}', ko: '시도한 키:\u00a0{value}' },
  'documents.compared.openedWithKeysInMemory': {
    en: 'opened with keys in memory:\u00a0{value}',
    ko: '메모리의 키로 열림:\u00a0{value}',
  },
  'documents.compared.openedWithKeysOnDisk': {
    en: 'opened with keys on disk:\u00a0{value}',
    ko: '디스크의 키로 열림:\u00a0{value}',
  },
  'documents.compared.epoch': { en: 'epoch:\u00a0{value}', ko: '키 세대:\u00a0{value}' },
  'documents.compared.otherVaults': { en: 'other vaults:\u00a0{value}', ko: '다른 키 보관소:\u00a0{value}' },
  'documents.compared.rootSlots': {
    en: 'epochs of the root slots:\u00a0{value}',
    ko: '루트 슬롯의 세대:\u00a0{value}',
  },
  'documents.compared.pages': { en: 'pages:\u00a0{value}', ko: '페이지:\u00a0{value}' },
  'documents.compared.freelistPages': { en: 'free pages:\u00a0{value}', ko: '빈 페이지:\u00a0{value}' },
  'documents.compared.walBytes': { en: 'log bytes:\u00a0{value}', ko: '로그 바이트:\u00a0{value}' },
  'documents.compared.files': { en: 'files:\u00a0{value}', ko: '파일:\u00a0{value}' },
  'documents.compared.unknownFiles': {
    en: 'unknown files:\u00a0{value}',
    ko: '알 수 없는 파일:\u00a0{value}',
  },
  'documents.compared.temporaryFiles': { en: 'temporary files:\u00a0{value}', ko: '임시 파일:\u00a0{value}' },
  'documents.compared.unitsLookedFor': {
    en: 'units looked for:\u00a0{value}',
    ko: '찾은 기록 단위:\u00a0{value}',
  },
  'documents.compared.unitsFound': { en: 'units found:\u00a0{value}', ko: '남은 기록 단위:\u00a0{value}' },
  'documents.compared.consentsFound': { en: 'consents found:\u00a0{value}', ko: '남은 동의:\u00a0{value}' },
  'documents.compared.peopleFound': { en: 'people found:\u00a0{value}', ko: '남은 정보주체:\u00a0{value}' },
  'documents.compared.attachmentsRegistered': {
    en: 'attachments registered:\u00a0{value}',
    ko: '등록된 첨부 파일:\u00a0{value}',
  },
  'documents.compared.attachmentFiles': {
    en: 'attachment files:\u00a0{value}',
    ko: '남은 첨부 파일:\u00a0{value}',
  },
  'documents.compared.unitsOrdered': {
    en: 'units ordered:\u00a0{value}',
    ko: '지시한 기록 단위:\u00a0{value}',
  },
  'documents.compared.unitsDeleted': {
    en: 'units deleted:\u00a0{value}',
    ko: '삭제한 기록 단위:\u00a0{value}',
  },
  'documents.compared.consentsPlanned': {
    en: 'consents planned:\u00a0{value}',
    ko: '삭제할 동의:\u00a0{value}',
  },
  'documents.compared.consentsDeleted': {
    en: 'consents deleted:\u00a0{value}',
    ko: '삭제한 동의:\u00a0{value}',
  },
  'documents.compared.peoplePlanned': {
    en: 'people planned:\u00a0{value}',
    ko: '삭제할 정보주체:\u00a0{value}',
  },
  'documents.compared.peopleDeleted': {
    en: 'people deleted:\u00a0{value}',
    ko: '삭제한 정보주체:\u00a0{value}',
  },
  'documents.compared.rows': { en: 'rows:\u00a0{value}', ko: '행:\u00a0{value}' },
  'documents.compared.attachments': { en: 'attachments:\u00a0{value}', ko: '첨부 파일:\u00a0{value}' },
  'documents.compared.expected': { en: 'expected:\u00a0{value}', ko: '예상:\u00a0{value}' },
  'documents.compared.counted': { en: 'counted:\u00a0{value}', ko: '실제:\u00a0{value}' },
});
