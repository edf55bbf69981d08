import { dirname } from 'node:path';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { DeskContext, Handlers } from '../context.ts';
import { readDestructionRegister } from '../destruction/destruction-register.ts';
import { type ReapplicationOutcome, reapplyDestructions } from '../destruction/reapplication.ts';
import { endOpenSchedules } from '../destruction/schedule.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import {
  type BackupManifest,
  type FoundBackup,
  findBackups,
  manifestIsSigned,
  readManifest,
} from '../storage/backup-manifest.ts';
import { countRowsOf, type Database } from '../storage/database.ts';
import { type Reapplied, type RestoredRecords, restoreOffice } from '../storage/restore.ts';
import {
  findKeySource,
  type KeySource,
  type OpenedKeys,
  openKeysWithPassword,
} from '../storage/restore-keys.ts';
import {
  joinRegisters,
  type RegisterContent,
  registerIsSigned,
  type SignedRegister,
} from '../storage/restore-register.ts';
import { openRecords } from '../storage/unfinished-work.ts';
import type { HolderEntry } from '../storage/vault.ts';
import { countOf, isBackupKey, registerBackup } from './backup-register.ts';
import { type CopyRegistrar, registerKnownCopy } from './known-copy.ts';

export const restoreHandlers: Pick<
  Handlers<'office'>,
  'office.inspectRestore' | 'office.restore' | 'office.setAside'
> = {
  'office.setAside': async (context) => {
    await context.stopAside();
    const moved = context.session.setAside();
    return { ...moved, status: context.session.status() };
  },

  'office.inspectRestore': (context, { backupFolder, keysFolder }) => {
    requireNoOffice(context);
    const found = findBackups(backupFolder);
    const source = findKeySource(keysFolder);
    const ofOffice = found.flatMap(({ manifest, path, name }) =>
      manifest?.officeId === source.marker.officeId ? [{ manifest, path, name }] : [],
    );
    if (found.length === 0) throw new Refusal('backup_missing', { field: 'backupFolder' });
    const isWhole = found.some(({ manifest }) => manifest !== undefined);
    if (isWhole && ofOffice.length === 0) throw new Refusal('restore_offices_differ');
    return {
      backups: ofOffice.map(({ manifest, path, name }) => ({
        name,
        path,
        madeAt: manifest.madeAt,
        epoch: manifest.epoch,
        records: countOf(manifest.rows),
        attachments: manifest.attachments.length,
        bytes: manifest.attachments.reduce((sum, file) => sum + file.bytes, manifest.records.bytes),
      })),
      damaged: found.filter(({ manifest }) => manifest === undefined).map(({ name }) => name),
      keys: { kind: source.kind, epoch: source.epoch, writtenAt: source.writtenAt ?? null },
    };
  },

  'office.restore': async (context, { signInName, password, ...chosen }) => {
    requireNoOffice(context);
    const source = findKeySource(chosen.keysFolder);
    const manifest = readManifest(chosen.backupPath);
    context.progress('open_keys', 0, 1);
    const keys = await openKeysWithPassword(source, signInName, password);
    try {
      const report = await restoreWithKeys(context, { ...chosen, manifest, keys });
      return { report, status: context.session.status() };
    } finally {
      keys.vault.close();
    }
  },
};

function requireNoOffice({ session }: DeskContext): void {
  if (session.hasOffice) throw new Refusal('office_exists');
}

interface RestoreInput {
  readonly backupPath: string;
  readonly keysFolder: string;
  /** See `RestoreRequest`. */
  readonly leaveOutDamaged: boolean;
  readonly manifest: BackupManifest;
  readonly keys: OpenedKeys;
}

