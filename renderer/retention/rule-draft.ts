import type { ChannelInput } from '../../shared/contract/contract.ts';
import type { RuleRow } from '../../shared/contract/retention-rules.ts';
import type { Jurisdiction } from '../../shared/domain/retention/retention-rule.ts';

type Content = Required<ChannelInput<'retention.addRule'>['content']>;

/** A rule as it is being written. */
export interface RuleDraft {
  name: { en: string; ko: string };
  basis: { en: string; ko: string };
  lawEdition: { en: string; ko: string };
  trigger: Content['trigger'] | null;
  event: string;
  counting: Content['counting'];
  fiscalYearEnd: string;
  amount: number | null;
  unit: 'Y' | 'M' | 'D';
  obliged: 'yes' | 'no' | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  endAction: Content['endAction'];
  jurisdiction: Jurisdiction;
  source: Content['source'] | null;
}

/** The most of each unit that `period` takes. */
export const longest = { Y: 100, M: 1200, D: 36500 } as const;

export function emptyRule(today: string, jurisdiction: Jurisdiction): RuleDraft {
  return {
    name: { en: '', ko: '' },
    basis: { en: '', ko: '' },
    lawEdition: { en: '', ko: '' },
    trigger: null,
    event: '',
    counting: 'day',
    fiscalYearEnd: '12-31',
    amount: null,
    unit: 'Y',
    obliged: null,
    effectiveFrom: today,
    effectiveTo: null,
    endAction: 'review',
    jurisdiction,
    source: null,
  };
}

export function draftOf({ content }: RuleRow, today: string): RuleDraft {
  const { event, fiscalYearEnd, period, obligedByLaw, effectiveFrom, ...rest } = content;
  return {
    ...rest,
    ...amountOf(period),
    event: event ?? '',
    fiscalYearEnd: fiscalYearEnd ?? '12-31',
    obliged: obligedByLaw ? 'yes' : 'no',
    effectiveFrom: effectiveFrom > today ? effectiveFrom : today,
  };
}

/** One number and its unit. A period of days besides months has no such number: it is asked for again. */
export function amountOf(period: string): Pick<RuleDraft, 'amount' | 'unit'> {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(period);
  const [years, months, days] = [match?.[1], match?.[2], match?.[3]].map((part) => Number(part ?? 0));
  if (years && !months && !days) return { amount: years, unit: 'Y' };
  if (days && !years && !months) return { amount: days, unit: 'D' };
  if (!days) return { amount: (years ?? 0) * 12 + (months ?? 0), unit: 'M' };
  return { amount: null, unit: 'D' };
}

/** Null while something that must be chosen is not. */
export function contentOf(draft: RuleDraft): Content | null {
  const { trigger, amount, source, effectiveFrom, obliged, unit, event, fiscalYearEnd, ...rest } = draft;
  if (trigger === null || amount === null || source === null || effectiveFrom === null || obliged === null)
    return null;
  return {
    ...rest,
    trigger,
    event: trigger === 'event' ? event.trim() : null,
    fiscalYearEnd: rest.counting === 'fiscal_year_end' ? fiscalYearEnd.trim() : null,
    period: `P${amount}${unit}`,
    obligedByLaw: obliged === 'yes',
    effectiveFrom,
    source,
  };
}
