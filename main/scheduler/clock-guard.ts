import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../../shared/domain/refusal.ts';
import { type ClockTrouble, clockTroubleOf } from '../../shared/domain/retention/clock-trouble.ts';
import { type Clock, instantText } from '../clock.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { redateHappenings } from '../retention/unit-dates.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';

/**
 * A wrong clock destroys nothing. The office remembers the latest moment it has seen. A clock before it, or further beyond it
 * than the office's limit, stops the sweep and every destruction until a reviewer has confirmed the date.
 */
export interface ClockState {
  readonly trouble: ClockTrouble | null;
  /** The latest moment seen; null in an office that has just been made. */
  readonly seenAt: Temporal.Instant | null;
  readonly limitDays: number;
}

export function clockState(database: ReadDatabase, clock: Clock): ClockState {
  const seen = database.value<string>('SELECT seen_at FROM clock_watermark WHERE id = 1');
  const limitDays = database.value<number>('SELECT clock_limit_days FROM retention_settings') ?? 3;
  if (seen === undefined) return { trouble: null, seenAt: null, limitDays };
  const seenAt = Temporal.Instant.from(seen);
  return { trouble: clockTroubleOf(seenAt, clock.now(), limitDays), seenAt, limitDays };
}

/** Throws Refusal `clock_went_back` or `clock_jumped_forward`. Called before anything is destroyed. */
export function requireSoundClock(database: ReadDatabase, clock: Clock): void {
  const { trouble } = clockState(database, clock);
  if (trouble !== null) throw new Refusal(trouble === 'back' ? 'clock_went_back' : 'clock_jumped_forward');
}

export function clockIsTroubled(database: ReadDatabase, clock: Clock): boolean {
  return clockState(database, clock).trouble !== null;
}

/** Moves the remembered moment forward, never back, and not while the clock is known to be wrong. */
export function rememberMoment(database: Database, clock: Clock): void {
  if (clockIsTroubled(database, clock)) return;
  database.run(
    `INSERT INTO clock_watermark (id, seen_at) VALUES (1, ?)
     ON CONFLICT (id) DO UPDATE SET seen_at = max(seen_at, excluded.seen_at)`,
    [instantText(clock.now())],
  );
}

/** Takes the clock as it is now for right, forward or back. Must be called in a transaction, for a reviewer. */
export function confirmMoment(database: Database, clock: Clock): void {
  database.run(
    'INSERT INTO clock_watermark (id, seen_at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at',
    [instantText(clock.now())],
  );
}

/** What was entered on days that have not come yet, while a clock was ahead. Must be called in a transaction, once the date is believed. */
export function setDatesRight(database: Database, clock: Clock, today: string): void {
  const units = redateHappenings(database, today);
  if (units === 0) return;
  appendAuditEntry(database, clock, {
    code: 'retention.happenings_redated',
    actor: null,
    about: { units, on: today },
  });
}
