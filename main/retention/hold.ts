import { z } from 'zod';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';

/** holds.sealed: who ordered the hold and why may name people, so it is kept under the office's own data key. */
const holdSecrets = z.strictObject({ authority: z.string(), reason: z.string() });
const placeOfHold = (rowId: string) => ({ table: 'holds', column: 'sealed', rowId });

interface HoldRecord {
  id: string;
  sealed: Uint8Array;
  placed_at: string;
  staff_number: number;
  units: number;
}

/** Units among these that a live hold stops at this moment. */
export function heldAmong(database: ReadDatabase, unitIds: readonly string[]): string[] {
  return database
    .all<{ unit_id: string }>(
      `SELECT DISTINCT unit_id FROM hold_units JOIN holds ON holds.id = hold_id
       WHERE released_at IS NULL AND unit_id IN (SELECT value FROM json_each(?)) ORDER BY unit_id`,
      [JSON.stringify(unitIds)],
    )
    .map((row) => row.unit_id);
}

export const holdHandlers: Pick<
  Handlers<'retention'>,
  'retention.placeHold' | 'retention.listHolds' | 'retention.releaseHold'
> = {
  'retention.placeHold': (context, { unitIds, ...secrets }) => {
    const { database, vault, office, actor, clock } = context;
    const wanted = new Set(unitIds);
    const found = database.value<number>(
      'SELECT count(*) FROM record_units WHERE id IN (SELECT value FROM json_each(?))',
      [JSON.stringify([...wanted])],
    );
    if (found !== wanted.size) throw new Refusal('unit_not_found');
    const holdId = context.newId();
    database.run('INSERT INTO holds (id, sealed, placed_at, placed_by) VALUES (?, ?, ?, ?)', [
      holdId,
      sealJson(vault, office.notesKeyId, placeOfHold(holdId), secrets),
      instantText(clock.now()),
      actor.id,
    ]);
    for (const unitId of wanted) {
      database.run('INSERT INTO hold_units (hold_id, unit_id) VALUES (?, ?)', [holdId, unitId]);
    }
    context.audit('retention.hold_placed', { holdId, units: wanted.size });
    return { holdId };
  },

  'retention.listHolds': ({ database, vault }) => ({
    holds: database
      .all<HoldRecord>(
        `SELECT h.id, h.sealed, h.placed_at, s.staff_number,
           (SELECT count(*) FROM hold_units WHERE hold_id = h.id) AS units
         FROM holds h JOIN users s ON s.id = h.placed_by WHERE h.released_at IS NULL ORDER BY h.placed_at DESC`,
      )
      .map((row) => ({
        holdId: row.id,
        ...openJson(vault, placeOfHold(row.id), row.sealed, holdSecrets),
        units: row.units,
        placedAt: row.placed_at,
        staffNumber: row.staff_number,
      })),
  }),

  'retention.releaseHold': (context, { holdId }) => {
    const { database, actor, clock } = context;
    const hold = database.get<{ released_at: string | null }>('SELECT released_at FROM holds WHERE id = ?', [
      holdId,
    ]);
    if (hold === undefined) throw new Refusal('not_found');
    if (hold.released_at !== null) throw new Refusal('hold_released_already');
    database.run('UPDATE holds SET released_at = ?, released_by = ? WHERE id = ?', [
      instantText(clock.now()),
      actor.id,
      holdId,
    ]);
    const units = database.value<number>('SELECT count(*) FROM hold_units WHERE hold_id = ?', [holdId]) ?? 0;
    context.audit('retention.hold_released', { holdId, units });
    return { units };
  },
};
