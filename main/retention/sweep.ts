import type { Clock } from '../clock.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { clockIsTroubled } from '../scheduler/clock-guard.ts';
import type { Database } from '../storage/database.ts';
import type { DataKeys } from '../storage/vault.ts';
import { applyVersion, versionsToApply } from './rule-change.ts';
import { separateUnits } from './separate-retention.ts';

/**
 * What a new day brings: rules that come into effect, units that are past their purpose but obliged to stay, units whose day has
 * come. Each is entered in the audit log by number, once. Must be called in a transaction. Does nothing while the clock is
 * known to be wrong. Returns how many units it changed.
 *
 * Costs what changes: every step looks its units up by an index of those that are still to be done.
 */
export function sweepUnits(
  { database, vault, clock }: { database: Database; vault: DataKeys; clock: Clock },
  today: string,
): number {
  if (clockIsTroubled(database, clock)) return 0;
  let changed = 0;
  for (const change of versionsToApply(database, today)) {
    const moved = applyVersion(database, change);
    const { ruleId, version } = change;
    appendAuditEntry(database, clock, {
      code: 'retention.rule_came_into_effect',
      actor: null,
      about: { ruleId, ruleVersionId: version.ruleVersionId, moved, on: today },
    });
    changed += moved;
  }
  const enter = (code: 'retention.units_separated' | 'retention.units_fell_due', units: number) => {
    if (units > 0) appendAuditEntry(database, clock, { code, actor: null, about: { units, on: today } });
    changed += units;
  };
  const separated = database.value<number>(
    "SELECT count(*) FROM record_units WHERE state = 'active' AND separate_on <= ?",
    [today],
  );
  // Whatever falls due and has nothing to move to separate retention is written once, for both.
  const { changes: fellDue } = database.run(
    `UPDATE record_units SET fell_due = 1,
       state = CASE WHEN state = 'active' AND separate_on <= :today AND sealed IS NULL THEN 'separated' ELSE state END
     WHERE fell_due = 0 AND due_on <= :today`,
    { today },
  );
  separateUnits({ database, vault, today });
  enter('retention.units_separated', separated ?? 0);
  enter('retention.units_fell_due', fellDue);
  return changed;
}
