import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { bilingualLine, plainDate } from '../../contract/fields.ts';

/**
 * What sets a retention period going. Every rule names its trigger: no law's period starts by itself.
 *
 * - `collected`: the day the record was collected
 * - `consent_ended`: the day the consent was withdrawn or expired, whichever came first
 * - `purpose_fulfilled`, `contract_ended`: the day it was entered that this happened
 * - `last_activity`: the latest day on which the person used the service; the day of collection until one is entered
 * - `event`: a day of the office's own naming, for example "lawsuit closed"
 */
export const triggerKinds = [
  'collected',
  'consent_ended',
  'purpose_fulfilled',
  'contract_ended',
  'last_activity',
  'event',
] as const;
export const triggerKind = z.enum(triggerKinds);
export type TriggerKind = (typeof triggerKinds)[number];

/** From where the period is counted: the day itself, or the end of the calendar or fiscal year in which it lies. */
export const countings = ['day', 'calendar_year_end', 'fiscal_year_end'] as const;
export type Counting = (typeof countings)[number];

/** What happens with a record when it falls due. Nothing is ever destroyed without an order that two people have signed. */
export const endActions = ['review', 'separate_then_review', 'standing_approval'] as const;
export type EndAction = (typeof endActions)[number];

export const jurisdictions = ['korea', 'gdpr', 'empty'] as const;
export const jurisdiction = z.enum(jurisdictions);
export type Jurisdiction = (typeof jurisdictions)[number];

/** How well the period is founded (DOMAIN.md): read in the law, from a secondary source, or general knowledge to be checked. */
export const sourceMark = z.enum(['read_in_law', 'secondary_source', 'general_knowledge', 'office_rule']);

/** ISO 8601 duration of years, months or days only: hours have no meaning for a retention period. Up to 100 years. */
export const period = z
  .string()
  .regex(/^P(?:\d{1,3}Y)?(?:\d{1,4}M)?(?:\d{1,5}D)?$/, { error: 'period' })
  .refine(isPeriod, { error: 'period' });

function isPeriod(value: string): boolean {
  try {
    const duration = Temporal.Duration.from(value);
    const years = duration.years + duration.months / 12 + duration.days / 365;
    return years <= 100;
  } catch {
    return false;
  }
}

/** The name under which an event is entered; letters, so that it says something in lists and in the audit log. */
export const eventCode = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'item_code' });

/** A day of every year, `MM-DD`. */
export const dayOfYear = z
  .string()
  .regex(/^\d{2}-\d{2}$/, { error: 'date' })
  .refine((value) => plainDate.safeParse(`2028-${value}`).success, { error: 'date' });

export const retentionRuleContent = z.strictObject({
  name: bilingualLine(120),
  trigger: triggerKind,
  /** Of the trigger `event` only; null otherwise. */
  event: eventCode.nullable().default(null),
  counting: z.enum(countings).default('day'),
  /** The last day of the office's fiscal year, where the period is counted from it. */
  fiscalYearEnd: dayOfYear.nullable().default(null),
  period,
  /** Law and article in words, or the office's own decision. */
  basis: bilingualLine(200),
  /**
   * True where a law obliges the office to keep the record: such an obligation outlives a withdrawal, and the record is
   * retained separately until it ends (PIPA art. 21(3)). False where the period only rests on the person's consent.
   */
  obligedByLaw: z.boolean(),
  lawEdition: bilingualLine(80),
  /** The version of the rule that applies on a day is the latest approved one that is in effect by then. */
  effectiveFrom: plainDate,
  /** The last day on which the law obliges, where it is known to end: what it alone kept falls due on the day after. */
  effectiveTo: plainDate.nullable().default(null),
  endAction: z.enum(endActions).default('review'),
  jurisdiction: jurisdiction.default('empty'),
  source: sourceMark,
});
export type RetentionRuleContent = z.infer<typeof retentionRuleContent>;

/** What cannot be said by the shape of each field alone; the name of the field that is wrong, or null. */
export function faultOfRule(content: RetentionRuleContent): keyof RetentionRuleContent | null {
  if ((content.trigger === 'event') !== (content.event !== null)) return 'event';
  if ((content.counting === 'fiscal_year_end') !== (content.fiscalYearEnd !== null)) return 'fiscalYearEnd';
  if (content.effectiveTo !== null && content.effectiveTo < content.effectiveFrom) return 'effectiveTo';
  return null;
}

/**
 * The version of a rule that applies on a day: the latest of those in effect. Before any is, the first one: an office that
 * names a rule means it.
 * @param versions in order of their number; at least one
 */
export function versionInEffect<Version extends { content: { effectiveFrom: string } }>(
  versions: readonly Version[],
  today: string,
): Version {
  const found = versions.findLast(({ content }) => content.effectiveFrom <= today) ?? versions[0];
  if (found === undefined) throw new Error('a rule without a version');
  return found;
}
