import { Refusal } from '../../shared/domain/refusal.ts';
import { onMedium } from './copy-medium.ts';
import { ed25519PublicKey, zero } from './cryptography.ts';
import { damaged } from './folder-refusal.ts';
import { exists, type OfficeMarker, officeLayout, readMarker } from './office-folder.ts';
import { acquireOfficeLock } from './office-lock.ts';
import { findHolderByName, openLock, readHolderFile } from './password-holder.ts';
import { kitOf } from './recovery-card.ts';
import { registerIsSigned, type SignedRegister } from './restore-register.ts';
import { openRootSlot, readRootSlots, slotHolderIds } from './root-slots.ts';
import { withSealingSecret } from './secret-holder.ts';
import { Vault } from './vault.ts';
import { findVaultCopy } from './vault-copy.ts';

/** Where keys can be taken from: a registered copy on a medium, or the folder of an office whose records are lost. */
export interface KeySource {
  readonly kind: 'vault_copy' | 'office_folder';
  /** Laid out like a data folder: marker, holders, root slots, vault, journal. */
  readonly path: string;
  readonly marker: OfficeMarker;
  readonly epoch: number;
  /** What the copy says was destroyed; an office folder says it in its records, if those can still be opened. */
  readonly register: SignedRegister | undefined;
  /** Of a copy: its registered id and when it was last written. */
  readonly copyId: string | undefined;
  readonly writtenAt: string | undefined;
}

/**
 * Looks for keys in a folder that a person points at.
 * @throws Refusal vault_copy_missing, vault_copy_damaged, folder_damaged, folder_in_use, medium_unreachable.
 */
export function findKeySource(folder: string): KeySource {
  return onMedium(() => {
    const layout = officeLayout(folder);
    if (exists(layout.rootSlot)) {
      const marker = readMarker(folder);
      if (exists(layout.lock)) acquireOfficeLock(layout.lock).release();
      const { best } = readRootSlots(layout.rootSlot, marker.officeId);
      return {
        kind: 'office_folder',
        path: folder,
        marker,
        epoch: best.epoch,
        register: undefined,
        copyId: undefined,
        writtenAt: undefined,
      };
    }
    const { path, summary, register } = findVaultCopy(folder);
    return {
      kind: 'vault_copy',
      path,
      marker: readMarker(path),
      epoch: summary.epoch,
      register,
      copyId: summary.copyId,
      writtenAt: summary.writtenAt,
    };
  });
}

/** Keys that are open. `vault.close()` zeroes them. */
export interface OpenedKeys {
  readonly source: KeySource;
  readonly vault: Vault;
  /** Who opened them. */
  readonly holderId: string;
  readonly officePublicKey: Buffer;
}

/**
 * Opens a source for a holder whose private key is open already: see `openKeysWithPassword` and `openKeysWithKit`.
 * @throws Refusal wrong_password where nothing is sealed to this holder, vault_copy_damaged or folder_damaged.
 */
export function openKeys(source: KeySource, holderId: string, sealingSecret: Uint8Array): OpenedKeys {
  return onMedium(() => {
    const { best } = readRootSlots(officeLayout(source.path).rootSlot, source.marker.officeId);
    const epochKey = openRootSlot(best, holderId, sealingSecret);
    if (epochKey === undefined) throw new Refusal('wrong_password', { seconds: 1 });
    const vault = Vault.open(source.path, source.marker.officeId, best.epoch, epochKey);
    try {
      const seed = vault.content.secrets.get('officeSigningSeed');
      if (seed === undefined) throw damaged('vault', 'unknown_content');
      const officePublicKey = ed25519PublicKey(seed);
      if (!vault.content.holders.some((entry) => entry.holderId === holderId))
        throw damaged('holder', 'not_admitted');
      // A register that somebody else wrote could bring back, or take away, whatever they like.
      if (source.register !== undefined && !registerIsSigned(source.register, officePublicKey))
        throw new Refusal('vault_copy_damaged', { part: 'register' });
      return { source, vault, holderId, officePublicKey };
    } catch (error) {
      vault.close();
      throw error;
    }
  });
}

/** Opens a source with what a person signs in with. @throws Refusal wrong_password, and those of `openKeys`. */
export async function openKeysWithPassword(
  source: KeySource,
  signInName: string,
  password: string,
): Promise<OpenedKeys> {
  const wrong = new Refusal('wrong_password', { seconds: 1 });
  const holderId = onMedium(() => findHolderByName(source.path, source.marker, signInName));
  if (holderId === undefined) throw wrong;
  const file = onMedium(() => readHolderFile(source.path, holderId));
  for (const lock of file.locks) {
    const secrets = await openLock(holderId, lock, password);
    if (secrets === undefined) continue;
    try {
      return openKeys(source, holderId, secrets.sealingSecret);
    } catch (error) {
      // While a password is replaced a file has two locks, of which one is sealed to.
      if (!(error instanceof Refusal && error.code === 'wrong_password')) throw error;
    } finally {
      zero(secrets.sealingSecret, secrets.signingSeed);
    }
  }
  throw wrong;
}

/**
 * Opens a source with the secret of a recovery kit, in the state in which the kit was when the keys were copied.
 * @throws Refusal recovery_kit_unknown, recovery_kit_does_not_open, and those of `openKeys`.
 */
export function openKeysWithKit(source: KeySource, kit: string, secret: Uint8Array): OpenedKeys {
  const { best } = onMedium(() => readRootSlots(officeLayout(source.path).rootSlot, source.marker.officeId));
  const numbered = slotHolderIds(best).filter((holderId) => kitOf(holderId) === kit);
  for (const holderId of numbered) {
    try {
      return withSealingSecret(holderId, 'recovery_kit', secret, (sealing) =>
        openKeys(source, holderId, sealing),
      );
    } catch (error) {
      // Somebody else whose id happens to begin like this kit's.
      if (!(error instanceof Refusal && error.code === 'wrong_password')) throw error;
    }
  }
  throw new Refusal(numbered.length === 0 ? 'recovery_kit_unknown' : 'recovery_kit_does_not_open', { kit });
}