/** Restores with keys that somebody has opened, whichever way: a password, or a recovery kit. */
export async function restoreWithKeys(context: DeskContext, input: RestoreInput) {
  const { manifest, keys, backupPath } = input;
  const isOurs = (found: BackupManifest) =>
    found.officeId === manifest.officeId && manifestIsSigned(found, keys.officePublicKey);
  // What it holds, and which key opens it, is believed to nobody but the office.
  if (manifest.officeId === keys.source.marker.officeId && !isOurs(manifest))
    throw new Refusal('backup_damaged', { part: 'manifest' });
  const siblings = findBackups(dirname(backupPath)).filter(
    (found) => found.manifest !== undefined && isOurs(found.manifest),
  );
  const registers = registersAtHand(input, siblings);
  const joined = joinRegisters(registers);
  let outcome: ReapplicationOutcome | undefined;
  let usersLeftOut = 0;
  let records = 0;
  const { epoch, attachmentsLeftOut } = await restoreOffice({
    folder: context.session.folder,
    backupPath,
    manifest,
    keys,
    leaveOutDamaged: input.leaveOutDamaged,
    highestEpoch: joined.epoch,
    progress: context.progress,
    safePoint: context.safePoint,
    reapply: (restored) => {
      const holders = admit(restored.database, keys);
      usersLeftOut = passwordsIn(keys.vault.content.holders) - passwordsIn(holders);
      outcome = reapplyDestructions(restored.database, restored.keys, joined);
      // Whether it was withdrawn since the backup, nobody here can know.
      endOpenSchedules(restored.database, context.clock, 'restored');
      enterCopies(context, restored, input, siblings);
      enterRestore(context, restored, input, outcome);
      records = countOf(Object.fromEntries(countRowsOf((sql) => restored.database.all(sql))));
      const dropAttachments = unnamedAttachments(restored.database, manifest);
      return { dropKeyIds: outcome.dropKeyIds, dropAttachments, holders } satisfies Reapplied;
    },
  });
  if (outcome === undefined) throw new Error('a restore that re-applied nothing');
  return {
    backupMadeAt: manifest.madeAt,
    epoch,
    records,
    attachments: manifest.attachments.length - attachmentsLeftOut,
    attachmentsLeftOut,
    destroyedAgain: { orders: outcome.orders, units: outcome.units, people: outcome.people },
    unreadablePeople: outcome.unreadablePeople,
    usersLeftOut,
  };
}

/**
 * Every register within reach that this office signed: the keys', the backup's own and those of the backups beside it, and, where
 * the keys come from an office's folder, what its records still tell.
 */
function registersAtHand(input: RestoreInput, siblings: readonly FoundBackup[]): RegisterContent[] {
  const { manifest, keys } = input;
  const isOurs = (register: SignedRegister | undefined) =>
    register !== undefined &&
    register.content.officeId === manifest.officeId &&
    registerIsSigned(register, keys.officePublicKey);
  return [manifest.register, keys.source.register, ...siblings.map((found) => found.manifest?.register)]
    .filter((register) => register !== undefined)
    .filter(isOurs)
    .map((register) => register.content)
    .concat(formerRecords(keys));
}

/** Of an office's folder whose records can still be opened: what they say was destroyed. */
function formerRecords({ source, vault }: OpenedKeys): RegisterContent[] {
  if (source.kind !== 'office_folder') return [];
  let database: ReturnType<typeof openRecords> | undefined;
  try {
    database = openRecords(source.path, source.marker, vault);
    const facts = {
      officeId: source.marker.officeId,
      epoch: source.epoch,
      writtenAt: source.marker.createdAt,
    };
    return [readDestructionRegister(database, facts)];
  } catch {
    // That they cannot be opened is why there is a restore. The keys that are gone from the vault speak for themselves.
    return [];
  } finally {
    database?.close();
  }
}

function passwordsIn(holders: readonly HolderEntry[]): number {
  return holders.filter(({ kind }) => kind === 'password').length;
}

/**
 * Who goes on opening the office: everybody the restored records know, and the holders that are nobody (a recovery kit). That
 * somebody has other keys than the records say is settled when the office is first opened.
 * @throws Refusal restore_user_unknown where the person restoring was added after the backup was made.
 */
