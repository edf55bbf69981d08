import { mayDo, type Role } from '../office/permission.ts';
import { Refusal } from '../refusal.ts';
import type { OrderState } from './order.ts';

export interface DutyHolder {
  id: string;
  roles: readonly Role[];
}

/** Who approves: a person, by their own right or standing in for somebody who is away. */
export interface Approver {
  readonly userId: string;
  /** Whose right it is; null where it is their own. */
  readonly onBehalfOf: string | null;
}

/** Everybody who stands behind an approval: whoever gave it, and whoever it was given for. */
export function peopleBehind(approvals: readonly Approver[]): Set<string> {
  return new Set(
    approvals.flatMap(({ userId, onBehalfOf }) => (onBehalfOf === null ? [userId] : [userId, onBehalfOf])),
  );
}

/**
 * Requester, approver and operator of one order are three people (four eyes, and destroying is a duty of its own; DOMAIN.md
 * "What auditors ask"). Nobody gets around that through a delegate: whoever stands in for somebody may do no more than that
 * person could, and no less is asked of them. Throws a Refusal that names the duty already done.
 * @param before the approvals of earlier stages: each stage is given by, and for, somebody else
 */
export function checkMayApprove(
  order: { state: OrderState; requesterId: string },
  approver: Approver,
  before: readonly Approver[] = [],
): void {
  checkNotRequester(order, approver);
  if (order.state !== 'proposed') throw new Refusal('order_not_awaiting_approval');
  const people = peopleBehind(before);
  if ([...peopleBehind([approver])].some((person) => people.has(person))) throw new Refusal('approval_twice');
}

/** An approved order may still be rejected, as long as nothing has been carried out. */
export function checkMayReject(order: { state: OrderState; requesterId: string }, approver: Approver): void {
  checkNotRequester(order, approver);
  if (order.state !== 'proposed' && order.state !== 'approved')
    throw new Refusal('order_not_awaiting_approval');
}

function checkNotRequester(order: { requesterId: string }, { userId, onBehalfOf }: Approver): void {
  if (order.requesterId === userId) throw new Refusal('approval_by_requester');
  if (order.requesterId === onBehalfOf) throw new Refusal('approval_for_requester');
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

/**
 * Whether somebody may name who stands in for an approver. Whoever is away does it themselves, or whoever gives roles does; nobody
 * gives another's right to themselves, and a right that is only lent cannot be lent on.
 * Throws Refusal `forbidden`, `delegation_to_oneself`, `delegation_of_nothing`, `delegation_to_nobody`.
 */
export function checkMayDelegate({
  actor,
  absentId,
  deputyId,
  holders,
}: {
  actor: DutyHolder;
  absentId: string;
  deputyId: string;
  holders: readonly DutyHolder[];
}): void {
  const rolesOf = (userId: string) => holders.find(({ id }) => id === userId)?.roles;
  if (actor.id !== absentId && !mayDo(actor.roles, 'office.manage_users')) throw new Refusal('forbidden');
  if (deputyId === absentId || deputyId === actor.id) throw new Refusal('delegation_to_oneself');
  if (!mayDo(rolesOf(absentId) ?? [], 'destruction.approve')) throw new Refusal('delegation_of_nothing');
  const deputy = rolesOf(deputyId);
  if (deputy === undefined) throw new Refusal('delegation_to_nobody');
  // Whoever checks the office's work afterwards does not do it (DOMAIN.md, "What auditors ask").
  if (deputy.every((role) => role === 'auditor')) throw new Refusal('delegation_to_auditor');
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
