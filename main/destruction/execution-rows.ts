import { Refusal } from '../../shared/domain/refusal.ts';
import {
  placeOfAttachment,
  placeOfConsent,
  placeOfPerson,
  placeOfRequest,
  placeOfSeparated,
  placeOfUnit,
} from '../collection/sealed-records.ts';
import { zero } from '../storage/cryptography.ts';
import type { Database } from '../storage/database.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { open, type PayloadPlace, seal } from '../storage/sealed-payload.ts';
import type { DataKeys } from '../storage/vault.ts';
import type { DestructionCounts } from './execution-plan.ts';

/** How many sealed payloads are kept until it has been tried that nothing opens them. */
const samplesKept = 24;

/**
 * Step 4 of an electronic destruction: deletes the rows of the order's units, the consents of which nothing remains and the
 * people of whom nothing remains. Whoever keeps something gets what is kept sealed anew under their new key, so that the old
 * key, which also opened what is destroyed, can go as well.
 *
 * Must be called in a transaction, once: the step of the execution says whether it has been.
 */
export function deleteRows(storage: OfficeStorage, orderId: string): DestructionCounts {
  const { database, vault } = storage;
  keepSamples(database, orderId);
  const attachments = deleteAttachments(database, orderId);
  database.run('DELETE FROM corrections WHERE unit_id IN (SELECT id FROM record_units WHERE order_id = ?)', [
    orderId,
  ]);
  const units = deleteListed(
    database,
    'record_units WHERE id',
    idsOf(
      database,
      "SELECT id FROM record_units WHERE order_id = ? AND carrier = 'electronic' ORDER BY rowid",
      orderId,
    ),
  );
  const emptied = idsOf(database, emptiedConsents, orderId);
  deleteListed(database, 'consent_events WHERE consent_id', emptied);
  const consents = deleteListed(database, 'consents WHERE id', emptied);
  emptyRequests(
    database,
    'person_id IN (SELECT person_id FROM execution_people WHERE order_id = ? AND new_key_id IS NULL)',
    [orderId],
  );
  const people = deleteListed(database, 'people WHERE id', idsOf(database, emptiedPeople, orderId));
  for (const person of database.all<{ person_id: string; new_key_id: string }>(
    'SELECT person_id, new_key_id FROM execution_people WHERE order_id = ? AND new_key_id IS NOT NULL',
    [orderId],
  )) {
    sealAnew(database, vault, person.person_id, person.new_key_id);
  }
  database.run(
    'INSERT OR REPLACE INTO search_changes (person_id) SELECT person_id FROM execution_people WHERE order_id = ?',
    [orderId],
  );
  return { units, consents, people, attachments };
}

function idsOf(database: Database, sql: string, orderId: string): string[] {
  return database.all<{ id: string }>(sql, [orderId]).map(({ id }) => id);
}

/**
 * Some rows a statement: SQLite keeps the pages that one statement changes in memory until it ends, in case it must take it back,
 * and an order may have 100,000 units. The transaction holds them together. The lists are made once, and in the order in which the
 * rows lie on the disk, so that a page that is read is read once.
 */
function deleteListed(database: Database, rows: string, ids: readonly string[]): number {
  const batch = 250;
  let deleted = 0;
  for (let from = 0; from < ids.length; from += batch) {
    deleted += database.run(`DELETE FROM ${rows} IN (SELECT value FROM json_each(?))`, [
      JSON.stringify(ids.slice(from, from + batch)),
    ]).changes;
  }
  return deleted;
}

/**
 * Takes out what was written in requests of people who go. That they asked, when and with what outcome stays, under an id that means
 * nothing any more (migration 0005). Suspensions and corrections go with the person's row.
 */
export function emptyRequests(database: Database, where: string, params: readonly string[]): void {
  database.run(`UPDATE person_requests SET sealed = NULL WHERE sealed IS NOT NULL AND ${where}`, [...params]);
}

/** Consents of the order's people of which no unit is left. */
const emptiedConsents = `
  SELECT c.id FROM execution_people e JOIN consents c ON c.person_id = e.person_id
  WHERE e.order_id = ? AND NOT EXISTS (SELECT 1 FROM record_units u WHERE u.consent_id = c.id) ORDER BY c.rowid`;

/** The order's people of whom nothing is kept. */
const emptiedPeople = `
  SELECT p.id FROM execution_people e JOIN people p ON p.id = e.person_id
  WHERE e.order_id = ? AND e.new_key_id IS NULL ORDER BY p.rowid`;

