import { defineMessages } from './language.ts';

/** Texts of taking a consent: ways, guardian, drafts, people who may be the same. */
export const collectionCaptureMessages = defineMessages({
  'register.audit.code.collection.value_shown': { en: 'Sensitive item shown', ko: '민감 항목 열람' },
  'register.audit.code.collection.draft_begun': { en: 'Draft of a consent begun', ko: '동의 작성 시작' },
  'register.audit.code.collection.draft_resumed': { en: 'Draft of a consent resumed', ko: '동의 작성 재개' },
  'register.audit.code.collection.draft_ended': { en: 'Draft of a consent ended', ko: '동의 작성 종료' },
  'register.audit.code.collection.draft_keys_destroyed': {
    en: 'Keys of ended drafts destroyed',
    ko: '작성 내용의 암호 키 파기',
  },
});
