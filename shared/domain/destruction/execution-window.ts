import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { plainDate, timeOfDay } from '../../contract/fields.ts';
import { canonicalJson } from '../register/canonical-json.ts';

/** ISO 8601: 1 is Monday. */
const weekday = z.int().min(1).max(7);

/** The longest an operator can schedule ahead: who holds, obliges or decides otherwise by then is not to be surprised. */
export const longestScheduleDays = 31;

/**
 * When approved orders that were scheduled are carried out, and what becomes of them where that could not be. Two people decide it
 * (retention-setting.ts); an operator's signed schedule repeats it, so that nothing runs by another rule than was signed.
 */
export const executionWindow = z
  .strictObject({
    /** On which it opens. One that ends after midnight ends on the day after. */
    weekdays: z
      .array(weekday)
      .min(1)
      .max(7)
      .refine((days) => days.every((day, index) => index === 0 || day > (days[index - 1] ?? 0)), {
        error: 'format',
      }),
    from: timeOfDay,
    to: timeOfDay,
    /** `next_window`: a window that was missed is waited out. `at_start`: it is made up for as soon as the office is open again. */
    whenMissed: z.enum(['next_window', 'at_start']),
    /** Also while nobody is signed in, where this computer keeps a key of its own. */
    unattended: z.boolean(),
  })
  .refine(({ from, to }) => from !== to, { error: 'window_empty', path: ['to'] });
export type ExecutionWindow = z.infer<typeof executionWindow>;

/** What an operator signs besides the order: when it may be carried out, and until when. */
export const scheduleTerms = z.strictObject({
  window: executionWindow,
  /** IANA name; the times of the window are in this zone. */
  timeZone: z
    .string()
    .max(64)
    .regex(/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/u),
  /** The last day on which a window may open for it. */
  validThrough: plainDate,
});
export type ScheduleTerms = z.infer<typeof scheduleTerms>;

export function isSameWindow(one: ExecutionWindow | null, other: ExecutionWindow | null): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** One night, from its opening to its end. */
export interface Opening {
  readonly opensAt: Temporal.Instant;
  /** No longer in it. */
  readonly closesAt: Temporal.Instant;
}

/**
 * The opening that begins on a date, or null where none does. Where daylight saving leaves out the hour it begins or ends in, the
 * clock's next hour counts; it is never shorter than the clock says it is, so that no night has an empty window.
 */
function openingOn(date: Temporal.PlainDate, { window, timeZone }: ScheduledBy): Opening | null {
  if (!window.weekdays.includes(date.dayOfWeek)) return null;
  const [from, to] = [Temporal.PlainTime.from(window.from), Temporal.PlainTime.from(window.to)];
  const isOvernight = Temporal.PlainTime.compare(to, from) <= 0;
  const at = (on: Temporal.PlainDate, plainTime: Temporal.PlainTime) =>
    on.toZonedDateTime({ timeZone, plainTime }).toInstant();
  const opensAt = at(date, from);
  const closesAt = at(isOvernight ? date.add({ days: 1 }) : date, to);
  if (Temporal.Instant.compare(closesAt, opensAt) > 0) return { opensAt, closesAt };
  const minutes = from.until(to).total('minutes');
  return { opensAt, closesAt: opensAt.add({ minutes: Math.round(minutes > 0 ? minutes : minutes + 1440) }) };
}

export type ScheduledBy = Pick<ScheduleTerms, 'window' | 'timeZone'>;

const before = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;
const dateAt = (moment: Temporal.Instant, timeZone: string) =>
  moment.toZonedDateTimeISO(timeZone).toPlainDate();

/** The opening in which a moment lies. */
export function openingAt(terms: ScheduledBy, moment: Temporal.Instant): Opening | null {
  const today = dateAt(moment, terms.timeZone);
  for (const date of [today, today.subtract({ days: 1 })]) {
    const opening = openingOn(date, terms);
    if (opening !== null && !before(moment, opening.opensAt) && before(moment, opening.closesAt))
      return opening;
  }
  return null;
}

