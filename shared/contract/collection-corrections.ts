import { z } from 'zod';
import { itemCode } from '../domain/collection/consent-form.ts';
import { channel } from './channel.ts';
import { bilingualLine, filledParagraph, id, plainDate } from './fields.ts';

/** Somebody outside who had the old value of an item that was corrected. */
export const correctionRecipient = z.strictObject({
  /** The hand-over to a vendor or the provision to a third party with which they had it. */
  givenOutId: id,
  kind: z.enum(['vendor', 'third_party']),
  name: z.string(),
  givenOutOn: plainDate,
  /** Null: still to be told. */
  toldOn: plainDate.nullable(),
});

/** That an item was corrected; what it was before is kept nowhere. */
export const correctionRow = z.strictObject({
  correctionId: id,
  /** Null: the name, which stands with the person. */
  unitId: id.nullable(),
  itemCode: z.string(),
  label: bilingualLine(80),
  correctedOn: plainDate,
  requestId: id.nullable(),
  staffNumber: z.int(),
  recipients: z.array(correctionRecipient),
});
export type CorrectionRow = z.infer<typeof correctionRow>;

export const collectionCorrectionChannels = {
  /**
   * Puts items of a person right (PIPA art. 36, GDPR art. 16). The old value is overwritten; who had it is answered, to be told of
   * the new one (GDPR art. 19).
   */
  'collection.correctItems': channel({
    access: 'collection.handle_requests',
    effect: 'write',
    input: z.strictObject({
      personId: id,
      /** The request it answers, if there is one. */
      requestId: id.nullable(),
      corrections: z
        .array(
          z.strictObject({
            /** Null: the name. */
            unitId: id.nullable(),
            itemCode,
            /** Null takes out an optional item. */
            value: filledParagraph(2000).nullable(),
          }),
        )
        .min(1)
        .max(100),
    }),
    output: z.strictObject({ corrections: z.array(correctionRow) }),
  }),
  /** That somebody who had the old value was told of the new one. */
  'collection.tellRecipient': channel({
    access: 'collection.handle_requests',
    effect: 'write',
    input: z.strictObject({ personId: id, givenOutId: id }),
    output: z.strictObject({ told: z.int().positive() }),
  }),
};
