import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { capture } from '../../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';
import { provisionOf, publishThirdPartyForm, type ThirdPartyForm } from '../../fixtures/third-party.ts';
import { writtenIn } from '../../fixtures/written.ts';

let office: TestOffice;
let form: ThirdPartyForm;
beforeEach(async () => {
  office = await openTestOffice();
  form = await publishThirdPartyForm(office);
  await capture(office, form, { name: '가', additional: true });
  await capture(office, form, { name: '나', additional: true });
});
afterEach(() => office.remove());

/** Starts, waits until it says how many people were looked at, and cancels. */
async function cancelled(channel: string, input: unknown): Promise<void> {
  // The day's own work is done before it is looked at what is written.
  await office.as('clerk').call('office.home', {});
  const before = writtenIn(office);
  office.events.length = 0;
  const running = office.answer(channel, input);
  while (!office.events.some((event) => event.event === 'progress' && event.step === 'check_people'))
    await nextTurn();
  expect(await office.call('office.cancelWork', { channel })).toEqual({ cancelling: true });
  expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(writtenIn(office)).toEqual(before);
}

it('a hand-over that is cancelled hands over nothing: no copy, no use, no entry; and can be done again', async () => {
  const { vendorId } = await office.as('clerk').call('provision.addVendor', {
    name: '한강택배',
    task: '배송',
    contact: '',
    contractEndsOn: null,
    doesMarketing: false,
  });
  const handOver = {
    vendorId,
    purposeId: form.essential,
    to: { whose: 'everybody' as const },
    what: '배송지',
    way: 'file_transfer' as const,
    isEncrypted: true,
    handedOverOn: '2026-05-04',
    dueBackOn: '2026-06-04',
  };
  await cancelled('provision.recordHandOver', handOver);
  const { report } = await office.as('clerk').call('provision.recordHandOver', handOver);
  expect(report.people).toBe(2);
  const { handOvers } = await office
    .as('clerk')
    .call('provision.listHandOvers', { vendorId, show: 'all', limit: 5, offset: 0 });
  // When it is to come back stands with it.
  expect(handOvers).toMatchObject([{ people: 2, dueBackOn: '2026-06-04', isOverdue: false, how: null }]);
});

it('a provision that is cancelled provides nothing, and can be done again', async () => {
  await cancelled('provision.recordProvision', provisionOf(form));
  const { report } = await office.as('clerk').call('provision.recordProvision', provisionOf(form));
  expect(report.people).toBe(2);
});
