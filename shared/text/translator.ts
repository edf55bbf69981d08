import { createIntl, createIntlCache } from '@formatjs/intl';
import type { Language, Message } from './language.ts';

export type MessageValues = Readonly<Record<string, string | number>>;

const cache = createIntlCache();

/** The flat `{ key: text }` of one language. */
export function inLanguage(
  catalogue: Readonly<Record<string, Message>>,
  language: Language,
): Record<string, string> {
  return Object.fromEntries(Object.entries(catalogue).map(([key, message]) => [key, message[language]]));
}

/** `text(key, params)` over some of the messages; what stands alone carries only its own. */
export function createTranslator<Key extends string>(
  catalogue: Readonly<Record<string, Message>>,
  language: Language,
): (key: Key, params?: MessageValues) => string {
  const intl = createIntl(
    {
      locale: language,
      messages: inLanguage(catalogue, language),
      onError: (error) => {
        throw error;
      },
    },
    cache,
  );
  return (key, params) => intl.formatMessage({ id: key }, params === undefined ? {} : isolated(params));
}

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * What is put into a sentence, set apart where it is written from right to left (FIRST STRONG ISOLATE, UAX 9): otherwise a date
 * after such a name would be read as a part of it and change places with it.
 */
export function isolated(params: MessageValues): MessageValues {
  const values = Object.entries(params);
  if (!values.some(([, value]) => typeof value === 'string' && rightToLeft.test(value))) return params;
  return Object.fromEntries(
    values.map(([name, value]) => [
      name,
      typeof value === 'string' && rightToLeft.test(value) ? `\u2068${value}\u2069` : value,
    ]),
  );
}
