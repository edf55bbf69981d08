import { cpSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readMarker } from '../../main/storage/office-folder.ts';
import { findHolderByName } from '../../main/storage/password-holder.ts';
import { capture, publishMembership } from '../fixtures/consent.ts';
import { backUp, medium, restore } from '../fixtures/copies.ts';
import { openTestOffice, staff, type TestOffice } from '../fixtures/office.ts';

const pageBytes = 4096;
let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.remove());

const signIn = ({ signInName, password }: { signInName: string; password: string }) =>
  office.answer('office.signIn', { signInName, password });
const list = { search: '', limit: 50, offset: 0 };

/** One page of the records, at a time when nobody has them open. */
async function damagePage(page: number): Promise<void> {
  await office.restart();
  const path = join(office.folder, 'records.db');
  const bytes = readFileSync(path);
  bytes.fill(0x5a, page * pageBytes + 100, page * pageBytes + 140);
  writeFileSync(path, bytes);
}

it('damage that is found at work is said, and a restore is offered once that person has signed out', async () => {
  const form = await publishMembership(office);
  for (let person = 0; person < 12; person += 1)
    await capture(office, form, { name: `다솜 ${person}`, givenOn: '2026-04-01' });
  const backupFolder = medium(office, 'backups');
  await backUp(office, backupFolder);
  await office.restart();
  const whole = join(office.parent, 'whole.db');
  cpSync(join(office.folder, 'records.db'), whole);
  const pages = statSync(whole).size / pageBytes;
  let found = 0;
  // Some pages keep everybody out, some nobody has to read: among them are those that are read at work.
  for (let page = 2; page < pages && found < 2; page += 1) {
    cpSync(whole, join(office.folder, 'records.db'));
    await damagePage(page);
    if (!(await signIn(staff.clerk)).ok) continue;
    const answer = await office.answer('collection.listPeople', list);
    if (answer.ok) continue;
    found += 1;
    expect(answer.error).toMatchObject({ code: 'folder_damaged', params: { part: 'records' } });
    expect((await office.refused('office.setAside', {})).code).toBe('office_not_damaged');
    expect((await office.call('office.status', {})).needsRestore).toBe(true);
    // Whether the disk takes an entry for it or not.
    await office.answer('office.signOut', {});
    expect(await office.call('office.status', {})).toMatchObject({ state: 'signed_out', needsRestore: true });
  }
  expect(found).toBe(2);
  const { movedTo, holdsKeys } = await office.call('office.setAside', {});
  expect(holdsKeys).toBe(true);
  await restore(office, { backupFolder, keysFolder: movedTo });
  expect((await office.as('clerk').call('collection.listPeople', list)).total).toBe(12);
  expect((await office.call('office.status', {})).needsRestore).toBe(false);
});

it('one person’s own file is named to that person alone, and is no reason to set the office aside', async () => {
  const holderId = findHolderByName(office.folder, readMarker(office.folder), staff.clerk.signInName) ?? '';
  await office.restart();
  truncateSync(join(office.folder, 'holders', `${holderId}.json`), 40);
  expect(await signIn(staff.clerk)).toMatchObject({
    error: { code: 'folder_damaged', params: { part: 'holder' } },
  });
  expect((await office.call('office.status', {})).needsRestore).toBe(false);
  expect((await office.refused('office.setAside', {})).code).toBe('office_not_damaged');
  expect(await signIn(staff.auditor)).toMatchObject({ ok: true });
});
