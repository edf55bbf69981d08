import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createText } from '../../../shared/text/messages.ts';
import { capture, type PublishedForm, publishMembership } from '../../fixtures/consent.ts';
import { type Encoding, encoded, everybody, handOver, suggested } from '../../fixtures/import.ts';
import { copyOfOffice, openTestOffice, type TestOffice } from '../../fixtures/office.ts';

let office: TestOffice;
let form: PublishedForm;
beforeEach(async () => {
  office = await openTestOffice();
  form = await publishMembership(office);
});
afterEach(() => office.remove());

const heading = '성명,연락처,동의일자,회원 서비스 제공,소식 안내,이메일,접수번호,비고';
const list = (...rows: string[]) => `${[heading, ...rows].join('\r\n')}\r\n`;
const good = [
  '홍길동,010-1234-5678,2021-03-02,동의,미동의,,A-1,메모',
  '이몽룡,010-2222-3333,2021.4.5,O,O,lee@example.org,A-2,',
  '"Åström, Zoë",02-555-0000,2021년 5월 6일,Y,N,,A-3,',
];

async function checked(text: string | Buffer, changes = {}) {
  const table = await handOver(office, typeof text === 'string' ? encoded(text) : text);
  const plan = await suggested(office, form, table.importId, changes);
  const report = await office.as('clerk').call('collection.checkImport', { importId: table.importId, plan });
  const { findings } = await office
    .as('clerk')
    .call('collection.listImportFindings', { importId: table.importId, kind: null, limit: 500, offset: 0 });
  const run = () =>
    office.as('clerk').call('collection.runImport', {
      importId: table.importId,
      plan,
      leftOut: report.bad + report.known + report.repeated + report.already,
      sourceWhere: '민원실 공용 PC',
    });
  return { table, plan, report, findings, run };
}

