import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelInput } from '../../../shared/contract/contract.ts';
import { fromBase64 } from '../../../shared/domain/register/base64.ts';
import { capture, findRules, membershipForm, type PublishedForm, publish } from '../../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';
import { readPdf, withoutSpace } from '../../unit/documents/read-pdf.ts';

let office: TestOffice;
let form: PublishedForm;
let vendorId: string;
const clerk = () => office.as('clerk');
const vendor = {
  name: '한빛택배',
  task: '상품 배송',
  contact: '박담당 02-1',
  contractEndsOn: null,
  doesMarketing: true,
};

beforeEach(async () => {
  office = await openTestOffice();
  const { obliged, consented } = await findRules(office);
  form = await publish(office, membershipForm(obliged, consented));
  vendorId = (await clerk().call('provision.addVendor', vendor)).vendorId;
});
afterEach(() => office.remove());

const contract = (change: Partial<ChannelInput<'provision.recordContract'>> = {}) =>
  ({
    vendorId,
    signedOn: '2026-05-01',
    startsOn: '2026-05-01',
    endsOn: '2027-04-30',
    reference: '2026-17',
    tasks: '상품 배송',
    items: '성명, 주소',
    safeguards: '암호화',
    clauses: [],
    ...change,
  }) satisfies ChannelInput<'provision.recordContract'>;

const handOver = (change: Partial<ChannelInput<'provision.recordHandOver'>> = {}) =>
  clerk().call('provision.recordHandOver', {
    vendorId,
    purposeId: form.additional,
    to: { whose: 'everybody' },
    what: '5월 안내문',
    way: 'file_transfer',
    isEncrypted: true,
    handedOverOn: '2026-05-04',
    dueBackOn: '2026-05-20',
    ...change,
  });

it('names the clauses that a contract lacks, and counts one only with the place where it stands', async () => {
  const { missing } = await clerk().call('provision.recordContract', contract());
  expect(missing).toEqual([
    'no_other_purpose',
    'safeguards',
    'purpose_and_scope',
    'sub_entrustment',
    'access_limits',
    'supervision',
    'damages',
  ]);
  const clauses = missing.slice(0, 6).map((clause, index) => ({ clause, place: `제${index + 3}조` }));
  expect(await clerk().call('provision.recordContract', contract({ clauses }))).toEqual({
    version: 2,
    missing: ['damages'],
  });
  const shown = await office.as('auditor').call('provision.getVendor', { vendorId });
  expect(shown.vendor).toMatchObject({ missingClauses: 1, contractEndsOn: '2027-04-30' });
  expect(shown.contracts.map(({ version, missing: lacking }) => [version, lacking.length])).toEqual([
    [2, 1],
    [1, 7],
  ]);
  expect((await clerk().refused('provision.recordContract', contract({ endsOn: '2026-04-01' }))).code).toBe(
    'ends_before_it_starts',
  );
});

it('lets a vendor entrust on only with the consent given before', async () => {
  const sub = {
    vendorId,
    name: '동네퀵',
    task: '시내 배송',
    consentedOn: '2026-05-02',
    startsOn: '2026-05-01',
  };
  expect((await clerk().refused('provision.addSubVendor', sub)).code).toBe('sub_vendor_without_consent');
  const { subVendorId } = await clerk().call('provision.addSubVendor', { ...sub, startsOn: '2026-05-02' });
  await clerk().call('provision.endSubVendor', { subVendorId, endedOn: '2026-05-04' });
  const { subVendors } = await clerk().call('provision.getVendor', { vendorId });
  expect(subVendors).toEqual([expect.objectContaining({ name: '동네퀵', endedOn: '2026-05-04' })]);
});

it('says at home which training and inspection is late, and plans the next one from the day it was done', async () => {
  const { checkId } = await clerk().call('provision.planCheck', {
    vendorId,
    kind: 'inspection',
    dueOn: '2026-05-10',
    everyMonths: 6,
  });
  const late = async () => (await clerk().call('office.home', {})).vendorChecksOverdue;
  expect(await late()).toBe(0);
  office.clock.advance({ days: 7 });
  expect(await late()).toBe(1);
  const done = { checkId, doneOn: '2026-05-11', result: '이상 없음' };
  expect(await clerk().call('provision.completeCheck', done)).toEqual({ nextDueOn: '2026-11-11' });
  expect((await clerk().refused('provision.completeCheck', done)).code).toBe('check_done_already');
  expect(await late()).toBe(0);
  const { checks } = await clerk().call('provision.getVendor', { vendorId });
  expect(checks.map(({ dueOn, result }) => [dueOn, result])).toEqual([
    ['2026-11-11', ''],
    ['2026-05-10', '이상 없음'],
  ]);
});

