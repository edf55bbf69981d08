import { defineMessages } from './language.ts';

export const officeMessages = defineMessages({
  'office.preferences.language': { en: 'Language', ko: '언어' },
  'office.preferences.theme': { en: 'Appearance', ko: '화면 모드' },
  'office.preferences.light': { en: 'Light', ko: '밝게' },
  'office.preferences.dark': { en: 'Dark', ko: '어둡게' },
  'office.preferences.system': { en: 'As the computer', ko: '컴퓨터 설정' },
});
