import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { bilingualLine, plainDate } from '../../contract/fields.ts';

/** What sets a retention period going. Every rule names its trigger: no law's period starts by itself. */
export const triggerKinds = ['collected', 'collected_year_end'] as const;
export const triggerKind = z.enum(triggerKinds);
export type TriggerKind = (typeof triggerKinds)[number];

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

export const retentionRuleContent = z.strictObject({
  name: bilingualLine(120),
  trigger: triggerKind,
  period,
  /** Law and article in words, or the office's own decision. */
  basis: bilingualLine(200),
  /**
   * True where a law obliges the office to keep the record: such an obligation outlives a withdrawal, and the record is
   * retained separately until it ends (PIPA art. 21(3)). False where the period only rests on the person's consent.
   */
  obligedByLaw: z.boolean(),
  lawEdition: bilingualLine(80),
  effectiveFrom: plainDate,
  source: sourceMark,
});
export type RetentionRuleContent = z.infer<typeof retentionRuleContent>;
