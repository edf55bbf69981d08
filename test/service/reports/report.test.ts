import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelInput } from '../../../shared/contract/contract.ts';
import { fromBase64 } from '../../../shared/domain/register/base64.ts';
import { describeReport, type ReportName, reportNames } from '../../../shared/domain/register/report.ts';
import { createText } from '../../../shared/text/messages.ts';
import { capture, type PublishedForm, publishMembership } from '../../fixtures/consent.ts';
import { openTestOffice, type StaffMember, type TestOffice } from '../../fixtures/office.ts';
import { approvedOrder, destroy, dueUnits, execute } from '../../fixtures/order.ts';
import { provisionOf, publishThirdPartyForm } from '../../fixtures/third-party.ts';
import { readPdf, withoutSpace } from '../../unit/documents/read-pdf.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.remove());

type Filter = ChannelInput<'register.report'>['filter'];

const readerOf: Record<ReportName, StaffMember> = {
  destruction: 'auditor',
  provision: 'clerk',
  consents: 'clerk',
  schedule: 'auditor',
  overdue: 'reviewer',
  vendors: 'clerk',
  audit: 'auditor',
};

const report = (name: ReportName, filter: Filter = {}, limit = 100, offset = 0) =>
  office.as(readerOf[name]).call('register.report', { report: name, filter, limit, offset });
const charts = async (name: ReportName, filter: Filter = {}) =>
  new Map(
    (await office.as(readerOf[name]).call('register.reportCharts', { report: name, filter })).charts.map(
      (chart) => [chart.key as string, chart.bars],
    ),
  );
/** The column of a report, read in Korean. */
async function column(name: ReportName, key: string, filter: Filter = {}) {
  const { rows } = await report(name, filter);
  const place = describeReport(name).columns.findIndex((one) => one.key === key);
  return rows.map(({ cells }) => {
    const cell = cells[place] ?? null;
    return cell !== null && typeof cell === 'object' ? cell.ko : cell;
  });
}
async function file(
  name: ReportName,
  format: 'pdf' | 'csv',
  filter: Filter = {},
  languages: ('en' | 'ko')[] = ['ko'],
) {
  const { bytes } = await office.as(readerOf[name]).call('register.reportFile', {
    ask: { report: name, filter },
    format,
    languages,
    to: { way: 'screen' },
  });
  return fromBase64(bytes ?? '');
}
const csv = async (name: ReportName, filter: Filter = {}) =>
  Buffer.from(await file(name, 'csv', filter))
    .toString('utf8')
    .trim()
    .split('\r\n');

/** Three consents fell due long ago; two are destroyed in two orders, the third is late. */
async function livedIn(): Promise<PublishedForm> {
  const form = await publishMembership(office);
  await capture(office, form, { name: '가나다', givenOn: '2024-01-10' });
  await capture(office, form, { name: '라마바', givenOn: '2024-02-10' });
  await capture(office, form, { name: '사아자', givenOn: '2024-03-10', additional: true });
  const [first = '', second = ''] = await dueUnits(office);
  await destroy(office, [first]);
  office.clock.advance({ days: 40 });
  await destroy(office, [second]);
  return form;
}

