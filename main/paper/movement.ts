import { z } from 'zod';
import type { MovementRow } from '../../shared/contract/paper.ts';
import { checkFits, isPlace } from '../../shared/domain/paper/entry-kind.ts';
import {
  type EntryState,
  type MovementKind,
  type StepKind,
  stateAfter,
} from '../../shared/domain/paper/entry-state.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { WriteContext } from '../context.ts';
import { endKey } from '../office/ended-keys.ts';
import { endCopy, readCopy } from '../office/known-copy.ts';
import { heldAmong } from '../retention/hold.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import type { DataKeys } from '../storage/vault.ts';
import { contentsOf, type EntryRecord, holdersOf, readEntry, unitAround, unitOf } from './entry-record.ts';
import { divideUnit, holdUnitAround } from './paper-unit.ts';

/** paper_movements.sealed */
const movementWords = z.strictObject({ words: z.string() });
const placeOfMovement = (rowId: string) => ({ table: 'paper_movements', column: 'sealed', rowId });

export type Mover = Pick<
  WriteContext,
  'database' | 'vault' | 'clock' | 'office' | 'actor' | 'newId' | 'today'
>;

export interface StepDetails {
  /** Where it goes. Absent: it stays in, or goes back to, the place it has. Null: out of its place, into none. */
  readonly toId?: string | null;
  /** Of checking out. */
  readonly dueBackOn?: string | null;
  /** Who has it, or a note. */
  readonly words?: string;
  /** The inventory, order or batch it happened in. */
  readonly referenceId?: string;
}

/** Steps of everyday use: refused while what it lies in is away. An order's own steps go by unit and may be inside. */
const everydaySteps: ReadonlySet<StepKind> = new Set(['moved', 'checked_out', 'checked_in']);

/** What happens to a part of a record happens to it by an order; everything else happens to the record. */
const stepsOfParts: ReadonlySet<StepKind> = new Set(['pulled', 'in_custody', 'returned', 'destroyed']);

/**
 * The one way in which the state and the place of an entry change. Writes the step into its history.
 *
 * `destroyed` takes everything that lies in the entry with it: what was written about it is destroyed with its key (at the next
 * change of epoch), links to people end, and the known copies that the originals in it were end as destroyed. Its record unit is
 * the order's to delete. The audit entry is the caller's. Must be called in a transaction.
 *
 * @throws Refusal not_found; those of stateAfter and checkFits; paper_place_stays, paper_part_stays, paper_holder_away, paper_inside_itself,
 *   paper_within_unit, paper_holds_units, paper_unit_ordered
 */
export function takeStep(
  context: Mover,
  entryId: string,
  step: StepKind,
  details: StepDetails = {},
): EntryState {
  const { database } = context;
  const entry = readEntry(database, entryId);
  if (isPlace(entry.kind) && step !== 'moved') throw new Refusal('paper_place_stays');
  if (entry.is_part === 1 && !stepsOfParts.has(step)) throw new Refusal('paper_part_stays');
  const state = stateAfter(entry, step);
  if (everydaySteps.has(step)) checkHoldersAreHere(database, entry);
  if (step === 'checked_out') checkNotOrdered(database, entry);
  const toId = details.toId === undefined ? entry.parent_id : details.toId;
  if (toId !== entry.parent_id) {
    checkMayLieIn(database, entry, toId);
    leaveUnit(context, entry, toId);
  }
  enterMovement(context, entry, step, { ...details, toId: step === 'destroyed' ? null : toId });
  if (step === 'destroyed') {
    destroyEntry(context, entry);
    return state;
  }
  database.run(
    `UPDATE paper_entries SET state = ?, parent_id = ?, due_back_on = ?,
       partly_destroyed_on = coalesce(?, partly_destroyed_on) WHERE id = ?`,
    [
      state,
      toId,
      state === 'checked_out' ? (details.dueBackOn ?? null) : null,
      step === 'partly_destroyed' ? context.today : null,
      entryId,
    ],
  );
  holdUnitAround(database, readEntry(database, entryId));
  return state;
}

/** What is asked of every place something is put in. Throws Refusals; see takeStep. */
export function checkMayLieIn(database: ReadDatabase, entry: EntryRecord, holderId: string | null): void {
  const holder = holderId === null ? null : readEntry(database, holderId);
  checkFits(entry.kind, holder?.kind ?? null);
  if (holder === null) return;
  const around = [holder, ...holdersOf(database, holder.id)];
  if (around.some(({ id }) => id === entry.id)) throw new Refusal('paper_inside_itself');
  // A shelf that is destroyed is nowhere, and a box that is away takes nothing in.
  const away = around.find(({ state }) => state !== 'on_shelf');
  if (away !== undefined) throw new Refusal('paper_holder_away', { code: entry.code, holder: away.code });
  const unit = around.find(({ id }) => unitOf(database, id) !== undefined);
  if (unit === undefined) return;
  if (unitOf(database, unit.id)?.state === 'ordered')
    throw new Refusal('paper_unit_ordered', { code: unit.code });
  const own = [entry, ...contentsOf(database, entry.id)].some(({ id }) => unitOf(database, id) !== undefined);
  if (own) throw new Refusal('paper_within_unit', { code: unit.code });
}

