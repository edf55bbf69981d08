import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantText } from '../clock.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import type { DataKeys } from '../storage/vault.ts';

export interface BackupPlanRecord {
  readonly folder: string;
  readonly everyHours: number;
  readonly keepLast: number;
  readonly nextDueAt: string;
  readonly lastAttemptAt: string | null;
  readonly lastFailure: string | null;
}

const planSecrets = z.strictObject({ folder: z.string() });
const placeOfPlan = { table: 'backup_plan', column: 'sealed', rowId: '1' };

export function readPlan(database: ReadDatabase, vault: DataKeys): BackupPlanRecord | null {
  const row = database.get<{
    every_hours: number;
    keep_last: number;
    sealed: Uint8Array;
    next_due_at: string;
    last_attempt_at: string | null;
    last_failure: string | null;
  }>('SELECT every_hours, keep_last, sealed, next_due_at, last_attempt_at, last_failure FROM backup_plan');
  if (row === undefined) return null;
  return {
    folder: openJson(vault, placeOfPlan, row.sealed, planSecrets).folder,
    everyHours: row.every_hours,
    keepLast: row.keep_last,
    nextDueAt: row.next_due_at,
    lastAttemptAt: row.last_attempt_at,
    lastFailure: row.last_failure,
  };
}

/** A plan in place of the one there was; what had failed before counts no more. Must be called in a transaction. */
export function keepPlan(
  { database, vault, office }: { database: Database; vault: DataKeys; office: { notesKeyId: string } },
  plan: Pick<BackupPlanRecord, 'folder' | 'everyHours' | 'keepLast' | 'nextDueAt'>,
): void {
  const sealed = sealJson(vault, office.notesKeyId, placeOfPlan, { folder: plan.folder });
  database.run(
    `INSERT INTO backup_plan (id, every_hours, keep_last, sealed, next_due_at) VALUES (1, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET every_hours = excluded.every_hours, keep_last = excluded.keep_last,
       sealed = excluded.sealed, next_due_at = excluded.next_due_at, last_failure = NULL`,
    [plan.everyHours, plan.keepLast, sealed, plan.nextDueAt],
  );
}

/** After an attempt: when the next is due, and why this one failed, if it did. */
export function notePlanAttempt(
  database: Database,
  now: Temporal.Instant,
  nextInHours: number,
  failure: string | null,
): void {
  database.run('UPDATE backup_plan SET next_due_at = ?, last_attempt_at = ?, last_failure = ?', [
    instantText(now.add({ hours: nextInHours })),
    instantText(now),
    failure,
  ]);
}
