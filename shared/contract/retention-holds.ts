import { z } from 'zod';
import { channel } from './channel.ts';
import { filledLine, id, instant, nothing, plainDate } from './fields.ts';

/** Which records a hold is about: all that is said must be true of a record, and something must be said. */
export const holdQuery = z.strictObject({
  personIds: z.array(id).max(1000),
  recordClassIds: z.array(id).max(200),
  collectedFrom: plainDate.nullable(),
  collectedTo: plainDate.nullable(),
});
export type HoldQuery = z.infer<typeof holdQuery>;

export const holdRow = z.strictObject({
  holdId: id,
  authority: z.string(),
  reason: z.string(),
  units: z.int(),
  /** By a query: what is collected later and matches falls under it as well. */
  byQuery: z.boolean(),
  placedAt: instant,
  staffNumber: z.int(),
  /** A reminder, nothing more: a hold never ends by itself. */
  remindOn: plainDate.nullable(),
  isToBeReviewed: z.boolean(),
  /** Somebody asked for its release, and another person has to consent. */
  releaseRequest: z.strictObject({ at: instant, staffNumber: z.int(), byMe: z.boolean() }).nullable(),
});
export type HoldRow = z.infer<typeof holdRow>;

export const retentionHoldChannels = {
  /** How many records a query covers now. */
  'retention.previewHold': channel({
    access: 'retention.hold',
    effect: 'read',
    input: z.strictObject({ query: holdQuery }),
    output: z.strictObject({ units: z.int() }),
  }),
  /**
   * A hold stops the destruction of its units until two people release it. Either units or a query. Authority and reason are
   * kept sealed.
   */
  'retention.placeHold': channel({
    access: 'retention.hold',
    effect: 'write',
    input: z.strictObject({
      unitIds: z.array(id).max(1000),
      query: holdQuery.nullable().default(null),
      remindOn: plainDate.nullable().default(null),
      authority: filledLine(120),
      reason: filledLine(300),
    }),
    output: z.strictObject({ holdId: id, units: z.int() }),
  }),
  'retention.listHolds': channel({
    access: 'retention.read',
    effect: 'read',
    input: nothing,
    output: z.strictObject({ holds: z.array(holdRow) }),
  }),
  'retention.requestHoldRelease': channel({
    access: 'retention.hold',
    effect: 'write',
    input: z.strictObject({ holdId: id }),
    output: z.strictObject({}),
  }),
  /** By another person than the one who asked; `keep` may also be said by whoever asked. */
  'retention.decideHoldRelease': channel({
    access: 'retention.hold',
    effect: 'write',
    input: z.strictObject({ holdId: id, decision: z.enum(['release', 'keep']) }),
    output: z.strictObject({ units: z.int() }),
  }),
};
