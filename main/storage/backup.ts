import { statSync, unlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Refusal } from '../../shared/domain/refusal.ts';
import { type AttachmentEntry, type LongWork, verifyPartial } from './backup-check.ts';
import {
  type BackupManifest,
  backupLayout,
  backupName,
  manifestName,
  manifestText,
  recordsName,
  signManifest,
  unfinishedNames,
} from './backup-manifest.ts';
import { removeQuietly } from './backup-removal.ts';
import {
  copyFileDurably,
  digestFileInPieces,
  type FileDigest,
  freeBytes,
  makeFolders,
  onMedium,
  onMediumAsync,
  removeFolder,
  renameDurably,
  requireMediumFolder,
} from './copy-medium.ts';
import { DatabaseCopying } from './database-copying.ts';
import { unlinkDurably, writeFileDurably } from './durable-file.ts';
import { refusing, refusingAsync } from './folder-refusal.ts';
import type { KeyId } from './key-slab.ts';
import { exists, listFolder } from './office-folder.ts';
import type { OpenedOffice } from './opened-office.ts';
import type { SignedRegister } from './restore-register.ts';
import type { WorkAside } from './work-aside.ts';

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
 * The moment is taken in the caller's turn; from there on other calls are answered, and change nothing of what this backup
 * holds. The records are first copied beside the originals, by a thread of its own and under the backup's key: the medium never
 * sees a page under the office's own database key, and no disk ever sees plaintext.
 * @throws Refusal medium_full, medium_read_only, medium_unreachable, path_*, backup_not_verified, cancelled, folder_full,
 *   work_interrupted.
 */
export async function makeBackup(office: OpenedOffice, request: BackupRequest): Promise<FinishedBackup> {
  const { backupId, madeAt } = request;
  const folder = requireMediumFolder(request.folder, office.folder);
  const { root, attachments } = backupLayout(folder, office.marker.officeId);
  const partial = join(root, `partial-${backupId}`);
  const path = join(root, backupName(madeAt, backupId));
  let copying: DatabaseCopying | undefined;
  try {
    onMedium(() => {
      makeFolders(root, 'backup');
      for (const name of unfinishedNames(root)) removeFolder(join(root, name), manifestName, 'backup');
      makeFolders(partial, 'backup');
      makeFolders(attachments, 'backup');
    });
    request.progress('snapshot_records', 0, 1);
    const snapshot = beginSnapshot(office, request.keyId);
    copying = snapshot;
    await refusingAsync(() => snapshot.begin());
    const { epoch } = office;
    const schemaVersion = office.database.version;
    const names = attachmentNames(office);
    return await request.aside(async (goOn) => {
      const work: LongWork = {
        progress: request.progress,
        safePoint: async () => {
          goOn();
          await request.safePoint();
        },
      };
      const { facts, records, all, fresh } = await writePieces(office, {
        ...work,
        folder,
        partial,
        attachments,
        snapshot,
        names,
      });
      goOn();
      const manifest = signManifest(
        {
          format: 'ashbook-backup',
          formatVersion: 1,
          backupId,
          officeId: office.marker.officeId,
          madeAt,
          cipher: office.marker.cipher,
          schemaVersion,
          epoch,
          keyId: request.keyId,
          records,
          rows: Object.fromEntries(facts.rows),
          attachments: all,
          register: request.register,
        },
        (message) => office.signAsOffice(message),
      );
      onMedium(() =>
        writeFileDurably(join(partial, manifestName), Buffer.from(manifestText(manifest)), 'backup_manifest'),
      );
      request.progress('verify_backup', 0, 1);
      await work.safePoint();
      await verifyPartial(partial, attachments, manifest, fresh, office.vault, work);
      goOn();
      onMedium(() => renameDurably(partial, path, 'backup'));
      request.progress('verify_backup', 1, 1);
      return { path, manifest, attachmentsCopied: fresh.length, bytes: records.bytes + sumOf(all) };
    });
  } catch (error) {
    removeQuietly(partial);
    throw error;
  } finally {
    await copying?.end();
    if (copying !== undefined && office.isOpen) removeSnapshot(office);
  }
}

interface Pieces extends LongWork {
  readonly folder: string;
  readonly partial: string;
  readonly attachments: string;
  readonly snapshot: DatabaseCopying;
  /** Attachments as they were when the moment was taken. */
  readonly names: readonly string[];
}

