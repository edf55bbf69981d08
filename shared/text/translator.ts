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
  return (key, params) => intl.formatMessage({ id: key }, params ?? {});
}
