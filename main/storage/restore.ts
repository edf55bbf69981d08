import { join } from 'node:path';
import { Refusal } from '../../shared/domain/refusal.ts';
import { type LongWork, sameRows } from './backup-check.ts';
import { type BackupManifest, recordsName } from './backup-manifest.ts';
import { copyFileDurably, type FileDigest, freeBytes, makeFolders, onMedium } from './copy-medium.ts';
import { copySecret, keyBytes, randomBytes, signEd25519, zero } from './cryptography.ts';
import { countRowsOf, type EncryptedDatabase, openDatabase } from './database.ts';
import { makeFolderDurably, overwriteAndUnlink, unlinkDurably } from './durable-file.ts';
import { refusalFromSystemError, refusing } from './folder-refusal.ts';
import { type Migration, migrate } from './migrate.ts';
import { migrations as releaseMigrations } from './migrations/index.ts';
import { exists, inspectFolder, listFolder, officeLayout, readMarker, writeMarker } from './office-folder.ts';
import { acquireOfficeLock } from './office-lock.ts';
import { writeVaultState } from './opened-office.ts';
import { holderIds, readHolderFile, writeHolderFile } from './password-holder.ts';
import type { OpenedKeys } from './restore-keys.ts';
import { createRootFile, makeRootSlot } from './root-slots.ts';
import { type DataKeys, type KeyId, Vault } from './vault.ts';
import type { HolderEntry } from './vault-content.ts';

/** The records of a restored office, before anybody can sign in. */
export interface RestoredRecords {
  readonly database: EncryptedDatabase;
  /** The keys as the source has them; those added here are in the restored vault. */
  readonly keys: DataKeys;
  /** The epoch the restored office begins with: above every one known. */
  readonly epoch: number;
  /** Ed25519 of the office. */
  signAsOffice(message: Uint8Array): Buffer;
}

/** What re-applying the destructions asks of the vault and the folder. */
export interface Reapplied {
  readonly dropKeyIds: ReadonlySet<KeyId>;
  /** Ids of attachments that no record names any more. */
  readonly dropAttachments: ReadonlySet<string>;
  /** Who may go on opening the office: holders whom the restored records do not know are left out. */
  readonly holders: readonly HolderEntry[];
}

export interface RestoreRequest extends LongWork {
  /** Where the office is to be; empty, or not there yet in a folder that is. */
  readonly folder: string;
  /** The backup's own folder. */
  readonly backupPath: string;
  readonly manifest: BackupManifest;
  readonly keys: OpenedKeys;
  /**
   * Whether attached files of the backup that are missing or damaged are left out, instead of the whole being refused. Their
   * records come back, and say that the file is not there.
   */
  readonly leaveOutDamaged: boolean;
  /** The highest epoch that any register, copy or backup knows of. */
  readonly highestEpoch: number;
  /** Destroys again what was destroyed. In one transaction, in which the audit entry is written too. */
  readonly reapply: (records: RestoredRecords) => Reapplied;
  readonly migrations?: readonly Migration[];
}

const roomBesides = 64 * 1024 * 1024;

/**
 * Builds an office from a backup and its keys. Until the very last write the folder counts as empty: interrupted at any
 * moment, the next attempt clears it and begins again, and nobody can sign in to half an office.
 *
 * Everything read from the backup is compared with the manifest's digests while it is copied, and the database is opened,
 * checked page by page and counted. Then what was destroyed since is destroyed again, under a new epoch and a new database
 * key: neither the backup's key nor the keys' source opens the restored office.
 * @throws Refusal folder_has_office, restore_offices_differ, restore_keys_older, restore_backup_destroyed,
 *   backup_damaged, folder_full, medium_unreachable, cancelled. Whatever it throws, the folder is empty again.
 */
