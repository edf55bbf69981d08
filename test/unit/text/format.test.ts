import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatInstant,
  formatList,
  formatNumber,
  localDate,
} from '../../../shared/text/format.ts';

describe('dates and numbers in words', () => {
  it('writes a plain date', () => {
    expect(formatDate('2026-03-05', 'en')).toBe('5 March 2026');
    expect(formatDate('2026-12-31', 'ko')).toBe('2026년 12월 31일');
    expect(() => formatDate('not a date', 'en')).toThrow(RangeError);
  });

  it('writes an instant in the zone of the office, across midnight', () => {
    expect(formatInstant('2026-03-05T15:07:09Z', 'Asia/Seoul', 'ko')).toBe('2026년 3월 6일 00:07');
    expect(formatInstant('2026-03-05T15:07:09Z', 'Europe/Berlin', 'en', { seconds: true })).toBe(
      '5 March 2026, 16:07:09',
    );
    expect(() => formatInstant('2026-03-05T15:07:09Z', 'Nowhere/Here', 'en')).toThrow(RangeError);
  });

  it('knows the calendar date where the office is', () => {
    expect(localDate('2026-03-05T15:07:09Z', 'Asia/Seoul')).toBe('2026-03-06');
    expect(localDate('2026-03-05T15:07:09Z', 'UTC')).toBe('2026-03-05');
  });

  it('groups numbers and joins lists', () => {
    expect(formatNumber(1234567, 'ko')).toBe('1,234,567');
    expect(formatList(['name', 'telephone'], 'en')).toBe('name and telephone');
    expect(formatList(['이름', '전화번호'], 'ko')).toBe('이름 및 전화번호');
  });
});
