import {
  type AppliedRule,
  type DueDate,
  dueDateOf,
  type Happening,
  happeningKinds,
  lateOnOf,
  type UnitFacts,
} from '../../shared/domain/retention/due-date.ts';
import type { Jurisdiction } from '../../shared/domain/retention/retention-rule.ts';
import type { Database, ReadDatabase, SqlValue } from '../storage/database.ts';
import { holdNewUnit } from './hold.ts';
import { RuleReader } from './rule-reader.ts';

/**
 * The dates of record units: this file alone writes them. They are worked out from the unit's rules and from what happened to
 * it by `dueDateOf`, again whenever either changes, so that what is stored always equals what would be worked out from scratch.
 */

export type UnitState = 'active' | 'separated' | 'ordered';

interface FactRecord {
  id: string;
  rule_version_id: string;
  collected_on: string;
  retained_through: string | null;
  set_apart_on: string | null;
}

export interface NewUnit {
  readonly id: string;
  readonly officeId: string;
  /** All three null where the unit belongs to nobody in particular. */
  readonly personId: string | null;
  readonly consentId: string | null;
  readonly purposeId: string | null;
  /** What it is on; electronic where absent. A unit on paper has the id of its entry in the registry of paper. */
  readonly carrier?: 'electronic' | 'paper';
  /** The version of its purpose's rule that was published with the form. */
  readonly ruleVersionId: string;
  readonly collectedOn: string;
  readonly sealed: Uint8Array | null;
}

/**
 * Adds a record unit under the rule of its purpose and every rule of the same class that obliges by law. Where the purpose's
 * rule itself obliges, the version in effect applies, whichever the form was published with: a person is not asked what a law
 * says. Must be called in a transaction.
 */
