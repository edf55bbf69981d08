import { personSecrets, placeOfPerson } from '../collection/sealed-records.ts';
import type { WorkContext } from '../context.ts';
import { openJson } from '../storage/sealed-json.ts';

/**
 * The records of a recall, and whose they are as far as the office still knows. Whoever makes a document of it says what for.
 *
 * @param withNames whether names are asked for; nobody's is opened otherwise
 */
export function peopleOfRecall(
  context: WorkContext,
  recallId: string,
  withNames: boolean,
): { unitIds: string[]; people: Map<string, { personId: string; name: string }> } {
  const { database, vault } = context;
  const unitIds = database
    .all<{ id: string }>(
      `SELECT s.subject_id AS id FROM recalls r JOIN known_copy_subjects s ON s.copy_id = r.copy_id AND s.kind = 'unit'
       WHERE r.id = ? ORDER BY s.subject_id`,
      [recallId],
    )
    .map(({ id }) => id);
  if (!withNames) return { unitIds, people: new Map() };
  const owners = database.all<{ unit_id: string; person_id: string; sealed: Uint8Array }>(
    `SELECT u.id AS unit_id, p.id AS person_id, p.sealed FROM record_units u JOIN people p ON p.id = u.person_id
     WHERE u.id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(unitIds)],
  );
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
