import { z } from 'zod';
import { zero } from '../storage/cryptography.ts';
import { SearchIndex, type SearchIndexEntry } from '../storage/search-index.ts';

/** What one turn changed in the index. */
export interface SearchChange {
  /** Number of the last of the changes taken in (`search_changes.number`). */
  readonly through: number;
  readonly put: readonly SearchIndexEntry[];
  readonly removed: readonly string[];
}

const searchChange = z.strictObject({
  through: z.int(),
  put: z.array(z.strictObject({ id: z.string(), rank: z.number(), columns: z.array(z.array(z.string())) })),
  removed: z.array(z.string()),
});

/** The caller zeroes the answer. */
export function packChange(change: SearchChange): Buffer {
  return Buffer.from(JSON.stringify(change));
}

/** What `packChange` made; that it is whole has been authenticated. */
export function unpackChange(bytes: Buffer): SearchChange {
  return searchChange.parse(JSON.parse(bytes.toString('utf8')));
}

/** The whole index, and through which change it goes (f64). The caller zeroes the answer. */
export function packIndex(index: SearchIndex, through: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeDoubleLE(through);
  const content = index.serialise();
  const packed = Buffer.concat([head, content]);
  zero(content);
  return packed;
}

/** Undefined where it was written by a version with other columns. */
export function unpackIndex(
  bytes: Buffer,
  columns: number,
): { readonly index: SearchIndex; readonly through: number } | undefined {
  if (bytes.length < 8) return undefined;
  const index = SearchIndex.parse(bytes.subarray(8), columns);
  return index && { index, through: bytes.readDoubleLE(0) };
}
