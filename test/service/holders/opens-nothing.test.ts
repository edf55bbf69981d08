import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listFolder } from '../../../main/storage/office-folder.ts';
import { openOffice, openOfficeBySecret } from '../../../main/storage/office-storage.ts';
import { type TypedCards, withRecoverySecret } from '../../../main/storage/recovery-kit.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { openTestOffice, staff, type TestOffice } from '../../fixtures/office.ts';
import { confirmedKit, makeKit, twoOf } from './printed-cards.ts';

/*
 * The adversary: somebody who held a key before has every file from before and after the change, but for the superseded root
 * slots and vaults (ERASURE.md: the epoch key is the one small thing that must vanish), and puts them together as they like.
 */
let office: TestOffice;
let work: string;
let before: string;
beforeEach(async () => {
  office = await openTestOffice();
  work = mkdtempSync(join(tmpdir(), 'ashbook-adversary-'));
  before = join(work, 'before');
});
afterEach(async () => {
  await office.remove();
  rmSync(work, { recursive: true, force: true });
});

async function keepFilesFromBefore(): Promise<void> {
  await office.restart();
  cpSync(office.folder, before, { recursive: true });
}

/** Folders as they are now, each with one kind of file put back as it was, and one with all of them. */
async function mixedFolders(): Promise<string[]> {
  await office.restart();
  const keptOut = new Set(['root_slot', 'vault', 'journal', 'lock']);
  const old = listFolder(before).filter(({ role }) => role !== undefined && !keptOut.has(role));
  const roles = [...new Set(old.map(({ role }) => role))];
  expect(roles).toEqual(expect.arrayContaining(['holder', 'marker', 'records']));
  return [[], ...roles.map((role) => [role]), roles].map((chosen, index) => {
    const folder = join(work, `mixed-${index}`);
    cpSync(office.folder, folder, { recursive: true });
    for (const { relativePath, role } of old) {
      if (chosen.includes(role)) cpSync(join(before, relativePath), join(folder, relativePath));
    }
    return folder;
  });
}

/** Whether anything opens, with every file of a holder tried that there is. */
async function passwordOpens(folder: string, password: string): Promise<boolean> {
  for (const name of readdirSync(join(folder, 'holders'))) {
    try {
      (await openOffice(folder, name.replace(/\.json$/, ''), password)).close();
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return false;
}

function kitOpens(folder: string, cards: TypedCards): Promise<boolean> {
  return withRecoverySecret(cards, async (_, secret) => {
    try {
      // Without the kit's number, so that every box of the slot is tried.
      (await openOfficeBySecret(folder, { kind: 'recovery_kit', secret })).close();
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  });
}

const { signInName, password } = staff.clerk;
const newPassword = 'an umbrella for tomorrow 3';

it('an old password opens nothing after a change', async () => {
  await keepFilesFromBefore();
  await office.as('clerk').call('office.changePassword', { currentPassword: password, newPassword });
  const folders = await mixedFolders();
  for (const folder of folders) expect(await passwordOpens(folder, password)).toBe(false);
  expect(await passwordOpens(folders[0] ?? '', newPassword)).toBe(true);
  // The same way of trying does open what there was before: it is not the trying that fails.
  expect(await passwordOpens(before, password)).toBe(true);
});

it('a forgotten password opens nothing after a reset', async () => {
  const { cards } = await confirmedKit(office);
  await keepFilesFromBefore();
  await office.call('office.recover', { ...twoOf(cards), signInName, newPassword });
  for (const folder of await mixedFolders()) expect(await passwordOpens(folder, password)).toBe(false);
});

it('the password of somebody removed opens nothing', async () => {
  const { users } = await office.as('administrator').call('office.listUsers', {});
  const userId = users.find((user) => user.signInName === signInName)?.id ?? '';
  await keepFilesFromBefore();
  await office.as('administrator').call('office.removeUser', { userId });
  for (const folder of await mixedFolders()) expect(await passwordOpens(folder, password)).toBe(false);
});

it('the cards of a replaced kit open nothing, nor do they together with a new one', async () => {
  const old = await confirmedKit(office);
  await keepFilesFromBefore();
  const fresh = await makeKit(office);
  await office.call('office.confirmRecoveryKit', twoOf(fresh.cards));
  for (const folder of await mixedFolders()) {
    expect(await kitOpens(folder, twoOf(old.cards, 1, 2))).toBe(false);
  }
  expect(await kitOpens(before, twoOf(old.cards, 1, 2))).toBe(true);
  const mixed = { firstCard: old.cards[0] ?? '', secondCard: fresh.cards[1] ?? '' };
  await expect(kitOpens(office.folder, mixed)).rejects.toMatchObject({ code: 'recovery_cards_of_two_kits' });
});

it('a keystore that was ended opens nothing', async () => {
  const secret = new Uint8Array(32).fill(9);
  office.keystoreSecret = secret;
  await office.as('administrator').call('office.enableKeystore', {});
  await keepFilesFromBefore();
  await office.as('administrator').call('office.disableKeystore', {});
  for (const folder of await mixedFolders()) {
    await expect(openOfficeBySecret(folder, { kind: 'keystore', secret })).rejects.toBeInstanceOf(Refusal);
  }
});
