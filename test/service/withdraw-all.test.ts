import { afterEach, beforeEach, expect, it } from 'vitest';
import { capture, findRules, membershipForm, type PublishedForm, publish } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { dueUnits } from '../fixtures/order.ts';
import { writtenIn } from '../fixtures/written.ts';

let office: TestOffice;
let form: PublishedForm;
beforeEach(async () => {
  office = await openTestOffice();
  const { obliged, consented } = await findRules(office);
  form = await publish(office, membershipForm(obliged, consented));
});
afterEach(() => office.remove());

it('withdraws what is agreed to in every consent of the person, and nobody else’s', async () => {
  const { personId } = await capture(office, form, { additional: true, givenOn: '2026-01-10' });
  await capture(office, form, { personId, givenOn: '2026-03-10' });
  const other = await capture(office, form, { name: '김철수', additional: true, givenOn: '2026-02-10' });
  const desk = office.as('clerk');
  const { purposes, units } = await desk.call('collection.withdrawAll', { personId });
  expect(purposes).toBe(3);
  expect(units.map((unit) => unit.due.cause).sort()).toEqual([
    'consent_withdrawn',
    'withdrawn_but_obliged',
    'withdrawn_but_obliged',
  ]);
  expect(await dueUnits(office)).toEqual(
    units.filter((unit) => unit.due.cause === 'consent_withdrawn').map((unit) => unit.unitId),
  );
  const states = async (id: string) =>
    (await desk.call('collection.openPerson', { personId: id, reason: 'manage_consent' })).consents.flatMap(
      (consent) => consent.purposes.map((purpose) => purpose.state),
    );
  expect((await states(personId)).sort()).toEqual(['refused', 'withdrawn', 'withdrawn', 'withdrawn']);
  expect(await states(other.personId)).toEqual(['given', 'given']);

  const before = writtenIn(office);
  expect((await desk.refused('collection.withdrawAll', { personId })).code).toBe('purpose_not_given');
  expect((await desk.refused('collection.withdrawAll', { personId: crypto.randomUUID() })).code).toBe(
    'not_found',
  );
  expect(writtenIn(office)).toEqual(before);
});
