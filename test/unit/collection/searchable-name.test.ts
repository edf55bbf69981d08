import { assert, constantFrom, array as fcArray, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldName,
  hasLoneInitials,
  initialsOf,
  isInitialsOnly,
  lettersOf,
  nameMatches,
  readPeopleQuery,
  telephoneDigits,
} from '../../../shared/domain/collection/searchable-name.ts';

const matches = (name: string, search: string) => nameMatches(foldName(name), foldName(search));

describe('a name', () => {
  it.each([
    ['홍길동', '홍길동'],
    ['홍 길동', '홍길동'],
    ['홍길동', '홍 길 동'],
    ['홍길동', '길'],
    ['홍길동', 'ㅎㄱㄷ'],
    ['홍길동', 'ㄱㄷ'],
    ['김철수', '김ㅊㅅ'],
    ['김철수', '기'],
    ['김철수', '김처'],
    ['박각시', 'ㄳ'],
    ['이안지', 'ㅇㄵ'.replace('ㄵ', 'ㅇㅈ')],
    ['안지', 'ㅇㅈ'],
    ['한나자', 'ㅎㄵ'],
    ['김철수', 'ﾡ'],
    ['김철수'.normalize('NFD'), '철수'],
    ['Zoë Åström', 'astrom'],
    ['Zoe Astrom', 'ÅSTRÖM'],
    ['Łukasz Großmann', 'lukaszgross'],
    ["O'Brien-Smith", 'obriens'],
    ['Ｋｉｍ　Ｄｏｈｙｕｎ', 'kim do'],
    ['İpek', 'ipek'],
    ['Ὀδυσσεύς', 'οδυσσευσ'],
    ['محمّد', 'محمد'],
    ['علی\u200cرضا', 'علیرضا'],
    ['יִצְחָק', 'יצחק'],
    ['สมชาย น้ำฝน', 'น้ำฝน'],
    ['अनिता श्रेष्ठ', 'निता'],
    ['★', '★'],
  ])('%s is found by %s', (name, search) => {
    expect(matches(name, search)).toBe(true);
  });

  it.each([
    ['홍길동', '길홍'],
    ['기미', '김'],
    ['김철수', '기철'],
    ['김철수', 'ㅊㄱ'],
    ['김철수', 'ㄲ'],
    ['김철수', '김ㅅ'],
    ['Anna', 'annab'],
    // Their vowels are marks to Unicode, and as much letters as any.
    ['কামাল', 'কমল'],
    ['अनिता', 'अनीता'],
  ])('%s is not found by %s', (name, search) => {
    expect(matches(name, search)).toBe(false);
  });
});

const syllable = integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code));
/** Few different ones, so that parts of them meet again. */
const usual = constantFrom(...'김기긴민미철처수숙ㄱㅊㅅabcdéß 가각갂');
const name = fcArray(usual, { minLength: 1, maxLength: 12 }).map((letters) => letters.join(''));

it('folding twice is folding once', () => {
  assert(
    property(string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      expect(foldName(foldName(text))).toBe(foldName(text));
    }),
    { numRuns: 2000 },
  );
});

it('what the index looks for is what matching means', () => {
  assert(
    property(name, fcArray(usual, { minLength: 1, maxLength: 4 }), (whole, part) => {
      const [found, wanted] = [foldName(whole), foldName(part.join(''))];
      if (wanted === '' || found === '') return;
      const asked = isInitialsOnly(wanted)
        ? initialsOf(found).includes(wanted)
        : hasLoneInitials(wanted)
          ? initialsOf(found).includes(initialsOf(wanted)) && nameMatches(found, wanted)
          : lettersOf(found).includes(lettersOf(wanted));
      expect(asked).toBe(nameMatches(found, wanted));
    }),
    { numRuns: 20_000 },
  );
});

it('every part of a Korean name finds it, by syllables and by initials', () => {
  assert(
    property(
      fcArray(syllable, { minLength: 1, maxLength: 6 }),
      integer({ min: 0, max: 5 }),
      (syllables, start) => {
        const whole = foldName(syllables.join(''));
        const part = syllables.slice(start).join('');
        if (part === '') return;
        expect(nameMatches(whole, foldName(part))).toBe(true);
        expect(nameMatches(whole, initialsOf(foldName(part)))).toBe(true);
      },
    ),
  );
});

describe('a search', () => {
  it('is words in any order, a telephone number, or a receipt code', () => {
    expect(readPeopleQuery('  ')).toBeNull();
    expect(readPeopleQuery('kim - do')?.parts.map((part) => part.name)).toEqual(['kim', 'do']);
    expect(readPeopleQuery('010 1234-5678')).toMatchObject({ telephone: '01012345678' });
    expect(readPeopleQuery('56')?.telephone).toBeNull();
    expect(readPeopleQuery('홍길동 5678')).toMatchObject({
      telephone: null,
      parts: [{ telephone: null }, { telephone: '5678' }],
    });
    expect(readPeopleQuery('AB12 cd34-ef')?.receiptCode).toBe('ab12cd34ef');
    expect(readPeopleQuery('ada')?.receiptCode).toBeNull();
    expect(readPeopleQuery('１２３４')?.telephone).toBe('1234');
  });

  it('takes a Korean country code for the 0 it stands for', () => {
    expect(telephoneDigits('+82 10-1234-5678')).toBe('01012345678');
    expect(telephoneDigits('0082 2 123 4567')).toBe('021234567');
    expect(telephoneDigits('(02) 123.4567')).toBe('021234567');
    expect(telephoneDigits('+49 30 1234567')).toBe('49301234567');
  });
});
