import { Temporal } from 'temporal-polyfill';

/** Why what a vendor or recipient holds has to come back or be destroyed. */
export const recallCauses = ['withdrawal', 'expiry', 'order', 'contract_end'] as const;
export type RecallCause = (typeof recallCauses)[number];

export interface HeldUnit {
  readonly today: string;
  /** Null where the record is gone already. */
  readonly state: 'active' | 'separated' | 'ordered' | null;
  /** Null while nothing has started its period. */
  readonly dueOn: string | null;
  /** What the last event of its consent says; null where it rests on no consent, or the consent is gone. */
  readonly consent: 'given' | 'renewed' | 'refused' | 'withdrawn' | 'expired' | null;
}

/**
 * Whether somebody who was given a record may no longer hold it, and why: the consent has ended (PIPA art. 37(3)), its period has
 * (art. 21(1)), or the office itself is about to destroy it. What the office keeps apart because a law obliges it (art. 21(3)) is no
 * reason for a vendor or a recipient to keep it.
 */
export function recallCauseOf({ today, state, dueOn, consent }: HeldUnit): RecallCause | null {
  if (consent === 'withdrawn' || consent === 'refused') return 'withdrawal';
  if (consent === 'expired') return 'expiry';
  if (state === null || state === 'ordered') return 'order';
  if (state === 'separated') return 'withdrawal';
  return dueOn !== null && dueOn <= today ? 'expiry' : null;
}

/** "Without delay" is five days at most for others too (standard guideline art. 10). */
const daysToAnswer = 5;

/** The day by which a holder has to have answered. */
export function recallDueOn(askedOn: string): string {
  return Temporal.PlainDate.from(askedOn).add({ days: daysToAnswer }).toString();
}
