import type { InventoryLine, InventoryRow } from '../../shared/contract/paper-inventory.ts';
import { isPlace } from '../../shared/domain/paper/entry-kind.ts';
import { findingOf, type InventoryFinding } from '../../shared/domain/paper/inventory.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers, ReadContext, WriteContext } from '../context.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import { contentsOf, type EntryRecord, holdersOf, openWords, readEntry } from './entry-record.ts';
import { findEntry } from './entry-view.ts';
import { takeStep } from './movement.ts';

interface InventoryRecord {
  id: string;
  place_id: string;
  place_code: string;
  begun_at: string;
  closed_at: string | null;
  staff_number: number;
}

interface LineRecord {
  entry_id: string;
  code: string;
  expected: number;
  belongs_to: string | null;
  found_in: string | null;
  scanned_at: string | null;
  finding: InventoryFinding | null;
}

const select = `SELECT i.id, i.place_id, i.place_code, i.begun_at, i.closed_at, u.staff_number
  FROM paper_inventories i JOIN users u ON u.id = i.begun_by`;

/** Throws Refusal `not_found`. */
export function readInventory(database: ReadDatabase, inventoryId: string): InventoryRecord {
  const inventory = database.get<InventoryRecord>(`${select} WHERE i.id = ?`, [inventoryId]);
  if (inventory === undefined) throw new Refusal('not_found');
  return inventory;
}

/** Throws Refusal `not_found`, `inventory_closed`. */
function readOpen(database: ReadDatabase, inventoryId: string): InventoryRecord {
  const inventory = readInventory(database, inventoryId);
  if (inventory.closed_at !== null) throw new Refusal('inventory_closed');
  return inventory;
}

/** What somebody sees who goes through a place: whatever stands in it itself. Of a box: what lies in it. */
function expectedIn(database: Database, place: EntryRecord): EntryRecord[] {
  const inside = contentsOf(database, place.id);
  const places = new Set([place.id, ...inside.filter(({ kind }) => isPlace(kind)).map(({ id }) => id)]);
  return inside.filter(
    ({ kind, parent_id: holder, state, is_part: isPart }) =>
      !isPlace(kind) && isPart === 0 && state === 'on_shelf' && holder !== null && places.has(holder),
  );
}

function linesOf(
  database: ReadDatabase,
  inventory: InventoryRecord,
): (LineRecord & { finding: InventoryFinding })[] {
  return database
    .all<LineRecord>(
      `SELECT entry_id, code, expected, belongs_to, found_in, scanned_at, finding FROM paper_inventory_entries
       WHERE inventory_id = ? ORDER BY code COLLATE NOCASE`,
      [inventory.id],
    )
    .map((line) => ({ ...line, finding: line.finding ?? findingOfLine(line, false) }));
}

function findingOfLine(line: LineRecord, isClosed: boolean): InventoryFinding {
  return findingOf(
    { expected: line.expected === 1, belongsTo: line.belongs_to, foundIn: line.found_in },
    isClosed,
  );
}

function rowOf(database: ReadDatabase, inventory: InventoryRecord): InventoryRow {
  const lines = linesOf(database, inventory);
  const count = (...findings: InventoryFinding[]) =>
    lines.filter(({ finding }) => findings.includes(finding)).length;
  return {
    inventoryId: inventory.id,
    placeCode: inventory.place_code,
    begunAt: inventory.begun_at,
    closedAt: inventory.closed_at,
    staffNumber: inventory.staff_number,
    expected: lines.filter(({ expected }) => expected === 1).length,
    seen: count('present', 'moved'),
    missing: count('missing'),
    unexpected: count('unexpected'),
  };
}

