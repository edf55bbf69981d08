import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import {
  type ScheduleRow,
  scheduleRow,
  type waitReasons,
} from '../../shared/contract/destruction-schedules.ts';
import {
  coversOpening,
  type ExecutionWindow,
  longestScheduleDays,
  nextOpening,
  openingAt,
  type ScheduledBy,
  type ScheduleTerms,
  turnOfSchedule,
} from '../../shared/domain/destruction/execution-window.ts';
import { checkMayExecute } from '../../shared/domain/destruction/separation-of-duties.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { dateIn } from '../../shared/domain/retention/due-date.ts';
import { type Clock, instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import { keystoreStateOf } from '../office/keystore-state.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { requireSoundClock } from '../scheduler/clock-guard.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import { readOrder, readStatement, signDeed } from './order.ts';
import { checkOrderStands, readSignedText } from './order-standing.ts';
import { closeSchedule, type EndReason, readExecutionWindow } from './schedule-record.ts';

/**
 * Operators schedule approved orders for the office's window (decision 0230). What is kept of a schedule is its signed deed and what
 * became of it; who carries it out, and when, is in scheduled-execution.ts.
 */
export type WaitReason = (typeof waitReasons)[number];

export interface ScheduleRecord {
  deed_id: string;
  order_id: string;
  operator_id: string;
  state: ScheduleRow['state'];
  waits_for: WaitReason | null;
  /** Opening of the window in which that was noted. */
  waited_in: string | null;
  missed_window: string | null;
  /** As it was signed; see `termsOf`. */
  statement: string;
  /** When it was signed. */
  at: string;
}

const scheduleColumns =
  's.deed_id, s.order_id, s.operator_id, s.state, s.waits_for, s.waited_in, s.missed_window, d.statement, d.at';

export function readOpenSchedules(database: ReadDatabase): ScheduleRecord[] {
  return database.all<ScheduleRecord>(
    `SELECT ${scheduleColumns} FROM scheduled_executions s JOIN deeds d ON d.id = s.deed_id
     WHERE s.state = 'open' ORDER BY d.at, d.rowid`,
  );
}

export function readOpenSchedule(database: ReadDatabase, orderId: string): ScheduleRecord | undefined {
  return database.get<ScheduleRecord>(
    `SELECT ${scheduleColumns} FROM scheduled_executions s JOIN deeds d ON d.id = s.deed_id
     WHERE s.state = 'open' AND s.order_id = ?`,
    [orderId],
  );
}

/** What was signed; null where it cannot be read any more, which is not carried out. */
export function termsOf(schedule: Pick<ScheduleRecord, 'statement'>): ScheduleTerms | null {
  return readStatement(schedule)?.scheduled ?? null;
}

/** Ends it and says so in the log. Must be called in a transaction. */
export function endSchedule(
  database: Database,
  clock: Clock,
  schedule: Pick<ScheduleRecord, 'order_id'>,
  reason: EndReason,
): void {
  closeSchedule(database, clock, schedule.order_id, { state: 'ended', reason });
  const { number } = readOrder(database, schedule.order_id);
  appendAuditEntry(database, clock, {
    code: 'destruction.schedule_ended',
    actor: null,
    about: { orderId: schedule.order_id, number, reason },
  });
}

/** What was signed for another window, or in records that were replaced by a backup, is carried out by nobody. */
export function endOpenSchedules(database: Database, clock: Clock, reason: EndReason): void {
  for (const schedule of readOpenSchedules(database)) endSchedule(database, clock, schedule, reason);
}

const rows = `
  SELECT s.order_id, o.number, o.unit_count, s.state, u.staff_number, s.waits_for, s.ended_for, s.ended_at, d.statement, d.at,
    (SELECT number FROM certificates c WHERE c.order_id = o.id AND c.kind <> 'completion'
      AND NOT EXISTS (SELECT 1 FROM certificates n WHERE n.supersedes = c.number)) AS certificate
  FROM scheduled_executions s JOIN deeds d ON d.id = s.deed_id JOIN destruction_orders o ON o.id = s.order_id
    JOIN users u ON u.id = s.operator_id`;

interface RowRecord extends Pick<ScheduleRecord, 'order_id' | 'state' | 'waits_for' | 'statement' | 'at'> {
  number: string;
  unit_count: number;
  staff_number: number;
  ended_for: EndReason | null;
  ended_at: string | null;
  certificate: string | null;
}

const schema = z.array(scheduleRow);

function viewsOf(records: readonly RowRecord[], clock: Clock): ScheduleRow[] {
  return schema.parse(
    records.flatMap((record) => {
      const terms = termsOf(record);
      if (terms === null) return [];
      const { turn, opensAt } = turnOfSchedule(terms, Temporal.Instant.from(record.at), clock.now());
      const isPlanned = record.state === 'open' && (turn === 'wait' || turn === 'in_window');
      return [
        {
          orderId: record.order_id,
          orderNumber: record.number,
          units: record.unit_count,
          state: record.state,
          operatorStaffNumber: record.staff_number,
          scheduledAt: record.at,
          validThrough: terms.validThrough,
          waitsFor: record.waits_for,
          endedFor: record.ended_for,
          endedAt: record.ended_at,
          opensAt: isPlanned && opensAt !== null ? instantText(opensAt) : null,
          certificateNumber: record.certificate,
        },
      ];
    }),
  );
}

/** The latest schedule of an order, whatever became of it. */
export function scheduleOfOrder(database: ReadDatabase, clock: Clock, orderId: string): ScheduleRow | null {
  const record = database.get<RowRecord>(`${rows} WHERE s.order_id = ? ORDER BY d.rowid DESC LIMIT 1`, [
    orderId,
  ]);
  return record === undefined ? null : (viewsOf([record], clock)[0] ?? null);
}

/** The window that is open, or the next one. */
export function openingNow(window: ExecutionWindow | null, timeZone: string, clock: Clock) {
  if (window === null) return null;
  const now = clock.now();
  const opening = openingAt({ window, timeZone }, now) ?? nextOpening({ window, timeZone }, now);
  return { opensAt: instantText(opening.opensAt), closesAt: instantText(opening.closesAt) };
}

/** A week after it opens, so that a window or two may be missed. */
function nextToSign(terms: ScheduledBy, clock: Clock, today: string) {
  const { opensAt } = nextOpening(terms, clock.now());
  const latestThrough = lastDayToSign(today);
  const aWeekLater = Temporal.PlainDate.from(dateIn(terms.timeZone, opensAt)).add({ days: 7 }).toString();
  return {
    opensAt: instantText(opensAt),
    usualThrough: [aWeekLater, latestThrough].sort()[0] ?? latestThrough,
    latestThrough,
  };
}

function lastDayToSign(today: string): string {
  return Temporal.PlainDate.from(today).add({ days: longestScheduleDays }).toString();
}

export const scheduleHandlers: Pick<
  Handlers<'destruction'>,
  'destruction.listSchedules' | 'destruction.scheduleOrder' | 'destruction.withdrawSchedule'
> = {
  'destruction.listSchedules': ({ database, clock, office, session, today }) => {
    const window = readExecutionWindow(database);
    const { storage } = session.requireOpen();
    return {
      window,
      opening: openingNow(window, office.timeZone, clock),
      next: window === null ? null : nextToSign({ window, timeZone: office.timeZone }, clock, today),
      keepsKey: keystoreStateOf(storage.holders(), session.keystoreSecret) === 'on',
      planned: viewsOf(database.all(`${rows} WHERE s.state = 'open' ORDER BY d.rowid LIMIT 1000`), clock),
      recent: viewsOf(
        database.all(`${rows} WHERE s.state <> 'open' ORDER BY s.ended_at DESC, d.rowid DESC LIMIT 20`),
        clock,
      ),
    };
  },

  'destruction.scheduleOrder': (context, { orderId, digest, validThrough }) => {
    const { database, clock, actor, office, today } = context;
    requireSoundClock(database, clock);
    const order = readOrder(database, orderId);
    checkMayExecute(
      { state: order.state, requesterId: order.requester_id, approverId: order.approver_id },
      actor.id,
    );
    if (digest !== order.digest) throw new Refusal('order_changed');
    const window = readExecutionWindow(database);
    if (window === null) throw new Refusal('window_not_set');
    if (readOpenSchedule(database, orderId) !== undefined) throw new Refusal('schedule_open');
    if (database.value('SELECT 1 FROM executions WHERE order_id = ?', [orderId]) !== undefined)
      throw new Refusal('order_already_executed');
    if (validThrough > lastDayToSign(today))
      throw new Refusal('schedule_too_long', { field: 'validThrough', days: longestScheduleDays });
    const terms: ScheduleTerms = { window, timeZone: office.timeZone, validThrough };
    const now = clock.now();
    const { opensAt } = nextOpening(terms, now);
    if (!coversOpening(terms, now, opensAt))
      throw new Refusal('schedule_without_window', { field: 'validThrough' });
    // As it would have to be now; it is asked once more when the window has opened.
    checkOrderStands(context, order, readSignedText(database, order));
    const deedId = signDeed(context, 'schedule', order, { scheduled: terms });
    database.run(
      "INSERT INTO scheduled_executions (deed_id, order_id, operator_id, state) VALUES (?, ?, ?, 'open')",
      [deedId, orderId, actor.id],
    );
    context.audit('destruction.execution_scheduled', {
      orderId,
      number: order.number,
      opensAt: instantText(opensAt),
      validThrough,
    });
    return { opensAt: instantText(opensAt) };
  },

  'destruction.withdrawSchedule': (context, { orderId }) => {
    const { database, clock } = context;
    const order = readOrder(database, orderId);
    if (readOpenSchedule(database, orderId) === undefined) throw new Refusal('schedule_not_open');
    signDeed(context, 'withdraw_schedule', order);
    closeSchedule(database, clock, orderId, { state: 'withdrawn' });
    context.audit('destruction.schedule_withdrawn', { orderId, number: order.number });
    return {};
  },
};
