import type { ReadDatabase } from '../storage/database.ts';

/**
 * Consents that have to be renewed: agreed to on a version of a form, to a purpose of which a later version tells other facts, and
 * neither withdrawn, renewed nor asked anew since. What is destroyed or kept apart is used for nothing, so nothing is asked for it.
 *
 * Begins with the purposes that changed, of which there are few: an office whose forms never changed pays nothing.
 */
export const renewalsDue = `
  FROM form_version_renewals r
  CROSS JOIN consent_form_versions n ON n.id = r.form_version_id
  CROSS JOIN consent_form_versions v ON v.form_id = n.form_id AND v.version < n.version
  CROSS JOIN consents c ON c.form_version_id = v.id
  CROSS JOIN record_units u ON u.consent_id = c.id AND u.purpose_id = r.purpose_id AND u.state = 'active'
  CROSS JOIN consent_events e ON e.consent_id = c.id AND e.purpose_id = r.purpose_id
    AND e.sequence = (SELECT max(sequence) FROM consent_events l WHERE l.consent_id = c.id AND l.purpose_id = r.purpose_id)
  WHERE e.type IN ('given', 'renewed') AND NOT (e.type = 'renewed' AND e.recorded_at >= n.published_at)
    AND NOT EXISTS (SELECT 1 FROM consents a JOIN consent_form_versions w ON w.id = a.form_version_id
                    WHERE a.person_id = c.person_id AND w.form_id = n.form_id AND w.version >= n.version)`;

/** @param formId null: of every form */
export function countPeopleToRenew(database: ReadDatabase, formId: string | null): number {
  return (
    database.value<number>(
      `SELECT count(DISTINCT c.person_id) ${renewalsDue} AND (:formId IS NULL OR n.form_id = :formId)`,
      { formId },
    ) ?? 0
  );
}

/** As if a version were published now that changes what is told of these purposes. */
export function countPeopleToRenewWith(
  database: ReadDatabase,
  formId: string,
  purposeIds: ReadonlySet<string>,
): number {
  return (
    database.value<number>(
      `SELECT count(*) FROM (
         SELECT c.person_id ${renewalsDue} AND n.form_id = :formId
         UNION
         SELECT c.person_id FROM consent_form_versions v
         JOIN consents c ON c.form_version_id = v.id
         JOIN record_units u ON u.consent_id = c.id AND u.state = 'active'
         JOIN consent_events e ON e.consent_id = c.id AND e.purpose_id = u.purpose_id
           AND e.sequence = (SELECT max(sequence) FROM consent_events l WHERE l.consent_id = c.id AND l.purpose_id = u.purpose_id)
         WHERE v.form_id = :formId AND e.type IN ('given', 'renewed')
           AND u.purpose_id IN (SELECT value FROM json_each(:purposeIds)))`,
      { formId, purposeIds: JSON.stringify([...purposeIds]) },
    ) ?? 0
  );
}
