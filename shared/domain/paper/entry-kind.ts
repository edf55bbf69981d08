import { z } from 'zod';
import { Refusal } from '../refusal.ts';

/**
 * What the registry of paper knows, from the largest to the smallest. The first three are places; the others hold records, and
 * may be record units of retention.
 */
export const entryKinds = ['site', 'room', 'shelf', 'box', 'folder', 'document'] as const;
export const entryKind = z.enum(entryKinds);
export type EntryKind = (typeof entryKinds)[number];

export function isPlace(kind: EntryKind): boolean {
  return kind === 'site' || kind === 'room' || kind === 'shelf';
}

/** Whatever is smaller fits: a small branch may have shelves and no rooms, and a folder may stand on a shelf without a box. */
export function mayHold(holder: EntryKind, held: EntryKind): boolean {
  return entryKinds.indexOf(holder) < entryKinds.indexOf(held);
}

/**
 * Refuses what cannot stand where it is to be put. `null`: in no place yet, which is said of boxes, folders and documents that
 * are on their way, and of sites, which lie in nothing.
 * @throws Refusal paper_place_needed, paper_does_not_fit
 */
export function checkFits(held: EntryKind, holder: EntryKind | null): void {
  if (holder === null) {
    if (held === 'room' || held === 'shelf') throw new Refusal('paper_place_needed', { field: 'parentId' });
    return;
  }
  if (!mayHold(holder, held)) throw new Refusal('paper_does_not_fit', { field: 'parentId' });
}
