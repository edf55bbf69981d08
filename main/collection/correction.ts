import type { CorrectionRow } from '../../shared/contract/collection-corrections.ts';
import { isValueFor, keptValue } from '../../shared/domain/collection/consent.ts';
import { nameItemCode } from '../../shared/domain/collection/consent-form.ts';
import { birthDateItemCode, isPossibleBirthDate } from '../../shared/domain/collection/guardian.ts';
import { checkMayAct } from '../../shared/domain/collection/person-request.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers, ReadContext, WriteContext } from '../context.ts';
import { usePersonRecord } from '../provision/gate.ts';
import { readRecipient } from '../provision/recipient.ts';
import { openVendor } from '../provision/vendor-record.ts';
import { heldAmong } from '../retention/hold.ts';
import { openUnit, storeUnit } from '../retention/separate-retention.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import { readFormVersion } from './consent-form.ts';
import { readRequest, standingOf } from './person-request-record.ts';
import { personSecrets, placeOfPerson } from './sealed-records.ts';

type Input = Parameters<Handlers<'collection'>['collection.correctItems']>[1];
type Correction = Input['corrections'][number];

export const correctionHandlers: Pick<
  Handlers<'collection'>,
  'collection.correctItems' | 'collection.tellRecipient'
> = {
  'collection.correctItems': (context, { personId, requestId, corrections }) => {
    const { database, today, actor, clock } = context;
    const person = database.get<{ dataKeyId: string; sealed: Uint8Array }>(
      'SELECT data_key_id AS dataKeyId, sealed FROM people WHERE id = ?',
      [personId],
    );
    if (person === undefined) throw new Refusal('not_found');
    if (requestId !== null) {
      const request = readRequest(database, requestId);
      if (request.person_id !== personId) throw new Refusal('not_found');
      checkMayAct(standingOf(request), 'correction');
    }
    const places = new Set(corrections.map(({ unitId, itemCode }) => `${unitId} ${itemCode}`));
    if (places.size !== corrections.length) throw new Refusal('item_given_twice');

    usePersonRecord(context, personId, 'correct_data');
    const byUnit = Map.groupBy(corrections, ({ unitId }) => unitId);
    for (const [unitId, changes] of byUnit) {
      if (unitId === null) correctName(context, personId, person, changes);
      else correctUnit(context, personId, person.dataKeyId, unitId, changes);
    }
    const made = corrections.map(({ unitId, itemCode }) => {
      const correctionId = context.newId();
      database.run(
        `INSERT INTO corrections (id, person_id, unit_id, item_code, request_id, corrected_on, recorded_at, user_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        [correctionId, personId, unitId, itemCode, requestId, today, instantText(clock.now()), actor.id],
      );
      // The name goes with everything; an item with what was given out for its purpose, and to third parties only if it was among
      // what they were provided with.
      database.run(
        `INSERT INTO correction_recipients (correction_id, given_out_id)
         SELECT :correctionId, h.id FROM hand_over_consents s JOIN hand_overs h ON h.id = s.hand_over_id
         LEFT JOIN record_units u ON u.consent_id = s.consent_id AND u.purpose_id = h.purpose_id
         WHERE s.person_id = :personId AND (:unitId IS NULL OR u.id = :unitId)
         UNION
         SELECT :correctionId, p.id FROM provision_consents s JOIN provisions p ON p.id = s.provision_id
         LEFT JOIN record_units u ON u.consent_id = s.consent_id AND u.purpose_id = p.purpose_id
         WHERE s.person_id = :personId AND EXISTS (SELECT 1 FROM json_each(p.item_codes) WHERE value = :itemCode)
           AND (:unitId IS NULL OR u.id = :unitId)`,
        { correctionId, personId, unitId, itemCode },
      );
      return correctionId;
    });
    context.audit('collection.items_corrected', {
      personId,
      items: corrections.length,
      ...(requestId === null ? {} : { requestId }),
    });
    return {
      corrections: correctionsOfPerson(context, personId).filter(({ correctionId }) =>
        made.includes(correctionId),
      ),
    };
  },

  'collection.tellRecipient': (context, { personId, givenOutId }) => {
    const { database, actor, today } = context;
    const told = database.run(
      `UPDATE correction_recipients SET told_on = ?, told_by = ? WHERE given_out_id = ? AND told_on IS NULL
         AND correction_id IN (SELECT id FROM corrections WHERE person_id = ?)`,
      [today, actor.id, givenOutId, personId],
    ).changes;
    if (told === 0) throw new Refusal('not_found');
    context.audit('collection.recipient_told', { personId, givenOutId, items: told });
    return { told };
  },
};

function correctName(
  { database, vault }: WriteContext,
  personId: string,
  person: { dataKeyId: string; sealed: Uint8Array },
  changes: readonly Correction[],
): void {
  for (const { itemCode, value } of changes) {
    if (itemCode !== nameItemCode) throw new Refusal('item_not_agreed', { field: 'corrections' });
    if (value === null) throw new Refusal('item_missing', { field: 'corrections' });
    if (!isValueFor({ valueType: 'name' }, value)) {
      throw new Refusal('item_malformed', { field: 'corrections' });
    }
    const secrets = openJson(vault, placeOfPerson(personId), person.sealed, personSecrets);
    database.run('UPDATE people SET sealed = ? WHERE id = ?', [
      sealJson(vault, person.dataKeyId, placeOfPerson(personId), { ...secrets, name: keptValue(value) }),
      personId,
    ]);
  }
}

/** @throws Refusal not_found, correction_unit_held, correction_unit_ordered, item_not_agreed, item_missing, item_malformed, birth_date_impossible */
function correctUnit(
  { database, vault }: WriteContext,
  personId: string,
  dataKeyId: string,
  unitId: string,
  changes: readonly Correction[],
): void {
  const unit = database.get<{
    purpose_id: string;
    state: string;
    form_version_id: string;
    given_on: string;
  }>(
    `SELECT u.purpose_id, u.state, c.form_version_id, c.given_on FROM record_units u JOIN consents c ON c.id = u.consent_id
     WHERE u.id = ? AND u.person_id = ?`,
    [unitId, personId],
  );
  if (unit === undefined) throw new Refusal('not_found');
  // What somebody ordered to be kept as it is, is kept as it is; what is being destroyed needs no mending.
  if (heldAmong(database, [unitId]).length > 0) throw new Refusal('correction_unit_held');
  if (unit.state === 'ordered') throw new Refusal('correction_unit_ordered');
  const { content } = readFormVersion(database, unit.form_version_id);
  const items = content.purposes.find(({ id }) => id === unit.purpose_id)?.items ?? [];
  const secrets = openUnit({ database, vault }, unitId);
  const values = new Map(secrets.values.map(({ itemCode, value }) => [itemCode, value]));
  for (const { itemCode, value } of changes) {
    const item = items.find(({ code }) => code === itemCode);
    // Correcting is not collecting: nothing is added that the person did not give.
    if (item === undefined || itemCode === nameItemCode || !values.has(itemCode)) {
      throw new Refusal('item_not_agreed', { field: `values.${itemCode}` });
    }
    if (value === null) {
      if (item.kind === 'required') throw new Refusal('item_missing', { field: `values.${itemCode}` });
      values.delete(itemCode);
      continue;
    }
    if (!isValueFor(item, value)) throw new Refusal('item_malformed', { field: `values.${itemCode}` });
    if (itemCode === birthDateItemCode && !isPossibleBirthDate(keptValue(value), unit.given_on))
      throw new Refusal('birth_date_impossible', { field: `values.${itemCode}` });
    values.set(itemCode, keptValue(value));
  }
  storeUnit({ database, vault }, unitId, dataKeyId, {
    ...secrets,
    values: [...values].map(([itemCode, value]) => ({ itemCode, value })),
  });
}

interface CorrectionRecord {
  id: string;
  unit_id: string | null;
  item_code: string;
  corrected_on: string;
  request_id: string | null;
  staff_number: number;
}

/** What was corrected of a person, the newest first, each with who had the old value. */
export function correctionsOfPerson(
  { database, vault }: Pick<ReadContext, 'database' | 'vault'>,
  personId: string,
): CorrectionRow[] {
  const labels = labelsOfPerson({ database }, personId);
  return database
    .all<CorrectionRecord>(
      `SELECT k.id, k.unit_id, k.item_code, k.corrected_on, k.request_id, s.staff_number
       FROM corrections k JOIN users s ON s.id = k.user_id WHERE k.person_id = ? ORDER BY k.recorded_at DESC, k.id`,
      [personId],
    )
    .map((row) => ({
      correctionId: row.id,
      unitId: row.unit_id,
      itemCode: row.item_code,
      label: labels.get(row.item_code) ?? { en: row.item_code, ko: row.item_code },
      correctedOn: row.corrected_on,
      requestId: row.request_id,
      staffNumber: row.staff_number,
      recipients: recipientsOf({ database, vault }, row.id),
    }));
}

/** Who had the former value: vendors and third parties, in the order in which they were given it. */
function recipientsOf(
  reader: Pick<ReadContext, 'database' | 'vault'>,
  correctionId: string,
): CorrectionRow['recipients'] {
  const { database, vault } = reader;
  const vendors = database
    .all<{ id: string; vendor_id: string; sealed: Uint8Array; on: string; told_on: string | null }>(
      `SELECT h.id, v.id AS vendor_id, v.sealed, h.handed_over_on AS "on", r.told_on FROM correction_recipients r
       JOIN hand_overs h ON h.id = r.given_out_id JOIN vendors v ON v.id = h.vendor_id WHERE r.correction_id = ?`,
      [correctionId],
    )
    .map(({ id, vendor_id: vendorId, sealed, on, told_on: toldOn }) => ({
      givenOutId: id,
      kind: 'vendor' as const,
      name: openVendor(vault, { id: vendorId, sealed }).name,
      givenOutOn: on,
      toldOn,
    }));
  const thirdParties = database
    .all<{ id: string; recipient_id: string; on: string; told_on: string | null }>(
      `SELECT p.id, p.recipient_id, p.provided_on AS "on", r.told_on FROM correction_recipients r
       JOIN provisions p ON p.id = r.given_out_id WHERE r.correction_id = ?`,
      [correctionId],
    )
    .map(({ id, recipient_id: recipientId, on, told_on: toldOn }) => ({
      givenOutId: id,
      kind: 'third_party' as const,
      name: readRecipient(reader, recipientId).name,
      givenOutOn: on,
      toldOn,
    }));
  return [...vendors, ...thirdParties].sort(
    (one, other) =>
      one.givenOutOn.localeCompare(other.givenOutOn) || one.givenOutId.localeCompare(other.givenOutId),
  );
}

/** What the items are called on the forms the person agreed on. */
function labelsOfPerson({ database }: Pick<ReadContext, 'database'>, personId: string) {
  const versions = database.all<{ id: string }>(
    'SELECT DISTINCT form_version_id AS id FROM consents WHERE person_id = ?',
    [personId],
  );
  return new Map(
    versions.flatMap(({ id }) =>
      readFormVersion(database, id).content.purposes.flatMap((purpose) =>
        purpose.items.map((item) => [item.code, item.label] as const),
      ),
    ),
  );
}
