import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ConsentFormContent } from '../../shared/domain/collection/consent-form.ts';
import { capture, findRules, membershipForm, type PublishedForm, publish } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { dueUnits } from '../fixtures/order.ts';

let office: TestOffice;
let form: PublishedForm;
/** The news are agreed to for six months. */
let content: ConsentFormContent;
beforeEach(async () => {
  office = await openTestOffice();
  const { obliged, consented } = await findRules(office);
  const plain = membershipForm(obliged, consented);
  content = {
    ...plain,
    purposes: plain.purposes.map((purpose) =>
      purpose.kind === 'additional' ? { ...purpose, validFor: 'P6M' } : purpose,
    ),
  };
  form = await publish(office, content);
});
afterEach(() => office.remove());

const clerk = () => office.as('clerk');
const opened = (personId: string) =>
  clerk().call('collection.openPerson', { personId, reason: 'manage_consent' });
const statesOf = async (personId: string) =>
  (await opened(personId)).consents.map((consent) => consent.purposes.map((purpose) => purpose.state));

it('a consent given for a time expires after its last day, and what rests on it is due', async () => {
  const { personId, units } = await capture(office, form, { additional: true, givenOn: '2026-05-04' });
  expect((await opened(personId)).consents[0]?.purposes.map((purpose) => purpose.endsOn)).toEqual([
    null,
    '2026-11-04',
  ]);
  office.clock.set('2026-11-04T10:00:00.000Z');
  await office.restart();
  expect(await statesOf(personId)).toEqual([['given', 'given']]);
  office.clock.set('2026-11-05T01:00:00.000Z');
  await office.restart();
  expect(await statesOf(personId)).toEqual([['given', 'expired']]);
  const { consents } = await opened(personId);
  expect(consents[0]?.events.at(-1)).toMatchObject({ type: 'expired', on: '2026-11-04', staffNumber: null });
  expect(await dueUnits(office)).toEqual(
    units.filter(({ purposeId }) => purposeId === form.additional).map(({ unitId }) => unitId),
  );
  const { entries } = await office.as('auditor').call('register.listAuditEntries', { limit: 50, offset: 0 });
  expect(entries.filter(({ code }) => code === 'collection.consents_expired')).toMatchObject([
    { actorId: null, about: { purposes: 1, on: '2026-11-05' } },
  ]);
  // Once.
  office.clock.set('2026-11-06T01:00:00.000Z');
  await office.restart();
  expect((await opened(personId)).consents[0]?.events).toHaveLength(3);
});

it('a new consent on the form renews the earlier one, whose time runs with the new one; withdrawing ends both', async () => {
  const { personId } = await capture(office, form, { additional: true, givenOn: '2026-01-10' });
  const next = await publish(office, content, form.formId);
  expect((await opened(personId)).consents[0]?.renewOn).toBe(next.formVersionId);
  const renewed = await capture(office, next, { personId, additional: true, givenOn: '2026-05-04' });
  expect(await statesOf(personId)).toEqual([
    ['given', 'given'],
    ['renewed', 'renewed'],
  ]);
  const { consents } = await opened(personId);
  expect(consents.map(({ renewOn }) => renewOn)).toEqual([null, null]);
  // The first would have ended in July.
  office.clock.set('2026-08-01T01:00:00.000Z');
  await office.restart();
  expect((await statesOf(personId))[1]).toEqual(['renewed', 'renewed']);
  const { units } = await clerk().call('collection.withdraw', {
    consentId: renewed.consentId,
    purposeIds: [form.additional],
  });
  expect(units).toHaveLength(2);
  expect(await statesOf(personId)).toEqual([
    ['given', 'withdrawn'],
    ['renewed', 'withdrawn'],
  ]);
});
