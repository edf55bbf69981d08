import { afterEach, beforeEach, expect, it } from 'vitest';
import { capture, publishMembership } from '../../fixtures/consent.ts';
import {
  backUp,
  backupPaths,
  medium,
  otherMachine,
  refreshKeys,
  registerKeys,
} from '../../fixtures/copies.ts';
import { openTestOffice, staff, type TestOffice } from '../../fixtures/office.ts';
import { confirmedKit, makeKit, twoOf } from './printed-cards.ts';

let office: TestOffice;
let machine: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  machine = otherMachine(office);
});
afterEach(async () => {
  await office.remove();
  await machine.remove();
});

it('brings an office back on another machine with two cards, where every password is forgotten', async () => {
  const form = await publishMembership(office);
  const person = await capture(office, form, { name: '다솜' });
  const { kit, cards } = await confirmedKit(office);
  const folders = { backupFolder: medium(office, 'backups'), keysFolder: medium(office, 'keys') };
  await registerKeys(office, folders.keysFolder);
  await backUp(office, folders.backupFolder);
  const [backupPath = ''] = await backupPaths(machine, folders);
  const input = { backupPath, keysFolder: folders.keysFolder };

  const foreign = await openTestOffice();
  const stranger = await makeKit(foreign);
  await foreign.remove();
  expect(
    await machine.refused('office.restoreWithKit', { ...input, ...twoOf(stranger.cards) }),
  ).toMatchObject({
    code: 'recovery_kit_unknown',
    params: { kit: stranger.kit },
  });
  expect((await machine.call('office.status', {})).state).toBe('empty');

  const { report, status } = await machine.call('office.restoreWithKit', { ...input, ...twoOf(cards, 2, 0) });
  expect(report).toMatchObject({ unreadablePeople: 0, usersLeftOut: 0 });
  expect(status).toMatchObject({ state: 'signed_out', user: null });
  const newPassword = 'found again in the attic 8';
  const { signInName } = staff.clerk;
  await machine.call('office.recover', { ...twoOf(cards, 1, 2), signInName, newPassword });
  await machine.call('office.signIn', { signInName, password: newPassword });
  const opened = await machine.call('collection.openPerson', {
    personId: person.personId,
    reason: 'serve_person',
  });
  expect(opened.name).toBe('다솜');
  const { kits } = await machine.as('administrator').call('office.holders', {});
  expect(kits).toMatchObject([{ kit, state: 'active' }]);
  expect((await machine.refused('office.restoreWithKit', { ...input, ...twoOf(cards) })).code).toBe(
    'office_exists',
  );
});

it('knows a kit that was made after the backup, and asks for it to be confirmed', async () => {
  const folders = { backupFolder: medium(office, 'backups'), keysFolder: medium(office, 'keys') };
  const { copyId } = await registerKeys(office, folders.keysFolder);
  await backUp(office, folders.backupFolder);
  const { kit, cards } = await confirmedKit(office);
  await refreshKeys(office, copyId);
  const [backupPath = ''] = await backupPaths(machine, folders);
  await machine.call('office.restoreWithKit', {
    backupPath,
    keysFolder: folders.keysFolder,
    ...twoOf(cards),
  });
  const { kits } = await machine.as('administrator').call('office.holders', {});
  expect(kits).toMatchObject([{ kit, state: 'pending' }]);
  expect((await machine.call('office.confirmRecoveryKit', twoOf(cards, 0, 2))).kit).toBe(kit);
});
