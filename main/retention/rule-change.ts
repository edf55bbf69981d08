import type { RuleEffect } from '../../shared/contract/retention-rules.ts';
import { type AppliedRule, type DueDate, dueDateOf } from '../../shared/domain/retention/due-date.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
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
export interface Change {
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
