import type { CapturedUnit } from '../../shared/contract/collection.ts';
import type { Language } from '../../shared/contract/fields.ts';
import { isSound } from '../../shared/domain/collection/attachment-type.ts';
import {
  type CheckedCapture,
  checkCapture,
  type ItemValue,
  type PurposeAnswer,
} from '../../shared/domain/collection/consent.ts';
import { type ConsentEvidence, checkTelephone } from '../../shared/domain/collection/consent-evidence.ts';
import { nameItemCode } from '../../shared/domain/collection/consent-form.ts';
import { checkGuardian, type Guardian } from '../../shared/domain/collection/guardian.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { canonicalJson } from '../../shared/domain/register/canonical-json.ts';
import { instantText } from '../clock.ts';
import type { Handler, WorkContext, WriteContext } from '../context.ts';
import { RuleReader } from '../retention/rule-reader.ts';
import { insertUnit, type NewUnit } from '../retention/unit-dates.ts';
import { removeAttachmentFile } from '../storage/attachment-file.ts';
import { randomBytes } from '../storage/cryptography.ts';
import type { Database } from '../storage/database.ts';
import { sealJson } from '../storage/sealed-json.ts';
import { keepAttachment } from './attachment.ts';
import { endDraft } from './capture-draft.ts';
import { enterAnswer } from './consent-event.ts';
import { type FormVersion, readFormVersion, readNotice, rulesOfFormVersion } from './consent-form.ts';
import { enterValidity } from './consent-validity.ts';
import { type ConsentSecrets, placeOfConsent, placeOfPerson, placeOfUnit } from './sealed-records.ts';
import { likelySamePeople } from './similar-people.ts';

/** A form version with all that a capture takes from it, so that many captures read it once. */
export interface ShownForm {
  readonly version: FormVersion;
  readonly notice: ReturnType<typeof readNotice>['notice'];
  readonly digest: string;
  readonly isKept: boolean;
  readonly rules: ReturnType<typeof rulesOfFormVersion>;
}

/** Throws Refusal `not_found`. */
export function readShownForm(context: WriteContext, formVersionId: string, language: Language): ShownForm {
  const version = readFormVersion(context.database, formVersionId);
  const rules = rulesOfFormVersion(context.database, version.id);
  return { version, rules, ...readNotice(context, version, language) };
}

/** What is kept of a consent, wherever it was taken. */
export interface GivenConsent {
  readonly language: Language;
  /** Null for a person who is new to the office. */
  readonly personId: string | null;
  readonly answers: readonly PurposeAnswer[];
  readonly values: readonly ItemValue[];
  readonly evidence: ConsentEvidence;
  readonly guardian: Guardian | null;
  readonly givenOn: string;
}

type Capture = Parameters<Handler<'collection.capture'>>[1];

/**
 * Refuses a form or a text that is not the one in force, a day that has not come, a child without a guardian, a call that cannot
 * have been, and somebody who is here already. The scans of a signed form, and the recording of a call, are kept in the same
 * transaction: there is no consent on paper without its paper.
 */
