import type { Role } from '../office/permission.ts';
import { Refusal } from '../refusal.ts';
import type { OrderState } from './order.ts';

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

/** An approved order may still be rejected: one record under a hold would otherwise keep all the others from being destroyed. */
export function checkMayReject(order: { state: OrderState; requesterId: string }, userId: string): void {
  if (order.requesterId === userId) throw new Refusal('approval_by_requester');
  if (order.state !== 'proposed' && order.state !== 'approved')
    throw new Refusal('order_not_awaiting_approval');
}

export function checkMayExecute(
  order: { state: OrderState; requesterId: string; approverId: string | null },
  userId: string,
): void {
  if (order.state === 'destroyed' || order.state === 'executing' || order.state === 'unverified') {
    throw new Refusal('order_already_executed');
  }
  // What is partly destroyed was approved as well.
  const isApproved = order.state === 'approved' || order.state === 'partly_destroyed';
  if (!isApproved || order.approverId === null) throw new Refusal('order_not_approved');
  if (order.approverId === userId) throw new Refusal('execution_by_approver');
  if (order.requesterId === userId) throw new Refusal('execution_by_requester');
}

/**
 * Who runs the shredder: like whoever carries out an electronic destruction, neither the requester nor anybody who approved.
 * @throws Refusal order_not_approved, execution_by_approver, execution_by_requester
 */
export function checkMayOperate(
  order: { requesterId: string; approverIds: readonly string[] },
  userId: string,
): void {
  if (order.approverIds.length === 0) throw new Refusal('order_not_approved');
  if (order.approverIds.includes(userId)) throw new Refusal('execution_by_approver');
  if (order.requesterId === userId) throw new Refusal('execution_by_requester');
}

/**
 * Who watches: another person than the operator, and nobody who approved, for they would confirm what they decided. The
 * requester may (decision 0180): an office of three people would otherwise never shred anything.
 * @throws Refusal witness_is_operator, witness_is_approver
 */
export function checkMayWitness(
  order: { approverIds: readonly string[] },
  operatorId: string,
  userId: string,
): void {
  if (userId === operatorId) throw new Refusal('witness_is_operator');
  if (order.approverIds.includes(userId)) throw new Refusal('witness_is_approver');
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
