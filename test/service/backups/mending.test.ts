import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runDueBackup } from '../../../main/office/backup-schedule.ts';
import { attach, pdfOf, readBack } from '../../fixtures/attachment.ts';
import { capture, publishMembership } from '../../fixtures/consent.ts';
import { backUp, backupPaths, medium, otherMachine, registerKeys, restore } from '../../fixtures/copies.ts';
import { openTestOffice, staff, type TestOffice } from '../../fixtures/office.ts';
import { destroy } from '../../fixtures/order.ts';

const content = pdfOf(200_000, 'a scan');
let office: TestOffice;
let folders: { backupFolder: string; keysFolder: string };
let attachmentId: string;
let unitId: string;
/** The file as it lies in the office, and on the disk with the backups. */
let inOffice: string;
let onDisk: string;

/** An office with one attached file, and a backup of it. */
beforeEach(async () => {
  office = await openTestOffice();
  folders = { backupFolder: medium(office, 'backups'), keysFolder: medium(office, 'keys') };
  const form = await publishMembership(office);
  await registerKeys(office, folders.keysFolder);
  const person = await capture(office, form, { name: '다솜', givenOn: '2026-04-01' });
  unitId = person.units[0]?.unitId ?? '';
  ({ attachmentId } = await attach(office, unitId, content));
  await backUp(office, folders.backupFolder);
  inOffice = join(office.folder, 'attachments', attachmentId);
  const shared = join(folders.backupFolder, readdirSync(folders.backupFolder)[0] ?? '', 'attachments');
  onDisk = join(shared, readdirSync(shared)[0] ?? '');
  office.clock.advance({ hours: 1 });
});
afterEach(() => office.remove());

const admin = () => office.as('administrator');
function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[1000] = (bytes[1000] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}
const untouched = { attachmentsMended: 0, attachmentsBroughtBack: 0, attachmentsLost: 0 };

describe('an attached file damaged on the disk with the backups', () => {
  it.each([
    ['by a flipped bit', () => flip(onDisk)],
    ['cut short', () => truncateSync(onDisk, 1000)],
    ['gone', () => rmSync(onDisk)],
  ])('%s is named by a check and written again by the next backup', async (how, damage) => {
    damage();
    const { backups } = await admin().call('office.listBackups', {});
    const copyId = backups[0]?.copyId ?? '';
    const found = { result: 'fail', damaged: 'attachment' };
    expect(await admin().call('office.checkBackup', { copyId })).toEqual(found);
    const attachmentsMended = how === 'gone' ? 0 : 1;
    expect(await backUp(office, folders.backupFolder)).toMatchObject({
      ...untouched,
      attachmentsCopied: 1,
      attachmentsMended,
    });
    // It is the same file for both backups.
    for (const backup of (await admin().call('office.listBackups', {})).backups) {
      expect(await admin().call('office.checkBackup', { copyId: backup.copyId })).toEqual({
        result: 'pass',
        damaged: null,
      });
    }
  });

  it('is found by the backups of a schedule as well', async () => {
    const plan = { folder: folders.backupFolder, everyHours: 24, keepLast: 5 };
    await admin().call('office.setBackupPlan', plan);
    flip(onDisk);
    await office.thread.whenIdle('office.backUp', () => runDueBackup(office.thread));
    const { backups } = await admin().call('office.listBackups', {});
    expect(backups).toHaveLength(2);
    const copyId = backups[1]?.copyId ?? '';
    expect((await admin().call('office.checkBackup', { copyId })).result).toBe('pass');
    const { entries } = await office.as('auditor').call('register.listAuditEntries', { limit: 9, offset: 0 });
    expect(entries.find(({ code }) => code === 'office.backup_made')?.about).toMatchObject({ mended: 1 });
  });
});

describe('an attached file damaged in the office', () => {
  it.each([
    ['by a flipped bit', 'attachment_damaged', () => flip(inOffice)],
    ['gone', 'attachment_missing', () => rmSync(inOffice)],
  ])('%s is brought back by the next backup to a disk that has it', async (_, code, damage) => {
    await office.restart();
    damage();
    await expect(readBack(office, attachmentId)).rejects.toMatchObject({ error: { code } });
    expect(await backUp(office, folders.backupFolder)).toMatchObject({
      ...untouched,
      attachmentsCopied: 0,
      attachmentsBroughtBack: 1,
    });
    expect((await readBack(office, attachmentId)).equals(content)).toBe(true);
  });

  it('is told where no backup there has it, and stands at the desk where nobody made that backup', async () => {
    await office.restart();
    flip(inOffice);
    flip(onDisk);
    const state = async () => (await admin().call('office.home', {})).backups;
    expect(await state()).toBe('made');
    await admin().call('office.setBackupPlan', { folder: folders.backupFolder, everyHours: 24, keepLast: 5 });
    await office.thread.whenIdle('office.backUp', () => runDueBackup(office.thread));
    expect(await state()).toBe('failing');
    expect((await admin().call('office.listBackups', {})).plan?.lastFailure).toBe('attachments_lost');
    expect(await backUp(office, folders.backupFolder)).toMatchObject({ ...untouched, attachmentsLost: 1 });
    await expect(readBack(office, attachmentId)).rejects.toMatchObject({
      error: { code: 'attachment_damaged' },
    });
  });

  it('is not brought back once it was removed', async () => {
    await office.as('clerk').call('collection.removeAttachment', { attachmentId });
    expect(await backUp(office, folders.backupFolder)).toMatchObject({ ...untouched, attachments: 0 });
    expect(readdirSync(join(office.folder, 'attachments'))).toEqual([]);
  });
});

describe('a backup of which an attached file is damaged or gone', () => {
  it.each([
    ['damaged', () => flip(onDisk)],
    ['gone', () => rmSync(onDisk)],
  ])('%s: is refused at first, and restored without it where that is asked for', async (_, damage) => {
    damage();
    const machine = otherMachine(office);
    const [backupPath = ''] = await backupPaths(machine, folders);
    const { signInName, password } = staff.administrator;
    const input = { backupPath, keysFolder: folders.keysFolder, signInName, password };
    expect(await machine.refused('office.restore', input)).toMatchObject({
      code: 'backup_damaged',
      params: { part: 'attachment' },
    });
    expect((await machine.call('office.status', {})).state).toBe('empty');
    const { report } = await machine.call('office.restore', { ...input, leaveOutDamaged: true });
    expect(report).toMatchObject({ attachments: 0, attachmentsLeftOut: 1, unreadablePeople: 0 });
    await expect(readBack(machine, attachmentId)).rejects.toMatchObject({
      error: { code: 'attachment_missing' },
    });
    // What came back without its file can be destroyed as any other.
    machine.clock.advance({ days: 500 });
    expect(await destroy(machine, [unitId])).toBe('2027-0001');
    await machine.remove();
  });

  it('is restored whole where nothing is damaged, whatever was asked', async () => {
    const machine = otherMachine(office);
    const { report } = await restore(machine, folders);
    expect(report).toMatchObject({ attachments: 1, attachmentsLeftOut: 0 });
    expect((await readBack(machine, attachmentId)).equals(content)).toBe(true);
    await machine.remove();
  });
});
