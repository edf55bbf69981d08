import { z } from 'zod';
import { channel } from './channel.ts';
import { instant, nothing, plainDate } from './fields.ts';

const count = z.int().nonnegative();
const everyMonths = z.int().min(1).max(60);

/** What keeps an office sound without anybody's data changing. */
export const officeMaintenanceChannels = {
  /** Since when the present key of the records' pages has been in force, and what still holds an older one. */
  'office.databaseKey': channel({
    access: 'office.read_users',
    effect: 'read',
    input: nothing,
    output: z.strictObject({
      since: instant,
      /** What put it in force. */
      by: z.enum(['creation', 'maintenance', 'plan', 'destruction']),
      epoch: count,
      /** Registered copies of the keys that were written before it. */
      olderKeyCopies: count,
      everyMonths: everyMonths.nullable(),
      /** From when on it is changed by itself, as soon as nobody works. In the past while that has not been possible. */
      nextOn: plainDate.nullable(),
    }),
  }),
  /** After how long a key is changed that nothing else has changed; null for never. */
  'office.setDatabaseKeyPlan': channel({
    access: 'office.manage_keys',
    effect: 'write',
    input: z.strictObject({ everyMonths: everyMonths.nullable() }),
    output: z.strictObject({ nextOn: plainDate.nullable() }),
  }),
  /**
   * Gives every page of the records a new key and destroys the old one. Other calls are answered meanwhile. Cannot be
   * cancelled; interrupted, it is finished when the office is opened next.
   */
  'office.changeDatabaseKey': channel({
    access: 'office.manage_keys',
    effect: 'work',
    input: nothing,
    output: z.strictObject({ epoch: count, olderKeyCopies: count }),
  }),
};
