import { z } from 'zod';
import { deed, orderState, orderUnit } from '../domain/destruction/order.ts';
import { securityLevel } from '../domain/destruction/paper-security.ts';
import { byApplication, verificationFinding } from '../domain/register/certificate.ts';
import { channel } from './channel.ts';
import { scheduleRow } from './destruction-schedules.ts';
import { digest, id, instant, page } from './fields.ts';

export const orderRow = z.strictObject({
  orderId: id,
  /** For people: `D-2026-0001`, without gaps in a year. */
  number: z.string(),
  state: orderState,
  units: z.int().positive(),
  /** How many people one after another have to approve it, and how many have. */
  approvalsNeeded: z.int().min(1).max(5),
  approvals: z.int().nonnegative(),
  /** How many of them are paper. */
  paperUnits: z.int().nonnegative(),
  /** Whether it holds electronic records too, and whether they are destroyed. */
  electronic: z.enum(['none', 'open', 'destroyed']),
  requestedAt: instant,
  requesterStaffNumber: z.int().positive(),
  requestedByMe: z.boolean(),
  approvedByMe: z.boolean(),
  certificateNumber: z.string().nullable(),
});
export type OrderRow = z.infer<typeof orderRow>;

export const orderDeed = z.strictObject({
  deed,
  staffNumber: z.int().positive(),
  /** Whom they stood in for; null where it was their own right. */
  onBehalfOfStaffNumber: z.int().positive().nullable(),
  at: instant,
  /** Checked now, against the order's digest and the person's public key. */
  signatureValid: z.boolean(),
});

const executionOutcome = z.strictObject({
  state: orderState,
  verification: z.array(verificationFinding),
  certificateNumber: z.string().nullable(),
});

export const destructionChannels = {
  'destruction.proposeOrder': channel({
    access: 'destruction.propose',
    effect: 'write',
    input: z.strictObject({
      unitIds: z.array(id).min(1).max(100_000),
      /** The least to which paper on it is shredded; what needs more gets more. */
      paperLevel: securityLevel.default('P-4'),
    }),
    output: z.strictObject({ orderId: id, number: z.string(), digest }),
  }),
  'destruction.listOrders': channel({
    access: 'destruction.read',
    effect: 'read',
    input: z.strictObject({ show: z.enum(['open', 'closed', 'all']), ...page }),
    output: z.strictObject({ total: z.int(), orders: z.array(orderRow) }),
  }),
  'destruction.getOrder': channel({
    access: 'destruction.read',
    effect: 'read',
    input: z.strictObject({ orderId: id, ...page }),
    output: z.strictObject({
      order: orderRow,
      digest,
      /** False when the stored document no longer has the digest that was signed. */
      digestValid: z.boolean(),
      deeds: z.array(orderDeed),
      /** One page of the units; `order.units` is their number. */
      units: z.array(orderUnit),
      /** For whom this person would decide about it; null where it is their own right, or not for them to decide. */
      standsInForStaffNumber: z.int().positive().nullable(),
      /** Units of this order that a hold stops at this moment. */
      heldUnitIds: z.array(id).max(1000),
      /** Electronic units that are still on it and that no hold stops: what carrying it out at this moment would destroy. */
      toDestroy: z.int().nonnegative(),
      /** Units that a hold took off it before it was carried out; they are kept. */
      leftOutUnitIds: z.array(id).max(1000),
      verification: z.array(verificationFinding),
      /** The latest schedule of it, whatever became of it. */
      schedule: scheduleRow.nullable(),
      /** Of an execution that the application began by itself. */
      byApplication: byApplication.nullable(),
    }),
  }),
  /** The digest is the one the approver was shown: an order that changed since is not approved by accident. */
  'destruction.approveOrder': channel({
    access: 'destruction.approve',
    effect: 'write',
    input: z.strictObject({ orderId: id, digest }),
    output: z.strictObject({ state: orderState }),
  }),
  'destruction.rejectOrder': channel({
    access: 'destruction.approve',
    effect: 'write',
    input: z.strictObject({ orderId: id, digest }),
    output: z.strictObject({ state: orderState }),
  }),
  /** Carries out an approved order. Can be cancelled until the keys change; from there on it is always finished. */
  'destruction.executeOrder': channel({
    access: 'destruction.execute',
    effect: 'work',
    input: z.strictObject({ orderId: id, digest }),
    output: executionOutcome,
  }),
  /** Repeats the checks of an execution that could not be verified, and certifies it when all of them pass. */
  'destruction.verifyOrder': channel({
    access: 'destruction.execute',
    effect: 'work',
    input: z.strictObject({ orderId: id }),
    output: executionOutcome,
  }),
};
