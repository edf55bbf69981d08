import { Temporal } from 'temporal-polyfill';
import type { Jurisdiction } from '../retention/retention-rule.ts';
import type { RequestKind } from './person-request.ts';

/**
 * When a request of a person has to be answered.
 *
 * - Korea: within 10 days of receipt. PIPA art. 35(3) with Enforcement Decree art. 41(4) (access), art. 36(2) with Decree art. 43(3)
 *   (correction, deletion), art. 37(2) with Decree art. 44(2) (suspension, withdrawal).
 * - GDPR: within one month of receipt, art. 12(3).
 * - Empty starting set: 10 days, the shorter of the two, as an office's own rule.
 *
 * The day of receipt is not counted (Korean Civil Act art. 157; Regulation (EEC, Euratom) 1182/71 art. 3(1)). Months end on the day of
 * the same number, or on the month's last day where it has none (Civil Act art. 160(2) and (3); Regulation art. 3(2)(c)). A last day
 * that is a Saturday or a Sunday moves to the Monday after it (Civil Act art. 161; Regulation art. 3(4)).
 *
 * Public holidays move the last day too, in both laws, but which days those are is decided anew each year; they are left out, so that
 * the date said here is sometimes earlier than the law's and never later (docs/decisions/0080-when-a-request-has-to-be-answered.md).
 */
export function answerDueOn(jurisdiction: Jurisdiction, receivedOn: string): string {
  const received = Temporal.PlainDate.from(receivedOn);
  const lastDay = jurisdiction === 'gdpr' ? received.add({ months: 1 }) : received.add({ days: 10 });
  return afterTheWeekend(lastDay).toString();
}

/**
 * The last day to which an answer may be put off, or null where the law sets none: then a reason and a day have to be named.
 * Undefined where the law knows no putting off.
 *
 * - Korea: access alone, for a just cause of which the person is told; it is given without delay once the cause ends (PIPA
 *   art. 35(3)). For the other kinds the law has no such sentence.
 * - GDPR: two further months where that is necessary, told within the first month together with the reasons (art. 12(3)).
 */
export function latestExtension(
  jurisdiction: Jurisdiction,
  kind: RequestKind,
  receivedOn: string,
): string | null | undefined {
  if (jurisdiction === 'korea') return kind === 'access' ? null : undefined;
  return afterTheWeekend(Temporal.PlainDate.from(receivedOn).add({ months: 3 })).toString();
}

function afterTheWeekend(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.dayOfWeek <= 5 ? day : day.add({ days: 8 - day.dayOfWeek });
}

/** How many days before its due date an open request is shown as due rather than as waiting. */
export const daysOfNotice = 3;

export type AnswerUrgency = 'waiting' | 'due' | 'overdue';

/** `days` until the due date; negative once it has passed. */
export function answerUrgency(dueOn: string, today: string): { urgency: AnswerUrgency; days: number } {
  const { days } = Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(dueOn), {
    largestUnit: 'day',
  });
  return { urgency: days < 0 ? 'overdue' : days <= daysOfNotice ? 'due' : 'waiting', days };
}
