import { z } from 'zod';
import { executionWindow } from '../domain/destruction/execution-window.ts';
import { channel } from './channel.ts';
import { digest, id, instant, nothing, plainDate } from './fields.ts';

const opening = z.strictObject({ opensAt: instant, closesAt: instant });

/**
 * Why a schedule that is open has not been carried out yet, though a window was there: nobody was signed in and the office does not
 * allow that; the clock was not believed; other long work; no room on the disk; the office was closed.
 */
export const waitReasons = ['nobody_signed_in', 'clock', 'other_work', 'disk', 'office_closed'] as const;

/** Why a schedule ended without having been carried out by the application. */
export const endReasons = [
  'window_changed',
  'out_of_time',
  'operator_gone',
  'order_rejected',
  'carried_out_by_hand',
  'everything_held',
  'not_due_any_more',
  'order_changed',
  'restored',
] as const;

export const scheduleState = z.enum(['open', 'withdrawn', 'carried_out', 'ended']);

export const scheduleRow = z.strictObject({
  orderId: id,
  orderNumber: z.string(),
  units: z.int().positive(),
  state: scheduleState,
  operatorStaffNumber: z.int().positive(),
  scheduledAt: instant,
  validThrough: plainDate,
  waitsFor: z.enum(waitReasons).nullable(),
  endedFor: z.enum(endReasons).nullable(),
  endedAt: instant.nullable(),
  /** When it is carried out: at its next window; null where it is over, or is about to be caught up with. */
  opensAt: instant.nullable(),
  certificateNumber: z.string().nullable(),
});
export type ScheduleRow = z.infer<typeof scheduleRow>;

export const destructionScheduleChannels = {
  'destruction.listSchedules': channel({
    access: 'destruction.read',
    effect: 'read',
    input: nothing,
    output: z.strictObject({
      /** Null where the office has none: then every destruction has somebody at the desk. */
      window: executionWindow.nullable(),
      /** The one that is open now, or the next. */
      opening: opening.nullable(),
      /** For what is scheduled now: when it would begin, and the last days that can be, and are usually, signed for. */
      next: z
        .strictObject({ opensAt: instant, usualThrough: plainDate, latestThrough: plainDate })
        .nullable(),
      /** Whether this computer keeps a key, so that the office can be open while nobody is signed in. */
      keepsKey: z.boolean(),
      planned: z.array(scheduleRow).max(1000),
      /** What became of the latest others. */
      recent: z.array(scheduleRow).max(20),
    }),
  }),
  /**
   * Orders, signed with the operator's own key, that the application carries the order out in the office's window. The digest is the one
   * they were shown.
   */
  'destruction.scheduleOrder': channel({
    access: 'destruction.execute',
    effect: 'write',
    input: z.strictObject({ orderId: id, digest, validThrough: plainDate }),
    output: z.strictObject({ opensAt: instant }),
  }),
  /** Until the point of no return, by any operator: it only stops something. */
  'destruction.withdrawSchedule': channel({
    access: 'destruction.execute',
    effect: 'write',
    input: z.strictObject({ orderId: id }),
    output: z.strictObject({}),
  }),
};
