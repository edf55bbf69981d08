import { z } from 'zod';
import { channel } from './channel.ts';
import { nothing, plainDate } from './fields.ts';

export const retentionClockChannels = {
  /** Whether the computer's clock can be believed; while it cannot, nothing is destroyed. */
  'retention.clockState': channel({
    access: 'signed_in',
    effect: 'read',
    input: nothing,
    output: z.strictObject({
      trouble: z.enum(['back', 'forward']).nullable(),
      today: plainDate,
      /** The last day the office has seen. */
      seenOn: plainDate.nullable(),
      limitDays: z.int(),
    }),
  }),
  'retention.confirmClock': channel({
    access: 'retention.confirm_clock',
    effect: 'write',
    input: z.strictObject({ today: plainDate }),
    output: z.strictObject({ swept: z.int() }),
  }),
};
