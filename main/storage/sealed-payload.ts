import { Refusal } from '../../shared/domain/refusal.ts';
import { nonceBytes, openAead, sealAead, tagBytes } from './cryptography.ts';
import { type KeyId, keyIdBytes } from './key-slab.ts';
import type { DataKeys } from './vault.ts';

/** Where a payload lives; authenticated, so that a payload copied to another row does not open there. */
export interface PayloadPlace {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

const version = 1;
const headerBytes = 1 + keyIdBytes;

/** Bytes that sealing adds. */
export const sealedPayloadOverhead = headerBytes + nonceBytes + tagBytes;

type KeyReader = Pick<DataKeys, 'withDataKey' | 'onOpened'>;

/**
 * Seals personal data under a person's data key: version (1), key id (16), nonce (12), ciphertext, tag (16).
 * AES-256-GCM; the associated data is version, key id, table, column and row id.
 */
export function seal(keys: KeyReader, keyId: KeyId, place: PayloadPlace, plaintext: Uint8Array): Buffer {
  const header = Buffer.alloc(headerBytes);
  header[0] = version;
  header.write(keyId, 1, 'hex');
  return keys.withDataKey(keyId, (key) => sealAead(key, plaintext, associatedData(header, place), header));
}

/**
 * The plaintext; the caller zeroes it when done.
 * @throws Refusal `data_key_destroyed` where the key is gone, `payload_damaged` where the bytes, or the place they stand
 *   in, are not those that were sealed.
 */
export function open(keys: KeyReader, place: PayloadPlace, sealed: Uint8Array): Buffer {
  const keyId = keyIdOf(sealed);
  const plaintext = keys.withDataKey(keyId, (key) => openWithKey(key, place, sealed));
  if (plaintext === undefined) throw new Refusal('payload_damaged');
  keys.onOpened?.(place);
  return plaintext;
}

/** The id of the key that a payload was sealed with. Throws Refusal `payload_damaged`. */
export function keyIdOf(sealed: Uint8Array): KeyId {
  if (!isSealedPayload(sealed)) throw new Refusal('payload_damaged');
  return Buffer.from(sealed.subarray(1, headerBytes)).toString('hex');
}

/** Whether it has the form of a sealed payload; whether it opens is another matter. */
export function isSealedPayload(sealed: Uint8Array): boolean {
  return sealed.length >= sealedPayloadOverhead && sealed[0] === version;
}

/** Opens with a key of the caller's choice, whatever the key id says; for verification. */
export function openWithKey(key: Uint8Array, place: PayloadPlace, sealed: Uint8Array): Buffer | undefined {
  const header = sealed.subarray(0, headerBytes);
  return openAead(key, sealed.subarray(headerBytes), associatedData(header, place));
}

/** Lengths stand before the parts, so that ('ab','c') and ('a','bc') differ. In one piece: an import seals half a million payloads. */
function associatedData(header: Uint8Array, { table, column, rowId }: PayloadPlace): Buffer {
  const parts = [table, column, rowId];
  const lengths = parts.map((part) => Buffer.byteLength(part, 'utf8'));
  const data = Buffer.alloc(header.length + lengths.reduce((sum, length) => sum + 2 + length, 0));
  data.set(header);
  let at = header.length;
  for (const [index, part] of parts.entries()) {
    at = data.writeUInt16BE(lengths[index] ?? 0, at);
    at += data.write(part, at, 'utf8');
  }
  return data;
}
