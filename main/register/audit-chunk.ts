import { sha256 } from '../storage/cryptography.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { type IssuedCertificate, readIssued } from './certificate-sequence.ts';

/** A run of entries with which nothing is wrong, read at once. */
export interface SoundChunk {
  readonly count: number;
  readonly leaves: readonly Uint8Array[];
  readonly issued: readonly IssuedCertificate[];
}

interface ChunkRecord {
  count: number;
  first: number | null;
  last: number | null;
  entries: string | null;
  leaves: string | null;
}

/**
 * All entries of a run in one string, each behind a zero byte: together they are the leaves' input as RFC 9162, section 2.1, wants
 * it (0x00 and the data), and a million rows need not become a million objects. Canonical JSON has no zero byte of its own.
 */
const chunkSql = `
  SELECT count(*) AS count, min(sequence) AS first, max(sequence) AS last,
    char(0) || group_concat(entry, char(0)) AS entries, group_concat(hex(leaf_hash), '') AS leaves
  FROM (SELECT sequence, entry, leaf_hash FROM audit_entries WHERE sequence >= ? ORDER BY sequence LIMIT ?)`;

/** The end of an entry as the application writes it: keys in their order, so that most need not be parsed to be known as sound. */
const usualEnd = /,"format":"ashbook-audit\/1","sequence":(\d+),"staffNumber":(?:\d+|null)\}$/u;
const issuing = '"code":"register.certificate_issued"';
const digestBytes = 32;

/** Whether the entry ends as it must at this place in the log. */
export function endsAsUsual(tail: string, sequence: number): boolean {
  return usualEnd.exec(tail)?.[1] === String(sequence);
}

/** How much of an entry's end `endsAsUsual` wants to see, bytes. */
export const tailBytes = 120;

/** Null where anything in the run is not as it must be; it is read entry by entry then, to say which. */
export function readSoundChunk(database: ReadDatabase, from: number, rows: number): SoundChunk | null {
  const record = database.get<ChunkRecord>(chunkSql, [from, rows]);
  if (record === undefined || record.entries === null || record.leaves === null) return null;
  const { count, first, last } = record;
  if (first !== from || last !== from + count - 1) return null;
  const bytes = Buffer.from(record.entries, 'utf8');
  const stored = Buffer.from(record.leaves, 'hex');
  if (stored.length !== count * digestBytes) return null;
  const leaves: Uint8Array[] = [];
  let at = 0;
  for (let place = 0; place < count; place += 1) {
    const next = bytes.indexOf(0, at + 1);
    const end = next < 0 ? bytes.length : next;
    const leaf = sha256(bytes.subarray(at, end));
    const tail = bytes.toString('latin1', Math.max(at, end - tailBytes), end);
    const isStored = leaf.compare(stored, place * digestBytes, (place + 1) * digestBytes) === 0;
    if (!isStored || !endsAsUsual(tail, from + place)) return null;
    leaves.push(leaf);
    at = end;
  }
  if (at !== bytes.length) return null;
  const issued = record.entries.includes(issuing)
    ? record.entries
        .split('\0')
        .filter((entry) => entry.includes(issuing))
        .flatMap(readIssued)
    : [];
  return { count, leaves, issued };
}
