import type { RecordsThread } from '../records-thread.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { clockIsTroubled } from '../scheduler/clock-guard.ts';
import { removeSupersededVaults } from '../storage/epoch-change.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { alone } from '../storage/work-aside.ts';
import { destroyIntended, finishExecution } from './execution-steps.ts';
import { readOrder } from './order.ts';

/**
 * Finishes, before anybody works on, what was interrupted after its intent had been written.
 *
 * Destroying never waits: it was decided, signed and begun under a clock that was right, nothing of it depends on the time, and
 * half-destroyed records must be shown to nobody. What carries a time, the certificate, waits for a right clock.
 * @returns whether something waits
 */
export async function resumeExecutions(thread: RecordsThread): Promise<boolean> {
  const { storage } = thread.session;
  if (storage === null) return false;
  const { database } = storage;
  const { clock } = thread;
  const { progress } = thread.deskContext('destruction.executeOrder');
  const context = { storage, clock, newId: () => thread.newId(), ...alone, progress };
  let waiting = false;
  for (const { order_id: orderId, step } of interruptedExecutions(storage)) {
    const mayCertify = !clockIsTroubled(database, clock);
    if (mayCertify || step !== 'rows_deleted') {
      const { number } = readOrder(database, orderId);
      database.transaction(() =>
        appendAuditEntry(database, clock, {
          code: 'destruction.execution_resumed',
          actor: null,
          about: { orderId, number, step },
        }),
      );
    }
    if (mayCertify) await finishExecution(context, orderId);
    else {
      destroyIntended(context, orderId);
      await removeSupersededVaults(storage, context);
      database.checkpoint();
      waiting = true;
    }
  }
  return waiting;
}

function interruptedExecutions({ database }: OfficeStorage): { order_id: string; step: string }[] {
  return database.all(
    `SELECT e.order_id, e.step FROM executions e JOIN destruction_orders o ON o.id = e.order_id
     WHERE o.state = 'executing' ORDER BY e.started_at`,
  );
}
