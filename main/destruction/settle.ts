import type { OrderState } from '../../shared/domain/destruction/order.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Clock } from '../clock.ts';
import type { Handlers } from '../context.ts';
import { unitsConcerned } from '../paper/part.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { issueCertificate } from '../register/certificate.ts';
import { heldAmong } from '../retention/hold.ts';
import type { ReadDatabase } from '../storage/database.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { readDeeds, readOrder } from './order.ts';
import { readPaperUnit, stepUnit } from './paper-record.ts';

/** Whether an order's electronic records are destroyed, its paper is, and what is still to come. */
export function progressOf(database: ReadDatabase, orderId: string) {
  const paper = database.get<{ units: number; settled: number; destroyed: number }>(
    `SELECT count(*) AS units, coalesce(sum(state IN ('destroyed', 'left_out')), 0) AS settled,
       coalesce(sum(state = 'destroyed'), 0) AS destroyed FROM order_paper_units WHERE order_id = ?`,
    [orderId],
  ) ?? { units: 0, settled: 0, destroyed: 0 };
  const ordered =
    database.value<number>('SELECT unit_count FROM destruction_orders WHERE id = ?', [orderId]) ?? 0;
  const step = database.value<string>('SELECT step FROM executions WHERE order_id = ?', [orderId]);
  const hasElectronic = ordered > paper.units;
  return {
    electronic: !hasElectronic ? 'none' : step === 'finished' ? 'destroyed' : 'open',
    /** Begun and not finished: keys are gone, or a check has not passed. */
    isExecuting: step !== undefined && step !== 'finished',
    paperUnits: paper.units,
    paperLeft: paper.units - paper.settled,
    paperDestroyed: paper.destroyed,
  } as const;
}

/**
 * Closes an order once everything on it is destroyed, and certifies it; until then says how far it is. In the transaction of
 * whatever was destroyed last.
 */
export function settleOrder(
  context: { storage: OfficeStorage; clock: Clock; newId(): string },
  orderId: string,
): { orderState: OrderState; certificateNumber: string | null } {
  const { storage, clock } = context;
  const { database } = storage;
  const { electronic, isExecuting, paperLeft, paperDestroyed } = progressOf(database, orderId);
  const order = readOrder(database, orderId);
  if (isExecuting) return { orderState: order.state, certificateNumber: null };
  if (electronic === 'open' || paperLeft > 0) {
    // Approved for what is left; that something is destroyed shows in what is left (order.ts, orderStateSql).
    database.run("UPDATE destruction_orders SET state = 'approved' WHERE id = ?", [orderId]);
    return { orderState: readOrder(database, orderId).state, certificateNumber: null };
  }
  if (electronic === 'none' && paperDestroyed === 0) {
    database.run("UPDATE destruction_orders SET state = 'rejected' WHERE id = ?", [orderId]);
    return { orderState: 'rejected', certificateNumber: null };
  }
  database.run("UPDATE destruction_orders SET state = 'destroyed' WHERE id = ?", [orderId]);
  appendAuditEntry(database, clock, {
    code: 'destruction.order_destroyed',
    actor: null,
    about: { orderId, number: order.number, units: order.unit_count, epoch: storage.epoch },
  });
  return { orderState: 'destroyed', certificateNumber: issueCertificate(context, orderId) };
}

export const leaveOutUnits: Handlers<'destruction'>['destruction.leaveOutUnits'] = (
  context,
  { orderId, unitIds, reason },
) => {
  const { database, actor } = context;
  const order = readOrder(database, orderId);
  if (order.state === 'destroyed' || order.state === 'rejected') throw new Refusal('order_already_executed');
  if (order.state === 'proposed') throw new Refusal('order_not_approved');
  // Whoever handles the paper does not decide what is spared.
  if (
    readDeeds(database, orderId).some(
      ({ deed, user_id: userId }) => deed === 'execute' && userId === actor.id,
    )
  )
    throw new Refusal('execution_by_approver');
  return database.transaction(() => {
    for (const unitId of unitIds) {
      stepUnit(database, readPaperUnit(database, orderId, unitId), 'leave_out');
      // What a hold stops is left out for the hold, whatever else is said.
      const isHeld = heldAmong(database, unitsConcerned(database, unitId)).length > 0;
      if (reason === 'held' && !isHeld) throw new Refusal('unit_not_held');
      database.run('UPDATE order_units SET left_out = ? WHERE order_id = ? AND unit_id = ?', [
        isHeld ? 'held' : reason,
        orderId,
        unitId,
      ]);
      database.run(
        'UPDATE record_units SET state = state_before_order, state_before_order = NULL, order_id = NULL WHERE id = ?',
        [unitId],
      );
    }
    context.audit('destruction.units_left_out', { orderId, units: unitIds.length, reason });
    return settleOrder(context, orderId);
  });
};
