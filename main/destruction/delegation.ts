import { Temporal } from 'temporal-polyfill';
import type { StoodInFor } from '../../shared/domain/destruction/order.ts';
import { type Approver, checkMayDelegate } from '../../shared/domain/destruction/separation-of-duties.ts';
import { mayDo } from '../../shared/domain/office/permission.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Actor, Handlers } from '../context.ts';
import { listDutyHolders } from '../office/user.ts';
import type { ReadDatabase } from '../storage/database.ts';

/** Longer than a leave of absence: then somebody else should hold the role. */
const longestDays = 366;

/** Those who are away today and for whom this person approves. Whoever has lost the role, or has left, can lend it to nobody. */
export function standsInFor(database: ReadDatabase, userId: string, today: string): StoodInFor[] {
  const absent = database.all<{ userId: string; staffNumber: number }>(
    `SELECT d.absent_id AS userId, u.staff_number AS staffNumber FROM delegations d JOIN users u ON u.id = d.absent_id
     WHERE d.deputy_id = ? AND d.ended_at IS NULL AND d.from_on <= ? AND d.through_on >= ? ORDER BY d.from_on, d.rowid`,
    [userId, today, today],
  );
  if (absent.length === 0) return [];
  const rolesOf = new Map(listDutyHolders(database).map(({ id, roles }) => [id, roles]));
  return absent
    .map((one) => ({ ...one, roles: rolesOf.get(one.userId) ?? [] }))
    .filter(({ roles }) => mayDo(roles, 'destruction.approve'));
}

/**
 * In whose right somebody approves: their own, or that of the first person they stand in for who may. `check` throws a Refusal for
 * whoever may not; where nobody may, the first one's refusal stands.
 */
export function approvingFor(
  { database, actor, today }: { database: ReadDatabase; actor: Pick<Actor, 'id' | 'roles'>; today: string },
  check: (approver: Approver) => void,
): { approver: Approver; onBehalfOf: StoodInFor | null } {
  if (mayDo(actor.roles, 'destruction.approve')) {
    const approver = { userId: actor.id, onBehalfOf: null };
    check(approver);
    return { approver, onBehalfOf: null };
  }
  let refusal = new Refusal('forbidden');
  for (const onBehalfOf of standsInFor(database, actor.id, today)) {
    const approver = { userId: actor.id, onBehalfOf: onBehalfOf.userId };
    try {
      check(approver);
      return { approver, onBehalfOf };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (refusal.code === 'forbidden') refusal = error;
    }
  }
  throw refusal;
}

export const delegationHandlers: Pick<
  Handlers<'destruction'>,
  'destruction.listDelegations' | 'destruction.enterDelegation' | 'destruction.endDelegation'
> = {
  'destruction.listDelegations': ({ database, today }) => ({
    delegations: database
      .all<{
        delegationId: string;
        absentStaffNumber: number;
        deputyStaffNumber: number;
        fromOn: string;
        throughOn: string;
        enteredByStaffNumber: number;
      }>(
        `SELECT d.id AS delegationId, a.staff_number AS absentStaffNumber, p.staff_number AS deputyStaffNumber,
           d.from_on AS fromOn, d.through_on AS throughOn, e.staff_number AS enteredByStaffNumber
         FROM delegations d JOIN users a ON a.id = d.absent_id JOIN users p ON p.id = d.deputy_id JOIN users e ON e.id = d.entered_by
         WHERE d.ended_at IS NULL AND d.through_on >= ? ORDER BY d.from_on, d.rowid`,
        [today],
      )
      .map((row) => ({ ...row, isInForce: row.fromOn <= today })),
  }),

  'destruction.enterDelegation': (context, { absentId, deputyId, fromOn, throughOn }) => {
    const { database, actor, clock, today } = context;
    checkMayDelegate({ actor, absentId, deputyId, holders: listDutyHolders(database) });
    if (throughOn < today || throughOn < fromOn) throw new Refusal('date_not_ahead', { field: 'throughOn' });
    const latest = Temporal.PlainDate.from(fromOn).add({ days: longestDays }).toString();
    if (throughOn > latest)
      throw new Refusal('delegation_too_long', { field: 'throughOn', days: longestDays });
    const overlaps = database.value(
      'SELECT 1 FROM delegations WHERE absent_id = ? AND ended_at IS NULL AND from_on <= ? AND through_on >= ?',
      [absentId, throughOn, fromOn],
    );
    if (overlaps !== undefined) throw new Refusal('delegation_overlaps');
    const delegationId = context.newId();
    database.run(
      `INSERT INTO delegations (id, absent_id, deputy_id, from_on, through_on, entered_at, entered_by)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [delegationId, absentId, deputyId, fromOn, throughOn, instantText(clock.now()), actor.id],
    );
    context.audit('destruction.delegation_entered', {
      delegationId,
      absentId,
      deputyId,
      from: fromOn,
      through: throughOn,
    });
    return { delegationId };
  },

  'destruction.endDelegation': (context, { delegationId }) => {
    const { database, actor, clock } = context;
    const delegation = database.get<{ absent_id: string; deputy_id: string; ended_at: string | null }>(
      'SELECT absent_id, deputy_id, ended_at FROM delegations WHERE id = ?',
      [delegationId],
    );
    if (delegation === undefined || delegation.ended_at !== null) throw new Refusal('not_found');
    const { absent_id: absentId, deputy_id: deputyId } = delegation;
    if (absentId !== actor.id && deputyId !== actor.id && !mayDo(actor.roles, 'office.manage_users'))
      throw new Refusal('forbidden');
    database.run('UPDATE delegations SET ended_at = ?, ended_by = ? WHERE id = ?', [
      instantText(clock.now()),
      actor.id,
      delegationId,
    ]);
    context.audit('destruction.delegation_ended', { delegationId, absentId, deputyId });
    return {};
  },
};
