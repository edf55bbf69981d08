import { zero } from './cryptography.ts';
import { bytesToUuid, uuidToBytes } from './identifier-bytes.ts';
import { SearchIndexColumn, type SlotRun } from './search-index-column.ts';

export interface SearchIndexEntry {
  /** A random UUID. */
  readonly id: string;
  /** Greater ones are answered first. */
  readonly rank: number;
  /** For each column the values, none of which holds a line feed. */
  readonly columns: readonly (readonly string[])[];
}

const idBytes = 16;
const free = -1;

/**
 * What is searched, in memory. An entry that is replaced or removed is zeroed where it stands, and its place is given up at the
 * next `serialise`. Ids are found by open addressing as in key-slab.ts: they are random, so their first bytes are the hash.
 */
export class SearchIndex {
  readonly #columns: readonly SearchIndexColumn[];
  #ids: Buffer;
  #ranks: Float64Array;
  #count = 0;
  #removed = 0;
  #table: Int32Array;

  constructor(columns: readonly SearchIndexColumn[], capacity = 64) {
    this.#columns = columns;
    this.#ids = Buffer.alloc(capacity * idBytes);
    this.#ranks = new Float64Array(capacity);
    this.#table = emptyTable(capacity);
  }

  static empty(columns: number): SearchIndex {
    return new SearchIndex(Array.from({ length: columns }, () => SearchIndexColumn.empty()));
  }

  get size(): number {
    return this.#count - this.#removed;
  }

  /** Places that are taken by nothing any more. */
  get removed(): number {
    return this.#removed;
  }

