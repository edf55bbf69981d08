import { Temporal } from 'temporal-polyfill';
import { accessRecordPeriod, accessRecordsKeptFrom } from '../../shared/domain/provision/use-log-period.ts';
import type { Clock } from '../clock.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { clockIsTroubled } from '../scheduler/clock-guard.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';

/**
 * Ends the lines of the use log whose time is over, and enters how many in the audit log. Must be called in a transaction; does
 * nothing while the clock is known to be wrong. Returns how many ended.
 */
export function sweepUseLog(database: Database, clock: Clock, today: string, timeZone: string): number {
  if (clockIsTroubled(database, clock)) return 0;
  const period = presentUseLogPeriod(database);
  const keptFrom = accessRecordsKeptFrom(period, today);
  const before = Temporal.PlainDate.from(keptFrom)
    .toZonedDateTime({ timeZone })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' });
  if (database.value('SELECT 1 FROM data_uses WHERE at < ? LIMIT 1', [before]) === undefined) return 0;
  // The end never moves back, even where the longer period has come to hold since: what has ended is gone.
  database.run(
    `INSERT INTO use_log_end (id, ended_before) VALUES (1, ?)
     ON CONFLICT (id) DO UPDATE SET ended_before = max(ended_before, excluded.ended_before)`,
    [before],
  );
  const uses = database.run('DELETE FROM data_uses WHERE at < ?', [before]).changes;
  appendAuditEntry(database, clock, {
    code: 'provision.uses_ended',
    actor: null,
    about: { uses, keptFrom, period },
  });
  return uses;
}

/** One year or two, by what the office keeps now. */
export function presentUseLogPeriod(database: ReadDatabase): 'P1Y' | 'P2Y' {
  const people = database.value<number>('SELECT count(*) FROM people') ?? 0;
  const special = database.value(
    `SELECT 1 FROM consent_form_versions v, json_each(v.content, '$.purposes') p, json_each(p.value, '$.items') i
     WHERE i.value ->> 'sensitivity' <> 'ordinary'
       AND EXISTS (SELECT 1 FROM consents c WHERE c.form_version_id = v.id) LIMIT 1`,
  );
  return accessRecordPeriod({ people, hasSpecialItems: special !== undefined });
}
