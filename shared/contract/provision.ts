import { z } from 'zod';
import { copyEnding } from '../domain/office/known-copy.ts';
import { gateReason } from '../domain/provision/gate.ts';
import { certificateNumber } from '../domain/register/certificate.ts';
import { channel } from './channel.ts';
import { bilingualLine, filledLine, id, instant, page, plainDate } from './fields.ts';

export const handOverWay = z.enum([
  'file_transfer',
  'medium_by_hand',
  'paper_by_hand',
  'registered_post',
  'vendor_system',
]);

/**
 * Whose data is given out for a purpose: of the consents or the people named, or of everybody who has ever answered that purpose.
 * People who were never asked are left out, with that as the reason.
 */
export const givenOut = z.discriminatedUnion('whose', [
  z.strictObject({ whose: z.literal('named'), consentIds: z.array(id).min(1).max(20_000) }),
  z.strictObject({ whose: z.literal('people'), personIds: z.array(id).min(1).max(20_000) }),
  z.strictObject({ whose: z.literal('everybody') }),
]);

/** Somebody for none of whose consents the gate said yes. */
export const leftOut = z.strictObject({ personId: id, reason: gateReason });
export type LeftOut = z.infer<typeof leftOut>;

const count = z.int().nonnegative();

/** What a deed for many came to. Of those left out the first 500 are named; `reasons` counts all of them. */
export const givenOutReport = z.strictObject({
  people: count,
  leftOutCount: count,
  reasons: z.array(z.strictObject({ code: gateReason.shape.code, people: count })),
  leftOut: z.array(leftOut).max(500),
});
export type GivenOutReport = z.infer<typeof givenOutReport>;

export const handOverRow = z.strictObject({
  handOverId: id,
  vendorId: id,
  vendorName: z.string(),
  purposeName: bilingualLine(120),
  /** What was handed over, in words; empty where nobody said. */
  what: z.string(),
  people: z.int().positive(),
  way: handOverWay,
  isEncrypted: z.boolean(),
  handedOverOn: plainDate,
  dueBackOn: plainDate.nullable(),
  isOverdue: z.boolean(),
  /** The known copy it is: `KC-0007`. */
  reference: z.string().nullable(),
  /** How it ended; null while the vendor has it. */
  how: copyEnding.nullable(),
  endedAt: instant.nullable(),
  staffNumber: z.int(),
});
export type HandOverRow = z.infer<typeof handOverRow>;

export const provisionChannels = {
  /** What the gate would say, before anything is given out: for a hand-over to a vendor. */
  'provision.checkHandOver': channel({
    access: 'provision.record',
    effect: 'work',
    input: z.strictObject({ purposeId: id, to: givenOut }),
    output: givenOutReport,
  }),
  /**
   * Records a hand-over to a vendor of everybody whom the gate lets pass; refused where there is nobody. One person whom the gate
   * stops is refused with the reason, of many the others are listed.
   */
  'provision.recordHandOver': channel({
    access: 'provision.record',
    effect: 'work',
    input: z.strictObject({
      vendorId: id,
      purposeId: id,
      to: givenOut,
      what: filledLine(200),
      way: handOverWay,
      isEncrypted: z.boolean(),
      handedOverOn: plainDate,
      /** By when it is to be returned or destroyed. */
      dueBackOn: plainDate.nullable(),
    }),
    output: z.strictObject({ handOverId: id, reference: z.string(), report: givenOutReport }),
  }),
  'provision.listHandOvers': channel({
    access: 'provision.read',
    effect: 'read',
    input: z.strictObject({ vendorId: id.nullable(), show: z.enum(['all', 'out', 'overdue']), ...page }),
    output: z.strictObject({ total: z.int(), handOvers: z.array(handOverRow) }),
  }),
  /** What was handed over came back, was destroyed by the vendor, or was lost. */
  'provision.endHandOver': channel({
    access: 'provision.record',
    effect: 'work',
    input: z.strictObject({ handOverId: id, how: copyEnding }),
    output: z.strictObject({ completions: z.array(certificateNumber) }),
  }),
};
