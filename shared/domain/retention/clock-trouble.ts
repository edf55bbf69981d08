import { Temporal } from 'temporal-polyfill';

/** `back`: before the latest moment the office has seen. `forward`: further beyond it than the office allows. */
export type ClockTrouble = 'back' | 'forward';

/** An hour, so that ordinary corrections by a time service pass. */
const tolerance = { hours: 1 } as const;

/**
 * Whether a clock can be believed, by the latest moment the office has seen. Instants only: neither daylight saving nor another
 * time zone moves them.
 * @param limitDays how many times 24 hours an office may stay closed before somebody has to look at the date
 */
export function clockTroubleOf(
  seenAt: Temporal.Instant,
  now: Temporal.Instant,
  limitDays: number,
): ClockTrouble | null {
  if (Temporal.Instant.compare(now.add(tolerance), seenAt) < 0) return 'back';
  if (Temporal.Instant.compare(now, seenAt.add({ hours: 24 * limitDays })) > 0) return 'forward';
  return null;
}