export function insertUnit(database: Database, unit: NewUnit, rules = new RuleReader(database)): DueDate {
  const { recordClassId, versionIds } = rules.meetingOn(unit.ruleVersionId);
  const [own, ...more] = versionIds;
  const due = rules.dueWhenCollected(unit.ruleVersionId, unit.collectedOn);
  database.run(
    `INSERT INTO record_units (id, office_id, person_id, consent_id, purpose_id, record_class_id, rule_version_id, state,
       carrier, collected_on, kept_through, due_on, cause, separate_on, late_on, sealed)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'active', ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      unit.id,
      unit.officeId,
      unit.personId,
      unit.consentId,
      unit.purposeId,
      recordClassId,
      own,
      unit.carrier ?? 'electronic',
      unit.collectedOn,
      ...columnsOf(due, rules.version(own).content.jurisdiction),
      unit.sealed,
    ],
  );
  noteDueAlready(database, unit.id, due, rules);
  for (const ruleVersionId of more) addRule(database, unit.id, ruleVersionId);
  holdNewUnit(database, unit.id, rules);
  return due;
}

export function addRule(database: Database, unitId: string, ruleVersionId: string): void {
  database.run('INSERT OR IGNORE INTO unit_rules (unit_id, rule_version_id) VALUES (?, ?)', [
    unitId,
    ruleVersionId,
  ]);
}

/**
 * Enters that something happened to a unit and works its dates out again. A consent is withdrawn once: an earlier day already
 * entered stays. The latest activity counts; of everything else, what was entered last. Must be called in a transaction.
 */
export function recordHappening(
  database: Database,
  unitId: string,
  { kind, event, on }: Happening,
  rules = new RuleReader(database),
): DueDate {
  database.run(
    `INSERT INTO unit_happenings (unit_id, kind, event, happened_on) VALUES (?, ?, ?, ?)
     ON CONFLICT (unit_id, kind, event) DO UPDATE SET happened_on = CASE kind
       WHEN 'consent_withdrawn' THEN coalesce(min(happened_on, excluded.happened_on), excluded.happened_on)
       WHEN 'last_activity' THEN coalesce(max(happened_on, excluded.happened_on), excluded.happened_on)
       ELSE excluded.happened_on END`,
    [unitId, kind, event ?? '', on],
  );
  return updateDates(database, unitId, rules);
}

/**
 * What happened while a clock was ahead stands on days that are still to come: a person's withdrawal would wait for them. Once the date
 * is believed again it happened today at the latest, which no period ends earlier for. Must be called in a transaction. Returns how many
 * units it was about.
 */
export function redateHappenings(database: Database, today: string): number {
  const units = database.all<{ unit_id: string }>(
    'SELECT DISTINCT unit_id FROM unit_happenings WHERE happened_on > ?',
    [today],
  );
  if (units.length === 0) return 0;
  database.run('UPDATE unit_happenings SET happened_on = ? WHERE happened_on > ?', [today, today]);
  const rules = new RuleReader(database);
  for (const { unit_id: unitId } of units) updateDates(database, unitId, rules);
  return units.length;
}

/** What has happened to a unit, and the rules that meet on it; the rule of its purpose first. */
export function readFacts(
  database: ReadDatabase,
  rules: RuleReader,
  unit: FactRecord,
): { rules: AppliedRule[]; facts: UnitFacts } {
  return {
    rules: ruleVersionIdsOf(database, unit).map((id) => rules.version(id)),
    facts: {
      collectedOn: unit.collected_on,
      happenings: readHappenings(database, unit.id),
      retainedThrough: unit.retained_through,
      setApartOn: unit.set_apart_on,
    },
  };
}

export function ruleVersionIdsOf(
  database: ReadDatabase,
  unit: { id: string; rule_version_id: string },
): string[] {
  const more = database
    .all<{ rule_version_id: string }>(
      'SELECT rule_version_id FROM unit_rules WHERE unit_id = ? ORDER BY rule_version_id',
      [unit.id],
    )
    .map((row) => row.rule_version_id);
  return [unit.rule_version_id, ...more];
}

const knownKinds: ReadonlySet<string> = new Set(happeningKinds);

export function readHappenings(database: ReadDatabase, unitId: string): Happening[] {
  return database
    .all<{ kind: string; event: string; happened_on: string | null }>(
      'SELECT kind, event, happened_on FROM unit_happenings WHERE unit_id = ? ORDER BY kind, event',
      [unitId],
    )
    .filter((row): row is { kind: Happening['kind']; event: string; happened_on: string | null } =>
      knownKinds.has(row.kind),
    )
    .map(({ kind, event, happened_on: on }) => ({ kind, event: event === '' ? null : event, on }));
}

/** Works the dates of a unit out from scratch and stores them. Its state does not change: that is the sweep's to do. */
export function updateDates(database: Database, unitId: string, rules = new RuleReader(database)): DueDate {
  const unit = readFactRecord(database, unitId);
  const { rules: applied, facts } = readFacts(database, rules, unit);
  const due = dueDateOf(applied, facts);
  storeDates(database, unit, due, rules);
  return due;
}

export function storeDates(
  database: Database,
  unit: { id: string; rule_version_id: string },
  due: DueDate,
  rules: RuleReader,
): void {
  const [keptThrough, dueOn, cause, separateOn, lateOn] = columnsOf(
    due,
    rules.version(unit.rule_version_id).content.jurisdiction,
  );
  const before = database.value<string | null>('SELECT due_on FROM record_units WHERE id = ?', [unit.id]);
  database.run(
    'UPDATE record_units SET kept_through = ?, due_on = ?, cause = ?, separate_on = ?, late_on = ? WHERE id = ?',
    [keptThrough, dueOn, cause, separateOn, lateOn, unit.id],
  );
  if (dueOn !== before) noteDueAlready(database, unit.id, due, rules);
}

/** A day that the sweep has passed already is not passed again: the unit is put on a list for the next one. */
function noteDueAlready(database: Database, unitId: string, { dueOn }: DueDate, rules: RuleReader): void {
  if (dueOn !== null && dueOn <= rules.sweptThrough())
    database.run('INSERT OR IGNORE INTO units_due_already (unit_id) VALUES (?)', [unitId]);
}

type DateColumns = [
  keptThrough: SqlValue,
  dueOn: SqlValue,
  cause: SqlValue,
  separateOn: SqlValue,
  lateOn: SqlValue,
];

/** The columns kept_through, due_on, cause, separate_on, late_on. */
function columnsOf(due: DueDate, jurisdiction: Jurisdiction): DateColumns {
  const lateOn = due.dueOn === null ? null : lateOnOf(due.dueOn, jurisdiction);
  return [due.keptThrough, due.dueOn, due.cause, due.separateOn, lateOn];
}

function readFactRecord(database: ReadDatabase, unitId: string): FactRecord {
  const unit = database.get<FactRecord>(
    'SELECT id, rule_version_id, collected_on, retained_through, set_apart_on FROM record_units WHERE id = ?',
    [unitId],
  );
  if (unit === undefined) throw new Error('there is no such record unit');
  return unit;
}
