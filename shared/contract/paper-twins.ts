import { z } from 'zod';
import { channel } from './channel.ts';
import { bilingualLine, id, plainDate } from './fields.ts';
import { entryRow, entryStep } from './paper.ts';

const count = z.int().nonnegative();

/** Where the signed original of one consent lies. */
export const originalRow = z.strictObject({
  consentId: id,
  entryId: id,
  code: z.string(),
  kind: entryRow.shape.kind,
  state: entryRow.shape.state,
  place: z.array(entryStep),
  copyReference: z.string(),
});

/** One record in two forms: what is asked about where one of them is to be destroyed. */
export const twin = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('paper'),
    /** The electronic units that were asked about. */
    unitIds: z.array(id).min(1),
    /** What the original is or lies in. */
    entryId: id,
    code: z.string(),
    place: z.array(entryStep),
    state: entryRow.shape.state,
    /** The record unit of paper it is destroyed with; null where it has none. */
    paperUnitId: id.nullable(),
    dueOn: plainDate.nullable(),
    /** It can go onto the same order: due, not held, on no order yet. */
    canBeOrdered: z.boolean(),
    /** Originals of other consents in the same unit, which would go with it. */
    others: count,
    isAsked: z.boolean(),
  }),
  z.strictObject({
    form: z.literal('electronic'),
    /** The paper unit that was asked about. */
    paperUnitId: id,
    unitId: id,
    className: bilingualLine(120),
    dueOn: plainDate.nullable(),
    canBeOrdered: z.boolean(),
    isAsked: z.boolean(),
  }),
]);
export type Twin = z.infer<typeof twin>;

export const paperTwinChannels = {
  /**
   * Says where the signed original of a consent lies: in something registered, or as a document of its own in it, with a label.
   * Said once more, it has moved. The original becomes a known copy of the consent's records.
   */
  'paper.registerOriginal': channel({
    access: 'paper.register',
    effect: 'write',
    input: z.strictObject({
      consentId: id,
      holderId: id,
      asDocument: z.boolean(),
    }),
    output: z.strictObject({ entryId: id, code: z.string(), label: z.string(), copyReference: z.string() }),
  }),
  'paper.originalsOfPerson': channel({
    access: 'paper.read',
    effect: 'read',
    input: z.strictObject({ personId: id }),
    output: z.strictObject({
      originals: z.array(originalRow),
      /** Other paper in which something of the person is known to be. */
      linked: z.array(
        z.strictObject({
          entryId: id,
          code: z.string(),
          kind: entryRow.shape.kind,
          place: z.array(entryStep),
        }),
      ),
    }),
  }),
  /** The other form of each of these units, in whichever form they are. */
  'paper.twinsOf': channel({
    access: 'paper.read',
    effect: 'read',
    input: z.strictObject({ unitIds: z.array(id).min(1).max(5000) }),
    output: z.strictObject({
      twins: z.array(twin).max(1000),
      /** How many of the units asked about are on paper themselves. */
      onPaper: z.int().nonnegative(),
    }),
  }),
};
