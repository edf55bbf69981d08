import { join } from 'node:path';
import { copySecret, keyBytes, randomBytes, zero } from './cryptography.ts';
import { overwriteAndUnlink, overwriteAndUnlinkAside } from './durable-file.ts';
import { refusing } from './folder-refusal.ts';
import type { KeyId } from './key-slab.ts';
import { exists, listFolder } from './office-folder.ts';
import type { OpenedOffice } from './opened-office.ts';
import { makeRootSlot, overwriteRootSlots } from './root-slots.ts';
import { Vault, vaultFileName } from './vault.ts';
import type { HolderEntry, VaultContent } from './vault-content.ts';
import type { WorkAside } from './work-aside.ts';

/** What the next epoch holds differently. Everything else is carried over; the journal is folded in. */
export interface EpochChange {
  /** Data keys to be destroyed. Ids that are not there (a resumed order) are counted, not refused. */
  readonly dropKeyIds?: Iterable<KeyId>;
  /** Puts a second database key beside the first, to be followed by `rekeyDatabase`. Keeps one that is there. */
  readonly addDatabaseKey?: boolean;
  /** After `rekeyDatabase`: the second database key becomes the only one. */
  readonly dropSupersededDatabaseKey?: boolean;
  /** The search index must be rebuilt afterwards: nothing opens the old one. */
  readonly newIndexKey?: boolean;
  readonly newBackupKey?: boolean;
  /** Who may open the office from now on. */
  readonly holders?: readonly HolderEntry[];
  /**
   * Leaves vault and journal of the old epoch, which are noise by then, to `removeSupersededVaults`: overwriting the keys of 100,000
   * people takes as long as writing them.
   */
  readonly leaveSupersededFiles?: boolean;
}

export interface EpochChangeOutcome {
  readonly supersededEpoch: number;
  readonly epoch: number;
  readonly droppedKeys: number;
  /** Asked to be dropped, but not there any more. */
  readonly absentKeys: number;
  /** With `dropSupersededDatabaseKey`: a copy for verification, to be zeroed by the caller when that is over. */
  readonly supersededDatabaseKey: Buffer | undefined;
  /** Names of files of the old epoch that could not be removed; they are noise, and opening tries again. */
  readonly supersededFilesRemaining: readonly string[];
}

/**
 * Steps 2 and 3 of an electronic destruction (ERASURE.md): writes the vault of the next epoch, overwrites both root
 * slots, forgets the old epoch key, then overwrites and removes the old vault and journal.
 *
 * Killed at any moment, opening the office finds exactly one of the two epochs. On an error before the root slots are
 * touched nothing has changed; on an error after that nobody can tell which epoch the disk holds, so the office is
 * closed and must be opened again.
 * @throws Refusal too_many_holders, and those of a failing disk.
 */
export function changeEpoch(office: OpenedOffice, change: EpochChange): EpochChangeOutcome {
  if (office.database.inTransaction) throw new Error('an epoch is not changed inside a transaction');
  const old = office.currentVault;
  const dropKeyIds = new Set(change.dropKeyIds ?? []);
  const present = [...dropKeyIds].filter((keyId) => old.hasDataKey(keyId)).length;
  const content = old.contentWithout(dropKeyIds);
  const supersededDatabaseKey = applyToSecrets(content, change);
  content.holders = change.holders ?? content.holders;

  const next = Vault.make(office.folder, office.marker.officeId, old.epoch + 1, content);
  try {
    // Sealing first: too many holders must be refused before anything is written.
    const slot = makeRootSlot(
      office.marker.officeId,
      office.rootSequence + 1,
      next.epoch,
      next.epochKey,
      content.holders,
    );
    refusing(() => next.write());
    office.guardAgainstHalfDone(() => overwriteRootSlots(office.layout.rootSlot, slot));
    office.adoptVault(next, slot.sequence);
  } catch (error) {
    next.close();
    zero(supersededDatabaseKey);
    throw error;
  }
  const supersededFilesRemaining =
    change.leaveSupersededFiles === true ? [] : removeVaultFiles(office.folder, old.epoch);
  office.noteEpoch();
  return {
    supersededEpoch: old.epoch,
    epoch: next.epoch,
    droppedKeys: present,
    absentKeys: dropKeyIds.size - present,
    supersededDatabaseKey,
    supersededFilesRemaining,
  };
}

/**
 * Brings the database under the second key where it lies, in one go: for an office that is just being opened, whose file may be
 * half way between the two keys. An office at work uses `rewriteDatabase`, which keeps nobody waiting.
 */
export function rekeyDatabase(office: OpenedOffice): void {
  const next = office.currentVault.content.secrets.get('databaseKeyNext');
  if (next === undefined) throw new Error('the vault holds no second database key');
  // A database half way between two keys can only be brought back by opening, which tries both.
  office.guardAgainstHalfDone(() => office.database.rekey(next));
}

/** Overwrites and removes vault and journal of an epoch. Answers the names of those that would not go. */
export function removeVaultFiles(folder: string, epoch: number): string[] {
  const remaining: string[] = [];
  for (const { name, role } of vaultFiles(epoch)) {
    try {
      if (exists(join(folder, name))) overwriteAndUnlink(join(folder, name), role);
    } catch {
      // Their key is gone whether or not the disk lets go of them; verification reports them.
      remaining.push(name);
    }
  }
  return remaining;
}

/** As `removeVaultFiles`, for every epoch but the present one, while other calls are answered. */
export async function removeSupersededVaults(
  office: OpenedOffice,
  { aside }: Pick<WorkAside, 'aside'>,
): Promise<void> {
  const { folder, epoch: present } = office;
  const superseded = vaultEpochs(folder).filter((epoch) => epoch < present);
  if (superseded.length === 0) return;
  await aside(async (goOn) => {
    for (const { name, role } of superseded.flatMap(vaultFiles)) {
      goOn();
      try {
        if (exists(join(folder, name))) await overwriteAndUnlinkAside(join(folder, name), role);
      } catch {
        // As above.
      }
    }
    goOn();
  });
}

/** Epochs of which a vault or journal lies in the folder. */
export function vaultEpochs(folder: string): number[] {
  const epochs = listFolder(folder)
    .filter((file) => file.role === 'vault' || file.role === 'journal')
    .map((file) => Number(file.relativePath.split('.')[1]));
  return [...new Set(epochs)];
}

function vaultFiles(epoch: number) {
  return [
    { name: vaultFileName(epoch), role: 'vault' },
    { name: `${vaultFileName(epoch)}.journal`, role: 'journal' },
  ];
}

function applyToSecrets(content: VaultContent, change: EpochChange): Buffer | undefined {
  const { secrets } = content;
  let superseded: Buffer | undefined;
  if (change.dropSupersededDatabaseKey === true) {
    const next = secrets.get('databaseKeyNext');
    superseded = secrets.get('databaseKey');
    if (next === undefined || superseded === undefined)
      throw new Error('the vault holds no second database key');
    secrets.set('databaseKey', next);
    secrets.delete('databaseKeyNext');
  }
  if (change.addDatabaseKey === true && !secrets.has('databaseKeyNext')) {
    secrets.set('databaseKeyNext', randomBytes(keyBytes));
  }
  for (const [wanted, name] of [
    [change.newIndexKey, 'indexKey'],
    [change.newBackupKey, 'backupKey'],
  ] as const) {
    if (wanted !== true) continue;
    zero(secrets.get(name));
    secrets.set(name, randomBytes(keyBytes));
  }
  if (superseded === undefined) return undefined;
  const copy = copySecret(superseded);
  zero(superseded);
  return copy;
}
