import { Temporal } from 'temporal-polyfill';
import type { ReadDatabase } from '../storage/database.ts';

/** How many days before a record is late somebody is told: long enough for three people to act one after another. */
const daysAhead = 2;

export interface Lateness {
  /** Due records that nobody has put on an order: late already, and late within the coming days. */
  readonly overdue: number;
  readonly lateSoon: number;
  /** The first day on which one of those is late; null where there is none. */
  readonly lateSoonOn: string | null;
  /** Open orders with a record that is late, or will be within the coming days. */
  readonly ordersLate: number;
  readonly ordersLateSoon: number;
}

/** What is late and what is about to be, each record against the days its own jurisdiction allows. Counts only; by the index of due days. */
export function latenessOf(database: ReadDatabase, today: string): Lateness {
  const soon = Temporal.PlainDate.from(today).add({ days: daysAhead }).toString();
  const units = database.get<{ overdue: number; lateSoon: number; lateSoonOn: string | null }>(
    `SELECT count(*) FILTER (WHERE late_on <= :today) AS overdue, count(*) FILTER (WHERE late_on > :today) AS lateSoon,
       min(late_on) FILTER (WHERE late_on > :today) AS lateSoonOn
     FROM record_units WHERE order_id IS NULL AND due_on <= :soon AND late_on <= :soon`,
    { today, soon },
  );
  const orders = database.get<{ ordersLate: number; ordersLateSoon: number }>(
    `SELECT count(*) FILTER (WHERE late_on <= :today) AS ordersLate, count(*) FILTER (WHERE late_on > :today) AS ordersLateSoon
     FROM (SELECT min(late_on) AS late_on FROM record_units WHERE order_id IS NOT NULL GROUP BY order_id) WHERE late_on <= :soon`,
    { today, soon },
  );
  return {
    overdue: units?.overdue ?? 0,
    lateSoon: units?.lateSoon ?? 0,
    lateSoonOn: units?.lateSoonOn ?? null,
    ordersLate: orders?.ordersLate ?? 0,
    ordersLateSoon: orders?.ordersLateSoon ?? 0,
  };
}