/** The lines of an inventory with what the registry knows of each; titles are opened for these alone. */
export function inventoryLines(
  { database, vault }: Pick<ReadContext, 'database' | 'vault'>,
  inventory: InventoryRecord,
): InventoryLine[] {
  const codeOf = (id: string | null) =>
    id === null
      ? null
      : (database.value<string>('SELECT code FROM paper_entries WHERE id = ?', [id]) ?? null);
  return linesOf(database, inventory).map((line) => {
    const entry = database.get<Pick<EntryRecord, 'id' | 'kind' | 'sealed'>>(
      'SELECT id, kind, sealed FROM paper_entries WHERE id = ?',
      [line.entry_id],
    );
    return {
      entryId: line.entry_id,
      code: line.code,
      kind: entry?.kind ?? null,
      title: entry === undefined ? '' : openWords(vault, entry).title,
      finding: line.finding,
      belongsTo: codeOf(line.belongs_to),
      foundIn: codeOf(line.found_in),
      scannedAt: line.scanned_at,
    };
  });
}

const differences: ReadonlySet<InventoryFinding> = new Set(['open', 'moved', 'missing', 'unexpected']);

export const inventoryHandlers: Pick<
  Handlers<'paper'>,
  | 'paper.beginInventory'
  | 'paper.scanInventory'
  | 'paper.getInventory'
  | 'paper.closeInventory'
  | 'paper.discardInventory'
  | 'paper.listInventories'
> = {
  'paper.beginInventory': (context, { placeId }) => {
    const { database, office, actor, clock } = context;
    const place = readEntry(database, placeId);
    if (place.kind === 'document') throw new Refusal('inventory_of_document');
    if (place.state === 'destroyed') throw new Refusal('paper_destroyed', { code: place.code });
    const open = database.value('SELECT 1 FROM paper_inventories WHERE place_id = ? AND closed_at IS NULL', [
      placeId,
    ]);
    if (open !== undefined) throw new Refusal('inventory_open');
    const inventoryId = context.newId();
    database.run(
      'INSERT INTO paper_inventories (id, office_id, place_id, place_code, begun_at, begun_by) VALUES (?, ?, ?, ?, ?, ?)',
      [inventoryId, office.id, placeId, place.code, instantText(clock.now()), actor.id],
    );
    const expected = expectedIn(database, place);
    for (const { id, code, parent_id: belongsTo } of expected) {
      database.run(
        'INSERT INTO paper_inventory_entries (inventory_id, entry_id, code, expected, belongs_to) VALUES (?, ?, ?, 1, ?)',
        [inventoryId, id, code, belongsTo],
      );
    }
    context.audit('paper.inventory_begun', { inventoryId, placeId, expected: expected.length });
    return { inventoryId };
  },

  'paper.scanInventory': (context, { inventoryId, text, inId }) => {
    const { database } = context;
    const inventory = readOpen(database, inventoryId);
    const entry = findEntry(database, text);
    const answer = { entryId: entry.id, code: entry.code, kind: entry.kind, state: entry.state };
    if (isPlace(entry.kind)) {
      requireWithin(database, inventory, entry);
      context.audit('paper.inventory_scanned', { inventoryId, placeId: entry.id });
      return { ...answer, seen: 'place' };
    }
    const known = database.get<LineRecord>(
      'SELECT * FROM paper_inventory_entries WHERE inventory_id = ? AND entry_id = ?',
      [inventoryId, entry.id],
    );
    // Where no shelf was scanned the place is gone through as a whole: what belongs in it is where it belongs.
    const foundIn = inId ?? (known?.expected === 1 ? known.belongs_to : null) ?? inventory.place_id;
    requireWithin(database, inventory, readEntry(database, foundIn));
    const isAgain = known?.found_in === foundIn;
    database.run(
      `INSERT INTO paper_inventory_entries (inventory_id, entry_id, code, expected, belongs_to, found_in, scanned_at)
       VALUES (?, ?, ?, 0, ?, ?, ?) ON CONFLICT (inventory_id, entry_id) DO UPDATE SET
         found_in = excluded.found_in, scanned_at = excluded.scanned_at`,
      [inventoryId, entry.id, entry.code, entry.parent_id, foundIn, instantText(context.clock.now())],
    );
    context.audit('paper.inventory_scanned', { inventoryId, entryId: entry.id, placeId: foundIn });
    const finding = findingOf(
      {
        expected: known?.expected === 1,
        belongsTo: known?.belongs_to ?? null,
        foundIn,
      },
      false,
    );
    if (isAgain) return { ...answer, seen: 'again' };
    return { ...answer, seen: finding === 'present' || finding === 'moved' ? finding : 'unexpected' };
  },

  'paper.getInventory': (context, { inventoryId, show, limit, offset }) => {
    const inventory = readInventory(context.database, inventoryId);
    const lines = inventoryLines(context, inventory).filter(
      ({ finding }) => show === 'all' || (show === 'open' ? finding === 'open' : differences.has(finding)),
    );
    return {
      inventory: rowOf(context.database, inventory),
      placeId: inventory.place_id,
      total: lines.length,
      lines: lines.slice(offset, offset + limit),
    };
  },

  'paper.closeInventory': (context, { inventoryId, enterPlaces }) => {
    const { database, actor, clock } = context;
    const inventory = readOpen(database, inventoryId);
    let missing = 0;
    let moved = 0;
    for (const line of linesOf(database, inventory)) {
      const finding = findingOfLine(line, true);
      database.run('UPDATE paper_inventory_entries SET finding = ? WHERE inventory_id = ? AND entry_id = ?', [
        finding,
        inventoryId,
        line.entry_id,
      ]);
      if (finding === 'missing' && isStillExpected(database, line)) {
        takeStep(context, line.entry_id, 'missing', { referenceId: inventoryId });
        missing += 1;
      }
      if (enterPlaces && (finding === 'moved' || finding === 'unexpected')) {
        if (enterPlace(context, line, inventoryId)) moved += 1;
      }
    }
    database.run('UPDATE paper_inventories SET closed_at = ?, closed_by = ? WHERE id = ?', [
      instantText(clock.now()),
      actor.id,
      inventoryId,
    ]);
    context.audit('paper.inventory_closed', { inventoryId, placeId: inventory.place_id, missing, moved });
    return { missing, moved };
  },

  'paper.discardInventory': (context, { inventoryId }) => {
    readOpen(context.database, inventoryId);
    context.database.run('DELETE FROM paper_inventories WHERE id = ?', [inventoryId]);
    context.audit('paper.inventory_discarded', { inventoryId });
    return {};
  },

  'paper.listInventories': ({ database }, { limit, offset }) => ({
    total: database.value<number>('SELECT count(*) FROM paper_inventories') ?? 0,
    inventories: database
      .all<InventoryRecord>(`${select} ORDER BY i.closed_at IS NOT NULL, i.begun_at DESC LIMIT ? OFFSET ?`, [
        limit,
        offset,
      ])
      .map((inventory) => rowOf(database, inventory)),
  }),
};

