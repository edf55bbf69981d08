import { useEffect, useId } from 'react';
import type { Preferences } from '../../shared/contract/office.ts';
import type { Language } from '../../shared/text/language.ts';
import { useSessionSend, useStatus } from './session.ts';
import { useLanguage, useText } from './text.tsx';
import './preferences.css';

function languageOfComputer(): Language {
  return navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

/** Applies the theme to the document and answers with the language to speak; the computer's own until one was chosen. */
export function useAppearance(preferences: Preferences | undefined): Language {
  const theme = preferences?.theme ?? 'system';
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  return preferences?.language ?? languageOfComputer();
}

/** Language and theme, switchable wherever a person is: top bar, sign-in, first run, lock. */
export function PreferenceSwitches() {
  // The desk hidden behind the lock has switches of its own: radio buttons of one name would be one group.
  const id = useId();
  const text = useText();
  const language = useLanguage();
  const status = useStatus();
  const setPreferences = useSessionSend('office.setPreferences');
  const theme = status?.preferences.theme ?? 'system';
  const set = (change: Partial<Preferences>) => {
    void setPreferences.mutateAsync({ language, theme, ...change });
  };
  return (
    <div className="preferences">
      <fieldset className="preference">
        <legend className="visually-hidden">{text('office.preferences.language')}</legend>
        <Choice
          name={`${id}-language`}
          isChosen={language === 'en'}
          onChoose={() => set({ language: 'en' })}
          lang="en"
        >
          English
        </Choice>
        <Choice
          name={`${id}-language`}
          isChosen={language === 'ko'}
          onChoose={() => set({ language: 'ko' })}
          lang="ko"
        >
          한국어
        </Choice>
      </fieldset>
      <fieldset className="preference">
        <legend className="visually-hidden">{text('office.preferences.theme')}</legend>
        <Choice name={`${id}-theme`} isChosen={theme === 'light'} onChoose={() => set({ theme: 'light' })}>
          {text('office.preferences.light')}
        </Choice>
        <Choice name={`${id}-theme`} isChosen={theme === 'dark'} onChoose={() => set({ theme: 'dark' })}>
          {text('office.preferences.dark')}
        </Choice>
        <Choice name={`${id}-theme`} isChosen={theme === 'system'} onChoose={() => set({ theme: 'system' })}>
          {text('office.preferences.system')}
        </Choice>
      </fieldset>
    </div>
  );
}

function Choice(props: {
  name: string;
  isChosen: boolean;
  onChoose(): void;
  children: string;
  lang?: string;
}) {
  return (
    <label className="preference-choice" {...(props.lang ? { lang: props.lang } : {})}>
      <input
        type="radio"
        className="visually-hidden"
        name={props.name}
        checked={props.isChosen}
        onChange={props.onChoose}
      />
      <span>{props.children}</span>
    </label>
  );
}
