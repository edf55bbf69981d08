import { z } from 'zod';
import { partWay } from '../domain/destruction/paper-part.ts';
import { entryState } from '../domain/paper/entry-state.ts';
import { channel } from './channel.ts';
import { bilingualLine, filledLine, id, line, nothing, plainDate } from './fields.ts';
import { dueDate, unitState } from './retention.ts';

/** Why a part goes before the rest: what has happened to it, and not to the whole. */
export const partReasons = ['consent_withdrawn', 'consent_expired', 'purpose_fulfilled'] as const;
export const partReason = z.enum(partReasons);
export type PartReason = (typeof partReasons)[number];

const sheets = z.int().min(1).max(1_000_000);

export const partRow = z.strictObject({
  partId: id,
  way: partWay,
  sheets: z.int().nullable(),
  fields: z.array(bilingualLine(120)),
  /** Which sheets or lines, in the words of whoever registered it; empty once it is destroyed. */
  where: z.string(),
  state: entryState,
  /** Null once it is destroyed. */
  unit: z
    .strictObject({
      state: unitState,
      due: dueDate,
      isDue: z.boolean(),
      isHeld: z.boolean(),
      orderId: id.nullable(),
    })
    .nullable(),
});
export type PartRow = z.infer<typeof partRow>;

/**
 * Partial destruction: some fields, sheets or documents of a record on paper go, and the rest stays. A part is registered here, and
 * from then on reviewed, ordered, approved, carried out before a witness and certified as any other record unit on paper.
 */
export const paperPartChannels = {
  'paper.registerPart': channel({
    access: 'paper.register',
    effect: 'write',
    input: z.strictObject({
      wholeId: id,
      way: partWay,
      sheets,
      /** Which sheets or lines: read by whoever carries it out, sealed, and gone with the part. */
      where: filledLine(200),
      /** Codes of items of the catalogue; none: everything about a person on these sheets. */
      fieldCodes: z.array(line(40).min(1)).max(20),
      reason: z.strictObject({ kind: partReason, on: plainDate }),
      /** Consents whose signed originals are destroyed with it; only where no single fields are named. */
      consentIds: z.array(id).max(100),
    }),
    output: z.strictObject({ partId: id, dueOn: plainDate.nullable() }),
  }),
  /** Parts of an entry, and what there is to choose from for another. */
  'paper.listParts': channel({
    access: 'paper.read',
    effect: 'read',
    input: z.strictObject({ wholeId: id }),
    output: z.strictObject({
      parts: z.array(partRow),
      /** False where the entry is no record unit and lies in none: it has no rule that a part could be kept under. */
      isPossible: z.boolean(),
      fields: z.array(z.strictObject({ code: z.string(), name: bilingualLine(120) })),
    }),
  }),
  /** Takes back a part that is on no order: the whole is as it was. */
  'paper.withdrawPart': channel({
    access: 'paper.register',
    effect: 'write',
    input: z.strictObject({ partId: id }),
    output: nothing,
  }),
};
