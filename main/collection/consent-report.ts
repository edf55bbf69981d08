import type { ConsentEventType } from '../../shared/domain/collection/consent.ts';
import type { ConsentFormContent } from '../../shared/domain/collection/consent-form.ts';
import { PurposeNames } from '../provision/purpose-names.ts';
import { type ReportSource, saidAs, sqlSource } from '../register/report-source.ts';
import { readFormVersion } from './consent-form.ts';

interface Row {
  key: string;
  form_version_id: string;
  given_on: string;
  purpose_id: string;
  type: ConsentEventType;
  on_date: string;
  ends_on: string | null;
}

const agreed = "e.type IN ('given', 'renewed')";

/** What every consent says about every purpose now. Whose it is, is not read: only an export with a reason names people. */
export const consentReport: ReportSource = sqlSource<Row>({
  // From the newest consent on, which needs no sorting.
  from: 'consents c CROSS JOIN consent_events e ON e.consent_id = c.id',
  fromByKey: 'consent_events e CROSS JOIN consents c ON c.id = e.consent_id',
  key: 'e.id',
  columns: `c.form_version_id, c.given_on, e.purpose_id, e.type, e.on_date,
    (SELECT ends_on FROM consent_ends x WHERE x.consent_id = c.id AND x.purpose_id = e.purpose_id) AS ends_on`,
  order: 'c.given_on DESC, c.rowid DESC, e.purpose_id',
  always:
    'e.sequence = (SELECT max(sequence) FROM consent_events l WHERE l.consent_id = e.consent_id AND l.purpose_id = e.purpose_id)',
  where: {
    from: 'c.given_on >= :from',
    to: 'c.given_on <= :to',
    purposeId: 'e.purpose_id = :purposeId',
  },
  states: {
    given: "e.type = 'given'",
    refused: "e.type = 'refused'",
    renewed: "e.type = 'renewed'",
    withdrawn: "e.type = 'withdrawn'",
    expired: "e.type = 'expired'",
  },
  cells: ({ database }) => {
    const versions = new Map<string, { version: number; content: ConsentFormContent }>();
    const purposes = new PurposeNames(database);
    return (row) => {
      const version = versions.get(row.form_version_id) ?? readFormVersion(database, row.form_version_id);
      versions.set(row.form_version_id, version);
      return [
        row.given_on,
        version.content.title,
        version.version,
        purposes.of(row.purpose_id),
        saidAs(`collection.state.${row.type}`),
        row.on_date,
        row.ends_on,
      ];
    };
  },
  charts: [
    {
      key: 'answers_by_state',
      kind: 'kinds',
      label: 'e.type',
      name: () => (type) => saidAs(`collection.state.${type as ConsentEventType}`),
    },
    {
      key: 'agreed_by_purpose',
      kind: 'kinds',
      label: 'e.purpose_id',
      where: agreed,
      name: ({ database }) => {
        const purposes = new PurposeNames(database);
        return (purposeId) => purposes.of(purposeId);
      },
    },
  ],
});

/** Whose consents these rows are, by row; rows that are gone are left out. */
export function peopleOfConsentRows(
  database: Parameters<ReportSource['rows']>[0]['database'],
  keys: readonly string[],
): Map<string, string> {
  return new Map(
    database
      .all<{ key: string; person_id: string }>(
        `SELECT e.id AS key, c.person_id FROM consent_events e JOIN consents c ON c.id = e.consent_id
         WHERE e.id IN (SELECT value FROM json_each(?))`,
        [JSON.stringify(keys)],
      )
      .map(({ key, person_id }) => [key, person_id]),
  );
}
