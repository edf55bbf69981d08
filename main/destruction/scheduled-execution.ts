import { Temporal } from 'temporal-polyfill';
import {
  isSameWindow,
  type Occasion,
  type ScheduleTerms,
  turnOfSchedule,
} from '../../shared/domain/destruction/execution-window.ts';
import { mayDo } from '../../shared/domain/office/permission.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { ByApplication } from '../../shared/domain/register/certificate.ts';
import { dateIn } from '../../shared/domain/retention/due-date.ts';
import { instantText } from '../clock.ts';
import { readOfficeFacts } from '../office/office-facts.ts';
import { listDutyHolders } from '../office/user.ts';
import type { RecordsThread } from '../records-thread.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { clockIsTroubled } from '../scheduler/clock-guard.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import { carryOut } from './execution.ts';
import { deedIsSigned, readDeeds, readOrder } from './order.ts';
import {
  endSchedule,
  readOpenSchedule,
  readOpenSchedules,
  type ScheduleRecord,
  termsOf,
  type WaitReason,
} from './schedule.ts';
import { closeSchedule, type EndReason, readExecutionWindow } from './schedule-record.ts';

/** What came of a look at the clock, for the operating system to say. */
interface Outcome {
  carriedOut: number;
  notCarriedOut: number;
}

/**
 * Carries out, between calls, what operators scheduled and whose window is open or was missed (decision 0230): once each, whoever is
 * at the desk. What does not fit any more ends its schedule and nothing else; what only cannot be done now waits, and says for what.
 */
export async function runScheduledExecutions(thread: RecordsThread): Promise<void> {
  const { session } = thread;
  if (session.storage === null || thread.isSomebodyAside) return;
  const schedules = readOpenSchedules(session.storage.database);
  const outcome: Outcome = { carriedOut: 0, notCarriedOut: 0 };
  for (const { order_id: orderId } of schedules) {
    // Somebody may have closed the office, or withdrawn the next one, while the last was carried out.
    const { storage } = session;
    if (storage === null || thread.isSomebodyAside) break;
    const schedule = readOpenSchedule(storage.database, orderId);
    if (schedule !== undefined) await attend(thread, schedule, outcome);
  }
  if (outcome.carriedOut + outcome.notCarriedOut === 0) return;
  thread.tellChanged('destruction.window');
  thread.tellScheduled(outcome);
}

async function attend(thread: RecordsThread, schedule: ScheduleRecord, outcome: Outcome): Promise<void> {
  const { session, clock } = thread;
  const { storage } = session;
  if (storage === null) return;
  const { database } = storage;
  // A date that nobody believes lets nothing run, run out or be missed.
  if (clockIsTroubled(database, clock)) return wait(database, schedule, 'clock', null);
  const end = (reason: EndReason) => {
    database.transaction(() => endSchedule(database, clock, schedule, reason));
    outcome.notCarriedOut += 1;
  };
  const terms = termsOf(schedule);
  if (terms === null) return end('order_changed');
  if (!isSameWindow(readExecutionWindow(database), terms.window)) return end('window_changed');
  const { turn, opensAt, missed } = turnOfSchedule(terms, Temporal.Instant.from(schedule.at), clock.now());
  if (missed !== null) noteMissed(thread, database, schedule, missed);
  else if (schedule.waits_for === 'clock') wait(database, schedule, null, null);
  if (turn === 'over') return end('out_of_time');
  if (turn === 'wait' || opensAt === null) return;
  const desk = session.actor === null ? 'nobody' : session.isLocked ? 'locked' : 'in_use';
  if (desk === 'nobody' && !terms.window.unattended)
    return wait(database, schedule, 'nobody_signed_in', opensAt);
  if (!mayStillExecute(database, schedule.operator_id)) return end('operator_gone');
  if (!isSigned(database, schedule)) return end('order_changed');
  try {
    await begin(thread, schedule, terms, { occasion: turn, windowOpenedAt: instantText(opensAt), desk });
    outcome.carriedOut += 1;
  } catch (error) {
    // From the intent on it is an interrupted execution, which opening the office finishes.
    if (!(error instanceof Refusal)) throw error;
    // Withdrawn, or the office closed, before anything had happened.
    if (error.code === 'schedule_not_open' || error.code === 'work_interrupted') return;
    if (!isOpen(thread, schedule)) throw error;
    const reason = endReasonOf(error);
    if (reason === null) wait(database, schedule, waitReasonOf(error), opensAt);
    else end(reason);
  }
}

