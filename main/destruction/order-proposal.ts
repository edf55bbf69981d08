import {
  type OrderState,
  type OrderUnit,
  orderDocument,
  type StoodInFor,
} from '../../shared/domain/destruction/order.ts';
import {
  type Approver,
  checkMayApprove,
  checkMayReject,
} from '../../shared/domain/destruction/separation-of-duties.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers, WriteContext } from '../context.ts';
import { recallWhatEnded } from '../provision/recall-cascade.ts';
import { UnitReader, type UnitRecord, unitColumns } from '../retention/record-unit.ts';
import { approvalsNeeded } from '../retention/review.ts';
import { approvingFor } from './delegation.ts';
import {
  approverOf,
  type OrderRecord,
  orderDigest,
  readDeeds,
  readOrder,
  readOrderDocument,
  signDeed,
} from './order.ts';
import { enterOrderGroups } from './order-group.ts';
import { checkPartsOnce, orderedPaperOf, requirePaperOnShelves } from './ordered-paper.ts';
import { closeSchedule } from './schedule-record.ts';
import { nextYearlyNumber } from './yearly-number.ts';

export const orderHandlers: Pick<
  Handlers<'destruction'>,
  'destruction.proposeOrder' | 'destruction.approveOrder' | 'destruction.rejectOrder'
> = {
  'destruction.proposeOrder': (context, { unitIds, paperLevel }) => {
    const { database, office, actor, clock, today } = context;
    if (new Set(unitIds).size !== unitIds.length) throw new Refusal('units_repeated');
    const wanted = JSON.stringify(unitIds);
    const found = database.all<UnitRecord>(
      `SELECT ${unitColumns} FROM record_units u WHERE u.id IN (SELECT value FROM json_each(?)) ORDER BY u.due_on, u.id`,
      [wanted],
    );
    if (found.length !== unitIds.length) throw new Refusal('unit_not_found');
    const reader = new UnitReader(database);
    const units: OrderUnit[] = found.map((unit) => {
      const due = reader.due(unit);
      if (unit.state === 'ordered') throw new Refusal('unit_on_another_order');
      if (due.cause === 'open' || due.dueOn === null || due.keptThrough === null)
        throw new Refusal('unit_open');
      if (due.dueOn > today) throw new Refusal('unit_not_due', { date: due.dueOn });
      if (unit.hold_id !== null) throw new Refusal('unit_held');
      if (unit.set_aside === 1 && unitIds.length > 1) throw new Refusal('unit_set_aside');
      const paper = orderedPaperOf(database, unit.id, paperLevel);
      return {
        unitId: unit.id,
        ...(paper !== undefined && { paper }),
        ruleVersionId: due.ruleVersionId,
        category: reader.className(unit.record_class_id),
        basis: due.basis,
        cause: due.cause,
        // Where the consent ended before the rule's own trigger, the end of the consent is what set it going.
        triggeredOn: due.triggeredOn ?? due.dueOn,
        keptThrough: due.keptThrough,
        dueOn: due.dueOn,
      };
    });
    checkPartsOnce(units.flatMap(({ paper }) => (paper === undefined ? [] : [paper])));
    const orderId = context.newId();
    const document = orderDocument.parse({
      format: 'ashbook-order/1',
      orderId,
      officeId: office.id,
      number: nextYearlyNumber(database, 'order', today),
      requestedAt: instantText(clock.now()),
      requesterId: actor.id,
      units,
    });
    const digest = orderDigest(document);
    database.run(
      `INSERT INTO destruction_orders (id, office_id, number, state, digest, unit_count, approvals_needed, requested_at, requester_id)
       VALUES (?, ?, ?, 'proposed', ?, ?, ?, ?, ?)`,
      [
        orderId,
        office.id,
        document.number,
        digest,
        units.length,
        approvalsNeeded(database, unitIds),
        document.requestedAt,
        actor.id,
      ],
    );
    units.forEach((unit, position) => {
      database.run('INSERT INTO order_units (order_id, position, unit_id, content) VALUES (?, ?, ?, ?)', [
        orderId,
        position,
        unit.unitId,
        JSON.stringify(unit),
      ]);
      if (unit.paper === undefined) return;
      database.run("INSERT INTO order_paper_units (order_id, unit_id, state) VALUES (?, ?, 'to_pull')", [
        orderId,
        unit.unitId,
      ]);
    });
    enterOrderGroups(database, orderId);
    database.run(
      `UPDATE record_units SET state_before_order = state, state = 'ordered', order_id = ?
       WHERE id IN (SELECT value FROM json_each(?))`,
      [orderId, wanted],
    );
    // Others destroy what they hold of it as well; the order's certificate is conditional until they have.
    recallWhatEnded(context, unitIds);
    signDeed(context, 'request', { id: orderId, digest });
    context.audit('destruction.order_proposed', {
      orderId,
      number: document.number,
      units: units.length,
      digest,
    });
    return { orderId, number: document.number, digest };
  },

  'destruction.approveOrder': (context, input) => {
    const { database, actor } = context;
    const before = readDeeds(database, input.orderId).filter(({ deed }) => deed === 'approve');
    const { order, standsIn } = decide(context, input, (asked, approver) =>
      checkMayApprove(asked, approver, before.map(approverOf)),
    );
    signDeed(context, 'approve', order, { standsIn });
    const state = before.length + 1 >= order.approvals_needed ? 'approved' : 'proposed';
    database.run('UPDATE destruction_orders SET state = ?, approver_id = ? WHERE id = ?', [
      state,
      actor.id,
      order.id,
    ]);
    context.audit('destruction.order_approved', {
      orderId: order.id,
      number: order.number,
      digest: order.digest,
      ...(standsIn === null ? {} : { onBehalfOf: standsIn.userId }),
    });
    return { state };
  },

  'destruction.rejectOrder': (context, input) => {
    const { order, standsIn } = decide(context, input, checkMayReject);
    requirePaperOnShelves(context.database, order.id);
    signDeed(context, 'reject', order, { standsIn });
    closeSchedule(context.database, context.clock, order.id, { state: 'ended', reason: 'order_rejected' });
    context.database.run("UPDATE destruction_orders SET state = 'rejected' WHERE id = ?", [order.id]);
    context.database.run(
      'UPDATE record_units SET state = state_before_order, state_before_order = NULL, order_id = NULL WHERE order_id = ?',
      [order.id],
    );
    context.audit('destruction.order_rejected', {
      orderId: order.id,
      number: order.number,
      digest: order.digest,
      ...(standsIn === null ? {} : { onBehalfOf: standsIn.userId }),
    });
    return { state: 'rejected' };
  },
};

/**
 * Another person's decision, over exactly the document they were shown: in their own right, or for somebody who is away.
 */
function decide(
  context: WriteContext,
  { orderId, digest }: { orderId: string; digest: string },
  checkMayDecide: (order: { state: OrderState; requesterId: string }, approver: Approver) => void,
): { order: OrderRecord; standsIn: StoodInFor | null } {
  const order = readOrder(context.database, orderId);
  const { onBehalfOf: standsIn } = approvingFor(context, (approver) =>
    checkMayDecide({ state: order.state, requesterId: order.requester_id }, approver),
  );
  const actual = orderDigest(readOrderDocument(context.database, order));
  if (digest !== order.digest || actual !== order.digest) throw new Refusal('order_changed');
  return { order, standsIn };
}
