import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderTableFile } from '../../../main/documents/table-file.ts';
import { type ListPlan, recogniseColumns } from '../../../shared/domain/paper/box-list.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';
import { register, ruleOf } from '../../fixtures/paper.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.remove());

const clerk = () => office.as('clerk');

const headings = [
  '상자번호',
  '제목',
  '장소',
  '서고',
  '서가',
  '기록종류',
  '생산일',
  '건수',
  '시작번호',
  '종료번호',
];

async function readFile(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(office.parent, name);
  writeFileSync(path, content);
  const { importId } = await clerk().call('collection.openImport', { path });
  await clerk().call('collection.readImport', { importId, encoding: null, delimiter: null, sheet: null });
  return importId;
}

const plan = (part: Partial<ListPlan> = {}): ListPlan => ({
  columns: recogniseColumns(headings),
  codes: 'take_over',
  kind: 'box',
  parentId: null,
  ruleId: null,
  collectedOn: null,
  dateOrder: null,
  ...part,
});

const csv = (...rows: string[]) => [headings.join(','), ...rows].join('\r\n');
const check = (importId: string, by: ListPlan) =>
  clerk().call('paper.checkList', { importId, plan: by, limit: 100, offset: 0 });
const entries = async () =>
  (await clerk().call('paper.listEntries', { parentId: null, depth: 'below', limit: 500, offset: 0 }))
    .entries;

describe('a list of boxes', () => {
  it('recognises Korean headings', () => {
    expect(recogniseColumns(headings)).toEqual([
      'code',
      'title',
      'site',
      'room',
      'shelf',
      'class',
      'collected_on',
      'records',
      'form_from',
      'form_to',
    ]);
  });

  it('registers 40 boxes with their places, classes and due dates', async () => {
    const { rules } = await clerk().call('paper.listRules', {});
    const rule = rules.find(({ period }) => period === 'P3Y');
    const rows = Array.from(
      { length: 40 },
      (_, index) =>
        `2019-${index + 1},민원 ${index + 1},본사,문서고 1,${index < 20 ? 'A-1' : 'A-2'},${rule?.className.ko ?? ''},2021.3.2,"1,200",${index}00,${index}99`,
    );
    const importId = await readFile('boxes.csv', csv(...rows));
    const { report, findings } = await check(importId, plan());
    expect(findings).toEqual([]);
    expect(report).toEqual({ rows: 40, entries: 40, places: 4, units: 40, dueAtOnce: 40, faults: 0 });
    const done = await clerk().call('paper.importList', { importId, plan: plan() });
    expect(done).toMatchObject({ entries: 40, places: 4, units: 40 });
    const all = await entries();
    expect(all).toHaveLength(44);
    const box = all.find(({ code }) => code === '2019-21');
    expect(box).toMatchObject({ title: '민원 21', records: 1200, unit: { dueOn: '2024-03-03' } });
    // A name that is no code stands beside a code that is given.
    expect(box?.place.map(({ kind }) => kind)).toEqual(['site', 'room', 'shelf']);
    expect(box?.place.at(-1)?.code).toBe('A-2');
    expect(all.filter(({ title }) => title === '문서고 1')).toHaveLength(1);
    // Once more finds the places, and names every code.
    const again = await check(await readFile('again.csv', csv(...rows)), plan());
    expect(again.report).toMatchObject({ places: 0, faults: 40 });
    expect(again.findings[0]).toMatchObject({ row: 2, column: 0, problem: 'code_taken', value: '2019-1' });
  });

  it('names what is wrong in every row, and then registers nothing', async () => {
    await register(office, { kind: 'box', code: '2018-1' });
    const importId = await readFile(
      'faulty.csv',
      csv(
        '2019-1,,본사,,,,,,,',
        '2019-1,,본사,,,,,,,',
        '2018-1,,본사,,,,,,,',
        '인사-3,,본사,,,,,,,',
        ',,본사,,,,,,,',
        '2019-4,,본사,,,없는 분류,,,,',
        '2019-5,,본사,,,,어제,,,',
        '2019-6,,본사,,,,,많음,,',
        '2019-7,,,,A-1,,,,,',
      ),
    );
    const { findings } = await check(importId, plan());
    expect(findings.map(({ row, problem, otherRow }) => [row, problem, otherRow])).toEqual([
      [3, 'code_repeated', 2],
      [4, 'code_taken', null],
      [5, 'code_unfit', null],
      [6, 'code_missing', null],
      [7, 'class_unknown', null],
      [8, 'date_malformed', null],
      [9, 'number_malformed', null],
      [10, 'place_incomplete', null],
    ]);
    const refused = await clerk().refused('paper.importList', { importId, plan: plan() });
    expect(refused).toMatchObject({ code: 'paper_list_has_faults', params: { faults: 8 } });
    expect(await entries()).toHaveLength(1);
  });

  it('keeps a former code that cannot be one, and one rule for all, from a workbook', async () => {
    const workbook = await renderTableFile('xlsx', {
      sheetName: 'boxes',
      columns: [
        { heading: '상자번호', kind: 'text' },
        { heading: '종료일', kind: 'date' },
      ],
      rows: [
        ['인사-3', '2024-12-31'],
        ['인사-4', '2025-12-31'],
      ],
      timeZone: 'Asia/Seoul',
    });
    const importId = await readFile('boxes.xlsx', workbook);
    const ruleId = await ruleOf(office, 'P3Y');
    const by = plan({
      columns: recogniseColumns(['상자번호', '종료일']),
      codes: 'give',
      kind: 'folder',
      ruleId,
    });
    expect((await check(importId, by)).report).toMatchObject({ faults: 0, units: 2, dueAtOnce: 0 });
    await clerk().call('paper.importList', { importId, plan: by });
    const found = await clerk().call('paper.listEntries', {
      parentId: null,
      depth: 'below',
      search: '인사-4',
      limit: 10,
      offset: 0,
    });
    expect(found.entries).toMatchObject([
      { code: 'F-0002', kind: 'folder', coversTo: '2025-12-31', unit: { dueOn: '2029-01-01' } },
    ]);
  });
});