function begin(
  thread: RecordsThread,
  schedule: ScheduleRecord,
  terms: ScheduleTerms,
  byApplication: ByApplication & { occasion: Occasion },
): Promise<unknown> {
  const { session, clock } = thread;
  const { storage } = session;
  if (storage === null) throw new Refusal('signed_out');
  const { database, vault } = storage;
  const { timeZone } = readOfficeFacts(storage);
  const { progress, safePoint, aside, newId } = thread.deskContext('destruction.executeOrder');
  return carryOut(
    {
      database,
      vault,
      storage,
      clock,
      session,
      progress,
      safePoint,
      aside,
      newId,
      today: dateIn(timeZone, clock.now()),
      audit: (code, about) => appendAuditEntry(database, clock, { code, about, actor: null }),
    },
    schedule.order_id,
    {
      operatorId: schedule.operator_id,
      schedule: { deedId: schedule.deed_id, byApplication },
      // Withdrawn, or changed, while others were let in.
      requireStill: () => {
        const now = readOpenSchedule(database, schedule.order_id);
        if (now?.deed_id !== schedule.deed_id) throw new Refusal('schedule_not_open');
        if (!isSameWindow(readExecutionWindow(database), terms.window)) throw new Refusal('order_changed');
      },
      enterDeed: () => closeSchedule(database, clock, schedule.order_id, { state: 'carried_out' }),
    },
  );
}

/** Whether it is as if nothing had happened. */
function isOpen(thread: RecordsThread, schedule: ScheduleRecord): boolean {
  const { storage } = thread.session;
  return (
    storage !== null && readOpenSchedule(storage.database, schedule.order_id)?.deed_id === schedule.deed_id
  );
}

function mayStillExecute(database: ReadDatabase, operatorId: string): boolean {
  const operator = listDutyHolders(database).find(({ id }) => id === operatorId);
  return operator !== undefined && mayDo(operator.roles, 'destruction.execute');
}

/** By that operator, over this very order. */
function isSigned(database: ReadDatabase, schedule: ScheduleRecord): boolean {
  const order = readOrder(database, schedule.order_id);
  const deed = readDeeds(database, schedule.order_id).find(({ id }) => id === schedule.deed_id);
  return deed !== undefined && deed.user_id === schedule.operator_id && deedIsSigned(deed, order);
}

/** Keeps why it waits and in which window; a whole night of trying is written once. */
function wait(
  database: Database,
  schedule: ScheduleRecord,
  reason: WaitReason | null,
  opensAt: Temporal.Instant | null,
): void {
  const window = opensAt === null ? null : instantText(opensAt);
  if (schedule.waits_for === reason && schedule.waited_in === window) return;
  database.run(
    "UPDATE scheduled_executions SET waits_for = ?, waited_in = ? WHERE deed_id = ? AND state = 'open'",
    [reason, window, schedule.deed_id],
  );
}

function noteMissed(
  { clock }: RecordsThread,
  database: Database,
  schedule: ScheduleRecord,
  missed: Temporal.Instant,
): void {
  const opensAt = instantText(missed);
  if (schedule.missed_window !== null && schedule.missed_window >= opensAt) return;
  // Where nothing was noted while that window was open, the office itself was closed.
  const isOfThisWindow = schedule.waits_for === 'clock' || schedule.waited_in === opensAt;
  const why = (isOfThisWindow ? schedule.waits_for : null) ?? 'office_closed';
  database.transaction(() => {
    database.run(
      "UPDATE scheduled_executions SET missed_window = ?, waits_for = ?, waited_in = ? WHERE deed_id = ? AND state = 'open'",
      [opensAt, why, opensAt, schedule.deed_id],
    );
    const { number } = readOrder(database, schedule.order_id);
    appendAuditEntry(database, clock, {
      code: 'destruction.window_missed',
      actor: null,
      about: { orderId: schedule.order_id, number, opensAt, reason: why },
    });
  });
}

/** What makes it another order than the one that was scheduled. Null: it may be carried out later as it is. */
function endReasonOf({ code }: Refusal): EndReason | null {
  switch (code) {
    case 'unit_held':
      return 'everything_held';
    case 'unit_not_due':
    case 'unit_open':
      return 'not_due_any_more';
    case 'order_changed':
    case 'order_not_approved':
    case 'order_already_executed':
    case 'order_without_electronic':
    case 'signature_invalid':
    case 'unit_gone':
    case 'approval_by_requester':
    case 'execution_by_approver':
    case 'execution_by_requester':
      return 'order_changed';
    default:
      return null;
  }
}

function waitReasonOf({ code }: Refusal): WaitReason {
  switch (code) {
    case 'clock_went_back':
    case 'clock_jumped_forward':
      return 'clock';
    case 'other_work_running':
      return 'other_work';
    default:
      return 'disk';
  }
}
