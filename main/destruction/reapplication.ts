import { removeDrafts } from '../collection/capture-draft.ts';
import { destroyPaperAgain } from '../paper/paper-restore.ts';
import type { Database } from '../storage/database.ts';
import type { JoinedRegisters, RegisteredOrder } from '../storage/restore-register.ts';
import type { DataKeys, KeyId } from '../storage/vault.ts';
import { emptyRequests, sealAnew } from './execution-rows.ts';

export interface ReapplicationOutcome {
  readonly orders: number;
  readonly units: number;
  readonly people: number;
  /** People of whom the backup holds something that no key opens any more, although they were not destroyed as a whole. */
  readonly unreadablePeople: number;
  readonly dropKeyIds: ReadonlySet<KeyId>;
}

/**
 * Destroys again, in records that come from a backup, what any register says was destroyed. Afterwards nothing of it is in the
 * records, and whoever kept something has it under a key that did not open what is gone.
 *
 * Whoever has a row but no key left is taken out as well: that person was given another key after the backup was made, and
 * what the backup holds of them is noise. Must be called in a transaction.
 */
export function reapplyDestructions(
  database: Database,
  keys: DataKeys,
  registers: JoinedRegisters,
): ReapplicationOutcome {
  const orders = registers.orders.filter((order) => !isOurs(database, order));
  for (const order of orders) enterOrder(database, order);
  for (const [name, value] of registers.counters) {
    database.run(
      `INSERT INTO restored_counters (name, value) VALUES (?, ?)
       ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)`,
      [name, value],
    );
  }
  const destroyedUnits = new Set(registers.orders.flatMap((order) => order.units));
  const destroyedPeople = new Set(registers.orders.flatMap((order) => order.people));
  const destroyedKeys = new Set(registers.orders.flatMap((order) => order.keys));
  const people = database.all<{ id: string; data_key_id: string }>('SELECT id, data_key_id FROM people');
  const gone = people.filter(({ id }) => destroyedPeople.has(id));
  const unreadable = people.filter(
    ({ id, data_key_id: keyId }) => !destroyedPeople.has(id) && !keys.hasDataKey(keyId),
  );

  const paperKeys = destroyPaperAgain(database, keys, destroyedUnits);
  const units = deleteUnits(database, destroyedUnits, [...gone, ...unreadable]);
  for (const { orderId } of orders) releaseRest(database, orderId);

  // Those who kept something had another key afterwards; the one the backup was written under opens what is gone.
  const remaining = people.filter((person) => !gone.includes(person) && !unreadable.includes(person));
  const dropKeyIds = new Set<KeyId>(gone.map(({ data_key_id: keyId }) => keyId));
  for (const { id, data_key_id: keyId } of remaining) {
    if (!destroyedKeys.has(keyId)) continue;
    sealAnew(database, keys, id, keys.addDataKey());
    dropKeyIds.add(keyId);
  }
  for (const keyId of destroyedKeys) if (keys.hasDataKey(keyId)) dropKeyIds.add(keyId);
  for (const keyId of paperKeys) dropKeyIds.add(keyId);
  // What somebody was writing when the backup was made has been saved or given up since.
  for (const keyId of removeDrafts(database)) if (keys.hasDataKey(keyId)) dropKeyIds.add(keyId);
  return {
    orders: orders.length,
    units,
    people: gone.length,
    unreadablePeople: unreadable.length,
    dropKeyIds,
  };
}

/** Whether the records themselves tell of everything that was destroyed by this order: its paper goes batch by batch. */
function isOurs(database: Database, { orderId, units }: RegisteredOrder): boolean {
  if (database.value('SELECT 1 FROM restored_destructions WHERE order_id = ?', [orderId]) !== undefined)
    return true;
  const wanted = JSON.stringify(units);
  const paperSince = database.value(
    `SELECT 1 FROM order_paper_units WHERE order_id = ? AND state <> 'destroyed'
       AND unit_id IN (SELECT value FROM json_each(?)) LIMIT 1`,
    [orderId, wanted],
  );
  if (paperSince !== undefined) return false;
  const step = database.value<string>('SELECT step FROM executions WHERE order_id = ?', [orderId]);
  if (step !== undefined && step !== 'intended') return true;
  // Of paper alone, or of both with nothing electronic destroyed yet.
  return (
    units.length > 0 &&
    database.value<number>(
      `SELECT count(*) FROM order_paper_units WHERE order_id = ? AND state = 'destroyed'
         AND unit_id IN (SELECT value FROM json_each(?))`,
      [orderId, wanted],
    ) === units.length
  );
}