describe('a file of past consents', () => {
  it.each<Encoding>(['utf-8', 'utf-16le', 'utf-16be', 'cp949'])(
    'in %s is read, mapped, checked and taken over',
    async (encoding) => {
      const text = encoding === 'cp949' ? list(...good.slice(0, 2)) : list(...good);
      const people = encoding === 'cp949' ? 2 : 3;
      const { table, plan, report, findings, run } = await checked(encoded(text, encoding));
      expect(table).toMatchObject({
        layout: { kind: 'csv', encoding },
        headingRow: 1,
        rows: people,
        before: null,
      });
      expect(plan.columns).toEqual([
        { to: 'item', itemCode: 'name' },
        { to: 'item', itemCode: 'telephone' },
        { to: 'given_on' },
        { to: 'answer', purposeId: form.essential },
        { to: 'answer', purposeId: form.additional },
        { to: 'item', itemCode: 'email' },
        { to: 'reference' },
        null,
      ]);
      expect(findings).toEqual([]);
      // Consents of 2021 that rest on consent for a year: long past.
      expect(report).toEqual({
        rows: people,
        people,
        consents: people,
        units: people + 1,
        dueAtOnce: people + 1,
        bad: 0,
        known: 0,
        repeated: 0,
        already: 0,
        problems: [],
      });
      expect(await everybody(office)).toEqual([]);

      const done = await run();
      expect(done).toEqual({
        number: 1,
        people,
        consents: people,
        units: people + 1,
        leftOut: 0,
        source: 'KC-0001',
      });
      expect(await everybody(office)).toHaveLength(people);
      const { people: found } = await office
        .as('clerk')
        .call('collection.listPeople', { search: 'ㅇㅁㄹ 3333', limit: 5, offset: 0 });
      const opened = await office
        .as('clerk')
        .call('collection.openPerson', { personId: found[0]?.personId ?? '', reason: 'serve_person' });
      expect(opened.name).toBe('이몽룡');
      expect(opened.consents).toMatchObject([
        { givenOn: '2021-04-05', purposes: [{ state: 'given' }, { state: 'given' }] },
      ]);
    },
  );

  it('names every bad row and why, and is taken over without them only if that is what was agreed to', async () => {
    const { report, findings, run, table, plan } = await checked(
      list(
        good[0] ?? '',
        ',010-1111-1111,2021-03-02,동의,,,B-1,',
        '김하나,전화없음,2021-03-02,동의,,,B-2,',
        '김두리,010-1111-1112,2021-02-30,동의,,,B-3,',
        '김세나,010-1111-1113,3/4/2021,동의,,,B-4,',
        '김네오,010-1111-1114,2031-01-01,동의,,,B-5,',
        '김다솔,010-1111-1115,2021-03-02,확인중,,,B-6,',
        '김여름,010-1111-1116,2021-03-02,미동의,미동의,,B-7,',
        '김일곱,010-1111-1117,2021-03-02,동의,동의,메일아님,B-8,',
        '김여덟,010-1111-1118,2021-03-02,동의,,,A-1,',
        '김아홉,010-1111-1119',
        '김\u0000열,010-1111-1120,2021-03-02,동의,,,B-11,',
        `${'가'.repeat(201)},010-1111-1121,2021-03-02,동의,,,B-12,`,
      ),
    );
    expect(
      findings.map(({ row, problems }) => [row, ...problems.map(({ code, column }) => `${code} ${column}`)]),
    ).toEqual([
      [3, 'missing 0'],
      [4, 'malformed 1'],
      [5, 'date_malformed 2'],
      [6, 'date_ambiguous 2'],
      [7, 'date_in_future 2'],
      [8, 'answer_unknown 3', 'nothing_agreed null'],
      [9, 'nothing_agreed null'],
      [10, 'malformed 5'],
      [11, 'reference_repeated 6'],
      [12, 'ragged null', 'missing 2', 'nothing_agreed null'],
      [13, 'control_characters 0'],
      [14, 'malformed 0'],
    ]);
    expect(findings[1]?.problems[0]?.value).toBe('전화없음');
    expect(report).toMatchObject({ rows: 13, people: 1, bad: 12 });

    // The list for whoever mends the file: rows, columns and reasons, and nothing that stands in a cell.
    const saved = await office.as('clerk').call('collection.importFindings', {
      ask: { importId: table.importId },
      format: 'csv',
      languages: ['ko'],
      to: { way: 'screen' },
    });
    const lines = Buffer.from(saved.bytes ?? '', 'base64')
      .toString('utf8')
      .replace('\ufeff', '')
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(1 + findings.flatMap(({ problems }) => problems).length);
    const korean = createText('ko');
    expect(lines[1]).toBe(`3,성명,${korean('collection.import.problem.missing')}`);
    expect(lines).toContain(`12,,${korean('collection.import.problem.ragged')}`);
    expect(lines.join('\n')).not.toMatch(/김하나|전화없음|메일아님|010-\d{4}-\d{4}/u);
    expect(saved.personalData).toBe('none');

    const refused = await office.as('clerk').refused('collection.runImport', {
      importId: table.importId,
      plan,
      leftOut: 0,
      sourceWhere: 'here',
    });
    expect(refused.code).toBe('import_changed_since_check');
    expect(await everybody(office)).toEqual([]);
    expect(await run()).toMatchObject({ people: 1, leftOut: 12 });
    expect(await everybody(office)).toEqual(['홍길동']);
  });

  it('asks which of day and month stands first, and does as it is told', async () => {
    const row = '김세나,010-1111-1113,3/4/2021,동의,,,B-4,';
    expect((await checked(list(row))).report).toMatchObject({
      bad: 1,
      problems: [{ code: 'date_ambiguous' }],
    });
    await (await checked(list(row), { dateOrder: 'dmy' })).run();
    const { people } = await office
      .as('clerk')
      .call('collection.listPeople', { search: '세나', limit: 5, offset: 0 });
    expect(people[0]?.lastConsentOn).toBe('2021-04-03');
  });
});

