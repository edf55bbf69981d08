import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromBase64 } from '../../../shared/domain/register/base64.ts';
import { capture } from '../../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';
import { approve, propose } from '../../fixtures/order.ts';
import { provisionOf, publishThirdPartyForm, type ThirdPartyForm } from '../../fixtures/third-party.ts';
import { readPdf, withoutSpace } from '../../unit/documents/read-pdf.ts';

let office: TestOffice;
let form: ThirdPartyForm;
let vendorId: string;
const clerk = () => office.as('clerk');

beforeEach(async () => {
  office = await openTestOffice();
  form = await publishThirdPartyForm(office);
  const vendor = { name: '한빛택배', task: '배송', contact: '', contractEndsOn: null, doesMarketing: false };
  vendorId = (await clerk().call('provision.addVendor', vendor)).vendorId;
});
afterEach(() => office.remove());

const handOver = (purposeId = form.essential) =>
  clerk().call('provision.recordHandOver', {
    vendorId,
    purposeId,
    to: { whose: 'everybody' },
    what: '배송지 목록',
    way: 'file_transfer',
    isEncrypted: true,
    handedOverOn: '2026-05-04',
    dueBackOn: null,
  });
const recalls = async (show: 'open' | 'overdue' | 'ended' = 'open') =>
  (await clerk().call('provision.listRecalls', { show, vendorId: null, limit: 50, offset: 0 })).recalls;
const withdraw = (consentId: string, purposeIds: string[]) =>
  clerk().call('collection.withdraw', { consentId, purposeIds });
const answer = (recallId: string, how: 'destroyed' | 'returned' | 'lost' = 'destroyed') =>
  clerk().call('provision.answerRecall', {
    recallId,
    how,
    answeredOn: '2026-05-04',
    answer: '파쇄 확인서 2026-3',
  });

describe('a withdrawal', () => {
  it('calls back what a vendor and a recipient hold of it, and of nobody else', async () => {
    const one = await capture(office, form, { name: '가', additional: true });
    await capture(office, form, { name: '나', additional: true });
    await handOver();
    await clerk().call('provision.recordProvision', { ...provisionOf(form) });
    expect(await recalls()).toEqual([]);
    await withdraw(one.consentId, [form.essential, form.additional]);
    expect(await recalls()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          holder: 'vendor',
          holderName: '한빛택배',
          cause: 'withdrawal',
          units: 1,
          askedOn: '2026-05-04',
          dueOn: '2026-05-09',
        }),
        expect.objectContaining({
          holder: 'recipient',
          holderName: '한강보험',
          cause: 'withdrawal',
          units: 1,
        }),
      ]),
    );
    // What the other person's data is in is out as before; the divided copies are of one record each.
    const { copies } = await office
      .as('auditor')
      .call('office.listKnownCopies', { show: 'outstanding', limit: 10, offset: 0 });
    expect(copies.map(({ subjects }) => subjects)).toEqual([1, 1, 1, 1]);
    // Asked once: nothing more is called back the next day.
    office.clock.advance({ days: 1 });
    await office.restart();
    expect(await recalls()).toHaveLength(2);
  });

  it('is followed by letter, reminder and answer, with the holder’s certificate', async () => {
    const one = await capture(office, form, { name: '홍길동', additional: true });
    await handOver();
    await withdraw(one.consentId, [form.essential]);
    const [recall] = await recalls();
    const recallId = recall?.recallId ?? '';
    const letter = async (withNames: boolean) => {
      const { bytes, personalData } = await clerk().call('provision.recallLetter', {
        ask: { recallId, isReminder: false, withNames },
        format: 'pdf',
        languages: ['ko'],
        to: { way: 'screen' },
      });
      return { text: withoutSpace((await readPdf(fromBase64(bytes ?? ''))).text.join(' ')), personalData };
    };
    const plain = await letter(false);
    expect(plain.text).toContain(withoutSpace('배송지 목록'));
    expect(plain.text).toContain('KC-0001');
    expect(plain).toMatchObject({ personalData: 'none' });
    expect(plain.text).not.toContain('홍길동');
    const named = await letter(true);
    expect(named.text).toContain('홍길동');
    expect(named.personalData).toBe('copy');
    const { uses } = await office
      .as('auditor')
      .call('provision.listUses', { filter: null, limit: 5, offset: 0 });
    expect(uses[0]).toMatchObject({ reason: 'fulfil_legal_duty', personId: one.personId });

    const step = { recallId, sentOn: '2026-05-04' };
    await clerk().call('provision.recordRecallLetter', { ...step, isReminder: false });
    office.clock.advance({ days: 6 });
    expect(await clerk().call('office.home', {})).toMatchObject({ recallsOpen: 1, recallsOverdue: 1 });
    expect((await recalls('overdue'))[0]).toMatchObject({ isOverdue: true, letterOn: '2026-05-04' });
    await clerk().call('provision.recordRecallLetter', { recallId, sentOn: '2026-05-10', isReminder: true });
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const file = { recallId, fileName: 'certificate.png' };
    const { documentId } = await clerk().call('provision.attachRecallDocument', { ...file, content: png });
    expect((await clerk().refused('provision.attachRecallDocument', { ...file, content: 'AAAA' })).code).toBe(
      'attachment_type_unknown',
    );
    await answer(recallId, 'lost');
    expect((await recalls('overdue'))[0]?.how).toBe('lost');
    await answer(recallId);
    expect(await recalls()).toEqual([]);
    expect(await recalls('ended')).toEqual([
      expect.objectContaining({
        how: 'destroyed',
        answer: '파쇄 확인서 2026-3',
        reminders: 1,
        remindedOn: '2026-05-10',
        documents: [expect.objectContaining({ documentId, type: 'image/png' })],
      }),
    ]);
    expect(await clerk().call('provision.readRecallDocument', { documentId })).toMatchObject({
      content: png,
    });
  });
});

