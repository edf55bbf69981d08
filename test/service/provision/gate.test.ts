import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelInput } from '../../../shared/contract/contract.ts';
import { capture, findRules, membershipForm, type PublishedForm, publish } from '../../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';

let office: TestOffice;
/** Essential: five years by law. Additional: one year, on consent alone. */
let form: PublishedForm;
beforeEach(async () => {
  office = await openTestOffice();
  const { obliged, consented } = await findRules(office);
  form = await publish(office, membershipForm(obliged, consented));
});
afterEach(() => office.remove());

type Filter = NonNullable<ChannelInput<'provision.listUses'>['filter']>;
const everything: Filter = {
  from: null,
  to: null,
  staffNumber: null,
  personId: null,
  kind: null,
  outcome: 'all',
};
const uses = (filter: Partial<Filter> = {}) =>
  office
    .as('auditor')
    .call('provision.listUses', { filter: { ...everything, ...filter }, limit: 50, offset: 0 });

async function purposesSeen(personId: string, reason: 'serve_person' | 'answer_request') {
  const { consents } = await office.as('clerk').call('collection.openPerson', { personId, reason });
  return consents.flatMap(({ purposes }) =>
    purposes.map(({ purposeId, withheld, values }) => ({ purposeId, withheld, values: values.length })),
  );
}

it('shows what stands, withholds what is kept apart or withdrawn, and enters both in the use log', async () => {
  const { personId, consentId } = await capture(office, form, { additional: true });
  expect((await purposesSeen(personId, 'serve_person')).map(({ withheld }) => withheld)).toEqual([
    null,
    null,
  ]);
  await office
    .as('clerk')
    .call('collection.withdraw', { consentId, purposeIds: [form.essential, form.additional] });
  office.clock.advance({ days: 1 });
  expect(await purposesSeen(personId, 'serve_person')).toEqual([
    { purposeId: form.essential, withheld: { code: 'separated', on: '2026-05-04' }, values: 0 },
    { purposeId: form.additional, withheld: { code: 'consent_withdrawn', on: '2026-05-04' }, values: 0 },
  ]);
  // The person may ask what is kept all the same (PIPA art. 35).
  expect((await purposesSeen(personId, 'answer_request')).map(({ values }) => values)).toEqual([1, 1]);
  const log = await uses();
  expect(log.total).toBe(3);
  expect(
    log.uses.map(({ reason, units, refusals, blocked }) => ({ reason, units, refusals, blocked })),
  ).toEqual([
    { reason: 'answer_request', units: 2, refusals: [], blocked: false },
    { reason: 'serve_person', units: 2, refusals: ['consent_withdrawn', 'separated'], blocked: false },
    { reason: 'serve_person', units: 2, refusals: [], blocked: false },
  ]);
  expect(log.uses[0]).toMatchObject({ kind: 'read', personId, people: 1, staffNumber: 2 });
  const withheld = await uses({ outcome: 'withheld' });
  expect(withheld.uses.map(({ useId }) => useId)).toEqual([log.uses[1]?.useId]);
  expect((await uses({ from: '2026-05-04', to: '2026-05-04' })).total).toBe(1);
  expect((await uses({ staffNumber: 3 })).total).toBe(0);
  expect((await uses({ kind: 'print' })).total).toBe(0);
});

it('opens what is retained separately to custodians alone, and enters that others were refused', async () => {
  const { personId, consentId } = await capture(office, form, {});
  await office.as('clerk').call('collection.withdraw', { consentId, purposeIds: [form.essential] });
  const { users } = await office.as('administrator').call('office.listUsers', {});
  const clerk = users.find(({ staffNumber }) => staffNumber === 2);
  await office.call('office.setUserRoles', { userId: clerk?.id ?? '', roles: ['clerk'] });
  expect(await purposesSeen(personId, 'answer_request')).toMatchObject([
    { withheld: { code: 'separated_not_permitted' }, values: 0 },
    { purposeId: form.additional },
  ]);
  expect((await uses({ outcome: 'withheld' })).uses[0]?.refusals).toContain('separated_not_permitted');
  const { consents } = await office
    .as('custodian')
    .call('collection.openPerson', { personId, reason: 'answer_request' });
  expect(consents[0]?.purposes[0]).toMatchObject({ withheld: null });
  // For anything else it is stored and nothing more, whoever asks.
  const served = await office.call('collection.openPerson', { personId, reason: 'serve_person' });
  expect(served.consents[0]?.purposes[0]?.withheld?.code).toBe('separated');
});

it('keeps what it refused, though the deed left nothing else', async () => {
  const { consentId, personId } = await capture(office, form, { additional: false, givenOn: '2026-03-02' });
  const { vendorId } = await office.as('clerk').call('provision.addVendor', {
    name: 'Hanbit Couriers',
    task: 'Delivery',
    contact: '',
    contractEndsOn: null,
    doesMarketing: false,
  });
  const error = await office.as('clerk').refused('provision.recordHandOver', {
    vendorId,
    purposeId: form.additional,
    to: { whose: 'named', consentIds: [consentId] },
    what: 'e-mail addresses',
    way: 'file_transfer',
    isEncrypted: true,
    handedOverOn: '2026-05-04',
    dueBackOn: null,
  });
  expect(error).toMatchObject({ code: 'use_consent_refused', params: { date: '2026-03-02' } });
  expect((await uses({ outcome: 'blocked' })).uses).toEqual([
    expect.objectContaining({
      kind: 'hand_over',
      reason: 'agreed_purpose',
      purposeName: { en: 'News by e-mail', ko: '소식 안내' },
      personId,
      blocked: true,
      refusals: ['consent_refused'],
    }),
  ]);
  const { total } = await office
    .as('clerk')
    .call('provision.listHandOvers', { vendorId: null, show: 'all', limit: 5, offset: 0 });
  expect(total).toBe(0);
  const { entries } = await office.as('auditor').call('register.listAuditEntries', { limit: 50, offset: 0 });
  expect(entries.map(({ code }) => code)).toContain('provision.use_blocked');
});

it('holds back what the person asked to have suspended, until the suspension ends', async () => {
  const { personId } = await capture(office, form, { additional: true });
  const clerk = office.as('clerk');
  const { requestId } = await clerk.call('collection.recordRequest', {
    personId,
    kind: 'suspension',
    receivedOn: '2026-05-04',
    way: 'in_person',
    requestedBy: 'person',
    details: '',
  });
  await clerk.call('collection.checkIdentity', {
    requestId,
    check: 'identity_document_seen',
    confirmed: true,
  });
  await clerk.call('collection.suspendProcessing', { requestId, purposeIds: [form.additional] });
  expect(await purposesSeen(personId, 'serve_person')).toEqual([
    { purposeId: form.essential, withheld: null, values: 1 },
    { purposeId: form.additional, withheld: { code: 'suspended', on: '2026-05-04' }, values: 0 },
  ]);
  expect((await purposesSeen(personId, 'answer_request')).map(({ withheld }) => withheld)).toEqual([
    null,
    null,
  ]);
});
