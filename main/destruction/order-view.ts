import { z } from 'zod';
import type { OrderRow } from '../../shared/contract/destruction.ts';
import { mayDo } from '../../shared/domain/office/permission.ts';
import { byApplication, verificationFinding } from '../../shared/domain/register/certificate.ts';
import type { Handlers } from '../context.ts';
import { heldAmong } from '../retention/hold.ts';
import { unitIsHeld } from '../retention/record-unit.ts';
import { standsInFor } from './delegation.ts';
import {
  deedIsSigned,
  onBehalfOf,
  orderDigest,
  orderStateSql,
  readDeeds,
  readLeftOut,
  readOrder,
  readOrderDocument,
  readOrderUnits,
} from './order.ts';
import { scheduleOfOrder } from './schedule.ts';

type OrderViewRecord = Omit<OrderRow, 'requestedByMe' | 'approvedByMe'> & {
  requesterId: string;
  approverId: string | null;
};

const orderRows = `
  SELECT o.id AS orderId, o.number, ${orderStateSql} AS state, o.unit_count AS units,
    (SELECT count(*) FROM order_paper_units WHERE order_id = o.id) AS paperUnits,
    CASE WHEN o.unit_count = (SELECT count(*) FROM order_paper_units WHERE order_id = o.id) THEN 'none'
      WHEN EXISTS (SELECT 1 FROM executions WHERE order_id = o.id AND step = 'finished') THEN 'destroyed'
      ELSE 'open' END AS electronic, o.approvals_needed AS approvalsNeeded,
    (SELECT count(*) FROM deeds WHERE order_id = o.id AND deed = 'approve') AS approvals, o.requested_at AS requestedAt,
    s.staff_number AS requesterStaffNumber, o.requester_id AS requesterId, o.approver_id AS approverId,
    (SELECT number FROM certificates c WHERE c.order_id = o.id AND c.kind <> 'completion'
      AND NOT EXISTS (SELECT 1 FROM certificates s WHERE s.supersedes = c.number)) AS certificateNumber
  FROM destruction_orders o JOIN users s ON s.id = o.requester_id`;

const shown = {
  open: "WHERE o.state IN ('proposed', 'approved', 'executing', 'unverified')",
  closed: "WHERE o.state IN ('rejected', 'destroyed')",
  all: '',
} as const;

function orderRow(record: OrderViewRecord, userId: string): OrderRow {
  const { requesterId, approverId, ...row } = record;
  return { ...row, requestedByMe: requesterId === userId, approvedByMe: approverId === userId };
}

export const orderViewHandlers: Pick<
  Handlers<'destruction'>,
  'destruction.listOrders' | 'destruction.getOrder'
> = {
  'destruction.listOrders': ({ database, actor }, { show, limit, offset }) => ({
    total: database.value<number>(`SELECT count(*) FROM destruction_orders o ${shown[show]}`) ?? 0,
    orders: database
      .all<OrderViewRecord>(
        `${orderRows} ${shown[show]} ORDER BY o.requested_at DESC, o.number DESC LIMIT ? OFFSET ?`,
        [limit, offset],
      )
      .map((record) => orderRow(record, actor.id)),
  }),

  'destruction.getOrder': ({ database, actor, today, clock }, { orderId, limit, offset }) => {
    const order = readOrder(database, orderId);
    const view = database.get<OrderViewRecord>(`${orderRows} WHERE o.id = ?`, [orderId]);
    if (view === undefined) throw new Error('an order without its requester');
    const document = readOrderDocument(database, order);
    const execution = database.get<{ verification: string | null; by_application: string | null }>(
      'SELECT verification, by_application FROM executions WHERE order_id = ?',
      [orderId],
    );
    const verification = execution?.verification;
    return {
      order: orderRow(view, actor.id),
      digest: order.digest,
      digestValid: orderDigest(document) === order.digest,
      deeds: readDeeds(database, orderId).map((deed) => ({
        deed: deed.deed,
        staffNumber: deed.staff_number,
        onBehalfOfStaffNumber: onBehalfOf(deed)?.staffNumber ?? null,
        at: deed.at,
        signatureValid: deedIsSigned(deed, order),
      })),
      standsInForStaffNumber: mayDo(actor.roles, 'destruction.approve')
        ? null
        : (standsInFor(database, actor.id, today)[0]?.staffNumber ?? null),
      units: readOrderUnits(database, orderId, limit, offset),
      heldUnitIds: heldAmong(
        database,
        document.units.map((unit) => unit.unitId),
      ).slice(0, 1000),
      toDestroy:
        database.value<number>(
          `SELECT count(*) FROM record_units u WHERE order_id = ? AND carrier = 'electronic' AND NOT ${unitIsHeld}`,
          [orderId],
        ) ?? 0,
      leftOutUnitIds: readLeftOut(database, orderId)
        .slice(0, 1000)
        .map(({ unitId }) => unitId),
      verification: verification ? z.array(verificationFinding).parse(JSON.parse(verification)) : [],
      schedule: scheduleOfOrder(database, clock, orderId),
      byApplication: execution?.by_application
        ? byApplication.parse(JSON.parse(execution.by_application))
        : null,
    };
  },
};
