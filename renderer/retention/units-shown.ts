import type { ChannelInput } from '../../shared/contract/contract.ts';

/** Which record units a list shows. */
export type UnitsShown = ChannelInput<'retention.listUnits'>['show'];

export const unitsShown = [
  'due',
  'upcoming',
  'separated',
  'held',
  'destroyed',
] as const satisfies readonly UnitsShown[];

export function isUnitsShown(value: unknown): value is UnitsShown {
  return unitsShown.some((each) => each === value);
}