/** Throws Refusal `inventory_place_outside`. */
function requireWithin(database: ReadDatabase, inventory: InventoryRecord, place: EntryRecord): void {
  const around = [place, ...holdersOf(database, place.id)];
  if (!around.some(({ id }) => id === inventory.place_id))
    throw new Refusal('inventory_place_outside', { code: place.code });
}

/** Meanwhile somebody may have taken it out, or it may have been found to be gone. */
function isStillExpected(database: ReadDatabase, line: LineRecord): boolean {
  return (
    database.value("SELECT 1 FROM paper_entries WHERE id = ? AND state = 'on_shelf' AND parent_id IS ?", [
      line.entry_id,
      line.belongs_to,
    ]) !== undefined
  );
}

/** Enters where something stands. What is on its way to be destroyed, or is by the registry, is only reported. */
function enterPlace(context: WriteContext, line: LineRecord, inventoryId: string): boolean {
  const entry = readEntry(context.database, line.entry_id);
  const step =
    entry.state === 'on_shelf' || entry.state === 'missing'
      ? 'moved'
      : entry.state === 'checked_out'
        ? 'checked_in'
        : null;
  if (step === null || (entry.state === 'on_shelf' && entry.parent_id === line.found_in)) return false;
  takeStep(context, entry.id, entry.state === 'missing' ? 'found' : step, {
    toId: line.found_in,
    referenceId: inventoryId,
  });
  return true;
}
