import type { Language } from '../../shared/text/language.ts';
import { createText, type Text } from '../../shared/text/messages.ts';

/** The words of a host in the language of the computer: Korean where the computer is Korean, English everywhere else. */
export function hostText(): Text {
  return createText(languageOfComputer());
}

function languageOfComputer(): Language {
  return new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('ko') ? 'ko' : 'en';
}