  put(entry: SearchIndexEntry): void {
    this.remove(entry.id);
    this.#makeRoom();
    const slot = this.#count;
    this.#ids.set(uuidToBytes(entry.id), slot * idBytes);
    this.#ranks[slot] = entry.rank;
    for (const [place, column] of this.#columns.entries()) column.append(entry.columns[place] ?? []);
    this.#count += 1;
    this.#enter(slot);
  }

  /** Nothing happens if there is no such entry. */
  remove(id: string): void {
    const slot = this.#slotOf(uuidToBytes(id));
    if (slot === undefined) return;
    this.#ids.fill(0, slot * idBytes, (slot + 1) * idBytes);
    this.#ranks[slot] = 0;
    for (const column of this.#columns) column.blank(slot);
    this.#removed += 1;
  }

  /** Calls `found` once for each entry of which a value of the column holds the needle. */
  find(column: number, needle: string, found: (slot: number) => void): void {
    this.#columns[column]?.find(needle, found);
  }

  values(column: number, slot: number): string[] {
    return this.#columns[column]?.values(slot) ?? [];
  }

  id(slot: number): string {
    return bytesToUuid(this.#ids.subarray(slot * idBytes, (slot + 1) * idBytes));
  }

  /** Highest rank first; entries of one rank as they were put, the last one first. */
  inOrder(slots: readonly number[]): number[] {
    const ranks = this.#ranks;
    // Mostly they were put in the order of their ranks, which sorting profits from.
    return slots.toReversed().sort((one, other) => (ranks[other] ?? 0) - (ranks[one] ?? 0) || other - one);
  }

  /** Slots of every entry there is. */
  *taken(): Generator<number> {
    for (let slot = 0; slot < this.#count; slot += 1) if (this.#isTaken(slot)) yield slot;
  }

  /** Slots are numbered below this. */
  get slots(): number {
    return this.#count;
  }

  close(): void {
    zero(this.#ids);
    this.#ranks.fill(0);
    for (const column of this.#columns) column.close();
    this.#count = 0;
    this.#removed = 0;
    this.#table = emptyTable(0);
  }

  /** Count (u32), ids, ranks (f64), then each column with its length (u32) before it. The caller zeroes the answer. */
  serialise(): Buffer {
    const runs = this.#takenRuns();
    const count = this.size;
    const fixed = Buffer.alloc(4 + count * (idBytes + 8));
    fixed.writeUInt32LE(count);
    let place = 0;
    for (const { from, to } of runs) {
      this.#ids.copy(fixed, 4 + place * idBytes, from * idBytes, to * idBytes);
      for (let slot = from; slot < to; slot += 1, place += 1) {
        fixed.writeDoubleLE(this.#ranks[slot] ?? 0, 4 + count * idBytes + place * 8);
      }
    }
    const parts: Buffer[] = [fixed];
    for (const column of this.#columns) {
      const bytes = column.serialise(runs);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(bytes.length);
      parts.push(length, bytes);
    }
    const all = Buffer.concat(parts);
    zero(...parts);
    return all;
  }

  #takenRuns(): SlotRun[] {
    const runs: SlotRun[] = [];
    for (let from = 0; from < this.#count; ) {
      let to = from;
      while (to < this.#count && this.#isTaken(to)) to += 1;
      if (to > from) runs.push({ from, to });
      from = to + 1;
    }
    return runs;
  }

  /** Undefined where the bytes (which were authenticated) are not of this version. */
  static parse(bytes: Buffer, columns: number): SearchIndex | undefined {
    if (bytes.length < 4) return undefined;
    const count = bytes.readUInt32LE(0);
    let at = 4 + count * (idBytes + 8);
    if (bytes.length < at) return undefined;
    const parsed: SearchIndexColumn[] = [];
    for (let place = 0; place < columns; place += 1) {
      if (bytes.length < at + 4) return undefined;
      const length = bytes.readUInt32LE(at);
      const column = SearchIndexColumn.parse(bytes.subarray(at + 4, at + 4 + length), count);
      if (column === undefined) return undefined;
      parsed.push(column);
      at += 4 + length;
    }
    if (at !== bytes.length) return undefined;
    const index = new SearchIndex(parsed, Math.max(count, 64));
    index.#take(bytes, count);
    return index;
  }

  #take(bytes: Buffer, count: number): void {
    bytes.copy(this.#ids, 0, 4, 4 + count * idBytes);
    for (let place = 0; place < count; place += 1) {
      this.#ranks[place] = bytes.readDoubleLE(4 + count * idBytes + place * 8);
    }
    this.#count = count;
    for (let slot = 0; slot < count; slot += 1) this.#enter(slot);
  }

  /** A random UUID of version 4 is never all zero. */
  #isTaken(slot: number): boolean {
    return this.#ids[slot * idBytes + 6] !== 0;
  }

  #slotOf(id: Buffer): number | undefined {
    const mask = this.#table.length - 1;
    for (let place = id.readUInt32BE(0) & mask; ; place = (place + 1) & mask) {
      const slot = this.#table[place] ?? free;
      if (slot === free) return undefined;
      const at = slot * idBytes;
      if (id.compare(this.#ids, at, at + idBytes) === 0) return slot;
    }
  }

  #enter(slot: number): void {
    const mask = this.#table.length - 1;
    let place = this.#ids.readUInt32BE(slot * idBytes) & mask;
    while (this.#table[place] !== free) place = (place + 1) & mask;
    this.#table[place] = slot;
  }

  #makeRoom(): void {
    if (this.#count < this.#ranks.length) return;
    const capacity = this.#ranks.length * 2;
    const ids = Buffer.alloc(capacity * idBytes);
    this.#ids.copy(ids);
    this.#ids = ids;
    const ranks = new Float64Array(capacity);
    ranks.set(this.#ranks);
    this.#ranks = ranks;
    this.#table = emptyTable(capacity);
    for (let slot = 0; slot < this.#count; slot += 1) if (this.#isTaken(slot)) this.#enter(slot);
  }
}

/** At most half full, whatever becomes of the entries: a place that was given up stays taken until the next growth. */
function emptyTable(capacity: number): Int32Array {
  return new Int32Array(2 ** Math.ceil(Math.log2(Math.max(capacity * 2, 16)))).fill(free);
}