describe('the ledger of destruction', () => {
  it('has a line a group of units, with the days of collection and of destruction', async () => {
    await livedIn();
    const { total } = await report('destruction');
    expect(total).toBe(2);
    expect(await column('destruction', 'number')).toEqual([1, 2]);
    expect(await column('destruction', 'file')).toEqual(
      expect.arrayContaining([expect.stringMatching(/ · 회원 서비스 제공$/u)]),
    );
    expect(await column('destruction', 'created')).toEqual(['2024-01-10', '2024-02-10']);
    expect(await column('destruction', 'destroyed_on')).toEqual(['2026-05-04', '2026-06-13']);
    expect(await column('destruction', 'reason')).toEqual(['보유 기간 만료', '보유 기간 만료']);
    expect(await column('destruction', 'material')).toEqual(['전자파일 1건', '전자파일 1건']);
    expect(await column('destruction', 'order')).toEqual(['D-2026-0001', 'D-2026-0002']);
    const operators = await column('destruction', 'handler');
    const heads = await column('destruction', 'head');
    expect(operators[0]).toMatch(/직원 번호 \d/u);
    expect(operators).not.toEqual(heads);
    expect((await charts('destruction')).get('destroyed_by_month')).toEqual([
      { label: '2026-05', value: 1 },
      { label: '2026-06', value: 1 },
    ]);
  });

  it('is narrowed down by days of the office and by class, and goes on counting in it', async () => {
    await livedIn();
    expect(await column('destruction', 'number', { from: '2026-06-13', to: '2026-06-13' })).toEqual([1]);
    expect(await column('destruction', 'order', { from: '2026-06-13' })).toEqual(['D-2026-0002']);
    expect((await report('destruction', { to: '2026-05-03' })).total).toBe(0);
    expect((await report('destruction', { carrier: 'paper' })).total).toBe(0);
    expect((await report('destruction', {}, 1, 1)).rows[0]?.cells[0]).toBe(2);
  });

  it('counts only what was destroyed, where a hold took a unit off an approved order', async () => {
    const form = await publishMembership(office);
    await capture(office, form, { name: '가나다', givenOn: '2024-01-10' });
    await capture(office, form, { name: '라마바', givenOn: '2024-02-10' });
    await capture(office, form, { name: '사아자', givenOn: '2024-03-10' });
    const units = await dueUnits(office);
    const order = await approvedOrder(office, units);
    const held = { unitIds: units.slice(2), authority: '서울중앙지방법원', reason: '증거보전 결정' };
    await office.as('reviewer').call('retention.placeHold', held);
    await execute(office, order);
    expect(await column('destruction', 'material')).toEqual(['전자파일 2건']);
    expect((await charts('destruction')).get('destroyed_by_month')).toEqual([{ label: '2026-05', value: 2 }]);
    expect(await column('overdue', 'due')).toHaveLength(1);
  });

  it('is form 5 on paper: its title, its eight columns in their order, no names', async () => {
    await livedIn();
    const { text, tagged, language } = await readPdf(await file('destruction', 'pdf'));
    const page = text.join('');
    expect(page).toContain(withoutSpace('[별지 제5호 서식]'));
    expect(page).toContain(withoutSpace('개인정보 파일 파기 관리대장'));
    const heads = '번호 개인정보파일명 자료의 종류 생성일 폐기일 폐기사유 처리담당자 처리부서장';
    expect(page).toContain(withoutSpace(heads));
    expect(page).toContain('2024-01-10');
    expect(page).toContain('전자파일1건');
    expect(page).not.toMatch(/가나다|한아름|최미나/u);
    expect({ tagged, language }).toEqual({ tagged: true, language: 'ko' });
  });
});

describe('consent status', () => {
  it('says what every consent says about every purpose now, and adds it up', async () => {
    const form = await publishMembership(office);
    const { consentId } = await capture(office, form, { name: '가', additional: true });
    await capture(office, form, { name: '나', givenOn: '2026-04-01' });
    await office.as('clerk').call('collection.withdraw', { consentId, purposeIds: [form.additional] });
    expect((await report('consents')).total).toBe(4);
    expect(await column('consents', 'answer', { purposeId: form.additional })).toEqual([
      '철회',
      '동의하지 않음',
    ]);
    expect(await column('consents', 'given_on', { to: '2026-04-30' })).toEqual(['2026-04-01', '2026-04-01']);
    expect((await report('consents', { state: 'withdrawn' })).total).toBe(1);
    const drawn = await charts('consents');
    expect(drawn.get('answers_by_state')?.map(({ value }) => value)).toEqual([2, 1, 1]);
    expect(drawn.get('agreed_by_purpose')).toEqual([
      { label: { en: 'Running your membership', ko: '회원 서비스 제공' }, value: 2 },
    ]);
  });

  it('names people only in a file, for a reason, through the use log and as a known copy', async () => {
    const form = await publishMembership(office);
    const { personId } = await capture(office, form, { name: '가나다' });
    const ask = { report: 'consents', filter: {}, names: 'answer_request' } as const;
    const asked = { ask, format: 'csv' as const, languages: ['ko' as const] };
    const clerk = office.as('clerk');
    expect((await clerk.refused('register.reportFile', { ...asked, to: { way: 'screen' } })).code).toBe(
      'export_to_file_only',
    );
    expect(
      (await office.as('auditor').refused('register.reportFile', { ...asked, to: { way: 'screen' } })).code,
    ).toBe('forbidden');
    const path = `${office.parent}/consents.csv`;
    const made = await clerk.call('register.reportFile', {
      ...asked,
      to: { way: 'file', path, replace: false },
    });
    expect(made).toMatchObject({ personalData: 'copy', copyReference: 'KC-0001' });
    expect(readFileSync(path, 'utf8')).toContain('가나다');
    const { uses } = await office.as('auditor').call('provision.listUses', {
      filter: { from: null, to: null, staffNumber: null, personId, kind: 'export', outcome: 'all' },
      limit: 5,
      offset: 0,
    });
    expect(uses).toEqual([expect.objectContaining({ reason: 'answer_request' })]);
    const other = {
      ...asked,
      ask: { ...ask, report: 'vendors' as const },
      to: { way: 'file' as const, path, replace: true },
    };
    expect((await clerk.refused('register.reportFile', other)).code).toBe('report_filter_unknown');
  });
});

