import { Temporal } from 'temporal-polyfill';
import type { Bilingual } from '../../contract/fields.ts';
import { remembered } from '../remembered.ts';
import type { Counting, Jurisdiction, RetentionRuleContent, TriggerKind } from './retention-rule.ts';

/** One version of a rule that applies to a record unit. */
export interface AppliedRule {
  readonly ruleVersionId: string;
  readonly version: number;
  readonly content: RetentionRuleContent;
}

/** What can happen to a record unit besides being collected. */
export const happeningKinds = [
  'consent_withdrawn',
  'consent_expired',
  'purpose_fulfilled',
  'contract_ended',
  'last_activity',
  'event',
] as const;
export type HappeningKind = (typeof happeningKinds)[number];

export interface Happening {
  readonly kind: HappeningKind;
  /** The office's name of it; of the kind `event` only. */
  readonly event: string | null;
  /** Null: it is established that it will never happen, so that rules which wait for it do not apply. */
  readonly on: string | null;
}

/** All that dates are worked out from, besides the rules. */
export interface UnitFacts {
  readonly collectedOn: string;
  readonly happenings: readonly Happening[];
  /** The last day of a review's decision to retain the unit longer. */
  readonly retainedThrough: string | null;
  /** The day on which a review decided that it is stored and used for nothing any more. */
  readonly setApartOn: string | null;
}

/** Why the purpose of a unit has ended or will end. */
export type PurposeEnd = 'period_ends' | 'consent_withdrawn' | 'consent_expired' | 'purpose_fulfilled';

/**
 * `withdrawn_but_obliged`, `ended_but_obliged`: past its purpose, but a law obliges to keep it. `retained`: a review decided
 * that it stays longer. `open`: a day that has not come yet is waited for, so there is no date.
 */
export const dueCauses = [
  'period_ends',
  'consent_withdrawn',
  'consent_expired',
  'purpose_fulfilled',
  'withdrawn_but_obliged',
  'ended_but_obliged',
  'retained',
  'open',
] as const;
export type DueCause = (typeof dueCauses)[number];

/** What one rule says about one unit. */
export interface RuleDate extends AppliedRule {
  /** Whether its law obliges to keep the record (false: it only says how long the purpose lasts). */
  readonly obliges: boolean;
  /** The day the trigger happened, and the day the period is counted from; null while it has not. */
  readonly triggeredOn: string | null;
  readonly countedFrom: string | null;
  /** Last day on which the record is kept under this rule. */
  readonly keptThrough: string | null;
  /** True where its trigger will never happen: it says nothing about this unit. */
  readonly applies: boolean;
}

/** Why a record unit becomes due on a day; enough to say it in words without looking anything else up. */
export interface DueDate {
  cause: DueCause;
  /** Of the rule that decides. */
  ruleVersionId: string;
  trigger: TriggerKind;
  event: string | null;
  counting: Counting;
  triggeredOn: string | null;
  countedFrom: string | null;
  period: string;
  basis: Bilingual;
  /** Last day on which the record is still kept; null while there is no date. */
  keptThrough: string | null;
  /** First day on which it may be, and has to be, destroyed; null while there is no date. */
  dueOn: string | null;
  withdrawnOn: string | null;
  /** From this day on it is past its purpose and kept only because a law obliges. */
  separateOn: string | null;
}

/**
 * The day a record falls due, from every rule that meets on it.
 *
 * The first rule is the one of the record's purpose: with its period, with the consent or when it is fulfilled the purpose
 * ends, whichever comes first (PIPA arts. 21(1), 37(3); GDPR art. 17(1)(a), (b)). Every rule that obliges by law keeps the
 * record beyond that, the longest of them decides, and from the end of the purpose until then the record is retained
 * separately (PIPA art. 21(3)). A rule whose trigger has not happened yet has no end: the record stays.
 *
 * The day of the trigger is not counted and the last day is kept in full: a record collected on 2021-03-02 under a
 * five-year rule is kept through 2026-03-02 and is due on 2026-03-03 (Korean Civil Act arts. 157, 159 and 160(2);
 * Regulation (EEC, Euratom) 1182/71 art. 3 counts alike). Where the last month has no such day, the period ends on that
 * month's last day (Civil Act art. 160(3)).
 *
 * Dates are plain dates in the office's time zone; nothing here knows what day it is today.
 */
