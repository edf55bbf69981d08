import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keyOpens } from '../../../main/storage/database.ts';
import { armFault } from '../../../main/storage/fault-point.ts';
import { capture, publishMembership } from '../../fixtures/consent.ts';
import { medium, registerKeys } from '../../fixtures/copies.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';
import { destroy, dueUnits } from '../../fixtures/order.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(async () => {
  armFault(undefined);
  await office.remove();
});

const presentKey = () => office.storage.withSecret('databaseKey', (key) => Buffer.from(key));

it('is changed on demand: the old one opens nothing, the records are whole, and it is on record', async () => {
  const form = await publishMembership(office);
  await capture(office, form, { name: 'Kept Person', givenOn: '2026-04-01' });
  const desk = office.as('administrator');
  expect(await desk.call('office.databaseKey', {})).toMatchObject({ by: 'creation', olderKeyCopies: 0 });
  const old = presentKey();
  const before = readFileSync(office.storage.layout.records);
  office.clock.advance({ days: 1 });
  const { epoch } = await desk.call('office.changeDatabaseKey', {});
  expect(keyOpens(office.storage.layout.records, old, 'aegis')).toBe(false);
  expect(before.equals(readFileSync(office.storage.layout.records))).toBe(false);
  expect(await desk.call('office.databaseKey', {})).toEqual({
    since: office.clock.now().toString({ smallestUnit: 'millisecond' }),
    by: 'maintenance',
    epoch,
    olderKeyCopies: 0,
  });
  expect(() => office.storage.database.run('DELETE FROM database_key_changes')).toThrow('append-only');
  await office.restart();
  const { entries } = await office.as('auditor').call('register.listAuditEntries', { limit: 20, offset: 0 });
  expect(entries.find(({ code }) => code === 'office.database_key_changed')).toMatchObject({
    about: { epoch },
  });
  const { people } = await office
    .as('clerk')
    .call('collection.listPeople', { search: '', limit: 10, offset: 0 });
  expect(people.map(({ name }) => name)).toEqual(['Kept Person']);
});

it('counts copies of the keys that hold the old one, and brings those that are there up to date', async () => {
  const { copyId } = await registerKeys(office, medium(office, 'stick'));
  const away = await registerKeys(office, medium(office, 'away'));
  const { renameSync } = await import('node:fs');
  renameSync(`${office.parent}/away`, `${office.parent}/somewhere`);
  const desk = office.as('administrator');
  expect(await desk.call('office.changeDatabaseKey', {})).toMatchObject({ olderKeyCopies: 1 });
  const { vaultCopies, epoch } = await desk.call('office.listBackups', {});
  const epochs = new Map(vaultCopies.map((copy) => [copy.copyId, copy.epoch]));
  expect(epochs.get(copyId)).toBe(epoch);
  expect(epochs.get(away.copyId)).toBeLessThan(epoch);
});

it('is changed by every destruction too', async () => {
  const form = await publishMembership(office);
  await capture(office, form, { name: 'Gone Person', givenOn: '2025-01-10' });
  await destroy(office, await dueUnits(office));
  expect(await office.as('auditor').call('office.databaseKey', {})).toMatchObject({ by: 'destruction' });
  expect((await office.as('auditor').refused('office.changeDatabaseKey', {})).code).toBe('forbidden');
});

it.each(['records_next.create', 'records_next.flush', 'records_next.rename', 'vault.write'])(
  'interrupted by a failing disk at %s, it is finished later and nothing is lost',
  async (name) => {
    const desk = office.as('administrator');
    await desk.call('office.status', {});
    const old = presentKey();
    armFault({ name, occurrence: name === 'vault.write' ? 2 : 1, action: 'ENOSPC' });
    expect((await office.refused('office.changeDatabaseKey', {})).code).toBe('folder_full');
    armFault(undefined);
    const state = await office.call('office.status', {});
    // Where nobody can tell what the disk holds the office is opened again.
    if (state.state === 'open') await office.call('office.changeDatabaseKey', {});
    await office.as('auditor').call('office.databaseKey', {});
    expect(keyOpens(office.storage.layout.records, old, 'aegis')).toBe(false);
    expect(office.storage.currentVault.content.secrets.has('databaseKeyNext')).toBe(false);
    expect(office.storage.database.integrityComplaints()).toEqual([]);
  },
);
