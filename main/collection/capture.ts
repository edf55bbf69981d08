import type { CapturedUnit } from '../../shared/contract/collection.ts';
import type { Language } from '../../shared/contract/fields.ts';
import { checkCapture } from '../../shared/domain/collection/consent.ts';
import { nameItemCode } from '../../shared/domain/collection/consent-form.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { canonicalJson } from '../../shared/domain/register/canonical-json.ts';
import { dueDateOf } from '../../shared/domain/retention/due-date.ts';
import { instantText } from '../clock.ts';
import type { Handler, WriteContext } from '../context.ts';
import { randomBytes } from '../storage/cryptography.ts';
import type { Database } from '../storage/database.ts';
import { sealJson } from '../storage/sealed-json.ts';
import { appendConsentEvent } from './consent-event.ts';
import { type FormVersion, readFormVersion, readNotice, rulesOfFormVersion } from './consent-form.ts';
import { placeOfConsent, placeOfPerson, placeOfUnit } from './sealed-records.ts';

type Capture = Parameters<Handler<'collection.capture'>>[1];

/** A form version with all that a capture takes from it, so that many captures read it once. */
export interface ShownForm {
  readonly version: FormVersion;
  readonly notice: ReturnType<typeof readNotice>['notice'];
  readonly digest: string;
  readonly rules: ReturnType<typeof rulesOfFormVersion>;
}

/** Throws Refusal `not_found`. */
export function readShownForm(context: WriteContext, formVersionId: string, language: Language): ShownForm {
  const version = readFormVersion(context.database, formVersionId);
  const rules = rulesOfFormVersion(context.database, version.id);
  return { version, rules, ...readNotice(context, version, language) };
}

/** Refuses a form or a text that is not the one in force, and a day that has not come. */
export const captureConsent: Handler<'collection.capture'> = (context, input) => {
  const form = readShownForm(context, input.formVersionId, input.language);
  if (!form.version.current) throw new Refusal('form_version_superseded');
  if (form.digest !== input.noticeDigest) throw new Refusal('notice_changed');
  if (input.givenOn > context.today) throw new Refusal('date_in_future', { field: 'givenOn' });
  return keepConsent(context, form, input);
};

/**
 * Keeps a consent: the person (name alone), the evidence (text shown, answers, signature) and, for each purpose that was agreed
 * to or needs no consent, a record unit with the items collected for it under that purpose's retention rule.
 */
export function keepConsent(context: WriteContext, form: ShownForm, input: Capture) {
  const { database, vault, actor, office, clock } = context;
  const { version, digest, rules } = form;
  const { inEffect, name } = checkCapture(version.content, input.answers, input.values);

  const person = input.personId === null ? addPerson() : knownPerson(input.personId);
  keepNotice(database, form);
  const consentId = context.newId();
  const now = instantText(clock.now());
  const receiptCode = randomBytes(16).toString('hex');
  database.run(
    `INSERT INTO consents (id, person_id, form_version_id, language, notice_digest, given_on, sealed, captured_at, captured_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      consentId,
      person.id,
      version.id,
      input.language,
      digest,
      input.givenOn,
      sealJson(vault, person.dataKeyId, placeOfConsent(consentId), {
        answers: input.answers,
        signature: input.signature,
        receiptCode,
      }),
      now,
      actor.id,
    ],
  );
  for (const { purposeId, answer } of input.answers) {
    appendConsentEvent(context, { consentId, purposeId, type: answer, onDate: input.givenOn });
  }

  const units: CapturedUnit[] = [];
  for (const purpose of version.content.purposes) {
    if (!inEffect.has(purpose.id)) continue;
    const rule = rules.get(purpose.retentionRuleId);
    if (rule === undefined) throw new Error('a published form without its rule');
    const codes = new Set(purpose.items.map((item) => item.code));
    // The name stands with the person, once; everything else stands with the purpose it was collected for.
    const values = input.values.filter(({ itemCode }) => codes.has(itemCode) && itemCode !== nameItemCode);
    const due = dueDateOf(rule.content, input.givenOn, null);
    const unitId = context.newId();
    database.run(
      `INSERT INTO record_units
         (id, office_id, person_id, consent_id, purpose_id, rule_version_id, state, triggered_on, kept_through, due_on, sealed)
       VALUES (?, ?, ?, ?, ?, ?, 'active', ?, ?, ?, ?)`,
      [
        unitId,
        office.id,
        person.id,
        consentId,
        purpose.id,
        rule.ruleVersionId,
        due.triggeredOn,
        due.keptThrough,
        due.dueOn,
        sealJson(vault, person.dataKeyId, placeOfUnit(unitId), { values }),
      ],
    );
    units.push({ unitId, purposeId: purpose.id, purposeName: purpose.name, state: 'active', due });
  }
  context.audit('collection.consent_captured', {
    consentId,
    personId: person.id,
    formVersionId: version.id,
    units: units.length,
  });
  return { personId: person.id, consentId, receiptCode, units };

  function addPerson() {
    const id = context.newId();
    const dataKeyId = vault.addDataKey();
    database.run('INSERT INTO people (id, office_id, data_key_id, sealed) VALUES (?, ?, ?, ?)', [
      id,
      office.id,
      dataKeyId,
      sealJson(vault, dataKeyId, placeOfPerson(id), { name }),
    ]);
    return { id, dataKeyId };
  }

  function knownPerson(personId: string) {
    const dataKeyId = database.value<string>('SELECT data_key_id FROM people WHERE id = ?', [personId]);
    if (dataKeyId === undefined) throw new Refusal('not_found');
    return { id: personId, dataKeyId };
  }
}

/** The exact text shown stays with the consent: by its digest, so that a text shown to thousands is kept once. */
function keepNotice(database: Database, { digest, notice }: ShownForm): void {
  database.run(
    'INSERT INTO consent_notices (digest, content) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING',
    [digest, canonicalJson(notice)],
  );
}
