import { z } from 'zod';
import { bilingualLine, id } from '../../contract/fields.ts';
import { Refusal } from '../refusal.ts';
import type { BatchMethod } from './paper-security.ts';

/**
 * How a part of a paper record is destroyed while the rest stays: what it says is covered or punched out (safety standard of PIPA,
 * art. 13(2)2), or whole sheets are cut out of it and go through a machine.
 */
export const partWays = ['mask', 'punch', 'cut_out'] as const;
export const partWay = z.enum(partWays);
export type PartWay = (typeof partWays)[number];

/** What an order says of a part: which record it is taken from and what of it goes, without a word about whose it is. */
export const orderedPart = z.strictObject({
  way: partWay,
  /** The entry in the registry of paper that stays, under the code that the order names. */
  wholeId: id,
  /** How many sheets that entry has, as registered; null where it was never counted. */
  sheetsOfWhole: z.int().nonnegative().nullable(),
  /** The items that go, by the catalogue; none: everything on these sheets that says something about a person. */
  fields: z.array(bilingualLine(120)).max(20),
});
export type OrderedPart = z.infer<typeof orderedPart>;

/** Whether a batch of this method destroys that: what is masked goes into no machine, and nothing is masked in one. */
export function goesInto(method: BatchMethod, way: PartWay | null): boolean {
  if (way === 'mask' || way === 'punch') return method === way;
  return method === 'shred' || method === 'incinerate';
}

/** Throws Refusal `part_by_other_means`, which says how it is to be destroyed. */
export function checkGoesInto(method: BatchMethod, way: PartWay | null): void {
  if (!goesInto(method, way)) throw new Refusal('part_by_other_means', { way: way ?? 'whole' });
}

/**
 * Sheets that are left of the whole once its part is destroyed; null where they were never counted. What is masked or punched stays
 * where it is.
 */
export function sheetsLeft(sheetsOfWhole: number | null, way: PartWay, sheets: number): number | null {
  if (sheetsOfWhole === null || way !== 'cut_out') return sheetsOfWhole;
  return Math.max(0, sheetsOfWhole - sheets);
}

/**
 * A part has sheets, and fewer than all that was counted where they are cut out: all of them would be the whole.
 * @throws Refusal part_larger_than_whole, part_is_whole
 */
export function checkPart({
  way,
  sheets,
  sheetsOfWhole,
}: {
  way: PartWay;
  sheets: number;
  sheetsOfWhole: number | null;
}): void {
  if (sheetsOfWhole !== null && sheets > sheetsOfWhole)
    throw new Refusal('part_larger_than_whole', { field: 'sheets', sheets: sheetsOfWhole });
  if (way === 'cut_out' && sheets === sheetsOfWhole) throw new Refusal('part_is_whole', { field: 'sheets' });
}