it('hands over everybody whom the gate lets pass and lists the others with the reason', async () => {
  const yes = await capture(office, form, { name: '가온누리', additional: true });
  const gone = await capture(office, form, { name: '나', additional: true });
  await capture(office, form, { name: '다', additional: false, givenOn: '2026-03-02' });
  await clerk().call('collection.withdraw', { consentId: gone.consentId, purposeIds: [form.additional] });
  const { report, handOverId } = await handOver();
  expect(report).toMatchObject({ people: 1, leftOutCount: 2 });
  expect(
    new Map(report.leftOut.map(({ personId, reason }) => [personId, reason])).get(gone.personId),
  ).toEqual({
    code: 'consent_withdrawn',
    on: '2026-05-04',
  });
  expect(report.reasons).toContainEqual({ code: 'consent_refused', people: 1 });
  const { handOvers } = await clerk().call('provision.listHandOvers', {
    vendorId,
    show: 'out',
    limit: 5,
    offset: 0,
  });
  expect(handOvers).toEqual([
    expect.objectContaining({
      handOverId,
      people: 1,
      what: '5월 안내문',
      reference: 'KC-0001',
      isOverdue: false,
    }),
  ]);
  // The use log has one line for the one deed, and one for what was refused with it.
  const { uses } = await office
    .as('auditor')
    .call('provision.listUses', { filter: null, limit: 10, offset: 0 });
  expect(uses.map(({ people, blocked }) => [people, blocked])).toEqual(
    expect.arrayContaining([
      [1, false],
      [2, true],
    ]),
  );
  // Who does marketing with their data is told to the people whose data it has.
  expect(await clerk().call('provision.listToBeTold', { vendorId, limit: 5, offset: 0 })).toEqual({
    total: 1,
    people: [{ personId: yes.personId, since: '2026-05-04' }],
  });
  // With names and how to reach them it is a use of everybody on it, and a copy once it leaves.
  const list = async (to: { way: 'screen' } | { way: 'print'; keptBy: 'office'; where: string }) =>
    clerk().call('provision.peopleToBeTold', { ask: { vendorId }, format: 'pdf', languages: ['ko'], to });
  const { bytes } = await list({ way: 'screen' });
  const said = withoutSpace((await readPdf(fromBase64(bytes ?? ''))).text.join(''));
  for (const part of ['가온누리', '010-1234-5678', 'hong@example.org', '한빛택배'])
    expect(said).toContain(part);
  expect((await list({ way: 'print', keptBy: 'office', where: '' })).copyReference).toBe('KC-0002');
  const { uses: listed } = await office
    .as('auditor')
    .call('provision.listUses', { filter: null, limit: 2, offset: 0 });
  expect(listed.map(({ reason, kind, people }) => [reason, kind, people])).toEqual([
    ['fulfil_legal_duty', 'print', 1],
    ['fulfil_legal_duty', 'read', 1],
  ]);
  const told = { vendorId, personIds: null, toldOn: '2026-05-04', way: 'email' } as const;
  expect(await clerk().call('provision.recordTold', told)).toEqual({ people: 1 });
  expect((await clerk().refused('provision.recordTold', told)).code).toBe('nobody_to_be_told');
});

it('cannot be closed while it holds anything, and takes nothing afterwards', async () => {
  await capture(office, form, { additional: true });
  const { handOverId } = await handOver();
  const end = { vendorId, endedOn: '2026-05-04' };
  expect(await clerk().refused('provision.endEntrustment', end)).toMatchObject({
    code: 'vendor_holds_data',
    params: { count: 1 },
  });
  office.clock.advance({ days: 20 });
  expect((await clerk().call('office.home', {})).handOversOverdue).toBe(1);
  await clerk().call('provision.endHandOver', { handOverId, how: 'lost' });
  expect((await clerk().refused('provision.endEntrustment', end)).code).toBe('vendor_holds_data');
  await clerk().call('provision.endHandOver', { handOverId, how: 'destroyed' });
  await clerk().call('provision.endEntrustment', end);
  expect((await clerk().call('office.home', {})).handOversOverdue).toBe(0);
  expect(
    (
      await clerk().refused('provision.recordHandOver', {
        vendorId,
        purposeId: form.additional,
        to: { whose: 'everybody' },
        what: 'x',
        way: 'file_transfer',
        isEncrypted: true,
        handedOverOn: '2026-05-04',
        dueBackOn: null,
      })
    ).code,
  ).toBe('vendor_ended');
});

it('publishes what it has to disclose, without anybody’s contact, and knows when it has to again', async () => {
  const state = async () => (await clerk().call('provision.publications', {})).state;
  expect(await state()).toBe('never');
  await clerk().call('provision.recordPublication', { publishedOn: '2026-05-04', way: 'website' });
  expect(await state()).toBe('current');
  const list = (format: 'pdf' | 'html') =>
    clerk().call('provision.vendorList', { ask: {}, format, languages: ['ko', 'en'], to: { way: 'screen' } });
  const html = Buffer.from((await list('html')).bytes ?? '', 'base64').toString('utf8');
  expect(html).toContain('한빛택배');
  expect(html).not.toContain('박담당');
  const pdf = await readPdf(fromBase64((await list('pdf')).bytes ?? ''));
  expect(withoutSpace(pdf.text.join(' '))).toContain(withoutSpace('상품 배송'));
  expect(pdf.text.join(' ')).not.toContain('박담당');
  await clerk().call('provision.changeVendor', { vendorId, ...vendor, task: '상품 배송 및 반품 회수' });
  expect(await state()).toBe('outdated');
  expect((await clerk().call('office.home', {})).vendorPublication).toBe('outdated');
});
