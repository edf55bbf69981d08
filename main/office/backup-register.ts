import { dirname } from 'node:path';
import type { CopyEnding } from '../../shared/domain/office/known-copy.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import type { FinishedBackup } from '../storage/backup.ts';
import { backupLayout, findBackups, manifestIsSigned } from '../storage/backup-manifest.ts';
import { removeBackup } from '../storage/backup-removal.ts';
import { onMedium } from '../storage/copy-medium.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { changeEpoch } from '../storage/epoch-change.ts';
import { exists } from '../storage/office-folder.ts';
import { keyIdOf } from '../storage/sealed-payload.ts';
import type { DataKeys } from '../storage/vault.ts';
import { readPlan } from './backup-plan.ts';
import {
  type CopyRecord,
  type CopyRegistrar,
  checkMayEnd,
  endCopy,
  readCopySecrets,
  registerKnownCopy,
} from './known-copy.ts';
import type { CopyKeeper } from './vault-medium.ts';

/** A power cut between the last rename and the register leaves a whole backup that nobody knows of: it is entered now. */
export function adoptUnregistered(context: CopyKeeper, folder: string): void {
  const { storage, database } = context;
  const { root } = backupLayout(folder, storage.marker.officeId);
  const unknown = onMedium(() => (exists(root) ? findBackups(root) : [])).flatMap(({ manifest, path }) =>
    manifest !== undefined &&
    manifestIsSigned(manifest, storage.officePublicKey) &&
    isBackupKey(storage, manifest.keyId) &&
    database.value('SELECT 1 FROM backups WHERE backup_id = ?', [manifest.backupId]) === undefined
      ? [{ manifest, path }]
      : [],
  );
  for (const { manifest, path } of unknown) {
    database.transaction(() => {
      const copyId = context.newId();
      const reference = registerBackup(context, { copyId, path, manifest });
      appendAuditEntry(database, context.clock, {
        code: 'office.backup_made',
        actor: null,
        about: { copyId, reference, records: countOf(manifest.rows), epoch: manifest.epoch },
      });
    });
  }
}

/**
 * Whether a key is there and is no other thing's. A backup that is ended takes its key with it: one that named a person's, or the
 * office's own, would destroy them.
 */
export function isBackupKey(
  { database, vault }: { database: ReadDatabase; vault: DataKeys },
  keyId: string,
): boolean {
  if (!vault.hasDataKey(keyId)) return false;
  const isTaken = database.value(
    `SELECT 1 FROM people WHERE data_key_id = :keyId
     UNION ALL SELECT 1 FROM office WHERE notes_key_id = :keyId
     UNION ALL SELECT 1 FROM execution_people WHERE new_key_id = :keyId
     UNION ALL SELECT 1 FROM backups WHERE key_id = :keyId LIMIT 1`,
    { keyId },
  );
  if (isTaken !== undefined) return false;
  const staff = database.all<{ sealed: Uint8Array }>('SELECT sealed FROM users');
  return staff.every(({ sealed }) => keyIdOf(sealed) !== keyId);
}

/** Enters a backup that stands on a medium. Must be called in a transaction. */
export function registerBackup(
  context: CopyRegistrar,
  { copyId, path, manifest }: { copyId: string; path: string; manifest: FinishedBackup['manifest'] },
): string {
  const reference = registerKnownCopy(context, {
    copyId,
    kind: 'backup',
    scope: 'all',
    where: path,
    epoch: manifest.epoch,
  });
  context.database.run(
    'INSERT INTO backups (copy_id, backup_id, key_id, made_at, records, attachments, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [
      copyId,
      manifest.backupId,
      manifest.keyId,
      manifest.madeAt,
      countOf(manifest.rows),
      manifest.attachments.length,
      manifest.attachments.reduce((sum, file) => sum + file.bytes, manifest.records.bytes),
    ],
  );
  return reference;
}

export function countOf(rows: Readonly<Record<string, number>>): number {
  return (rows.people ?? 0) + (rows.consents ?? 0) + (rows.record_units ?? 0);
}

/** Keeps the last backups of the plan's folder. */
export function removeSuperseded(context: CopyKeeper, path: string): number {
  const plan = readPlan(context.database, context.vault);
  if (plan === null) return 0;
  const inFolder = openBackups(context).filter((backup) => dirname(backup.path) === dirname(path));
  const superseded = inFolder.slice(plan.keepLast);
  if (superseded.length > 0) endBackups(context, superseded, 'destroyed');
  return superseded.length;
}

interface OpenBackup {
  readonly copy: CopyRecord;
  readonly path: string;
  readonly keyId: string;
}

/** Newest first. */
function openBackups({ database, vault }: CopyKeeper): OpenBackup[] {
  return database
    .all<CopyRecord & { key_id: string }>(
      `SELECT c.id, c.number, c.kind, c.scope, c.since, c.epoch, c.how, c.sealed, b.key_id
       FROM known_copies c JOIN backups b ON b.copy_id = c.id WHERE c.how IS NULL ORDER BY b.made_at DESC, c.number DESC`,
    )
    .map((row) => ({
      copy: row,
      path: readCopySecrets(vault, row.id, row.sealed).where,
      keyId: row.key_id,
    }));
}

/**
 * Ends backups: their keys are destroyed first, which makes them noise wherever they are; then their files go, if the medium is
 * there. Answers whether all files went.
 */
export function endBackups(context: CopyKeeper, backups: readonly OpenBackup[], how: CopyEnding): boolean {
  for (const { copy } of backups) checkMayEnd(copy, how);
  const { storage, database } = context;
  changeEpoch(storage, { dropKeyIds: backups.map(({ keyId }) => keyId) });
  const removed = backups.map(({ path }) => {
    try {
      return removeBackup(path);
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  });
  database.transaction(() => {
    for (const { copy } of backups) endCopy(context, copy, how);
  });
  return !removed.includes(false);
}

/** One backup for `endBackups`. */
export function backupOf(context: CopyKeeper, copy: CopyRecord): OpenBackup {
  const keyId = context.database.value<string>('SELECT key_id FROM backups WHERE copy_id = ?', [copy.id]);
  if (keyId === undefined) throw new Refusal('not_found');
  return { copy, keyId, path: readCopySecrets(context.vault, copy.id, copy.sealed).where };
}
