import { cpSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { electronicContentOf } from '../../../shared/domain/register/certificate.ts';
import { attach, pdfOf, readBack, sha256Of } from '../../fixtures/attachment.ts';
import { capture, type PublishedForm, publishMembership } from '../../fixtures/consent.ts';
import {
  backUp,
  backupPaths,
  medium,
  otherMachine,
  refreshKeys,
  registerKeys,
  restore,
} from '../../fixtures/copies.ts';
import { openTestOffice, staff, type TestOffice } from '../../fixtures/office.ts';
import { destroy, dueUnits } from '../../fixtures/order.ts';
import { filesOf } from '../../fixtures/written.ts';

let office: TestOffice;
let machine: TestOffice;
let form: PublishedForm;
let folders: { backupFolder: string; keysFolder: string };
let keysCopy: string;

beforeEach(async () => {
  office = await openTestOffice();
  machine = otherMachine(office);
  form = await publishMembership(office);
  folders = { backupFolder: medium(office, 'backups'), keysFolder: medium(office, 'keys') };
  keysCopy = (await registerKeys(office, folders.keysFolder)).copyId;
});
afterEach(async () => {
  await office.remove();
  await machine.remove();
});

const old = '2025-01-10';
const recent = '2026-04-01';
const open = (where: TestOffice, personId: string) =>
  where.as('clerk').call('collection.openPerson', { personId, reason: 'serve_person' });

it('can be cancelled while files are copied, and leaves nothing', async () => {
  const person = await capture(office, form, { name: '다솜', givenOn: recent });
  await attach(office, person.units[0]?.unitId ?? '', pdfOf(3_000_000));
  await backUp(office, folders.backupFolder);
  const [backupPath = ''] = await backupPaths(machine, folders);
  const { signInName, password } = staff.administrator;
  const input = { backupPath, keysFolder: folders.keysFolder, signInName, password };
  const restoring = machine.answer('office.restore', input);
  await expect
    .poll(() => machine.events.some((event) => event.event === 'progress' && event.step === 'copy_records'), {
      interval: 1,
    })
    .toBe(true);
  expect(await machine.call('office.cancelWork', { channel: 'office.restore' })).toEqual({
    cancelling: true,
  });
  expect(await restoring).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(
    readdirSync(machine.folder).filter((name) => name !== 'office.lock' && name !== 'attachments'),
  ).toEqual([]);
  expect((await restore(machine, folders)).report.records).toBe(3);
});

it('a damaged office is set aside unchanged, and another restored in its place with its keys', async () => {
  await capture(office, form, { name: '다솜', givenOn: recent });
  await backUp(office, folders.backupFolder);
  // Nothing is moved while nobody has seen any damage, nor while somebody is signed in.
  expect((await office.refused('office.setAside', {})).code).toBe('office_not_damaged');
  await office.restart();
  expect((await office.refused('office.setAside', {})).code).toBe('office_not_damaged');
  const records = join(office.folder, 'records.db');
  const bytes = readFileSync(records);
  bytes.fill(0, 100, 2000);
  writeFileSync(records, bytes);
  const { signInName, password } = staff.administrator;
  expect((await office.refused('office.signIn', { signInName, password })).code).toBe('folder_damaged');
  const { movedTo, holdsKeys, status } = await office.call('office.setAside', {});
  expect([holdsKeys, status.state]).toEqual([true, 'empty']);
  expect(readFileSync(join(movedTo, 'records.db')).equals(bytes)).toBe(true);
  const { report } = await restore(office, { backupFolder: folders.backupFolder, keysFolder: movedTo });
  expect(report.records).toBe(3);
  const { people } = await office
    .as('clerk')
    .call('collection.listPeople', { search: '', limit: 5, offset: 0 });
  expect(people.map(({ name }) => name)).toEqual(['다솜']);
});

it('an office whose own file is gone is set aside too, and restored with the keys of a medium', async () => {
  await capture(office, form, { name: '다솜', givenOn: recent });
  await backUp(office, folders.backupFolder);
  await refreshKeys(office, keysCopy);
  await office.restart();
  for (const name of ['office.json', 'office.copy.json']) unlinkSync(join(office.folder, name));
  expect((await office.call('office.status', {})).state).toBe('damaged');
  const before = filesOf(office.folder);
  const { movedTo, holdsKeys, status } = await office.call('office.setAside', {});
  expect([holdsKeys, status.state]).toEqual([false, 'empty']);
  expect(filesOf(movedTo)).toEqual(before);
  const withoutMarker = { backupFolder: folders.backupFolder, keysFolder: movedTo };
  expect((await office.refused('office.inspectRestore', withoutMarker)).code).toBe('folder_damaged');
  expect((await restore(office, folders)).report.records).toBe(3);
});

describe('restoring on another machine', () => {
  it('brings back everything, for everybody who could sign in', async () => {
    const person = await capture(office, form, { name: '다솜', givenOn: recent, additional: true });
    await backUp(office, folders.backupFolder);
    const { report, status } = await restore(machine, folders);
    expect(report).toMatchObject({
      records: 4,
      destroyedAgain: { orders: 0, units: 0, people: 0 },
      unreadablePeople: 0,
      usersLeftOut: 0,
    });
    expect(status.state).toBe('signed_out');
    expect((await open(machine, person.personId)).name).toBe('다솜');
    const verified = await machine.as('auditor').call('register.verifyAuditLog', {});
    expect(verified.result).toBe('pass');
    const { entries } = await machine.call('register.listAuditEntries', { limit: 10, offset: 0 });
    expect(entries.find((entry) => entry.code === 'office.restored')).toMatchObject({
      staffNumber: 1,
      about: { orders: 0, people: 0 },
    });
    // The machine goes on by itself.
    await capture(machine, form, { name: '한결', givenOn: recent });
    await machine.restart();
    expect((await open(machine, person.personId)).name).toBe('다솜');
  });

  it('destroys again what was destroyed after the backup, with the keys of before and of after', async () => {
    const gone = await capture(office, form, { name: '한결', givenOn: old });
    const partly = await capture(office, form, { name: '새벽', givenOn: old });
    await capture(office, form, { name: '새벽', givenOn: recent, personId: partly.personId });
    const kept = await capture(office, form, { name: '다솜', givenOn: recent });
    await backUp(office, folders.backupFolder);
    const [path = ''] = await backupPaths(machine, folders);
    const beforeKeys = join(office.parent, 'keys-of-before');
    cpSync(folders.keysFolder, beforeKeys, { recursive: true });
    office.clock.advance({ hours: 1 });
    const number = await destroy(office, await dueUnits(office));
    await backUp(office, folders.backupFolder);

    // The medium was there during the destruction, so that nothing is outstanding.
    const { certificate } = await office.as('auditor').call('register.getCertificate', { number });
    expect(electronicContentOf(certificate)).toMatchObject({ conditional: false });

    // An old backup, and a copy of the keys from before: all the old data keys are there.
    const olderMachine = otherMachine(office);
    const { report } = await restore(olderMachine, { ...folders, keysFolder: beforeKeys }, { path });
    expect(report).toMatchObject({
      destroyedAgain: { orders: 1, units: 2, people: 1 },
      unreadablePeople: 0,
    });
    expect((await open(olderMachine, kept.personId)).name).toBe('다솜');
    expect((await open(olderMachine, partly.personId)).name).toBe('새벽');
    const reason = 'serve_person' as const;
    expect(
      (await olderMachine.as('clerk').refused('collection.openPerson', { personId: gone.personId, reason }))
        .code,
    ).toBe('not_found');
    // Its number is not given twice, and neither is the order's.
    await capture(olderMachine, form, { name: '누리', givenOn: old });
    expect(await destroy(olderMachine, await dueUnits(olderMachine))).toBe('2026-0002');
    await olderMachine.remove();

    // The same backup, with the keys of now: who kept something has another key there, which the backup does not.
    const newer = await restore(machine, folders, { path });
    expect(newer.report).toMatchObject({ destroyedAgain: { orders: 1, people: 1 }, unreadablePeople: 1 });
    expect((await open(machine, kept.personId)).name).toBe('다솜');
  });

  it('refuses what does not belong together, and leaves the folder empty', async () => {
    const older = join(office.parent, 'older-keys');
    cpSync(folders.keysFolder, older, { recursive: true });
    const made = await backUp(office, folders.backupFolder);
    const [path = ''] = await backupPaths(machine, folders);
    const { signInName, password } = staff.administrator;
    const input = { backupPath: path, keysFolder: folders.keysFolder, signInName, password };
    expect((await machine.refused('office.restore', { ...input, keysFolder: older })).code).toBe(
      'restore_keys_older',
    );
    expect((await machine.refused('office.restore', { ...input, password: 'not the password' })).code).toBe(
      'wrong_password',
    );
    expect((await machine.refused('office.restore', { ...input, signInName: 'nobody' })).code).toBe(
      'wrong_password',
    );
    await office.as('administrator').call('office.closeKnownCopy', { copyId: made.copyId, how: 'lost' });
    await refreshKeys(office, keysCopy);
    const stolen = join(office.parent, 'backups');
    expect(
      readdirSync(join(stolen, readdirSync(stolen)[0] ?? '')).some((name) => name.startsWith('backup-')),
    ).toBe(false);
    expect((await machine.call('office.status', {})).state).toBe('empty');
    expect((await machine.refused('office.inspectRestore', folders)).code).toBe('backup_missing');
  });

  it('takes the keys from the folder of an office whose records are lost', async () => {
    const person = await capture(office, form, { name: '다솜', givenOn: recent });
    await backUp(office, folders.backupFolder);
    await office.restart();
    rmSync(join(office.folder, 'records.db'));
    const { report } = await restore(machine, { ...folders, keysFolder: office.folder });
    expect(report.records).toBe(3);
    expect((await open(machine, person.personId)).name).toBe('다솜');
    // That folder is a copy of the keys from before now.
    const { vaultCopies } = await machine.as('administrator').call('office.listBackups', {});
    expect(vaultCopies).toHaveLength(2);
  });

  it('brings attached files back, and removes those of the destroyed', async () => {
    const gone = await capture(office, form, { name: '한결', givenOn: old });
    const partly = await capture(office, form, { name: '새벽', givenOn: old });
    const later = await capture(office, form, { name: '새벽', givenOn: recent, personId: partly.personId });
    const unitOf = (captured: { units: { unitId: string }[] }) => captured.units[0]?.unitId ?? '';
    const clerk = () => office.as('clerk').call('office.status', {});
    await clerk();
    const scans = [pdfOf(300_000, 'gone'), pdfOf(2_000_000, 'partly'), pdfOf(90_000, 'later')];
    const attached = [];
    for (const [index, unitId] of [gone, partly, later].map(unitOf).entries()) {
      attached.push((await attach(office, unitId, scans[index] ?? pdfOf(100))).attachmentId);
    }
    expect(await backUp(office, folders.backupFolder)).toMatchObject({
      attachments: 3,
      attachmentsCopied: 3,
    });
    const [path = ''] = await backupPaths(machine, folders);
    const keysOfBefore = join(office.parent, 'keys-of-before');
    cpSync(folders.keysFolder, keysOfBefore, { recursive: true });
    office.clock.advance({ hours: 1 });
    await destroy(office, await dueUnits(office));
    // What is kept was sealed anew where its key stands; the file itself may be the same.
    expect(await backUp(office, folders.backupFolder)).toMatchObject({ attachments: 1 });

    const { report } = await restore(machine, { ...folders, keysFolder: keysOfBefore }, { path });
    expect(report.destroyedAgain).toMatchObject({ orders: 1, units: 2, people: 1 });
    await machine.as('clerk').call('office.status', {});
    expect(readdirSync(join(machine.folder, 'attachments'))).toEqual([attached[2]]);
    expect(sha256Of(await readBack(machine, attached[2] ?? ''))).toBe(sha256Of(scans[2] ?? pdfOf(100)));
  });
});
