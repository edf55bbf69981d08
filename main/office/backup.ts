import { basename, dirname } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { BackupRow, VaultCopyRow } from '../../shared/contract/office-copies.ts';
import { type CopyEnding, copyReference } from '../../shared/domain/office/known-copy.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers, ReadContext } from '../context.ts';
import { destructionRegister } from '../destruction/destruction-register.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import {
  checkBackup,
  type FinishedBackup,
  type LongWork,
  makeBackup,
  removeBackup,
} from '../storage/backup.ts';
import { backupLayout, findBackups, manifestIsSigned } from '../storage/backup-manifest.ts';
import { isOnSameDisk, onMedium, requireMediumFolder } from '../storage/copy-medium.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import type { WorkAside } from '../storage/database-rewrite.ts';
import { changeEpoch } from '../storage/epoch-change.ts';
import { exists } from '../storage/office-folder.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import { keyIdOf } from '../storage/sealed-payload.ts';
import type { DataKeys } from '../storage/vault.ts';
import { holdsKeys, vaultCopyIsPresent } from '../storage/vault-copy.ts';
import {
  type CopyRecord,
  type CopyRegistrar,
  checkMayEnd,
  endCopy,
  readCopy,
  readCopySecrets,
  registerKnownCopy,
} from './known-copy.ts';
import { type CopyKeeper, refreshPresentMedia } from './vault-medium.ts';

export interface BackupPlanRecord {
  readonly folder: string;
  readonly everyHours: number;
  readonly keepLast: number;
  readonly nextDueAt: string;
  readonly lastAttemptAt: string | null;
  readonly lastFailure: string | null;
}

const planSecrets = z.strictObject({ folder: z.string() });
const placeOfPlan = { table: 'backup_plan', column: 'sealed', rowId: '1' };

export function readPlan(database: ReadDatabase, vault: DataKeys): BackupPlanRecord | null {
  const row = database.get<{
    every_hours: number;
    keep_last: number;
    sealed: Uint8Array;
    next_due_at: string;
    last_attempt_at: string | null;
    last_failure: string | null;
  }>('SELECT every_hours, keep_last, sealed, next_due_at, last_attempt_at, last_failure FROM backup_plan');
  if (row === undefined) return null;
  return {
    folder: openJson(vault, placeOfPlan, row.sealed, planSecrets).folder,
    everyHours: row.every_hours,
    keepLast: row.keep_last,
    nextDueAt: row.next_due_at,
    lastAttemptAt: row.last_attempt_at,
    lastFailure: row.last_failure,
  };
}

/** After an attempt: when the next is due, and why this one failed, if it did. */
export function notePlanAttempt(
  database: Database,
  now: Temporal.Instant,
  nextInHours: number,
  failure: string | null,
): void {
  database.run('UPDATE backup_plan SET next_due_at = ?, last_attempt_at = ?, last_failure = ?', [
    instantText(now.add({ hours: nextInHours })),
    instantText(now),
    failure,
  ]);
}

export interface PerformedBackup {
  readonly copyId: string;
  readonly reference: string;
  readonly made: FinishedBackup;
  /** People, consents and units, as people count them. */
  readonly records: number;
  readonly removed: number;
}

/**
 * Makes a backup, enters it in the register, removes what the plan no longer keeps in that folder, and brings the copies of
 * the keys that are there up to date: without this backup's key on one of them it could not be restored.
 */
export async function performBackup(
  context: CopyKeeper & LongWork & WorkAside & { requireNobodyAside(): void },
  folder: string,
): Promise<PerformedBackup> {
  const { storage, database, clock } = context;
  context.requireNobodyAside();
  if (onMedium(() => exists(folder) && holdsKeys(folder)))
    throw new Refusal('copies_in_one_folder', { field: 'folder' });
  adoptUnregistered(context, folder);
  const copyId = context.newId();
  const madeAt = instantText(clock.now());
  const keyId = storage.vault.addDataKey();
  const made = await makeBackup(storage, {
    folder,
    backupId: context.newId(),
    madeAt,
    keyId,
    register: destructionRegister(storage, clock),
    progress: context.progress,
    safePoint: context.safePoint,
    aside: context.aside,
  });
  const records = countOf(made.manifest.rows);
  const reference = database.transaction(() => {
    const given = registerBackup(context, { copyId, path: made.path, manifest: made.manifest });
    appendAuditEntry(database, clock, {
      code: 'office.backup_made',
      actor: context.actor,
      about: {
        copyId,
        reference: given,
        records,
        attachments: made.manifest.attachments.length,
        epoch: storage.epoch,
      },
    });
    return given;
  });
  const removed = removeSuperseded(context, made.path);
  refreshPresentMedia(context);
  return { copyId, reference, made, records, removed };
}

