import type { OrderUnit } from '../../shared/domain/destruction/order.ts';
import { peopleBehind } from '../../shared/domain/destruction/separation-of-duties.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Actor, WriteContext } from '../context.ts';
import { heldAmong } from '../retention/hold.ts';
import type { ReadDatabase } from '../storage/database.ts';
import {
  approverOf,
  deedIsSigned,
  type OrderRecord,
  orderDigest,
  readDeeds,
  readOrderDocument,
} from './order.ts';

/**
 * Takes the units that a hold stops off an order: they return to the review as they were. What was signed stays as it was; the order
 * and its certificate say what was left out. Must be called in the transaction that writes the intent.
 */
export function leaveOutHeld(
  context: Pick<WriteContext, 'database' | 'audit'>,
  order: Pick<OrderRecord, 'id' | 'number'>,
): void {
  const { database } = context;
  const held = heldAmong(
    database,
    database
      .all<{ id: string }>("SELECT id FROM record_units WHERE order_id = ? AND carrier = 'electronic'", [
        order.id,
      ])
      .map(({ id }) => id),
  );
  if (held.length === 0) return;
  const heldIds = JSON.stringify(held);
  database.run(
    `UPDATE order_units SET left_out = 'held' WHERE order_id = ? AND unit_id IN (SELECT value FROM json_each(?))`,
    [order.id, heldIds],
  );
  database.run(
    `UPDATE record_units SET state = state_before_order, state_before_order = NULL, order_id = NULL
     WHERE order_id = ? AND id IN (SELECT value FROM json_each(?))`,
    [order.id, heldIds],
  );
  context.audit('destruction.units_left_out', {
    orderId: order.id,
    number: order.number,
    units: held.length,
  });
}

/** The text of an order as it was read, and found to be what was signed. */
export interface SignedText {
  readonly digest: string;
  readonly units: readonly OrderUnit[];
}

/** @throws Refusal order_changed */
export function readSignedText(database: ReadDatabase, order: OrderRecord): SignedText {
  const document = readOrderDocument(database, order);
  if (orderDigest(document) !== order.digest) throw new Refusal('order_changed');
  return { digest: order.digest, units: document.units };
}

/** Everything that must hold at the moment of destruction, whatever was true when the order was made or approved. */
export function checkOrderStands(
  context: { database: ReadDatabase; today: string; actor: Pick<Actor, 'id'> },
  order: OrderRecord,
  text: SignedText,
): OrderUnit[] {
  const { database } = context;
  const unitIds = text.units.filter(({ paper }) => paper === undefined).map(({ unitId }) => unitId);
  if (unitIds.length === 0) throw new Refusal('order_without_electronic');
  const units = checkUnitsStand(context, order, unitIds, text);
  // A hold stops its units and no others.
  if (heldAmong(database, unitIds).length === unitIds.length) throw new Refusal('unit_held');
  return units;
}

/** What must hold of some of its units: paper goes one after another, and each is looked at when its turn has come. */
export function checkUnitsStand(
  context: { database: ReadDatabase; today: string; actor: Pick<Actor, 'id'> },
  order: OrderRecord,
  unitIds: readonly string[],
  /** Where it has been read already: ten thousand units take a while to read, and what was signed does not change. */
  text = readSignedText(context.database, order),
): OrderUnit[] {
  const { database, today } = context;
  if (text.digest !== order.digest) throw new Refusal('order_changed');
  checkDeedsStand(context, order);
  const wanted = JSON.stringify(unitIds);
  const standing = database.value<number>(
    `SELECT count(*) FROM record_units WHERE order_id = ? AND state = 'ordered' AND id IN (SELECT value FROM json_each(?))`,
    [order.id, wanted],
  );
  if (standing !== unitIds.length) throw new Refusal('unit_gone');
  const listed = new Set(unitIds);
  const units = text.units.filter(({ unitId }) => listed.has(unitId));
  // By the order's own text, and by what has become of its units since: a law may oblige to keep longer now.
  const early = units.find((unit) => unit.dueOn > today);
  if (early !== undefined) throw new Refusal('unit_not_due', { date: early.dueOn });
  const kept = database.get<{ due_on: string | null }>(
    `SELECT due_on FROM record_units WHERE order_id = ? AND (due_on IS NULL OR due_on > ?)
       AND id IN (SELECT value FROM json_each(?)) LIMIT 1`,
    [order.id, today, wanted],
  );
  if (kept !== undefined) {
    throw kept.due_on === null
      ? new Refusal('unit_open')
      : new Refusal('unit_not_due', { date: kept.due_on });
  }
  return units;
}

/** Asked for and approved, by people who are neither each other nor whoever carries it out, in signatures that fit. */
function checkDeedsStand(
  { database, actor }: { database: ReadDatabase; actor: Pick<Actor, 'id'> },
  order: OrderRecord,
): void {
  const deeds = readDeeds(database, order.id);
  const request = deeds.find((deed) => deed.deed === 'request' && deed.user_id === order.requester_id);
  const approvals = deeds.filter(({ deed }) => deed === 'approve');
  const approvers = new Set(approvals.map((deed) => deed.user_id));
  const people = peopleBehind(approvals.map(approverOf));
  if (request === undefined || approvers.size < order.approvals_needed)
    throw new Refusal('order_not_approved');
  if (order.approver_id === null || !approvers.has(order.approver_id))
    throw new Refusal('order_not_approved');
  if (people.has(request.user_id)) throw new Refusal('approval_by_requester');
  // Whoever approved at any stage does not carry it out, and neither does whoever they stood in for.
  if (people.has(actor.id)) throw new Refusal('execution_by_approver');
  if (![request, ...approvals].every((deed) => deedIsSigned(deed, order)))
    throw new Refusal('signature_invalid');
}
