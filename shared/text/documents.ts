import { defineMessages } from './language.ts';

export const documentsMessages = defineMessages({
  'documents.count.units': {
    en: '{count, plural, one {# record unit} other {# record units}}',
    ko: '기록 단위 {count, number}건',
  },
});
