import { Refusal } from '../../shared/domain/refusal.ts';
import {
  type RetentionRuleContent,
  retentionRuleContent,
} from '../../shared/domain/retention/retention-rule.ts';
import { instantText } from '../clock.ts';
import type { Handlers, WriteContext } from '../context.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { insertRule, insertRuleVersion, requireSoundRule } from './retention-rule.ts';
import { applyVersion, type Change, effectOf, versionsToApply } from './rule-change.ts';
import { RuleReader } from './rule-reader.ts';
import { sweepUnits } from './sweep.ts';

/** Changes of rules: one person asks for them and sees what they do, another decides. */
interface ChangeRecord {
  id: string;
  rule_id: string | null;
  record_class_id: string;
  content: string;
  state: 'proposed' | 'approved' | 'rejected';
  proposed_at: string;
  proposed_by: string;
  staff_number: number;
}

function readChange(database: ReadDatabase, changeId: string): ChangeRecord {
  const change = database.get<ChangeRecord>(
    `SELECT c.id, c.rule_id, c.record_class_id, c.content, c.state, c.proposed_at, c.proposed_by, s.staff_number
     FROM rule_changes c JOIN users s ON s.id = c.proposed_by WHERE c.id = ?`,
    [changeId],
  );
  if (change === undefined) throw new Refusal('not_found');
  return change;
}

/** A change that has not been stored stands under an id of its own: nothing refers to it. */
function changeOf(
  record: Pick<ChangeRecord, 'rule_id' | 'record_class_id'> & { content: RetentionRuleContent },
): Change {
  return {
    ruleId: record.rule_id,
    recordClassId: record.record_class_id,
    version: { ruleVersionId: 'proposed', version: 0, content: record.content },
  };
}

/** Throws Refusal `rule_incomplete`, `not_found`, `rule_obligation_fixed`. */
function checkedChange(
  database: ReadDatabase,
  given: { ruleId: string | null; recordClassId: string; content: RetentionRuleContent },
): Change {
  requireSoundRule(given.content);
  if (given.ruleId === null) {
    if (database.get('SELECT id FROM record_classes WHERE id = ?', [given.recordClassId]) === undefined) {
      throw new Refusal('not_found');
    }
  } else {
    const rule = database.get<{ record_class_id: string; applied_version_id: string }>(
      'SELECT record_class_id, applied_version_id FROM retention_rules WHERE id = ?',
      [given.ruleId],
    );
    if (rule === undefined || rule.record_class_id !== given.recordClassId) throw new Refusal('not_found');
    const before = new RuleReader(database).version(rule.applied_version_id).content;
    if (before.obligedByLaw !== given.content.obligedByLaw)
      throw new Refusal('rule_obligation_fixed', { field: 'obligedByLaw' });
  }
  return changeOf({ rule_id: given.ruleId, record_class_id: given.recordClassId, content: given.content });
}

export const ruleChangeHandlers: Pick<
  Handlers<'retention'>,
  | 'retention.previewRuleChange'
  | 'retention.proposeRuleChange'
  | 'retention.listRuleChanges'
  | 'retention.decideRuleChange'
> = {
  'retention.previewRuleChange': ({ database, today }, given) => ({
    effect: effectOf(database, checkedChange(database, given), today),
  }),

  'retention.proposeRuleChange': (context, given) => {
    const { database, actor, clock } = context;
    checkedChange(database, given);
    const open = database.value(
      "SELECT 1 FROM rule_changes WHERE state = 'proposed' AND rule_id IS NOT NULL AND rule_id = ?",
      [given.ruleId],
    );
    if (open !== undefined) throw new Refusal('rule_change_open');
    const changeId = context.newId();
    database.run(
      `INSERT INTO rule_changes (id, rule_id, record_class_id, content, state, proposed_at, proposed_by)
       VALUES (?, ?, ?, ?, 'proposed', ?, ?)`,
      [
        changeId,
        given.ruleId,
        given.recordClassId,
        JSON.stringify(given.content),
        instantText(clock.now()),
        actor.id,
      ],
    );
    context.audit('retention.rule_change_proposed', {
      changeId,
      ...(given.ruleId ? { ruleId: given.ruleId } : {}),
    });
    return { changeId };
  },

  'retention.listRuleChanges': ({ database, today, actor }) => ({
    changes: database
      .all<ChangeRecord>(
        `SELECT c.id, c.rule_id, c.record_class_id, c.content, c.state, c.proposed_at, c.proposed_by, s.staff_number
         FROM rule_changes c JOIN users s ON s.id = c.proposed_by WHERE c.state = 'proposed' ORDER BY c.proposed_at`,
      )
      .map((row) => {
        const content = retentionRuleContent.parse(JSON.parse(row.content));
        return {
          changeId: row.id,
          ruleId: row.rule_id,
          content,
          proposedAt: row.proposed_at,
          staffNumber: row.staff_number,
          proposedByMe: row.proposed_by === actor.id,
          effect: effectOf(database, changeOf({ ...row, content }), today),
        };
      }),
  }),

  'retention.decideRuleChange': (context, { changeId, decision }) => {
    const { database, actor, clock, today } = context;
    const record = readChange(database, changeId);
    if (record.state !== 'proposed') throw new Refusal('rule_change_decided');
    if (record.proposed_by === actor.id) throw new Refusal('rule_change_by_proposer');
    database.run('UPDATE rule_changes SET state = ?, decided_at = ?, decided_by = ? WHERE id = ?', [
      decision === 'approve' ? 'approved' : 'rejected',
      instantText(clock.now()),
      actor.id,
      changeId,
    ]);
    if (decision === 'reject') {
      context.audit('retention.rule_change_rejected', { changeId });
      return { ruleVersionId: null, effect: null };
    }
    const content = retentionRuleContent.parse(JSON.parse(record.content));
    const effect = effectOf(database, changeOf({ ...record, content }), today);
    const { ruleId, ruleVersionId } = storeVersion(context, record, content);
    let moved = 0;
    if (record.rule_id === null) {
      const version = new RuleReader(database).version(ruleVersionId);
      moved = applyVersion(database, { ruleId, recordClassId: record.record_class_id, version }, true);
    } else {
      for (const change of versionsToApply(database, today)) moved += applyVersion(database, change);
    }
    context.audit('retention.rule_change_approved', { changeId, ruleId, ruleVersionId, moved });
    // What is due by it, or past its purpose, is so today and not from tomorrow on.
    sweepUnits({ database, vault: context.vault, clock }, today);
    return { ruleVersionId, effect };
  },
};

function storeVersion(context: WriteContext, record: ChangeRecord, content: RetentionRuleContent) {
  const { database, actor, clock, office } = context;
  const ruleVersionId = context.newId();
  const common = {
    ruleVersionId,
    content,
    createdAt: instantText(clock.now()),
    createdBy: record.proposed_by,
    approvedBy: actor.id,
  };
  if (record.rule_id !== null) {
    insertRuleVersion(database, { ...common, ruleId: record.rule_id });
    return { ruleId: record.rule_id, ruleVersionId };
  }
  const ruleId = context.newId();
  insertRule(database, { ...common, ruleId, officeId: office.id, recordClassId: record.record_class_id });
  return { ruleId, ruleVersionId };
}
