import type { Bilingual } from '../../shared/contract/fields.ts';
import type { Language } from '../../shared/text/language.ts';
import { createText, type MessageKey, type MessageValues, type Text } from '../../shared/text/messages.ts';

/** One thing said in each language of a document, the leading language first. */
export type Phrase = readonly { readonly language: Language; readonly text: string }[];

type Values = MessageValues | ((language: Language, text: Text) => MessageValues);

/** The languages of one document, and everything it says in them. */
export interface Wording {
  readonly languages: readonly Language[];
  /** A message in each language; `values` may depend on the language (dates, counted things). */
  say(key: MessageKey, values?: Values): Phrase;
  /** Something made per language. Where all languages come out the same it is said once. */
  each(write: (language: Language, text: Text) => string): Phrase;
  /** A text that is stored in both languages. */
  stored(text: Bilingual): Phrase;
}

/** Throws a RangeError if there is no language or one twice. */
export function createWording(languages: readonly Language[]): Wording {
  if (languages.length === 0 || new Set(languages).size !== languages.length) {
    throw new RangeError('a document has one or more different languages');
  }
  const texts = languages.map((language) => ({ language, text: createText(language) }));
  const each: Wording['each'] = (write) => {
    const phrase = texts.map(({ language, text }) => ({ language, text: write(language, text) }));
    return new Set(phrase.map((part) => part.text)).size === 1 ? phrase.slice(0, 1) : phrase;
  };
  return {
    languages,
    each,
    say: (key, values) =>
      each((language, text) => text(key, typeof values === 'function' ? values(language, text) : values)),
    stored: (text) => each((language) => text[language]),
  };
}

/** All languages in one line: `발급 기관 · Office`. */
export function inOneLine(phrase: Phrase): string {
  return phrase.map((part) => part.text).join(' · ');
}
