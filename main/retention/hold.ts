import { z } from 'zod';
import type { HoldQuery } from '../../shared/contract/retention-holds.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import { RuleReader } from './rule-reader.ts';

/** holds.sealed: who ordered the hold and why may name people, so it is kept under the office's own data key. */
const holdSecrets = z.strictObject({ authority: z.string(), reason: z.string() });
const placeOfHold = (rowId: string) => ({ table: 'holds', column: 'sealed', rowId });

interface HoldRecord {
  id: string;
  sealed: Uint8Array;
  placed_at: string;
  staff_number: number;
  units: number;
  by_query: number;
  remind_on: string | null;
  release_requested_at: string | null;
  release_requested_by: string | null;
  requester: number | null;
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

/** Records of the people `:people`: their own, and paper in which something is known to be of them. */
const ofPeople = `(u.person_id IN (SELECT value FROM json_each(:people)) OR u.id IN (
  WITH RECURSIVE around (id) AS (
    SELECT entry_id FROM paper_people WHERE person_id IN (SELECT value FROM json_each(:people))
    UNION SELECT o.entry_id FROM paper_originals o JOIN consents c ON c.id = o.consent_id
      WHERE c.person_id IN (SELECT value FROM json_each(:people))
    UNION SELECT e.parent_id FROM around JOIN paper_entries e ON e.id = around.id WHERE e.parent_id IS NOT NULL)
  SELECT id FROM around))`;

/** The condition of a query over the unit `u`: all that is said must hold, and something must be said. */
function matching({ personIds, recordClassIds, collectedFrom, collectedTo }: HoldQuery) {
  const conditions: string[] = [];
  const params: Record<string, string> = {};
  const add = (sql: string, name: string, value: string) => {
    conditions.push(sql);
    params[name] = value;
  };
  if (personIds.length > 0) add(ofPeople, 'people', JSON.stringify(personIds));
  if (recordClassIds.length > 0)
    add(
      'u.record_class_id IN (SELECT value FROM json_each(:classes))',
      'classes',
      JSON.stringify(recordClassIds),
    );
  if (collectedFrom !== null) add('u.collected_on >= :from', 'from', collectedFrom);
  if (collectedTo !== null) add('u.collected_on <= :to', 'to', collectedTo);
  if (conditions.length === 0) throw new Refusal('hold_without_scope');
  return { where: conditions.join(' AND '), params };
}

/** A unit that is new falls under every live hold whose query it matches. Must be called in a transaction. */
export function holdNewUnit(database: Database, unitId: string, rules = new RuleReader(database)): void {
  for (const { id, query } of rules.openHolds()) {
    const { where, params } = matching(JSON.parse(query));
    database.run(
      `INSERT OR IGNORE INTO hold_units (hold_id, unit_id) SELECT :holdId, u.id FROM record_units u WHERE u.id = :unitId AND ${where}`,
      { ...params, holdId: id, unitId },
    );
  }
}

export const holdHandlers: Pick<
  Handlers<'retention'>,
  | 'retention.placeHold'
  | 'retention.listHolds'
  | 'retention.previewHold'
  | 'retention.requestHoldRelease'
  | 'retention.decideHoldRelease'
> = {
  'retention.previewHold': ({ database }, { query }) => {
    const { where, params } = matching(query);
    return {
      units: database.value<number>(`SELECT count(*) FROM record_units u WHERE ${where}`, params) ?? 0,
    };
  },

  'retention.placeHold': (context, { unitIds, query, remindOn, ...secrets }) => {
    const { database, vault, office, actor, clock } = context;
    const wanted = new Set(unitIds);
    if (wanted.size > 0 === (query !== null)) throw new Refusal('hold_without_scope');
    const found = database.value<number>(
      'SELECT count(*) FROM record_units WHERE id IN (SELECT value FROM json_each(?))',
      [JSON.stringify([...wanted])],
    );
    if (found !== wanted.size) throw new Refusal('unit_not_found');
    const holdId = context.newId();
    database.run(
      'INSERT INTO holds (id, sealed, query, remind_on, placed_at, placed_by) VALUES (?, ?, ?, ?, ?, ?)',
      [
        holdId,
        sealJson(vault, office.notesKeyId, placeOfHold(holdId), secrets),
        query === null ? null : JSON.stringify(query),
        remindOn,
        instantText(clock.now()),
        actor.id,
      ],
    );
    for (const unitId of wanted) {
      database.run('INSERT INTO hold_units (hold_id, unit_id) VALUES (?, ?)', [holdId, unitId]);
    }
    let units = wanted.size;
    if (query !== null) {
      const { where, params } = matching(query);
      units = database.run(
        `INSERT INTO hold_units (hold_id, unit_id) SELECT :holdId, u.id FROM record_units u WHERE ${where}`,
        { ...params, holdId },
      ).changes;
    }
    context.audit('retention.hold_placed', { holdId, units });
    return { holdId, units };
  },

  'retention.listHolds': ({ database, vault, today, actor }) => ({
    holds: database
      .all<HoldRecord>(
        `SELECT h.id, h.sealed, h.placed_at, h.remind_on, h.query IS NOT NULL AS by_query, s.staff_number,
           h.release_requested_at, h.release_requested_by,
           (SELECT staff_number FROM users WHERE id = h.release_requested_by) AS requester,
           (SELECT count(*) FROM hold_units WHERE hold_id = h.id) AS units
         FROM holds h JOIN users s ON s.id = h.placed_by WHERE h.released_at IS NULL ORDER BY h.placed_at DESC`,
      )
      .map((row) => ({
        holdId: row.id,
        ...openJson(vault, placeOfHold(row.id), row.sealed, holdSecrets),
        units: row.units,
        byQuery: row.by_query === 1,
        placedAt: row.placed_at,
        staffNumber: row.staff_number,
        remindOn: row.remind_on,
        isToBeReviewed: row.remind_on !== null && row.remind_on <= today,
        releaseRequest:
          row.release_requested_at === null || row.requester === null
            ? null
            : {
                at: row.release_requested_at,
                staffNumber: row.requester,
                byMe: row.release_requested_by === actor.id,
              },
      })),
  }),

  'retention.requestHoldRelease': (context, { holdId }) => {
    const { database, actor, clock } = context;
    const hold = readHold(database, holdId);
    if (hold.release_requested_by !== null) throw new Refusal('hold_release_requested');
    database.run('UPDATE holds SET release_requested_at = ?, release_requested_by = ? WHERE id = ?', [
      instantText(clock.now()),
      actor.id,
      holdId,
    ]);
    context.audit('retention.hold_release_requested', { holdId });
    return {};
  },

  'retention.decideHoldRelease': (context, { holdId, decision }) => {
    const { database, actor, clock } = context;
    const hold = readHold(database, holdId);
    if (hold.release_requested_by === null) throw new Refusal('hold_release_not_requested');
    const units = database.value<number>('SELECT count(*) FROM hold_units WHERE hold_id = ?', [holdId]) ?? 0;
    if (decision === 'keep') {
      // Also whoever asked may take it back.
      database.run('UPDATE holds SET release_requested_at = NULL, release_requested_by = NULL WHERE id = ?', [
        holdId,
      ]);
      context.audit('retention.hold_kept', { holdId, units });
      return { units };
    }
    if (hold.release_requested_by === actor.id) throw new Refusal('hold_release_by_requester');
    database.run('UPDATE holds SET released_at = ?, released_by = ? WHERE id = ?', [
      instantText(clock.now()),
      actor.id,
      holdId,
    ]);
    context.audit('retention.hold_released', { holdId, units });
    return { units };
  },
};

/** Throws Refusal `not_found`, `hold_released_already`. */
function readHold(database: ReadDatabase, holdId: string) {
  const hold = database.get<{ released_at: string | null; release_requested_by: string | null }>(
    'SELECT released_at, release_requested_by FROM holds WHERE id = ?',
    [holdId],
  );
  if (hold === undefined) throw new Refusal('not_found');
  if (hold.released_at !== null) throw new Refusal('hold_released_already');
  return hold;
}
