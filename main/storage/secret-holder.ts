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
  return withSealingSecret(holderId, kind, secret, (sealingSecret) => ({
    holderId,
    kind,
    sealingPublicKey: x25519PublicKey(sealingSecret),
    signingPublicKey: Buffer.alloc(keyBytes),
  }));
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
    const epochKey = withSealingSecret(holderId, kind, secret, (sealingSecret) =>
      openRootSlot(slot, holderId, sealingSecret),
    );
    if (epochKey !== undefined) return { holderId, epochKey };
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

/** Hands the holder's X25519 secret to `use` and zeroes it afterwards. */
export function withSealingSecret<Result>(
  holderId: string,
  kind: SecretHolderKind,
  secret: Uint8Array,
  use: (sealingSecret: Buffer) => Result,
): Result {
  if (secret.length !== keyBytes) throw new Error(`a holder of kind ${kind} is made of ${keyBytes} bytes`);
  const own = copySecret(secret);
  const sealingSecret = deriveKey(own, uuidToBytes(holderId), `ashbook ${kind} holder v1`);
  try {
    return use(sealingSecret);
  } finally {
    zero(own, sealingSecret);
  }
}
