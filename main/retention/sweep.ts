import type { Clock } from '../clock.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { clockIsTroubled } from '../scheduler/clock-guard.ts';
import type { Database } from '../storage/database.ts';
import type { DataKeys } from '../storage/vault.ts';
import { applyVersion, versionsToApply } from './rule-change.ts';
import { RuleReader } from './rule-reader.ts';
import { separateUnits } from './separate-retention.ts';

/**
 * What a new day brings: rules that come into effect, units that are past their purpose but obliged to stay, units whose day has
 * come. Each is entered in the audit log by number, once. Must be called in a transaction. Does nothing while the clock is
 * known to be wrong. Returns how many units it changed.
 *
 * Costs what changes: what is to be kept apart is looked up by an index of what still is, and what fell due is counted between the day
 * up to which the last sweep looked and today.
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
  const fellDue = countFallenDue(database, today);
  const separated = separateUnits({ database, vault, today });
  enter('retention.units_separated', separated);
  enter('retention.units_fell_due', fellDue);
  return changed;
}

/** Counts what has come due since it was counted last, each once for each day that is set for it. */
function countFallenDue(database: Database, today: string): number {
  const swept = new RuleReader(database).sweptThrough();
  const days = { swept, today };
  const newly =
    swept < today
      ? database.value<number>(
          'SELECT count(*) FROM record_units WHERE due_on > :swept AND due_on <= :today',
          days,
        )
      : 0;
  // Their day may have moved on meanwhile; and where the clock was set back, it may not have come yet by today's date.
  const already = database.value<number>(
    `SELECT count(*) FROM units_due_already a CROSS JOIN record_units u ON u.id = a.unit_id
     WHERE u.due_on <= min(:swept, :today)`,
    days,
  );
  if (swept <= today) database.run('DELETE FROM units_due_already');
  else
    database.run(
      'DELETE FROM units_due_already WHERE (SELECT due_on FROM record_units WHERE id = unit_id) <= ?',
      [today],
    );
  database.run(
    `INSERT INTO days_swept (id, swept_through) VALUES (1, ?)
     ON CONFLICT (id) DO UPDATE SET swept_through = max(swept_through, excluded.swept_through)`,
    [today],
  );
  return (newly ?? 0) + (already ?? 0);
}
