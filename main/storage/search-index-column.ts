import { zero } from './cryptography.ts';

const lineEnd = 0x0a;

/** Entries that follow each other, the last one left out. */
export interface SlotRun {
  readonly from: number;
  readonly to: number;
}

/**
 * One text an entry, all in one Buffer: searching is one pass of the system's byte search over a few megabytes, and zeroing the
 * Buffer reaches every text, which strings would not allow.
 *
 * A text may have several values, a line each. Before the first and after each stands a line feed, so that a needle that begins
 * or ends with one is a beginning or an end of a value. An entry without values takes no room.
 */
export class SearchIndexColumn {
  #bytes: Buffer;
  #length: number;
  /** Where each entry begins. */
  #starts: Int32Array;
  #count: number;

  private constructor(bytes: Buffer, length: number, starts: Int32Array, count: number) {
    this.#bytes = bytes;
    this.#length = length;
    this.#starts = starts;
    this.#count = count;
  }

  static empty(): SearchIndexColumn {
    return new SearchIndexColumn(Buffer.alloc(1024), 0, new Int32Array(64), 0);
  }

  append(values: readonly string[]): void {
    if (this.#count === this.#starts.length) {
      const larger = new Int32Array(this.#starts.length * 2);
      larger.set(this.#starts);
      this.#starts = larger;
    }
    this.#starts[this.#count] = this.#length;
    this.#count += 1;
    if (values.length === 0) return;
    const text = `\n${values.join('\n')}\n`;
    this.#makeRoom(Buffer.byteLength(text));
    this.#length += this.#bytes.write(text, this.#length);
  }

  values(slot: number): string[] {
    const [start, end] = this.#range(slot);
    // A slot that was blanked holds zeros.
    if (end - start < 2 || this.#bytes[start] !== lineEnd) return [];
    return this.#bytes.toString('utf8', start + 1, end - 1).split('\n');
  }

  /** Calls `found` once for each entry that holds the needle, in order. */
  find(needle: string, found: (slot: number) => void): void {
    const wanted = Buffer.from(needle);
    if (wanted.length === 0) return;
    const searched = this.#bytes.subarray(0, this.#length);
    let slot = 0;
    for (let at = searched.indexOf(wanted); at !== -1; ) {
      slot = this.#slotAt(at, slot);
      found(slot);
      slot += 1;
      at = slot < this.#count ? searched.indexOf(wanted, this.#starts[slot]) : -1;
    }
  }

  blank(slot: number): void {
    const [start, end] = this.#range(slot);
    this.#bytes.fill(0, start, end);
  }

  close(): void {
    zero(this.#bytes);
    this.#length = 0;
    this.#count = 0;
  }

  /** Ends of the entries of these runs (u32 each), then their bytes. */
  serialise(runs: readonly SlotRun[]): Buffer {
    const count = runs.reduce((sum, run) => sum + run.to - run.from, 0);
    const length = runs.reduce((sum, run) => sum + this.#start(run.to) - this.#start(run.from), 0);
    const bytes = Buffer.alloc(count * 4 + length);
    let place = 0;
    let end = 0;
    for (const { from, to } of runs) {
      const shift = end - this.#start(from);
      for (let slot = from; slot < to; slot += 1) {
        bytes.writeUInt32LE(this.#start(slot + 1) + shift, place);
        place += 4;
      }
      this.#bytes.copy(bytes, count * 4 + end, this.#start(from), this.#start(to));
      end += this.#start(to) - this.#start(from);
    }
    return bytes;
  }

  /** Undefined where the bytes are not those of so many entries. */
  static parse(bytes: Buffer, count: number): SearchIndexColumn | undefined {
    if (bytes.length < count * 4) return undefined;
    const starts = new Int32Array(Math.max(count, 64));
    let start = 0;
    for (let place = 0; place < count; place += 1) {
      starts[place] = start;
      const end = bytes.readUInt32LE(place * 4);
      if (end < start) return undefined;
      start = end;
    }
    if (bytes.length !== count * 4 + start) return undefined;
    const own = Buffer.alloc(Math.max(start, 1024));
    bytes.copy(own, 0, count * 4);
    return new SearchIndexColumn(own, start, starts, count);
  }

  #range(slot: number): [number, number] {
    return [this.#start(slot), this.#start(slot + 1)];
  }

  /** Where an entry begins, or where the last one ends. */
  #start(slot: number): number {
    return slot < this.#count ? (this.#starts[slot] ?? 0) : this.#length;
  }

  /** The entry that a position lies in; not before `from`. */
  #slotAt(position: number, from: number): number {
    let low = from;
    let high = this.#count - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.alloc(Math.max(this.#bytes.length * 2, this.#length + more));
    this.#bytes.copy(larger, 0, 0, this.#length);
    zero(this.#bytes);
    this.#bytes = larger;
  }
}
