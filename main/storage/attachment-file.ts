import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../shared/domain/refusal.ts';
import { keyBytes, openAead, randomBytes, sealAead, zero } from './cryptography.ts';
import { GrowingFile, makeFolderDurably, overwriteAndUnlink, systemErrorCode } from './durable-file.ts';
import { refusing } from './folder-refusal.ts';
import { uuidToBytes } from './identifier-bytes.ts';
import { exists, listFolder, officeLayout } from './office-folder.ts';

/**
 * One attached file: `attachments/<id>` holds nothing but ciphertext under a key of its own.
 *
 * File: 'ASHATT01', id (16), then chunk by chunk: nonce (12), AES-256-GCM ciphertext, tag (16). Every chunk but the last
 * holds `attachmentChunkBytes` of the file; a file of no bytes has one empty chunk. The associated data of a chunk is mark,
 * id, number and whether it is the last, so chunks cannot be moved, repeated, left out or taken from another file, and a
 * file cannot end early (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015, with random nonces).
 *
 * The key stands in the row that names the file, sealed under the person's data key: a new data key means sealing 32 bytes
 * anew, not 50 MB, and without the data key the file is noise.
 */
const fileMark = Buffer.from('ASHATT01', 'latin1');
const headerBytes = fileMark.length + 16;
const chunkOverhead = 12 + 16;

/** Plaintext bytes in every chunk but the last. */
export const attachmentChunkBytes = 1024 * 1024;

export function attachmentChunks(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / attachmentChunkBytes));
}

/** How long the file of an attachment of so many bytes is. */
export function attachmentFileBytes(bytes: number): number {
  return headerBytes + bytes + attachmentChunks(bytes) * chunkOverhead;
}

export function attachmentPath(folder: string, attachmentId: string): string {
  return join(officeLayout(folder).attachments, attachmentId);
}

/** Writes one attachment, chunk by chunk; memory stays flat whatever its size. */
export class AttachmentWriter {
  /** 32 bytes; zeroed by `close`. */
  readonly key: Buffer = randomBytes(keyBytes);
  readonly #attachmentId: string;
  readonly #file: GrowingFile;
  #chunks = 0;
  #isComplete = false;

  constructor(folder: string, attachmentId: string) {
    this.#attachmentId = attachmentId;
    this.#file = refusing(() => {
      makeFolderDurably(officeLayout(folder).attachments, 'attachment');
      const file = new GrowingFile(attachmentPath(folder, attachmentId), 'attachment');
      try {
        file.append(Buffer.concat([fileMark, uuidToBytes(attachmentId)]));
      } catch (error) {
        file.drop();
        throw error;
      }
      return file;
    });
  }

  append(chunk: Uint8Array, isLast: boolean): void {
    const fits = isLast
      ? chunk.length <= attachmentChunkBytes && (chunk.length > 0 || this.#chunks === 0)
      : chunk.length === attachmentChunkBytes;
    if (this.#isComplete || !fits) throw new Error('a chunk of the wrong length');
    const sealed = sealAead(this.key, chunk, associatedData(this.#attachmentId, this.#chunks, isLast));
    refusing(() => this.#file.append(sealed));
    this.#chunks += 1;
    this.#isComplete = isLast;
  }

  /** Puts the file in its place, flushed: only then may a row that names it be committed. */
  keep(): void {
    if (!this.#isComplete) throw new Error('an attachment without its last chunk');
    refusing(() => this.#file.keep());
  }

  /** Zeroes the key; removes what was written unless it was kept. */
  close(): void {
    zero(this.key);
    this.#file.drop();
  }
}

/**
 * One chunk of an attachment.
 * @param bytes length of the attached file, from the row that names it
 * @throws Refusal attachment_missing (no such file), attachment_damaged (it is not what was written, or not with this key)
 */
export function readAttachmentChunk(
  folder: string,
  attachmentId: string,
  key: Uint8Array,
  bytes: number,
  index: number,
): Buffer {
  const chunks = attachmentChunks(bytes);
  if (!Number.isInteger(index) || index < 0 || index >= chunks) throw new Refusal('attachment_chunk_unknown');
  const sealed = refusing(() => readSealedChunk(attachmentPath(folder, attachmentId), bytes, index));
  const isLast = index === chunks - 1;
  const chunk = sealed && openAead(key, sealed, associatedData(attachmentId, index, isLast));
  if (chunk === undefined) throw new Refusal('attachment_damaged');
  return chunk;
}

/** Undefined where length or header are not those of this attachment. */
function readSealedChunk(path: string, bytes: number, index: number): Buffer | undefined {
  const file = openToRead(path);
  try {
    if (fstatSync(file).size !== attachmentFileBytes(bytes)) return undefined;
    const header = read(file, 0, headerBytes);
    const id = path.slice(-36);
    if (!header.equals(Buffer.concat([fileMark, uuidToBytes(id)]))) return undefined;
    const length = Math.min(attachmentChunkBytes, bytes - index * attachmentChunkBytes) + chunkOverhead;
    return read(file, headerBytes + index * (attachmentChunkBytes + chunkOverhead), length);
  } finally {
    closeSync(file);
  }
}

function openToRead(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') throw new Refusal('attachment_missing');
    throw error;
  }
}

function read(file: number, position: number, length: number): Buffer {
  const content = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const more = readSync(file, content, done, length - done, position + done);
    if (more === 0) break;
    done += more;
  }
  return content.subarray(0, done);
}

function associatedData(attachmentId: string, index: number, isLast: boolean): Buffer {
  const place = Buffer.alloc(5);
  place.writeUInt32BE(index);
  place.writeUInt8(isLast ? 1 : 0, 4);
  return Buffer.concat([fileMark, uuidToBytes(attachmentId), place]);
}

/** Ids of the attachments whose files lie in the folder. */
export function attachmentFileIds(folder: string): string[] {
  return listFolder(folder).flatMap((file) =>
    file.role === 'attachment' ? file.relativePath.slice('attachments/'.length) : [],
  );
}

/** Overwrites and removes an attachment's file. Answers false where there was none. */
export function removeAttachmentFile(folder: string, attachmentId: string): boolean {
  const path = attachmentPath(folder, attachmentId);
  return refusing(() => {
    if (!exists(path)) return false;
    overwriteAndUnlink(path, 'attachment');
    return true;
  });
}