function admit(database: Database, keys: OpenedKeys): HolderEntry[] {
  const isKnown = (holderId: string) =>
    database.value('SELECT 1 FROM users WHERE id = ? AND removed_at IS NULL', [holderId]) !== undefined;
  const holders = keys.vault.content.holders.filter(
    // The keystore is another computer's.
    ({ kind, holderId }) => kind === 'recovery_kit' || (kind === 'password' && isKnown(holderId)),
  );
  if (!holders.some((entry) => entry.holderId === keys.holderId)) throw new Refusal('restore_user_unknown');
  return holders;
}

/** What the records cannot know of, because it came about after the backup: that backup, those beside it, the copy of the keys. */
function enterCopies(
  context: DeskContext,
  { database, keys: dataKeys }: RestoredRecords,
  { keys, keysFolder }: RestoreInput,
  siblings: readonly FoundBackup[],
): void {
  const office = database.get<CopyRegistrar['office']>(
    'SELECT id, time_zone AS timeZone, notes_key_id AS notesKeyId FROM office',
  );
  if (office === undefined) throw new Error('an office without its row');
  const registrar: CopyRegistrar = {
    database,
    vault: dataKeys,
    clock: context.clock,
    office,
    actor: null,
    newId: context.newId,
  };
  for (const { manifest, path } of [...siblings].reverse()) {
    if (manifest === undefined) continue;
    const known = database.value('SELECT 1 FROM backups WHERE backup_id = ?', [manifest.backupId]);
    if (known === undefined && isBackupKey({ database, vault: dataKeys }, manifest.keyId))
      registerBackup(registrar, { copyId: context.newId(), path, manifest });
  }
  enterKeys(registrar, keys.source, keysFolder);
}

/** The keys that the office was restored with are a copy of an older epoch from now on. */
function enterKeys(registrar: CopyRegistrar, source: KeySource, keysFolder: string): void {
  const { database, clock } = registrar;
  const copyId = source.copyId ?? registrar.newId();
  const writtenAt = source.writtenAt ?? instantText(clock.now());
  const known = database.value('SELECT 1 FROM known_copies WHERE id = ?', [copyId]);
  if (known === undefined) {
    registerKnownCopy(registrar, {
      copyId,
      kind: 'vault_copy',
      scope: 'all',
      where: keysFolder,
      epoch: source.epoch,
    });
  } else {
    database.run(
      'UPDATE known_copies SET epoch = ?, how = NULL, ended_at = NULL, ended_by = NULL WHERE id = ?',
      [source.epoch, copyId],
    );
  }
  database.run(
    `INSERT INTO vault_copies (copy_id, written_at) VALUES (?, ?)
     ON CONFLICT (copy_id) DO UPDATE SET written_at = excluded.written_at`,
    [copyId, writtenAt],
  );
}

/** Files of the backup that no record names any more: they went with what was destroyed again. */
function unnamedAttachments(database: Database, manifest: BackupManifest): Set<string> {
  const isNamed = ({ id }: { id: string }) =>
    database.value('SELECT 1 FROM attachments WHERE id = ?', [id]) !== undefined;
  return new Set(manifest.attachments.filter((entry) => !isNamed(entry)).map(({ id }) => id));
}

function enterRestore(
  context: DeskContext,
  { database, epoch }: RestoredRecords,
  { manifest, keys }: RestoreInput,
  outcome: ReapplicationOutcome,
): void {
  const staffNumber = database.value<number>('SELECT staff_number FROM users WHERE id = ?', [keys.holderId]);
  appendAuditEntry(database, context.clock, {
    code: 'office.restored',
    // A recovery kit is nobody.
    actor: staffNumber === undefined ? null : { id: keys.holderId, staffNumber },
    about: {
      backupId: manifest.backupId,
      backupMadeAt: manifest.madeAt,
      backupEpoch: manifest.epoch,
      keysEpoch: keys.source.epoch,
      epoch,
      orders: outcome.orders,
      units: outcome.units,
      people: outcome.people,
      unreadablePeople: outcome.unreadablePeople,
      entries: manifest.register.content.audit.size,
    },
  });
}
