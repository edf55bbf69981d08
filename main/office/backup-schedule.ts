import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { RecordsThread } from '../records-thread.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { performBackup } from './backup.ts';
import { type BackupPlanRecord, notePlanAttempt, readPlan } from './backup-plan.ts';
import { copyKeeper } from './vault-medium.ts';

/** After a failed attempt the next is made in an hour: a medium that was unplugged may be back. */
const retryHours = 1;

/** Makes the planned backup if it is due. Called by the scheduler between calls; never rejects for what a medium does. */
export async function runDueBackup(thread: RecordsThread): Promise<void> {
  const { storage } = thread.session;
  // What is running now is waited for until the next look at the clock.
  if (storage === null || thread.isSomebodyAside) return;
  const { database, vault } = storage;
  const plan = readPlan(database, vault);
  const now = thread.clock.now();
  if (plan === null || !isDue(database, plan, now)) return;
  const keeper = copyKeeper(storage, thread.clock, () => thread.newId());
  const { progress, safePoint, aside, requireNobodyAside } = thread.deskContext('office.backUp');
  try {
    const work = { ...keeper, progress, safePoint, aside, requireNobodyAside };
    const { made } = await performBackup(work, plan.folder, 'share');
    // Nobody is there to be told, so it stands with the plan until a backup finds everything in its place.
    notePlanAttempt(database, now, plan.everyHours, made.attachmentsLost > 0 ? 'attachments_lost' : null);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'office_must_reopen') throw error;
    database.transaction(() => {
      notePlanAttempt(database, now, Math.min(retryHours, plan.everyHours), error.code);
      // Once a reason, not once an hour.
      if (plan.lastFailure === error.code) return;
      appendAuditEntry(database, thread.clock, {
        code: 'office.backup_failed',
        actor: null,
        about: { code: error.code },
      });
    });
  }
  thread.tellChanged('office.backUp');
}

/**
 * Due by the clock; by a clock that was set back so far that the plan would stand still; or because something was destroyed since
 * the last backup: what older ones hold of people who kept something can no longer be opened.
 */
function isDue(database: ReadDatabase, plan: BackupPlanRecord, now: Temporal.Instant): boolean {
  const due = Temporal.Instant.from(plan.nextDueAt);
  const isReached = Temporal.Instant.compare(now, due) >= 0;
  const isTooFar = Temporal.Instant.compare(due, now.add({ hours: plan.everyHours + 1 })) > 0;
  if (isReached || isTooFar) return true;
  if (plan.lastFailure !== null) return false;
  const lastMade = database.value<string | null>('SELECT max(made_at) FROM backups') ?? '';
  const lastDestroyed = database.value<string | null>('SELECT max(finished_at) FROM executions') ?? '';
  return lastDestroyed > lastMade;
}
