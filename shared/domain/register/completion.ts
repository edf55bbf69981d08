import { z } from 'zod';
import { digest, id, instant } from '../../contract/fields.ts';
import {
  auditCheckpoint,
  certificateFormat,
  certificateNumber,
  certifyingOffice,
  certifyingTool,
  count,
  keyCopyKinds,
  recordCopyKinds,
  reference,
  staff,
  timeZone,
} from './certificate-fields.ts';

const completedCopy = z.strictObject({
  kind: z.enum([...keyCopyKinds, ...recordCopyKinds]),
  reference: reference(60),
  /** Refreshed: brought up to keys of after the destruction. Destroyed and returned are what a person reported. */
  ended: z.enum(['refreshed', 'destroyed', 'returned']),
  endedAt: instant,
  /** Of a refreshed copy: the epoch it holds now. */
  epoch: count.nullable(),
  /** Null where the application did it by itself. */
  reportedBy: staff.nullable(),
});
export type CompletedCopy = z.infer<typeof completedCopy>;

/**
 * The completion of a conditional certificate: that every copy it names as outstanding has ended. It stands beside that
 * certificate and refers to it by number and digest; the certificate itself is never touched.
 */
export const completionContent = z
  .strictObject({
    format: z.literal(certificateFormat),
    kind: z.literal('completion'),
    number: certificateNumber,
    office: certifyingOffice,
    issuedAt: instant,
    timeZone,
    completes: z.strictObject({
      number: certificateNumber,
      /** SHA-256 of that certificate's content. */
      digest,
      issuedAt: instant,
      order: z.strictObject({ id, number: reference(40) }),
      units: z.int().positive(),
    }),
    copies: z.array(completedCopy).min(1).max(200_000),
    tool: certifyingTool,
    audit: auditCheckpoint,
  })
  .superRefine((content, context) => {
    const contradiction = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: 'custom', message, path });
    if (content.completes.number === content.number) contradiction('completes_itself', 'completes', 'number');
    if (content.issuedAt < content.completes.issuedAt) contradiction('completed_before_issued', 'issuedAt');
    if (new Set(content.copies.map((copy) => copy.reference)).size !== content.copies.length) {
      contradiction('copy_listed_twice', 'copies');
    }
    for (const [index, copy] of content.copies.entries()) {
      if (copy.endedAt > content.issuedAt) contradiction('ended_after_completion', 'copies', index);
      if ((copy.ended === 'refreshed') !== (copy.epoch !== null))
        contradiction('epoch_misstated', 'copies', index);
      const holdsKeys = keyCopyKinds.some((kind) => kind === copy.kind);
      if (copy.ended === 'refreshed' && !holdsKeys) contradiction('only_keys_are_refreshed', 'copies', index);
    }
  });
export type CompletionContent = z.infer<typeof completionContent>;