it('calls back what a vendor holds when its period ends, by the clock', async () => {
  await capture(office, form, { additional: false, givenOn: '2025-05-05' });
  await handOver();
  office.clock.advance({ days: 2 });
  await office.restart();
  expect(await recalls()).toEqual([
    expect.objectContaining({ cause: 'expiry', units: 1, askedOn: '2026-05-06', orderId: null }),
  ]);
});

it('leaves the certificate of an order conditional until every recall is answered, and then completes it', async () => {
  const one = await capture(office, form, { additional: true });
  await handOver();
  await clerk().call('provision.recordProvision', { ...provisionOf(form) });
  await withdraw(one.consentId, [form.essential, form.additional]);
  const order = await propose(
    office,
    one.units.map(({ unitId }) => unitId),
  );
  await approve(office, order);
  const done = await office
    .as('operator')
    .call('destruction.executeOrder', { orderId: order.orderId, digest: order.digest });
  const certificate = async () =>
    (await office.as('auditor').call('register.listCertificates', { limit: 5, offset: 0 })).certificates.find(
      ({ number }) => number === done.certificateNumber,
    );
  expect(await certificate()).toMatchObject({ conditional: true });
  const [first, second] = await recalls();
  const ofFirst = await answer(first?.recallId ?? '');
  expect(ofFirst.completions).toEqual([]);
  const ofSecond = await answer(second?.recallId ?? '', 'returned');
  expect(ofSecond.completions).toHaveLength(1);
});

it('asks a vendor for everything when its contract ends, item by item, and closes it only then', async () => {
  await capture(office, form, { additional: true });
  await handOver();
  await handOver();
  const end = { vendorId, endedOn: '2026-05-04' };
  expect(await clerk().call('provision.recallFromVendor', { vendorId })).toEqual({ recalls: 2 });
  expect((await clerk().refused('provision.recallFromVendor', { vendorId })).code).toBe('nothing_to_recall');
  const open = await recalls();
  expect(open.map(({ cause }) => cause)).toEqual(['contract_end', 'contract_end']);
  await answer(open[0]?.recallId ?? '');
  expect(await clerk().refused('provision.endEntrustment', end)).toMatchObject({
    code: 'vendor_holds_data',
    params: { count: 1 },
  });
  await answer(open[1]?.recallId ?? '', 'returned');
  await clerk().call('provision.endEntrustment', end);
});
