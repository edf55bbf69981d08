import type { Carrier } from '../../shared/domain/register/report.ts';
import type { DueCause } from '../../shared/domain/retention/due-date.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';

/** Units of an order that are alike: one line of the request and, once they are destroyed, of the ledger. */
export interface OrderGroup {
  record_class_id: string;
  class_name: string;
  purpose_id: string | null;
  cause: DueCause;
  carrier: Carrier;
  units: number;
  /** First and last day on which they were collected; null in orders from before this was kept. */
  collected_from: string | null;
  collected_through: string | null;
}

/**
 * Adds up the units of an order that has just been written, while they are there: what the ledger says of them outlives them and
 * costs nothing to read. So does who took the consents and registered the papers. Must be called in the order's transaction.
 */
export function enterOrderGroups(database: Database, orderId: string): void {
  database.run(
    `INSERT INTO order_groups (order_id, position, record_class_id, purpose_id, cause, carrier, units, collected_from, collected_through)
     SELECT :orderId, row_number() OVER (), u.record_class_id, u.purpose_id, o.content ->> '$.cause', u.carrier, count(*),
       min(u.collected_on), max(u.collected_on)
     FROM order_units o JOIN record_units u ON u.id = o.unit_id WHERE o.order_id = :orderId GROUP BY 3, 4, 5, 6`,
    { orderId },
  );
  database.run(
    `UPDATE order_units SET group_position = (
       SELECT g.position FROM record_units u JOIN order_groups g ON g.order_id = order_units.order_id
         AND g.record_class_id = u.record_class_id AND g.purpose_id IS u.purpose_id AND g.carrier = u.carrier
         AND g.cause = order_units.content ->> '$.cause'
       WHERE u.id = order_units.unit_id) WHERE order_id = ?`,
    [orderId],
  );
  database.run(
    `INSERT INTO order_handlers (order_id, user_id)
     SELECT DISTINCT o.order_id, coalesce(c.captured_by, p.registered_by) FROM order_units o
     JOIN record_units u ON u.id = o.unit_id LEFT JOIN consents c ON c.id = u.consent_id
     LEFT JOIN paper_entries p ON p.id = u.id
     WHERE o.order_id = ? AND coalesce(c.captured_by, p.registered_by) IS NOT NULL`,
    [orderId],
  );
}

/** How many units of the group `g` are on the order still: a hold may have taken some off it. */
export const unitsOfGroup = `(g.units - (SELECT count(*) FROM order_units x
  WHERE x.order_id = g.order_id AND x.group_position = g.position AND x.left_out IS NOT NULL))`;

export function readOrderGroups(database: ReadDatabase, orderId: string): OrderGroup[] {
  return database.all<OrderGroup>(
    `SELECT g.record_class_id, k.name AS class_name, g.purpose_id, g.cause, g.carrier, ${unitsOfGroup} AS units, g.collected_from, g.collected_through
     FROM order_groups g JOIN record_classes k ON k.id = g.record_class_id WHERE g.order_id = ? AND ${unitsOfGroup} > 0 ORDER BY g.position`,
    [orderId],
  );
}

/** Staff numbers of those who took the consents of an order or registered its papers, the lowest first. */
export function readOrderHandlers(database: ReadDatabase, orderId: string): number[] {
  return database
    .all<{ staff_number: number }>(
      `SELECT u.staff_number FROM order_handlers h JOIN users u ON u.id = h.user_id WHERE h.order_id = ?
       ORDER BY u.staff_number`,
      [orderId],
    )
    .map(({ staff_number }) => staff_number);
}
