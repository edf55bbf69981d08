import type { CapturedUnit } from '../../shared/contract/collection.ts';
import { isInForce } from '../../shared/domain/collection/consent.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Handler, WriteContext } from '../context.ts';
import { recallWhatEnded } from '../provision/recall-cascade.ts';
import { endPurpose } from '../retention/separate-retention.ts';
import { appendConsentEvent, consentStates, renewedConsents } from './consent-event.ts';
import { readFormVersion } from './consent-form.ts';

/**
 * Withdraws purposes of a consent (PIPA art. 37(1), GDPR art. 7(3)). What rests on the consent alone becomes due today; what a
 * law obliges the office to keep is retained separately until that obligation ends (PIPA art. 21(3)).
 */
export const withdrawConsent: Handler<'collection.withdraw'> = (context, { consentId, purposeIds }) => ({
  units: withdrawPurposes(context, consentId, purposeIds),
});

/** Everything a person agreed to and has not withdrawn, in one go. Throws Refusal `purpose_not_given` where there is nothing. */
export const withdrawAllOfPerson: Handler<'collection.withdrawAll'> = (context, { personId }) => {
  const { database } = context;
  const consents = database.all<{ id: string }>(
    'SELECT id FROM consents WHERE person_id = ? ORDER BY given_on, captured_at',
    [personId],
  );
  if (consents.length === 0) throw new Refusal('not_found');
  const units: CapturedUnit[] = [];
  let purposes = 0;
  for (const { id } of consents) {
    const given = [...consentStates(database, id)].flatMap(([purposeId, state]) =>
      isInForce(state) ? [purposeId] : [],
    );
    if (given.length === 0) continue;
    purposes += given.length;
    units.push(...withdrawPurposes(context, id, given));
  }
  if (purposes === 0) throw new Refusal('purpose_not_given');
  return { purposes, units };
};

/**
 * Lets purposes of a consent expire by hand: the time it was given for, or what it was given for, is over, and nobody withdrew it.
 * What becomes of the data is the same as when the calendar does it (`sweepEndedConsents`).
 * @throws Refusal date_in_future, consent_ended_before_given, purpose_not_given
 */
export const expireConsent: Handler<'collection.expire'> = (context, { consentId, purposeIds, endedOn }) => {
  const { database, today } = context;
  if (endedOn > today) throw new Refusal('date_in_future', { field: 'endedOn' });
  const givenOn = database.value<string>('SELECT given_on FROM consents WHERE id = ?', [consentId]);
  if (givenOn !== undefined && endedOn < givenOn)
    throw new Refusal('consent_ended_before_given', { field: 'endedOn' });
  return { units: endPurposes(context, consentId, purposeIds, { type: 'expired', on: endedOn }) };
};

function withdrawPurposes(
  context: WriteContext,
  consentId: string,
  purposeIds: readonly string[],
): CapturedUnit[] {
  return endPurposes(context, consentId, purposeIds, { type: 'withdrawn', on: context.today });
}

const consequences = {
  withdrawn: { kind: 'consent_withdrawn', audit: 'collection.consent_withdrawn' },
  expired: { kind: 'consent_expired', audit: 'collection.consent_expired' },
} as const;

function endPurposes(
  context: WriteContext,
  consentId: string,
  purposeIds: readonly string[],
  end: { readonly type: 'withdrawn' | 'expired'; readonly on: string },
): CapturedUnit[] {
  const { database } = context;
  const consent = database.get<{ form_version_id: string; person_id: string }>(
    'SELECT form_version_id, person_id FROM consents WHERE id = ?',
    [consentId],
  );
  if (consent === undefined) throw new Refusal('not_found');
  const { content } = readFormVersion(database, consent.form_version_id);
  const states = consentStates(database, consentId);
  const { kind, audit } = consequences[end.type];
  const units: CapturedUnit[] = [];
  for (const purposeId of new Set(purposeIds)) {
    const purpose = content.purposes.find((candidate) => candidate.id === purposeId);
    if (purpose === undefined || !isInForce(states.get(purposeId))) throw new Refusal('purpose_not_given');
    // An earlier consent that stands only because this one renewed it ends with it.
    for (const id of new Set([consentId, ...renewedConsents(database, consent.person_id, purposeId)])) {
      appendConsentEvent(context, { consentId: id, purposeId, type: end.type, onDate: end.on });
      const ended = endUnitOfPurpose(context, id, purposeId, kind, end.on);
      // Destroyed before it ended: the consent has ended all the same, and there is nothing left to make due.
      if (ended !== null) units.push({ ...ended, purposeId, purposeName: purpose.name });
    }
  }
  // What vendors and recipients hold of it has to come back or be destroyed too.
  recallWhatEnded(
    context,
    units.map(({ unitId }) => unitId),
  );
  context.audit(audit, { consentId, personId: consent.person_id, purposes: new Set(purposeIds).size });
  return units;
}

/**
 * What becomes of the record unit of a purpose whose consent ends on a day: what rests on it alone becomes due, what a law obliges
 * the office to keep is kept apart (PIPA arts. 21(3), 37(3)). Null where nothing is left.
 */
export function endUnitOfPurpose(
  context: Pick<WriteContext, 'database' | 'vault' | 'today'>,
  consentId: string,
  purposeId: string,
  kind: 'consent_withdrawn' | 'consent_expired',
  on: string,
): Pick<CapturedUnit, 'unitId' | 'state' | 'due'> | null {
  const unitId = context.database.value<string>(
    'SELECT id FROM record_units WHERE consent_id = ? AND purpose_id = ?',
    [consentId, purposeId],
  );
  if (unitId === undefined) return null;
  return { unitId, ...endPurpose(context, unitId, { kind, event: null, on }) };
}
