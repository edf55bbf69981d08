import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { deriveKey, openAead, sealAead, zero } from './cryptography.ts';
import { GrowingFile, systemErrorCode, unlinkDurablyAside, writeAtEnd } from './durable-file.ts';
import { refusingAsync } from './folder-refusal.ts';
import { uuidToBytes } from './identifier-bytes.ts';
import { exists } from './office-folder.ts';
import type { OpenedOffice } from './opened-office.ts';
import type { WorkAside } from './work-aside.ts';

/**
 * `search.db`: the search index under the vault's index key, which dies with each execution. It is derived data: never backed
 * up, and made anew from the sealed payloads whenever it is missing, damaged, or under another key.
 *
 * File: 'ASHSRC01', office id (16), then segments: length (u32), nonce, AES-256-GCM ciphertext, tag. First the pieces of the
 * index as it was when the file was written, then what changed since, one segment a turn, in the order it happened. The
 * associated data holds mark, office, number and position of a segment, so that none can be moved, repeated or left out in the
 * middle. Changes are appended without waiting for the disk: the records know which the file has missed (`search_changes`).
 */
const fileMark = Buffer.from('ASHSRC01', 'latin1');
const headerBytes = fileMark.length + 16;
const pieceBytes = 1024 * 1024;
const sealOverhead = 12 + 16;

/** First byte of a segment's plaintext. */
const kinds = { piece: 1, lastPiece: 2, change: 3 } as const;

export interface FoundSearchIndex {
  /** To be zeroed by the caller. */
  readonly content: Buffer;
  /** In order; to be zeroed by the caller. */
  readonly changes: readonly Buffer[];
  /** False where something behind the last good segment could not be read: nothing may be appended to such a file. */
  readonly isWhole: boolean;
  readonly file: SearchIndexFile;
}

/** A file that is open for appending, in the sense that it is known where its end is; no handle is kept. */
export class SearchIndexFile {
  readonly #path: string;
  readonly #header: Buffer;
  readonly #key: Buffer;
  #segments: number;
  #end: number;
  #changed = 0;

  private constructor(office: OpenedOffice) {
    this.#path = office.layout.searchIndex;
    this.#header = Buffer.concat([fileMark, uuidToBytes(office.marker.officeId)]);
    this.#key = office.withSecret('indexKey', (key) =>
      deriveKey(key, this.#header, 'ashbook search index v1'),
    );
    this.#segments = 0;
    this.#end = headerBytes;
  }

  /** Bytes of changes behind the index. */
  get changedBytes(): number {
    return this.#changed;
  }

