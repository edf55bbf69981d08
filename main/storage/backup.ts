import { statSync, unlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Refusal } from '../../shared/domain/refusal.ts';
import { canonicalJson } from '../../shared/domain/register/canonical-json.ts';
import {
  type BackupManifest,
  backupLayout,
  backupName,
  digestsInUse,
  manifestName,
  manifestText,
  namesIn,
  readManifest,
  recordsName,
  unfinishedNames,
} from './backup-manifest.ts';
import {
  copyFileDurably,
  digestFile,
  type FileDigest,
  freeBytes,
  makeFolders,
  onMedium,
  removeFolder,
  renameDurably,
  requireMediumFolder,
} from './copy-medium.ts';
import { countRowsOf } from './database.ts';
import { inspectCopy, rekeyCopy } from './database-copy.ts';
import type { WorkAside } from './database-rewrite.ts';
import { unlinkDurably, writeFileDurably } from './durable-file.ts';
import { refusing } from './folder-refusal.ts';
import type { KeyId } from './key-slab.ts';
import { exists, listFolder } from './office-folder.ts';
import type { OpenedOffice } from './opened-office.ts';
import type { SignedRegister } from './restore-register.ts';
import type { DataKeys } from './vault.ts';

/** Long work as the caller sees it. */
export interface LongWork {
  progress(step: string, done: number, total: number): void;
  /** Where a cancellation may arrive: it rejects, and what was written is removed. */
  safePoint(): Promise<void>;
}

export interface BackupRequest extends LongWork, WorkAside {
  /** An existing folder outside the office's own. */
  readonly folder: string;
  readonly backupId: string;
  /** ISO instant with milliseconds, from the caller's clock. */
  readonly madeAt: string;
  /** A data key of the vault made for this backup alone. */
  readonly keyId: KeyId;
  readonly register: SignedRegister;
}

export interface FinishedBackup {
  readonly path: string;
  readonly manifest: BackupManifest;
  /** Attachments that had not been on the medium. */
  readonly attachmentsCopied: number;
  /** Bytes of the records and all attachments. */
  readonly bytes: number;
}

/** The manifest and the room a file system needs besides. */
const roomBesides = 4 * 1024 * 1024;

/**
 * Makes a backup: one database file under a key of its own, the attachments (sealed already), and last the manifest. It stands
 * under a name that no reader takes for a backup until everything has been read back from the medium, opened and counted.
 * Interrupted or refused, it leaves nothing but such a name, which the next backup removes.
 *
 * The records are first copied beside the originals, where their pages lie under the same key anyway, and re-keyed there:
 * the medium never sees a page under the office's own database key, and no disk ever sees plaintext.
 * @throws Refusal medium_full, medium_read_only, medium_unreachable, path_*, backup_not_verified, cancelled, folder_full.
 */
export async function makeBackup(office: OpenedOffice, request: BackupRequest): Promise<FinishedBackup> {
  const { keyId, backupId, madeAt } = request;
  const folder = requireMediumFolder(request.folder, office.folder);
  const { root, attachments } = backupLayout(folder, office.marker.officeId);
  const partial = join(root, `partial-${backupId}`);
  const path = join(root, backupName(madeAt, backupId));
  try {
    onMedium(() => {
      makeFolders(root, 'backup');
      for (const name of unfinishedNames(root)) removeFolder(join(root, name), manifestName, 'backup');
      makeFolders(partial, 'backup');
      makeFolders(attachments, 'backup');
    });
    request.progress('snapshot_records', 0, 1);
    const snapshot = takeSnapshot(office, keyId);
    let records: FileDigest;
    let all: AttachmentEntry[];
    let fresh: AttachmentEntry[];
    try {
      all = await digestAttachments(office, request);
      fresh = onMedium(() => missingOn(attachments, all));
      requireRoom(folder, sumOf(fresh) + snapshot.bytes);
      records = await copying(
        office.layout.recordsCopy,
        join(partial, recordsName),
        'backup_records',
        (done) => {
          request.progress('copy_records', done, snapshot.bytes);
          return request.safePoint();
        },
      );
    } finally {
      removeSnapshot(office);
    }
    await copyAttachments(office, attachments, fresh, request);
    const manifest: BackupManifest = {
      format: 'ashbook-backup',
      formatVersion: 1,
      backupId,
      officeId: office.marker.officeId,
      madeAt,
      cipher: office.marker.cipher,
      schemaVersion: office.database.version,
      epoch: office.epoch,
      keyId,
      records,
      rows: Object.fromEntries(snapshot.rows),
      attachments: all,
      register: request.register,
    };
    onMedium(() =>
      writeFileDurably(join(partial, manifestName), Buffer.from(manifestText(manifest)), 'backup_manifest'),
    );
    request.progress('verify_backup', 0, 1);
    await request.safePoint();
    verifyPartial(partial, attachments, manifest, fresh, office.vault);
    onMedium(() => renameDurably(partial, path, 'backup'));
    request.progress('verify_backup', 1, 1);
    return { path, manifest, attachmentsCopied: fresh.length, bytes: records.bytes + sumOf(all) };
  } catch (error) {
    removeQuietly(partial);
    throw error;
  }
}