export async function restoreOffice(
  request: RestoreRequest,
): Promise<{ epoch: number; attachmentsLeftOut: number }> {
  const { folder, manifest, keys } = request;
  const { source, vault } = keys;
  checkThatTheyBelongTogether(manifest, keys);
  if (inspectFolder(folder).state === 'office') throw new Refusal('folder_has_office');
  const layout = officeLayout(folder);
  makeFolderDurably(folder, 'restore');
  const lock = refusing(() => acquireOfficeLock(layout.lock));
  let database: EncryptedDatabase | undefined;
  let restored: Vault | undefined;
  const databaseKey = randomBytes(keyBytes);
  try {
    clearUnfinished(folder);
    requireRoom(folder, manifest);
    writeMarker(folder, { ...source.marker, complete: false });
    const attachmentsLeftOut = await copyBackup(request);

    request.progress('open_records', 0, 1);
    database = openBackupRecords(request);
    await request.safePoint();
    // From here on it takes a moment, and is not cancelled any more.
    const epoch = Math.max(request.highestEpoch, source.epoch, manifest.epoch) + 1;
    request.progress('destroy_again', 0, 1);
    const asked = reapplyIn(database, request, epoch);
    removeAttachments(folder, asked.dropAttachments);
    database.compact();

    restored = makeVault(folder, keys, epoch, asked, databaseKey);
    copyHolders(folder, source.path, asked.holders);
    const slot = makeRootSlot(source.marker.officeId, 1, epoch, restored.epochKey, asked.holders);
    restored.write();
    createRootFile(layout.rootSlot, slot);
    request.progress('rekey_records', 0, 1);
    database.rekey(databaseKey);
    const written = restored;
    const opened = database;
    opened.transaction(() => writeVaultState(opened, written));
    if (!opened.checkpoint()) throw new Refusal('folder_in_use');
    opened.close();
    database = undefined;
    // From here on it is an office.
    writeMarker(folder, { ...source.marker, complete: true });
    request.progress('rekey_records', 1, 1);
    return { epoch, attachmentsLeftOut };
  } catch (error) {
    database?.close();
    database = undefined;
    leaveNothing(folder);
    throw refusalFromSystemError(error) ?? error;
  } finally {
    zero(databaseKey);
    restored?.close();
    vault.discardStaged();
    lock.release();
  }
}

function checkThatTheyBelongTogether(manifest: BackupManifest, { source, vault }: OpenedKeys): void {
  if (manifest.officeId !== source.marker.officeId) throw new Refusal('restore_offices_differ');
  if (vault.hasDataKey(manifest.keyId)) return;
  // A later epoch without the key: it was destroyed. Otherwise the keys were copied before the backup was made.
  const isLater = source.epoch > manifest.epoch;
  throw new Refusal(isLater ? 'restore_backup_destroyed' : 'restore_keys_older');
}

function requireRoom(folder: string, manifest: BackupManifest): void {
  const attachments = manifest.attachments.reduce((sum, file) => sum + file.bytes, 0);
  // The database is written once, re-keyed through its log, and compacted.
  const needed = attachments + manifest.records.bytes * 3 + roomBesides;
  const free = refusing(() => freeBytes(folder));
  if (free >= needed) return;
  const megabytes = (bytes: number) => Math.ceil(bytes / (1024 * 1024));
  throw new Refusal('folder_full', { freeMegabytes: megabytes(free), neededMegabytes: megabytes(needed) });
}

/** Cancelled or refused: what was copied is of no use. What cannot be removed now is removed by the next attempt. */
function leaveNothing(folder: string): void {
  try {
    const hasMarker = exists(officeLayout(folder).marker);
    if (!hasMarker || !readMarker(folder).complete) clearUnfinished(folder);
  } catch {
    // The error that led here is the one to report.
  }
}

/** What an interrupted restore or creation left; `inspectFolder` has made sure that nothing else is there. */
function clearUnfinished(folder: string): void {
  const files = listFolder(folder).filter((file) => file.role !== 'lock');
  // The marker last, as it is what tells the rest from somebody else's files.
  files.sort((one, other) => Number(one.role === 'marker') - Number(other.role === 'marker'));
  for (const file of files) {
    refusing(() => unlinkDurably(join(folder, file.relativePath), 'restore'));
  }
}

/** @returns how many attached files were left out. */
async function copyBackup(request: RestoreRequest): Promise<number> {
  const { folder, backupPath, manifest } = request;
  const layout = officeLayout(folder);
  const total = manifest.records.bytes;
  await copyChecked(join(backupPath, recordsName), layout.records, manifest.records, 'records', (done) => {
    request.progress('copy_records', done, total);
    return request.safePoint();
  });
  if (manifest.attachments.length > 0) makeFolders(layout.attachments, 'restore');
  let leftOut = 0;
  for (const [done, entry] of manifest.attachments.entries()) {
    const from = join(backupPath, '..', 'attachments', entry.sha256);
    const target = join(layout.attachments, entry.id);
    try {
      await copyChecked(from, target, entry, 'attachment', () => request.safePoint());
    } catch (error) {
      const isDamaged = error instanceof Refusal && error.code === 'backup_damaged';
      if (!isDamaged || !request.leaveOutDamaged) throw error;
      if (exists(target)) refusing(() => unlinkDurably(target, 'restore'));
      leftOut += 1;
    }
    request.progress('copy_attachments', done + 1, manifest.attachments.length);
  }
  return leftOut;
}

