import type { endReasons } from '../../shared/contract/destruction-schedules.ts';
import { type ExecutionWindow, executionWindow } from '../../shared/domain/destruction/execution-window.ts';
import { type Clock, instantText } from '../clock.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';

export type EndReason = (typeof endReasons)[number];

/** When scheduled orders are carried out; null where the office has no window. */
export function readExecutionWindow(database: ReadDatabase): ExecutionWindow | null {
  const stored = database.value<string | null>('SELECT execution_window FROM retention_settings') ?? null;
  return stored === null ? null : executionWindow.parse(JSON.parse(stored));
}

/** Ends an open schedule of an order, if there is one; whoever calls it enters why in the log, or did the deed that says so. */
export function closeSchedule(
  database: Database,
  clock: Clock,
  orderId: string,
  how: { state: 'withdrawn' | 'carried_out' } | { state: 'ended'; reason: EndReason },
): void {
  database.run(
    `UPDATE scheduled_executions SET state = ?, ended_for = ?, ended_at = ?, waits_for = NULL
     WHERE order_id = ? AND state = 'open'`,
    [how.state, how.state === 'ended' ? how.reason : null, instantText(clock.now()), orderId],
  );
}
