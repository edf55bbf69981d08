import { isInForce } from '../../shared/domain/collection/consent.ts';
import { consentEndsOn } from '../../shared/domain/collection/consent-end.ts';
import type { ConsentFormContent } from '../../shared/domain/collection/consent-form.ts';
import { type Clock, instantText } from '../clock.ts';
import type { WriteContext } from '../context.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { clockIsTroubled } from '../scheduler/clock-guard.ts';
import { randomUUID } from '../storage/cryptography.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import type { DataKeys } from '../storage/vault.ts';
import { appendConsentEvent, consentStates, enterConsentEvent, renewedConsents } from './consent-event.ts';
import { endUnitOfPurpose } from './withdrawal.ts';

interface NewConsent {
  readonly consentId: string;
  readonly personId: string;
  readonly isNewPerson: boolean;
  readonly formVersionId: string;
  readonly content: ConsentFormContent;
  /** Purposes that were agreed to. */
  readonly given: ReadonlySet<string>;
  readonly givenOn: string;
}

/**
 * What a new consent means besides itself: until when each purpose counts, where its form says for how long; and that earlier consents
 * to the same purposes on the same form have been renewed. To be called in the transaction of the capture.
 */
export function enterValidity(context: WriteContext, consent: NewConsent): void {
  const { database } = context;
  for (const { id: purposeId, validFor } of consent.content.purposes) {
    if (validFor === null || !consent.given.has(purposeId)) continue;
    database.run('INSERT INTO consent_ends (consent_id, purpose_id, ends_on) VALUES (?, ?, ?)', [
      consent.consentId,
      purposeId,
      consentEndsOn(consent.givenOn, validFor),
    ]);
  }
  if (consent.isNewPerson) return;
  for (const { id } of earlierConsents(database, consent)) {
    for (const [purposeId, state] of consentStates(database, id)) {
      if (state !== 'given' || !consent.given.has(purposeId)) continue;
      appendConsentEvent(context, { consentId: id, purposeId, type: 'renewed', onDate: consent.givenOn });
      // Its time runs anew, with the later consent.
      database.run('DELETE FROM consent_ends WHERE consent_id = ? AND purpose_id = ?', [id, purposeId]);
    }
  }
}

/** Consents of the person on any version of the same form that were given no later. */
function earlierConsents(database: ReadDatabase, consent: NewConsent): { id: string }[] {
  return database.all<{ id: string }>(
    `SELECT c.id FROM consents c JOIN consent_form_versions v ON v.id = c.form_version_id
     WHERE c.person_id = ? AND c.id <> ? AND c.given_on <= ?
       AND v.form_id = (SELECT form_id FROM consent_form_versions WHERE id = ?)`,
    [consent.personId, consent.consentId, consent.givenOn, consent.formVersionId],
  );
}

/**
 * Lets consents expire whose last day is over: as if they were withdrawn, what rests on them becomes due and what a law obliges the
 * office to keep is kept apart (PIPA art. 21). An earlier consent that was renewed ends with the one that renewed it. Must be called
 * in a transaction; does nothing while the clock is known to be wrong. Returns how many purposes expired.
 */
export function sweepEndedConsents(
  { database, vault, clock }: { database: Database; vault: DataKeys; clock: Clock },
  today: string,
): number {
  if (clockIsTroubled(database, clock)) return 0;
  const over = database.all<{ consentId: string; purposeId: string; endsOn: string; personId: string }>(
    `SELECT e.consent_id AS consentId, e.purpose_id AS purposeId, e.ends_on AS endsOn, c.person_id AS personId
     FROM consent_ends e JOIN consents c ON c.id = e.consent_id WHERE e.ends_on < ? ORDER BY e.ends_on, e.consent_id`,
    [today],
  );
  let expired = 0;
  for (const { consentId, purposeId, endsOn, personId } of over) {
    for (const id of [consentId, ...renewedConsents(database, personId, purposeId)]) {
      if (!isInForce(consentStates(database, id).get(purposeId))) continue;
      enterConsentEvent(database, {
        id: randomUUID(),
        consentId: id,
        purposeId,
        type: 'expired',
        onDate: endsOn,
        recordedAt: instantText(clock.now()),
        userId: null,
      });
      endUnitOfPurpose({ database, vault, today }, id, purposeId, 'consent_expired', today);
      expired += 1;
    }
    database.run('DELETE FROM consent_ends WHERE consent_id = ? AND purpose_id = ?', [consentId, purposeId]);
  }
  if (expired > 0) {
    appendAuditEntry(database, clock, {
      code: 'collection.consents_expired',
      actor: null,
      about: { purposes: expired, on: today },
    });
  }
  return expired;
}
