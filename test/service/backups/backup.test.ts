import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyOpens } from '../../../main/storage/database.ts';
import { capture, type PublishedForm, publishMembership } from '../../fixtures/consent.ts';
import { backUp, medium, registerKeys } from '../../fixtures/copies.ts';
import { openTestOffice, staff, type TestOffice } from '../../fixtures/office.ts';
import { filesBelow } from '../storage/office-fixture.ts';

let office: TestOffice;
let form: PublishedForm;
let folder: string;

beforeEach(async () => {
  office = await openTestOffice();
  form = await publishMembership(office);
  folder = medium(office, 'backups');
});
afterEach(() => office.remove());

const root = () => join(folder, readdirSync(folder)[0] ?? '');
const backupNames = () =>
  readdirSync(root())
    .filter((name) => name.startsWith('backup-'))
    .sort();
const admin = () => office.as('administrator');
/** A sealed attachment as it lies in the office: noise, as far as a backup is concerned. */
function putAttachment(id: string, bytes: Buffer): void {
  mkdirSync(join(office.folder, 'attachments'), { recursive: true });
  writeFileSync(join(office.folder, 'attachments', id), bytes);
}

describe('a backup', () => {
  it('is one file under a key of its own, that the office’s own database key does not open', async () => {
    await capture(office, form, { name: '다솜' });
    const made = await backUp(office, folder);
    expect(made).toMatchObject({ reference: 'KC-0001', records: 3, attachments: 0, removed: 0 });
    const [name = ''] = backupNames();
    expect(readdirSync(join(root(), name)).sort()).toEqual(['manifest.json', 'records.db']);
    const file = join(root(), name, 'records.db');
    const keyId = office.storage.database.value<string>('SELECT key_id FROM backups') ?? '';
    expect(office.storage.withSecret('databaseKey', (key) => keyOpens(file, key, 'aegis'))).toBe(false);
    expect(office.storage.vault.withDataKey(keyId, (key) => keyOpens(file, key, 'aegis'))).toBe(true);
    expect(readdirSync(office.folder).filter((entry) => entry.startsWith('records.copy'))).toEqual([]);
  });

  it('says nothing of anybody, in any spelling, in any file of the medium', async () => {
    const markers = ['표식한결하늘', '010-7391-8264', 'zyxmarker@example.org'];
    await capture(office, form, {
      name: markers[0] ?? '',
      telephone: markers[1] ?? '',
      email: markers[2] ?? '',
      additional: true,
    });
    await backUp(office, folder);
    const keys = medium(office, 'keys');
    await registerKeys(office, keys);
    const people = Object.values(staff).flatMap((one) => [one.displayName, one.signInName, one.password]);
    for (const place of [folder, keys]) {
      const files = filesBelow(place);
      expect(files.size).toBeGreaterThan(1);
      for (const [name, bytes] of files) {
        for (const marker of [...markers, ...people]) {
          for (const encoding of ['utf8', 'utf16le'] as const) {
            expect([name, bytes.includes(Buffer.from(marker, encoding))]).toEqual([name, false]);
          }
        }
      }
    }
  });

  it('copies an attachment once, however many backups hold it, and again when it was sealed anew', async () => {
    const first = '3f0c1d9e-0000-4000-8000-000000000001';
    putAttachment(first, Buffer.alloc(3_000_000, 7));
    putAttachment('3f0c1d9e-0000-4000-8000-000000000002', Buffer.alloc(10, 1));
    expect(await backUp(office, folder)).toMatchObject({ attachments: 2, attachmentsCopied: 2 });
    expect(await backUp(office, folder)).toMatchObject({ attachments: 2, attachmentsCopied: 0 });
    putAttachment(first, Buffer.alloc(3_000_000, 8));
    expect(await backUp(office, folder)).toMatchObject({ attachments: 2, attachmentsCopied: 1 });
    expect(readdirSync(join(root(), 'attachments'))).toHaveLength(3);
    for (const { copyId } of (await admin().call('office.listBackups', {})).backups) {
      expect(await admin().call('office.checkBackup', { copyId })).toEqual({ result: 'pass', damaged: null });
    }
  });

  it('is refused where it has no business, before anything is written', async () => {
    const refused = async (where: string) => (await admin().refused('office.backUp', { folder: where })).code;
    expect(await refused(office.folder)).toBe('path_inside_office');
    expect(await refused(join(office.folder, 'holders'))).toBe('path_inside_office');
    expect(await refused(office.parent)).toBe('path_inside_office');
    expect(await refused('backups')).toBe('path_not_absolute');
    expect(await refused(join(office.parent, 'nowhere'))).toBe('path_folder_missing');
    const keys = medium(office, 'keys');
    await registerKeys(office, keys);
    expect(await refused(keys)).toBe('copies_in_one_folder');
    await backUp(office, folder);
    const error = await admin().refused('office.registerVaultMedium', { folder, name: 'x' });
    expect(error.code).toBe('copies_in_one_folder');
    expect(readdirSync(keys)).toEqual(['ashbook-keys']);
  });

  it('can be cancelled, and then leaves nothing that looks like one', async () => {
    putAttachment('3f0c1d9e-0000-4000-8000-000000000003', Buffer.alloc(5_000_000, 7));
    await admin().call('office.status', {});
    const running = office.refused('office.backUp', { folder });
    // The call begins in the turn after this one.
    await new Promise(setImmediate);
    await office.call('office.cancelWork', { channel: 'office.backUp' });
    expect((await running).code).toBe('cancelled');
    expect(readdirSync(root()).filter((name) => name !== 'attachments')).toEqual([]);
    expect((await admin().call('office.listBackups', {})).backups).toEqual([]);
    expect((await backUp(office, folder)).reference).toBe('KC-0001');
  });

  it('is for the administrator to make and for auditors to check', async () => {
    expect((await office.as('auditor').refused('office.backUp', { folder })).code).toBe('forbidden');
    expect((await office.as('clerk').refused('office.listBackups', {})).code).toBe('forbidden');
    const { copyId } = await backUp(office, folder);
    expect((await office.as('auditor').call('office.checkBackup', { copyId })).result).toBe('pass');
    const { entries } = await office.call('register.listAuditEntries', { limit: 5, offset: 0 });
    expect(entries.map((entry) => entry.code)).toContain('office.backup_checked');
  });

  it('is found damaged or missing when it is checked', async () => {
    const { copyId } = await backUp(office, folder);
    const [name = ''] = backupNames();
    const file = join(root(), name, 'records.db');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, bytes.length - 4096));
    expect(await admin().call('office.checkBackup', { copyId })).toEqual({
      result: 'fail',
      damaged: 'records',
    });
    renameSync(join(root(), name), join(root(), 'elsewhere'));
    expect((await admin().refused('office.checkBackup', { copyId })).code).toBe('backup_missing');
    renameSync(folder, `${folder}-unplugged`);
    expect((await admin().refused('office.checkBackup', { copyId })).code).toBe('medium_unreachable');
  });
});

