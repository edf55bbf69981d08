import { defineMessages } from './language.ts';

/** Texts of the screens about paper: from the pulling list to the shredder. */
export const destructionPaperMessages = defineMessages({
  'office.document.name.destruction.pullingList': { en: 'Pulling list', ko: '반출 목록' },
});
