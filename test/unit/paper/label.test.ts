import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFor, isEntryCode } from '../../../shared/domain/paper/entry-code.ts';
import {
  labelInWords,
  labelText,
  largestLabelNumber,
  readLabel,
} from '../../../shared/domain/paper/label.ts';

const numbers = fc.integer({ min: 1, max: largestLabelNumber });

describe('labels', () => {
  it('says a number with two check digits (ISO/IEC 7064 MOD 97-10)', () => {
    // 794 is the standard's own example: its check characters are 44.
    expect(labelText(794)).toBe('AB0000079444');
    expect(labelInWords(794)).toBe('AB 0000 0794 44');
  });

  it('reads back what it says, however it is typed', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(readLabel(labelText(number))).toEqual({ number });
        expect(readLabel(` ${labelInWords(number).toLowerCase()} `)).toEqual({ number });
      }),
    );
  });

  it('finds every wrong digit and every two that changed places', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.integer({ min: 2, max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (number, at, by) => {
          const text = labelText(number);
          const wrong = `${text.slice(0, at)}${(Number(text[at]) + by) % 10}${text.slice(at + 1)}`;
          expect(readLabel(wrong)).toBe('damaged');
        },
      ),
    );
    fc.assert(
      fc.property(numbers, fc.integer({ min: 2, max: 10 }), (number, at) => {
        const text = labelText(number);
        fc.pre(text[at] !== text[at + 1]);
        const swapped = `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
        expect(readLabel(swapped)).toBe('damaged');
      }),
    );
  });

  it('is not taken for anything else', () => {
    for (const text of ['', 'B-0042', '8801234567893', 'AB123', 'XB0000079444', 'https://example.org']) {
      expect(readLabel(text)).toBe('not_a_label');
    }
    expect(readLabel('AB0000000098')).toBe('damaged');
  });

  it('refuses a number that does not fit', () => {
    expect(() => labelText(0)).toThrow();
    expect(() => labelText(largestLabelNumber + 1)).toThrow();
  });
});

describe('codes', () => {
  it.each(['B-0042', '2019/03', 'a1', 'HR.2019_A-17'])('%s names nobody', (code) => {
    expect(isEntryCode(code)).toBe(true);
  });
  it.each(['Kim Minsu', 'KIM', '김민수-1', '', 'B 12', '-1', `${'A'.repeat(24)}1`])(
    '%s is refused',
    (code) => {
      expect(isEntryCode(code)).toBe(false);
    },
  );
  it('is the letter of the kind and the number of the label where none is given', () => {
    expect(codeFor('box', 42)).toBe('B-0042');
    expect(codeFor('shelf', 123_456)).toBe('H-123456');
    expect(isEntryCode(codeFor('document', 99_999_999))).toBe(true);
  });
});