function enterOrder(database: Database, order: RegisteredOrder): void {
  database.run(
    'INSERT INTO restored_destructions (order_id, number, epoch, certificate_number) VALUES (?, ?, ?, ?)',
    [order.orderId, order.number, order.epoch, order.certificateNumber],
  );
  for (const [kind, ids] of [
    ['unit', order.units],
    ['person', order.people],
    ['key', order.keys],
  ] as const) {
    for (const id of ids) {
      database.run('INSERT INTO restored_subjects (kind, subject_id, order_id) VALUES (?, ?, ?)', [
        kind,
        id,
        order.orderId,
      ]);
    }
  }
  // An order that was still waiting when the backup was made has been carried out since.
  database.run("UPDATE destruction_orders SET state = 'destroyed' WHERE id = ?", [order.orderId]);
  database.run('DELETE FROM execution_samples WHERE order_id = ?', [order.orderId]);
}

/**
 * What such an order had not destroyed, because a hold stopped it or its batch was still to come, is on no order any more: it returns
 * to the review, and to its shelf where it had been fetched.
 */
function releaseRest(database: Database, orderId: string): void {
  database.run(
    `UPDATE paper_entries SET state = 'on_shelf' WHERE state = 'pulled' AND id IN (
       SELECT id FROM record_units WHERE order_id = :orderId UNION
       SELECT p.whole_id FROM record_units u JOIN paper_parts p ON p.entry_id = u.id WHERE u.order_id = :orderId)`,
    { orderId },
  );
  database.run(
    `UPDATE record_units SET state = state_before_order, state_before_order = NULL, order_id = NULL WHERE order_id = ?`,
    [orderId],
  );
}

/** Units that are destroyed, everything of people who are, and the consents of which nothing remains. */
function deleteUnits(
  database: Database,
  destroyedUnits: ReadonlySet<string>,
  people: readonly { readonly id: string }[],
): number {
  const touched = new Set<string>();
  let units = 0;
  for (const unitId of destroyedUnits) {
    const consentId = database.value<string | null>('SELECT consent_id FROM record_units WHERE id = ?', [
      unitId,
    ]);
    if (consentId === undefined) continue;
    // A unit on paper comes from no consent.
    if (consentId === null) shelvesForget(database, unitId);
    else touched.add(consentId);
    database.run('DELETE FROM corrections WHERE unit_id = ?', [unitId]);
    units += database.run('DELETE FROM record_units WHERE id = ?', [unitId]).changes;
  }
  const emptied = [...touched].filter(
    (id) => database.value('SELECT 1 FROM record_units WHERE consent_id = ? LIMIT 1', [id]) === undefined,
  );
  for (const id of emptied) endConsent(database, id);
  for (const person of people) {
    units += database.run('DELETE FROM record_units WHERE person_id = ?', [person.id]).changes;
    const consents = database.all<{ id: string }>('SELECT id FROM consents WHERE person_id = ?', [person.id]);
    for (const { id } of consents) endConsent(database, id);
    emptyRequests(database, 'person_id = ?', [person.id]);
    database.run('DELETE FROM people WHERE id = ?', [person.id]);
  }
  return units;
}

/** A box that was shredded stands on no shelf, nor does anything that lay in it. */
function shelvesForget(database: Database, unitId: string): void {
  database.run(
    `UPDATE paper_entries SET state = 'destroyed', parent_id = NULL, due_back_on = NULL, data_key_id = NULL, sealed = NULL
     WHERE id IN (WITH RECURSIVE inside (id) AS (SELECT ? UNION ALL
       SELECT c.id FROM inside JOIN paper_entries c ON c.parent_id = inside.id) SELECT id FROM inside)`,
    [unitId],
  );
}

/** The entry is what lets its events go; see migration 0003. */
function endConsent(database: Database, consentId: string): void {
  database.run(
    "INSERT OR IGNORE INTO restored_subjects (kind, subject_id, order_id) VALUES ('consent', ?, 'restore')",
    [consentId],
  );
  database.run('DELETE FROM consent_events WHERE consent_id = ?', [consentId]);
  database.run('DELETE FROM consents WHERE id = ?', [consentId]);
}