async function copyChecked(
  from: string,
  target: string,
  expected: FileDigest,
  part: 'records' | 'attachment',
  step: (done: number) => Promise<void>,
): Promise<void> {
  if (!onMedium(() => exists(from))) throw new Refusal('backup_damaged', { part });
  const found = await copyFileDurably(from, target, { role: `restore_${part}`, step });
  if (found.bytes !== expected.bytes || found.sha256 !== expected.sha256)
    throw new Refusal('backup_damaged', { part });
}

/** The copied database, opened with the backup's key, checked and brought to this release. */
function openBackupRecords(request: RestoreRequest): EncryptedDatabase {
  const { folder, manifest, keys } = request;
  const layout = officeLayout(folder);
  const key = keys.vault.withDataKey(manifest.keyId, (view) => copySecret(view));
  let database: EncryptedDatabase | undefined;
  try {
    database = openDatabase(layout.records, key, manifest.cipher);
    const opened = database;
    const rows = countRowsOf((sql) => opened.all(sql));
    if (opened.integrityComplaints().length > 0 || !sameRows(rows, manifest.rows))
      throw new Refusal('backup_damaged', { part: 'records' });
    migrate(opened, key, request.migrations ?? releaseMigrations, layout.recordsCopy);
    return opened;
  } catch (error) {
    database?.close();
    if (error instanceof Refusal && error.code === 'folder_damaged')
      throw new Refusal('backup_damaged', { part: 'records' });
    throw error;
  } finally {
    zero(key);
  }
}

function reapplyIn(database: EncryptedDatabase, request: RestoreRequest, epoch: number): Reapplied {
  const { vault } = request.keys;
  const keys: DataKeys = {
    addDataKey: () => {
      const [keyId] = vault.stageDataKeys(1);
      if (keyId === undefined) throw new Error('no key was made');
      return keyId;
    },
    addDataKeys: (count) => vault.stageDataKeys(count),
    hasDataKey: (keyId) => vault.hasDataKey(keyId),
    withDataKey: (keyId, use) => vault.withDataKey(keyId, use),
  };
  const seed = vault.content.secrets.get('officeSigningSeed');
  if (seed === undefined) throw new Error('a vault without the signing key of its office');
  const signAsOffice = (message: Uint8Array) => signEd25519(seed, message);
  return database.transaction(() => request.reapply({ database, keys, epoch, signAsOffice }));
}

/** The keys of the source without those destroyed, with new keys for database and index. */
function makeVault(
  folder: string,
  keys: OpenedKeys,
  epoch: number,
  asked: Reapplied,
  databaseKey: Uint8Array,
): Vault {
  const content = keys.vault.contentWithout(asked.dropKeyIds);
  const { secrets } = content;
  zero(secrets.get('databaseKey'), secrets.get('databaseKeyNext'), secrets.get('indexKey'));
  secrets.delete('databaseKeyNext');
  secrets.set('databaseKey', copySecret(databaseKey));
  secrets.set('indexKey', randomBytes(keyBytes));
  content.holders = asked.holders;
  return Vault.make(folder, keys.source.marker.officeId, epoch, content);
}

function copyHolders(folder: string, from: string, holders: readonly HolderEntry[]): void {
  makeFolderDurably(officeLayout(folder).holders, 'restore');
  for (const holderId of onMedium(() => holderIds(from))) {
    if (!holders.some((entry) => entry.holderId === holderId)) continue;
    writeHolderFile(folder, readHolderFile(from, holderId));
  }
}

function removeAttachments(folder: string, ids: ReadonlySet<string>): void {
  const { attachments } = officeLayout(folder);
  for (const id of ids) {
    const path = join(attachments, id);
    if (exists(path)) refusing(() => overwriteAndUnlink(path, 'attachment'));
  }
}
