import { Zip, ZipPassThrough } from 'fflate';
import type { Temporal } from 'temporal-polyfill';

/** One file of an archive, its content in pieces so that a large one is never in memory as a whole. */
export interface ArchivedFile {
  /** With folders, divided by `/`. */
  readonly name: string;
  pieces(): Iterable<Uint8Array>;
}

/** What a ZIP without its 64-bit extension can hold, less room for its directory (APPNOTE.TXT 4.4.1.4). */
export const archiveMaximumBytes = 0xffff_ffff - 16 * 1024 * 1024;

/** A ZIP archive piece by piece. Nothing is compressed: scans and PDFs already are. */
export function* zipArchive(files: Iterable<ArchivedFile>, madeAt: Temporal.Instant): Generator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    made.push(piece);
  });
  for (const { name, pieces } of files) {
    const entry = new ZipPassThrough(name);
    entry.mtime = madeAt.epochMilliseconds;
    zip.add(entry);
    for (const piece of pieces()) {
      entry.push(piece);
      yield* made.splice(0);
    }
    entry.push(new Uint8Array(), true);
    yield* made.splice(0);
  }
  zip.end();
  yield* made.splice(0);
}

const nameMaximum = 80;

/** A name as every system can write it: what means something in a path or cannot be seen becomes a line. */
export function archivedName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[\\/:*?"<>|\p{C}]+/gu, '_')
    .replace(/^[. ]+|[. ]+$/gu, '');
  if (plain.length <= nameMaximum) return plain === '' ? '_' : plain;
  const ending = /\.[^.]{1,8}$/u.exec(plain)?.[0] ?? '';
  return `${[...plain].slice(0, nameMaximum - ending.length).join('')}${ending}`;
}
