import { z } from 'zod';
import { partWay } from '../domain/destruction/paper-part.ts';
import { entryKind } from '../domain/paper/entry-kind.ts';
import { entryState } from '../domain/paper/entry-state.ts';
import { dueCauses, happeningKinds } from '../domain/retention/due-date.ts';
import { countings, eventCode, triggerKind } from '../domain/retention/retention-rule.ts';
import { channel } from './channel.ts';
import { bilingualLine, id, page, plainDate } from './fields.ts';

/**
 * `active`: kept for its purpose. `separated`: past its purpose but obliged to stay, for storage only. `ordered`: on an open
 * destruction order. `destroyed`: gone; the row only remembers that it was. Whether a unit is due follows from its date.
 */
export const unitState = z.enum(['active', 'separated', 'ordered', 'destroyed']);
export type UnitState = z.infer<typeof unitState>;

/** See shared/domain/retention/due-date.ts; `dueDateInWords` says it to a person. */
export const dueDate = z.strictObject({
  cause: z.enum(dueCauses),
  ruleVersionId: id,
  trigger: triggerKind,
  event: eventCode.nullable(),
  counting: z.enum(countings),
  triggeredOn: plainDate.nullable(),
  countedFrom: plainDate.nullable(),
  period: z.string(),
  basis: bilingualLine(200),
  /** Both null while a day that has not come yet is waited for. */
  keptThrough: plainDate.nullable(),
  dueOn: plainDate.nullable(),
  withdrawnOn: plainDate.nullable(),
  separateOn: plainDate.nullable(),
});

/** What one rule says about a unit. */
export const ruleDate = z.strictObject({
  ruleVersionId: id,
  version: z.int().positive(),
  name: bilingualLine(120),
  basis: bilingualLine(200),
  lawEdition: bilingualLine(80),
  effectiveFrom: plainDate,
  effectiveTo: plainDate.nullable(),
  trigger: triggerKind,
  event: eventCode.nullable(),
  counting: z.enum(countings),
  period: z.string(),
  obliges: z.boolean(),
  /** False where what it waits for will never happen. */
  applies: z.boolean(),
  triggeredOn: plainDate.nullable(),
  countedFrom: plainDate.nullable(),
  keptThrough: plainDate.nullable(),
  /** The one the date comes from. */
  decides: z.boolean(),
});
export type RuleDateRow = z.infer<typeof ruleDate>;

export const happening = z.strictObject({
  kind: z.enum(happeningKinds),
  event: eventCode.nullable(),
  /** Null: it is established that it will never happen. */
  on: plainDate.nullable(),
});

/** A record unit as a reviewer sees it: nothing that says whose it is. */
export const unitRow = z.strictObject({
  unitId: id,
  recordClassId: id,
  className: bilingualLine(120),
  ruleName: bilingualLine(120),
  purposeName: bilingualLine(120),
  formTitle: bilingualLine(120),
  state: unitState,
  due: dueDate,
  urgency: z.enum(['not_due', 'due', 'overdue']),
  /** Days since it fell due; negative before. */
  days: z.int(),
  /** The first day on which it is late, by the figure of its jurisdiction; null where it has no date. */
  lateOn: plainDate.nullable(),
  holdId: id.nullable(),
  /** Left out of bulk actions, to be looked at by itself. */
  isSetAside: z.boolean(),
  /** Whom it was referred to. */
  referredTo: id.nullable(),
  orderId: id.nullable(),
  /**
   * Of a unit on paper: what it is called, where it is by the codes of its places, and how it is destroyed where it is a part of that;
   * null for electronic ones.
   */
  paper: z
    .strictObject({
      code: z.string(),
      kind: entryKind,
      place: z.string(),
      state: entryState,
      part: partWay.nullable(),
    })
    .nullable()
    .default(null),
});
export type UnitRow = z.infer<typeof unitRow>;

/**
 * Which of them a list is narrowed to. `to_decide`: neither stopped nor set aside nor on an order. `late_soon`: late by the day after
 * tomorrow, as the desk warns of it. `referred_to_me`: also what was referred to somebody in whose place this person stands.
 */
export const unitFilters = [
  'all',
  'to_decide',
  'overdue',
  'late_soon',
  'referred_to_me',
  'set_aside',
  'electronic',
  'paper',
] as const;
export type UnitFilter = (typeof unitFilters)[number];

export const retentionChannels = {
  'retention.listUnits': channel({
    access: 'retention.read',
    effect: 'read',
    input: z.strictObject({
      show: z.enum(['due', 'upcoming', 'separated', 'held', 'destroyed']),
      /** Both null: all of them. */
      recordClassId: id.nullable().default(null),
      cause: z.enum(dueCauses).nullable().default(null),
      only: z.enum(unitFilters).default('all'),
      /** Those of one hold. */
      holdId: id.nullable().default(null),
      ...page,
    }),
    output: z.strictObject({
      total: z.int(),
      units: z.array(unitRow),
      today: plainDate,
      /** Those who are away today and for whom this person stands in: what was referred to them is theirs to look at. */
      actsFor: z.array(id),
    }),
  }),
  /** Every rule that meets on a unit, what happened to it, and which of them its date comes from. */
  'retention.explainUnit': channel({
    access: 'retention.read',
    effect: 'read',
    input: z.strictObject({ unitId: id }),
    output: z.strictObject({
      unitId: id,
      className: bilingualLine(120),
      state: unitState,
      collectedOn: plainDate,
      due: dueDate,
      rules: z.array(ruleDate).min(1),
      happenings: z.array(happening),
      retainedThrough: plainDate.nullable(),
    }),
  }),
  /** Enters that a contract ended, a purpose was fulfilled, an event of a rule came about, or never will. */
  'retention.recordHappening': channel({
    access: 'retention.record_events',
    effect: 'write',
    input: z.strictObject({
      unitIds: z.array(id).min(1).max(5000),
      happening: z.strictObject({
        kind: z.enum(['purpose_fulfilled', 'contract_ended', 'last_activity', 'event']),
        event: eventCode.nullable(),
        on: plainDate.nullable(),
      }),
    }),
    output: z.strictObject({ units: z.int() }),
  }),
};
