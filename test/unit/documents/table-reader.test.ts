import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readLayout, readTableRows, type TableLayout } from '../../../main/documents/table-reader.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';

const text = '이름,동의일\r\n홍길동,2021-03-02\r\n"이, 몽룡",2021.3.3\r\n';

async function rowsOf(file: Uint8Array, layout?: TableLayout) {
  const rows = [];
  for await (const row of readTableRows(file, layout ?? (await readLayout(file)))) rows.push(row);
  return rows;
}

async function refusalOf(file: Uint8Array) {
  try {
    await rowsOf(file);
  } catch (error) {
    return error instanceof Refusal ? { code: error.code, ...error.params } : error;
  }
  return 'taken';
}

const expected = [
  ['이름', '동의일'],
  ['홍길동', '2021-03-02'],
  ['이, 몽룡', '2021.3.3'],
];

test.each([
  ['utf-8', Buffer.from(text)],
  ['utf-8', Buffer.from(`\ufeff${text}`)],
  ['utf-16le', iconv.encode(text, 'utf-16le', { addBOM: true })],
  ['utf-16le', iconv.encode(text, 'utf-16le')],
  ['utf-16be', iconv.encode(text, 'utf-16be', { addBOM: true })],
  ['cp949', iconv.encode(text, 'cp949')],
])('sees that a file is %s', async (encoding, file) => {
  expect(await readLayout(file)).toEqual({ kind: 'csv', encoding, delimiter: ',' });
  expect((await rowsOf(file)).map(({ cells }) => cells)).toEqual(expected);
});

test('CP949 has syllables that KS X 1001 has not', async () => {
  const file = iconv.encode('이름,별명\n똠방각하,펲시콜라\n', 'cp949');
  expect((await rowsOf(file)).at(-1)?.cells).toEqual(['똠방각하', '펲시콜라']);
});

test.each([
  ['a;b;c\n1,5;2;3\n', ';'],
  ['a\tb\n1, 2\t3\n', '\t'],
  ['a|b\nx|y\n', '|'],
  ['one column\nonly\n', ','],
  ['"a;b;c;d",e\n"f;g;h;i",j\n', ','],
])('%j is divided by %j', async (file, delimiter) => {
  expect(await readLayout(Buffer.from(file))).toMatchObject({ delimiter });
});

test('a character that is cut by a piece of the file stays whole', async () => {
  const many = `이름\n${'홍길동\n'.repeat(120_000)}`;
  const rows = await rowsOf(iconv.encode(many, 'cp949'));
  expect(rows).toHaveLength(120_001);
  expect(new Set(rows.slice(1).map(({ cells }) => cells[0]))).toEqual(new Set(['홍길동']));
});

test('ragged rows, empty lines and loose quotation marks are rows, with the line they end at', async () => {
  const rows = await rowsOf(Buffer.from('a,b\n1\n\n1,2,3\n5" pipe,x\n"two\nlines",y\n'));
  expect(rows).toEqual([
    { row: 1, cells: ['a', 'b'] },
    { row: 2, cells: ['1'] },
    { row: 3, cells: [''] },
    { row: 4, cells: ['1', '2', '3'] },
    { row: 5, cells: ['5" pipe', 'x'] },
    { row: 7, cells: ['two\nlines', 'y'] },
  ]);
});

test('a quotation mark that is never closed is refused with its line, in a short file and in a long one', async () => {
  expect(await refusalOf(Buffer.from('a,b\n"1,2\n3,4\n'))).toMatchObject({ code: 'import_quote_not_closed' });
  const long = Buffer.from(`a,b\n"1,2\n${'3,4\n'.repeat(200_000)}`);
  expect(await refusalOf(long)).toMatchObject({ code: 'import_quote_not_closed' });
});

test('what is no table is refused by its content, whatever it is called', async () => {
  expect(await refusalOf(Buffer.alloc(0))).toEqual({ code: 'import_file_empty' });
  expect(await refusalOf(Buffer.from('%PDF-1.7\n...'))).toEqual({ code: 'import_file_unknown' });
  expect(await refusalOf(Buffer.alloc(4096))).toEqual({ code: 'import_file_unknown' });
  expect(await refusalOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toEqual({ code: 'import_old_excel' });
  expect(await refusalOf(Buffer.from('PK\x03\x04 and then nothing'))).toEqual({
    code: 'import_file_damaged',
  });
});

test('a workbook: its dates in either calendar, results of formulas, merged cells, hidden sheets', async () => {
  for (const dateSystem of ['1900', '1904'] as const) {
    const file = await writeXlsx({
      dateSystem,
      sheets: [
        { name: 'old', hidden: true, rows: [['x']] },
        {
          name: '명단',
          rows: [
            ['이름', '동의일', '합'],
            ['홍길동', new Date('2021-03-02T00:00:00Z'), 5],
            ['이몽룡', null, null],
          ],
          merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
          cells: new Map([['1,2', { value: 7, formula: 'SUM(3,4)', formulaResult: 7 }]]),
        },
      ],
    });
    const layout = await readLayout(file);
    expect(layout).toEqual({ kind: 'xlsx', sheets: ['명단'], sheet: '명단', calendar: dateSystem });
    const rows = await rowsOf(file, layout);
    expect(rows[1]).toEqual({ row: 2, cells: ['홍길동', '2021-03-02', '7'] });
  }
});

test('an archive that unpacks to more than is read is refused before it is unpacked', async () => {
  const file = Buffer.from(await writeXlsx({ sheets: [{ name: 's', rows: [['a'.repeat(1000)]] }] }));
  const at = file.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  const bomb = Buffer.from(file);
  bomb.writeUInt32LE(0xfffffff0, at + 24);
  expect(await refusalOf(bomb)).toEqual({ code: 'import_too_much', megabytes: 512 });
  const silent = Buffer.from(file);
  silent.writeUInt32LE(0, at + 24);
  expect(await refusalOf(silent)).toEqual({ code: 'import_file_damaged' });
});

test('an archive that unpacks to more than it says is refused', async () => {
  const rows = Array.from({ length: 2000 }, (_, number) => [`row ${number}`, 'a'.repeat(200)]);
  const file = Buffer.from(await writeXlsx({ sheets: [{ name: 's', rows }] }));
  for (let at = file.indexOf(Buffer.from('PK\x01\x02', 'latin1')); at !== -1; ) {
    if (file.subarray(at + 46, at + 90).includes('sheet1.xml')) file.writeUInt32LE(100, at + 24);
    at = file.indexOf(Buffer.from('PK\x01\x02', 'latin1'), at + 4);
  }
  expect(await refusalOf(file)).toEqual({ code: 'import_file_damaged' });
});
