import type { Language } from '../../shared/text/language.ts';

/** In what a document is written: one language, or both in one document. */
export type DocumentLanguage = Language | 'both';