export function dueDateOf(rules: readonly AppliedRule[], facts: UnitFacts): DueDate {
  const due = lastsUntil(rules, facts);
  const apart = [due.separateOn, facts.setApartOn];
  // "Separate, then review": from the day on which it is due until somebody has decided it is only stored.
  if (rules[0]?.content.endAction === 'separate_then_review') apart.push(due.dueOn);
  const separateOn = apart.filter((day) => day !== null).sort()[0] ?? null;
  return { ...due, separateOn };
}

function lastsUntil(rules: readonly AppliedRule[], facts: UnitFacts): DueDate {
  const dates = ruleDatesOf(rules, facts);
  const [own] = dates;
  if (own === undefined) throw new Error('a record unit without a rule');
  const ended = purposeEndOf(own, facts);
  const obligation = longestObligation(dates);
  const withdrawnOn = happenedOn(facts, 'consent_withdrawn');
  const of = (rule: RuleDate) => ({
    ruleVersionId: rule.ruleVersionId,
    trigger: rule.content.trigger,
    event: rule.content.event,
    counting: rule.content.counting,
    triggeredOn: rule.triggeredOn,
    countedFrom: rule.countedFrom,
    period: rule.content.period,
    basis: rule.content.basis,
    withdrawnOn,
    separateOn: null,
  });
  const open = (rule: RuleDate): DueDate => ({ ...of(rule), cause: 'open', keptThrough: null, dueOn: null });
  if (ended === null) return open(own);
  if (obligation !== null && (obligation.keptThrough === null || obligation.keptThrough >= ended.on)) {
    const separateOn = ended.on;
    if (obligation.keptThrough === null) return { ...open(obligation), separateOn };
    return retained(
      {
        ...of(obligation),
        cause: ended.cause === 'consent_withdrawn' ? 'withdrawn_but_obliged' : 'ended_but_obliged',
        keptThrough: obligation.keptThrough,
        dueOn: dayAfter(obligation.keptThrough),
        separateOn,
      },
      facts,
    );
  }
  if (ended.cause === 'period_ends') {
    return retained(
      { ...of(own), cause: 'period_ends', keptThrough: own.keptThrough, dueOn: ended.on },
      facts,
    );
  }
  // The purpose is gone with the consent, so it is due at once.
  return retained({ ...of(own), cause: ended.cause, keptThrough: ended.on, dueOn: ended.on }, facts);
}

/** A decision to retain only ever lengthens, and what it keeps is past its purpose. */
function retained(due: DueDate, { retainedThrough }: UnitFacts): DueDate {
  if (retainedThrough === null || due.dueOn === null || retainedThrough < due.dueOn) return due;
  return {
    ...due,
    cause: 'retained',
    keptThrough: retainedThrough,
    dueOn: dayAfter(retainedThrough),
    separateOn: due.separateOn ?? due.dueOn,
  };
}

/** What each rule says by itself, in the order given. */
export function ruleDatesOf(rules: readonly AppliedRule[], facts: UnitFacts): RuleDate[] {
  return rules.map((rule) => {
    const { content } = rule;
    const trigger = triggerOf(content, facts);
    const common = { ...rule, obliges: content.obligedByLaw, applies: trigger !== 'never' };
    if (trigger === null || trigger === 'never') {
      return { ...common, triggeredOn: null, countedFrom: null, keptThrough: null };
    }
    const countedFrom = countedFromOf(content, Temporal.PlainDate.from(trigger));
    const ends = countedFrom
      .add(Temporal.Duration.from(content.period), { overflow: 'constrain' })
      .toString();
    const { effectiveTo } = content;
    const keptThrough =
      content.obligedByLaw && effectiveTo !== null && effectiveTo < ends ? effectiveTo : ends;
    return { ...common, triggeredOn: trigger, countedFrom: countedFrom.toString(), keptThrough };
  });
}

function happenedOn({ happenings }: UnitFacts, kind: HappeningKind): string | null {
  return happenings.find((one) => one.kind === kind)?.on ?? null;
}

/** Null while it has not happened; `never` where it is established that it will not. */
function triggerOf(content: RetentionRuleContent, facts: UnitFacts): string | 'never' | null {
  switch (content.trigger) {
    case 'collected':
      return facts.collectedOn;
    case 'consent_ended': {
      const ends = [happenedOn(facts, 'consent_withdrawn'), happenedOn(facts, 'consent_expired')];
      return ends.filter((end) => end !== null).sort()[0] ?? null;
    }
    case 'last_activity': {
      const last = happenedOn(facts, 'last_activity');
      return last !== null && last > facts.collectedOn ? last : facts.collectedOn;
    }
    default: {
      const found = facts.happenings.find(
        (one) => one.kind === content.trigger && (one.kind !== 'event' || one.event === content.event),
      );
      return found === undefined ? null : (found.on ?? 'never');
    }
  }
}

