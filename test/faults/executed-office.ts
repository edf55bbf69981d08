import { expect } from 'vitest';
import { sha256 } from '../../main/storage/cryptography.ts';
import { recordFaultPoints } from '../../main/storage/fault-point.ts';
import { unitLeaf, unitsRoot } from '../../shared/domain/register/certificate.ts';
import { capture, publishMembership } from '../fixtures/consent.ts';
import { copyOfOffice, openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { approvedOrder, dueUnits } from '../fixtures/order.ts';
import { carryOutOpenOrder } from './open-order.ts';

/** An office, closed, with an approved order over everything that is due, and what is to become of whom. */
export interface PreparedOffice {
  /** The folder above the office's, to be copied. */
  readonly parent: string;
  readonly doomed: readonly { name: string; personId: string; dataKeyId: string }[];
  /** Two consents, of which one goes. */
  readonly partly: { name: string; personId: string; dataKeyId: string; keptConsentId: string; note: string };
  readonly kept: readonly { name: string; personId: string }[];
  readonly unitsRoot: string;
  remove(): Promise<void>;
}

export async function prepareApprovedOrder(): Promise<PreparedOffice> {
  const office = await openTestOffice();
  const form = await publishMembership(office);
  const [old, recent] = ['2025-01-10', '2026-04-01'];
  const give = (name: string, givenOn: string, more = {}) =>
    capture(office, form, { name, givenOn, ...more });
  const first = await give('사라질 사람', old, { additional: true, note: 'gone with it' });
  const second = await give('Gone Person', old);
  const partly = await give('반쪽 사람', old);
  const note = '남는 쪽지';
  const rest = await give('반쪽 사람', recent, { additional: true, note, personId: partly.personId });
  const kept = [await give('남는 사람', recent), await give('Kept Person', recent)];
  await approvedOrder(office, await dueUnits(office));
  const dataKeyId = (personId: string) =>
    office.storage.database.value<string>('SELECT data_key_id FROM people WHERE id = ?', [personId]) ?? '';
  const known = (name: string, { personId }: { personId: string }) => ({
    name,
    personId,
    dataKeyId: dataKeyId(personId),
  });
  const prepared: PreparedOffice = {
    parent: office.parent,
    doomed: [known('사라질 사람', first), known('Gone Person', second)],
    partly: { ...known('반쪽 사람', partly), keptConsentId: rest.consentId, note },
    kept: [
      { name: '남는 사람', personId: kept[0]?.personId ?? '' },
      { name: 'Kept Person', personId: kept[1]?.personId ?? '' },
    ],
    unitsRoot: unitsRoot(
      sha256,
      [first, second, partly].flatMap((one) =>
        one.units.map(({ unitId }) => unitLeaf(sha256, unitId, one.receiptCode)),
      ),
    ),
    remove: () => office.remove(),
  };
  await office.restart();
  return prepared;
}

export interface FaultPoint {
  readonly name: string;
  /** 1 for the first time the point is passed. */
  readonly occurrence: number;
}

/** Every point that carrying out the order passes, from opening the office to closing it. */
export async function pointsOfExecution(parent: string): Promise<FaultPoint[]> {
  const office = copyOfOffice(parent);
  const stop = recordFaultPoints();
  try {
    await carryOutOpenOrder(office);
  } finally {
    stop();
    await office.remove();
  }
  const seen = new Map<string, number>();
  return stop().map((name) => {
    const occurrence = (seen.get(name) ?? 0) + 1;
    seen.set(name, occurrence);
    return { name, occurrence };
  });
}

/**
 * Opens an office after an interruption and checks that the order was either never begun or has been finished, with nothing in
 * between. Answers which.
 */
export async function untouchedOrDestroyed(
  office: TestOffice,
  prepared: PreparedOffice,
): Promise<'untouched' | 'destroyed'> {
  const { orders } = await office
    .as('auditor')
    .call('destruction.listOrders', { show: 'all', limit: 10, offset: 0 });
  expect(orders).toHaveLength(1);
  const state = orders[0]?.state;
  expect(state === 'approved' || state === 'destroyed', state).toBe(true);
  const destroyed = state === 'destroyed';

  const { certificates } = await office.call('register.listCertificates', { limit: 10, offset: 0 });
  expect(certificates.map((certificate) => certificate.number)).toEqual(destroyed ? ['2026-0001'] : []);
  expect(await office.call('register.verifyAuditLog', {})).toMatchObject({ result: 'pass' });
  const home = await office.call('office.home', {});
  expect(home).toMatchObject({
    people: destroyed ? 3 : 5,
    consents: destroyed ? 3 : 6,
    ordersInterrupted: 0,
  });
  if (destroyed) {
    const { certificate } = await office.call('register.getCertificate', { number: '2026-0001' });
    expect(certificate.content).toMatchObject({
      unitsRoot: prepared.unitsRoot,
      counts: { units: 4, people: 3 },
    });
  }
  await expectPeople(office, prepared, destroyed);
  return destroyed ? 'destroyed' : 'untouched';
}

async function expectPeople(office: TestOffice, prepared: PreparedOffice, destroyed: boolean): Promise<void> {
  const { doomed, partly, kept } = prepared;
  const reason = 'serve_person' as const;
  const desk = office.as('clerk');
  const { people } = await desk.call('collection.listPeople', { search: '', limit: 50, offset: 0 });
  const names = [...kept, partly, ...(destroyed ? [] : doomed)].map(({ name }) => name);
  expect(people.map(({ name }) => name).sort()).toEqual(names.sort());
  for (const { personId, name } of [...kept, partly]) {
    expect((await desk.call('collection.openPerson', { personId, reason })).name).toBe(name);
  }
  const half = await desk.call('collection.openPerson', { personId: partly.personId, reason });
  expect(JSON.stringify(half)).toContain(partly.note);
  expect(half.consents).toHaveLength(destroyed ? 1 : 2);
  await desk.call('collection.openConsent', { consentId: partly.keptConsentId, reason });
  for (const { dataKeyId } of [...doomed, partly]) {
    expect(office.storage.vault.hasDataKey(dataKeyId)).toBe(!destroyed);
  }
}
