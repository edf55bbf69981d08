import { z } from 'zod';
import { entryKind } from '../domain/paper/entry-kind.ts';
import { entryState } from '../domain/paper/entry-state.ts';
import { inventoryFinding } from '../domain/paper/inventory.ts';
import { channel } from './channel.ts';
import { documentChannel } from './document.ts';
import { filledLine, id, instant, nothing, page } from './fields.ts';

const count = z.int().nonnegative();
const inventoryId = z.strictObject({ inventoryId: id });

export const inventoryRow = z.strictObject({
  inventoryId: id,
  placeCode: z.string(),
  begunAt: instant,
  closedAt: instant.nullable(),
  staffNumber: z.int().positive(),
  expected: count,
  seen: count,
  missing: count,
  unexpected: count,
});
export type InventoryRow = z.infer<typeof inventoryRow>;

export const inventoryLine = z.strictObject({
  entryId: id,
  code: z.string(),
  /** Null where it has left the registry since. */
  kind: entryKind.nullable(),
  title: z.string(),
  finding: inventoryFinding,
  /** Code of the place it belongs to by the registry, and of the one it was seen in. */
  belongsTo: z.string().nullable(),
  foundIn: z.string().nullable(),
  scannedAt: instant.nullable(),
});
export type InventoryLine = z.infer<typeof inventoryLine>;

export const paperInventoryChannels = {
  /** Begins to go through a place: what stands in it, not what lies in the boxes. */
  'paper.beginInventory': channel({
    access: 'paper.take_inventory',
    effect: 'write',
    input: z.strictObject({ placeId: id }),
    output: inventoryId,
  }),
  /** One scan: a place, in which the next boxes are, or something that stands there. */
  'paper.scanInventory': channel({
    access: 'paper.take_inventory',
    effect: 'write',
    input: z.strictObject({
      inventoryId: id,
      text: filledLine(60),
      /** The place scanned last; null: the one the inventory is of. */
      inId: id.nullable(),
    }),
    output: z.strictObject({
      entryId: id,
      code: z.string(),
      kind: entryKind,
      state: entryState,
      /** `place`: the next scans are in it. `again`: it was seen already. */
      seen: z.enum(['place', 'present', 'moved', 'unexpected', 'again']),
    }),
  }),
  'paper.getInventory': channel({
    access: 'paper.read',
    effect: 'read',
    input: z.strictObject({ inventoryId: id, show: z.enum(['all', 'open', 'differences']), ...page }),
    output: z.strictObject({
      inventory: inventoryRow,
      placeId: id,
      total: count,
      lines: z.array(inventoryLine),
    }),
  }),
  /** Ends it: what was not seen is missing from now on; what stood elsewhere is entered where it stands, if that is wanted. */
  'paper.closeInventory': channel({
    access: 'paper.take_inventory',
    effect: 'write',
    input: z.strictObject({ inventoryId: id, enterPlaces: z.boolean() }),
    output: z.strictObject({ missing: count, moved: count }),
  }),
  /** Gives it up: nothing changes. */
  'paper.discardInventory': channel({
    access: 'paper.take_inventory',
    effect: 'write',
    input: inventoryId,
    output: nothing,
  }),
  'paper.listInventories': channel({
    access: 'paper.read',
    effect: 'read',
    input: z.strictObject({ ...page }),
    output: z.strictObject({ total: count, inventories: z.array(inventoryRow) }),
  }),
  'paper.inventoryReport': documentChannel({
    access: 'paper.read',
    ask: inventoryId,
    formats: ['pdf', 'xlsx', 'csv'],
  }),
};
