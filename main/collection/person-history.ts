import type { PersonCopy, PersonRecipient } from '../../shared/contract/collection-history.ts';
import { copyReference, type KnownCopyKind } from '../../shared/domain/office/known-copy.ts';
import type { ReadContext } from '../context.ts';
import { readUses } from '../provision/use-log.ts';
import { openVendor } from '../provision/vendor.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { readFormVersion } from './consent-form.ts';

/** Who outside the office received something of a person, the latest first. */
export function recipientsOfPerson(
  { database, vault }: Pick<ReadContext, 'database' | 'vault'>,
  personId: string,
): PersonRecipient[] {
  return database
    .all<{
      id: string;
      vendor_id: string;
      sealed: Uint8Array;
      purpose_id: string;
      form_version_id: string;
      on: string;
    }>(
      `SELECT h.id, h.vendor_id, v.sealed, h.purpose_id, h.form_version_id, h.handed_over_on AS "on"
       FROM hand_overs h JOIN consents c ON c.id = h.consent_id JOIN vendors v ON v.id = h.vendor_id
       WHERE c.person_id = ? ORDER BY h.handed_over_on DESC, h.id`,
      [personId],
    )
    .map((row) => {
      const vendor = openVendor(vault, { id: row.vendor_id, sealed: row.sealed });
      const purpose = readFormVersion(database, row.form_version_id).content.purposes.find(
        ({ id }) => id === row.purpose_id,
      );
      return {
        id: row.id,
        name: vendor.name,
        task: vendor.task,
        purposeName: purpose?.name ?? { en: '—', ko: '—' },
        on: row.on,
      };
    });
}

/** Copies outside the application that hold something of a person. */
export function copiesOfPerson(database: ReadDatabase, personId: string): PersonCopy[] {
  return database
    .all<{ number: number; kind: KnownCopyKind; since: string; how: string | null }>(
      `SELECT DISTINCT k.number, k.kind, k.since, k.how FROM known_copies k JOIN known_copy_subjects s ON s.copy_id = k.id
       WHERE (s.kind = 'person' AND s.subject_id = :personId)
         OR (s.kind = 'unit' AND s.subject_id IN (SELECT id FROM record_units WHERE person_id = :personId))
       ORDER BY k.number`,
      { personId },
    )
    .map(({ number, kind, since, how }) => ({
      reference: copyReference(number),
      kind,
      since,
      ended: how === 'destroyed' || how === 'returned',
    }));
}

/** Who looked at a person's data and what for, the latest first, as many as `limit`. */
export function usesOfPerson(
  context: Pick<ReadContext, 'database' | 'office'>,
  personId: string,
  limit: number,
) {
  return readUses(
    context,
    { from: null, to: null, staffNumber: null, personId, kind: null, outcome: 'all' },
    limit,
    0,
  );
}
