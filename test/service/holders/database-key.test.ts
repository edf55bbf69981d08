import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runDueKeyChange } from '../../../main/office/database-key-schedule.ts';
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
    everyMonths: null,
    nextOn: null,
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

describe('where nothing else has changed it for long', () => {
  const tick = async () => {
    const triedOn = office.clock.now().subtract({ hours: 24 }).toString().slice(0, 10);
    await office.thread.whenIdle('office.changeDatabaseKey', () => runDueKeyChange(office.thread, triedOn));
    const { by } = await office.as('administrator').call('office.databaseKey', {});
    return by;
  };

  it('is changed by itself, once nobody works', async () => {
    const form = await publishMembership(office);
    await capture(office, form, { name: 'Kept Person', givenOn: '2026-04-01' });
    await office.as('administrator').call('office.changeDatabaseKey', {});
    expect(await office.call('office.setDatabaseKeyPlan', { everyMonths: 2 })).toEqual({
      nextOn: '2026-07-04',
    });
    expect((await office.as('auditor').refused('office.setDatabaseKeyPlan', { everyMonths: 1 })).code).toBe(
      'forbidden',
    );
    const old = presentKey();
    office.clock.set('2026-07-03T03:00:00.000Z');
    expect(await tick()).toBe('maintenance');
    // Due, but somebody has just asked for something.
    office.clock.set('2026-07-04T03:00:00.000Z');
    await office.as('clerk').call('office.home', {});
    expect(await tick()).toBe('maintenance');
    office.clock.advance({ minutes: 20 });
    expect(await tick()).toBe('plan');
    expect(keyOpens(office.storage.layout.records, old, 'aegis')).toBe(false);
    const view = await office.as('administrator').call('office.databaseKey', {});
    expect(view).toMatchObject({ everyMonths: 2, nextOn: '2026-09-04' });
    const { entries } = await office
      .as('auditor')
      .call('register.listAuditEntries', { limit: 20, offset: 0 });
    expect(entries.find(({ code }) => code === 'office.database_key_changed')).toMatchObject({
      staffNumber: null,
    });
    expect((await office.as('clerk').call('office.home', {})).people).toBe(1);
  });

  it('is changed beside the work of an office that is never left alone, and not where that was declined', async () => {
    expect(await tick()).toBe('creation');
    await office.as('administrator').call('office.setDatabaseKeyPlan', { everyMonths: 12 });
    expect(await tick()).toBe('plan');
  });

  it('waits a day where the disk refuses', async () => {
    await office.as('administrator').call('office.setDatabaseKeyPlan', { everyMonths: 12 });
    armFault({ name: 'records_next.create', occurrence: 1, action: 'ENOSPC' });
    const triedOn = await office.thread.whenIdle('', () => runDueKeyChange(office.thread, null));
    armFault(undefined);
    expect(triedOn).toBe('2026-05-04');
    expect(await office.thread.whenIdle('', () => runDueKeyChange(office.thread, triedOn))).toBe(triedOn);
    expect((await office.as('administrator').call('office.databaseKey', {})).by).toBe('creation');
    office.clock.advance({ days: 1 });
    expect(await tick()).toBe('plan');
    expect(office.storage.database.integrityComplaints()).toEqual([]);
  });
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
