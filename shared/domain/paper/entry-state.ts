import { z } from 'zod';
import { Refusal } from '../refusal.ts';

/**
 * Where paper is in its life. `on_shelf`: at its place. `checked_out`: with somebody, due back. `pulled`: taken out for an order,
 * still in the office's hands. `in_custody`: handed over, sealed, to whoever destroys it. `missing`: an inventory or a search did
 * not find it. `destroyed`: gone for good; the entry only remembers its code. That a part was destroyed is a date beside the
 * state: the rest stands on its shelf as before.
 */
export const entryStates = [
  'on_shelf',
  'checked_out',
  'pulled',
  'in_custody',
  'missing',
  'destroyed',
] as const;
export const entryState = z.enum(entryStates);
export type EntryState = (typeof entryStates)[number];

/** What is written into the history of an entry. */
export const movementKinds = [
  'registered',
  'moved',
  'checked_out',
  'checked_in',
  'missing',
  'found',
  'pulled',
  'in_custody',
  'returned',
  'partly_destroyed',
  'destroyed',
] as const;
export const movementKind = z.enum(movementKinds);
export type MovementKind = (typeof movementKinds)[number];

interface Step {
  readonly from: readonly EntryState[];
  readonly to: EntryState;
}

/**
 * From where each step may be taken, and where it leads. Nothing is destroyed straight from the shelf: it is pulled first, so
 * that what is burnt is what was ordered.
 */
export const steps = {
  moved: { from: ['on_shelf', 'missing'], to: 'on_shelf' },
  checked_out: { from: ['on_shelf'], to: 'checked_out' },
  checked_in: { from: ['checked_out'], to: 'on_shelf' },
  missing: { from: ['on_shelf', 'checked_out', 'pulled', 'in_custody'], to: 'missing' },
  found: { from: ['missing'], to: 'on_shelf' },
  pulled: { from: ['on_shelf', 'checked_out'], to: 'pulled' },
  in_custody: { from: ['pulled'], to: 'in_custody' },
  returned: { from: ['pulled', 'in_custody'], to: 'on_shelf' },
  partly_destroyed: { from: ['pulled', 'in_custody'], to: 'on_shelf' },
  destroyed: { from: ['pulled', 'in_custody'], to: 'destroyed' },
} as const satisfies Record<Exclude<MovementKind, 'registered'>, Step>;
export type StepKind = keyof typeof steps;

const refusals = {
  on_shelf: 'paper_on_shelf',
  checked_out: 'paper_checked_out',
  pulled: 'paper_pulled',
  in_custody: 'paper_in_custody',
  missing: 'paper_missing',
  destroyed: 'paper_destroyed',
} as const satisfies Record<EntryState, string>;

/**
 * The state after a step. Refused with what stands in its way, naming the entry by its code.
 * @throws Refusal paper_on_shelf, paper_checked_out, paper_pulled, paper_in_custody, paper_missing, paper_destroyed
 */
export function stateAfter(entry: { state: EntryState; code: string }, step: StepKind): EntryState {
  const { from, to }: Step = steps[step];
  if (!from.includes(entry.state)) throw new Refusal(refusals[entry.state], { code: entry.code });
  return to;
}