describe('somebody twice', () => {
  it('in the file, and somebody who is here already, are left out unless something else is chosen', async () => {
    const { personId } = await capture(office, form, {
      name: '홍 길동',
      telephone: '+82 10 1234 5678',
      givenOn: '2026-05-01',
    });
    const rows = [
      ...good,
      '이몽룡,010-2222-3333,2022-04-05,동의,,,A-4,',
      '이몽룡,010-9999-9999,2022-04-05,동의,,,A-5,',
      '이몽룡,010-2222-3333,2021-04-05,동의,,,A-6,',
    ];
    const { report, findings } = await checked(list(...rows));
    expect(report).toMatchObject({ rows: 6, people: 3, known: 1, repeated: 1, already: 1, bad: 0 });
    expect(findings).toMatchObject([
      { row: 2, kind: 'known', personId, byNameAlone: false, isTaken: false },
      { row: 5, kind: 'repeated', otherRow: 3, isTaken: false },
      { row: 7, kind: 'already', otherRow: 3, isTaken: false },
    ]);

    const other = await checked(list(...rows), { onKnown: 'add_consent', onRepeated: 'same_person' });
    expect(other.report).toMatchObject({ people: 3, consents: 5, known: 0, repeated: 0, already: 1 });
    await other.run();
    expect(await everybody(office)).toEqual(['Åström, Zoë', '이몽룡', '이몽룡', '홍 길동']);
    const opened = await office
      .as('clerk')
      .call('collection.openPerson', { personId, reason: 'serve_person' });
    expect(opened.consents.map(({ givenOn }) => givenOn)).toEqual(['2026-05-01', '2021-03-02']);
  });

  it('a second run of the same file says so and doubles nothing', async () => {
    await (await checked(list(...good))).run();
    for (const choice of ['leave_out', 'add_consent', 'new_person'] as const) {
      const again = await checked(list(...good), { onKnown: choice });
      expect(again.table.before).toMatchObject({ state: 'finished', number: 1 });
      expect(again.report).toMatchObject({ consents: 0, already: 3 });
      await expect(again.run()).rejects.toThrow('import_nothing_to_keep');
    }
    expect(await everybody(office)).toHaveLength(3);
  });
});

it('a cancellation leaves nothing: no row, no key, and the file can be tried again', async () => {
  const rows = Array.from(
    { length: 600 },
    (_, at) => `사람${at},010-1000-${String(at).padStart(4, '0')},2021-03-02,동의,,,C-${at},`,
  );
  const { run, table } = await checked(list(...rows));
  const keys = office.storage.currentVault.content.dataKeys.count;
  office.events.length = 0;
  const answer = run();
  const until = async (): Promise<void> => {
    while (
      !office.events.some(
        (event) => event.event === 'progress' && event.step === 'import_keep' && event.done >= 500,
      )
    )
      await new Promise((resolve) => setImmediate(resolve));
  };
  await until();
  expect(await office.call('office.cancelWork', { channel: 'collection.runImport' })).toEqual({
    cancelling: true,
  });
  await expect(answer).rejects.toThrow('cancelled');
  expect(await everybody(office)).toEqual([]);
  expect(office.storage.database.value('SELECT count(*) FROM record_units')).toBe(0);
  expect(office.storage.database.value('SELECT count(*) FROM known_copies')).toBe(0);
  expect(office.storage.currentVault.content.dataKeys.count).toBe(keys);
  expect(office.storage.currentVault.stagedKeyCount).toBe(0);
  expect((await office.as('clerk').call('collection.listImports', {})).imports).toMatchObject([
    { number: 1, state: 'cancelled', source: null },
  ]);
  expect(table.before).toBeNull();

  const again = await checked(list(...rows));
  expect(again.table.before).toMatchObject({ state: 'cancelled' });
  expect(await again.run()).toMatchObject({ people: 600, number: 2 });
  const { people, searchedPart } = await office
    .as('clerk')
    .call('collection.listPeople', { search: '사람599', limit: 5, offset: 0 });
  expect(searchedPart === undefined ? people.length : searchedPart.of).toBeGreaterThan(0);
});

it('what was decided is remembered for the next file with the same headings', async () => {
  const first = await checked(list(...good), { onKnown: 'add_consent', way: 'paper' });
  await first.run();
  const table = await handOver(office, encoded(list('새사람,010-7777-0000,2022-01-01,동의,,,Z-1,')));
  const { plan, isRemembered } = await office.as('clerk').call('collection.suggestImport', {
    importId: table.importId,
    formVersionId: form.formVersionId,
    language: 'ko',
  });
  expect([isRemembered, plan]).toEqual([true, first.plan]);
});

