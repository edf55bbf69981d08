import { consentFormContent } from '../../shared/domain/collection/consent-form.ts';
import type { OrderedPaper } from '../../shared/domain/destruction/order.ts';
import {
  highestLevel,
  levelNeeded,
  type SecurityLevel,
} from '../../shared/domain/destruction/paper-security.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { holdsUnits } from '../paper/entry-record.ts';
import { readPart, unitsConcerned } from '../paper/part.ts';
import { heldAmong } from '../retention/hold.ts';
import type { ReadDatabase } from '../storage/database.ts';

/**
 * What an order says of a unit of paper; undefined of an electronic one. The level is what the unit needs, or what was asked for where
 * that is higher.
 * @throws Refusal paper_missing_from_shelf and part_open, which name it; unit_held where a part's record is held
 */
export function orderedPaperOf(
  database: ReadDatabase,
  unitId: string,
  wanted: SecurityLevel,
): OrderedPaper | undefined {
  const part = readPart(database, unitId);
  const entry = readOrdered(database, part?.whole_id ?? unitId);
  if (entry === undefined) return undefined;
  if (entry.state === 'missing') throw new Refusal('paper_missing_from_shelf', { code: entry.code });
  const { kind, code } = entry;
  // A part may be of anything that is in its record: what that needs, the part needs.
  const level = highestLevel([wanted, levelNeeded(holdsSensitive(database, part?.whole_id ?? unitId))]);
  if (part === undefined) {
    if (holdsUnits(database, unitId)) throw new Refusal('part_open', { code });
    return { kind, code, sheets: entry.sheets, levelNeeded: level };
  }
  if (heldAmong(database, unitsConcerned(database, unitId)).length > 0) throw new Refusal('unit_held');
  const { way, fields, whole_id: wholeId } = part;
  return {
    kind,
    code,
    sheets: readOrdered(database, unitId)?.sheets ?? null,
    levelNeeded: level,
    part: { way, wholeId, sheetsOfWhole: entry.sheets, fields },
  };
}

function readOrdered(database: ReadDatabase, entryId: string) {
  return database.get<{
    kind: 'box' | 'folder' | 'document';
    code: string;
    sheets: number | null;
    state: string;
  }>('SELECT kind, code, sheets, state FROM paper_entries WHERE id = ?', [entryId]);
}

/** One order takes one part of a record: what is scanned for it is the record's label. @throws Refusal part_twice */
export function checkPartsOnce(papers: readonly OrderedPaper[]): void {
  const wholes = papers.flatMap(({ part }) => (part === undefined ? [] : [part.wholeId]));
  const twice = wholes.find((wholeId, place) => wholes.indexOf(wholeId) !== place);
  if (twice === undefined) return;
  throw new Refusal('part_twice', { code: papers.find(({ part }) => part?.wholeId === twice)?.code ?? '' });
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
