import type { z } from 'zod';
import { bilingualLine } from '../../shared/contract/fields.ts';
import type { UnitFilter, UnitRow } from '../../shared/contract/retention.ts';
import { type ConsentFormContent, consentFormContent } from '../../shared/domain/collection/consent-form.ts';
import { orderUnit } from '../../shared/domain/destruction/order.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import {
  type DueDate,
  dueDateOf,
  lateOnOf,
  ruleDatesOf,
  urgencyOf,
  warnedThrough,
} from '../../shared/domain/retention/due-date.ts';
import type { RetentionRuleContent } from '../../shared/domain/retention/retention-rule.ts';
import type { Handler } from '../context.ts';
import { standsInFor } from '../destruction/delegation.ts';
import { paperOf } from '../paper/entry-record.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { RuleReader } from './rule-reader.ts';
import { readFacts } from './unit-dates.ts';

export interface UnitRecord {
  id: string;
  purpose_id: string | null;
  record_class_id: string;
  state: 'active' | 'separated' | 'ordered';
  order_id: string | null;
  collected_on: string;
  retained_through: string | null;
  set_apart_on: string | null;
  rule_version_id: string;
  /** Null where it does not come from a consent. */
  form_version_id: string | null;
  hold_id: string | null;
  set_aside: number;
  referred_to: string | null;
}

export const unitColumns = `
  u.id, u.purpose_id, u.record_class_id, u.state, u.order_id, u.collected_on, u.retained_through, u.set_apart_on, u.rule_version_id,
  (SELECT form_version_id FROM consents WHERE id = u.consent_id) AS form_version_id,
  (SELECT hold_id FROM hold_units JOIN holds ON holds.id = hold_id
   WHERE unit_id = u.id AND released_at IS NULL LIMIT 1) AS hold_id,
  EXISTS (SELECT 1 FROM set_aside_units WHERE unit_id = u.id) AS set_aside,
  (SELECT referred_to FROM set_aside_units WHERE unit_id = u.id) AS referred_to`;

const className = bilingualLine(120);

type FactsOfUnit = Pick<
  UnitRecord,
  'id' | 'rule_version_id' | 'collected_on' | 'retained_through' | 'set_apart_on'
>;

/** Reads rules and forms once per call: a long list of units names few of them. */
export class UnitReader {
  readonly #database: ReadDatabase;
  readonly #rules: RuleReader;
  readonly #forms = new Map<string, ConsentFormContent>();
  readonly #dates = new Map<string, DueDate>();
  readonly #classes = new Map<string, z.infer<typeof className>>();

  constructor(database: ReadDatabase) {
    this.#database = database;
    this.#rules = new RuleReader(database);
  }

  rule(ruleVersionId: string): RetentionRuleContent {
    return this.#rules.version(ruleVersionId).content;
  }

