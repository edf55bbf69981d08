import type { RecordsThread } from '../records-thread.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { finishExecution } from './execution.ts';
import { readOrder } from './order.ts';

/** Finishes, before anybody works on, what was interrupted after its intent had been written. */
export function resumeExecutions(thread: RecordsThread): void {
  const { storage } = thread.session;
  if (storage === null) return;
  const { database } = storage;
  const interrupted = database.all<{ order_id: string; step: string }>(
    `SELECT e.order_id, e.step FROM executions e JOIN destruction_orders o ON o.id = e.order_id
     WHERE o.state = 'executing' ORDER BY e.started_at`,
  );
  for (const { order_id: orderId, step } of interrupted) {
    const order = readOrder(database, orderId);
    database.transaction(() =>
      appendAuditEntry(database, thread.clock, {
        code: 'destruction.execution_resumed',
        actor: null,
        about: { orderId, number: order.number, step },
      }),
    );
    const { progress } = thread.deskContext('destruction.executeOrder');
    finishExecution({ storage, clock: thread.clock, progress, newId: () => thread.newId() }, orderId);
  }
}
