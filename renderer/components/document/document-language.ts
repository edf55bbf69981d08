import type { Language } from '../../../shared/text/language.ts';

/** In what a document is written: one language, or both in one document. */
export type DocumentLanguage = Language | 'both';

/** The language of the window leads where both are printed. */
export function languagesOf(chosen: DocumentLanguage, window: Language): Language[] {
  return chosen === 'both' ? [window, window === 'en' ? 'ko' : 'en'] : [chosen];
}
