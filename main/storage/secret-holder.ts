import { copySecret, deriveKey, keyBytes, x25519PublicKey, zero } from './cryptography.ts';
import { uuidToBytes } from './identifier-bytes.ts';
import type { UnlockedHolder } from './password-holder.ts';
import { openRootSlot, type RootSlot } from './root-slots.ts';
import type { HolderEntry, SecretHolderKind } from './vault-content.ts';

/**
 * A holder that is nobody: 32 random bytes open the office, with no password to guess and no file that could be lost. Its
 * X25519 key is derived from the bytes and the holder's id (RFC 5869), so the same bytes admitted once more under another
 * id are another key: what was dropped stays dropped.
 */
export function secretHolderEntry(holderId: string, kind: SecretHolderKind, secret: Uint8Array): HolderEntry {
  const sealingSecret = sealingSecretOf(holderId, kind, secret);
  try {
    return {
      holderId,
      kind,
      sealingPublicKey: x25519PublicKey(sealingSecret),
      signingPublicKey: Buffer.alloc(keyBytes),
    };
  } finally {
    zero(sealingSecret);
  }
}

/** Whether these bytes are those that this holder was made of. */
export function secretBelongsTo(entry: HolderEntry, secret: Uint8Array): boolean {
  if (entry.kind === 'password') return false;
  const { sealingPublicKey } = secretHolderEntry(entry.holderId, entry.kind, secret);
  return sealingPublicKey.equals(entry.sealingPublicKey);
}

/**
 * The epoch key, to be zeroed by the caller, or undefined where the slot is not sealed to these bytes.
 * @throws Refusal folder_damaged where the slot was changed by somebody without the epoch key.
 */
export function openSlotBySecret(
  slot: RootSlot,
  holderIds: readonly string[],
  kind: SecretHolderKind,
  secret: Uint8Array,
): { holderId: string; epochKey: Buffer } | undefined {
  for (const holderId of holderIds) {
    const sealingSecret = sealingSecretOf(holderId, kind, secret);
    try {
      const epochKey = openRootSlot(slot, holderId, sealingSecret);
      if (epochKey !== undefined) return { holderId, epochKey };
    } finally {
      zero(sealingSecret);
    }
  }
  return undefined;
}

/** Stands where a person's keys would: it opened the office, but it signs nothing. */
export function speechlessHolder(entry: HolderEntry): UnlockedHolder {
  return {
    holderId: entry.holderId,
    signingPublicKey: Buffer.from(entry.signingPublicKey),
    sign() {
      throw new Error('this holder is nobody and signs nothing');
    },
    close() {},
  };
}

function sealingSecretOf(holderId: string, kind: SecretHolderKind, secret: Uint8Array): Buffer {
  if (secret.length !== keyBytes) throw new Error(`a holder of kind ${kind} is made of ${keyBytes} bytes`);
  const own = copySecret(secret);
  try {
    return deriveKey(own, uuidToBytes(holderId), `ashbook ${kind} holder v1`);
  } finally {
    zero(own);
  }
}
