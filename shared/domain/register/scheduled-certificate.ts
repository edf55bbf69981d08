import { Temporal } from 'temporal-polyfill';
import { coversOpening, openingAt, type ScheduleTerms } from '../destruction/execution-window.ts';

/**
 * What a certificate says of a destruction that the application began by itself must fit what its operator signed: after that was
 * signed, in a window that the terms cover or after one that was missed, and with nobody signed in only where that was allowed.
 */
export function contradictionsOfSchedule(
  operator: { readonly at: string; readonly scheduled?: ScheduleTerms | undefined },
  method: {
    readonly startedAt: string;
    readonly byApplication?:
      | {
          readonly occasion: 'in_window' | 'caught_up';
          readonly windowOpenedAt: string;
          readonly desk: string;
        }
      | undefined;
  },
): string[] {
  const { scheduled } = operator;
  const { byApplication } = method;
  if (scheduled === undefined && byApplication === undefined) return [];
  if (scheduled === undefined || byApplication === undefined) return ['schedule_incomplete'];
  const startedAt = Temporal.Instant.from(method.startedAt);
  const opensAt = Temporal.Instant.from(byApplication.windowOpenedAt);
  const found: string[] = [];
  const opening = openingAt(scheduled, opensAt);
  const isOpening = opening !== null && Temporal.Instant.compare(opening.opensAt, opensAt) === 0;
  if (!isOpening || !coversOpening(scheduled, Temporal.Instant.from(operator.at), opensAt))
    found.push('schedule_does_not_cover');
  else {
    const hasOpened = Temporal.Instant.compare(startedAt, opensAt) >= 0;
    const isOver = Temporal.Instant.compare(startedAt, opening.closesAt) >= 0;
    const mayCatchUp = scheduled.window.whenMissed === 'at_start';
    if (byApplication.occasion === 'in_window' ? !hasOpened || isOver : !isOver || !mayCatchUp)
      found.push('begun_outside_window');
  }
  if (byApplication.desk === 'nobody' && !scheduled.window.unattended) found.push('not_allowed_unattended');
  return found;
}
