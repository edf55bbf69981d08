import { keyBytes, randomBytes, zero } from './cryptography.ts';

/** 16 random bytes as 32 lower-case hex digits. */
export type KeyId = string;

export const keyIdBytes = 16;
/** One entry: the key's id, then the key. */
export const slabEntryBytes = keyIdBytes + keyBytes;

/**
 * All data keys in one Buffer, in the order in which they were added.
 *
 * One slab instead of a Buffer a key, because 100,000 keys are written out at every change of epoch: the slab is copied
 * as it is, and zeroing it reaches every key.
 */
export class KeySlab {
  #entries: Buffer;
  #count = 0;
  readonly #places = new Map<KeyId, number>();

  constructor(capacity = 64) {
    this.#entries = Buffer.alloc(Math.max(capacity, 1) * slabEntryBytes);
  }

  /** Takes over a copy of serialised entries. Undefined where the length is wrong or an id stands twice. */
  static from(serialised: Uint8Array): KeySlab | undefined {
    if (serialised.length % slabEntryBytes !== 0) return undefined;
    const slab = new KeySlab(serialised.length / slabEntryBytes);
    return slab.append(serialised) ? slab : undefined;
  }

  get count(): number {
    return this.#count;
  }

  has(keyId: KeyId): boolean {
    return this.#places.has(keyId);
  }

  ids(): IterableIterator<KeyId> {
    return this.#places.keys();
  }

  /** A view of the key, valid until the slab changes. */
  key(keyId: KeyId): Buffer | undefined {
    const place = this.#places.get(keyId);
    if (place === undefined) return undefined;
    const start = place * slabEntryBytes + keyIdBytes;
    return this.#entries.subarray(start, start + keyBytes);
  }

  add(): KeyId {
    const entry = randomBytes(slabEntryBytes);
    try {
      this.append(entry);
      return entry.toString('hex', 0, keyIdBytes);
    } finally {
      zero(entry);
    }
  }

  /** Adds serialised entries. Answers false, having added nothing of use, where an id is there already. */
  append(serialised: Uint8Array): boolean {
    const added = serialised.length / slabEntryBytes;
    this.#makeRoom(this.#count + added);
    this.#entries.set(serialised, this.#count * slabEntryBytes);
    for (let place = this.#count; place < this.#count + added; place += 1) {
      const start = place * slabEntryBytes;
      this.#places.set(this.#entries.toString('hex', start, start + keyIdBytes), place);
    }
    this.#count += added;
    return this.#places.size === this.#count;
  }

  /** A view of the entries from `first` on, valid until the slab changes. */
  view(first = 0): Buffer {
    return this.#entries.subarray(first * slabEntryBytes, this.#count * slabEntryBytes);
  }

  /** Forgets the entries from `first` on. */
  truncate(first: number): void {
    for (let place = first; place < this.#count; place += 1) {
      const start = place * slabEntryBytes;
      this.#places.delete(this.#entries.toString('hex', start, start + keyIdBytes));
    }
    zero(this.view(first));
    this.#count = first;
  }

  /** A slab of its own without the keys named. */
  without(keyIds: ReadonlySet<KeyId>): KeySlab {
    const rest = new KeySlab(this.#count);
    let runStart = 0;
    // Whole runs between dropped keys are copied at once.
    const dropped = [...keyIds]
      .flatMap((keyId) => this.#places.get(keyId) ?? [])
      .sort((one, other) => one - other);
    for (const place of [...dropped, this.#count]) {
      rest.append(this.#entries.subarray(runStart * slabEntryBytes, place * slabEntryBytes));
      runStart = place + 1;
    }
    return rest;
  }

  close(): void {
    zero(this.#entries);
    this.#places.clear();
    this.#count = 0;
  }

  #makeRoom(count: number): void {
    if (count * slabEntryBytes <= this.#entries.length) return;
    const larger = Buffer.alloc(
      Math.max(count, (this.#entries.length / slabEntryBytes) * 2) * slabEntryBytes,
    );
    larger.set(this.#entries);
    zero(this.#entries);
    this.#entries = larger;
  }
}