/** A copy of the records beside the originals, under the backup's key, and how many rows each table had at that moment. */
function takeSnapshot(office: OpenedOffice, keyId: KeyId): { rows: Map<string, number>; bytes: number } {
  const { recordsCopy } = office.layout;
  removeSnapshot(office);
  return refusing(() => {
    const rows = countRowsOf((sql) => office.database.all(sql));
    office.database.copyInto(recordsCopy);
    office.withSecret('databaseKey', (databaseKey) =>
      office.vault.withDataKey(keyId, (key) =>
        rekeyCopy(recordsCopy, databaseKey, key, office.marker.cipher),
      ),
    );
    return { rows, bytes: digestFile(recordsCopy).bytes };
  });
}

function removeSnapshot(office: OpenedOffice): void {
  const { recordsCopy } = office.layout;
  for (const path of [recordsCopy, `${recordsCopy}-journal`]) {
    if (exists(path)) refusing(() => unlinkDurably(path, 'records_copy'));
  }
}

type AttachmentEntry = BackupManifest['attachments'][number];

/** The office's attachments with the digests of their ciphertext, read once. */
async function digestAttachments(office: OpenedOffice, work: LongWork): Promise<AttachmentEntry[]> {
  const names = listFolder(office.folder).flatMap((file) =>
    file.role === 'attachment' ? basename(file.relativePath) : [],
  );
  const entries: AttachmentEntry[] = [];
  for (const id of names) {
    entries.push({ id, ...refusing(() => digestFile(join(office.layout.attachments, id))) });
    work.progress('read_attachments', entries.length, names.length);
    await work.safePoint();
  }
  return entries;
}

function requireRoom(folder: string, bytes: number): void {
  if (onMedium(() => freeBytes(folder)) < bytes + roomBesides) throw new Refusal('medium_full');
}

/** Attachments that are there already have been read back when they were written, and their name is their digest. */
async function copyAttachments(
  office: OpenedOffice,
  folder: string,
  entries: readonly AttachmentEntry[],
  work: LongWork,
): Promise<void> {
  for (const [done, entry] of entries.entries()) {
    const temporary = join(folder, `partial-${entry.sha256}`);
    onMedium(() => removeIfThere(temporary));
    const source = join(office.layout.attachments, entry.id);
    const written = await copying(source, temporary, 'backup_attachment', () => work.safePoint());
    // Nothing changes an attachment between two readings; if something did, this backup is not what it says.
    if (written.sha256 !== entry.sha256) throw new Refusal('backup_not_verified');
    onMedium(() => renameDurably(temporary, join(folder, entry.sha256), 'backup_attachment'));
    work.progress('copy_attachments', done + 1, entries.length);
  }
}

/** Two records may hold the same ciphertext only if they are the same file; still, each is written once. */
function missingOn(folder: string, entries: readonly AttachmentEntry[]): AttachmentEntry[] {
  const missing = entries.filter((entry) => !isThere(join(folder, entry.sha256), entry.bytes));
  return [...new Map(missing.map((entry) => [entry.sha256, entry])).values()];
}

