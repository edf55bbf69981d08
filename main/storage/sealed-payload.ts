import type { DataKeys, KeyId } from './vault.ts';

/** Where a payload lives; authenticated, so that a payload moved to another row does not open. */
export interface PayloadPlace {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

export declare function seal(keys: DataKeys, keyId: KeyId, place: PayloadPlace, plaintext: Uint8Array): Buffer;
/** Throws Refusal `data_key_destroyed` or `payload_damaged`. The caller zeroes the answer when done. */
export declare function open(keys: DataKeys, place: PayloadPlace, sealed: Uint8Array): Buffer;
