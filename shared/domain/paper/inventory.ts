import { z } from 'zod';

/**
 * What an inventory says of one entry. `open`: expected, not seen yet. `present`: where it belongs. `moved`: within the place that is
 * gone through, but in another shelf of it. `missing`: not seen by the end. `unexpected`: here, though it belongs elsewhere, is
 * checked out, missing or destroyed by the registry.
 */
export const inventoryFindings = ['open', 'present', 'moved', 'missing', 'unexpected'] as const;
export const inventoryFinding = z.enum(inventoryFindings);
export type InventoryFinding = (typeof inventoryFindings)[number];

/**
 * @param entry.belongsTo what it lies in by the registry
 * @param entry.foundIn where it was seen; null where it was not
 */
export function findingOf(
  entry: { expected: boolean; belongsTo: string | null; foundIn: string | null },
  isClosed: boolean,
): InventoryFinding {
  if (entry.foundIn === null) return isClosed ? 'missing' : 'open';
  if (!entry.expected) return 'unexpected';
  return entry.foundIn === entry.belongsTo ? 'present' : 'moved';
}
