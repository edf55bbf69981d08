import { z } from 'zod';
import { itemCode } from '../domain/collection/consent-form.ts';
import { copyEnding } from '../domain/office/known-copy.ts';
import { purposeCovers } from '../domain/provision/gate.ts';
import { certificateNumber } from '../domain/register/certificate.ts';
import { channel } from './channel.ts';
import { documentChannel } from './document.ts';
import { bilingualLine, filledLine, id, instant, nothing, page, paragraph, plainDate } from './fields.ts';
import { givenOut, givenOutReport, handOverWay } from './provision.ts';

const count = z.int().nonnegative();

export const provisionCycle = z.enum(['once', 'daily', 'weekly', 'monthly', 'yearly', 'on_event']);
export const provisionWay = handOverWay.exclude(['vendor_system']);

/** A purpose of a published form as it can be given out for: to vendors, or to the recipients it names. */
export const outgoingPurpose = z.strictObject({
  purposeId: id,
  name: bilingualLine(120),
  formTitle: bilingualLine(120),
  covers: z.enum(purposeCovers),
  items: z.array(z.strictObject({ code: z.string(), label: bilingualLine(80) })),
  recipients: z.array(
    z.strictObject({
      recipientId: id,
      name: z.string(),
      /** As the form tells people: for what, and for how long. */
      purpose: z.strictObject({ en: z.string(), ko: z.string() }),
      period: z.strictObject({ en: z.string(), ko: z.string() }),
    }),
  ),
});
export type OutgoingPurpose = z.infer<typeof outgoingPurpose>;

export const provisionRow = z.strictObject({
  provisionId: id,
  recipientId: id,
  recipientName: z.string(),
  kind: z.enum(['provision', 'transfer_abroad']),
  purposeName: bilingualLine(120),
  fileName: z.string(),
  people: z.int().positive(),
  providedOn: plainDate,
  cycle: provisionCycle,
  keptUntil: plainDate.nullable(),
  way: provisionWay,
  isEncrypted: z.boolean(),
  isOverdue: z.boolean(),
  reference: z.string(),
  how: copyEnding.nullable(),
  endedAt: instant.nullable(),
  staffNumber: z.int(),
});
export type ProvisionRow = z.infer<typeof provisionRow>;

const provided = {
  recipientId: id,
  purposeId: id,
  itemCodes: z.array(itemCode).min(1).max(30),
  to: givenOut,
};

export const provisionProvisionChannels = {
  /** The purposes of all published forms, newest version of each. */
  'provision.listPurposes': channel({
    access: 'provision.read',
    effect: 'read',
    input: nothing,
    output: z.strictObject({ purposes: z.array(outgoingPurpose) }),
  }),
  /** Whose separate consent covers this recipient and these items, and who is left out and why. Nothing is recorded. */
  'provision.checkProvision': channel({
    access: 'provision.record',
    effect: 'work',
    input: z.strictObject(provided),
    output: givenOutReport,
  }),
  /** Records a provision to a third party, or a transfer abroad where the purpose is one. Refused where nobody is covered. */
  'provision.recordProvision': channel({
    access: 'provision.record',
    effect: 'work',
    input: z.strictObject({
      ...provided,
      /** Name of the file of personal data, as the ledger calls it. */
      fileName: filledLine(120),
      providedOn: plainDate,
      cycle: provisionCycle,
      keptUntil: plainDate.nullable(),
      way: provisionWay,
      isEncrypted: z.boolean(),
      /** What the recipient was asked not to do, or to do for the safety of the data (PIPA art. 18(5)). */
      restrictions: paragraph(500),
    }),
    output: z.strictObject({ provisionId: id, reference: z.string(), report: givenOutReport }),
  }),
  'provision.listProvisions': channel({
    access: 'provision.read',
    effect: 'read',
    input: z.strictObject({ recipientId: id.nullable(), show: z.enum(['all', 'out', 'overdue']), ...page }),
    output: z.strictObject({ total: count, provisions: z.array(provisionRow) }),
  }),
  /** The recipient destroyed or returned what it was given, or lost it. */
  'provision.endProvision': channel({
    access: 'provision.record',
    effect: 'work',
    input: z.strictObject({ provisionId: id, how: copyEnding }),
    output: z.strictObject({ completions: z.array(certificateNumber) }),
  }),
  /** The ledger of provisions (PIPA Decree art. 15). It holds no personal data. */
  'provision.ledger': documentChannel({
    access: 'provision.read',
    ask: z.strictObject({ from: plainDate.nullable(), to: plainDate.nullable() }),
    formats: ['pdf', 'csv', 'xlsx'],
  }),
  /** What the office processes personal data for (GDPR art. 30(1), PIPA art. 30), from forms, rules, vendors and recipients. */
  'provision.recordOfProcessing': documentChannel({
    access: 'provision.read',
    ask: nothing,
    formats: ['pdf', 'csv', 'xlsx'],
  }),
};