export const captureConsent: Handler<'collection.capture'> = (context, input) => {
  const { database, storage, session } = context;
  const form = readShownForm(context, input.formVersionId, input.language);
  if (!form.version.current) throw new Refusal('form_version_superseded');
  if (form.digest !== input.noticeDigest) throw new Refusal('notice_changed');
  if (input.givenOn > context.today) throw new Refusal('date_in_future', { field: 'givenOn' });
  checkPeople(context, form, input);

  const uploads = proofsOf(input.evidence).map((attachmentId) => {
    const upload = session.attachmentDesk.upload(attachmentId);
    if (upload.unitId !== null) throw new Refusal('attachment_upload_unknown');
    if (!upload.isChecked || upload.type === undefined) throw new Refusal('attachment_incomplete');
    // A signed form is seen, a call is heard.
    if (isSound(upload.type) !== (input.evidence.way === 'telephone'))
      throw new Refusal('attachment_of_another_kind');
    return upload;
  });
  try {
    const kept = database.transaction(() => {
      const saved = keepConsent(context, form, input);
      context.audit('collection.consent_captured', {
        consentId: saved.consentId,
        personId: saved.personId,
        formVersionId: form.version.id,
        way: input.evidence.way,
        units: saved.units.length,
        ...(input.guardian === null ? {} : { guardianVerifiedBy: input.guardian.verification.way }),
      });
      for (const upload of uploads) keepAttachment(context, upload, unitOfProofs(form, saved));
      if (input.draftId !== null) endDraft(context, input.draftId, 'saved');
      return saved;
    });
    for (const { attachmentId } of uploads) session.attachmentDesk.end(attachmentId);
    const { dataKeyId: _, ...answer } = kept;
    const refused = new Set(
      input.answers.filter(({ answer }) => answer === 'refused').map(({ purposeId }) => purposeId),
    );
    return {
      ...answer,
      refused: form.version.content.purposes
        .filter(({ id }) => refused.has(id))
        .map(({ id, name }) => ({ purposeId: id, purposeName: name })),
    };
  } catch (error) {
    // What is wrong with the form is found before any file is in its place, so the scans can be handed in again.
    if (!(error instanceof Refusal)) {
      for (const { attachmentId } of uploads) {
        session.attachmentDesk.end(attachmentId);
        removeAttachmentFile(storage.folder, attachmentId);
      }
    }
    throw error;
  }
};

/** The files that prove a consent: the scans of a signed form, the recording of a call. */
function proofsOf(evidence: Capture['evidence']): readonly string[] {
  if (evidence.way === 'paper') return evidence.scans;
  return evidence.way === 'telephone' ? (evidence.recordings ?? []) : [];
}

/** Throws Refusals of checkCapture, checkGuardian and checkTelephone, `person_looks_known`. */
function checkPeople(context: WorkContext, form: ShownForm, input: Capture): void {
  const { database, office, today, clock } = context;
  const { values, name } = checkCapture(form.version.content, input.answers, input.values);
  checkGuardian({
    jurisdiction: office.jurisdiction,
    values,
    givenOn: input.givenOn,
    today,
    isForChildren: form.version.content.children !== null,
    guardian: input.guardian,
  });
  const { evidence } = input;
  if (evidence.way === 'telephone') {
    const now = clock.now().toZonedDateTimeISO(office.timeZone).toPlainTime();
    checkTelephone(
      evidence,
      (staffNumber) => isStaff(database, staffNumber),
      input.givenOn === today ? now.toString({ smallestUnit: 'minute' }) : null,
    );
  }
  if (input.personId !== null) return;
  // Asked again at the last moment: somebody else may have saved the same person while this one was being asked.
  const likely = likelySamePeople(context, form.version.content, { name, values });
  if (likely.some((personId) => !input.otherThan.includes(personId)))
    throw new Refusal('person_looks_known', { field: `values.${nameItemCode}` });
}

function isStaff(database: Database, staffNumber: number): boolean {
  return (
    database.value('SELECT 1 FROM users WHERE staff_number = ? AND removed_at IS NULL', [staffNumber]) !==
    undefined
  );
}

/** A signed sheet or a recorded call proves the whole consent; it stands with the purpose that the consent cannot be without. See decision 0071. */
function unitOfProofs({ version }: ShownForm, kept: KeptConsent) {
  const essential = new Set(
    version.content.purposes.filter(({ kind }) => kind === 'essential').map(({ id }) => id),
  );
  const unit = kept.units.find(({ purposeId }) => essential.has(purposeId)) ?? kept.units[0];
  if (unit === undefined) throw new Error('a consent that keeps nothing');
  return { unitId: unit.unitId, personId: kept.personId, dataKeyId: kept.dataKeyId };
}

