import {
  type AttachmentType,
  attachmentMaximumBytes,
  attachmentTailBytes,
  attachmentTypeOf,
  endsAs,
} from '../../shared/domain/collection/attachment-type.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { AttachmentWriter, attachmentChunkBytes, attachmentChunks } from '../storage/attachment-file.ts';
import { Sha256Stream } from '../storage/cryptography.ts';

/** A file that is being added. Holds one chunk at a time; the rest is on disk already, as ciphertext under `key`. */
export class AttachmentUpload {
  readonly attachmentId: string;
  /** Null for a scan that waits at the desk for its consent. */
  readonly unitId: string | null;
  readonly fileName: string;
  readonly bytes: number;
  readonly chunks: number;
  readonly #writer: AttachmentWriter;
  readonly #hash = new Sha256Stream();
  #received = 0;
  #sha256: string | undefined;
  #type: AttachmentType | undefined;
  #tail: Buffer = Buffer.alloc(0);

  /** Throws Refusal `attachment_too_large`. */
  constructor(
    folder: string,
    file: { attachmentId: string; unitId: string | null; fileName: string; bytes: number },
  ) {
    if (file.bytes > attachmentMaximumBytes) {
      throw new Refusal('attachment_too_large', { megabytes: attachmentMaximumBytes / 1024 / 1024 });
    }
    this.attachmentId = file.attachmentId;
    this.unitId = file.unitId;
    this.fileName = file.fileName;
    this.bytes = file.bytes;
    this.chunks = attachmentChunks(file.bytes);
    this.#writer = new AttachmentWriter(folder, file.attachmentId);
  }

  /** Whether it is here as a whole and is what was meant. */
  get isChecked(): boolean {
    return this.#sha256 !== undefined;
  }

  /** Undefined before its first piece has come. */
  get type(): AttachmentType | undefined {
    return this.#type;
  }

  get key(): Buffer {
    return this.#writer.key;
  }

  /**
   * Takes the next chunk; answers how many have come.
   * @throws Refusal attachment_chunk_unexpected (not the next one, or of the wrong length), attachment_type_unknown
   */
  append(index: number, chunk: Uint8Array): number {
    const isLast = index === this.chunks - 1;
    const expected = isLast ? this.bytes - index * attachmentChunkBytes : attachmentChunkBytes;
    if (index !== this.#received || index >= this.chunks || chunk.length !== expected)
      throw new Refusal('attachment_chunk_unexpected', { expected: this.#received });
    if (index === 0) {
      this.#type = attachmentTypeOf(chunk, this.bytes);
      if (this.#type === undefined) throw new Refusal('attachment_type_unknown');
    }
    this.#hash.update(chunk);
    this.#tail = Buffer.concat([this.#tail, chunk.subarray(-attachmentTailBytes)]).subarray(
      -attachmentTailBytes,
    );
    this.#writer.append(chunk, isLast);
    this.#received += 1;
    return this.#received;
  }

  /**
   * Whether everything has come and is what was meant; answers what it is. Once, and nothing more can be appended.
   * @throws Refusal attachment_incomplete, attachment_differs (another SHA-256), attachment_type_unknown
   */
  check(sha256: string): AttachmentType {
    if (this.#received < this.chunks || this.#type === undefined) throw new Refusal('attachment_incomplete');
    if (this.#hash.digest().toString('hex') !== sha256) throw new Refusal('attachment_differs');
    if (!endsAs(this.#type, this.#tail)) throw new Refusal('attachment_type_unknown');
    this.#sha256 = sha256;
    return this.#type;
  }

  /**
   * Puts a file that was checked in its place, flushed; answers what it is.
   * @throws Refusal attachment_incomplete
   */
  keep(): { type: AttachmentType; sha256: string } {
    if (this.#sha256 === undefined || this.#type === undefined) throw new Refusal('attachment_incomplete');
    this.#writer.keep();
    return { type: this.#type, sha256: this.#sha256 };
  }

  /** Zeroes the key and removes what was not kept. */
  close(): void {
    this.#writer.close();
  }
}
