import { z } from 'zod';
import {
  type AuditCode,
  type AuditEntry,
  type AuditSubject,
  auditEntry,
} from '../../shared/domain/register/audit-entry.ts';
import { canonicalJsonBytes } from '../../shared/domain/register/canonical-json.ts';
import { toHexadecimal } from '../../shared/domain/register/hexadecimal.ts';
import {
  appendLeaf,
  type CompactRange,
  emptyRange,
  hashLeaf,
  loadRange,
  rangeRoot,
  saveRange,
} from '../../shared/domain/register/merkle-tree.ts';
import { type Clock, instantText } from '../clock.ts';
import { sha256 } from '../storage/cryptography.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';

/**
 * The audit log: an RFC 9162 Merkle tree over every entry, grown in the transaction of the deed it records. The leaf is the
 * entry's canonical JSON, so anyone with the entry can compute it.
 */
export interface AuditedDeed {
  readonly code: AuditCode;
  readonly about: AuditSubject;
  /** Null for what the application does by the clock. */
  readonly actor: { readonly id: string; readonly staffNumber: number } | null;
}

const peaksColumn = z.array(z.string());

export function readAuditTree(database: ReadDatabase): CompactRange {
  const row = database.get<{ size: number; peaks: string }>(
    'SELECT size, peaks FROM audit_tree WHERE id = 1',
  );
  return row === undefined
    ? emptyRange
    : loadRange({ size: row.size, peaks: peaksColumn.parse(JSON.parse(row.peaks)) });
}

/** Must be called inside the transaction of the deed. */
export function appendAuditEntry(database: Database, clock: Clock, deed: AuditedDeed): AuditEntry {
  if (!database.inTransaction) throw new Error('an audit entry outside the transaction of its deed');
  const tree = readAuditTree(database);
  const entry = auditEntry.parse({
    format: 'ashbook-audit/1',
    sequence: tree.size,
    at: instantText(clock.now()),
    code: deed.code,
    actorId: deed.actor?.id ?? null,
    staffNumber: deed.actor?.staffNumber ?? null,
    about: deed.about,
  });
  const bytes = canonicalJsonBytes(entry);
  const leafHash = hashLeaf(sha256, bytes);
  database.run('INSERT INTO audit_entries (sequence, entry, leaf_hash) VALUES (?, ?, ?)', [
    entry.sequence,
    Buffer.from(bytes).toString('utf8'),
    leafHash,
  ]);
  const grown = saveRange(appendLeaf(sha256, tree, leafHash).range);
  database.run(
    'INSERT INTO audit_tree (id, size, peaks) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET size = excluded.size, peaks = excluded.peaks',
    [grown.size, JSON.stringify(grown.peaks)],
  );
  return entry;
}

export function auditRoot(database: ReadDatabase): { size: number; root: string } {
  const tree = readAuditTree(database);
  return { size: tree.size, root: toHexadecimal(rangeRoot(sha256, tree)) };
}
