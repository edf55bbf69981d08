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
  addedAt: instant,
});
export type RecipientRow = z.infer<typeof recipientRow>;

export const provisionRecipientChannels = {
  'provision.addRecipient': channel({
    access: 'provision.manage_recipients',
    effect: 'write',
    input: z.strictObject({ name: filledLine(120), contact: line(200), country: countryCode }),
    output: z.strictObject({ recipientId: id }),
  }),
  /** Newest first. */
  'provision.listRecipients': channel({
    access: 'provision.read_recipients',
    effect: 'read',
    input: nothing,
    output: z.strictObject({ recipients: z.array(recipientRow) }),
  }),
};
