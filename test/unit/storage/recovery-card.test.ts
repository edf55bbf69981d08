import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kitOf, readRecoveryCard, recoveryCardWords } from '../../../main/storage/recovery-card.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';

const share = Uint8Array.from({ length: 33 }, (_, index) => (index * 37 + 5) % 256);
const words = recoveryCardWords({ card: 2, kit: '0F3A9', share });
const text = words.join(' ');

const refusalOf = (typed: string) => {
  try {
    readRecoveryCard(typed, 'firstCard');
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, ...error.params };
    throw error;
  }
  throw new Error('not refused');
};
const withWord = (place: number, word: string) => words.with(place, word).join(' ');

describe('a card in words', () => {
  it('is 28 words of the list', () => {
    expect(words).toHaveLength(28);
    for (const word of words) expect(wordlist).toContain(word);
  });

  it('comes back as it was, whatever its bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 33, maxLength: 33 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 2 ** 20 - 1 }),
        (bytes, card, number) => {
          const kit = number.toString(16).padStart(5, '0').toUpperCase();
          const read = readRecoveryCard(recoveryCardWords({ card, kit, share: bytes }).join(' '), 'card');
          expect(read).toEqual({ card, kit, share: bytes });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is read in capitals, by four letters, with the numbers of the print and in lines', () => {
    const printed = words.map((word, index) => `${index + 1}. ${word.slice(0, 4).toUpperCase()}`).join('\n');
    expect(readRecoveryCard(printed, 'card').share).toEqual(share);
    expect(readRecoveryCard(`  ${words.join(',\t')}  `, 'card').share).toEqual(share);
  });

  it('names its kit by the first digits of the holder', () => {
    expect(kitOf('0f3a9b1c-7dec-41d0-a765-00a0c91e6bf6')).toBe('0F3A9');
  });
});

describe('a slip', () => {
  it.each([0, 1, 13, 25, 26, 27])('in word %i alone is told by its place, wherever it leads', (place) => {
    for (const wrong of wordlist.filter((_, index) => index % 13 === 0)) {
      if (wrong === words[place]) continue;
      expect(refusalOf(withWord(place, wrong))).toEqual({
        code: 'recovery_card_word_wrong',
        field: 'firstCard',
        word: place + 1,
      });
    }
  });

  it('that is no word of the list is told by its place', () => {
    for (const wrong of ['zoology', 'abc', 'kimchi', 'ab']) {
      expect(refusalOf(withWord(4, wrong))).toMatchObject({ code: 'recovery_card_word_unknown', word: 5 });
    }
  });

  it('of one word too many or too few is told by the count', () => {
    expect(refusalOf(words.slice(1).join(' '))).toEqual({
      code: 'recovery_card_length',
      field: 'firstCard',
      words: 27,
      expected: 28,
    });
    expect(refusalOf(`${text} zoo`)).toMatchObject({ words: 29 });
    expect(refusalOf('')).toMatchObject({ code: 'recovery_card_length', words: 0 });
  });

  it('of two words, in any two places, is never taken for a card', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 27 }), { minLength: 2, maxLength: 2 }),
        fc.tuple(fc.integer({ min: 1, max: 2047 }), fc.integer({ min: 1, max: 2047 })),
        ([first = 0, second = 1], [one, other]) => {
          const shifted = (place: number, by: number) =>
            wordlist[(wordlist.indexOf(words[place] ?? '') + by) % 2048] ?? '';
          const typed = words.with(first, shifted(first, one)).with(second, shifted(second, other));
          expect(refusalOf(typed.join(' ')).code).toMatch(/^recovery_card_words?_wrong$/);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('of two words that changed places is noticed', () => {
    for (let place = 0; place < 27; place += 1) {
      const [one = '', other = ''] = words.slice(place, place + 2);
      if (one === other) continue;
      const typed = words
        .with(place, other)
        .with(place + 1, one)
        .join(' ');
      expect(refusalOf(typed)).toEqual({ code: 'recovery_card_words_wrong', field: 'firstCard' });
    }
  });

  it('never has a word of the card in what is said about it', () => {
    for (const typed of [withWord(3, 'zoology'), withWord(3, 'zoo'), words.slice(2).join(' ')]) {
      const said = JSON.stringify(refusalOf(typed)).toLowerCase();
      expect(words.filter((word) => said.includes(`"${word}"`))).toEqual([]);
    }
  });
});