function sumOf(entries: readonly { bytes: number }[]): number {
  return entries.reduce((sum, { bytes }) => sum + bytes, 0);
}

function isThere(path: string, bytes: number): boolean {
  return exists(path) && statSync(path).size === bytes;
}

function removeIfThere(path: string): void {
  if (exists(path)) unlinkSync(path);
}

async function copying(
  source: string,
  target: string,
  role: string,
  step: (done: number) => Promise<void>,
): Promise<FileDigest> {
  try {
    return await copyFileDurably(source, target, { role, step });
  } catch (error) {
    return onMedium(() => {
      throw error;
    });
  }
}

/** Reads back from the medium what was written. @throws Refusal backup_not_verified */
function verifyPartial(
  partial: string,
  attachments: string,
  manifest: BackupManifest,
  fresh: readonly AttachmentEntry[],
  keys: DataKeys,
): void {
  const findings = onMedium(() => [
    checkRecords(partial, readManifest(partial), keys),
    ...fresh.map((entry) => fileHas(join(attachments, entry.sha256), entry)),
    canonicalJson(readManifest(partial)) === canonicalJson(manifest),
  ]);
  if (findings.includes(false)) throw new Refusal('backup_not_verified');
}

/** Digest, key, every page, every table's rows. */
function checkRecords(path: string, manifest: BackupManifest, keys: DataKeys): boolean {
  const file = join(path, recordsName);
  if (!fileHas(file, manifest.records)) return false;
  const content = keys.withDataKey(manifest.keyId, (key) => inspectCopy(file, key, manifest.cipher));
  return content.complaints.length === 0 && sameRows(content.rows, manifest.rows);
}

export function sameRows(
  found: ReadonlyMap<string, number>,
  expected: Readonly<Record<string, number>>,
): boolean {
  const names = Object.keys(expected);
  return names.length === found.size && names.every((name) => found.get(name) === expected[name]);
}

/** Whether a file is there and is the one described. */
export function fileHas(path: string, expected: FileDigest): boolean {
  if (!exists(path)) return false;
  const { bytes, sha256 } = digestFile(path);
  return bytes === expected.bytes && sha256 === expected.sha256;
}

/** What is wrong with a finished backup, read again from its medium; `undefined` where nothing is. */
export async function checkBackup(
  path: string,
  keys: DataKeys,
  work: LongWork,
): Promise<'manifest' | 'records' | 'attachment' | undefined> {
  let manifest: BackupManifest;
  try {
    manifest = readManifest(path);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'backup_damaged') return 'manifest';
    throw error;
  }
  const attachments = join(path, '..', 'attachments');
  const total = manifest.attachments.length + 1;
  try {
    if (!onMedium(() => checkRecords(path, manifest, keys))) return 'records';
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // Pages that SQLite cannot read are damage, not an accident of ours.
    return 'records';
  }
  for (const [done, entry] of manifest.attachments.entries()) {
    work.progress('check_attachments', done + 1, total);
    await work.safePoint();
    if (!onMedium(() => fileHas(join(attachments, entry.sha256), entry))) return 'attachment';
  }
  return undefined;
}

/**
 * Removes a backup from its medium, its manifest first, then the attachments that no other backup holds. Its key is to be
 * destroyed besides: whatever a medium keeps of deleted files is noise then.
 * @returns false where the medium is not there.
 */
export function removeBackup(path: string): boolean {
  const root = join(path, '..');
  return onMedium(() => {
    if (!exists(root)) return false;
    if (exists(path)) {
      const removed = join(root, `removed-${basename(path)}`);
      renameDurably(path, removed, 'backup_removal');
      removeFolder(removed, manifestName, 'backup_removal');
    }
    clearAttachments(root);
    return true;
  });
}

function clearAttachments(root: string): void {
  const inUse = digestsInUse(root);
  if (inUse === undefined) return;
  const folder = join(root, 'attachments');
  for (const name of namesIn(folder)) {
    if (!inUse.has(name)) unlinkSync(join(folder, name));
  }
}

function removeQuietly(partial: string): void {
  try {
    if (exists(partial)) removeFolder(partial, manifestName, 'backup');
  } catch {
    // The error that led here is the one to report; the next backup removes what is left.
  }
}
