import type { UnitRow } from '../../shared/contract/retention.ts';
import { type ConsentFormContent, consentFormContent } from '../../shared/domain/collection/consent-form.ts';
import { orderUnit } from '../../shared/domain/destruction/order.ts';
import { type DueDate, dueDateOf, urgencyOf } from '../../shared/domain/retention/due-date.ts';
import {
  type RetentionRuleContent,
  retentionRuleContent,
} from '../../shared/domain/retention/retention-rule.ts';
import type { Handler } from '../context.ts';
import type { ReadDatabase } from '../storage/database.ts';

export interface UnitRecord {
  id: string;
  purpose_id: string;
  state: 'active' | 'separated' | 'ordered';
  order_id: string | null;
  triggered_on: string;
  withdrawn_on: string | null;
  rule_version_id: string;
  form_version_id: string;
  hold_id: string | null;
}

export const unitColumns = `
  u.id, u.purpose_id, u.state, u.order_id, u.triggered_on, u.withdrawn_on, u.rule_version_id, c.form_version_id,
  (SELECT hold_id FROM hold_units JOIN holds ON holds.id = hold_id
   WHERE unit_id = u.id AND released_at IS NULL LIMIT 1) AS hold_id`;

/** Reads rules and forms once per call: a long list of units names few of them. */
export class UnitReader {
  readonly #database: ReadDatabase;
  readonly #rules = new Map<string, RetentionRuleContent>();
  readonly #forms = new Map<string, ConsentFormContent>();

  constructor(database: ReadDatabase) {
    this.#database = database;
  }

  rule(ruleVersionId: string): RetentionRuleContent {
    return remembered(this.#rules, ruleVersionId, () =>
      retentionRuleContent.parse(
        JSON.parse(this.#text('SELECT content FROM retention_rule_versions WHERE id = ?', ruleVersionId)),
      ),
    );
  }

  form(formVersionId: string): ConsentFormContent {
    return remembered(this.#forms, formVersionId, () =>
      consentFormContent.parse(
        JSON.parse(this.#text('SELECT content FROM consent_form_versions WHERE id = ?', formVersionId)),
      ),
    );
  }

  due(unit: Pick<UnitRecord, 'rule_version_id' | 'triggered_on' | 'withdrawn_on'>): DueDate {
    return dueDateOf(this.rule(unit.rule_version_id), unit.triggered_on, unit.withdrawn_on);
  }

  row(unit: UnitRecord, today: string): UnitRow {
    const form = this.form(unit.form_version_id);
    const purpose = form.purposes.find((candidate) => candidate.id === unit.purpose_id);
    if (purpose === undefined) throw new Error('a record unit for a purpose its form does not have');
    const due = this.due(unit);
    return {
      unitId: unit.id,
      ruleName: this.rule(unit.rule_version_id).name,
      purposeName: purpose.name,
      formTitle: form.title,
      state: unit.state,
      due,
      ...urgencyOf(due.dueOn, today),
      holdId: unit.hold_id,
      orderId: unit.order_id,
    };
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
const unitIsHeld = `EXISTS (SELECT 1 FROM hold_units JOIN holds ON holds.id = hold_id
  WHERE unit_id = u.id AND released_at IS NULL)`;

const conditions = {
  due: "u.state IN ('active', 'separated') AND u.due_on <= :today",
  upcoming: "u.state = 'active' AND u.due_on > :today",
  separated: "u.state = 'separated'",
  held: unitIsHeld,
} as const;

export const listUnits: Handler<'retention.listUnits'> = ({ database, today }, { show, limit, offset }) => {
  if (show === 'destroyed') return { ...listDestroyedUnits(database, today, limit, offset), today };
  const reader = new UnitReader(database);
  const where = conditions[show];
  const dated: Record<string, string> = show === 'due' || show === 'upcoming' ? { today } : {};
  return {
    today,
    total: database.value<number>(`SELECT count(*) FROM record_units u WHERE ${where}`, dated) ?? 0,
    units: database
      .all<UnitRecord>(
        `SELECT ${unitColumns} FROM record_units u JOIN consents c ON c.id = u.consent_id
         WHERE ${where} ORDER BY u.due_on, u.id LIMIT :limit OFFSET :offset`,
        { ...dated, limit, offset },
      )
      .map((unit) => reader.row(unit, today)),
  };
};

/** What is gone stands only in the orders that destroyed it. */
function listDestroyedUnits(database: ReadDatabase, today: string, limit: number, offset: number) {
  const from =
    "FROM order_units o JOIN destruction_orders d ON d.id = o.order_id WHERE d.state = 'destroyed'";
  const units = database.all<{ content: string; order_id: string }>(
    `SELECT o.content, o.order_id ${from} ORDER BY d.requested_at DESC, o.position LIMIT ? OFFSET ?`,
    [limit, offset],
  );
  const reader = new UnitReader(database);
  return {
    total: database.value<number>(`SELECT count(*) ${from}`) ?? 0,
    units: units.map((row): UnitRow => {
      const unit = orderUnit.parse(JSON.parse(row.content));
      const rule = reader.rule(unit.ruleVersionId);
      return {
        unitId: unit.unitId,
        ruleName: rule.name,
        purposeName: unit.category,
        formTitle: unit.category,
        state: 'destroyed',
        due: {
          ...dueDateOf(rule, unit.triggeredOn, null),
          cause: unit.cause,
          keptThrough: unit.keptThrough,
          dueOn: unit.dueOn,
        },
        ...urgencyOf(unit.dueOn, today),
        holdId: null,
        orderId: row.order_id,
      };
    }),
  };
}
