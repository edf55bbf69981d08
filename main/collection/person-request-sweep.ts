import { Temporal } from 'temporal-polyfill';
import { type Clock, instantText } from '../clock.ts';
import { endKey } from '../office/ended-keys.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { clockIsTroubled } from '../scheduler/clock-guard.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';

/** How long what somebody wrote is kept of whom nothing else is, after the answer: long enough to object to it. See decision 0140. */
const daysKept = 365;

/**
 * By the clock, and whenever an office is opened: takes out what was written in requests of people without records a year after they were
 * answered, and in those of a backup whose key is gone. That they asked, when and with what outcome stays. Does nothing by the clock
 * while it is known to be wrong. Answers how many ended.
 */
export function endRequestsWithoutRecord({ database, vault }: OfficeStorage, clock: Clock): number {
  const rows = database.all<{ id: string; own_key_id: string; answered_at: string | null }>(
    'SELECT id, own_key_id, answered_at FROM person_requests WHERE own_key_id IS NOT NULL AND sealed IS NOT NULL',
  );
  if (rows.length === 0) return 0;
  const isTroubled = clockIsTroubled(database, clock);
  const keptFrom = instantText(clock.now().subtract(Temporal.Duration.from({ hours: daysKept * 24 })));
  const over = rows.filter(
    ({ own_key_id: keyId, answered_at: answeredAt }) =>
      !vault.hasDataKey(keyId) || (!isTroubled && answeredAt !== null && answeredAt < keptFrom),
  );
  if (over.length === 0) return 0;
  database.transaction(() => {
    for (const { id, own_key_id: keyId } of over) {
      database.run('UPDATE person_requests SET sealed = NULL WHERE id = ?', [id]);
      endKey(database, clock, keyId);
    }
    appendAuditEntry(database, clock, {
      code: 'collection.request_texts_ended',
      actor: null,
      about: { requests: over.length },
    });
  });
  return over.length;
}
