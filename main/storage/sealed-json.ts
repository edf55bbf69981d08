import type { z } from 'zod';
import { zero } from './cryptography.ts';
import { open, type PayloadPlace, seal } from './sealed-payload.ts';
import type { DataKeys, KeyId } from './vault.ts';

/** Seals a small JSON value under a data key; see sealed-payload.ts. */
export function sealJson(keys: DataKeys, keyId: KeyId, place: PayloadPlace, value: unknown): Buffer {
  const plaintext = Buffer.from(JSON.stringify(value), 'utf8');
  try {
    return seal(keys, keyId, place, plaintext);
  } finally {
    zero(plaintext);
  }
}

/** Opens what `sealJson` sealed and checks its shape. Throws Refusal `data_key_destroyed` or `payload_damaged`. */
export function openJson<Schema extends z.ZodType>(
  keys: DataKeys,
  place: PayloadPlace,
  sealed: Uint8Array,
  schema: Schema,
): z.output<Schema> {
  const plaintext = open(keys, place, sealed);
  try {
    const value: unknown = JSON.parse(plaintext.toString('utf8'));
    return schema.parse(value);
  } finally {
    zero(plaintext);
  }
}
