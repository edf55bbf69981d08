import { type ReactNode, useEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider, useIntl } from 'react-intl';
import type { Bilingual } from '../../shared/contract/fields.ts';
import { formatDate, formatInstant, formatList, formatNumber } from '../../shared/text/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { isMessageKey, type MessageKey, messagesFor, type Text } from '../../shared/text/messages.ts';
import { isolated } from '../../shared/text/translator.ts';

const catalogues: Readonly<Record<Language, Record<string, string>>> = {
  en: messagesFor('en'),
  ko: messagesFor('ko'),
};

// Day before month in English, as on the certificates.
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', ko: 'ko-KR' };

/** Puts everything below it into one language: messages, react-aria's own words, the `lang` of the document. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <IntlProvider
      locale={language}
      messages={catalogues[language]}
      onError={(error) => console.error(error.code, error.message)}
    >
      <I18nProvider locale={locales[language]}>{children}</I18nProvider>
    </IntlProvider>
  );
}

export function useLanguage(): Language {
  return useIntl().locale === 'ko' ? 'ko' : 'en';
}

/** The one way a screen gets a text: `const text = useText(); text('collection.forms.title')`. */
export function useText(): Text {
  const intl = useIntl();
  return useMemo<Text>(
    () => (key: MessageKey, params) =>
      intl.formatMessage({ id: key }, params === undefined ? {} : isolated(params)),
    [intl],
  );
}

/** Dates, numbers and two-language values, as the person at the desk reads them. */
export function useFormat(timeZone = 'UTC') {
  const language = useLanguage();
  return useMemo(
    () => ({
      /** `2026-03-05` -> `5 March 2026` */
      date: (plainDate: string) => formatDate(plainDate, language),
      /** A UTC instant in the office's time zone; see `useOfficeFormat`. */
      instant: (at: string, options?: { seconds?: boolean }) =>
        formatInstant(at, timeZone, language, options),
      number: (value: number) => formatNumber(value, language),
      list: (items: readonly string[]) => formatList(items, language),
      /** The side of a `{ en, ko }` value that this person reads. */
      say: (value: Bilingual) => value[language],
    }),
    [language, timeZone],
  );
}

/**
 * Says a key that arrived from the records thread. An unknown key, or one whose parameters do not fit, becomes the general
 * sentence: a person is never shown a key.
 */
export function useAnswerText(): (key: string, params: Record<string, string | number>) => string {
  const text = useText();
  return (key, params) => (isMessageKey(key) ? text(key, params) : text('common.error.unexpected'));
}
