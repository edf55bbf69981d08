import { Temporal } from 'temporal-polyfill';
import {
  type EvidenceKind,
  evidenceKinds,
  lastDayPast,
  type RemovalExtent,
  startingEvidenceRule,
} from '../../shared/domain/register/evidence-removal.ts';
import {
  type RetentionRuleContent,
  retentionRuleContent,
} from '../../shared/domain/retention/retention-rule.ts';
import type { ReadContext } from '../context.ts';
import { insertRecordClass, insertRule } from '../retention/retention-rule.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import { findCheckpoint } from './audit-checkpoint.ts';
import { removable } from './evidence-removal.ts';

interface EvidenceRule {
  readonly kind: EvidenceKind;
  readonly ruleId: string;
  readonly ruleVersionId: string;
  readonly recordClassId: string;
  readonly version: number;
  readonly content: RetentionRuleContent;
  readonly changeId: string | null;
}

/** The rules of evidence of a new office. */
export function beginEvidenceRules(
  database: Database,
  office: { officeId: string; jurisdiction: RetentionRuleContent['jurisdiction']; createdAt: string },
  newId: () => string,
): void {
  for (const kind of evidenceKinds) {
    const content = startingEvidenceRule(kind, office.jurisdiction);
    const recordClassId = newId();
    insertRecordClass(database, { id: recordClassId, officeId: office.officeId, name: content.name });
    database.run('UPDATE record_classes SET evidence = ? WHERE id = ?', [kind, recordClassId]);
    insertRule(database, {
      ruleId: newId(),
      ruleVersionId: newId(),
      recordClassId,
      officeId: office.officeId,
      content,
      createdAt: office.createdAt,
      createdBy: null,
      approvedBy: null,
    });
  }
}

interface RuleRecord {
  rule_id: string;
  id: string;
  record_class_id: string;
  version: number;
  content: string;
  change_id: string | null;
}

/** What keeps this evidence: of several rules of its class the one with the longest period. */
export function evidenceRule(database: ReadDatabase, kind: EvidenceKind, today: string): EvidenceRule {
  const [longest] = database
    .all<RuleRecord>(
      `SELECT r.id AS rule_id, v.id, r.record_class_id, v.version, v.content,
         (SELECT id FROM rule_changes c WHERE c.record_class_id = r.record_class_id AND c.state = 'proposed' LIMIT 1) AS change_id
       FROM record_classes k JOIN retention_rules r ON r.record_class_id = k.id
       JOIN retention_rule_versions v ON v.id = r.applied_version_id WHERE k.evidence = ?`,
      [kind],
    )
    .map((row) => ({
      kind,
      ruleId: row.rule_id,
      ruleVersionId: row.id,
      recordClassId: row.record_class_id,
      version: row.version,
      content: retentionRuleContent.parse(JSON.parse(row.content)),
      changeId: row.change_id,
    }))
    // The earliest day that is past belongs to the longest period.
    .sort((one, other) =>
      lastDayPast(one.content.period, today) < lastDayPast(other.content.period, today) ? -1 : 1,
    );
  if (longest === undefined) throw new Error('evidence without a rule');
  return longest;
}

/** What of this evidence is past its period today and still there; null where nothing is. */
export function pastEvidence(
  { database, office, today }: Pick<ReadContext, 'database' | 'office' | 'today'>,
  rule: EvidenceRule,
): { extent: RemovalExtent; count: number; through: string } | null {
  const through = lastDayPast(rule.content.period, today);
  const after = Temporal.PlainDate.from(through)
    .add({ days: 1 })
    .toZonedDateTime({ timeZone: office.timeZone })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' });
  if (rule.kind === 'certificates') {
    const count =
      database.value<number>(`SELECT count(*) FROM certificates c WHERE ${removable}`, [after]) ?? 0;
    return count === 0
      ? null
      : { extent: { kind: 'certificates', issuedBefore: after, certificates: count }, count, through };
  }
  // At a signed checkpoint: whatever lies before it is anchored by it.
  const size = database.value<number | null>('SELECT max(size) FROM audit_checkpoints WHERE signed_at < ?', [
    after,
  ]);
  const checkpoint = size ? findCheckpoint(database, size) : undefined;
  if (checkpoint === undefined) return null;
  const count =
    database.value<number>("SELECT count(*) FROM audit_entries WHERE sequence < ? AND entry <> ''", [
      checkpoint.size,
    ]) ?? 0;
  return count === 0
    ? null
    : { extent: { kind: 'audit_log', size: checkpoint.size, root: checkpoint.root }, count, through };
}