/** The list stays: the files are removed once no key opens them any more, and are looked for afterwards. */
function deleteAttachments(database: Database, orderId: string): number {
  database.run(
    `INSERT INTO execution_attachments (order_id, attachment_id)
     SELECT :orderId, a.id FROM record_units u JOIN attachments a ON a.unit_id = u.id WHERE u.order_id = :orderId AND u.carrier = 'electronic'`,
    { orderId },
  );
  return database.run(
    'DELETE FROM attachments WHERE id IN (SELECT attachment_id FROM execution_attachments WHERE order_id = ?)',
    [orderId],
  ).changes;
}

function keepSamples(database: Database, orderId: string): void {
  database.run(
    `INSERT INTO execution_samples (order_id, table_name, row_id, sealed)
     SELECT :orderId, 'record_units', id, sealed FROM record_units
     WHERE order_id = :orderId AND sealed IS NOT NULL ORDER BY id LIMIT :samples`,
    { orderId, samples: samplesKept / 2 },
  );
  database.run(
    `INSERT INTO execution_samples (order_id, table_name, row_id, sealed)
     SELECT :orderId, 'separated_records', s.id, s.sealed FROM record_units u JOIN separated_records s ON s.id = u.id
     WHERE u.order_id = :orderId ORDER BY s.id LIMIT :samples`,
    { orderId, samples: samplesKept / 2 },
  );
  database.run(
    `INSERT INTO execution_samples (order_id, table_name, row_id, sealed)
     SELECT :orderId, 'people', p.id, p.sealed FROM people p JOIN execution_people e ON e.person_id = p.id
     WHERE e.order_id = :orderId AND e.new_key_id IS NULL ORDER BY p.id LIMIT :samples`,
    { orderId, samples: samplesKept / 2 },
  );
  database.run(
    `INSERT INTO execution_samples (order_id, table_name, row_id, sealed)
     SELECT :orderId, 'person_requests', r.id, r.sealed FROM person_requests r JOIN execution_people e ON e.person_id = r.person_id
     WHERE e.order_id = :orderId AND e.new_key_id IS NULL AND r.sealed IS NOT NULL ORDER BY r.id LIMIT :samples`,
    { orderId, samples: samplesKept / 2 },
  );
  // What an attachment's row seals is the key of its file.
  database.run(
    `INSERT INTO execution_samples (order_id, table_name, row_id, sealed)
     SELECT :orderId, 'attachments', a.id, a.sealed FROM record_units u JOIN attachments a ON a.unit_id = u.id
     WHERE u.order_id = :orderId ORDER BY a.id LIMIT :samples`,
    { orderId, samples: samplesKept / 2 },
  );
}

const kept = [
  {
    select: 'SELECT id, sealed FROM people WHERE id = ?',
    update: 'UPDATE people SET sealed = ? WHERE id = ?',
    place: placeOfPerson,
  },
  {
    select: 'SELECT id, sealed FROM consents WHERE person_id = ?',
    update: 'UPDATE consents SET sealed = ? WHERE id = ?',
    place: placeOfConsent,
  },
  {
    select: 'SELECT id, sealed FROM separated_records WHERE person_id = ?',
    update: 'UPDATE separated_records SET sealed = ? WHERE id = ?',
    place: placeOfSeparated,
  },
  {
    select: 'SELECT id, sealed FROM record_units WHERE person_id = ? AND sealed IS NOT NULL',
    update: 'UPDATE record_units SET sealed = ? WHERE id = ?',
    place: placeOfUnit,
  },
  {
    select: 'SELECT id, sealed FROM attachments WHERE person_id = ?',
    update: 'UPDATE attachments SET sealed = ? WHERE id = ?',
    place: placeOfAttachment,
  },
  {
    select: 'SELECT id, sealed FROM person_requests WHERE person_id = ? AND sealed IS NOT NULL',
    update: 'UPDATE person_requests SET sealed = ? WHERE id = ?',
    place: placeOfRequest,
  },
] as const;

/** Seals what a person keeps under their new key. Throws Refusal `data_key_destroyed`. */
export function sealAnew(database: Database, vault: DataKeys, personId: string, newKeyId: string): void {
  if (!vault.hasDataKey(newKeyId)) throw new Refusal('data_key_destroyed');
  for (const { select, update, place } of kept) {
    for (const row of database.all<{ id: string; sealed: Uint8Array }>(select, [personId])) {
      database.run(update, [resealed(vault, newKeyId, place(row.id), row.sealed), row.id]);
    }
  }
  database.run('UPDATE people SET data_key_id = ? WHERE id = ?', [newKeyId, personId]);
}

function resealed(vault: DataKeys, newKeyId: string, place: PayloadPlace, sealed: Uint8Array): Buffer {
  const plaintext = open(vault, place, sealed);
  try {
    return seal(vault, newKeyId, place, plaintext);
  } finally {
    zero(plaintext);
  }
}
