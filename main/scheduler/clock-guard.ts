import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../../shared/domain/refusal.ts';
import { type Clock, instantText } from '../clock.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';

/**
 * A wrong clock destroys nothing. The office remembers the latest moment it has seen; a clock more than this before it has
 * gone back. An hour, so that ordinary corrections by a time service pass.
 */
const tolerance = { hours: 1 } as const;

export function clockWentBack(database: ReadDatabase, clock: Clock): boolean {
  const seen = database.value<string>('SELECT seen_at FROM clock_watermark WHERE id = 1');
  if (seen === undefined) return false;
  return Temporal.Instant.compare(clock.now().add(tolerance), Temporal.Instant.from(seen)) < 0;
}

/** Throws Refusal `clock_went_back`. Called before anything is destroyed. */
export function requireSoundClock(database: ReadDatabase, clock: Clock): void {
  if (clockWentBack(database, clock)) throw new Refusal('clock_went_back');
}

/** Moves the remembered moment forward, never back. */
export function rememberMoment(database: Database, clock: Clock): void {
  if (clockWentBack(database, clock)) return;
  database.run(
    `INSERT INTO clock_watermark (id, seen_at) VALUES (1, ?)
     ON CONFLICT (id) DO UPDATE SET seen_at = max(seen_at, excluded.seen_at)`,
    [instantText(clock.now())],
  );
}
