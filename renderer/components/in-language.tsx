import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import type { Language } from '../../shared/text/language.ts';
import { messagesFor } from '../../shared/text/messages.ts';

const catalogues: Readonly<Record<Language, Record<string, string>>> = {
  en: messagesFor('en'),
  ko: messagesFor('ko'),
};

/**
 * A part of a screen that speaks to somebody else than the person at the desk: the consent notice and its answers are in the
 * language of the person who consents, whatever the window speaks.
 */
export function InLanguage({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <IntlProvider
      locale={language}
      messages={catalogues[language]}
      onError={(error) => console.error(error.code, error.message)}
    >
      <I18nProvider locale={language === 'ko' ? 'ko-KR' : 'en-GB'}>
        <div lang={language}>{children}</div>
      </I18nProvider>
    </IntlProvider>
  );
}