/** The first opening that begins at a moment or after it. */
export function nextOpening(terms: ScheduledBy, moment: Temporal.Instant): Opening {
  const today = dateAt(moment, terms.timeZone);
  // A week and a day: one of its weekdays comes, and where it is today it may have begun already.
  for (let days = 0; days <= 8; days += 1) {
    const opening = openingOn(today.add({ days }), terms);
    if (opening !== null && !before(opening.opensAt, moment)) return opening;
  }
  throw new TypeError('a window without a weekday');
}

/** The last opening that was over by a moment. */
export function lastOpening(terms: ScheduledBy, moment: Temporal.Instant): Opening {
  const today = dateAt(moment, terms.timeZone);
  for (let days = 0; days <= 9; days += 1) {
    const opening = openingOn(today.subtract({ days }), terms);
    if (opening !== null && !before(moment, opening.closesAt)) return opening;
  }
  throw new TypeError('a window without a weekday');
}

/** Whether a schedule still covers an opening: it was signed before, and the window opens on its last day at the latest. */
export function coversOpening(
  terms: ScheduleTerms,
  scheduledAt: Temporal.Instant,
  opensAt: Temporal.Instant,
): boolean {
  if (before(opensAt, scheduledAt)) return false;
  return Temporal.PlainDate.compare(dateAt(opensAt, terms.timeZone), terms.validThrough) <= 0;
}

/** `caught_up`: after a window that was missed. */
export const occasions = ['in_window', 'caught_up'] as const;
export type Occasion = (typeof occasions)[number];

export interface ScheduleTurn {
  /** What is to be done now. `over`: no window is left that it covers. */
  readonly turn: 'wait' | Occasion | 'over';
  /** Of the window that is meant: the one that waits, is open, or was missed. Null where none is left. */
  readonly opensAt: Temporal.Instant | null;
  /** The latest window that it covers and that went by without it. */
  readonly missed: Temporal.Instant | null;
}

/** What is to become of a schedule at a moment. It runs once; whoever asks does not ask again after it has. */
export function turnOfSchedule(
  terms: ScheduleTerms,
  scheduledAt: Temporal.Instant,
  now: Temporal.Instant,
): ScheduleTurn {
  const covers = (opening: Opening | null): Temporal.Instant | null =>
    opening !== null && coversOpening(terms, scheduledAt, opening.opensAt) ? opening.opensAt : null;
  const missed = latestCovered(terms, scheduledAt, now);
  const open = covers(openingAt(terms, now));
  if (open !== null) return { turn: 'in_window', opensAt: open, missed };
  const isValid = Temporal.PlainDate.compare(dateAt(now, terms.timeZone), terms.validThrough) <= 0;
  if (missed !== null && isValid && terms.window.whenMissed === 'at_start')
    return { turn: 'caught_up', opensAt: missed, missed };
  const next = covers(nextOpening(terms, now));
  return next === null ? { turn: 'over', opensAt: null, missed } : { turn: 'wait', opensAt: next, missed };
}

/** The latest window that was over by a moment and that the schedule covers. */
function latestCovered(
  terms: ScheduleTerms,
  scheduledAt: Temporal.Instant,
  now: Temporal.Instant,
): Temporal.Instant | null {
  let moment = now;
  // Openings after its last day are gone through backwards, a week at most where the office was not closed for longer.
  const lastDayEnds = Temporal.PlainDate.from(terms.validThrough)
    .add({ days: 2 })
    .toZonedDateTime(terms.timeZone)
    .toInstant();
  if (before(lastDayEnds, moment)) moment = lastDayEnds;
  for (let tries = 0; tries < 4; tries += 1) {
    const opening = lastOpening(terms, moment);
    if (before(opening.opensAt, scheduledAt)) return null;
    if (coversOpening(terms, scheduledAt, opening.opensAt)) return opening.opensAt;
    moment = opening.opensAt;
  }
  return null;
}
