import { z } from 'zod';
import { id, language, line, paragraph, plainDate } from '../../contract/fields.ts';
import { purposeAnswer, signature } from './consent.ts';
import { deskWays } from './consent-evidence.ts';
import { itemCode } from './consent-form.ts';
import { guardianVerificationWay } from './guardian.ts';

/**
 * How long a draft is kept after it was last changed: whoever stood at the desk has agreed to nothing yet, so it outlives a crash or
 * a night, and no more (PIPA art. 16(1): the minimum).
 */
export const draftHours = 24;

/** A consent that is being taken: whatever has been said so far, none of it checked. */
export const captureDraftContent = z.strictObject({
  language,
  givenOn: plainDate.nullable(),
  /** Of a person who is known already. */
  personId: id.nullable(),
  answers: z.array(purposeAnswer).max(20),
  values: z.array(z.strictObject({ itemCode, value: paragraph(2000) })).max(100),
  way: z.enum(deskWays),
  signature: signature.nullable(),
  telephone: z.strictObject({
    calledAt: line(5),
    readBy: line(7),
    witnessStaff: line(7),
    witnessName: line(200),
  }),
  /** The person is a child, so that a guardian has to consent. */
  isChild: z.boolean(),
  guardian: z.strictObject({
    name: line(200),
    contact: line(200),
    verifiedBy: guardianVerificationWay.nullable(),
    verifiedOn: plainDate.nullable(),
  }),
});
export type CaptureDraftContent = z.infer<typeof captureDraftContent>;

/**
 * What may be kept of a draft: of a child whose guardian has not been verified, nothing but the guardian's name and contact
 * (PIPA art. 22-2(2)).
 */
export function keepableDraft(draft: CaptureDraftContent): CaptureDraftContent {
  const isVerified = draft.guardian.verifiedBy !== null && draft.guardian.verifiedOn !== null;
  if (!draft.isChild || isVerified) return draft;
  return {
    ...draft,
    personId: null,
    answers: [],
    values: [],
    signature: null,
    telephone: { calledAt: '', readBy: '', witnessStaff: '', witnessName: '' },
  };
}