  form(formVersionId: string): ConsentFormContent {
    return remembered(this.#forms, formVersionId, () =>
      consentFormContent.parse(
        JSON.parse(this.#text('SELECT content FROM consent_form_versions WHERE id = ?', formVersionId)),
      ),
    );
  }

  className(recordClassId: string): z.infer<typeof className> {
    return remembered(this.#classes, recordClassId, () =>
      className.parse(JSON.parse(this.#text('SELECT name FROM record_classes WHERE id = ?', recordClassId))),
    );
  }

  facts(unit: FactsOfUnit) {
    return readFacts(this.#database, this.#rules, unit);
  }

  due(unit: FactsOfUnit): DueDate {
    const { rules, facts } = this.facts(unit);
    // Thousands of units were collected on few days under few rules.
    const key = JSON.stringify([rules.map((rule) => rule.ruleVersionId), facts]);
    return remembered(this.#dates, key, () => dueDateOf(rules, facts));
  }

  row(unit: UnitRecord, today: string): UnitRow {
    const due = this.due(unit);
    const rule = this.rule(unit.rule_version_id);
    return {
      unitId: unit.id,
      recordClassId: unit.record_class_id,
      className: this.className(unit.record_class_id),
      ruleName: rule.name,
      ...this.#names(unit),
      state: unit.state,
      due,
      ...urgencyOf(due.dueOn, today, rule.jurisdiction),
      lateOn: due.dueOn === null ? null : lateOnOf(due.dueOn, rule.jurisdiction),
      holdId: unit.hold_id,
      isSetAside: unit.set_aside === 1,
      referredTo: unit.referred_to,
      orderId: unit.order_id,
      paper: paperOf(this.#database, unit.id),
    };
  }

  #names(unit: UnitRecord) {
    const name = this.className(unit.record_class_id);
    if (unit.form_version_id === null) return { purposeName: name, formTitle: name };
    const form = this.form(unit.form_version_id);
    const purpose = form.purposes.find((candidate) => candidate.id === unit.purpose_id);
    if (purpose === undefined) throw new Error('a record unit for a purpose its form does not have');
    return { purposeName: purpose.name, formTitle: form.title };
  }

  #text(sql: string, id: string): string {
    const text = this.#database.value<string>(sql, [id]);
    if (text === undefined) throw new Error('a record unit that refers to nothing');
    return text;
  }
}

function remembered<Value>(cache: Map<string, Value>, key: string, read: () => Value): Value {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = read();
  cache.set(key, value);
  return value;
}

/** Whether a live hold stops the unit `u`. */
export const unitIsHeld = `EXISTS (SELECT 1 FROM hold_units JOIN holds ON holds.id = hold_id
  WHERE unit_id = u.id AND released_at IS NULL)`;

const conditions = {
  due: 'u.order_id IS NULL AND u.due_on <= :today',
  // In use: counted by indexes alone, as what is on no order and not kept apart.
  upcoming: `u.order_id IS NULL AND (u.due_on IS NULL OR u.due_on > :today)
    AND u.rowid NOT IN (SELECT rowid FROM record_units WHERE state = 'separated')`,
  separated: "u.state = 'separated'",
  held: unitIsHeld,
} as const;

const isSetAside = 'EXISTS (SELECT 1 FROM set_aside_units WHERE unit_id = u.id)';

const filters: Readonly<Record<UnitFilter, string>> = {
  all: '1',
  to_decide: `u.order_id IS NULL AND NOT ${isSetAside} AND NOT ${unitIsHeld}`,
  overdue: 'u.late_on <= :today',
  late_soon: 'u.late_on > :today AND u.late_on <= :soon',
  referred_to_me: `EXISTS (SELECT 1 FROM set_aside_units WHERE unit_id = u.id
    AND referred_to IN (SELECT value FROM json_each(:mine)))`,
  set_aside: isSetAside,
  electronic: "u.carrier = 'electronic'",
  paper: "u.carrier = 'paper'",
};

export const listUnits: Handler<'retention.listUnits'> = (
  { database, today, actor },
  { show, recordClassId, cause, only, holdId, limit, offset },
) => {
  const actsFor = standsInFor(database, actor.id, today).map(({ userId }) => userId);
  if (show === 'destroyed') return { ...listDestroyedUnits(database, today, limit, offset), today, actsFor };
  const reader = new UnitReader(database);
  const where = [
    conditions[show],
    ...(recordClassId === null ? [] : ['u.record_class_id = :recordClassId']),
    ...(cause === null ? [] : ['u.cause = :cause']),
    ...(holdId === null ? [] : ['u.id IN (SELECT unit_id FROM hold_units WHERE hold_id = :holdId)']),
    filters[only],
  ].join(' AND ');
  const named: Record<string, string | null> = {
    today,
    soon: warnedThrough(today),
    mine: JSON.stringify([actor.id, ...actsFor]),
    recordClassId,
    cause,
    holdId,
  };
  // Only those that stand in the condition can be bound.
  const dated = Object.fromEntries(Object.entries(named).filter(([name]) => where.includes(`:${name}`)));
  return {
    today,
    actsFor,
    total: database.value<number>(`SELECT count(*) FROM record_units u WHERE ${where}`, dated) ?? 0,
    units: database
      .all<UnitRecord>(
        `SELECT ${unitColumns} FROM record_units u
         WHERE ${where} ORDER BY u.due_on IS NULL, u.due_on, u.id LIMIT :limit OFFSET :offset`,
        { ...dated, limit, offset },
      )
      .map((unit) => reader.row(unit, today)),
  };
};

export const explainUnit: Handler<'retention.explainUnit'> = ({ database }, { unitId }) => {
  const unit = database.get<UnitRecord>(`SELECT ${unitColumns} FROM record_units u WHERE u.id = ?`, [unitId]);
  if (unit === undefined) throw new Refusal('unit_not_found');
  const reader = new UnitReader(database);
  const { rules, facts } = reader.facts(unit);
  const due = dueDateOf(rules, facts);
  return {
    unitId,
    className: reader.className(unit.record_class_id),
    state: unit.state,
    collectedOn: unit.collected_on,
    due,
    rules: ruleDatesOf(rules, facts).map(({ content, ...date }) => ({
      ...date,
      name: content.name,
      basis: content.basis,
      lawEdition: content.lawEdition,
      effectiveFrom: content.effectiveFrom,
      effectiveTo: content.effectiveTo,
      trigger: content.trigger,
      event: content.event,
      counting: content.counting,
      period: content.period,
      decides: date.ruleVersionId === due.ruleVersionId,
    })),
    happenings: [...facts.happenings],
    retainedThrough: unit.retained_through,
  };
};

/** What is gone stands only in the orders that destroyed it. */
function listDestroyedUnits(database: ReadDatabase, today: string, limit: number, offset: number) {
  const from =
    "FROM order_units o JOIN destruction_orders d ON d.id = o.order_id WHERE d.state = 'destroyed' AND o.left_out IS NULL";
  const units = database.all<{ content: string; order_id: string; record_class_id: string }>(
    `SELECT o.content, o.order_id,
       (SELECT r.record_class_id FROM retention_rule_versions v JOIN retention_rules r ON r.id = v.rule_id
        WHERE v.id = o.content ->> '$.ruleVersionId') AS record_class_id
     ${from} ORDER BY d.requested_at DESC, o.position LIMIT ? OFFSET ?`,
    [limit, offset],
  );
  const reader = new UnitReader(database);
  return {
    total: database.value<number>(`SELECT count(*) ${from}`) ?? 0,
    units: units.map((row): UnitRow => {
      const unit = orderUnit.parse(JSON.parse(row.content));
      const rule = reader.rule(unit.ruleVersionId);
      const version = { ruleVersionId: unit.ruleVersionId, version: 1, content: rule };
      const [date] = ruleDatesOf([version], {
        collectedOn: unit.triggeredOn,
        happenings: [],
        retainedThrough: null,
        setApartOn: null,
      });
      return {
        unitId: unit.unitId,
        recordClassId: row.record_class_id,
        className: reader.className(row.record_class_id),
        ruleName: rule.name,
        purposeName: unit.category,
        formTitle: unit.category,
        state: 'destroyed',
        due: {
          cause: unit.cause,
          ruleVersionId: unit.ruleVersionId,
          trigger: rule.trigger,
          event: rule.event,
          counting: rule.counting,
          triggeredOn: unit.triggeredOn,
          countedFrom: date?.countedFrom ?? unit.triggeredOn,
          period: rule.period,
          basis: unit.basis,
          keptThrough: unit.keptThrough,
          dueOn: unit.dueOn,
          withdrawnOn: null,
          separateOn: null,
        },
        ...urgencyOf(unit.dueOn, today, rule.jurisdiction),
        lateOn: lateOnOf(unit.dueOn, rule.jurisdiction),
        holdId: null,
        isSetAside: false,
        referredTo: null,
        orderId: row.order_id,
        paper: paperOf(database, unit.unitId),
      };
    }),
  };
}
