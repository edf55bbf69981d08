import type { RuleEffect } from '../../shared/contract/retention-rules.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { type AppliedRule, type DueDate, dueDateOf } from '../../shared/domain/retention/due-date.ts';
import {
  type RetentionRuleContent,
  retentionRuleContent,
} from '../../shared/domain/retention/retention-rule.ts';
import { instantText } from '../clock.ts';
import type { Handlers, WriteContext } from '../context.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import { insertRule, insertRuleVersion, requireSoundRule } from './retention-rule.ts';
import { RuleReader } from './rule-reader.ts';
import { addRule, readFacts, storeDates } from './unit-dates.ts';

interface UnitRecord {
  id: string;
  rule_version_id: string;
  collected_on: string;
  retained_through: string | null;
  set_apart_on: string | null;
  due_on: string | null;
  state: 'active' | 'separated' | 'ordered';
}

const unitColumns =
  'u.id, u.rule_version_id, u.collected_on, u.retained_through, u.set_apart_on, u.due_on, u.state';

/** A version of a rule that does not exist yet, or not for these units. */
interface Change {
  /** Null for a rule that is new to its class. */
  readonly ruleId: string | null;
  readonly recordClassId: string;
  readonly version: AppliedRule;
}

interface Moved {
  readonly unit: UnitRecord;
  readonly due: DueDate;
  /** A period that rests on consent never grows for whoever was told a shorter one (PIPA art. 15(2), last sentence). */
  readonly keptAsTold: boolean;
}

/** The units a change is about, and the date each would have. */
function* movedUnits(database: ReadDatabase, rules: RuleReader, change: Change): Generator<Moved> {
  const { ruleId, recordClassId, version } = change;
  if (ruleId === null && !version.content.obligedByLaw) return;
  const versionIds = new Set(
    ruleId === null
      ? []
      : database
          .all<{ id: string }>('SELECT id FROM retention_rule_versions WHERE rule_id = ?', [ruleId])
          .map((row) => row.id),
  );
  const units =
    ruleId === null
      ? database.all<UnitRecord>(`SELECT ${unitColumns} FROM record_units u WHERE u.record_class_id = ?`, [
          recordClassId,
        ])
      : database.all<UnitRecord>(
          `SELECT ${unitColumns} FROM record_units u WHERE u.id IN (
             SELECT id FROM record_units WHERE rule_version_id IN (SELECT id FROM retention_rule_versions WHERE rule_id = :ruleId)
             UNION SELECT unit_id FROM unit_rules WHERE rule_version_id IN (SELECT id FROM retention_rule_versions WHERE rule_id = :ruleId))`,
          { ruleId },
        );
  for (const unit of units) {
    const { rules: applied, facts } = readFacts(database, rules, unit);
    const others = applied.filter((one) => !versionIds.has(one.ruleVersionId));
    const isOwn = versionIds.has(unit.rule_version_id);
    const due = dueDateOf(isOwn ? [version, ...others] : [...others, version], facts);
    const longer = due.dueOn === null || (unit.due_on !== null && due.dueOn > unit.due_on);
    yield { unit, due, keptAsTold: !version.content.obligedByLaw && longer && due.dueOn !== unit.due_on };
  }
}

/** What a change would do if it came into effect today; writes nothing. */
export function effectOf(database: ReadDatabase, change: Change, today: string): RuleEffect {
  const effect: RuleEffect = {
    units: 0,
    earlier: 0,
    later: 0,
    dueNow: 0,
    noLongerDue: 0,
    keptAsTold: 0,
    onOrders: 0,
  };
  for (const { unit, due, keptAsTold } of movedUnits(database, new RuleReader(database), change)) {
    effect.units += 1;
    if (keptAsTold) {
      effect.keptAsTold += 1;
      continue;
    }
    if (due.dueOn === unit.due_on) continue;
    if (due.dueOn !== null && (unit.due_on === null || due.dueOn < unit.due_on)) effect.earlier += 1;
    else effect.later += 1;
    const [wasDue, isDue] = [isBy(unit.due_on, today), isBy(due.dueOn, today)];
    if (isDue && !wasDue) effect.dueNow += 1;
    if (wasDue && !isDue) effect.noLongerDue += 1;
    if (unit.state === 'ordered') effect.onOrders += 1;
  }
  return effect;
}

const isBy = (date: string | null, today: string) => date !== null && date <= today;

/** Lets a version apply to the units it is about. Must be called in a transaction. Returns how many dates moved. */
export function applyVersion(
  database: Database,
  change: Change & { ruleId: string },
  isNewRule = false,
): number {
  const rules = new RuleReader(database);
  const { ruleId, version } = change;
  let moved = 0;
  for (const { unit, due, keptAsTold } of movedUnits(
    database,
    rules,
    isNewRule ? { ...change, ruleId: null } : change,
  )) {
    if (keptAsTold) continue;
    const own = rules.ruleOf(unit.rule_version_id) === ruleId;
    if (own) {
      database.run('UPDATE record_units SET rule_version_id = ? WHERE id = ?', [
        version.ruleVersionId,
        unit.id,
      ]);
    } else {
      database.run(
        `DELETE FROM unit_rules WHERE unit_id = ? AND rule_version_id IN
           (SELECT id FROM retention_rule_versions WHERE rule_id = ?)`,
        [unit.id, ruleId],
      );
      addRule(database, unit.id, version.ruleVersionId);
    }
    storeDates(
      database,
      { id: unit.id, rule_version_id: own ? version.ruleVersionId : unit.rule_version_id },
      due,
      rules,
    );
    if (due.dueOn !== unit.due_on) moved += 1;
  }
  database.run('UPDATE retention_rules SET applied_version_id = ? WHERE id = ?', [
    version.ruleVersionId,
    ruleId,
  ]);
  return moved;
}

/** Rules of which another version is in effect today than the one that applies; at most one change a rule and day. */
export function versionsToApply(database: ReadDatabase, today: string): (Change & { ruleId: string })[] {
  const rules = new RuleReader(database);
  return database
    .all<{ id: string; record_class_id: string; applied_version_id: string }>(
      'SELECT id, record_class_id, applied_version_id FROM retention_rules',
    )
    .flatMap(({ id: ruleId, record_class_id: recordClassId, applied_version_id: applied }) => {
      const version = rules.inEffect(ruleId, today);
      return version.ruleVersionId === applied ? [] : [{ ruleId, recordClassId, version }];
    });
}

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