it('what is overdue is listed with where it stands', async () => {
  await livedIn();
  expect(await column('overdue', 'unit_state')).toEqual(['파기 검토 대기', '파기 검토 대기']);
  const days = await column('overdue', 'days_late');
  expect(days.every((value) => Number(value) > 300)).toBe(true);
  const [unitId = ''] = await dueUnits(office);
  await office.as('reviewer').call('destruction.proposeOrder', { unitIds: [unitId] });
  expect((await column('overdue', 'unit_state')).toSorted()).toEqual([
    '파기 검토 대기',
    '파기 지시 D-2026-0003',
  ]);
  expect((await report('overdue', { state: 'ordered' })).total).toBe(1);
  expect((await charts('overdue')).get('late_by_days')?.reduce((sum, { value }) => sum + value, 0)).toBe(2);
});

it('the retention schedule has every rule with its basis and what is kept under it', async () => {
  await livedIn();
  const { rules } = await office.as('reviewer').call('retention.listRules', {});
  expect((await report('schedule')).total).toBe(rules.length);
  const kept = await column('schedule', 'kept');
  expect(kept.reduce<number>((sum, value) => sum + Number(value), 0)).toBe(2);
  const recordClassId = rules[0]?.recordClassId ?? '';
  expect((await report('schedule', { recordClassId })).total).toBeLessThan(rules.length);
  expect((await charts('schedule')).get('due_by_month')).toHaveLength(24);
});

it('provisions and vendors are listed by their state', async () => {
  const form = await publishThirdPartyForm(office);
  await capture(office, form, { additional: true });
  await office.as('clerk').call('provision.recordProvision', provisionOf(form));
  expect(await column('provision', 'copy_state')).toEqual(['제공 중']);
  expect(await column('provision', 'recipient')).toEqual(['한강보험']);
  expect((await report('provision', { state: 'ended' })).total).toBe(0);
  office.clock.advance({ days: 366 });
  expect((await report('provision', { state: 'overdue' })).total).toBe(1);
  await office.as('clerk').call('provision.addVendor', {
    name: '빠른배송',
    task: '배송',
    contact: 'safe@example.org',
    contractEndsOn: '2026-12-31',
    doesMarketing: false,
  });
  expect(await column('vendors', 'vendor_state')).toEqual(['계약 만료']);
  expect((await charts('vendors')).get('vendors_by_state')).toEqual([
    { label: { en: 'Contract has ended', ko: '계약 만료' }, value: 1 },
  ]);
});

it('an extract of the audit log is of days of the office, of a room, of one member of staff', async () => {
  await livedIn();
  const all = await report('audit');
  const rooms = await charts('audit');
  expect(rooms.get('entries_by_room')?.reduce((sum, { value }) => sum + value, 0)).toBe(all.total);
  const proposed = await report('audit', { room: 'destruction', from: '2026-06-13' });
  expect(proposed.rows.map(({ cells }) => cells[2])).toContainEqual({
    en: createText('en')('register.audit.code.destruction.order_proposed'),
    ko: createText('ko')('register.audit.code.destruction.order_proposed'),
  });
  expect(proposed.total).toBeLessThan((await report('audit', { room: 'destruction' })).total);
  expect((await report('audit', { staffNumber: 999 })).total).toBe(0);
});