/** A power cut between the last rename and the register leaves a whole backup that nobody knows of: it is entered now. */
function adoptUnregistered(context: CopyKeeper, folder: string): void {
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
function removeSuperseded(context: CopyKeeper, path: string): number {
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

export const backupHandlers: Pick<
  Handlers<'office'>,
  | 'office.listBackups'
  | 'office.backUp'
  | 'office.setBackupPlan'
  | 'office.endBackupPlan'
  | 'office.checkBackup'
> = {
  'office.listBackups': (context) => {
    const { storage } = context.session.requireOpen();
    return {
      plan: readPlan(context.database, context.vault),
      backups: listBackups(context),
      vaultCopies: listVaultCopies(context, storage.marker.officeId),
      epoch: storage.epoch,
    };
  },

  'office.backUp': async (context, { folder }) => {
    const done = await performBackup(context, folder);
    const { manifest, attachmentsCopied, bytes, path } = done.made;
    return {
      copyId: done.copyId,
      reference: done.reference,
      records: done.records,
      attachments: manifest.attachments.length,
      attachmentsCopied,
      bytes,
      removed: done.removed,
      onSameDisk: isOnSameDisk(path, context.storage.folder),
    };
  },

  'office.setBackupPlan': (context, { folder, everyHours, keepLast }) => {
    const { database, vault, office, clock, storage } = context;
    const real = requireMediumFolder(folder, storage.folder);
    if (onMedium(() => holdsKeys(real))) throw new Refusal('copies_in_one_folder', { field: 'folder' });
    // The first one at the next tick: a plan that begins tomorrow protects nothing today.
    const nextDueAt = instantText(clock.now());
    const sealed = sealJson(vault, office.notesKeyId, placeOfPlan, { folder: real });
    database.transaction(() => {
      database.run(
        `INSERT INTO backup_plan (id, every_hours, keep_last, sealed, next_due_at) VALUES (1, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET every_hours = excluded.every_hours, keep_last = excluded.keep_last,
           sealed = excluded.sealed, next_due_at = excluded.next_due_at, last_failure = NULL`,
        [everyHours, keepLast, sealed, nextDueAt],
      );
      context.audit('office.backup_plan_set', { everyHours, keepLast });
    });
    return { nextDueAt };
  },

  'office.endBackupPlan': ({ database, audit }) => {
    if (database.run('DELETE FROM backup_plan').changes === 0) throw new Refusal('not_found');
    audit('office.backup_plan_ended', {});
    return {};
  },

  'office.checkBackup': async (context, { copyId }) => {
    const copy = readCopy(context.database, copyId);
    if (copy.kind !== 'backup' || copy.how !== null) throw new Refusal('not_found');
    const { where } = readCopySecrets(context.vault, copyId, copy.sealed);
    if (!onMedium(() => exists(dirname(where)))) throw new Refusal('medium_unreachable');
    if (!onMedium(() => exists(where))) throw new Refusal('backup_missing');
    context.requireNobodyAside();
    const { storage, vault } = context;
    const found = await context.aside((goOn) => {
      const safePoint = async () => {
        goOn();
        await context.safePoint();
      };
      return checkBackup(
        where,
        { vault, officePublicKey: storage.officePublicKey },
        { ...context, safePoint },
      );
    });
    const damaged = found ?? null;
    const result = damaged === null ? ('pass' as const) : ('fail' as const);
    context.database.transaction(() =>
      context.audit('office.backup_checked', { copyId, reference: copyReference(copy.number), result }),
    );
    return { result, damaged };
  },
};

function listBackups({ database, vault }: ReadContext): BackupRow[] {
  return database
    .all<
      { id: string; number: number; sealed: Uint8Array; made_at: string } & Pick<
        BackupRow,
        'records' | 'attachments' | 'bytes' | 'openableWith'
      >
    >(
      `SELECT c.id, c.number, c.sealed, b.made_at, b.records, b.attachments, b.bytes,
         (SELECT count(*) FROM vault_copies v JOIN known_copies k ON k.id = v.copy_id
          WHERE k.how IS NULL AND v.written_at >= b.made_at) AS openableWith
       FROM known_copies c JOIN backups b ON b.copy_id = c.id WHERE c.how IS NULL ORDER BY b.made_at DESC, c.number DESC`,
    )
    .map((row) => ({
      copyId: row.id,
      reference: copyReference(row.number),
      madeAt: row.made_at,
      where: chosenFolderOf(readCopySecrets(vault, row.id, row.sealed).where),
      records: row.records,
      attachments: row.attachments,
      bytes: row.bytes,
      openableWith: row.openableWith,
    }));
}

/** The folder a person chose, without what the application made in it. */
export function chosenFolderOf(path: string): string {
  const root = dirname(path);
  return basename(root).startsWith('ashbook-') ? dirname(root) : root;
}

function listVaultCopies({ database, vault }: ReadContext, officeId: string): VaultCopyRow[] {
  return database
    .all<{
      id: string;
      number: number;
      epoch: number;
      how: CopyEnding | null;
      sealed: Uint8Array;
      written_at: string;
      destructions: number;
    }>(
      `SELECT c.id, c.number, c.epoch, c.how, c.sealed, v.written_at,
         (SELECT count(*) FROM executions e WHERE e.step = 'finished' AND e.epoch_after > c.epoch)
           + (SELECT count(*) FROM restored_destructions r WHERE r.epoch > c.epoch) AS destructions
       FROM known_copies c JOIN vault_copies v ON v.copy_id = c.id
       WHERE c.how IS NULL OR c.how = 'lost' ORDER BY c.number`,
    )
    .map((row) => {
      const { where, note } = readCopySecrets(vault, row.id, row.sealed);
      return {
        copyId: row.id,
        reference: copyReference(row.number),
        name: note,
        where,
        epoch: row.epoch,
        writtenAt: row.written_at,
        present: vaultCopyIsPresent(where, officeId, row.id),
        lost: row.how === 'lost',
        destructionsSince: row.destructions,
      };
    });
}
