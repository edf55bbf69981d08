import { Temporal } from 'temporal-polyfill';

/** The only source of time. Handlers and the scheduler get it from their context, so that tests can set it. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** UTC with milliseconds, the form in which instants are stored and cross the boundary. */
export function instantText(instant: Temporal.Instant): string {
  // The same text as Temporal's own with milliseconds, at a hundredth of its time: an import writes it 100,000 times.
  return new Date(instant.epochMilliseconds).toISOString();
}
