import { z } from 'zod';
import { bilingualLine, digest, id, instant, plainDate } from '../../contract/fields.ts';
import { role, roles } from '../office/permission.ts';
import { dueCauses } from '../retention/due-date.ts';
import { scheduleTerms } from './execution-window.ts';
import { orderedPart } from './paper-part.ts';
import { securityLevel } from './paper-security.ts';

/** What an order says of a unit of paper: what is to be fetched, and what it has to go through. */
export const orderedPaper = z.strictObject({
  kind: z.enum(['box', 'folder', 'document']),
  /** What its label says, and what is scanned. */
  code: z
    .string()
    .min(1)
    .max(40)
    .regex(/^[\x21-\x7e]+$/u),
  /** As registered; null where it was never counted. */
  sheets: z.int().nonnegative().nullable(),
  levelNeeded: securityLevel,
  /** Where only a part of what has this code goes: which, and how. `sheets` are the part's then. */
  part: orderedPart.optional(),
});
export type OrderedPaper = z.infer<typeof orderedPaper>;

/**
 * A destruction order is a document that stands by itself: which units, why each is due, who asked and when. It holds no
 * personal data, and its SHA-256 over the canonical JSON is what people sign; so an approval means the same at this desk
 * and brought back from a head office in a file.
 */
export const orderUnit = z.strictObject({
  unitId: id,
  /** Of paper; a unit without it is an electronic record. */
  paper: orderedPaper.optional(),
  ruleVersionId: id,
  category: bilingualLine(120),
  basis: bilingualLine(200),
  cause: z.enum(dueCauses.filter((cause) => cause !== 'open')),
  triggeredOn: plainDate,
  keptThrough: plainDate,
  dueOn: plainDate,
});
export type OrderUnit = z.infer<typeof orderUnit>;

/** Why a unit was taken off an order: a hold stops it, it was not found where it should be, or it was decided otherwise. */
export const leftOutReasons = ['held', 'not_found', 'decided_otherwise'] as const;
export const leftOutReason = z.enum(leftOutReasons);
export type LeftOutReason = (typeof leftOutReasons)[number];

export const orderDocument = z.strictObject({
  format: z.literal('ashbook-order/1'),
  orderId: id,
  officeId: id,
  number: z.string(),
  requestedAt: instant,
  requesterId: id,
  units: z.array(orderUnit).min(1).max(100_000),
});
export type OrderDocument = z.infer<typeof orderDocument>;

export const orderState = z.enum([
  'proposed',
  'approved',
  'rejected',
  'executing',
  // Of paper or of both: something is destroyed, something is not yet.
  'partly_destroyed',
  'destroyed',
  'unverified',
]);
export type OrderState = z.infer<typeof orderState>;

/** What each signed deed says; the digest binds it to one order document. */
export const deed = z.enum([
  'request',
  'approve',
  'reject',
  'execute',
  // An operator orders that the application carries it out in the office's window; and takes that back.
  'schedule',
  'withdraw_schedule',
]);
export type Deed = z.infer<typeof deed>;

export const deedStatement = z.strictObject({
  format: z.literal('ashbook-deed/1'),
  deed,
  orderId: id,
  orderDigest: digest,
  userId: id,
  staffNumber: z.int().positive(),
  /** The roles the person held at that moment: what they were entitled to, whatever they hold later. */
  roles: z.array(role).min(1).max(roles.length),
  /** Of an approval by somebody who stands in: for whom, and with which roles. */
  onBehalfOf: z
    .strictObject({
      userId: id,
      staffNumber: z.int().positive(),
      roles: z.array(role).min(1).max(roles.length),
    })
    .optional(),
  /** Of a schedule: when it may be carried out. */
  scheduled: scheduleTerms.optional(),
  at: instant,
});
export type DeedStatement = z.infer<typeof deedStatement>;
export type StoodInFor = NonNullable<DeedStatement['onBehalfOf']>;
