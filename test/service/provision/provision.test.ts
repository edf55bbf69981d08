import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelInput } from '../../../shared/contract/contract.ts';
import { fromBase64 } from '../../../shared/domain/register/base64.ts';
import { capture, publishMembership } from '../../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';
import { provisionOf, publishThirdPartyForm, type ThirdPartyForm } from '../../fixtures/third-party.ts';
import { readPdf, withoutSpace } from '../../unit/documents/read-pdf.ts';

let office: TestOffice;
let form: ThirdPartyForm;
const clerk = () => office.as('clerk');
type Input = ChannelInput<'provision.recordProvision'>;
const provide = (change: Partial<Input> = {}) =>
  clerk().call('provision.recordProvision', { ...provisionOf(form), ...change });
const refused = async (change: Partial<Input> = {}) =>
  (await clerk().refused('provision.recordProvision', { ...provisionOf(form), ...change })).code;

beforeEach(async () => {
  office = await openTestOffice();
  form = await publishThirdPartyForm(office);
});
afterEach(() => office.remove());

describe('a provision', () => {
  it('of chosen people is of those of them who are covered; who was never asked is listed as such', async () => {
    const yes = await capture(office, form, { name: '가', additional: true });
    await capture(office, form, { name: '나', additional: true });
    const other = await publishMembership(office);
    const unasked = await capture(office, other, { name: '다', additional: true });
    const personIds = [yes.personId, unasked.personId];
    const { report } = await provide({ to: { whose: 'people', personIds } });
    expect(report).toEqual({
      people: 1,
      leftOutCount: 1,
      reasons: [{ code: 'consent_never_asked', people: 1 }],
      leftOut: [{ personId: unasked.personId, reason: { code: 'consent_never_asked', on: null } }],
    });
    const nobody = provisionOf(form);
    const refusedTo = (ids: string[]) =>
      clerk().refused('provision.recordProvision', { ...nobody, to: { whose: 'people', personIds: ids } });
    expect((await refusedTo([unasked.personId])).code).toBe('use_consent_never_asked');
    expect((await refusedTo([yes.personId, crypto.randomUUID()])).code).toBe('not_found');
  });

  it('is recorded for people whose separate consent covers it; the others are listed with the reason', async () => {
    const yes = await capture(office, form, { name: '가', additional: true });
    const no = await capture(office, form, { name: '나', givenOn: '2026-03-02' });
    const withdrawn = await capture(office, form, { name: '다', additional: true });
    await clerk().call('collection.withdraw', {
      consentId: withdrawn.consentId,
      purposeIds: [form.additional],
    });
    const expected = {
      people: 1,
      leftOutCount: 2,
      leftOut: expect.arrayContaining([
        {
          personId: no.personId,
          reason: { code: 'consent_refused', on: '2026-03-02' },
        },
        {
          personId: withdrawn.personId,
          reason: { code: 'consent_withdrawn', on: '2026-05-04' },
        },
      ]),
    };
    const { purposeId, recipientId, itemCodes, to } = provisionOf(form);
    const asked = { purposeId, recipientId, itemCodes: [...itemCodes], to };
    expect(await clerk().call('provision.checkProvision', asked)).toMatchObject(expected);
    expect((await provide()).report).toMatchObject(expected);
    const { provisions } = await clerk().call('provision.listProvisions', {
      recipientId: null,
      show: 'out',
      limit: 5,
      offset: 0,
    });
    expect(provisions).toEqual([
      expect.objectContaining({
        recipientName: '한강보험',
        people: 1,
        kind: 'provision',
        reference: 'KC-0001',
      }),
    ]);
    const { uses } = await office.as('auditor').call('provision.listUses', {
      filter: {
        from: null,
        to: null,
        staffNumber: null,
        personId: yes.personId,
        kind: 'provision',
        outcome: 'all',
      },
      limit: 5,
      offset: 0,
    });
    expect(uses).toEqual([expect.objectContaining({ blocked: false, units: 1 })]);
  });

  it('is refused where nobody is covered, and says why', async () => {
    await capture(office, form, { givenOn: '2026-03-02' });
    expect(await clerk().refused('provision.recordProvision', { ...provisionOf(form) })).toMatchObject({
      code: 'use_consent_refused',
      params: { date: '2026-03-02' },
    });
    const { uses } = await office
      .as('auditor')
      .call('provision.listUses', { filter: null, limit: 5, offset: 0 });
    expect(uses[0]).toMatchObject({ kind: 'provision', blocked: true, refusals: ['consent_refused'] });
  });

  it('goes to nobody whom the consent does not name, with no item it does not name, and for no purpose of the office itself', async () => {
    await capture(office, form, { additional: true });
    const other = await office
      .as('reviewer')
      .call('provision.addRecipient', { name: '다른 회사', contact: '', country: 'KR' });
    expect(await refused({ recipientId: other.recipientId })).toBe('use_recipient_not_named');
    expect(await refused({ itemCodes: ['email', 'telephone'] })).toBe('use_items_not_covered');
    expect(await refused({ purposeId: form.essential })).toBe('use_provision_not_covered');
    expect(await refused({ purposeId: crypto.randomUUID() })).toBe('not_found');
    expect(await refused({ providedOn: '2026-05-05' })).toBe('date_in_future');
    expect(await refused({ keptUntil: '2026-05-01' })).toBe('ends_before_it_starts');
    // Nor to a vendor, who would use it for the office.
    const { vendorId } = await clerk().call('provision.addVendor', {
      name: 'v',
      task: 't',
      contact: '',
      contractEndsOn: null,
      doesMarketing: false,
    });
    const { code } = await clerk().refused('provision.recordHandOver', {
      vendorId,
      purposeId: form.additional,
      to: { whose: 'everybody' },
      what: 'x',
      way: 'file_transfer',
      isEncrypted: true,
      handedOverOn: '2026-05-04',
      dueBackOn: null,
    });
    expect(code).toBe('use_own_use_not_covered');
    const { total } = await clerk().call('provision.listProvisions', {
      recipientId: null,
      show: 'all',
      limit: 5,
      offset: 0,
    });
    expect(total).toBe(0);
  });

  it('ends when the recipient reports it, and is late once its period is over', async () => {
    await capture(office, form, { additional: true });
    const { provisionId } = await provide({ keptUntil: '2026-05-10' });
    office.clock.advance({ days: 10 });
    const list = async () =>
      (
        await clerk().call('provision.listProvisions', {
          recipientId: form.recipientId,
          show: 'overdue',
          limit: 5,
          offset: 0,
        })
      ).provisions;
    expect((await list()).map(({ isOverdue }) => isOverdue)).toEqual([true]);
    await clerk().call('provision.endProvision', { provisionId, how: 'destroyed' });
    expect(await list()).toEqual([]);
    expect(await clerk().refused('provision.endProvision', { provisionId, how: 'lost' })).toMatchObject({
      code: 'known_copy_ended',
    });
  });

  it('is in the ledger with what the decree asks for, and without anybody’s data', async () => {
    await capture(office, form, { name: '홍길동', additional: true });
    await provide();
    const ledger = async (format: 'pdf' | 'csv') =>
      fromBase64(
        (
          await office.as('auditor').call('provision.ledger', {
            ask: { from: null, to: null },
            format,
            languages: ['ko', 'en'],
            to: { way: 'screen' },
          })
        ).bytes ?? '',
      );
    const csv = Buffer.from(await ledger('csv')).toString('utf8');
    for (const said of [
      '단체보험 가입자 명단',
      '한강보험',
      '단체보험 가입',
      '제17조',
      '전자우편',
      '매월',
      '재제공 금지',
    ])
      expect(csv).toContain(said);
    const pdf = withoutSpace((await readPdf(await ledger('pdf'))).text.join(' '));
    expect(pdf).toContain('한강보험');
    expect(csv + pdf).not.toMatch(/홍길동|hong@/);
  });
});

it('takes a transfer abroad only on a consent of its own', async () => {
  await capture(office, form, { additional: true });
  const abroad = await publishThirdPartyForm(office, 'transfer_abroad');
  await capture(office, abroad, { name: '해외', additional: true });
  const { provisionId } = await clerk().call('provision.recordProvision', { ...provisionOf(abroad) });
  const { provisions } = await clerk().call('provision.listProvisions', {
    recipientId: null,
    show: 'all',
    limit: 5,
    offset: 0,
  });
  expect(provisions).toEqual([expect.objectContaining({ provisionId, kind: 'transfer_abroad', people: 1 })]);
});
