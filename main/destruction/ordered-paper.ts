import { consentFormContent } from '../../shared/domain/collection/consent-form.ts';
import type { OrderedPaper } from '../../shared/domain/destruction/order.ts';
import {
  highestLevel,
  levelNeeded,
  type SecurityLevel,
} from '../../shared/domain/destruction/paper-security.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { ReadDatabase } from '../storage/database.ts';

/**
 * What an order says of a unit of paper; undefined of an electronic one. The level is what the unit needs, or what was asked for where
 * that is higher.
 * @throws Refusal paper_missing_from_shelf, which names it
 */
export function orderedPaperOf(
  database: ReadDatabase,
  unitId: string,
  wanted: SecurityLevel,
): OrderedPaper | undefined {
  const entry = database.get<{
    kind: 'box' | 'folder' | 'document';
    code: string;
    sheets: number | null;
    state: string;
  }>('SELECT kind, code, sheets, state FROM paper_entries WHERE id = ?', [unitId]);
  if (entry === undefined) return undefined;
  if (entry.state === 'missing') throw new Refusal('paper_missing_from_shelf', { code: entry.code });
  const { kind, code, sheets } = entry;
  const level = highestLevel([wanted, levelNeeded(holdsSensitive(database, unitId))]);
  return { kind, code, sheets, levelNeeded: level };
}

/** Whether an original lies in it of a consent to sensitive data or unique identifiers (PIPA art. 23 and 24). */
function holdsSensitive(database: ReadDatabase, unitId: string): boolean {
  return database
    .all<{ content: string }>(
      `WITH RECURSIVE inside (id) AS (SELECT :unitId UNION ALL
         SELECT c.id FROM inside JOIN paper_entries c ON c.parent_id = inside.id)
       SELECT DISTINCT v.content FROM inside JOIN paper_originals o ON o.entry_id = inside.id
         JOIN consents n ON n.id = o.consent_id JOIN consent_form_versions v ON v.id = n.form_version_id`,
      { unitId },
    )
    .some(({ content }) =>
      consentFormContent
        .parse(JSON.parse(content))
        .purposes.some(({ items }) => items.some(({ sensitivity }) => sensitivity !== 'ordinary')),
    );
}

/** An order is given up only while its paper is where it was. Throws Refusal `paper_off_its_shelf`. */
export function requirePaperOnShelves(database: ReadDatabase, orderId: string): void {
  const away = database.value(
    "SELECT 1 FROM order_paper_units WHERE order_id = ? AND state <> 'to_pull' LIMIT 1",
    [orderId],
  );
  if (away !== undefined) throw new Refusal('paper_off_its_shelf');
}
