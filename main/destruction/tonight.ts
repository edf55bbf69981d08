import type { OfficeStatus } from '../../shared/contract/office.ts';
import { type Clock, instantText } from '../clock.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { openingNow, readOpenSchedules } from './schedule.ts';
import { readExecutionWindow } from './schedule-record.ts';

/**
 * What the application is going to carry out by itself, and what it has within the last day: counts and times, so that the lock
 * screen can say it too. Null where there is neither.
 */
export function tonightOf(database: ReadDatabase, clock: Clock, timeZone: string): OfficeStatus['tonight'] {
  const window = readExecutionWindow(database);
  const planned = readOpenSchedules(database).length;
  const since = instantText(clock.now().subtract({ hours: 24 }));
  const carriedOut = database.get<{ orders: number; at: string | null }>(
    'SELECT count(*) AS orders, max(finished_at) AS at FROM executions WHERE schedule_id IS NOT NULL AND finished_at > ?',
    [since],
  );
  const orders = carriedOut?.orders ?? 0;
  if (planned === 0 && orders === 0) return null;
  return {
    planned,
    opening: planned === 0 ? null : openingNow(window, timeZone, clock),
    needsSomebody: window?.unattended !== true,
    carriedOut: orders,
    carriedOutAt: carriedOut?.at ?? null,
  };
}

/** Orders that are still approved although a schedule of theirs ended without them, for a reason that somebody has to look at. */
export function countNotCarriedOut(database: ReadDatabase): number {
  return (
    database.value<number>(
      `SELECT count(*) FROM destruction_orders o WHERE o.state = 'approved' AND (
         SELECT s.state FROM scheduled_executions s JOIN deeds d ON d.id = s.deed_id
         WHERE s.order_id = o.id ORDER BY d.rowid DESC LIMIT 1) = 'ended'`,
    ) ?? 0
  );
}
