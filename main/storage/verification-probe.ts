import { zero } from './cryptography.ts';
import { keyOpens } from './database.ts';
import { vaultEpochs } from './epoch-change.ts';
import { refusalFromSystemError } from './folder-refusal.ts';
import type { KeyId } from './key-slab.ts';
import { listFolder } from './office-folder.ts';
import type { OpenedOffice } from './opened-office.ts';
import { readRootSlots } from './root-slots.ts';
import { isSealedPayload, keyIdOf, openWithKey, type PayloadPlace } from './sealed-payload.ts';
import type { Vault } from './vault.ts';

/**
 * The raw checks behind step 6 of an electronic destruction (ERASURE.md). Each looks at the disk again rather than at
 * what the application believes, and answers 'unknown' where it could not look. None of the values are personal.
 */
export interface Probe {
  readonly result: 'pass' | 'fail' | 'unknown';
  readonly compared: Record<string, string | number>;
}

/** The superseded database key no longer opens the file. The current key is tried too: an unreadable file proves nothing. */
export function probeSupersededDatabaseKey(office: OpenedOffice, supersededKey: Uint8Array): Probe {
  const { records } = office.layout;
  const { cipher } = office.marker;
  const current = office.withSecret('databaseKey', (key) => keyOpens(records, key, cipher));
  const superseded = keyOpens(records, supersededKey, cipher);
  const compared = { currentKey: spelled(current), supersededKey: spelled(superseded) };
  if (superseded === true) return { result: 'fail', compared };
  return { result: current === true && superseded === false ? 'pass' : 'unknown', compared };
}

/** The data keys are neither in memory nor in vault and journal as read from disk. */
export function probeDataKeysAbsent(office: OpenedOffice, keyIds: readonly KeyId[]): Probe {
  const vault = office.currentVault;
  const inMemory = keyIds.filter((keyId) => vault.hasDataKey(keyId)).length;
  const onDisk = withVaultFromDisk(vault, (reread) => ({
    found: keyIds.filter((keyId) => reread.hasDataKey(keyId)).length,
    keys: reread.content.dataKeys.count,
  }));
  const compared = {
    asked: keyIds.length,
    foundInMemory: inMemory,
    keysInMemory: vault.content.dataKeys.count,
    foundOnDisk: onDisk?.found ?? 'unknown',
    keysOnDisk: onDisk?.keys ?? 'unknown',
  };
  if (inMemory > 0 || (onDisk !== undefined && onDisk.found > 0)) return { result: 'fail', compared };
  const looked = keyIds.length > 0 && onDisk !== undefined && onDisk.keys === vault.content.dataKeys.count;
  return { result: looked ? 'pass' : 'unknown', compared };
}

/** A sealed payload of a destroyed unit, read before its row was deleted. */
export interface CiphertextSample {
  readonly place: PayloadPlace;
  readonly sealed: Uint8Array;
}

/** How many times a key is tried on a sample, in memory and again with the vault read from disk. */
const keyTrials = 1000;

/**
 * Sampled ciphertexts open with none of the keys that the application still has, in memory or on disk: neither with the
 * key each one names, nor with the vault's own keys, nor with data keys of others, taken evenly from all of them (all of
 * them, in a small office). What was tried and what is held is told apart.
 */
export function probeCiphertexts(office: OpenedOffice, samples: readonly CiphertextSample[]): Probe {
  const vault = office.currentVault;
  const inMemory = tryKeys(vault, samples);
  // The very same keys give the very same answer: they are tried again only where the disk holds others.
  const onDisk = withVaultFromDisk(vault, (reread) =>
    vault.holdsSameKeysAs(reread) ? inMemory : tryKeys(reread, samples),
  );
  const compared = {
    samples: samples.length,
    keysHeld: vault.content.dataKeys.count + vault.content.secrets.size,
    keysTried: inMemory.keys,
    openedWithKeysInMemory: inMemory.opened,
    openedWithKeysOnDisk: onDisk?.opened ?? 'unknown',
  };
  if (inMemory.opened > 0 || (onDisk?.opened ?? 0) > 0) return { result: 'fail', compared };
  return { result: samples.length > 0 && onDisk !== undefined ? 'pass' : 'unknown', compared };
}

/** No vault or journal of another epoch lies in the folder, and both root slots hold the current epoch. */
export function probeSupersededFiles(office: OpenedOffice): Probe {
  return orUnknown(() => {
    const others = vaultEpochs(office.folder).filter((epoch) => epoch !== office.epoch).length;
    const { epochs } = readRootSlots(office.layout.rootSlot, office.marker.officeId);
    const compared = {
      epoch: office.epoch,
      otherVaults: others,
      rootSlots: epochs.join(', '),
    };
    const pass = others === 0 && epochs.length === 2 && epochs.every((epoch) => epoch === office.epoch);
    return { result: pass ? 'pass' : 'fail', compared };
  });
}

/** No free pages in the database and nothing in its log. Compact and checkpoint before asking. */
export function probeDatabaseResidue(office: OpenedOffice): Probe {
  return orUnknown(() => {
    const { freelistPages, walBytes, pages } = office.database.fileFacts();
    const result = freelistPages === 0 && walBytes === 0 ? 'pass' : 'fail';
    return { result, compared: { pages, freelistPages, walBytes } };
  });
}

/** Nothing in the folder that the application did not write or that should be gone by now. */
export function probeKnownFiles(office: OpenedOffice): Probe {
  return orUnknown(() => {
    const files = listFolder(office.folder);
    const unknown = files.filter((file) => file.role === undefined).length;
    const temporary = files.filter(
      (file) => file.role === 'temporary' || file.role === 'records_copy' || file.role === 'records_next',
    ).length;
    const compared = { files: files.length, unknownFiles: unknown, temporaryFiles: temporary };
    return { result: unknown + temporary === 0 ? 'pass' : 'fail', compared };
  });
}

function tryKeys(vault: Vault, samples: readonly CiphertextSample[]): { keys: number; opened: number } {
  const { dataKeys, secrets } = vault.content;
  const stride = Math.max(1, Math.ceil((dataKeys.count * Math.max(samples.length, 1)) / keyTrials));
  const keys = [...secrets.values(), ...[...dataKeys.keys()].filter((_, place) => place % stride === 0)];
  // Every failed trial makes an error inside the runtime; without its stack it costs a quarter.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  const opened = samples.filter(({ place, sealed }) => {
    const named = isSealedPayload(sealed) ? dataKeys.key(keyIdOf(sealed)) : undefined;
    for (const key of named === undefined ? keys : [named, ...keys]) {
      const plaintext = openWithKey(key, place, sealed);
      if (plaintext === undefined) continue;
      zero(plaintext);
      return true;
    }
    return false;
  }).length;
  Error.stackTraceLimit = stackTraceLimit;
  return { keys: keys.length, opened };
}

/** Undefined where the disk could not be read; a vault that is damaged is not proof of absence either. */
function withVaultFromDisk<Result>(vault: Vault, use: (reread: Vault) => Result): Result | undefined {
  let reread: Vault | undefined;
  try {
    reread = vault.reread();
    return use(reread);
  } catch (error) {
    if (refusalFromSystemError(error) !== undefined) return undefined;
    throw error;
  } finally {
    reread?.close();
  }
}

function orUnknown(look: () => Probe): Probe {
  try {
    return look();
  } catch (error) {
    if (refusalFromSystemError(error) === undefined) throw error;
    return { result: 'unknown', compared: {} };
  }
}

function spelled(opens: boolean | undefined): string {
  if (opens === undefined) return 'unknown';
  return opens ? 'opens' : 'refused';
}
