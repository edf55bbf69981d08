import { Temporal } from 'temporal-polyfill';

/** What decides how long the use log is kept. */
export interface UseLogScope {
  readonly people: number;
  /** Whether sensitive data or unique identifiers are kept of anybody. */
  readonly hasSpecialItems: boolean;
}

/**
 * How long access to personal data is kept on record: one year; two years where data of 50,000 people or more, sensitive data or
 * unique identifiers are processed (Standard of Measures to Ensure the Safety of Personal Information, art. 8(1)).
 */
export function accessRecordPeriod({ people, hasSpecialItems }: UseLogScope): 'P1Y' | 'P2Y' {
  return people >= 50_000 || hasSpecialItems ? 'P2Y' : 'P1Y';
}

/** The first day of which lines are still kept: what was entered on earlier days has ended. The last day is kept in full. */
export function accessRecordsKeptFrom(period: 'P1Y' | 'P2Y', today: string): string {
  return Temporal.PlainDate.from(today).subtract(Temporal.Duration.from(period)).toString();
}
