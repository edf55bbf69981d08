import { Temporal } from 'temporal-polyfill';
import type { TaskPurpose } from './gate.ts';

/** One line of the use log as a reviewer of it sees it. */
export interface WatchedUse {
  readonly useId: string;
  readonly at: string;
  readonly userId: string;
  readonly personId: string;
  readonly reason: TaskPurpose | 'agreed_purpose';
  /** Whether anything was done for the person that day by the same user that the reason speaks of. */
  readonly hasTask: boolean;
}

export const useAnomalies = ['many_people', 'outside_hours', 'without_task'] as const;
export type UseAnomaly = (typeof useAnomalies)[number];

/** More than so many people within so many minutes is not serving at a counter. */
export const manyPeople = { people: 20, minutes: 10 } as const;
/** Office hours, Monday to Friday; the hour of the end is outside. */
export const officeHours = { from: 7, to: 20 } as const;

/**
 * What in a use log asks to be looked at (PIPA safety standard art. 8(2): access logs are inspected monthly): many people opened in a
 * short time, opened outside office hours, opened for a task that nothing came of. A sign, never a verdict.
 *
 * @param uses readings of one office, in the order of time
 * @returns for each conspicuous line what is conspicuous about it
 */
export function anomaliesOf(uses: readonly WatchedUse[], timeZone: string): Map<string, UseAnomaly[]> {
  const found = new Map<string, UseAnomaly[]>();
  const note = (use: WatchedUse, anomaly: UseAnomaly) => {
    const noted = found.get(use.useId) ?? [];
    if (!noted.includes(anomaly)) found.set(use.useId, [...noted, anomaly]);
  };
  const windows = new Map<string, WatchedUse[]>();
  for (const use of uses) {
    const at = Temporal.Instant.from(use.at);
    const since = at.subtract({ minutes: manyPeople.minutes });
    const window = [...(windows.get(use.userId) ?? []), use].filter(
      (one) => Temporal.Instant.compare(Temporal.Instant.from(one.at), since) >= 0,
    );
    windows.set(use.userId, window);
    if (new Set(window.map(({ personId }) => personId)).size > manyPeople.people)
      for (const one of window) note(one, 'many_people');
    const local = at.toZonedDateTimeISO(timeZone);
    const isOpen = local.dayOfWeek <= 5 && local.hour >= officeHours.from && local.hour < officeHours.to;
    if (!isOpen) note(use, 'outside_hours');
    if (!use.hasTask) note(use, 'without_task');
  }
  return found;
}
