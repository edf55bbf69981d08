import type { UseReason } from '../../shared/contract/collection.ts';
import { instantText } from '../clock.ts';
import type { Handler, WriteContext } from '../context.ts';

/** Enters in the use log that somebody looked at a person's data, and why. Append-only. */
export function recordUse(context: WriteContext, personId: string, reason: UseReason): void {
  context.database.run('INSERT INTO data_uses (id, person_id, reason, user_id, at) VALUES (?, ?, ?, ?, ?)', [
    context.newId(),
    personId,
    reason,
    context.actor.id,
    instantText(context.clock.now()),
  ]);
}

interface UseRecord {
  useId: string;
  personId: string;
  reason: UseReason;
  staffNumber: number;
  at: string;
}

export const listUses: Handler<'provision.listUses'> = ({ database }, { limit, offset }) => ({
  total: database.value<number>('SELECT count(*) FROM data_uses') ?? 0,
  uses: database.all<UseRecord>(
    `SELECT u.id AS useId, u.person_id AS personId, u.reason, s.staff_number AS staffNumber, u.at
     FROM data_uses u JOIN users s ON s.id = u.user_id ORDER BY u.at DESC, u.rowid DESC LIMIT ? OFFSET ?`,
    [limit, offset],
  ),
});
