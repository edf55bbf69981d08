import type { ImportedTable, ImportFinding } from '../../shared/contract/collection-import.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { TableLayout } from '../documents/table-reader.ts';
import { sha256, zero } from '../storage/cryptography.ts';

/** 200,000 rows of an office take some 30 MB; what is longer is to be divided. */
export const importMaximumBytes = 64 * 1024 * 1024;
/** Length of a piece in which a file arrives. */
export const importChunkBytes = 1024 * 1024;

/** How a file was read: what the page was told, and what is needed to read it again. */
export interface ReadTable {
  readonly layout: TableLayout;
  readonly table: ImportedTable;
}

/**
 * A file that is being taken over. It is in memory alone and is zeroed at the end: a file of everybody's data has no business on the
 * disk, not even for a minute.
 */
export class ImportFile {
  readonly importId: string;
  readonly fileName: string;
  readonly #content: Buffer;
  #received: number;
  #digest: string | null = null;
  read: ReadTable | null = null;
  findings: readonly ImportFinding[] = [];

  constructor(importId: string, fileName: string, content: Buffer, received: number) {
    this.importId = importId;
    this.fileName = fileName;
    this.#content = content;
    this.#received = received;
  }

  get chunks(): number {
    return Math.max(1, Math.ceil(this.#content.length / importChunkBytes));
  }

  /** Takes the next piece; answers how many have come. Throws Refusal `import_chunk_unexpected`. */
  append(index: number, chunk: Uint8Array): number {
    const expected = Math.min(importChunkBytes, this.#content.length - this.#received);
    if (index * importChunkBytes !== this.#received || chunk.length !== expected)
      throw new Refusal('import_chunk_unexpected', {
        expected: Math.ceil(this.#received / importChunkBytes),
      });
    this.#content.set(chunk, this.#received);
    this.#received += chunk.length;
    return index + 1;
  }

  /** Throws Refusal `import_incomplete`. */
  get content(): Buffer {
    if (this.#received < this.#content.length) throw new Refusal('import_incomplete');
    return this.#content;
  }

  /** SHA-256, hexadecimal: the same file is known again by it. */
  get digest(): string {
    this.#digest ??= sha256(this.content).toString('hex');
    return this.#digest;
  }

  /** Throws Refusal `import_not_read`. */
  get requireRead(): ReadTable {
    if (this.read === null) throw new Refusal('import_not_read');
    return this.read;
  }

  close(): void {
    zero(this.#content);
    this.read = null;
    this.findings = [];
  }
}

/** The one file that the person at the desk is taking over. */
export class ImportDesk {
  #file: ImportFile | null = null;

  /** Lays a file on the desk; one that was there before is put away. */
  begin(file: ImportFile): void {
    this.clear();
    this.#file = file;
  }

  /** Throws Refusal `import_unknown`: it ended with the lock, or another one took its place. */
  file(importId: string): ImportFile {
    if (this.#file?.importId !== importId) throw new Refusal('import_unknown');
    return this.#file;
  }

  close(importId: string): boolean {
    if (this.#file?.importId !== importId) return false;
    this.clear();
    return true;
  }

  clear(): void {
    this.#file?.close();
    this.#file = null;
  }
}
