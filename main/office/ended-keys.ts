import { Temporal } from 'temporal-polyfill';
import { type Clock, instantText } from '../clock.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import { changeEpoch } from '../storage/epoch-change.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import type { KeyId } from '../storage/vault.ts';

/**
 * Data keys whose payload is over (drafts of consents, what was written about paper that is destroyed): they wait here until a
 * change of epoch leaves them out of the vault.
 */

/** How long a key waits for company: an epoch is changed for several at once. See decision 0070. */
const keysWaitMinutes = 15;

/** Must be called in the transaction that deletes the payload. */
export function endKey(database: Database, clock: Clock, keyId: KeyId): void {
  database.run('INSERT OR IGNORE INTO ended_keys (data_key_id, ended_at) VALUES (?, ?)', [
    keyId,
    instantText(clock.now()),
  ]);
}

/** To be left out of the next vault, whatever it is made for. */
export function endedKeys(database: ReadDatabase): KeyId[] {
  return database
    .all<{ data_key_id: KeyId }>('SELECT data_key_id FROM ended_keys')
    .map((row) => row.data_key_id);
}

/** Once they have been left out. */
export function forgetEndedKeys(database: Database, keyIds: readonly KeyId[]): void {
  for (const keyId of keyIds) database.run('DELETE FROM ended_keys WHERE data_key_id = ?', [keyId]);
}

/**
 * Destroys ended keys by a change of epoch, once the first of them has waited long enough, or at once where the office is just
 * being opened. Not in a transaction.
 */
export function destroyEndedKeys(storage: OfficeStorage, clock: Clock, isOpening: boolean): void {
  const { database } = storage;
  const first = database.value<string | null>('SELECT min(ended_at) FROM ended_keys');
  if (first === null || first === undefined) return;
  const waited = Temporal.Instant.from(first).add({ minutes: keysWaitMinutes });
  if (!isOpening && Temporal.Instant.compare(waited, clock.now()) > 0) return;
  const keyIds = endedKeys(database);
  changeEpoch(storage, { dropKeyIds: keyIds });
  database.transaction(() => {
    forgetEndedKeys(database, keyIds);
    appendAuditEntry(database, clock, {
      code: 'office.ended_keys_destroyed',
      actor: null,
      about: { keys: keyIds.length, epoch: storage.epoch },
    });
  });
}
