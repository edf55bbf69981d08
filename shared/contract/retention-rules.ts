import { z } from 'zod';
import { retentionRuleContent } from '../domain/retention/retention-rule.ts';
import { channel } from './channel.ts';
import { bilingualLine, id, instant, nothing } from './fields.ts';

const count = z.int().nonnegative();

export const ruleRow = z.strictObject({
  ruleId: id,
  ruleVersionId: id,
  recordClassId: id,
  className: bilingualLine(120),
  version: z.int().positive(),
  /** Of the version that applies at present. */
  content: retentionRuleContent,
  /** How many record units are kept under it. */
  units: count,
  /** Its law does not oblige any more. */
  lapsed: z.boolean(),
  /** The day on which an approved version takes its place, if there is one. */
  nextFrom: z.string().nullable(),
  /** A change that waits for a second person. */
  changeId: id.nullable(),
});
export type RuleRow = z.infer<typeof ruleRow>;

/** What a change of a rule does to what is kept, as if it were in effect today. */
export const ruleEffect = z.strictObject({
  /** Record units it is about. */
  units: count,
  /** Of those, the ones whose date moves. */
  earlier: count,
  later: count,
  /** Fall due today by it; were due and are not any more. */
  dueNow: count,
  noLongerDue: count,
  /** Kept as the people were told: a period that rests on consent does not grow after it was given. */
  keptAsTold: count,
  /** Of those that move, the ones on a destruction order: one that is not due any more is not carried out. */
  onOrders: count,
});
export type RuleEffect = z.infer<typeof ruleEffect>;

export const ruleChange = z.strictObject({
  changeId: id,
  /** Null for a new rule. */
  ruleId: id.nullable(),
  content: retentionRuleContent,
  proposedAt: instant,
  staffNumber: z.int().positive(),
  proposedByMe: z.boolean(),
  effect: ruleEffect,
});
export type RuleChange = z.infer<typeof ruleChange>;

const change = z.strictObject({ ruleId: id.nullable(), recordClassId: id, content: retentionRuleContent });

export const retentionRuleChannels = {
  'retention.listRules': channel({
    access: 'retention.read',
    effect: 'read',
    input: nothing,
    output: z.strictObject({ rules: z.array(ruleRow) }),
  }),
  /** A rule with which a record class of its own begins: nothing is kept under it yet, so nobody else need decide. */
  'retention.addRule': channel({
    access: 'retention.manage_rules',
    effect: 'write',
    input: z.strictObject({ content: retentionRuleContent }),
    output: z.strictObject({ ruleId: id, ruleVersionId: id }),
  }),
  'retention.listRuleVersions': channel({
    access: 'retention.read',
    effect: 'read',
    input: z.strictObject({ ruleId: id }),
    output: z.strictObject({
      /** Newest first. */
      versions: z.array(
        z.strictObject({
          ruleVersionId: id,
          version: z.int().positive(),
          content: retentionRuleContent,
          createdAt: instant,
          staffNumber: z.int().nullable(),
          approverStaffNumber: z.int().nullable(),
        }),
      ),
    }),
  }),
  /** What a change would do; nothing is stored. */
  'retention.previewRuleChange': channel({
    access: 'retention.manage_rules',
    effect: 'read',
    input: change,
    output: z.strictObject({ effect: ruleEffect }),
  }),
  /** Asks for another version of a rule, or for another rule in its class. It applies once a second person approves it. */
  'retention.proposeRuleChange': channel({
    access: 'retention.manage_rules',
    effect: 'write',
    input: change,
    output: z.strictObject({ changeId: id }),
  }),
  'retention.listRuleChanges': channel({
    access: 'retention.read',
    effect: 'read',
    input: nothing,
    output: z.strictObject({ changes: z.array(ruleChange) }),
  }),
  'retention.decideRuleChange': channel({
    access: 'retention.manage_rules',
    effect: 'write',
    input: z.strictObject({ changeId: id, decision: z.enum(['approve', 'reject']) }),
    output: z.strictObject({ ruleVersionId: id.nullable(), effect: ruleEffect.nullable() }),
  }),
};
