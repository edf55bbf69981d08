import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { armFault } from '../../../main/storage/fault-point.ts';
import { inspectFolder, readMarker, withChecksum, writeMarker } from '../../../main/storage/office-folder.ts';
import { createOffice } from '../../../main/storage/office-storage.ts';
import { isRefused, isRefusedLater } from '../../unit/storage/refused.ts';
import { cheapArgon2, filesBelow, makeOffice, reopen, temporaryFolder } from './office-fixture.ts';

let folder = '';
let parent = '';
let remove = () => {};
beforeEach(() => {
  const made = temporaryFolder();
  ({ folder, parent, remove } = made);
});
afterEach(() => {
  armFault(undefined);
  remove();
});

/** Everything in a folder, to see that a refusal changed nothing. */
const contents = () => [...filesBelow(parent)].map(([name, bytes]) => [name, bytes.toString('base64')]);

describe('a folder is looked at and not touched', () => {
  it('when it can become an office: missing, empty, or with files of the system only', () => {
    expect(inspectFolder(folder)).toEqual({ state: 'empty' });
    mkdirSync(folder);
    expect(inspectFolder(folder)).toEqual({ state: 'empty' });
    writeFileSync(join(folder, '.DS_Store'), 'x');
    expect(inspectFolder(folder)).toEqual({ state: 'empty' });
    expect(contents()).toEqual([['office/.DS_Store', 'eA==']]);
  });

  it('when it is an office', async () => {
    (await makeOffice(folder)).close();
    const before = contents();
    expect(inspectFolder(folder)).toMatchObject({ state: 'office', marker: { formatVersion: 1 } });
    expect(contents()).toEqual(before);
  });
});

describe('a folder is refused and not touched', () => {
  it('when it holds somebody else’s files', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'thesis.docx'), 'years of work');
    const before = contents();
    isRefused(() => inspectFolder(folder), 'folder_not_ours');
    await isRefusedLater(makeOffice(folder), 'folder_not_ours');
    writeFileSync(join(folder, 'office.json'), '{"format":"another program"}');
    isRefused(() => inspectFolder(folder), 'folder_not_ours');
    rmSync(join(folder, 'office.json'));
    expect(contents()).toEqual(before);
  });

  it('when it is a file, or its parent is missing or not a folder', () => {
    writeFileSync(folder, 'a file');
    isRefused(() => inspectFolder(folder), 'folder_not_ours');
    isRefused(() => inspectFolder(join(folder, 'below')), 'folder_unreachable');
    isRefused(() => inspectFolder(join(parent, 'missing', 'below')), 'folder_unreachable');
    symlinkSync(join(parent, 'loop'), join(parent, 'loop'));
    isRefused(() => inspectFolder(join(parent, 'loop', 'office')), 'folder_unreachable');
  });

  it('when it was made by a later release', async () => {
    (await makeOffice(folder)).close();
    const marker = readMarker(folder);
    writeFileSync(join(folder, 'office.json'), withChecksum({ ...marker, formatVersion: 2, novelty: true }));
    const before = contents();
    const refusal = isRefused(() => inspectFolder(folder), 'folder_newer_version');
    expect(refusal.params).toEqual({ found: 2, known: 1 });
    await isRefusedLater(reopenAny(), 'folder_newer_version');
    expect(contents()).toEqual(before);
  });

  it('when its marker and the copy of it are damaged or missing beside other files of an office', async () => {
    (await makeOffice(folder)).close();
    writeFileSync(join(folder, 'office.json'), '{"format":"ashbook-office"');
    expect(inspectFolder(folder).state).toBe('office');
    rmSync(join(folder, 'office.copy.json'));
    expect(isRefused(() => inspectFolder(folder), 'folder_damaged').params).toMatchObject({ part: 'marker' });
    rmSync(join(folder, 'office.json'));
    expect(isRefused(() => inspectFolder(folder), 'folder_damaged').params).toMatchObject({ part: 'marker' });
  });

  it('when an office is there already and a new one is asked for', async () => {
    (await makeOffice(folder)).close();
    const before = contents();
    await isRefusedLater(makeOffice(folder), 'folder_has_office');
    expect(contents()).toEqual(before);
  });

  it('when this process has it open', async () => {
    const office = await makeOffice(folder);
    isRefused(() => inspectFolder(folder), 'folder_in_use');
    await isRefusedLater(reopen(folder), 'folder_in_use');
    office.close();
    expect(inspectFolder(folder)).toMatchObject({ state: 'office' });
  });

  it('when another process has it open, and no longer once that was killed', async () => {
    (await makeOffice(folder)).close();
    const child = spawn(process.execPath, [join(import.meta.dirname, 'hold-office-lock.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await line(child);
    isRefused(() => inspectFolder(folder), 'folder_in_use');
    await isRefusedLater(reopen(folder), 'folder_in_use');
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    (await reopen(folder)).close();
  });

  it('when it cannot be written to', async () => {
    mkdirSync(folder);
    chmodSync(folder, 0o555);
    // The administrator may write anywhere, so somebody else is asked to look.
    const child = spawn(process.execPath, [join(import.meta.dirname, 'inspect-as-nobody.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    chmodSync(parent, 0o755);
    expect(await line(child)).toBe('folder_read_only');
    chmodSync(folder, 0o755);
  });
});

it.each([
  ['ENOSPC', 'folder_full'],
  ['EROFS', 'folder_read_only'],
  ['EIO', 'folder_unreachable'],
] as const)('says in its own words what %s means, and leaves an empty folder', async (action, code) => {
  armFault({ name: 'vault.write', occurrence: 1, action });
  await isRefusedLater(makeOffice(folder), code);
  expect(inspectFolder(folder)).toEqual({ state: 'empty' });
  (await makeOffice(folder)).close();
});

it('throws away what an interrupted creation left, but not somebody else’s files', async () => {
  const office = await makeOffice(folder);
  const marker = office.marker;
  office.close();
  writeMarker(folder, { ...marker, complete: false });
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  isRefused(() => inspectFolder(folder), 'folder_not_ours');
  rmSync(join(folder, 'notes.txt'));
  expect(inspectFolder(folder)).toEqual({ state: 'empty' });
  const again = await makeOffice(folder);
  expect(again.marker.officeId).not.toBe(marker.officeId);
  again.close();
});

it.each([
  ['office.json', [{ what: 'marker_repaired', count: 1 }]],
  ['office.copy.json', []],
])('writes %s anew where it is damaged, from the other', async (name, resumed) => {
  const office = await makeOffice(folder);
  office.setPreferences({ language: 'ko', theme: 'dark' });
  office.close();
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('"ko"', '"en"'));
  const again = await reopen(folder);
  expect(again.resumed).toEqual(resumed);
  again.close();
  expect(readFileSync(path, 'utf8')).toBe(text);
});

it('remembers language and theme without opening', async () => {
  const office = await makeOffice(folder);
  office.setPreferences({ language: 'en', theme: 'dark' });
  expect(readMarker(folder).preferences).toEqual({ language: 'en', theme: 'dark' });
  office.close();
});

async function reopenAny(): Promise<unknown> {
  return await createOffice(folder, {
    cipher: 'aegis',
    createdAt: '2026-10-01T09:00:00Z',
    holders: [{ signInName: 'a', password: 'b' }],
    preferences: { language: 'ko', theme: 'light' },
    argon2: cheapArgon2,
  });
}

function line(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString('utf8').trim()));
    child.once('exit', (code) => reject(new Error(`the child ended with ${code}`)));
  });
}
