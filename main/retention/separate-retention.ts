import type { DueDate, Happening } from '../../shared/domain/retention/due-date.ts';
import {
  placeOfSeparated,
  placeOfUnit,
  type UnitSecrets,
  unitSecrets,
} from '../collection/sealed-records.ts';
import { endOriginals } from '../paper/original-end.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import type { DataKeys } from '../storage/vault.ts';
import { recordHappening, type UnitState } from './unit-dates.ts';

interface Separating {
  readonly database: Database;
  readonly vault: DataKeys;
  readonly today: string;
}

/**
 * Enters the end of a purpose. What a law obliges the office to keep goes into separate retention at once (PIPA art. 21(3)); a
 * unit on an open order stays on it: it is due already, and the order's text has been signed. Must be called in a transaction.
 */
export function endPurpose(
  context: Separating,
  unitId: string,
  happening: Happening,
): { due: DueDate; state: UnitState } {
  const due = recordHappening(context.database, unitId, happening);
  endOriginals(context.database, unitId, happening);
  separateUnits(context, [unitId]);
  const state = context.database.value<UnitState>('SELECT state FROM record_units WHERE id = ?', [unitId]);
  if (state === undefined) throw new Error('there is no such record unit');
  return { due, state };
}

/**
 * Moves what is past its purpose but obliged to stay to the place of separate retention: sealed anew for that place, so that
 * nothing that reads records in use can open it. Must be called in a transaction. Returns how many units moved.
 */
export function separateUnits(
  { database, vault, today }: Separating,
  unitIds: readonly string[] | null = null,
): number {
  const among = unitIds === null ? '' : 'AND u.id IN (SELECT value FROM json_each(:unitIds))';
  const params: Record<string, string> =
    unitIds === null ? { today } : { today, unitIds: JSON.stringify(unitIds) };
  const units = database.all<{
    id: string;
    person_id: string | null;
    data_key_id: string | null;
    sealed: Uint8Array;
  }>(
    `SELECT u.id, u.person_id, p.data_key_id, u.sealed FROM record_units u LEFT JOIN people p ON p.id = u.person_id
     WHERE u.state = 'active' AND u.separate_on <= :today AND (u.sealed IS NULL) = 0 ${among}`,
    params,
  );
  for (const { id, person_id: personId, data_key_id: dataKeyId, sealed } of units) {
    if (personId !== null && dataKeyId !== null) {
      const values = openJson(vault, placeOfUnit(id), sealed, unitSecrets);
      database.run(
        'INSERT INTO separated_records (id, person_id, sealed, separated_on) VALUES (?, ?, ?, ?)',
        [id, personId, sealJson(vault, dataKeyId, placeOfSeparated(id), values), today],
      );
    }
    database.run("UPDATE record_units SET state = 'separated', sealed = NULL WHERE id = ?", [id]);
  }
  // Where nothing was collected there is nothing to move: one statement for all of them, in the order in which they lie on the disk.
  const empty = database.run(
    `UPDATE record_units AS u SET state = 'separated'
     WHERE u.rowid IN
       (SELECT rowid FROM record_units WHERE state = 'active' AND separate_on <= :today AND (sealed IS NULL) = 1) ${among}`,
    params,
  ).changes;
  return units.length + empty;
}

/** Puts what was collected for a unit back to where it is kept. */
export function storeUnit(
  { database, vault }: { database: Database; vault: DataKeys },
  unitId: string,
  dataKeyId: string,
  secrets: UnitSecrets,
): void {
  const place = database.value('SELECT 1 FROM separated_records WHERE id = ?', [unitId])
    ? placeOfSeparated(unitId)
    : placeOfUnit(unitId);
  database.run(`UPDATE ${place.table} SET sealed = ? WHERE id = ?`, [
    sealJson(vault, dataKeyId, place, secrets),
    unitId,
  ]);
}

/**
 * What was collected for a unit, from wherever it is kept. Whoever calls has been let through the gate: what is retained
 * separately is for answering the person and for what a law demands, and for nothing else.
 */
export function openUnit(
  { database, vault }: { database: ReadDatabase; vault: DataKeys },
  unitId: string,
): UnitSecrets {
  const used = database.value<Uint8Array | null>('SELECT sealed FROM record_units WHERE id = ?', [unitId]);
  if (used) return openJson(vault, placeOfUnit(unitId), used, unitSecrets);
  const separated = database.value<Uint8Array>('SELECT sealed FROM separated_records WHERE id = ?', [unitId]);
  if (separated) return openJson(vault, placeOfSeparated(unitId), separated, unitSecrets);
  return { values: [] };
}
