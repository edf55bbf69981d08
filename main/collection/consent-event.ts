import type { ConsentEventType } from '../../shared/domain/collection/consent.ts';
import { instantText } from '../clock.ts';
import type { WriteContext } from '../context.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';

export interface ConsentEvent {
  readonly consentId: string;
  readonly purposeId: string;
  readonly type: ConsentEventType;
  readonly onDate: string;
}

/** Events are only ever added: what a consent is now is what its last event for a purpose says. */
export function appendConsentEvent(context: WriteContext, event: ConsentEvent): void {
  enterConsentEvent(context.database, {
    ...event,
    id: context.newId(),
    recordedAt: instantText(context.clock.now()),
    userId: context.actor.id,
  });
}

interface EnteredEvent extends ConsentEvent {
  readonly id: string;
  readonly recordedAt: string;
  /** Null for what happens by the clock. */
  readonly userId: string | null;
}

export function enterConsentEvent(database: Database, event: EnteredEvent): void {
  const before =
    database.value<number>(
      'SELECT max(sequence) FROM consent_events WHERE consent_id = ? AND purpose_id = ?',
      [event.consentId, event.purposeId],
    ) ?? 0;
  insertConsentEvent(database, event, before + 1);
}

/** The answer to a purpose in a consent that is being kept: its first event. */
export function enterAnswer(database: Database, answer: EnteredEvent): void {
  insertConsentEvent(database, answer, 1);
}

function insertConsentEvent(database: Database, event: EnteredEvent, sequence: number): void {
  database.run(
    `INSERT INTO consent_events (id, consent_id, purpose_id, type, on_date, sequence, recorded_at, user_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      event.id,
      event.consentId,
      event.purposeId,
      event.type,
      event.onDate,
      sequence,
      event.recordedAt,
      event.userId,
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

/** Consents of the person in which this purpose stands only because a later consent renewed it. */
export function renewedConsents(database: ReadDatabase, personId: string, purposeId: string): string[] {
  return database
    .all<{ id: string }>('SELECT id FROM consents WHERE person_id = ?', [personId])
    .filter(({ id }) => consentStates(database, id).get(purposeId) === 'renewed')
    .map(({ id }) => id);
}
