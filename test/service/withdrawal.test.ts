import { afterEach, beforeEach, expect, it } from 'vitest';
import { capture, findRules, membershipForm, type PublishedForm, publish } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { dueUnits, propose } from '../fixtures/order.ts';
import { writtenIn } from '../fixtures/written.ts';

let office: TestOffice;
/** Essential: five years by law. Additional: one year, on consent alone. */
let form: PublishedForm;
beforeEach(async () => {
  office = await openTestOffice();
  const { obliged, consented } = await findRules(office);
  form = await publish(office, membershipForm(obliged, consented));
});
afterEach(() => office.remove());

async function given(givenOn = '2026-01-10') {
  const { consentId, personId } = await capture(office, form, { additional: true, givenOn });
  return { consentId, personId };
}

it('makes due at once what rests on the consent alone', async () => {
  const { consentId } = await given();
  expect(await dueUnits(office)).toEqual([]);
  const { units } = await office
    .as('clerk')
    .call('collection.withdraw', { consentId, purposeIds: [form.additional] });
  expect(units).toEqual([
    expect.objectContaining({
      purposeId: form.additional,
      state: 'active',
      due: expect.objectContaining({
        cause: 'consent_withdrawn',
        dueOn: '2026-05-04',
        withdrawnOn: '2026-05-04',
      }),
    }),
  ]);
  expect(await dueUnits(office)).toEqual([units[0]?.unitId]);
});

it('keeps apart what a law obliges the office to keep, until that ends', async () => {
  const { consentId } = await given();
  const { units } = await office
    .as('clerk')
    .call('collection.withdraw', { consentId, purposeIds: [form.essential] });
  expect(units[0]).toMatchObject({
    state: 'separated',
    due: { cause: 'withdrawn_but_obliged', dueOn: '2031-01-11' },
  });
  expect(await dueUnits(office)).toEqual([]);
  const separated = await office
    .as('reviewer')
    .call('retention.listUnits', { show: 'separated', limit: 10, offset: 0 });
  expect(separated.units.map((unit) => unit.unitId)).toEqual([units[0]?.unitId]);
  office.clock.set('2031-01-10T01:00:00.000Z');
  expect(await dueUnits(office)).not.toContain(units[0]?.unitId);
  office.clock.set('2031-01-11T01:00:00.000Z');
  expect(await dueUnits(office)).toContain(units[0]?.unitId);
});

it('tells beforehand what it would do', async () => {
  const { consentId, personId } = await given();
  const open = async () =>
    (await office.as('clerk').call('collection.openPerson', { personId, reason: 'manage_consent' }))
      .consents[0];
  const foretold = (await open())?.purposes.map((purpose) => purpose.unit?.dueIfWithdrawn);
  await office
    .as('clerk')
    .call('collection.withdraw', { consentId, purposeIds: [form.essential, form.additional] });
  const after = await open();
  expect(after?.purposes.map((purpose) => purpose.unit?.due)).toEqual(foretold);
  expect(after?.purposes.map((purpose) => purpose.state)).toEqual(['withdrawn', 'withdrawn']);
  const { people } = await office
    .as('clerk')
    .call('collection.listPeople', { search: '', limit: 10, offset: 0 });
  expect(people[0]).toMatchObject({ withdrawn: true });
});

it('is refused for what was never given, was withdrawn already or does not exist, and then changes nothing', async () => {
  const { consentId } = await given();
  const refusing = await capture(office, form);
  const desk = office.as('clerk');
  await desk.call('collection.withdraw', { consentId, purposeIds: [form.additional] });
  const before = writtenIn(office);
  for (const [consent, purposeIds, code] of [
    [consentId, [form.additional], 'purpose_not_given'],
    // The first of them could be withdrawn; all or nothing.
    [consentId, [form.essential, form.additional], 'purpose_not_given'],
    [refusing.consentId, [form.additional], 'purpose_not_given'],
    [consentId, [crypto.randomUUID()], 'purpose_not_given'],
    [crypto.randomUUID(), [form.essential], 'not_found'],
  ] as const) {
    const error = await desk.refused('collection.withdraw', {
      consentId: consent,
      purposeIds: [...purposeIds],
    });
    expect(error.code).toBe(code);
    expect(writtenIn(office)).toEqual(before);
  }
});

it('leaves an open order as it was signed', async () => {
  const { consentId } = await given('2025-01-10');
  const order = await propose(office, await dueUnits(office));
  const { units } = await office
    .as('clerk')
    .call('collection.withdraw', { consentId, purposeIds: [form.additional] });
  expect(units[0]?.state).toBe('ordered');
  const view = await office
    .as('reviewer')
    .call('destruction.getOrder', { orderId: order.orderId, limit: 10, offset: 0 });
  expect(view).toMatchObject({ digest: order.digest, digestValid: true });
});

it('is what a hand-over needs not to have happened', async () => {
  const { consentId } = await given('2026-04-01');
  const desk = office.as('clerk');
  const { vendorId } = await desk.call('provision.addVendor', {
    name: '한강택배',
    task: '배송',
    contact: 'privacy@hangang.example',
    contractEndsOn: null,
    doesMarketing: false,
  });
  const handOver = {
    vendorId,
    purposeId: form.additional,
    to: { whose: 'named' as const, consentIds: [consentId] },
    what: 'e-mail addresses',
    way: 'file_transfer' as const,
    isEncrypted: true,
    dueBackOn: null,
  };
  await desk.call('provision.recordHandOver', { ...handOver, handedOverOn: '2026-05-04' });
  const refused = (change: object) =>
    desk.refused('provision.recordHandOver', { ...handOver, handedOverOn: '2026-05-04', ...change });
  expect((await refused({ handedOverOn: '2026-03-31' })).code).toBe('hand_over_without_consent');
  expect((await refused({ handedOverOn: '2026-05-05' })).code).toBe('date_in_future');
  expect((await refused({ vendorId: crypto.randomUUID() })).code).toBe('not_found');
  expect((await refused({ to: { whose: 'named', consentIds: [crypto.randomUUID()] } })).code).toBe(
    'not_found',
  );
  await desk.call('collection.withdraw', { consentId, purposeIds: [form.additional] });
  expect((await refused({})).code).toBe('use_consent_withdrawn');
  for (const ofVendor of [null, vendorId]) {
    const { total, handOvers } = await office
      .as('auditor')
      .call('provision.listHandOvers', { vendorId: ofVendor, show: 'all', limit: 10, offset: 0 });
    expect(total).toBe(1);
    expect(handOvers).toEqual([
      expect.objectContaining({ vendorName: '한강택배', people: 1, staffNumber: 2, way: 'file_transfer' }),
    ]);
  }
  const { total } = await office
    .as('auditor')
    .call('provision.listHandOvers', { vendorId: crypto.randomUUID(), show: 'all', limit: 10, offset: 0 });
  expect(total).toBe(0);
});