  /**
   * Writes the index as a whole, a piece each time the answer is asked for, so that nobody waits for all of it; the last piece is
   * flushed and the file put in the place of any before. Ended early, nothing has changed. Throws what a failing disk throws.
   * @returns the file, when the whole of `content` (zeroed by the caller) is in it.
   */
  static *write(office: OpenedOffice, content: Buffer): Generator<undefined, SearchIndexFile | null> {
    const file = new SearchIndexFile(office);
    const growing = new GrowingFile(file.#path, 'search_index');
    let isKept = false;
    try {
      growing.append(file.#header);
      for (let at = 0; at === 0 || at < content.length; at += pieceBytes) {
        const isLast = at + pieceBytes >= content.length;
        const segment = file.#seal(
          isLast ? kinds.lastPiece : kinds.piece,
          content.subarray(at, at + pieceBytes),
        );
        growing.append(segment);
        file.#advance(segment);
        yield;
      }
      growing.keep();
      isKept = true;
      return file;
    } finally {
      growing.drop();
      if (!isKept) file.close();
    }
  }

  /** Undefined where there is none, or not one that the current key opens. Throws what a failing disk throws. */
  static read(office: OpenedOffice): FoundSearchIndex | undefined {
    const stored = readIfThere(office.layout.searchIndex);
    if (stored === undefined) return undefined;
    const file = new SearchIndexFile(office);
    const found = file.#parse(stored);
    if (found === undefined) file.close();
    return found;
  }

  /** Whether the file, if there is one, opens with the current key. Reads only its beginning. */
  static state(office: OpenedOffice): 'absent' | 'opens' | 'refused' {
    const { searchIndex } = office.layout;
    if (!exists(searchIndex)) return 'absent';
    const file = new SearchIndexFile(office);
    try {
      const first = file.#open(readStart(searchIndex));
      zero(first?.content);
      return first === undefined ? 'refused' : 'opens';
    } finally {
      file.close();
    }
  }

  /** What changed, behind what is there; not flushed. Throws what a failing disk throws: the file is of no use then. */
  append(change: Buffer): void {
    const segment = this.#seal(kinds.change, change);
    writeAtEnd(this.#path, segment, this.#end, 'search_index');
    this.#advance(segment);
    this.#changed += segment.length;
  }

  close(): void {
    zero(this.#key);
  }

  #parse(stored: Buffer): FoundSearchIndex | undefined {
    if (!stored.subarray(0, headerBytes).equals(this.#header)) return undefined;
    const pieces: Buffer[] = [];
    const changes: Buffer[] = [];
    let isComplete = false;
    for (;;) {
      const segment = this.#open(stored);
      if (segment === undefined || (segment.kind === kinds.change) !== isComplete) break;
      (isComplete ? changes : pieces).push(segment.content);
      isComplete ||= segment.kind === kinds.lastPiece;
      if (segment.kind === kinds.change) this.#changed += segment.bytes.length;
      this.#advance(segment.bytes);
    }
    if (!isComplete) {
      zero(...pieces);
      return undefined;
    }
    const content = Buffer.concat(pieces);
    zero(...pieces);
    return { content, changes, isWhole: this.#end === stored.length, file: this };
  }

  #seal(kind: number, content: Buffer): Buffer {
    const plaintext = Buffer.concat([Buffer.of(kind), content]);
    const sealed = sealAead(this.#key, plaintext, this.#associated());
    zero(plaintext);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(sealed.length);
    return Buffer.concat([length, sealed]);
  }

  /** The segment at the end of what has been read; `content` is to be zeroed. */
  #open(stored: Buffer): { kind: number; content: Buffer; bytes: Buffer } | undefined {
    const start = this.#end;
    if (stored.length < start + 4) return undefined;
    const length = stored.readUInt32BE(start);
    if (length <= sealOverhead || stored.length < start + 4 + length) return undefined;
    const bytes = stored.subarray(start, start + 4 + length);
    const plaintext = openAead(this.#key, bytes.subarray(4), this.#associated());
    return plaintext && { kind: plaintext[0] ?? 0, content: plaintext.subarray(1), bytes };
  }

  #advance(segment: Buffer): void {
    this.#segments += 1;
    this.#end += segment.length;
  }

  #associated(): Buffer {
    const place = Buffer.alloc(12);
    place.writeUInt32BE(this.#segments, 0);
    place.writeBigUInt64BE(BigInt(this.#end), 4);
    return Buffer.concat([this.#header, place]);
  }
}

/**
 * Removes an index that the current key does not open. Not overwritten: its key is gone, and 100,000 people's worth of noise
 * would keep everybody waiting.
 */
export async function removeSupersededSearchIndex(
  office: OpenedOffice,
  { aside }: Pick<WorkAside, 'aside'>,
): Promise<void> {
  if (SearchIndexFile.state(office) !== 'refused') return;
  await aside(async (goOn) => {
    await refusingAsync(() => unlinkDurablyAside(office.layout.searchIndex, 'search_index'));
    goOn();
  });
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function readStart(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(headerBytes + 4 + 1 + pieceBytes + sealOverhead);
    return start.subarray(0, readSync(file, start, 0, start.length, 0));
  } finally {
    closeSync(file);
  }
}
