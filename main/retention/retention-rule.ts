import {
  type RetentionRuleContent,
  retentionRuleContent,
} from '../../shared/domain/retention/retention-rule.ts';
import { instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';

interface RuleRecord {
  rule_id: string;
  id: string;
  version: number;
  content: string;
  units: number;
}

export function currentRuleVersionId(database: ReadDatabase, ruleId: string): string | null {
  return (
    database.value<string>(
      'SELECT id FROM retention_rule_versions WHERE rule_id = ? ORDER BY version DESC LIMIT 1',
      [ruleId],
    ) ?? null
  );
}

export interface NewRule {
  readonly ruleId: string;
  readonly ruleVersionId: string;
  readonly officeId: string;
  readonly content: RetentionRuleContent;
  readonly createdAt: string;
  /** Null for the rules an office starts with. */
  readonly createdBy: string | null;
}

export function insertRule(database: Database, rule: NewRule): void {
  database.run('INSERT INTO retention_rules (id, office_id) VALUES (?, ?)', [rule.ruleId, rule.officeId]);
  database.run(
    'INSERT INTO retention_rule_versions (id, rule_id, version, content, created_at, created_by) VALUES (?, ?, 1, ?, ?, ?)',
    [rule.ruleVersionId, rule.ruleId, JSON.stringify(rule.content), rule.createdAt, rule.createdBy],
  );
}

export const retentionRuleHandlers: Pick<
  Handlers<'retention'>,
  'retention.listRules' | 'retention.addRule'
> = {
  'retention.listRules': ({ database }) => ({
    rules: database
      .all<RuleRecord>(
        `SELECT v.rule_id, v.id, v.version, v.content,
           (SELECT count(*) FROM record_units u JOIN retention_rule_versions w ON w.id = u.rule_version_id
            WHERE w.rule_id = v.rule_id) AS units
         FROM retention_rule_versions v
         WHERE v.version = (SELECT max(version) FROM retention_rule_versions WHERE rule_id = v.rule_id)
         ORDER BY v.created_at, v.rowid`,
      )
      .map((row) => ({
        ruleId: row.rule_id,
        ruleVersionId: row.id,
        version: row.version,
        content: retentionRuleContent.parse(JSON.parse(row.content)),
        units: row.units,
      })),
  }),

  'retention.addRule': (context, { content }) => {
    const ruleId = context.newId();
    const ruleVersionId = context.newId();
    insertRule(context.database, {
      ruleId,
      ruleVersionId,
      officeId: context.office.id,
      content,
      createdAt: instantText(context.clock.now()),
      createdBy: context.actor.id,
    });
    context.audit('retention.rule_added', { ruleId, ruleVersionId });
    return { ruleId, ruleVersionId };
  },
};
