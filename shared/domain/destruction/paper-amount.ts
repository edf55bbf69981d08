import { z } from 'zod';
import { Refusal } from '../refusal.ts';

/** How much paper: counted in sheets or weighed. */
export const amountKinds = ['sheets', 'grams'] as const;
export const amountKind = z.enum(amountKinds);
export type AmountKind = (typeof amountKinds)[number];

/** A sheet of A4, 80 g/m2, weighs 4.99 g (ISO 216: 210 mm x 297 mm). */
export const gramsOfSheet = 5;

/**
 * Scales, staples and the air's moisture make two weighings differ though nothing is missing: up to this share of what was
 * registered is no difference. Counted sheets have no such margin.
 */
export const weightMargin = 0.03;

/** What explains that more or less came out than was registered. */
export const differenceReasons = [
  'registered_by_estimate',
  'counting_error',
  'sheets_stuck_together',
  'covers_and_staples',
  'moisture',
  'copies_found_inside',
  'sheets_missing',
] as const;
export const differenceReason = z.enum(differenceReasons);
export type DifferenceReason = (typeof differenceReasons)[number];

export interface RegisteredAmount {
  /** Null where it was never counted. */
  readonly sheets: number | null;
}

/** What the units together were registered with, in the kind that was measured; null where one of them was never counted. */
export function registeredAmount(units: readonly RegisteredAmount[], kind: AmountKind): number | null {
  let sheets = 0;
  for (const unit of units) {
    if (unit.sheets === null) return null;
    sheets += unit.sheets;
  }
  return kind === 'sheets' ? sheets : sheets * gramsOfSheet;
}

/** Measured less registered; 0 within the margin of a weighing; null where there is nothing to compare with. */
export function differenceOf(kind: AmountKind, registered: number | null, measured: number): number | null {
  if (registered === null) return null;
  const difference = measured - registered;
  return kind === 'grams' && Math.abs(difference) <= registered * weightMargin ? 0 : difference;
}

/**
 * A difference has an explanation, and only a difference has one. What was never counted cannot differ.
 * @throws Refusal difference_unexplained, difference_absent
 */
export function checkDifference(difference: number | null, reason: DifferenceReason | null): void {
  if ((difference ?? 0) !== 0 && reason === null)
    throw new Refusal('difference_unexplained', { difference: difference ?? 0 });
  if ((difference ?? 0) === 0 && reason !== null) throw new Refusal('difference_absent');
}
