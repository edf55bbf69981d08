import { join } from 'node:path';
import { Refusal } from '../../shared/domain/refusal.ts';
import {
  attachmentNames,
  attachmentsToWrite,
  copyAttachments,
  digestAttachments,
  mendOffice,
  type NamedAttachments,
  type ReadBack,
  sumOf,
} from './backup-attachments.ts';
import { type LongWork, verifyPartial } from './backup-check.ts';
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
  copyFileOnMedium,
  freeBytes,
  makeFolders,
  onMedium,
  removeFolder,
  renameDurably,
  requireMediumFolder,
} from './copy-medium.ts';
import { DatabaseCopying } from './database-copying.ts';
import { unlinkDurably, writeFileDurably } from './durable-file.ts';
import { refusing, refusingAsync } from './folder-refusal.ts';
import type { KeyId } from './key-slab.ts';
import { exists } from './office-folder.ts';
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
  readonly readBack: ReadBack;
  readonly named: NamedAttachments;
}

export interface FinishedBackup {
  readonly path: string;
  readonly manifest: BackupManifest;
  /** Attachments that had not been on the medium. */
  readonly attachmentsCopied: number;
  /** Of those, how many had been there and were no longer what had been written. */
  readonly attachmentsMended: number;
  /** Of the office's own, how many had been damaged or lost and were brought back from an earlier backup here. */
  readonly attachmentsBroughtBack: number;
  /** And how many could not be. */
  readonly attachmentsLost: number;
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
      const { facts, records, all, fresh, ...mending } = await writePieces(office, {
        ...work,
        folder,
        root,
        partial,
        attachments,
        snapshot,
        names,
        madeAt,
        readBack: request.readBack,
        named: request.named,
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
      return {
        path,
        manifest,
        attachmentsCopied: fresh.length,
        ...mending,
        bytes: records.bytes + sumOf(all),
      };
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
  readonly root: string;
  readonly partial: string;
  readonly attachments: string;
  readonly snapshot: DatabaseCopying;
  /** Attachments as they were when the moment was taken. */
  readonly names: readonly string[];
  readonly madeAt: string;
  readonly readBack: ReadBack;
  readonly named: NamedAttachments;
}

/** Everything but the manifest. The snapshot is removed as soon as it is on the medium. */
async function writePieces(office: OpenedOffice, pieces: Pieces) {
  const { folder, root, partial, attachments, snapshot, names, named } = pieces;
  const facts = await refusingAsync(() =>
    snapshot.run(async (done, of) => {
      pieces.progress('snapshot_records', done, of);
      await pieces.safePoint();
    }),
  );
  await snapshot.end();
  const read = await digestAttachments(office, names, pieces);
  const { entries: digested, broughtBack, lost } = await mendOffice(office, root, read, named, pieces);
  const { missing, damaged } = await attachmentsToWrite(attachments, digested, pieces);
  requireRoom(folder, sumOf(missing) + facts.bytes);
  const records = await copyFileOnMedium(office.layout.recordsCopy, join(partial, recordsName), {
    role: 'backup_records',
    step: (done) => {
      pieces.progress('copy_records', done, facts.bytes);
      return pieces.safePoint();
    },
  });
  removeSnapshot(office);
  const fresh = await copyAttachments(office, attachments, missing, pieces);
  const gone = new Set(missing.filter((entry) => !fresh.includes(entry)).map(({ id }) => id));
  return {
    facts,
    records,
    all: digested.filter(({ id }) => !gone.has(id)),
    fresh,
    attachmentsMended: fresh.filter(({ sha256 }) => damaged.has(sha256)).length,
    attachmentsBroughtBack: broughtBack,
    attachmentsLost: lost,
  };
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

function requireRoom(folder: string, bytes: number): void {
  if (onMedium(() => freeBytes(folder)) < bytes + roomBesides) throw new Refusal('medium_full');
}
