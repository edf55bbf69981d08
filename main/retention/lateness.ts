import { warnedThrough } from '../../shared/domain/retention/due-date.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { unitIsHeld } from './record-unit.ts';

export interface Lateness {
  /** Due records that nobody has put on an order and no hold stops. */
  readonly due: number;
  /** Of those: late already, and late within the coming days. */
  readonly overdue: number;
  readonly lateSoon: number;
  /** The first day on which one of those is late; null where there is none. */
  readonly lateSoonOn: string | null;
  /** Open orders with a record that is late, or will be within the coming days. */
  readonly ordersLate: number;
  readonly ordersLateSoon: number;
}

/**
 * What is late and what is about to be, each record against the days its own jurisdiction allows. Counts only, by the index of due
 * days. What a hold stops is kept by right, as long as it stands: it is late for nobody.
 */
export function latenessOf(database: ReadDatabase, today: string): Lateness {
  const soon = warnedThrough(today);
  const someHeld = database.value('SELECT 1 FROM holds WHERE released_at IS NULL LIMIT 1') !== undefined;
  const free = someHeld ? `AND NOT ${unitIsHeld}` : '';
  const due = database.value<number>(
    `SELECT count(*) FROM record_units u WHERE order_id IS NULL AND due_on <= ? ${free}`,
    [today],
  );
  const units = database.get<{ overdue: number; lateSoon: number; lateSoonOn: string | null }>(
    `SELECT count(*) FILTER (WHERE late_on <= :today) AS overdue, count(*) FILTER (WHERE late_on > :today) AS lateSoon,
       min(late_on) FILTER (WHERE late_on > :today) AS lateSoonOn
     FROM record_units u WHERE order_id IS NULL AND due_on <= :soon AND late_on <= :soon ${free}`,
    { today, soon },
  );
  const orders = database.get<{ ordersLate: number; ordersLateSoon: number }>(
    `SELECT count(*) FILTER (WHERE late_on <= :today) AS ordersLate, count(*) FILTER (WHERE late_on > :today) AS ordersLateSoon
     FROM (SELECT min(late_on) AS late_on FROM record_units u WHERE order_id IS NOT NULL ${free} GROUP BY order_id) WHERE late_on <= :soon`,
    { today, soon },
  );
  return {
    due: due ?? 0,
    overdue: units?.overdue ?? 0,
    lateSoon: units?.lateSoon ?? 0,
    lateSoonOn: units?.lateSoonOn ?? null,
    ordersLate: orders?.ordersLate ?? 0,
    ordersLateSoon: orders?.ordersLateSoon ?? 0,
  };
}
