import type { Happening } from '../../shared/domain/retention/due-date.ts';
import { recordHappening } from '../retention/unit-dates.ts';
import type { Database } from '../storage/database.ts';
import { contentsOf, readEntry, unitAround } from './entry-record.ts';

/**
 * A signed original ends with its consent: once every purpose of the consent has ended, the paper unit that holds this original and
 * no other, nor anything else, has ended as well. A folder with originals of several people waits for its own rule, and is asked
 * about when one of them is destroyed. Must be called in a transaction.
 */
export function endOriginals(database: Database, unitId: string, happening: Happening): void {
  const consentId = database.value<string | null>('SELECT consent_id FROM record_units WHERE id = ?', [
    unitId,
  ]);
  if (consentId === null || consentId === undefined) return;
  const original = database.value<string>('SELECT entry_id FROM paper_originals WHERE consent_id = ?', [
    consentId,
  ]);
  if (original === undefined) return;
  const stands = database.value(
    `SELECT 1 FROM record_units u WHERE u.consent_id = ? AND NOT EXISTS (SELECT 1 FROM unit_happenings h
       WHERE h.unit_id = u.id AND h.happened_on IS NOT NULL AND h.kind IN ('consent_withdrawn', 'consent_expired', 'purpose_fulfilled')) LIMIT 1`,
    [consentId],
  );
  if (stands !== undefined) return;
  const entry = readEntry(database, original);
  const unit = unitAround(database, entry);
  // Of what is registered by itself it is known that it holds nothing else.
  if (unit?.id !== entry.id || entry.kind !== 'document' || contentsOf(database, entry.id).length > 0) return;
  const others = database.value(
    'SELECT 1 FROM paper_originals WHERE entry_id = ? AND consent_id <> ? LIMIT 1',
    [entry.id, consentId],
  );
  if (others === undefined) recordHappening(database, unit.id, happening);
}
