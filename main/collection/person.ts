import type { PersonConsent } from '../../shared/contract/collection.ts';
import type { ConsentEventType } from '../../shared/domain/collection/consent.ts';
import type { ConsentWay } from '../../shared/domain/collection/consent-evidence.ts';
import { askedPurposes, restsOnConsent } from '../../shared/domain/collection/consent-form.ts';
import { consentNotice } from '../../shared/domain/collection/consent-notice.ts';
import type { GateReason } from '../../shared/domain/provision/gate.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { dueDateOf, type UnitFacts } from '../../shared/domain/retention/due-date.ts';
import type { Handlers, ReadContext } from '../context.ts';
import { usePerson, usePersonRecord } from '../provision/gate.ts';
import { presentUseLogPeriod } from '../provision/use-log-sweep.ts';
import { UnitReader } from '../retention/record-unit.ts';
import { openUnit } from '../retention/separate-retention.ts';
import { openJson } from '../storage/sealed-json.ts';
import { attachmentsOfPerson } from './attachment.ts';
import { readFormVersion } from './consent-form.ts';
import { correctionsOfPerson } from './correction.ts';
import { isMasked } from './masked-value.ts';
import { listPeople } from './people-directory.ts';
import { copiesOfPerson, recipientsOfPerson, usesOfPerson } from './person-history.ts';
import { requestsOfPerson } from './person-request.ts';
import { consentSecrets, personSecrets, placeOfConsent, placeOfPerson } from './sealed-records.ts';
import { suspensionOf, suspensionsInForce } from './suspension.ts';

interface ConsentRecord {
  id: string;
  person_id: string;
  form_version_id: string;
  language: 'en' | 'ko';
  given_on: string;
  way: ConsentWay;
  sealed: Uint8Array;
}

interface UnitRecord {
  id: string;
  purpose_id: string;
  state: 'active' | 'separated' | 'ordered';
  rule_version_id: string;
  collected_on: string;
  retained_through: string | null;
  set_apart_on: string | null;
  held: number;
}

interface EventRecord {
  purpose_id: string;
  type: ConsentEventType;
  on_date: string;
  recorded_at: string;
  /** Null for what happened by the clock. */
  staff_number: number | null;
}

/** How many of the latest lines of the use log the page of a person shows. */
const usesShown = 100;

export const personHandlers: Pick<
  Handlers<'collection'>,
  'collection.listPeople' | 'collection.openPerson' | 'collection.openConsent'
> = {
  'collection.listPeople': listPeople,

  'collection.openPerson': (context, { personId, reason }) => {
    const { database, vault } = context;
    const person = database.get<{ sealed: Uint8Array }>('SELECT sealed FROM people WHERE id = ?', [personId]);
    if (person === undefined) throw new Refusal('not_found');
    const { name } = openJson(vault, placeOfPerson(personId), person.sealed, personSecrets);
    const withheld = usePerson(context, personId, { kind: 'read', purpose: reason });
    const consents = consentsOfPerson(context, personId, withheld);
    context.audit('collection.person_opened', { personId, reason });
    const uses = usesOfPerson(context, personId, usesShown);
    return {
      personId,
      name,
      consents,
      attachments: attachmentsOfPerson(context, personId),
      requests: requestsOfPerson(context, personId),
      suspensions: suspensionsInForce(database, personId),
      corrections: correctionsOfPerson(context, personId),
      recipients: recipientsOfPerson(context, personId),
      copies: copiesOfPerson(database, personId),
      uses: uses.uses,
      usesTotal: uses.total,
      usesKeptFor: presentUseLogPeriod(database),
    };
  },

  'collection.openConsent': (context, { consentId, reason }) => {
    const { database, vault } = context;
    const consent = database.get<ConsentRecord & { notice: string }>(
      `SELECT c.id, c.person_id, c.form_version_id, c.language, c.given_on, c.way, c.sealed, n.content AS notice
       FROM consents c JOIN consent_notices n ON n.digest = c.notice_digest WHERE c.id = ?`,
      [consentId],
    );
    if (consent === undefined) throw new Refusal('not_found');
    usePersonRecord(context, consent.person_id, reason);
    const secrets = openJson(vault, placeOfConsent(consentId), consent.sealed, consentSecrets);
    const { content } = readFormVersion(database, consent.form_version_id);
    context.audit('collection.consent_opened', { consentId, personId: consent.person_id, reason });
    return {
      consentId,
      givenOn: consent.given_on,
      notice: consentNotice.parse(JSON.parse(consent.notice)),
      answers: askedPurposes(content).map((purpose) => ({
        purposeId: purpose.id,
        name: purpose.name,
        answer: secrets.answers.find((answer) => answer.purposeId === purpose.id)?.answer ?? 'refused',
      })),
      evidence: secrets.evidence,
      guardian: secrets.guardian,
      receiptCode: secrets.receiptCode,
    };
  },
};

