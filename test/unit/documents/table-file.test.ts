import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { renderTableFile, type TableFile, tableFilePieces } from '../../../main/documents/table-file.ts';
import { neutralised } from '../../../shared/domain/office/table-cell.ts';

const people = (rows: TableFile['rows']): TableFile => ({
  sheetName: '동의: 목록/1',
  timeZone: 'Asia/Seoul',
  columns: [
    { heading: '이름', kind: 'text' },
    { heading: '=HEADING()', kind: 'text' },
    { heading: '동의일', kind: 'date' },
    { heading: '입력', kind: 'instant' },
    { heading: '건수', kind: 'number' },
  ],
  rows,
});
const row = ['홍길동', '=HYPERLINK("http://x")', '2021-03-02', '2021-03-02T15:30:00.000Z', -3] as const;

test('CSV begins with a byte order mark, quotes as RFC 4180 asks, and has dates and numbers as they are', async () => {
  const bytes = await renderTableFile('csv', people([row, ['이, "몽룡"\n둘째', '', null, null, null]]));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(Buffer.from(bytes).toString('utf8').slice(1)).toBe(
    '이름,\'=HEADING(),동의일,입력,건수\r\n홍길동,"\'=HYPERLINK(""http://x"")",2021-03-02,2021-03-03 00:30,-3\r\n"이, ""몽룡""\n둘째",,,,\r\n',
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['+CMD|calc', "'+CMD|calc"],
  ['-2+A1', "'-2+A1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['  =1', "'  =1"],
  ['＝1+1', "'＝1+1"],
  ['+82 10-1234-5678', '+82 10-1234-5678'],
  ['+821012345678', '+821012345678'],
  ['-12.5', '-12.5'],
  ['(02) 123-4567', '(02) 123-4567'],
  ['홍길동', '홍길동'],
  ['a=b', 'a=b'],
  ['', ''],
])('%j is written as %j', (text, written) => {
  expect(neutralised(text)).toBe(written);
});

test('XLSX has text that is never calculated, and dates of the calendar', async () => {
  const bytes = await renderTableFile('xlsx', people([row, ['가\u0000\ud800', 'x', '1899-01-01', null, 0]]));
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const sheet = sheets[0];
  expect(sheet?.name).toBe('동의  목록 1');
  expect(sheet?.rows).toEqual([
    ['이름', '=HEADING()', '동의일', '입력', '건수'],
    [
      '홍길동',
      '=HYPERLINK("http://x")',
      new Date('2021-03-02T00:00:00Z'),
      new Date('2021-03-03T00:30:00Z'),
      -3,
    ],
    ['가 \ufffd', 'x', '1899-01-01', null, 0],
  ]);
  const formulas = [...(sheet?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined);
  expect(formulas).toEqual([]);
});

test('rows are taken as they are written, not all at first', async () => {
  let taken = 0;
  async function* many() {
    for (let number = 0; number < 5000; number += 1) {
      taken += 1;
      yield [`사람 ${number}`, '', '2021-03-02', null, number];
    }
  }
  const pieces = tableFilePieces('csv', people(many()));
  const first = await pieces.next();
  expect(first.done).toBe(false);
  expect(taken).toBeLessThan(1000);
  await pieces.return(undefined);
  expect(taken).toBeLessThan(1000);
});