/** Everything but the manifest. The snapshot is removed as soon as it is on the medium. */
async function writePieces(office: OpenedOffice, pieces: Pieces) {
  const { folder, partial, attachments, snapshot, names } = pieces;
  const facts = await refusingAsync(() =>
    snapshot.run(async (done, of) => {
      pieces.progress('snapshot_records', done, of);
      await pieces.safePoint();
    }),
  );
  await snapshot.end();
  const digested = await digestAttachments(office, names, pieces);
  const missing = onMedium(() => missingOn(attachments, digested));
  requireRoom(folder, sumOf(missing) + facts.bytes);
  const records = await copying(
    office.layout.recordsCopy,
    join(partial, recordsName),
    'backup_records',
    (done) => {
      pieces.progress('copy_records', done, facts.bytes);
      return pieces.safePoint();
    },
  );
  removeSnapshot(office);
  const fresh = await copyAttachments(office, attachments, missing, pieces);
  const gone = new Set(missing.filter((entry) => !fresh.includes(entry)).map(({ id }) => id));
  return { facts, records, all: digested.filter(({ id }) => !gone.has(id)), fresh };
}

/** A copy of the records beside the originals, under the backup's key. */
function beginSnapshot(office: OpenedOffice, keyId: KeyId): DatabaseCopying {
  const { records, recordsCopy } = office.layout;
  removeSnapshot(office);
  return office.withSecret('databaseKey', (sourceKey) =>
    office.vault.withDataKey(
      keyId,
      (targetKey) =>
        new DatabaseCopying(
          {
            source: records,
            sourceKey,
            target: recordsCopy,
            targetKey,
            cipher: office.marker.cipher,
          },
          'records_copy',
        ),
    ),
  );
}

function removeSnapshot(office: OpenedOffice): void {
  const { recordsCopy } = office.layout;
  for (const path of [recordsCopy, `${recordsCopy}-journal`]) {
    if (exists(path)) refusing(() => unlinkDurably(path, 'records_copy'));
  }
}

function attachmentNames(office: OpenedOffice): string[] {
  return listFolder(office.folder).flatMap((file) =>
    file.role === 'attachment' ? basename(file.relativePath) : [],
  );
}

/** The attachments with the digests of their ciphertext, read once. One that was removed meanwhile is in no later backup either. */
async function digestAttachments(
  office: OpenedOffice,
  names: readonly string[],
  work: LongWork,
): Promise<AttachmentEntry[]> {
  const entries: AttachmentEntry[] = [];
  for (const [done, id] of names.entries()) {
    const path = join(office.layout.attachments, id);
    const digest = await refusingAsync(() =>
      unlessRemoved(
        path,
        digestFileInPieces(path, () => work.safePoint()),
      ),
    );
    if (digest !== undefined) entries.push({ id, ...digest });
    work.progress('read_attachments', done + 1, names.length);
    await work.safePoint();
  }
  return entries;
}

async function unlessRemoved<Result>(path: string, reading: Promise<Result>): Promise<Result | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (!exists(path)) return undefined;
    throw error;
  }
}

function requireRoom(folder: string, bytes: number): void {
  if (onMedium(() => freeBytes(folder)) < bytes + roomBesides) throw new Refusal('medium_full');
}

/**
 * Attachments that are there already have been read back when they were written, and their name is their digest. Answers
 * those that were written: one may have been removed from the office meanwhile.
 */
async function copyAttachments(
  office: OpenedOffice,
  folder: string,
  entries: readonly AttachmentEntry[],
  work: LongWork,
): Promise<AttachmentEntry[]> {
  const copied: AttachmentEntry[] = [];
  for (const [done, entry] of entries.entries()) {
    const temporary = join(folder, `partial-${entry.sha256}`);
    onMedium(() => removeIfThere(temporary));
    const source = join(office.layout.attachments, entry.id);
    const written = await unlessRemoved(
      source,
      copying(source, temporary, 'backup_attachment', () => work.safePoint()),
    );
    if (written !== undefined) {
      // Nothing changes an attachment between two readings; if something did, this backup is not what it says.
      if (written.sha256 !== entry.sha256) throw new Refusal('backup_not_verified');
      onMedium(() => renameDurably(temporary, join(folder, entry.sha256), 'backup_attachment'));
      copied.push(entry);
    }
    work.progress('copy_attachments', done + 1, entries.length);
  }
  return copied;
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

function copying(
  source: string,
  target: string,
  role: string,
  step: (done: number) => Promise<void>,
): Promise<FileDigest> {
  return onMediumAsync(() => copyFileDurably(source, target, { role, step }));
}