function countedFromOf(content: RetentionRuleContent, triggered: Temporal.PlainDate): Temporal.PlainDate {
  if (content.counting === 'day') return triggered;
  const [month, day] = (content.fiscalYearEnd ?? '12-31').split('-').map(Number);
  const endOf = (year: number) =>
    content.counting === 'calendar_year_end'
      ? new Temporal.PlainDate(year, 12, 31)
      : Temporal.PlainDate.from({ year, month: month ?? 12, day: day ?? 31 }, { overflow: 'constrain' });
  const end = endOf(triggered.year);
  return Temporal.PlainDate.compare(end, triggered) < 0 ? endOf(triggered.year + 1) : end;
}

/** The first day on which the purpose of the record no longer keeps it. */
function purposeEndOf(own: RuleDate, facts: UnitFacts): { on: string; cause: PurposeEnd } | null {
  // On one day the first of these is the reason: what happens once the period is over changes nothing.
  const ends: { on: string | null; cause: PurposeEnd }[] = [
    { on: own.keptThrough === null ? null : dayAfter(own.keptThrough), cause: 'period_ends' },
    { on: happenedOn(facts, 'consent_withdrawn'), cause: 'consent_withdrawn' },
    { on: happenedOn(facts, 'consent_expired'), cause: 'consent_expired' },
    { on: happenedOn(facts, 'purpose_fulfilled'), cause: 'purpose_fulfilled' },
  ];
  let first: { on: string; cause: PurposeEnd } | null = null;
  for (const { on, cause } of ends) {
    if (on !== null && (first === null || on < first.on)) first = { on, cause };
  }
  return first;
}

/** The obligation that ends last; one without an end outlasts all others. */
function longestObligation(dates: readonly RuleDate[]): RuleDate | null {
  let longest: RuleDate | null = null;
  for (const date of dates) {
    if (!date.obliges || !date.applies) continue;
    if (longest === null || lastsLonger(date, longest)) longest = date;
  }
  return longest;
}

function lastsLonger(one: RuleDate, other: RuleDate): boolean {
  if (other.keptThrough === null) return false;
  return one.keptThrough === null || one.keptThrough > other.keptThrough;
}

function dayAfter(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}

export function dayBefore(date: string): string {
  return Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();
}

/** Today's date in the office's time zone. */
export function dateIn(timeZone: string, now: Temporal.Instant): string {
  return now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/**
 * The days between falling due and being late, by the jurisdiction of the rule. PIPA art. 21 says "without delay"; the standard
 * guideline art. 10 puts the ceiling at five days without just cause. GDPR art. 17(1) says "without undue delay", and art. 12(3)
 * has the person told within one month that it is done; counted as 30 days. Where no law is named, the stricter figure.
 */
export const daysAllowedIn: Readonly<Record<Jurisdiction, number>> = { korea: 5, gdpr: 30, empty: 5 };

/** The first day on which a record that fell due on `dueOn` is late. */
export const lateOnOf = remembered((dueOn: string, jurisdiction: Jurisdiction): string =>
  Temporal.PlainDate.from(dueOn)
    .add({ days: daysAllowedIn[jurisdiction] + 1 })
    .toString(),
);

/** How many days before a record is late somebody is told: long enough for three people to act one after another. */
const daysWarned = 2;

/** What is late by this day is about to be late today. */
export function warnedThrough(today: string): string {
  return Temporal.PlainDate.from(today).add({ days: daysWarned }).toString();
}

export type Urgency = 'not_due' | 'due' | 'overdue';

/** `days` since it fell due: negative before the day, 0 where there is no date. */
export function urgencyOf(
  dueOn: string | null,
  today: string,
  jurisdiction: Jurisdiction,
): { urgency: Urgency; days: number } {
  if (dueOn === null) return { urgency: 'not_due', days: 0 };
  const days = Temporal.PlainDate.from(dueOn).until(Temporal.PlainDate.from(today), {
    largestUnit: 'day',
  }).days;
  if (days < 0) return { urgency: 'not_due', days };
  return { urgency: days > daysAllowedIn[jurisdiction] ? 'overdue' : 'due', days };
}
