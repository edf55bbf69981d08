import { readFileSync } from 'node:fs';
import { deriveKey, openAead, sealAead, zero } from './cryptography.ts';
import { appendDurably, systemErrorCode, truncateDurably } from './durable-file.ts';
import { damaged } from './folder-refusal.ts';
import { type KeySlab, slabEntryBytes } from './key-slab.ts';

/**
 * The journal beside a vault: data keys made since the vault was written, appended and flushed before the rows that need
 * them commit, so that saving one consent does not rewrite a vault of 100,000 keys.
 *
 * A record is: 'AJ01', length (u32), nonce, ciphertext of slab entries, tag. The associated data holds office, epoch,
 * index and position, so a record cannot be moved, repeated or taken out of the middle. A torn record at the end is what
 * a power cut leaves of an append that was never acknowledged, and is ignored. That a *whole* acknowledged record is
 * missing or damaged at the end is seen by comparing with the number of keys the database counts (see `checkVaultState` in unfinished-work.ts).
 */
const recordMark = Buffer.from('AJ01', 'latin1');
const recordHeaderBytes = 8;
const sealOverhead = 12 + 16;

export class VaultJournal {
  readonly #path: string;
  readonly #context: Buffer;
  readonly #key: Buffer;
  #records = 0;
  #end = 0;

  /** @param context what every record is bound to: office and epoch. */
  constructor(path: string, epochKey: Uint8Array, context: Buffer) {
    this.#path = path;
    this.#context = context;
    this.#key = deriveKey(epochKey, context, 'ashbook vault journal v1');
  }

  /**
   * Reads the journal into `slab`.
   * @returns the number of bytes ignored at the end.
   * @throws Refusal folder_damaged where a record fails and a good one follows it.
   */
  load(slab: KeySlab): number {
    const content = readIfThere(this.#path);
    for (;;) {
      const record = this.#read(content, this.#end, this.#records);
      if (record === undefined) break;
      const added = slab.append(record.entries);
      zero(record.entries);
      if (!added) throw damaged('journal', 'repeated_key');
      this.#end = record.end;
      this.#records += 1;
    }
    if (this.#goodRecordFollows(content)) throw damaged('journal', 'damaged_in_the_middle');
    return content.length - this.#end;
  }

  /** Appends serialised slab entries and flushes. */
  append(entries: Uint8Array): void {
    const sealed = sealAead(this.#key, entries, this.#associated(this.#records, this.#end));
    const header = Buffer.alloc(recordHeaderBytes);
    header.set(recordMark);
    header.writeUInt32BE(sealed.length, 4);
    const record = Buffer.concat([header, sealed]);
    appendDurably(this.#path, record, this.#end, 'journal');
    this.#end += record.length;
    this.#records += 1;
  }

  /** Removes a torn tail for good. */
  cutTail(): void {
    truncateDurably(this.#path, this.#end, 'journal');
  }

  close(): void {
    zero(this.#key);
  }

  #read(content: Buffer, start: number, index: number): { entries: Buffer; end: number } | undefined {
    const end = recordEnd(content, start);
    if (end === undefined) return undefined;
    const sealed = content.subarray(start + recordHeaderBytes, end);
    const entries = openAead(this.#key, sealed, this.#associated(index, start));
    return entries && { entries, end };
  }

  #goodRecordFollows(content: Buffer): boolean {
    let start: number | undefined = this.#end;
    for (let index = this.#records; ; index += 1) {
      start = recordEnd(content, start);
      if (start === undefined) return false;
      const next = this.#read(content, start, index + 1);
      if (next !== undefined) {
        zero(next.entries);
        return true;
      }
    }
  }

  #associated(index: number, position: number): Buffer {
    const place = Buffer.alloc(12);
    place.writeUInt32BE(index, 0);
    place.writeBigUInt64BE(BigInt(position), 4);
    return Buffer.concat([this.#context, place]);
  }
}

function recordEnd(content: Buffer, start: number): number | undefined {
  if (content.length < start + recordHeaderBytes) return undefined;
  if (!content.subarray(start, start + 4).equals(recordMark)) return undefined;
  const length = content.readUInt32BE(start + 4);
  if (length <= sealOverhead || (length - sealOverhead) % slabEntryBytes !== 0) return undefined;
  const end = start + recordHeaderBytes + length;
  return end <= content.length ? end : undefined;
}

function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
