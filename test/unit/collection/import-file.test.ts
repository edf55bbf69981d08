import { describe, expect, test } from 'vitest';
import { type DateOrder, readImportedDate } from '../../../shared/domain/collection/import-date.ts';
import { headingRowOf, headingSet } from '../../../shared/domain/collection/import-heading.ts';
import { readAnswer, readWay } from '../../../shared/domain/collection/import-words.ts';

describe('dates', () => {
  const read = (text: string, order: DateOrder | null = null) => {
    const found = readImportedDate(text, order);
    return 'date' in found ? found.date : found.problem;
  };

  test.each([
    ['2021-03-02', '2021-03-02'],
    ['2021.3.2', '2021-03-02'],
    ['2021. 3. 2.', '2021-03-02'],
    ['2021/3/2', '2021-03-02'],
    ['2021년 3월 2일', '2021-03-02'],
    ['2021년3월2일', '2021-03-02'],
    ['２０２１-03-02', '2021-03-02'],
    ['20210302', '2021-03-02'],
    ['2021-03-02 15:30:00', '2021-03-02'],
    ['2021-03-02T15:30:00.000Z', '2021-03-02'],
    ['2021.03.02 (화)', '2021-03-02'],
    ['13/2/2021', '2021-02-13'],
    ['2/13/2021', '2021-02-13'],
    ['3/3/2021', '2021-03-03'],
    ['02.13.2021', '2021-02-13'],
    ['44257', '2021-03-02'],
    ['44257.5', '2021-03-02'],
    ['3/2/2021', 'ambiguous'],
    ['2021-02-29', 'malformed'],
    ['2021-13-01', 'malformed'],
    ['210302', 'malformed'],
    ['21.3.2', 'malformed'],
    ['yesterday', 'malformed'],
    ['', 'malformed'],
  ])('%j is %s', (text, date) => {
    expect(read(text)).toBe(date);
  });

  test('which of day and month stands first is what has been said', () => {
    expect(read('3/2/2021', 'mdy')).toBe('2021-03-02');
    expect(read('3/2/2021', 'dmy')).toBe('2021-02-03');
    expect(read('13/2/2021', 'mdy')).toBe('malformed');
  });

  test('a day number is of the calendar of its workbook', () => {
    expect(readImportedDate('42795', null, '1904')).toEqual({ date: '2021-03-02' });
    expect(readImportedDate('44257', null, '1900')).toEqual({ date: '2021-03-02' });
  });
});

test.each([
  ['동의', 'given'],
  ['동의함', 'given'],
  ['O', 'given'],
  ['○', 'given'],
  [' Yes ', 'given'],
  ['Y', 'given'],
  ['✓', 'given'],
  ['1', 'given'],
  ['TRUE', 'given'],
  ['미동의', 'refused'],
  ['동의하지 않음', 'refused'],
  ['동의 안함', 'refused'],
  ['X', 'refused'],
  ['×', 'refused'],
  ['아니오', 'refused'],
  ['', 'refused'],
  ['-', 'refused'],
  ['FALSE', 'refused'],
  ['확인중', null],
  ['동의?아님', null],
])('%j answers %s', (text, answer) => {
  expect(readAnswer(text)).toBe(answer);
});

test.each([
  ['서면', 'paper'],
  ['전화 녹취', 'telephone'],
  ['홈페이지', 'web'],
  ['모바일앱', 'web'],
  ['E-mail', 'email'],
  ['텔레파시', 'other'],
  ['', null],
])('%j is the way %s', (text, way) => {
  expect(readWay(text)).toBe(way);
});

test('headings stand in the row in which most is recognised, below titles', () => {
  expect(
    headingRowOf([['2021년 회원 명단'], [''], ['번호', '성명', '연락처', '동의일자'], ['1', '홍길동']]),
  ).toBe(2);
  expect(headingRowOf([[''], ['a', 'b'], ['c', 'd']])).toBe(1);
  expect(headingRowOf([])).toBe(0);
});

test('the same headings are the same kind of file however they are spaced', () => {
  expect(headingSet(['이 름', 'Phone-No.'])).toBe(headingSet(['이름', 'phone no']));
  expect(headingSet(['이름', '전화'])).not.toBe(headingSet(['전화', '이름']));
});
