import { z } from 'zod';
import { channel } from './channel.ts';
import { filledLine, id, instant, line, nothing } from './fields.ts';

/** ISO 3166-1 alpha-2. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/, { error: 'format' });

/** A third party to whom personal data may be provided (PIPA art. 17); not a vendor, who works for the office (art. 26). */
export const recipientRow = z.strictObject({
  recipientId: id,
  name: z.string(),
  contact: z.string(),
  country: countryCode,
  /** From 1; every change of the entry makes the next. */
  version: z.int().positive(),
  addedAt: instant,
  /** No longer offered: neither put on a form nor provided with anything. */
  retired: z.boolean(),
});
export type RecipientRow = z.infer<typeof recipientRow>;

const entry = { name: filledLine(120), contact: line(200), country: countryCode };

export const provisionRecipientChannels = {
  'provision.addRecipient': channel({
    access: 'provision.manage_recipients',
    effect: 'write',
    input: z.strictObject(entry),
    output: z.strictObject({ recipientId: id }),
  }),
  /**
   * Changes the entry. Published forms and consents keep the words they were published and given with, and the ledger the name a
   * recipient had on the day.
   */
  'provision.changeRecipient': channel({
    access: 'provision.manage_recipients',
    effect: 'write',
    input: z.strictObject({ recipientId: id, ...entry }),
    output: z.strictObject({ version: z.int().positive() }),
  }),
  'provision.retireRecipient': channel({
    access: 'provision.manage_recipients',
    effect: 'write',
    input: z.strictObject({ recipientId: id, retired: z.boolean() }),
    output: nothing,
  }),
  /** Those in use first, newest first. */
  'provision.listRecipients': channel({
    access: 'provision.read_recipients',
    effect: 'read',
    input: nothing,
    output: z.strictObject({ recipients: z.array(recipientRow) }),
  }),
};
