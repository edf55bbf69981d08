import type { DocumentDestination } from '../../shared/contract/document.ts';
import { personSecrets, placeOfPerson } from '../collection/sealed-records.ts';
import type { WorkContext } from '../context.ts';
import { openJson } from '../storage/sealed-json.ts';
import { enterRecordUses } from './gate.ts';

/** What a destination means for the use log. */
const kindOf = { screen: 'read', print: 'print', file: 'export' } as const;

/**
 * The records of a recall, and whose they are as far as the office still knows: each name is opened through the gate, because the
 * law has the office call the data back (PIPA arts. 21 and 37), and entered in the use log.
 *
 * @param to where the names go; null where none are asked for
 */
export function peopleOfRecall(
  context: WorkContext,
  recallId: string,
  to: DocumentDestination['way'] | null,
): { unitIds: string[]; people: Map<string, { personId: string; name: string }> } {
  const { database, vault } = context;
  const unitIds = database
    .all<{ id: string }>(
      `SELECT s.subject_id AS id FROM recalls r JOIN known_copy_subjects s ON s.copy_id = r.copy_id AND s.kind = 'unit'
       WHERE r.id = ? ORDER BY s.subject_id`,
      [recallId],
    )
    .map(({ id }) => id);
  if (to === null) return { unitIds, people: new Map() };
  const owners = database.all<{ unit_id: string; person_id: string; sealed: Uint8Array }>(
    `SELECT u.id AS unit_id, p.id AS person_id, p.sealed FROM record_units u JOIN people p ON p.id = u.person_id
     WHERE u.id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(unitIds)],
  );
  const personIds = [...new Set(owners.map((owner) => owner.person_id))];
  database.transaction(() => enterRecordUses(context, personIds, 'fulfil_legal_duty', kindOf[to]));
  const people = new Map(
    owners.map((owner) => [
      owner.unit_id,
      {
        personId: owner.person_id,
        name: openJson(vault, placeOfPerson(owner.person_id), owner.sealed, personSecrets).name,
      },
    ]),
  );
  return { unitIds, people };
}
