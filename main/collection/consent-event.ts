import type { ConsentEventType } from '../../shared/domain/collection/consent.ts';
import { instantText } from '../clock.ts';
import type { WriteContext } from '../context.ts';
import type { ReadDatabase } from '../storage/database.ts';

export interface ConsentEvent {
  readonly consentId: string;
  readonly purposeId: string;
  readonly type: ConsentEventType;
  readonly onDate: string;
}

/** Events are only ever added: what a consent is now is what its last event for a purpose says. */
export function appendConsentEvent(context: WriteContext, event: ConsentEvent): void {
  const { database, actor, clock } = context;
  const sequence =
    (database.value<number>(
      'SELECT max(sequence) FROM consent_events WHERE consent_id = ? AND purpose_id = ?',
      [event.consentId, event.purposeId],
    ) ?? 0) + 1;
  database.run(
    `INSERT INTO consent_events (id, consent_id, purpose_id, type, on_date, sequence, recorded_at, user_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      context.newId(),
      event.consentId,
      event.purposeId,
      event.type,
      event.onDate,
      sequence,
      instantText(clock.now()),
      actor.id,
    ],
  );
}

/** What the last event says, by purpose. */
export function consentStates(database: ReadDatabase, consentId: string): Map<string, ConsentEventType> {
  const rows = database.all<{ purpose_id: string; type: ConsentEventType }>(
    'SELECT purpose_id, type FROM consent_events WHERE consent_id = ? ORDER BY sequence',
    [consentId],
  );
  return new Map(rows.map((row) => [row.purpose_id, row.type]));
}
