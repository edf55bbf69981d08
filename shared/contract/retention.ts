import { z } from 'zod';
import { retentionRuleContent, triggerKind } from '../domain/retention/retention-rule.ts';
import { channel } from './channel.ts';
import { bilingualLine, filledLine, id, instant, nothing, page, plainDate } from './fields.ts';

/**
 * `active`: kept for its purpose. `separated`: past its purpose but obliged to stay, for storage only. `ordered`: on an open
 * destruction order. `destroyed`: gone; the row only remembers that it was. Whether a unit is due follows from its date.
 */
export const unitState = z.enum(['active', 'separated', 'ordered', 'destroyed']);
export type UnitState = z.infer<typeof unitState>;

/** See shared/domain/retention/due-date.ts; `dueDateInWords` says it to a person. */
export const dueDate = z.strictObject({
  cause: z.enum(['period_ends', 'consent_withdrawn', 'withdrawn_but_obliged']),
  trigger: triggerKind,
  triggeredOn: plainDate,
  countedFrom: plainDate,
  period: z.string(),
  keptThrough: plainDate,
  dueOn: plainDate,
  basis: bilingualLine(200),
  withdrawnOn: plainDate.nullable(),
});

export const ruleRow = z.strictObject({
  ruleId: id,
  ruleVersionId: id,
  version: z.int().positive(),
  content: retentionRuleContent,
  /** How many record units are kept under it. */
  units: z.int().nonnegative(),
});
export type RuleRow = z.infer<typeof ruleRow>;

/** A record unit as a reviewer sees it: nothing that says whose it is. */
export const unitRow = z.strictObject({
  unitId: id,
  ruleName: bilingualLine(120),
  purposeName: bilingualLine(120),
  formTitle: bilingualLine(120),
  state: unitState,
  due: dueDate,
  urgency: z.enum(['not_due', 'due', 'overdue']),
  /** Days since it fell due; negative before. */
  days: z.int(),
  holdId: id.nullable(),
  orderId: id.nullable(),
});
export type UnitRow = z.infer<typeof unitRow>;

export const holdRow = z.strictObject({
  holdId: id,
  authority: z.string(),
  reason: z.string(),
  units: z.int(),
  placedAt: instant,
  staffNumber: z.int(),
});

export const retentionChannels = {
  'retention.listRules': channel({
    access: 'retention.read',
    effect: 'read',
    input: nothing,
    output: z.strictObject({ rules: z.array(ruleRow) }),
  }),
  'retention.addRule': channel({
    access: 'retention.manage_rules',
    effect: 'write',
    input: z.strictObject({ content: retentionRuleContent }),
    output: z.strictObject({ ruleId: id, ruleVersionId: id }),
  }),
  'retention.listUnits': channel({
    access: 'retention.read',
    effect: 'read',
    input: z.strictObject({ show: z.enum(['due', 'upcoming', 'separated', 'held', 'destroyed']), ...page }),
    output: z.strictObject({ total: z.int(), units: z.array(unitRow), today: plainDate }),
  }),
  /** A hold stops the destruction of its units until a person releases it. Authority and reason are kept sealed. */
  'retention.placeHold': channel({
    access: 'retention.hold',
    effect: 'write',
    input: z.strictObject({
      unitIds: z.array(id).min(1).max(1000),
      authority: filledLine(120),
      reason: filledLine(300),
    }),
    output: z.strictObject({ holdId: id }),
  }),
  'retention.listHolds': channel({
    access: 'retention.read',
    effect: 'read',
    input: nothing,
    output: z.strictObject({ holds: z.array(holdRow) }),
  }),
  'retention.releaseHold': channel({
    access: 'retention.hold',
    effect: 'write',
    input: z.strictObject({ holdId: id }),
    output: z.strictObject({ units: z.int() }),
  }),
};