export interface KeptConsent {
  readonly personId: string;
  readonly dataKeyId: string;
  readonly consentId: string;
  readonly receiptCode: string;
  readonly units: CapturedUnit[];
}

/**
 * Keeps a consent: the person (name alone), the evidence (text shown, answers, way) and, for each purpose that was agreed
 * to or needs no consent, a record unit with the items collected for it under that purpose's retention rule. In a transaction; the
 * caller enters the deed in the audit log; whoever keeps many consents gives one reader of rules for all, and what they have checked already.
 */
export function keepConsent(
  context: WriteContext,
  form: ShownForm,
  consent: GivenConsent,
  {
    rules: ruleReader = new RuleReader(context.database),
    checked = checkCapture(form.version.content, consent.answers, consent.values),
  }: { rules?: RuleReader; checked?: CheckedCapture } = {},
): KeptConsent {
  const { database, vault, actor, office, clock } = context;
  const { version, digest, rules } = form;
  const { evidence, guardian } = consent;
  const { inEffect, name, values } = checked;

  const person = consent.personId === null ? addPerson() : knownPerson(consent.personId);
  keepNotice(database, form);
  const consentId = context.newId();
  const now = instantText(clock.now());
  const receiptCode = randomBytes(16).toString('hex');
  const secrets: ConsentSecrets = { answers: [...consent.answers], evidence, guardian, receiptCode };
  database.run(
    `INSERT INTO consents
       (id, person_id, form_version_id, language, notice_digest, given_on, way, sealed, captured_at, captured_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      consentId,
      person.id,
      version.id,
      consent.language,
      digest,
      consent.givenOn,
      evidence.way,
      sealJson(vault, person.dataKeyId, placeOfConsent(consentId), secrets),
      now,
      actor.id,
    ],
  );
  for (const { purposeId, answer } of consent.answers) {
    enterAnswer(database, {
      id: context.newId(),
      consentId,
      purposeId,
      type: answer,
      onDate: consent.givenOn,
      recordedAt: now,
      userId: actor.id,
    });
  }

  const units: CapturedUnit[] = [];
  for (const purpose of version.content.purposes) {
    if (!inEffect.has(purpose.id)) continue;
    const rule = rules.get(purpose.retentionRuleId);
    if (rule === undefined) throw new Error('a published form without its rule');
    const codes = new Set(purpose.items.map((item) => item.code));
    // The name stands with the person, once; everything else stands with the purpose it was collected for.
    const own = values.filter(({ itemCode }) => codes.has(itemCode) && itemCode !== nameItemCode);
    const unitId = context.newId();
    const newUnit: NewUnit = {
      id: unitId,
      officeId: office.id,
      personId: person.id,
      consentId,
      purposeId: purpose.id,
      ruleVersionId: rule.ruleVersionId,
      collectedOn: consent.givenOn,
      sealed: sealJson(vault, person.dataKeyId, placeOfUnit(unitId), { values: own }),
    };
    const due = insertUnit(database, newUnit, ruleReader);
    units.push({ unitId, purposeId: purpose.id, purposeName: purpose.name, state: 'active', due });
  }
  enterValidity(context, {
    consentId,
    personId: person.id,
    isNewPerson: consent.personId === null,
    formVersionId: version.id,
    content: version.content,
    given: new Set(
      consent.answers.flatMap(({ purposeId, answer }) => (answer === 'given' ? [purposeId] : [])),
    ),
    givenOn: consent.givenOn,
  });
  return { personId: person.id, dataKeyId: person.dataKeyId, consentId, receiptCode, units };

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
function keepNotice(database: Database, { digest, notice, isKept }: ShownForm): void {
  if (isKept || database.value('SELECT 1 FROM consent_notices WHERE digest = ?', [digest]) !== undefined)
    return;
  database.run('INSERT INTO consent_notices (digest, content) VALUES (?, ?)', [
    digest,
    canonicalJson(notice),
  ]);
}
