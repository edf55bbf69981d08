import { copySecret, zero } from './cryptography.ts';
import { bytesToUuid, uuidToBytes } from './identifier-bytes.ts';
import { KeySlab, slabEntryBytes } from './key-slab.ts';

/** `databaseKeyNext` is there only while the database is being re-keyed. */
export type SecretName = 'databaseKey' | 'databaseKeyNext' | 'indexKey' | 'backupKey' | 'officeSigningSeed';

/** In the order of their code in the file; new kinds go to the end. */
const secretNames: readonly SecretName[] = [
  'databaseKey',
  'databaseKeyNext',
  'indexKey',
  'backupKey',
  'officeSigningSeed',
];

/** Opened by 32 random bytes: those shared out on the cards of a recovery kit, or those a keystore guards. */
export type SecretHolderKind = 'recovery_kit' | 'keystore';

/** How a holder's private keys are opened. */
export type HolderKind = 'password' | SecretHolderKind;

/** In the order of their code in the file; new kinds go to the end. */
const holderKinds: readonly HolderKind[] = ['password', 'recovery_kit', 'keystore'];

/**
 * Who may open the office. This list, inside the vault, is the one that counts: a holder's file alone admits nobody,
 * otherwise somebody with access to the folder could add a file and be sealed to at the next epoch.
 */
export interface HolderEntry {
  readonly holderId: string;
  readonly kind: HolderKind;
  /** X25519, 32 bytes. */
  readonly sealingPublicKey: Buffer;
  /** Ed25519, 32 bytes; all zero where the holder is nobody and signs nothing (recovery kit, keystore). */
  readonly signingPublicKey: Buffer;
}

export interface VaultContent {
  readonly secrets: Map<SecretName, Buffer>;
  holders: readonly HolderEntry[];
  readonly dataKeys: KeySlab;
}

/*
 * Plaintext of a vault: u8 count of secrets, each u8 code and 32 bytes; u16 count of holders, each id (16), u8 kind,
 * sealing key (32), signing key (32); u32 count of data keys, each id (16) and key (32).
 */
const secretEntryBytes = 1 + 32;
const holderEntryBytes = 16 + 1 + 32 + 32;

/** The caller zeroes the answer. */
export function serialiseVaultContent(content: VaultContent): Buffer {
  const entries = content.dataKeys.view();
  const bytes = Buffer.alloc(
    1 +
      content.secrets.size * secretEntryBytes +
      2 +
      content.holders.length * holderEntryBytes +
      4 +
      entries.length,
  );
  let at = bytes.writeUInt8(content.secrets.size, 0);
  for (const [name, value] of content.secrets) {
    at = bytes.writeUInt8(secretNames.indexOf(name), at);
    bytes.set(value, at);
    at += 32;
  }
  at = bytes.writeUInt16BE(content.holders.length, at);
  for (const holder of content.holders) {
    bytes.set(uuidToBytes(holder.holderId), at);
    at = bytes.writeUInt8(holderKinds.indexOf(holder.kind), at + 16);
    bytes.set(holder.sealingPublicKey, at);
    bytes.set(holder.signingPublicKey, at + 32);
    at += 64;
  }
  at = bytes.writeUInt32BE(content.dataKeys.count, at);
  bytes.set(entries, at);
  return bytes;
}

/** Undefined where the bytes (which were authenticated) are not of this version. */
export function parseVaultContent(bytes: Buffer): VaultContent | undefined {
  const secrets = new Map<SecretName, Buffer>();
  const holders: HolderEntry[] = [];
  try {
    const secretCount = bytes.readUInt8(0);
    let at = 1;
    for (let index = 0; index < secretCount; index += 1, at += secretEntryBytes) {
      const name = secretNames[bytes.readUInt8(at)];
      if (name === undefined) return undefined;
      secrets.set(name, copySecret(bytes.subarray(at + 1, at + secretEntryBytes)));
    }
    const holderCount = bytes.readUInt16BE(at);
    at += 2;
    for (let index = 0; index < holderCount; index += 1, at += holderEntryBytes) {
      const kind = holderKinds[bytes.readUInt8(at + 16)];
      if (kind === undefined) return undefined;
      holders.push({
        holderId: bytesToUuid(bytes.subarray(at, at + 16)),
        kind,
        sealingPublicKey: copySecret(bytes.subarray(at + 17, at + 49)),
        signingPublicKey: copySecret(bytes.subarray(at + 49, at + 81)),
      });
    }
    const keyCount = bytes.readUInt32BE(at);
    const entries = bytes.subarray(at + 4);
    if (entries.length !== keyCount * slabEntryBytes) return undefined;
    const dataKeys = KeySlab.from(entries);
    return dataKeys && { secrets, holders, dataKeys };
  } catch (error) {
    zero(...secrets.values());
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
