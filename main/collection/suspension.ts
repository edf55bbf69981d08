import type { SuspensionRow } from '../../shared/contract/collection-requests.ts';
import { checkMayAct } from '../../shared/domain/collection/person-request.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Handlers } from '../context.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { readRequest, standingOf } from './person-request-record.ts';

interface SuspensionRecord {
  id: string;
  purpose_id: string | null;
  since: string;
  request_id: string;
  staff_number: number;
}

const select = `
  SELECT s.id, s.purpose_id, s.since, s.request_id, u.staff_number
  FROM processing_suspensions s JOIN users u ON u.id = s.set_by`;

/**
 * The suspension in force that stops using and providing a person's data for a purpose (PIPA art. 37, GDPR art. 18), or null. One
 * for every purpose counts for each. Storage goes on, and so does what a law obliges the office to do.
 */
export function suspensionOf(
  database: ReadDatabase,
  personId: string,
  purposeId: string,
): { suspensionId: string; since: string } | null {
  const row = database.get<{ suspensionId: string; since: string }>(
    `SELECT id AS suspensionId, since FROM processing_suspensions
     WHERE person_id = ? AND lifted_on IS NULL AND (purpose_id IS NULL OR purpose_id = ?)
     ORDER BY since, purpose_id IS NOT NULL LIMIT 1`,
    [personId, purposeId],
  );
  return row ?? null;
}

/** People for whom anything is suspended: few, so that the many others need not be looked for one by one. */
export function peopleSuspended(database: ReadDatabase): ReadonlySet<string> {
  const rows = database.all<{ person_id: string }>(
    'SELECT DISTINCT person_id FROM processing_suspensions WHERE lifted_on IS NULL',
  );
  return new Set(rows.map((row) => row.person_id));
}

/** What is suspended for a person now, the oldest first. */
export function suspensionsInForce(database: ReadDatabase, personId: string): SuspensionRow[] {
  return database
    .all<SuspensionRecord>(`${select} WHERE s.person_id = ? AND s.lifted_on IS NULL ORDER BY s.since, s.id`, [
      personId,
    ])
    .map((row) => ({
      suspensionId: row.id,
      purposeId: row.purpose_id,
      since: row.since,
      requestId: row.request_id,
      staffNumber: row.staff_number,
    }));
}

export const suspensionHandlers: Pick<
  Handlers<'collection'>,
  'collection.suspendProcessing' | 'collection.liftSuspension'
> = {
  'collection.suspendProcessing': (context, { requestId, purposeIds }) => {
    const { database, actor, today } = context;
    const request = readRequest(database, requestId);
    checkMayAct(standingOf(request), 'suspension');
    const { person_id: personId } = request;
    const known = new Set(
      database
        .all<{ purpose_id: string }>(
          'SELECT DISTINCT e.purpose_id FROM consent_events e JOIN consents c ON c.id = e.consent_id WHERE c.person_id = ?',
          [personId],
        )
        .map((row) => row.purpose_id),
    );
    // Everything of the person was destroyed meanwhile: there is nothing left that could be processed.
    if (known.size === 0) throw new Refusal('not_found');
    const wanted = purposeIds === null ? [null] : [...new Set(purposeIds)];
    for (const purposeId of wanted) {
      if (purposeId !== null && !known.has(purposeId)) throw new Refusal('purpose_not_given');
      const inForce = database.value(
        'SELECT 1 FROM processing_suspensions WHERE person_id = ? AND purpose_id IS ? AND lifted_on IS NULL',
        [personId, purposeId],
      );
      if (inForce !== undefined) throw new Refusal('processing_suspended_already');
      database.run(
        `INSERT INTO processing_suspensions (id, person_id, purpose_id, request_id, since, set_by)
         VALUES (?, ?, ?, ?, ?, ?)`,
        [context.newId(), personId, purposeId, requestId, today, actor.id],
      );
    }
    context.audit('collection.processing_suspended', {
      personId,
      requestId,
      purposes: purposeIds?.length ?? 'all',
    });
    return { suspensions: suspensionsInForce(database, personId) };
  },

  'collection.liftSuspension': (context, { suspensionId }) => {
    const { database, actor, today } = context;
    const row = database.get<{ person_id: string; lifted_on: string | null }>(
      'SELECT person_id, lifted_on FROM processing_suspensions WHERE id = ?',
      [suspensionId],
    );
    if (row === undefined) throw new Refusal('not_found');
    if (row.lifted_on !== null) throw new Refusal('suspension_lifted_already');
    database.run('UPDATE processing_suspensions SET lifted_on = ?, lifted_by = ? WHERE id = ?', [
      today,
      actor.id,
      suspensionId,
    ]);
    context.audit('collection.suspension_lifted', { suspensionId, personId: row.person_id });
    return { liftedOn: today };
  },
};