describe('a plan', () => {
  const tick = async (hours: number) => {
    office.clock.advance({ hours });
    const { runDueBackup } = await import('../../../main/office/backup-schedule.ts');
    await office.thread.whenIdle('office.backUp', () => runDueBackup(office.thread));
  };

  it('makes backups by the clock and keeps the last of them, with their attachments and keys only', async () => {
    putAttachment('3f0c1d9e-0000-4000-8000-000000000004', Buffer.alloc(100, 1));
    await admin().call('office.setBackupPlan', { folder, everyHours: 12, keepLast: 2 });
    await tick(0);
    expect(backupNames()).toHaveLength(1);
    const firstKey = office.storage.database.value<string>('SELECT key_id FROM backups') ?? '';
    await tick(1);
    expect(backupNames()).toHaveLength(1);
    await tick(11);
    putAttachment('3f0c1d9e-0000-4000-8000-000000000004', Buffer.alloc(100, 2));
    await tick(12);
    expect(backupNames()).toHaveLength(2);
    // The first one held the old attachment; its key is gone besides.
    expect(readdirSync(join(root(), 'attachments'))).toHaveLength(2);
    expect(office.storage.vault.hasDataKey(firstKey)).toBe(false);
    await tick(12);
    expect(readdirSync(join(root(), 'attachments'))).toHaveLength(1);
    const { backups, plan } = await admin().call('office.listBackups', {});
    expect(backups.map((backup) => backup.reference)).toEqual(['KC-0004', 'KC-0003']);
    expect(plan).toMatchObject({ lastFailure: null, keepLast: 2 });
    const { copies } = await admin().call('office.listKnownCopies', { show: 'ended', limit: 10, offset: 0 });
    expect(copies.map(({ reference, how }) => [reference, how])).toEqual([
      ['KC-0002', 'destroyed'],
      ['KC-0001', 'destroyed'],
    ]);
  });

  it('says why it failed, tries again in an hour, and enters the reason once', async () => {
    await admin().call('office.setBackupPlan', { folder, everyHours: 24, keepLast: 3 });
    renameSync(folder, `${folder}-unplugged`);
    await tick(0);
    await tick(1);
    const { plan } = await admin().call('office.listBackups', {});
    expect(plan?.lastFailure).toBe('path_folder_missing');
    const { entries } = await office
      .as('auditor')
      .call('register.listAuditEntries', { limit: 50, offset: 0 });
    expect(entries.filter((entry) => entry.code === 'office.backup_failed')).toHaveLength(1);
    renameSync(`${folder}-unplugged`, folder);
    await tick(1);
    expect((await admin().call('office.listBackups', {})).backups).toHaveLength(1);
    await admin().call('office.endBackupPlan', {});
    await tick(1000);
    expect(backupNames()).toHaveLength(1);
  });
});

it('brings the keys on a medium that is there up to date, so that the backup can be restored', async () => {
  const keys = medium(office, 'keys');
  await registerKeys(office, keys);
  office.clock.advance({ minutes: 5 });
  await backUp(office, folder);
  const { backups, vaultCopies } = await admin().call('office.listBackups', {});
  expect(backups[0]?.openableWith).toBe(1);
  expect(vaultCopies[0]).toMatchObject({ present: true, destructionsSince: 0, lost: false });
  renameSync(keys, `${keys}-in-the-safe`);
  office.clock.advance({ minutes: 5 });
  await backUp(office, folder);
  const later = await admin().call('office.listBackups', {});
  expect(later.backups.map((backup) => backup.openableWith)).toEqual([0, 1]);
  expect(later.vaultCopies[0]?.present).toBe(false);
  expect(statSync(`${keys}-in-the-safe`).isDirectory()).toBe(true);
});
