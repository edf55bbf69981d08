import { Temporal } from 'temporal-polyfill';
import type { Bilingual } from '../../contract/fields.ts';
import type { RetentionRuleContent, TriggerKind } from './retention-rule.ts';

/** Why a record unit becomes due on a day; enough to say it in words without looking anything else up. */
export interface DueDate {
  cause: 'period_ends' | 'consent_withdrawn' | 'withdrawn_but_obliged';
  trigger: TriggerKind;
  /** The day the trigger happened, and the day the period is counted from (they differ for a year-end rule). */
  triggeredOn: string;
  countedFrom: string;
  period: string;
  /** Last day on which the record is still kept. */
  keptThrough: string;
  /** First day on which it may be, and has to be, destroyed. */
  dueOn: string;
  basis: Bilingual;
  withdrawnOn: string | null;
}

/**
 * The day a record falls due.
 *
 * The day of the trigger is not counted and the last day is kept in full: a record collected on 2021-03-02 under a
 * five-year rule is kept through 2026-03-02 and is due on 2026-03-03 (Korean Civil Act arts. 157, 159 and 160(2);
 * Regulation (EEC, Euratom) 1182/71 art. 3 counts alike). Where the last month has no such day, the period ends on that
 * month's last day (Civil Act art. 160(3)).
 *
 * Dates are plain dates in the office's time zone; nothing here knows what day it is today.
 */
export function dueDateOf(
  rule: RetentionRuleContent,
  triggeredOn: string,
  withdrawnOn: string | null,
): DueDate {
  const triggered = Temporal.PlainDate.from(triggeredOn);
  const countedFrom =
    rule.trigger === 'collected_year_end' ? triggered.with({ month: 12, day: 31 }) : triggered;
  const keptThrough = countedFrom.add(Temporal.Duration.from(rule.period), { overflow: 'constrain' });
  const periodEnds: DueDate = {
    cause: 'period_ends',
    trigger: rule.trigger,
    triggeredOn,
    countedFrom: countedFrom.toString(),
    period: rule.period,
    keptThrough: keptThrough.toString(),
    dueOn: keptThrough.add({ days: 1 }).toString(),
    basis: rule.basis,
    withdrawnOn,
  };
  if (withdrawnOn === null) return periodEnds;
  const withdrawn = Temporal.PlainDate.from(withdrawnOn);
  // A withdrawal after the period has ended changes nothing: the record was due already.
  if (Temporal.PlainDate.compare(withdrawn, keptThrough) > 0) return periodEnds;
  if (rule.obligedByLaw) return { ...periodEnds, cause: 'withdrawn_but_obliged' };
  // PIPA art. 37(3) and 21(1): the purpose is gone with the consent, so it is due at once.
  return { ...periodEnds, cause: 'consent_withdrawn', keptThrough: withdrawnOn, dueOn: withdrawnOn };
}

/** Today's date in the office's time zone. */
export function dateIn(timeZone: string, now: Temporal.Instant): string {
  return now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/**
 * The days between falling due and being late. PIPA art. 21 says "without delay"; the standard guideline art. 10 puts the
 * ceiling at five days without just cause.
 */
export const daysAllowed = 5;

export type Urgency = 'not_due' | 'due' | 'overdue';

export function urgencyOf(dueOn: string, today: string): { urgency: Urgency; days: number } {
  const days = Temporal.PlainDate.from(dueOn).until(Temporal.PlainDate.from(today), {
    largestUnit: 'day',
  }).days;
  if (days < 0) return { urgency: 'not_due', days };
  return { urgency: days > daysAllowed ? 'overdue' : 'due', days };
}
