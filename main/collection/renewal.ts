import type { Handler } from '../context.ts';
import { openJson } from '../storage/sealed-json.ts';
import { readFormVersion } from './consent-form.ts';
import { renewalsDue } from './renewals-due.ts';
import { personSecrets, placeOfPerson } from './sealed-records.ts';

interface RenewalRecord {
  consent_id: string;
  person_id: string;
  form_version_id: string;
  language: 'en' | 'ko';
  given_on: string;
  purpose_ids: string;
  sealed: Uint8Array;
}

/** Names as on every list of people; what is kept of them is opened on the person's own page, for a reason. */
export const listRenewals: Handler<'collection.listRenewals'> = (
  { database, vault },
  { formId, limit, offset },
) => {
  const due = `${renewalsDue} AND (:formId IS NULL OR n.form_id = :formId)`;
  const rows = database.all<RenewalRecord>(
    `SELECT d.*, p.sealed FROM (
       SELECT c.id AS consent_id, c.person_id, c.form_version_id, c.language, c.given_on,
         json_group_array(DISTINCT r.purpose_id) AS purpose_ids ${due} GROUP BY c.id) d
     JOIN people p ON p.id = d.person_id
     ORDER BY d.given_on, d.consent_id LIMIT :limit OFFSET :offset`,
    { formId, limit, offset },
  );
  return {
    total: database.value<number>(`SELECT count(DISTINCT c.id) ${due}`, { formId }) ?? 0,
    renewals: rows.map((row) => {
      const { content, version } = readFormVersion(database, row.form_version_id);
      const changed = new Set<unknown>(JSON.parse(row.purpose_ids));
      return {
        personId: row.person_id,
        name: openJson(vault, placeOfPerson(row.person_id), row.sealed, personSecrets).name,
        consentId: row.consent_id,
        formTitle: content.title,
        formVersion: version,
        givenOn: row.given_on,
        language: row.language,
        purposes: content.purposes
          .filter((purpose) => changed.has(purpose.id))
          .map((purpose) => ({ purposeId: purpose.id, name: purpose.name })),
      };
    }),
  };
};