it('the file is entered as a copy of everybody in it, and the log holds counts only', async () => {
  await (await checked(list(...good))).run();
  const copy = await office
    .as('auditor')
    .call('office.listKnownCopies', { show: 'outstanding', limit: 10, offset: 0 });
  expect(copy.copies).toMatchObject([
    { kind: 'export', scope: 'listed', subjects: 3, where: '민원실 공용 PC' },
  ]);
  const { entries } = await office.as('auditor').call('register.listAuditEntries', { limit: 4, offset: 0 });
  expect(entries.map(({ code }) => code)).toContain('collection.import_finished');
  expect(JSON.stringify(entries)).not.toMatch(/홍길동|members/);
});

it('the lock puts the file away', async () => {
  const { importId } = await handOver(office, encoded(list(...good)));
  await office.call('office.lock', {});
  const refused = await office
    .as('clerk')
    .refused('collection.readImport', { importId, encoding: null, delimiter: null, sheet: null });
  expect(refused.code).toBe('import_unknown');
});

it('a file of this computer is taken by its path, and one that is too long is refused before it is read', async () => {
  const path = join(office.parent, 'list.csv');
  writeFileSync(path, list(...good));
  const clerk = office.as('clerk');
  const { importId } = await clerk.call('collection.openImport', { path });
  const table = await clerk.call('collection.readImport', {
    importId,
    encoding: null,
    delimiter: null,
    sheet: null,
  });
  expect(table).toMatchObject({ fileName: 'list.csv', rows: 3 });
  expect((await clerk.refused('collection.openImport', { path: `${path}x` })).code).toBe(
    'import_file_missing',
  );
  expect(
    (await clerk.refused('collection.beginImport', { fileName: 'x', bytes: 200 * 1024 * 1024 })).code,
  ).toBe('import_file_too_large');
});

it('a workbook is read by the sheet that is chosen, with real dates and numbers that lost their zero', async () => {
  const file = await writeXlsx({
    sheets: [
      { name: '안내', rows: [['읽어 주세요']] },
      {
        name: '명단',
        rows: [
          ['성명', '연락처', '동의일자', '회원 서비스 제공', '소식 안내'],
          ['홍길동', 1_012_345_678, new Date('2026-03-02T00:00:00Z'), 'O', 'X'],
          [],
          ['이몽룡', '010-2222-3333', '2026. 3. 4.', 'O', 'X'],
        ],
      },
    ],
  });
  const table = await handOver(office, file, { sheet: '명단' });
  expect(table).toMatchObject({
    layout: { kind: 'xlsx', sheets: ['안내', '명단'], sheet: '명단', calendar: '1900' },
    rows: 2,
  });
  const plan = await suggested(office, form, table.importId);
  const clerk = office.as('clerk');
  const { importId } = table;
  expect(await clerk.call('collection.checkImport', { importId, plan })).toMatchObject({
    consents: 2,
    bad: 0,
  });
  await clerk.call('collection.runImport', { importId, plan, leftOut: 0, sourceWhere: 'here' });
  const { people } = await clerk.call('collection.listPeople', { search: '5678', limit: 5, offset: 0 });
  expect(people).toMatchObject([{ name: '홍길동', lastConsentOn: '2026-03-02' }]);
});

it('a crash in the middle leaves nothing; the same file is known again, with what was decided', async () => {
  const rows = Array.from(
    { length: 600 },
    (_, at) => `사람${at},010-1000-${at + 1000},2026-03-02,동의,,,C-${at},`,
  );
  const { run, plan } = await checked(list(...rows), { way: 'paper' });
  office.events.length = 0;
  const answer = run();
  while (!office.events.some((event) => event.event === 'progress' && event.step === 'import_keep'))
    await new Promise((resolve) => setImmediate(resolve));
  // What a power cut would leave of the disk at this moment.
  const crashed = copyOfOffice(office.parent);
  await answer;
  try {
    expect(await everybody(crashed)).toEqual([]);
    const { imports } = await crashed.as('clerk').call('collection.listImports', {});
    expect(imports).toMatchObject([{ state: 'begun', source: null, consents: 0 }]);
    const table = await handOver(crashed, encoded(list(...rows)));
    expect(table.before).toMatchObject({ state: 'begun', number: 1 });
    expect(await suggested(crashed, form, table.importId)).toEqual(plan);
  } finally {
    await crashed.remove();
  }
});
