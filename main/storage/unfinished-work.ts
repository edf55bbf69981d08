import { join } from 'node:path';
import { zero } from './cryptography.ts';
import { type EncryptedDatabase, keyOpens, openDatabase } from './database.ts';
import { removeUnfinishedRewrite } from './database-rewrite.ts';
import { overwriteAndUnlink } from './durable-file.ts';
import { changeEpoch, rekeyDatabase, removeVaultFiles, vaultEpochs } from './epoch-change.ts';
import { damaged, refusing } from './folder-refusal.ts';
import { exists, listFolder, mendMarker, type OfficeMarker, officeLayout } from './office-folder.ts';
import type { OpenedOffice, ResumedWork } from './opened-office.ts';
import {
  holderIds,
  lockBelongsTo,
  readHolderFile,
  removeHolderFile,
  writeHolderFile,
} from './password-holder.ts';
import { overwriteSlot, type RootSlots } from './root-slots.ts';
import type { Vault } from './vault.ts';

/**
 * Opens the database with the key that opens it. While it is being re-keyed the vault holds two, and a power cut leaves
 * exactly one of them working.
 * @throws Refusal folder_damaged
 */
export function openRecords(folder: string, marker: OfficeMarker, vault: Vault): EncryptedDatabase {
  const { records } = officeLayout(folder);
  if (!exists(records)) throw damaged('records', 'missing');
  const { secrets } = vault.content;
  const candidates = [secrets.get('databaseKey'), secrets.get('databaseKeyNext')].filter(
    (key) => key !== undefined,
  );
  const key = candidates.find((candidate) => keyOpens(records, candidate, marker.cipher) === true);
  if (key === undefined) throw damaged('records', 'no_key_opens_it');
  return openDatabase(records, key, marker.cipher);
}

/**
 * Compares the vault with what the database remembers of it.
 * @throws Refusal folder_damaged where the vault is older than the rows, or keys that rows were committed with are gone.
 */
export function checkVaultState(database: EncryptedDatabase, vault: Vault): void {
  const state = database.get<{ epoch: number; keys: number }>(
    'SELECT epoch, journal_keys AS keys FROM vault_state',
  );
  if (state === undefined) throw damaged('records', 'no_vault_state');
  if (state.epoch > vault.epoch) throw damaged('vault', 'older_than_records');
  if (state.epoch === vault.epoch && state.keys > vault.journalKeyCount)
    throw damaged('journal', 'keys_missing');
}

/** Finishes what a power cut interrupted and removes what it left behind; notes it in `office.resumed`. */
export function finishInterruptedWork(office: OpenedOffice, slots: RootSlots): void {
  const note = (what: ResumedWork['what'], count: number) => {
    if (count > 0) office.resumed.push({ what, count });
  };
  const { outdated } = slots;
  if (outdated !== undefined) {
    // First of all: until now the old epoch key may still stand in the other slot.
    office.guardAgainstHalfDone(() => overwriteSlot(office.layout.rootSlot, outdated, slots.best));
    note('root_slot_repaired', 1);
  }
  note('marker_repaired', refusing(() => mendMarker(office.folder, office.marker)) ? 1 : 0);
  const otherEpochs = vaultEpochs(office.folder).filter((epoch) => epoch !== office.epoch);
  for (const epoch of otherEpochs) removeVaultFiles(office.folder, epoch);
  note('superseded_vault_removed', otherEpochs.filter((epoch) => epoch < office.epoch).length);
  note('unfinished_vault_removed', otherEpochs.filter((epoch) => epoch > office.epoch).length);
  const rewriting = removeUnfinishedRewrite(office) ? 1 : 0;
  note('temporary_file_removed', removeTemporaryFiles(office.folder) + rewriting);
  note('holder_leftover_removed', removeHolderLeftovers(office));
  note('journal_tail_cut', office.currentVault.cutJournalTail() ? 1 : 0);
  office.noteEpoch();
  note('database_key_rotation_finished', finishDatabaseKeyRotation(office) ? 1 : 0);
}

/** Forwards, never back: a second key was only made because the first is to go. */
function finishDatabaseKeyRotation(office: OpenedOffice): boolean {
  const next = office.currentVault.content.secrets.get('databaseKeyNext');
  if (next === undefined) return false;
  // Re-keying again to the same key is right in both states: it also brings over pages that only the log holds.
  rekeyDatabase(office);
  const { supersededDatabaseKey } = changeEpoch(office, { dropSupersededDatabaseKey: true });
  zero(supersededDatabaseKey);
  return true;
}

function removeTemporaryFiles(folder: string): number {
  const files = listFolder(folder).filter((file) => file.role === 'temporary');
  for (const file of files) overwriteAndUnlink(join(folder, file.relativePath), 'temporary');
  return files.length;
}

/** Holders' files and locks that the vault does not list: of somebody not admitted yet, removed, or with a new password. */
function removeHolderLeftovers(office: OpenedOffice): number {
  let count = 0;
  for (const holderId of holderIds(office.folder)) {
    const entry = office.holders().find((candidate) => candidate.holderId === holderId);
    if (entry === undefined) {
      removeHolderFile(office.folder, holderId);
      count += 1;
      continue;
    }
    const file = readableHolderFile(office.folder, holderId);
    const locks = file?.locks.filter((lock) => lockBelongsTo(lock, entry));
    if (file === undefined || locks === undefined || locks.length === 0 || locks.length === file.locks.length)
      continue;
    writeHolderFile(office.folder, { ...file, locks });
    count += 1;
  }
  return count;
}

/** One holder's damaged file must not keep the others out; that holder is told when signing in. */
function readableHolderFile(folder: string, holderId: string) {
  try {
    return readHolderFile(folder, holderId);
  } catch {
    return undefined;
  }
}
