import type { z } from 'zod';
import type { auditFinding } from '../../shared/contract/register.ts';
import { auditEntry } from '../../shared/domain/register/audit-entry.ts';
import { canonicalJson } from '../../shared/domain/register/canonical-json.ts';
import { certificateEnvelopeSchema } from '../../shared/domain/register/certificate.ts';
import { toHexadecimal } from '../../shared/domain/register/hexadecimal.ts';
import {
  appendLeaf,
  type CompactRangeState,
  emptyRange,
  hashLeaf,
  rangeRoot,
  saveRange,
} from '../../shared/domain/register/merkle-tree.ts';
import type { WorkContext } from '../context.ts';
import { sha256 } from '../storage/cryptography.ts';
import { checkpointIsSigned, listCheckpoints } from './audit-checkpoint.ts';
import { readAuditTree } from './audit-log.ts';
import { certificateIsSigned } from './certificate.ts';

type AuditFinding = z.infer<typeof auditFinding>;

interface EntryRecord {
  sequence: number;
  entry: string;
  leaf_hash: Uint8Array;
}

const batch = 2000;

/**
 * Recomputes the whole log from its entries: gapless sequence, each entry canonical and matching its leaf, the tree's root, every
 * signed checkpoint at its size, every certificate's own checkpoint. Reports the first entry that does not fit.
 */
export async function verifyAuditLog(
  context: Pick<WorkContext, 'database' | 'storage' | 'progress' | 'safePoint'>,
): Promise<{ entries: number; root: string; findings: AuditFinding[]; canBeAppendedTo: boolean }> {
  const { database, storage } = context;
  const total = database.value<number>('SELECT count(*) FROM audit_entries') ?? 0;
  const checkpoints = listCheckpoints(database);
  const rootAt = new Map<number, string | null>(checkpoints.map((checkpoint) => [checkpoint.size, null]));
  const certificates = database
    .all<{ envelope: string }>('SELECT envelope FROM certificates ORDER BY number')
    .map((row) => certificateEnvelopeSchema.safeParse(jsonOrNull(row.envelope)));
  for (const certificate of certificates) {
    if (certificate.success) rootAt.set(certificate.data.content.audit.size, null);
  }

  let tree = emptyRange;
  let brokenSequence: number | null = null;
  let brokenEntry: number | null = null;
  for (let from = 0; ; ) {
    const rows = database.all<EntryRecord>(
      'SELECT sequence, entry, leaf_hash FROM audit_entries WHERE sequence >= ? ORDER BY sequence LIMIT ?',
      [from, batch],
    );
    for (const row of rows) {
      if (row.sequence !== tree.size) brokenSequence ??= tree.size;
      const leaf = hashLeaf(sha256, Buffer.from(row.entry, 'utf8'));
      if (!entryIsSound(row) || !Buffer.from(leaf).equals(row.leaf_hash)) brokenEntry ??= row.sequence;
      tree = appendLeaf(sha256, tree, leaf).range;
      if (rootAt.has(tree.size)) rootAt.set(tree.size, toHexadecimal(rangeRoot(sha256, tree)));
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    from = last.sequence + 1;
    context.progress('verify_entries', tree.size, total);
    await context.safePoint();
  }
  const root = toHexadecimal(rangeRoot(sha256, tree));
  const stored = storedTree(database);
  const treeFits = JSON.stringify(stored) === JSON.stringify(saveRange(tree));
  const badCheckpoint = checkpoints.find(
    (checkpoint) =>
      rootAt.get(checkpoint.size) !== checkpoint.root ||
      !checkpointIsSigned(checkpoint, storage.marker.officeId, storage.officePublicKey),
  );
  const badCertificate = certificates.find(
    (certificate) =>
      !certificate.success ||
      !certificateIsSigned(certificate.data, storage.officePublicKey) ||
      rootAt.get(certificate.data.content.audit.size) !== certificate.data.content.audit.root,
  );
  const finding = (
    check: AuditFinding['check'],
    failed: boolean,
    sequence: number | null,
    compared: number,
  ): AuditFinding => ({
    check,
    result: failed ? 'fail' : 'pass',
    sequence: failed ? sequence : null,
    compared,
  });
  return {
    entries: tree.size,
    root,
    canBeAppendedTo: stored !== null,
    findings: [
      finding('sequence', brokenSequence !== null, brokenSequence, total),
      finding('entries', brokenEntry !== null, brokenEntry, total),
      finding('tree', !treeFits, null, stored?.size ?? 0),
      finding('checkpoints', badCheckpoint !== undefined, badCheckpoint?.size ?? null, checkpoints.length),
      finding('certificates', badCertificate !== undefined, null, certificates.length),
    ],
  };
}

/** Null where somebody changed it so that it is no tree any more: that is a finding, not an accident. */
function storedTree(database: WorkContext['database']): CompactRangeState | null {
  try {
    return saveRange(readAuditTree(database));
  } catch {
    return null;
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function entryIsSound(row: EntryRecord): boolean {
  const value = jsonOrNull(row.entry);
  const parsed = auditEntry.safeParse(value);
  return parsed.success && parsed.data.sequence === row.sequence && canonicalJson(value) === row.entry;
}