describe('every report', () => {
  it.each(reportNames)(
    '%s is the same on screen and as a table, and can be printed in both languages',
    async (name) => {
      await livedIn();
      await office.as(readerOf[name]).call('office.status', {});
      const { rows, total } = await report(name);
      const lines = await csv(name);
      expect(lines).toHaveLength(total + 1);
      expect(rows).toHaveLength(Math.min(total, 100));
      for (const { cells } of rows) expect(cells).toHaveLength(describeReport(name).columns.length);
      const pdf = await readPdf(await file(name, 'pdf', {}, ['ko', 'en']));
      expect(pdf.tagged).toBe(true);
      expect(pdf.text.join('')).toContain(withoutSpace(createText('en')(`register.report.${name}.title`)));
      expect(pdf.text.join('')).toContain(withoutSpace(createText('ko')(`register.report.${name}.title`)));
    },
  );

  it("that leaves is a known copy without units, and in no certificate's way", async () => {
    const ask = { report: 'schedule', filter: {} } as const;
    const made = await office.as('auditor').call('register.reportFile', {
      ask,
      format: 'csv',
      languages: ['ko'],
      to: { way: 'file', path: `${office.parent}/schedule.csv`, replace: false },
    });
    expect(made).toMatchObject({ personalData: 'none', copyReference: 'KC-0001' });
    const shown = await office.as('auditor').call('register.reportFile', {
      ask,
      format: 'csv',
      languages: ['ko'],
      to: { way: 'screen' },
    });
    expect(shown).toMatchObject({ personalData: 'none', copyReference: null });
    const { copies } = await office
      .as('administrator')
      .call('office.listKnownCopies', { show: 'outstanding', limit: 5, offset: 0 });
    expect(copies).toMatchObject([{ kind: 'export', scope: 'listed', subjects: 0 }]);
    await capture(office, await publishMembership(office), { givenOn: '2024-01-10' });
    const number = await destroy(office, await dueUnits(office));
    const { certificate } = await office.as('auditor').call('register.getCertificate', { number });
    expect(certificate.content).toMatchObject({ kind: 'electronic', conditional: false });
  });

  it('asks for its own permission, and takes no filter that it does not have', async () => {
    const ask = { report: 'audit', filter: {}, limit: 5, offset: 0 } as const;
    expect((await office.as('clerk').refused('register.report', ask)).code).toBe('forbidden');
    expect((await office.as('clerk').refused('register.reportChoices', { report: 'overdue' })).code).toBe(
      'forbidden',
    );
    const filter = { carrier: 'paper' } as const;
    expect((await office.as('auditor').refused('register.report', { ...ask, filter })).code).toBe(
      'report_filter_unknown',
    );
    const state = { report: 'vendors', filter: { state: 'held' } } as const;
    expect((await office.as('clerk').refused('register.reportCharts', state)).code).toBe(
      'report_filter_unknown',
    );
  });
});

describe('form 4', () => {
  it('is filled in as far as the order has come', async () => {
    const form = await publishMembership(office);
    await capture(office, form, { givenOn: '2024-01-10' });
    const units = await dueUnits(office);
    const order = await office.as('reviewer').call('destruction.proposeOrder', { unitIds: units });
    const form4 = async () => {
      const { bytes } = await office.as('auditor').call('register.destructionRequest', {
        ask: { orderId: order.orderId },
        format: 'pdf',
        languages: ['ko'],
        to: { way: 'screen' },
      });
      return (await readPdf(fromBase64(bytes ?? ''))).text.join('');
    };
    const asked = await form4();
    for (const label of [
      '[별지 제4호 서식]',
      '개인정보 파일 파기 요청서',
      '작성일',
      '작성자',
      '파기 대상 개인정보 파일',
      '생성일자',
      '개인정보취급자',
      '주요 대상업무',
      '현재 보관건수',
      '파기 사유',
      '파기 일정',
      '특기사항',
      '파기 승인일',
      '승인자(개인정보 보호책임자)',
      '파기 장소',
      '파기 방법',
      '파기 수행자',
      '입회자',
      '폐기 확인 방법',
      '백업 조치 유무',
      '매체 폐기 여부',
    ])
      expect(asked).toContain(withoutSpace(label));
    expect(asked).toContain(withoutSpace('작성일 2026년 5월 4일'));
    expect(asked).toContain(withoutSpace('개인정보취급자 직원 번호 2'));
    expect(asked).toContain('회원서비스제공');
    expect(asked).toContain('2024-01-10');
    expect(asked).not.toContain('파기완료');
    const { digest, orderId } = order;
    await office.as('approver').call('destruction.approveOrder', { orderId, digest });
    await office.as('operator').call('destruction.executeOrder', { orderId, digest });
    const done = await form4();
    expect(done).toContain(withoutSpace('파기 완료 2026년 5월 4일'));
    expect(done).toMatch(/파기확인서2026-0001/u);
  });
});
