import { keyBytes, randomBytes, zero } from './cryptography.ts';

/** 16 random bytes as 32 lower-case hex digits. */
export type KeyId = string;

export const keyIdBytes = 16;
/** One entry: the key's id, then the key. */
export const slabEntryBytes = keyIdBytes + keyBytes;

const free = -1;

/**
 * All data keys in one Buffer, in the order in which they were added.
 *
 * One slab instead of a Buffer a key, because 100,000 keys are written out at every change of epoch: the slab is copied
 * as it is, and zeroing it reaches every key. Places are found by open addressing: ids are random, so their first four
 * bytes serve as the hash, and rebuilding the index costs a few milliseconds where a Map of strings costs a tenth of a
 * second.
 */
export class KeySlab {
  #entries: Buffer;
  #count = 0;
  /** Places by hash; a power of two in length and at most half full. */
  #index: Int32Array;

  constructor(capacity = 64) {
    this.#entries = Buffer.alloc(Math.max(capacity, 1) * slabEntryBytes);
    this.#index = emptyIndex(capacity);
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
    return this.#place(keyId) !== undefined;
  }

  /** A view of the key, valid until the slab changes. */
  key(keyId: KeyId): Buffer | undefined {
    const place = this.#place(keyId);
    return place === undefined ? undefined : this.#keyAt(place);
  }

  /** Views of every key. */
  *keys(): IterableIterator<Buffer> {
    for (let place = 0; place < this.#count; place += 1) yield this.#keyAt(place);
  }

  /** Makes keys and answers their ids. */
  add(count: number): KeyId[] {
    const entries = randomBytes(count * slabEntryBytes);
    this.append(entries);
    const ids = Array.from({ length: count }, (_, place) => {
      const start = place * slabEntryBytes;
      return entries.toString('hex', start, start + keyIdBytes);
    });
    zero(entries);
    return ids;
  }

  /** Adds serialised entries. Answers false where an id is there already; the slab is of no use then. */
  append(serialised: Uint8Array): boolean {
    const added = serialised.length / slabEntryBytes;
    this.#makeRoom(this.#count + added);
    this.#entries.set(serialised, this.#count * slabEntryBytes);
    for (let place = this.#count; place < this.#count + added; place += 1) {
      if (!this.#enter(place)) return false;
    }
    this.#count += added;
    return true;
  }

  /** A view of the entries from `first` on, valid until the slab changes. */
  view(first = 0): Buffer {
    return this.#entries.subarray(first * slabEntryBytes, this.#count * slabEntryBytes);
  }

  /** Forgets the entries from `first` on. */
  truncate(first: number): void {
    if (first === this.#count) return;
    zero(this.view(first));
    this.#count = first;
    this.#reindex(this.#index.length / 2);
  }

  /** A slab of its own without the keys named. */
  without(keyIds: ReadonlySet<KeyId>): KeySlab {
    const dropped = [...keyIds]
      .flatMap((keyId) => this.#place(keyId) ?? [])
      .sort((one, other) => one - other);
    const rest = new KeySlab(this.#count);
    if (dropped.length === 0) {
      // Everything keeps its place, so the index need not be made anew.
      rest.#entries.set(this.view());
      rest.#count = this.#count;
      rest.#index = this.#index.slice();
      return rest;
    }
    let runStart = 0;
    // Whole runs between dropped keys are copied at once.
    for (const place of [...dropped, this.#count]) {
      const run = this.#entries.subarray(runStart * slabEntryBytes, place * slabEntryBytes);
      rest.#entries.set(run, rest.#count * slabEntryBytes);
      rest.#count += place - runStart;
      runStart = place + 1;
    }
    rest.#enterDifferent();
    return rest;
  }

  close(): void {
    zero(this.#entries);
    this.#count = 0;
    this.#index = emptyIndex(0);
  }

  #keyAt(place: number): Buffer {
    const start = place * slabEntryBytes + keyIdBytes;
    return this.#entries.subarray(start, start + keyBytes);
  }

  #place(keyId: KeyId): number | undefined {
    const wanted = Buffer.from(keyId, 'hex');
    if (wanted.length !== keyIdBytes) return undefined;
    const place = this.#index[this.#slotOf(wanted, 0)];
    return place === undefined || place === free ? undefined : place;
  }

  #enter(place: number): boolean {
    const slot = this.#slotOf(this.#entries, place * slabEntryBytes);
    if (this.#index[slot] !== free) return false;
    this.#index[slot] = place;
    return true;
  }

  /** Enters all entries into an empty index: they are known to differ, so none is compared with another. */
  #enterDifferent(): void {
    const mask = this.#index.length - 1;
    for (let place = 0; place < this.#count; place += 1) {
      let slot = this.#entries.readUInt32BE(place * slabEntryBytes) & mask;
      while (this.#index[slot] !== free) slot = (slot + 1) & mask;
      this.#index[slot] = place;
    }
  }

  /** Where the id at `start` of `bytes` stands in the index, or the free slot where it would. */
  #slotOf(bytes: Buffer, start: number): number {
    const mask = this.#index.length - 1;
    const hash = bytes.readUInt32BE(start);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = this.#index[slot] ?? free;
      if (place === free) return slot;
      const at = place * slabEntryBytes;
      // Nearly all that stand in the way differ here already, and comparing in full costs ten times as much.
      if (this.#entries.readUInt32BE(at) !== hash) continue;
      if (bytes.compare(this.#entries, at, at + keyIdBytes, start, start + keyIdBytes) === 0) return slot;
    }
  }

  #makeRoom(count: number): void {
    if (count * slabEntryBytes > this.#entries.length) {
      const larger = Buffer.alloc(
        Math.max(count, (this.#entries.length / slabEntryBytes) * 2) * slabEntryBytes,
      );
      larger.set(this.#entries);
      zero(this.#entries);
      this.#entries = larger;
    }
    if (count * 2 > this.#index.length) this.#reindex(count);
  }

  #reindex(capacity: number): void {
    this.#index = emptyIndex(capacity);
    this.#enterDifferent();
  }
}

function emptyIndex(capacity: number): Int32Array {
  const length = 2 ** Math.ceil(Math.log2(Math.max(capacity * 2, 16)));
  return new Int32Array(length).fill(free);
}
