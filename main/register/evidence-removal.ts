import { canonicalJsonBytes } from '../../shared/domain/register/canonical-json.ts';
import {
  type EvidenceKind,
  type RemovalStatement,
  removalIsApproved,
  removalStatement,
  type SignedRemoval,
  signedRemoval,
} from '../../shared/domain/register/evidence-removal.ts';
import type { Clock } from '../clock.ts';
import type { Actor } from '../context.ts';
import { presentSigningKey } from '../office/user.ts';
import { verifyEd25519 } from '../storage/cryptography.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import { appendAuditEntry } from './audit-log.ts';

export interface RemovalRecord {
  id: string;
  kind: EvidenceKind;
  rule_version_id: string;
  before_size: number | null;
  issued_before: string | null;
  state: 'proposed' | 'rejected' | 'approved' | 'finished';
  proposed_at: string;
  proposed_by: string;
  decided_at: string | null;
}

const columns =
  'id, kind, rule_version_id, before_size, issued_before, state, proposed_at, proposed_by, decided_at';

/** Newest first. */
export function listRemovals(database: ReadDatabase): RemovalRecord[] {
  return database.all<RemovalRecord>(
    `SELECT ${columns} FROM evidence_removals ORDER BY proposed_at DESC, rowid DESC`,
  );
}

export function readRemovalDeeds(database: ReadDatabase, removalId: string): SignedRemoval[] {
  return database
    .all<{ statement: string; signature: Uint8Array; signing_public_key: Uint8Array }>(
      'SELECT statement, signature, signing_public_key FROM evidence_removal_deeds WHERE removal_id = ?',
      [removalId],
    )
    .flatMap((row) => {
      const parsed = signedRemoval.safeParse({
        statement: jsonOrNull(row.statement),
        signature: Buffer.from(row.signature).toString('base64'),
        publicKey: Buffer.from(row.signing_public_key).toString('base64'),
      });
      return parsed.success ? [parsed.data] : [];
    });
}

export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Signs, with the person's own key, what they ask for or decide, and keeps the statement. */
export function signRemoval(
  database: Database,
  actor: Actor,
  statement: Omit<RemovalStatement, 'format' | 'userId' | 'staffNumber'>,
): void {
  const whole = removalStatement.parse({
    ...statement,
    format: 'ashbook-evidence-removal/1',
    userId: actor.id,
    staffNumber: actor.staffNumber,
  });
  database.run(
    `INSERT INTO evidence_removal_deeds (removal_id, deed, user_id, signing_public_key, statement, signature)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [
      whole.removalId,
      whole.deed,
      actor.id,
      presentSigningKey(database, actor.id).publicKey,
      JSON.stringify(whole),
      actor.sign(canonicalJsonBytes(whole)),
    ],
  );
}

/** A removal that two people stand for, with what they signed. */
export interface ProvenRemoval {
  readonly record: RemovalRecord;
  readonly statement: RemovalStatement;
  readonly deeds: readonly SignedRemoval[];
}

/** Whether what is signed is what the row says: a row by itself lets nothing go. */
export function proveRemoval(database: ReadDatabase, record: RemovalRecord): ProvenRemoval | null {
  const deeds = readRemovalDeeds(database, record.id);
  const statement = deeds.find((one) => one.statement.deed === 'approve')?.statement;
  const isApproved = removalIsApproved(deeds, (message, signature, publicKey) =>
    verifyEd25519(publicKey, message, signature),
  );
  if (statement === undefined || !isApproved) return null;
  const { extent } = statement;
  const isSame =
    statement.removalId === record.id &&
    extent.kind === record.kind &&
    statement.rule.ruleVersionId === record.rule_version_id &&
    (extent.kind === 'audit_log'
      ? extent.size === record.before_size
      : extent.issuedBefore === record.issued_before);
  return isSame ? { record, statement, deeds } : null;
}

/** What two people stand for, of what has been approved; newest first. */
export function provenRemovals(database: ReadDatabase, kind: EvidenceKind): ProvenRemoval[] {
  return listRemovals(database).flatMap((record) => {
    if (record.kind !== kind || (record.state !== 'approved' && record.state !== 'finished')) return [];
    return proveRemoval(database, record) ?? [];
  });
}

/** The rule under which the content of an entry was removed: of the first removal that covered it. */
export function removedUnder(removals: readonly ProvenRemoval[], sequence: number) {
  const statement = removals.findLast(({ record }) => sequence < (record.before_size ?? 0))?.statement;
  return { rule: statement?.rule.name ?? null, through: statement?.through ?? null };
}

/** A conditional certificate is needed until its completion: it says which copies are outstanding. */
export const removable = `c.issued_at < ? AND c.envelope <> ''
  AND (c.conditional = 0 OR EXISTS (SELECT 1 FROM certificates d WHERE d.completes = c.number))`;

export const entriesAtOnce = 5000;

/** Removes a piece of what an approved removal names; true once nothing is left of it. */
export function removeSome(database: Database, clock: Clock, { record }: ProvenRemoval): boolean {
  return database.transaction(() => {
    const { changes } =
      record.kind === 'audit_log'
        ? database.run(
            `UPDATE audit_entries SET entry = '' WHERE sequence IN
               (SELECT sequence FROM audit_entries WHERE sequence < ? AND entry <> '' ORDER BY sequence LIMIT ?)`,
            [record.before_size, entriesAtOnce],
          )
        : database.run(
            `UPDATE certificates SET envelope = '' WHERE number IN (SELECT c.number FROM certificates c WHERE ${removable})`,
            [record.issued_before],
          );
    if (record.kind === 'audit_log' && changes === entriesAtOnce) return false;
    database.run("UPDATE evidence_removals SET state = 'finished' WHERE id = ?", [record.id]);
    appendAuditEntry(database, clock, {
      code: 'register.evidence_removed',
      actor: null,
      about: { removalId: record.id, evidence: record.kind },
    });
    return true;
  });
}

/** Goes on with what a crash or a closed office left half done. */
export function resumeRemovals(database: Database, clock: Clock): void {
  for (const record of listRemovals(database).filter(({ state }) => state === 'approved')) {
    const removal = proveRemoval(database, record);
    if (removal === null) continue;
    while (!removeSome(database, clock, removal));
  }
}
