import { createIntl, createIntlCache } from '@formatjs/intl';
import { describe, expect, it } from 'vitest';
import { languages, type Message } from '../../../shared/text/language.ts';
import {
  createText,
  isMessageKey,
  messageFiles,
  messages,
  messagesFor,
} from '../../../shared/text/messages.ts';

const catalogue: Readonly<Record<string, Message>> = messages;
const cache = createIntlCache();

/** The names of the placeholders of a message, from its parsed form; throws if the text is not ICU MessageFormat. */
function placeholders(text: string, language: string): string[] {
  const intl = createIntl({ locale: language, onError: () => undefined }, cache);
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const part of node) visit(part);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    // Parser node types 1 to 6 are the ones with a name: argument, number, date, time, select, plural; 8 is a tag.
    if ('type' in node && node.type === 8) throw new Error('rich text tags are not used in this catalogue');
    if (
      'type' in node &&
      'value' in node &&
      typeof node.type === 'number' &&
      node.type >= 1 &&
      node.type <= 6
    ) {
      names.add(String(node.value));
    }
    if ('options' in node && typeof node.options === 'object' && node.options !== null) {
      for (const option of Object.values(node.options)) visit(option);
    }
    if ('value' in node) visit(node.value);
  };
  visit(intl.formatters.getMessageFormat(text, language).getAst());
  return [...names].sort();
}

describe('the message catalogue', () => {
  it('declares no key in two files', () => {
    const keys = Object.values(messageFiles).flatMap((file) => Object.keys(file));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it.each(Object.entries(messageFiles))(
    'has every text of %s in every language, with the same placeholders',
    (_, file) => {
      const wrong: string[] = [];
      for (const [key, message] of Object.entries<Message>(file)) {
        try {
          const names = languages.map((language) => {
            if (message[language].trim() === '') throw new Error(`empty in ${language}`);
            return placeholders(message[language], language).join(', ');
          });
          if (new Set(names).size > 1) throw new Error(`placeholders differ: ${names.join(' | ')}`);
        } catch (error) {
          wrong.push(`${key}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it('writes every Korean text with Korean letters where the English one has words', () => {
    const untranslated = Object.entries(catalogue)
      .filter(([, { en, ko }]) => en === ko && /[a-z]{4}/u.test(en.replaceAll(/Ashbook|\{[^}]*\}/gu, '')))
      .map(([key]) => key);
    expect(untranslated).toEqual([]);
  });

  it('gives react-intl a flat table a language', () => {
    for (const language of languages) {
      expect(Object.keys(messagesFor(language)).sort()).toEqual(Object.keys(catalogue).sort());
    }
  });

  it('knows its own keys', () => {
    expect(isMessageKey('toString')).toBe(false);
    for (const key of Object.keys(catalogue)) expect(isMessageKey(key)).toBe(true);
  });
});

describe('createText', () => {
  it('fills parameters and counts in the language', () => {
    expect(createText('en')('documents.count.units', { count: 1 })).toBe('1 record unit');
    expect(createText('en')('documents.count.units', { count: 1200 })).toBe('1,200 record units');
    expect(createText('ko')('documents.count.units', { count: 1200 })).toBe('기록 단위 1,200건');
  });

  it('throws instead of showing a sentence with a hole in it', () => {
    expect(() => createText('en')('documents.count.units')).toThrow();
  });
});

describe('what is put into a sentence', () => {
  const text = createText('en');

  it('is set apart where it is written from right to left, so that what follows stays where it is', () => {
    expect(text('documents.letter.to', { name: 'محمد' })).toBe('To \u2068محمد\u2069');
    expect(text('documents.letter.to', { name: 'דוד' })).toBe('To \u2068דוד\u2069');
  });

  it.each(['한가람', 'Łukasz', '张伟'])('is otherwise as it is: %s', (name) =>
    expect(text('documents.letter.to', { name })).toBe(`To ${name}`),
  );
});
