import { z } from 'zod';
import { Refusal } from '../refusal.ts';

/**
 * Where a paper unit of an approved order is, from the shelf to the shredder.
 *
 * - to_pull: on its shelf, to be fetched; also after it was brought back
 * - pulled: scanned off the pulling list
 * - sealed: in a container under a numbered seal
 * - with_vendor: handed over to a shredding vendor, sealed
 * - fed: gone into the machine of a batch that is running; nothing brings it back
 * - to_return: taken along for nothing, to be put back on its shelf
 * - destroyed: a finished batch says so
 * - left_out: taken off the order; it stays what it was before
 */
export const paperUnitStates = [
  'to_pull',
  'pulled',
  'sealed',
  'with_vendor',
  'fed',
  'to_return',
  'destroyed',
  'left_out',
] as const;
export const paperUnitState = z.enum(paperUnitStates);
export type PaperUnitState = (typeof paperUnitStates)[number];

export const paperSteps = [
  'pull',
  'seal',
  'give_to_vendor',
  'feed',
  'send_back',
  'put_back',
  'finish',
  'leave_out',
] as const;
export type PaperStep = (typeof paperSteps)[number];

const steps: Readonly<Record<PaperStep, { from: readonly PaperUnitState[]; to: PaperUnitState }>> = {
  pull: { from: ['to_pull', 'to_return'], to: 'pulled' },
  seal: { from: ['pulled'], to: 'sealed' },
  give_to_vendor: { from: ['sealed'], to: 'with_vendor' },
  // What was just pulled may go into the machine of the room next door without being sealed.
  feed: { from: ['pulled', 'sealed'], to: 'fed' },
  send_back: { from: ['pulled', 'sealed', 'with_vendor'], to: 'to_return' },
  put_back: { from: ['to_return', 'pulled'], to: 'to_pull' },
  finish: { from: ['fed', 'with_vendor'], to: 'destroyed' },
  leave_out: { from: ['to_pull'], to: 'left_out' },
};

/** Throws Refusal `paper_unit_elsewhere`, which names where it is. */
export function afterStep(state: PaperUnitState, step: PaperStep): PaperUnitState {
  const { from, to } = steps[step];
  if (!from.includes(state)) throw new Refusal('paper_unit_elsewhere', { state });
  return to;
}

/** Nothing more is to be done with it. */
export function isSettled(state: PaperUnitState): boolean {
  return state === 'destroyed' || state === 'left_out';
}
