import { z } from 'zod';
import { attachmentType } from '../domain/collection/attachment-type.ts';
import { copyEnding } from '../domain/office/known-copy.ts';
import { recallCauses } from '../domain/provision/recall.ts';
import { certificateNumber } from '../domain/register/certificate.ts';
import { channel } from './channel.ts';
import { documentChannel } from './document.ts';
import { filledLine, id, instant, page, paragraph, plainDate } from './fields.ts';

const count = z.int().nonnegative();

/** 2 MB, a few scanned pages, so that it fits one call. */
export const recallDocumentMaximumBytes = 2 * 1024 * 1024;

export const recallRow = z.strictObject({
  recallId: id,
  holder: z.enum(['vendor', 'recipient']),
  holderId: id,
  holderName: z.string(),
  cause: z.enum(recallCauses),
  /** The order that waits for it, where one does. */
  orderId: id.nullable(),
  /** The known copy: `KC-0008`. */
  reference: z.string(),
  /** What was given, in words, and when. */
  what: z.string(),
  givenOn: plainDate,
  units: z.int().positive(),
  askedOn: plainDate,
  dueOn: plainDate,
  isOverdue: z.boolean(),
  letterOn: plainDate.nullable(),
  reminders: count,
  remindedOn: plainDate.nullable(),
  /** How it ended; null while it is open. What was lost is open again until it is found or known to be destroyed. */
  how: copyEnding.nullable(),
  answeredOn: plainDate.nullable(),
  answer: z.string(),
  documents: z.array(
    z.strictObject({
      documentId: id,
      fileName: z.string(),
      type: attachmentType,
      bytes: count,
      addedAt: instant,
    }),
  ),
});
export type RecallRow = z.infer<typeof recallRow>;

export const provisionRecallChannels = {
  'provision.listRecalls': channel({
    access: 'provision.read',
    effect: 'read',
    input: z.strictObject({
      show: z.enum(['open', 'overdue', 'ended']),
      vendorId: id.nullable(),
      ...page,
    }),
    output: z.strictObject({ total: count, recalls: z.array(recallRow) }),
  }),
  /** Asks a vendor for everything it holds, since the contract ends. */
  'provision.recallFromVendor': channel({
    access: 'provision.record',
    effect: 'write',
    input: z.strictObject({ vendorId: id }),
    output: z.strictObject({ recalls: count }),
  }),
  /**
   * The letter to whoever holds it, or a reminder. It names hand-over and records by their references; with names it also says whose
   * they are, as far as the office still knows, and is then itself a copy.
   */
  'provision.recallLetter': documentChannel({
    access: 'provision.record',
    ask: z.strictObject({ recallId: id, isReminder: z.boolean(), withNames: z.boolean() }),
    formats: ['pdf'],
  }),
  'provision.recordRecallLetter': channel({
    access: 'provision.record',
    effect: 'write',
    input: z.strictObject({ recallId: id, isReminder: z.boolean(), sentOn: plainDate }),
    output: z.strictObject({}),
  }),
  /** What the holder answered. Ends the known copy, and completes certificates that waited for it. */
  'provision.answerRecall': channel({
    access: 'provision.record',
    effect: 'work',
    input: z.strictObject({ recallId: id, how: copyEnding, answeredOn: plainDate, answer: paragraph(500) }),
    output: z.strictObject({ completions: z.array(certificateNumber) }),
  }),
  /** The holder's own certificate, as a PDF or a scan. It should name nobody: it is kept as long as the office. */
  'provision.attachRecallDocument': channel({
    access: 'provision.record',
    effect: 'write',
    input: z.strictObject({
      recallId: id,
      fileName: filledLine(200),
      content: z
        .string()
        .max(Math.ceil(recallDocumentMaximumBytes / 3) * 4)
        .regex(/^[A-Za-z0-9+/]*={0,2}$/, { error: 'format' }),
    }),
    output: z.strictObject({ documentId: id }),
  }),
  'provision.readRecallDocument': channel({
    access: 'provision.read',
    effect: 'read',
    input: z.strictObject({ documentId: id }),
    output: z.strictObject({ fileName: z.string(), type: attachmentType, content: z.string() }),
  }),
};
