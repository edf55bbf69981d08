import { afterEach, beforeEach, expect, it } from 'vitest';
import { capture, findRules, membershipForm, type PublishedForm, publish } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { writtenIn } from '../fixtures/written.ts';

let office: TestOffice;
let form: PublishedForm;
beforeEach(async () => {
  office = await openTestOffice();
  const { obliged, consented } = await findRules(office);
  form = await publish(office, membershipForm(obliged, consented));
});
afterEach(() => office.remove());

const clerk = () => office.as('clerk');
const opened = async (personId: string) =>
  (await clerk().call('collection.openPerson', { personId, reason: 'manage_consent' })).consents;

it('ends a consent that nobody withdrew: what rests on it is due, what a law obliges to keep is kept apart', async () => {
  const { personId, consentId } = await capture(office, form, { additional: true, givenOn: '2026-01-10' });
  const { units } = await clerk().call('collection.expire', {
    consentId,
    purposeIds: [form.essential, form.additional],
    endedOn: '2026-04-30',
  });
  expect(units.map(({ state, due }) => [state, due.cause])).toEqual([
    ['separated', 'ended_but_obliged'],
    ['active', 'consent_expired'],
  ]);
  const [consent] = await opened(personId);
  expect(consent?.purposes.map(({ state }) => state)).toEqual(['expired', 'expired']);
  expect(consent?.events.filter(({ type }) => type === 'expired')).toMatchObject([
    { on: '2026-04-30', staffNumber: 2 },
    { on: '2026-04-30', staffNumber: 2 },
  ]);
});

it('takes the consent that was renewed along, and leaves other purposes as they are', async () => {
  const { personId, consentId: first } = await capture(office, form, {
    additional: true,
    givenOn: '2026-01-10',
  });
  const { consentId } = await capture(office, form, { personId, additional: true, givenOn: '2026-03-10' });
  await clerk().call('collection.expire', {
    consentId,
    purposeIds: [form.additional],
    endedOn: '2026-05-04',
  });
  const states = new Map(
    (await opened(personId)).map((consent) => [
      consent.consentId,
      consent.purposes.map(({ state }) => state),
    ]),
  );
  expect(states.get(consentId)).toEqual(['given', 'expired']);
  expect(states.get(first)).toEqual(['renewed', 'expired']);
});

it('is refused for a day that cannot be, for what does not stand, and by whoever may not', async () => {
  const { consentId } = await capture(office, form, { givenOn: '2026-01-10' });
  const input = { consentId, purposeIds: [form.essential], endedOn: '2026-05-04' };
  const before = writtenIn(office);
  const code = async (change: Partial<typeof input>) =>
    (await clerk().refused('collection.expire', { ...input, ...change })).code;
  expect(await code({ endedOn: '2026-05-05' })).toBe('date_in_future');
  expect(await code({ endedOn: '2026-01-09' })).toBe('consent_ended_before_given');
  expect(await code({ purposeIds: [form.additional] })).toBe('purpose_not_given');
  expect(await code({ consentId: crypto.randomUUID() })).toBe('not_found');
  expect(writtenIn(office)).toEqual(before);
  expect((await office.as('reviewer').refused('collection.expire', input)).code).toBe('forbidden');
});
