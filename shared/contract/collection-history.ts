import { z } from 'zod';
import { knownCopyKind } from '../domain/office/known-copy.ts';
import { bilingualLine, id, plainDate } from './fields.ts';

/** Somebody outside the office who received something of a person. */
export const personRecipient = z.strictObject({
  /** Of the hand-over. */
  id,
  name: z.string(),
  task: z.string(),
  purposeName: bilingualLine(120),
  on: plainDate,
});
export type PersonRecipient = z.infer<typeof personRecipient>;

/** A copy outside the application that holds something of a person. */
export const personCopy = z.strictObject({
  reference: z.string(),
  kind: knownCopyKind,
  since: plainDate,
  ended: z.boolean(),
});
export type PersonCopy = z.infer<typeof personCopy>;
