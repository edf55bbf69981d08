import type { PersonCopy, PersonRecipient } from '../../shared/contract/collection-history.ts';
import { copyReference, type KnownCopyKind } from '../../shared/domain/office/known-copy.ts';
import type { ReadContext } from '../context.ts';
import { readRecipient } from '../provision/recipient.ts';
import { readUses } from '../provision/use-log.ts';
import { openVendor } from '../provision/vendor-record.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { readFormVersion } from './consent-form.ts';

/** Who outside the office received something of a person, vendors and third parties alike, the latest first. */
export function recipientsOfPerson(
  reader: Pick<ReadContext, 'database' | 'vault'>,
  personId: string,
): PersonRecipient[] {
  const { database, vault } = reader;
  const purposeName = (formVersionId: string, purposeId: string) =>
    readFormVersion(database, formVersionId).content.purposes.find(({ id }) => id === purposeId)?.name ?? {
      en: '—',
      ko: '—',
    };
  const vendors = database
    .all<{
      id: string;
      vendor_id: string;
      sealed: Uint8Array;
      purpose_id: string;
      form_version_id: string;
      on: string;
    }>(
      `SELECT h.id, h.vendor_id, v.sealed, h.purpose_id, c.form_version_id, h.handed_over_on AS "on"
       FROM hand_over_consents s JOIN hand_overs h ON h.id = s.hand_over_id JOIN consents c ON c.id = s.consent_id
       JOIN vendors v ON v.id = h.vendor_id WHERE s.person_id = ? ORDER BY h.handed_over_on DESC, h.id`,
      [personId],
    )
    .map((row) => {
      const { name, task } = openVendor(vault, { id: row.vendor_id, sealed: row.sealed });
      return {
        id: row.id,
        name,
        task,
        purposeName: purposeName(row.form_version_id, row.purpose_id),
        on: row.on,
      };
    });
  const thirdParties = database
    .all<{ id: string; recipient_id: string; purpose_id: string; form_version_id: string; on: string }>(
      `SELECT p.id, p.recipient_id, p.purpose_id, c.form_version_id, p.provided_on AS "on"
       FROM provision_consents s JOIN provisions p ON p.id = s.provision_id JOIN consents c ON c.id = s.consent_id
       WHERE s.person_id = ? ORDER BY p.provided_on DESC, p.id`,
      [personId],
    )
    .map((row) => ({
      id: row.id,
      name: readRecipient(reader, row.recipient_id).name,
      task: '',
      purposeName: purposeName(row.form_version_id, row.purpose_id),
      on: row.on,
    }));
  return [...vendors, ...thirdParties].sort((one, other) =>
    one.on < other.on ? 1 : one.on > other.on ? -1 : 0,
  );
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
