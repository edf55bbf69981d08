import { dateIn, dayBefore } from '../../shared/domain/retention/due-date.ts';
import { removeUnnamedAttachments } from '../collection/attachment-sweep.ts';
import { endForgottenDrafts } from '../collection/capture-draft.ts';
import { sweepEndedConsents } from '../collection/consent-validity.ts';
import { endRequestsWithoutRecord } from '../collection/person-request-sweep.ts';
import { resumeExecutions } from '../destruction/resume.ts';
import { runScheduledExecutions } from '../destruction/scheduled-execution.ts';
import { runDueBackup } from '../office/backup-schedule.ts';
import { runDueKeyChange } from '../office/database-key-schedule.ts';
import { destroyEndedKeys } from '../office/ended-keys.ts';
import { copyKeeper } from '../office/vault-medium.ts';
import { recallWhatEnded } from '../provision/recall-cascade.ts';
import { sweepUseLog } from '../provision/use-log-sweep.ts';
import type { RecordsThread } from '../records-thread.ts';
import { signDailyCheckpoint } from '../register/audit-checkpoint.ts';
import { resumeRemovals } from '../register/evidence-removal.ts';
import { latenessOf } from '../retention/lateness.ts';
import { readSettings } from '../retention/settings.ts';
import { sweepUnits } from '../retention/sweep.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { clockIsTroubled, rememberMoment, setDatesRight } from './clock-guard.ts';

/** How often the clock is looked at. A sweep runs at most once for each date. */
const interval = 60_000;

/**
 * What runs by the clock: when an office opens, interrupted destructions are finished first; then, and each time the date in
 * the office's time zone changes, the units that fell due are found. It goes on while the desk is locked, since the office
 * stays open then, and stops when everybody has signed out.
 */
export class Scheduler {
  readonly #thread: RecordsThread;
  #timer: NodeJS.Timeout | null = null;
  #sweptOn: string | null = null;
  /** The last day of which it was said what fell due: no day is told of twice, and none is left out that the computer slept through. */
  #saidThrough: string | null = null;
  /** The day on which the key of the records was last to be changed by itself. */
  #keyChangeTriedOn: string | null = null;
  /** Whether something a crash interrupted may still be to be certified: what carries a time waits for a right clock. */
  #mayBeInterrupted = false;

  constructor(thread: RecordsThread) {
    this.#thread = thread;
  }

  /** Runs inside the call that opened the office, so that nobody sees what a crash left behind. */
  async officeOpened(): Promise<void> {
    const { session } = this.#thread;
    if (session.storage === null) return;
    this.#mayBeInterrupted = true;
    this.#sweptOn = null;
    try {
      removeUnnamedAttachments(session.storage);
      await this.#tick(true);
      session.beginSearching();
      session.auditWatch.begin();
    } catch (error) {
      // Half-destroyed records are shown to nobody: the reason is told, and the next sign-in tries again.
      session.close();
      throw error;
    }
    this.#timer ??= setInterval(() => {
      this.#thread
        .whenIdle('office.tend', async () => {
          await this.#tick();
        })
        // Before the backup, so that what is destroyed tonight is not in it.
        .then(() => this.#thread.whenIdle('destruction.window', () => runScheduledExecutions(this.#thread)))
        .then(() =>
          this.#thread.whenIdle('office.backUp', async () => {
            await runDueBackup(this.#thread);
            this.#keyChangeTriedOn = await runDueKeyChange(this.#thread, this.#keyChangeTriedOn);
          }),
        )
        .catch((error: unknown) => {
          this.#thread.logger.error(
            { kind: error instanceof Error ? error.name : typeof error },
            'scheduler failed',
          );
        });
    }, interval).unref();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #tellNotice(database: ReadDatabase, today: string): void {
    if (readSettings(database).notifies === 0) return;
    const { overdue: late, lateSoon } = latenessOf(database, today);
    const due =
      database.value<number>(
        'SELECT count(*) FROM record_units WHERE order_id IS NULL AND due_on > ? AND due_on <= ?',
        [this.#saidThrough ?? dayBefore(today), today],
      ) ?? 0;
    if (due + late + lateSoon > 0) this.#thread.tellNotice({ due, late, lateSoon });
  }

  async #tick(isOpening = false): Promise<void> {
    const { session, clock } = this.#thread;
    const { storage } = session;
    if (storage === null) {
      this.stop();
      return;
    }
    const { database } = storage;
    if (this.#mayBeInterrupted) this.#mayBeInterrupted = await resumeExecutions(this.#thread);
    const timeZone = database.value<string>('SELECT time_zone FROM office');
    if (timeZone === undefined) return;
    database.transaction(() => rememberMoment(database, clock));
    resumeRemovals(database, clock);
    if (endForgottenDrafts(storage, clock)) this.#thread.tellChanged('collection.drafts');
    if (endRequestsWithoutRecord(storage, clock) > 0) this.#thread.tellChanged('collection.requests');
    // Whoever has stepped aside changes keys too; theirs come first.
    if (!this.#thread.isSomebodyAside) destroyEndedKeys(storage, clock, isOpening);
    const today = dateIn(timeZone, clock.now());
    this.#thread.tendSearch();
    if (today === this.#sweptOn) return;
    const isTroubled = clockIsTroubled(database, clock);
    const { vault } = storage;
    if (!isTroubled) database.transaction(() => setDatesRight(database, clock, today));
    // Before what fell due is counted: what has expired is due.
    database.transaction(() => sweepEndedConsents({ database, vault, clock }, today));
    const changed = database.transaction(() => sweepUnits({ database, vault, clock }, today));
    if (!isTroubled) {
      database.transaction(() => sweepUseLog(database, clock, today, timeZone));
    }
    // A wrong clock calls nothing back from anybody.
    const recalled = isTroubled
      ? 0
      : database.transaction(() =>
          recallWhatEnded(
            copyKeeper(storage, clock, () => this.#thread.newId()),
            null,
          ),
        );
    // A checkpoint says when it was signed: it waits for a right clock as well.
    if (!isTroubled) signDailyCheckpoint(storage, clock);
    // What a wrong clock left undone is caught up with once the date is confirmed.
    this.#sweptOn = isTroubled ? null : today;
    if (changed > 0) this.#thread.tellChanged('retention.sweep');
    // Whoever opens the office sees it on the desk; whoever left it open is told.
    if (!isOpening && !isTroubled) this.#tellNotice(storage.database, today);
    if (!isTroubled) this.#saidThrough = today;
    if (recalled > 0) this.#thread.tellChanged('provision.recall');
  }
}
