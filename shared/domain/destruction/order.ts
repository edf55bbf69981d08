import { z } from 'zod';
import { bilingualLine, digest, id, instant, plainDate } from '../../contract/fields.ts';
import type { Role } from '../office/permission.ts';
import { Refusal } from '../refusal.ts';

/**
 * A destruction order is a document that stands by itself: which units, why each is due, who asked and when. It holds no
 * personal data, and its SHA-256 over the canonical JSON is what people sign; so an approval means the same at this desk
 * and brought back from a head office in a file.
 */
export const orderUnit = z.strictObject({
  unitId: id,
  ruleVersionId: id,
  category: bilingualLine(120),
  basis: bilingualLine(200),
  cause: z.enum(['period_ends', 'consent_withdrawn', 'withdrawn_but_obliged']),
  triggeredOn: plainDate,
  keptThrough: plainDate,
  dueOn: plainDate,
});
export type OrderUnit = z.infer<typeof orderUnit>;

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
  'destroyed',
  'unverified',
]);
export type OrderState = z.infer<typeof orderState>;

/** What each signed deed says; the digest binds it to one order document. */
export const deed = z.enum(['request', 'approve', 'reject', 'execute']);
export type Deed = z.infer<typeof deed>;

export const deedStatement = z.strictObject({
  format: z.literal('ashbook-deed/1'),
  deed,
  orderId: id,
  orderDigest: digest,
  userId: id,
  staffNumber: z.int().positive(),
  at: instant,
});
export type DeedStatement = z.infer<typeof deedStatement>;

export interface DutyHolder {
  id: string;
  roles: readonly Role[];
}

/**
 * Requester, approver and operator of one order are three people (four eyes, and destroying is a duty of its own; DOMAIN.md
 * "What auditors ask"). Throws a Refusal that names the duty already done.
 */
export function checkMayApprove(order: { state: OrderState; requesterId: string }, userId: string): void {
  if (order.requesterId === userId) throw new Refusal('approval_by_requester');
  if (order.state !== 'proposed') throw new Refusal('order_not_awaiting_approval');
}

export function checkMayExecute(
  order: { state: OrderState; requesterId: string; approverId: string | null },
  userId: string,
): void {
  if (order.state === 'destroyed' || order.state === 'executing' || order.state === 'unverified') {
    throw new Refusal('order_already_executed');
  }
  if (order.state !== 'approved' || order.approverId === null) throw new Refusal('order_not_approved');
  if (order.approverId === userId) throw new Refusal('execution_by_approver');
  if (order.requesterId === userId) throw new Refusal('execution_by_requester');
}

/** Whether the office's people can ask for, approve and carry out one destruction without anybody doing two of the three. */
export function dutiesCanBeSeparated(
  users: readonly DutyHolder[],
  may: (
    roles: readonly Role[],
    duty: 'destruction.propose' | 'destruction.approve' | 'destruction.execute',
  ) => boolean,
): boolean {
  const holding = (duty: 'destruction.propose' | 'destruction.approve' | 'destruction.execute') =>
    users.filter((user) => may(user.roles, duty)).map((user) => user.id);
  const [askers, approvers, operators] = [
    holding('destruction.propose'),
    holding('destruction.approve'),
    holding('destruction.execute'),
  ];
  return askers.some((asker) =>
    approvers.some(
      (approver) =>
        approver !== asker && operators.some((operator) => operator !== asker && operator !== approver),
    ),
  );
}
