import { Refusal } from '../../shared/domain/refusal.ts';
import type { DueDate } from '../../shared/domain/retention/due-date.ts';
import type { WriteContext } from '../context.ts';
import { heldAmong, holdNewUnit } from '../retention/hold.ts';
import { currentRuleVersionId } from '../retention/retention-rule.ts';
import type { RuleReader } from '../retention/rule-reader.ts';
import { insertUnit, updateDates } from '../retention/unit-dates.ts';
import type { Database } from '../storage/database.ts';
import { type EntryRecord, holdersOf, holdsUnits, unitAround, unitOf } from './entry-record.ts';

/**
 * Makes an entry a record unit of retention, under the rule named and whatever else of its class obliges by law; it belongs to no
 * person and no consent. Units do not lie in units: what is kept and destroyed as a whole has one date. In a transaction.
 * @throws Refusal retention_rule_unknown, date_in_future, paper_within_unit, paper_holds_units
 */
export function makeUnit(
  { database, office, today }: Pick<WriteContext, 'database' | 'office' | 'today'>,
  entry: Pick<EntryRecord, 'id' | 'code'>,
  { ruleId, collectedOn }: { ruleId: string; collectedOn: string },
  rules?: RuleReader,
): DueDate {
  const ruleVersionId = currentRuleVersionId(database, ruleId);
  if (ruleVersionId === null) throw new Refusal('retention_rule_unknown', { field: 'unit.ruleId' });
  if (collectedOn > today) throw new Refusal('date_in_future', { field: 'unit.collectedOn' });
  const around = holdersOf(database, entry.id).find(({ id }) => unitOf(database, id) !== undefined);
  if (around !== undefined) throw new Refusal('paper_within_unit', { code: around.code });
  if (holdsUnits(database, entry.id)) throw new Refusal('paper_holds_units', { code: entry.code });
  return insertUnit(
    database,
    {
      id: entry.id,
      officeId: office.id,
      personId: null,
      consentId: null,
      purposeId: null,
      carrier: 'paper',
      ruleVersionId,
      collectedOn,
      sealed: null,
    },
    rules,
  );
}

/**
 * What is to be destroyed, or must not be, stays as it is: neither is a due record talked out of its review.
 * @throws Refusal paper_unit_ordered, paper_unit_held, paper_unit_due
 */
export function checkUnitMayChange(
  { database, today }: Pick<WriteContext, 'database' | 'today'>,
  { id, code }: Pick<EntryRecord, 'id' | 'code'>,
): void {
  const unit = database.get<{ state: string; due_on: string | null }>(
    'SELECT state, due_on FROM record_units WHERE id = ?',
    [id],
  );
  if (unit === undefined) return;
  if (unit.state === 'ordered') throw new Refusal('paper_unit_ordered', { code });
  if (heldAmong(database, [id]).length > 0) throw new Refusal('paper_unit_held', { code });
  if (unit.due_on !== null && unit.due_on <= today) throw new Refusal('paper_unit_due', { code });
}

/** What has come into a unit, or is known of it now, may be what a live hold is about. Must be called in a transaction. */
export function holdUnitAround(database: Database, entry: EntryRecord): void {
  const around = unitAround(database, entry);
  if (around !== undefined) holdNewUnit(database, around.id);
}

/** Makes what has been taken out of a unit a unit of its own, with everything that has happened to the whole. In a transaction. */
export function divideUnit(
  { database }: Pick<WriteContext, 'database'>,
  wholeId: string,
  partId: string,
): void {
  database.run(
    `INSERT INTO record_units (id, office_id, record_class_id, rule_version_id, carrier, state, collected_on, retained_through,
       kept_through, due_on, cause, separate_on, late_on)
     SELECT ?, office_id, record_class_id, rule_version_id, carrier, state, collected_on, retained_through,
       kept_through, due_on, cause, separate_on, late_on FROM record_units WHERE id = ?`,
    [partId, wholeId],
  );
  for (const [table, columns] of [
    ['unit_rules', 'rule_version_id'],
    ['unit_happenings', 'kind, event, happened_on'],
  ]) {
    database.run(
      `INSERT INTO ${table} (unit_id, ${columns}) SELECT ?, ${columns} FROM ${table} WHERE unit_id = ?`,
      [partId, wholeId],
    );
  }
  updateDates(database, partId);
  holdNewUnit(database, partId);
}
