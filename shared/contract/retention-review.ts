import { z } from 'zod';
import { dueCauses } from '../domain/retention/due-date.ts';
import { channel } from './channel.ts';
import { bilingualLine, filledLine, id, instant, nothing, plainDate } from './fields.ts';

const count = z.int().nonnegative();

/** What is due of one class for one reason: the heap a reviewer clears in one go. */
export const reviewGroup = z.strictObject({
  recordClassId: id,
  className: bilingualLine(120),
  cause: z.enum(dueCauses),
  due: count,
  overdue: count,
  /** Left out of bulk actions, or held. */
  setAside: count,
  /** Of those, the ones that need not be looked at one by one: two people decided so with the rule. */
  standing: count,
  /** The first day on which one of them is late. */
  lateOn: plainDate,
});
export type ReviewGroup = z.infer<typeof reviewGroup>;

/** A decision to keep due records longer, which a second person has to approve. */
export const extension = z.strictObject({
  extensionId: id,
  units: count,
  until: plainDate,
  reason: z.string(),
  proposedAt: instant,
  staffNumber: z.int().positive(),
  byMe: z.boolean(),
});
export type Extension = z.infer<typeof extension>;

const unitIds = z.array(id).min(1).max(5000);

export const retentionReviewChannels = {
  'retention.reviewGroups': channel({
    access: 'retention.read',
    effect: 'read',
    input: nothing,
    output: z.strictObject({ groups: z.array(reviewGroup) }),
  }),
  /** Asks that due records stay until a later day. The office limits how long. */
  'retention.proposeExtension': channel({
    access: 'destruction.propose',
    effect: 'write',
    input: z.strictObject({ unitIds, until: plainDate, reason: filledLine(300) }),
    output: z.strictObject({ extensionId: id }),
  }),
  'retention.listExtensions': channel({
    access: 'retention.read',
    effect: 'read',
    input: nothing,
    output: z.strictObject({ extensions: z.array(extension), limitDays: z.int() }),
  }),
  'retention.decideExtension': channel({
    access: 'destruction.approve',
    effect: 'write',
    input: z.strictObject({ extensionId: id, decision: z.enum(['approve', 'reject']) }),
    output: z.strictObject({ units: count }),
  }),
  /**
   * Moves due records to separate retention while they wait: stored and used for nothing from now on. They stay due; nobody else
   * need decide, since it only narrows what may be done with them.
   */
  'retention.separate': channel({
    access: 'destruction.propose',
    effect: 'write',
    input: z.strictObject({ unitIds }),
    output: z.strictObject({ units: count }),
  }),
  /** Takes records out of bulk actions, to be looked at one by one, or refers them to another person. */
  'retention.setAside': channel({
    access: 'destruction.propose',
    effect: 'write',
    input: z.strictObject({ unitIds, referTo: id.nullable() }),
    output: z.strictObject({ units: count }),
  }),
  /** Lets one record back in; never several at once. */
  'retention.takeBack': channel({
    access: 'destruction.propose',
    effect: 'write',
    input: z.strictObject({ unitId: id }),
    output: z.strictObject({}),
  }),
  /** What falls due in the coming 24 months, by month and class; what has no date yet, and what is due already, apart. */
  'retention.calendar': channel({
    access: 'retention.read',
    effect: 'read',
    input: nothing,
    output: z.strictObject({
      /** `YYYY-MM`, this month first. */
      months: z.array(z.string()).length(24),
      dueAlready: count,
      later: count,
      withoutDate: count,
      classes: z.array(
        z.strictObject({
          recordClassId: id,
          name: bilingualLine(120),
          /** One a month, in the order of `months`. */
          units: z.array(count).length(24),
        }),
      ),
    }),
  }),
};
