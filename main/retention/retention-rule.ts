import { type Bilingual, bilingualLine } from '../../shared/contract/fields.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import {
  faultOfRule,
  type RetentionRuleContent,
  retentionRuleContent,
} from '../../shared/domain/retention/retention-rule.ts';
import { instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';

interface RuleRecord {
  rule_id: string;
  record_class_id: string;
  class_name: string;
  id: string;
  version: number;
  content: string;
  units: number;
  next: string | null;
  change_id: string | null;
}

/** The version that applies at present; null for a rule that does not exist. */
export function currentRuleVersionId(database: ReadDatabase, ruleId: string): string | null {
  return (
    database.value<string>('SELECT applied_version_id FROM retention_rules WHERE id = ?', [ruleId]) ?? null
  );
}

/** Throws Refusal `rule_incomplete` with the field that is wrong. */
export function requireSoundRule(content: RetentionRuleContent): void {
  const fault = faultOfRule(content);
  if (fault !== null) throw new Refusal('rule_incomplete', { field: fault });
}

interface NewVersion {
  readonly ruleId: string;
  readonly ruleVersionId: string;
  readonly content: RetentionRuleContent;
  readonly createdAt: string;
  /** Null for the rules an office starts with. */
  readonly createdBy: string | null;
  /** Null where nothing was kept under the rule yet, so that there was nothing to decide. */
  readonly approvedBy: string | null;
}

export interface NewRule extends NewVersion {
  readonly officeId: string;
  readonly recordClassId: string;
}

export function insertRecordClass(
  database: Database,
  recordClass: { id: string; officeId: string; name: Bilingual },
): void {
  database.run('INSERT INTO record_classes (id, office_id, name) VALUES (?, ?, ?)', [
    recordClass.id,
    recordClass.officeId,
    JSON.stringify(recordClass.name),
  ]);
}

export function insertRule(database: Database, rule: NewRule): void {
  database.run('INSERT INTO retention_rules (id, office_id, record_class_id) VALUES (?, ?, ?)', [
    rule.ruleId,
    rule.officeId,
    rule.recordClassId,
  ]);
  insertRuleVersion(database, rule);
  database.run('UPDATE retention_rules SET applied_version_id = ? WHERE id = ?', [
    rule.ruleVersionId,
    rule.ruleId,
  ]);
}

/** The next version of a rule; it applies once it is in effect and the sweep, or whoever approves it, lets it. */
export function insertRuleVersion(database: Database, version: NewVersion): void {
  database.run(
    `INSERT INTO retention_rule_versions (id, rule_id, version, content, created_at, created_by, approved_by)
     VALUES (?, ?, (SELECT coalesce(max(version), 0) + 1 FROM retention_rule_versions WHERE rule_id = ?), ?, ?, ?, ?)`,
    [
      version.ruleVersionId,
      version.ruleId,
      version.ruleId,
      JSON.stringify(version.content),
      version.createdAt,
      version.createdBy,
      version.approvedBy,
    ],
  );
}

/** A rule with which a new record class of the same name begins. */
export function beginRecordClass(database: Database, rule: NewRule): void {
  insertRecordClass(database, {
    id: rule.recordClassId,
    officeId: rule.officeId,
    name: rule.content.name,
  });
  insertRule(database, rule);
}

const className = bilingualLine(120);
const parseContent = (content: string) => retentionRuleContent.parse(JSON.parse(content));

export const retentionRuleHandlers: Pick<
  Handlers<'retention'>,
  'retention.listRules' | 'retention.addRule' | 'retention.listRuleVersions'
> = {
  'retention.listRules': ({ database, today }) => ({
    rules: database
      .all<RuleRecord>(
        `SELECT r.id AS rule_id, r.record_class_id, k.name AS class_name, v.id, v.version, v.content,
           (SELECT count(*) FROM retention_rule_versions w JOIN record_units u ON u.rule_version_id = w.id WHERE w.rule_id = r.id)
           + (SELECT count(*) FROM retention_rule_versions w JOIN unit_rules u ON u.rule_version_id = w.id WHERE w.rule_id = r.id)
             AS units,
           (SELECT content FROM retention_rule_versions w WHERE w.rule_id = r.id AND w.version > v.version
            ORDER BY w.version DESC LIMIT 1) AS next,
           (SELECT id FROM rule_changes c WHERE c.rule_id = r.id AND c.state = 'proposed') AS change_id
         FROM retention_rules r JOIN retention_rule_versions v ON v.id = r.applied_version_id
         JOIN record_classes k ON k.id = r.record_class_id WHERE k.evidence IS NULL ORDER BY r.rowid`,
      )
      .map((row) => {
        const content = parseContent(row.content);
        return {
          ruleId: row.rule_id,
          ruleVersionId: row.id,
          recordClassId: row.record_class_id,
          className: className.parse(JSON.parse(row.class_name)),
          version: row.version,
          content,
          units: row.units,
          lapsed: content.effectiveTo !== null && content.effectiveTo < today,
          nextFrom: row.next === null ? null : parseContent(row.next).effectiveFrom,
          changeId: row.change_id,
        };
      }),
  }),

  'retention.addRule': (context, { content }) => {
    requireSoundRule(content);
    // A standing approval is given by two people: such a rule begins as another, and is changed.
    if (content.endAction === 'standing_approval')
      throw new Refusal('standing_approval_alone', { field: 'endAction' });
    const [ruleId, ruleVersionId, recordClassId] = [context.newId(), context.newId(), context.newId()];
    beginRecordClass(context.database, {
      ruleId,
      ruleVersionId,
      recordClassId,
      officeId: context.office.id,
      content,
      createdAt: instantText(context.clock.now()),
      createdBy: context.actor.id,
      approvedBy: null,
    });
    context.audit('retention.rule_added', { ruleId, ruleVersionId });
    return { ruleId, ruleVersionId };
  },

  'retention.listRuleVersions': ({ database }, { ruleId }) => ({
    versions: database
      .all<{
        id: string;
        version: number;
        content: string;
        created_at: string;
        by: number | null;
        approver: number | null;
      }>(
        `SELECT v.id, v.version, v.content, v.created_at,
           (SELECT staff_number FROM users WHERE id = v.created_by) AS by,
           (SELECT staff_number FROM users WHERE id = v.approved_by) AS approver
         FROM retention_rule_versions v WHERE v.rule_id = ? ORDER BY v.version DESC`,
        [ruleId],
      )
      .map((row) => ({
        ruleVersionId: row.id,
        version: row.version,
        content: parseContent(row.content),
        createdAt: row.created_at,
        staffNumber: row.by,
        approverStaffNumber: row.approver,
      })),
  }),
};
