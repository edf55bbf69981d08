import { afterEach, beforeEach, expect, it } from 'vitest';
import { capture, publishMembership } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.remove());

const page = { filter: null, limit: 100, offset: 0 };

it('the use log ends line by line after a year, on the day the sweep runs, and says how many ended', async () => {
  const form = await publishMembership(office);
  const { personId } = await capture(office, form);
  const look = () => office.as('clerk').call('collection.openPerson', { personId, reason: 'serve_person' });
  await look();
  office.clock.set('2026-08-10T01:00:00.000Z');
  await look();
  const { database } = office.storage;
  // Before its time no line goes, by whatever way.
  expect(() => database.run('DELETE FROM data_uses')).toThrow('append-only');
  office.clock.set('2027-05-04T14:59:00.000Z');
  await office.restart();
  expect((await office.as('auditor').call('provision.listUses', page)).total).toBe(2);
  // The 5th in Seoul: what was entered on the 4th a year ago is over.
  office.clock.set('2027-05-04T15:01:00.000Z');
  await office.restart();
  const { total, uses } = await office.as('auditor').call('provision.listUses', page);
  expect(total).toBe(1);
  expect(uses[0]?.at).toBe('2026-08-10T01:00:00.000Z');
  const { entries } = await office.as('auditor').call('register.listAuditEntries', { limit: 50, offset: 0 });
  expect(entries.find(({ code }) => code === 'provision.uses_ended')).toMatchObject({
    actorId: null,
    about: { uses: 1, keptFrom: '2026-05-05', period: 'P1Y' },
  });
  expect(() => office.storage.database.run('DELETE FROM data_uses')).toThrow('append-only');
  expect(() => office.storage.database.run("UPDATE use_log_end SET ended_before = '2020-01-01'")).toThrow(
    'only moves forward',
  );
});
