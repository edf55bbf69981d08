import { afterEach, beforeEach, expect, it } from 'vitest';
import { capture, type PublishedForm, publishMembership } from '../fixtures/consent.ts';
import { openTestOffice, staff, type TestOffice } from '../fixtures/office.ts';
import { approvedOrder, dueUnits, type ProposedOrder } from '../fixtures/order.ts';

let office: TestOffice;
let form: PublishedForm;
let order: ProposedOrder;

beforeEach(async () => {
  office = await openTestOffice();
  form = await publishMembership(office);
  await capture(office, form, { name: 'Gone Person', givenOn: '2025-01-10' });
  await capture(office, form, { name: 'Kept Person', givenOn: '2026-04-01' });
  order = await approvedOrder(office, await dueUnits(office));
});
afterEach(() => office.remove());

/** Begins to carry the order out, and resolves as soon as its rows are gone and others are let in. */
async function begun() {
  const operator = office.as('operator');
  await operator.call('office.status', {});
  const { orderId, digest } = order;
  const outcome = operator.answer('destruction.executeOrder', { orderId, digest });
  await expect
    .poll(
      () => office.events.some((event) => event.event === 'progress' && event.step === 'rekey_database'),
      {
        interval: 1,
      },
    )
    .toBe(true);
  return { outcome, isOver: () => settled(outcome) };
}

async function settled(promise: Promise<unknown>): Promise<boolean> {
  return Promise.race([promise.then(() => true), Promise.resolve().then(() => false)]);
}

it('calls are answered while pages are re-keyed, and what they write is kept', async () => {
  const { outcome, isOver } = await begun();
  const people = await office.as('clerk').call('collection.listPeople', { search: '', limit: 10, offset: 0 });
  expect(people.people.map(({ name }) => name)).toEqual(['Kept Person']);
  await capture(office, form, { name: 'New Person', givenOn: '2026-04-02' });
  expect(await isOver()).toBe(false);
  expect(await outcome).toMatchObject({
    ok: true,
    value: { state: 'destroyed', certificateNumber: '2026-0001' },
  });
  await office.restart();
  const after = await office.as('clerk').call('collection.listPeople', { search: '', limit: 10, offset: 0 });
  expect(after.people.map(({ name }) => name).sort()).toEqual(['Kept Person', 'New Person']);
  expect(await office.as('auditor').call('register.verifyAuditLog', {})).toMatchObject({ result: 'pass' });
});

it('nothing else that deals with the whole office begins meanwhile, and no file is added', async () => {
  const { outcome } = await begun();
  const { signInName, password } = staff.administrator;
  await office.call('office.signIn', { signInName, password });
  expect(await office.refused('office.backUp', { folder: office.parent })).toMatchObject({
    code: 'other_work_running',
  });
  expect(await outcome).toMatchObject({ ok: true });
});

it('cancelling is too late, and changes nothing', async () => {
  const { outcome } = await begun();
  expect(await office.call('office.cancelWork', { channel: 'destruction.executeOrder' })).toMatchObject({
    cancelling: true,
  });
  expect(await outcome).toMatchObject({ ok: true, value: { state: 'destroyed' } });
});

it('signing out stops it, and the next sign-in finishes it', async () => {
  const { outcome } = await begun();
  await office.call('office.signOut', {});
  expect(await outcome).toMatchObject({ ok: false, error: { code: 'execution_interrupted' } });
  expect((await office.call('office.status', {})).state).toBe('signed_out');
  const { certificates } = await office
    .as('auditor')
    .call('register.listCertificates', { limit: 10, offset: 0 });
  expect(certificates.map(({ number }) => number)).toEqual(['2026-0001']);
});

it('whoever signs in right after is not thrown out by what was interrupted', async () => {
  const { outcome } = await begun();
  const { signInName, password } = staff.auditor;
  const out = office.call('office.signOut', {});
  const back = office.call('office.signIn', { signInName, password });
  await out;
  expect((await back).state).toBe('open');
  expect(await outcome).toMatchObject({ ok: false, error: { code: 'execution_interrupted' } });
  expect((await office.call('office.status', {})).user?.displayName).toBe(staff.auditor.displayName);
});
