/** 16 random bytes as 32 lower-case hex digits. */
export type KeyId = string;

/** What handlers may do with data keys. Removal happens only through an epoch change. */
export interface DataKeys {
  /** Makes a key. It is on disk before the surrounding transaction commits (or at once outside a transaction). */
  addDataKey(): KeyId;
  hasDataKey(keyId: KeyId): boolean;
  /** The key is a view that must not outlive `use`. Throws Refusal `data_key_destroyed`. */
  withDataKey<Result>(keyId: KeyId, use: (key: Buffer) => Result): Result;
}
