import type { Clock } from '../clock.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { clockWentBack } from '../scheduler/clock-guard.ts';
import type { Database } from '../storage/database.ts';

/**
 * Marks the units whose day has come and enters their number in the audit log, once a unit. Must be called in a transaction.
 * Does nothing while the clock is known to be wrong. Returns how many fell due.
 */
export function sweepDueUnits(database: Database, clock: Clock, today: string): number {
  if (clockWentBack(database, clock)) return 0;
  const { changes } = database.run(
    'UPDATE record_units SET fell_due = 1 WHERE fell_due = 0 AND due_on <= ?',
    [today],
  );
  if (changes > 0) {
    appendAuditEntry(database, clock, {
      code: 'retention.units_fell_due',
      actor: null,
      about: { units: changes, on: today },
    });
  }
  return changes;
}