type Reader = Pick<ReadContext, 'database' | 'vault' | 'today'>;

/**
 * Every consent of a person, the newest first, with what is kept for it.
 * @param withheld by unit, why its values are not to be shown; see provision/gate.ts
 */
export function consentsOfPerson(
  context: Reader,
  personId: string,
  withheld: ReadonlyMap<string, GateReason | null>,
): PersonConsent[] {
  return context.database
    .all<ConsentRecord>(
      'SELECT id, person_id, form_version_id, language, given_on, way, sealed FROM consents WHERE person_id = ? ORDER BY given_on DESC, captured_at DESC',
      [personId],
    )
    .map((consent) => consentOfPerson(context, consent, withheld));
}

/** What would be known if the consent were withdrawn on a day, unless it has been already. */
function withdrawnBy(facts: UnitFacts, on: string): UnitFacts {
  const withdrawal = { kind: 'consent_withdrawn', event: null, on } as const;
  if (facts.happenings.some(({ kind }) => kind === withdrawal.kind)) return facts;
  return { ...facts, happenings: [...facts.happenings, withdrawal] };
}

function consentOfPerson(
  { database, vault, today }: Reader,
  consent: ConsentRecord,
  withheld: ReadonlyMap<string, GateReason | null>,
): PersonConsent {
  const version = readFormVersion(database, consent.form_version_id);
  const reader = new UnitReader(database);
  const units = database.all<UnitRecord>(
    `SELECT u.id, u.purpose_id, u.state, u.rule_version_id, u.collected_on, u.retained_through, u.set_apart_on,
       EXISTS (SELECT 1 FROM hold_units JOIN holds ON holds.id = hold_id
               WHERE unit_id = u.id AND released_at IS NULL) AS held
     FROM record_units u WHERE u.consent_id = ?`,
    [consent.id],
  );
  const events = database.all<EventRecord>(
    `SELECT e.purpose_id, e.type, e.on_date, e.recorded_at, s.staff_number FROM consent_events e
     LEFT JOIN users s ON s.id = e.user_id WHERE e.consent_id = ? ORDER BY e.recorded_at, e.sequence`,
    [consent.id],
  );
  const stateOf = new Map(events.map((event) => [event.purpose_id, event.type]));
  return {
    consentId: consent.id,
    formVersionId: version.id,
    formTitle: version.content.title,
    formVersion: version.version,
    givenOn: consent.given_on,
    language: consent.language,
    way: consent.way,
    purposes: version.content.purposes.map((purpose) => {
      const unit = units.find((candidate) => candidate.purpose_id === purpose.id);
      const itemOf = new Map(purpose.items.map((item) => [item.code, item]));
      const kept = unit === undefined ? null : reader.facts(unit);
      const reason = unit === undefined ? null : (withheld.get(unit.id) ?? null);
      const values =
        unit === undefined || reason !== null ? [] : openUnit({ database, vault }, unit.id).values;
      return {
        purposeId: purpose.id,
        name: purpose.name,
        state: restsOnConsent(purpose) ? (stateOf.get(purpose.id) ?? 'refused') : 'not_asked',
        suspendedSince: suspensionOf(database, consent.person_id, purpose.id)?.since ?? null,
        endsOn:
          database.value<string>('SELECT ends_on FROM consent_ends WHERE consent_id = ? AND purpose_id = ?', [
            consent.id,
            purpose.id,
          ]) ?? null,
        unit:
          unit === undefined || kept === null
            ? null
            : {
                unitId: unit.id,
                state: unit.state,
                due: dueDateOf(kept.rules, kept.facts),
                dueIfWithdrawn: dueDateOf(kept.rules, withdrawnBy(kept.facts, today)),
                held: unit.held === 1,
              },
        withheld: reason,
        values: values.flatMap(({ itemCode, value }) => {
          const item = itemOf.get(itemCode);
          if (item === undefined) return [];
          const { label, sensitivity } = item;
          return [{ itemCode, label, sensitivity, value: isMasked(item) ? null : value }];
        }),
      };
    }),
    renewOn:
      version.current || ![...stateOf.values()].includes('given')
        ? null
        : (database.value<string>(
            'SELECT id FROM consent_form_versions WHERE form_id = ? ORDER BY version DESC LIMIT 1',
            [version.formId],
          ) ?? null),
    events: events.map((event) => ({
      purposeId: event.purpose_id,
      type: event.type,
      on: event.on_date,
      recordedAt: event.recorded_at,
      staffNumber: event.staff_number,
    })),
  };
}
