import { Refusal } from '../../shared/domain/refusal.ts';
import type { Handlers } from '../context.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { readVendor } from './vendor-record.ts';

/**
 * People who have to be told that a vendor does marketing with their data (PIPA art. 26(3)): everybody who was handed over to it
 * and is still known to the office.
 */
const untold = `
  FROM hand_overs h JOIN hand_over_consents s ON s.hand_over_id = h.id JOIN people p ON p.id = s.person_id
  JOIN vendors v ON v.id = h.vendor_id
  WHERE h.vendor_id = :vendorId AND v.does_marketing = 1
    AND NOT EXISTS (SELECT 1 FROM marketing_notices n WHERE n.vendor_id = h.vendor_id AND n.person_id = s.person_id)`;

export function countToBeTold(database: ReadDatabase, vendorId: string): number {
  return database.value<number>(`SELECT count(DISTINCT s.person_id) ${untold}`, { vendorId }) ?? 0;
}

/** Who has to be told, those first who have waited longest. A limit of -1 is none. */
export function readToBeTold(
  database: ReadDatabase,
  vendorId: string,
  limit: number,
  offset: number,
): { personId: string; since: string }[] {
  return database.all<{ personId: string; since: string }>(
    `SELECT s.person_id AS personId, min(h.handed_over_on) AS since ${untold}
     GROUP BY s.person_id ORDER BY since, personId LIMIT :limit OFFSET :offset`,
    { vendorId, limit, offset },
  );
}

export const marketingNoticeHandlers: Pick<
  Handlers<'provision'>,
  'provision.listToBeTold' | 'provision.recordTold'
> = {
  'provision.listToBeTold': ({ database }, { vendorId, limit, offset }) => ({
    total: countToBeTold(database, vendorId),
    people: readToBeTold(database, vendorId, limit, offset),
  }),

  'provision.recordTold': (context, { vendorId, personIds, toldOn, way }) => {
    const { database, actor, today } = context;
    readVendor(database, vendorId);
    if (toldOn > today) throw new Refusal('date_in_future', { field: 'toldOn' });
    const { changes } = database.run(
      `INSERT INTO marketing_notices (vendor_id, person_id, told_on, way, recorded_by)
       SELECT DISTINCT :vendorId, s.person_id, :toldOn, :way, :userId ${untold}
         AND (:personIds IS NULL OR s.person_id IN (SELECT value FROM json_each(:personIds)))`,
      {
        vendorId,
        toldOn,
        way,
        userId: actor.id,
        personIds: personIds === null ? null : JSON.stringify(personIds),
      },
    );
    if (changes === 0) throw new Refusal('nobody_to_be_told');
    context.audit('provision.people_told', { vendorId, people: changes });
    return { people: changes };
  },
};