/**
 * What is taken out of a record unit goes on being kept as before: it becomes a unit of its own, under the same rule and from the
 * same day, unless it goes into another unit. Nothing is taken out of what is held or ordered.
 */
function leaveUnit(context: Mover, entry: EntryRecord, toId: string | null): void {
  const { database } = context;
  if (unitOf(database, entry.id) !== undefined) return;
  const before = unitAround(database, entry);
  const target = toId === null ? undefined : readEntry(database, toId);
  const after = target === undefined ? undefined : unitAround(database, target);
  if (before === undefined || before.id === after?.id) return;
  if (unitOf(database, before.id)?.state === 'ordered')
    throw new Refusal('paper_unit_ordered', { code: before.code });
  if (heldAmong(database, [before.id]).length > 0)
    throw new Refusal('paper_unit_held', { code: before.code });
  if (after === undefined) divideUnit(context, before.id, entry.id);
}

function checkHoldersAreHere(database: ReadDatabase, entry: EntryRecord): void {
  const away = holdersOf(database, entry.id).find(({ state }) => state !== 'on_shelf');
  if (away !== undefined) throw new Refusal('paper_holder_away', { code: entry.code, holder: away.code });
}

function checkNotOrdered(database: ReadDatabase, entry: EntryRecord): void {
  const around = unitAround(database, entry);
  const ordered = [...(around === undefined ? [] : [around]), ...contentsOf(database, entry.id)].find(
    ({ id }) => unitOf(database, id)?.state === 'ordered',
  );
  if (ordered !== undefined) throw new Refusal('paper_unit_ordered', { code: ordered.code });
}

/** One line of an entry's history. */
export function enterMovement(
  { database, vault, clock, office, actor, newId }: Mover,
  entry: Pick<EntryRecord, 'id' | 'parent_id'>,
  what: MovementKind,
  { toId, words = '', referenceId }: StepDetails,
): void {
  const id = newId();
  database.run(
    `INSERT INTO paper_movements (id, entry_id, what, from_id, to_id, reference_id, at, user_id, sealed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      entry.id,
      what,
      entry.parent_id,
      toId ?? null,
      referenceId ?? null,
      instantText(clock.now()),
      actor.id,
      words === '' ? null : sealJson(vault, office.notesKeyId, placeOfMovement(id), { words }),
    ],
  );
}

function destroyEntry(context: Mover, entry: EntryRecord): void {
  const { database, clock } = context;
  const inside = contentsOf(database, entry.id);
  const unit = inside.find(({ id }) => unitOf(database, id) !== undefined);
  if (unit !== undefined) throw new Refusal('paper_holds_units', { code: entry.code });
  for (const gone of [entry, ...inside]) {
    if (gone !== entry) enterMovement(context, gone, 'destroyed', { toId: null });
    if (gone.data_key_id !== null) endKey(database, clock, gone.data_key_id);
    database.run('UPDATE paper_movements SET sealed = NULL WHERE entry_id = ? AND sealed IS NOT NULL', [
      gone.id,
    ]);
    database.run('DELETE FROM paper_people WHERE entry_id = ?', [gone.id]);
    const copies = database.all<{ copy_id: string }>(
      'SELECT copy_id FROM paper_originals WHERE entry_id = ?',
      [gone.id],
    );
    for (const { copy_id: copyId } of copies) {
      const copy = readCopy(database, copyId);
      if (copy.how === null || copy.how === 'lost') endCopy(context, copy, 'destroyed');
    }
  }
  for (const { id } of [entry, ...inside]) {
    database.run(
      `UPDATE paper_entries SET state = 'destroyed', parent_id = NULL, due_back_on = NULL, sealed = NULL, data_key_id = NULL
       WHERE id = ?`,
      [id],
    );
  }
}

interface MovementRecord {
  id: string;
  what: MovementRow['what'];
  from_code: string | null;
  to_code: string | null;
  at: string;
  staff_number: number;
  sealed: Uint8Array | null;
}

/** The history of an entry, the latest first. */
export function movementsOf(database: ReadDatabase, vault: DataKeys, entryId: string): MovementRow[] {
  return database
    .all<MovementRecord>(
      `SELECT m.id, m.what, m.at, m.sealed, u.staff_number,
         (SELECT code FROM paper_entries WHERE id = m.from_id) AS from_code,
         (SELECT code FROM paper_entries WHERE id = m.to_id) AS to_code
       FROM paper_movements m JOIN users u ON u.id = m.user_id WHERE m.entry_id = ? ORDER BY m.at DESC, m.rowid DESC`,
      [entryId],
    )
    .map((row) => ({
      what: row.what,
      from: row.from_code,
      to: row.to_code,
      at: row.at,
      staffNumber: row.staff_number,
      words:
        row.sealed === null ? '' : openJson(vault, placeOfMovement(row.id), row.sealed, movementWords).words,
    }));
}
