import type { UseAnomalyRow, UseRow } from '../../shared/contract/provision-uses.ts';
import type { TableCell } from '../../shared/domain/office/table-cell.ts';
import { anomaliesOf, type WatchedUse } from '../../shared/domain/provision/use-anomaly.ts';
import { createText } from '../../shared/text/messages.ts';
import type { Handlers, ReadContext } from '../context.ts';
import { documentHandler } from '../documents/document-handler.ts';
import { everyUse, readUses, useIdsOf } from './use-log.ts';

/** How far back the log is looked through; it is to be inspected every month (PIPA safety standard art. 8(2)). */
const daysLookedAt = 31;
/** Lines read at a time, so that an export of a year's log can be stopped and says how far it is. */
const linesAtOnce = 500;

/**
 * Whether something was done that the reason speaks of, by the same user within half a day. Serving a person and a legal duty may
 * end with looking.
 */
const hasTask = `CASE u.reason
  WHEN 'answer_request' THEN EXISTS (SELECT 1 FROM person_requests r WHERE r.person_id = u.person_id AND r.received_on <= substr(u.at, 1, 10))
    OR NOT EXISTS (SELECT 1 FROM people p WHERE p.id = u.person_id)
  WHEN 'correct_data' THEN EXISTS (SELECT 1 FROM corrections c WHERE c.person_id = u.person_id AND c.user_id = u.user_id
    AND abs(julianday(c.recorded_at) - julianday(u.at)) < 0.5)
    OR NOT EXISTS (SELECT 1 FROM people p WHERE p.id = u.person_id)
  WHEN 'manage_consent' THEN EXISTS (SELECT 1 FROM consents c JOIN consent_events e ON e.consent_id = c.id
    WHERE c.person_id = u.person_id AND e.user_id = u.user_id AND abs(julianday(e.recorded_at) - julianday(u.at)) < 0.5)
    OR NOT EXISTS (SELECT 1 FROM people p WHERE p.id = u.person_id)
  ELSE 1 END`;

function anomalies(
  context: Pick<ReadContext, 'database' | 'office' | 'clock'>,
): Map<string, UseAnomalyRow['anomalies']> {
  const { database, office, clock } = context;
  const since = clock
    .now()
    .subtract({ hours: 24 * daysLookedAt })
    .toString({ smallestUnit: 'millisecond' });
  const uses = database
    .all<Omit<WatchedUse, 'hasTask'> & { hasTask: number }>(
      `SELECT u.id AS useId, u.at, u.user_id AS userId, u.person_id AS personId, u.reason, ${hasTask} AS hasTask
       FROM data_uses u WHERE u.kind = 'read' AND u.deed_id IS NULL AND u.people > 0 AND u.at >= ? ORDER BY u.at, u.rowid`,
      [since],
    )
    .map((use) => ({ ...use, hasTask: use.hasTask === 1 }));
  return anomaliesOf(uses, office.timeZone);
}

export const useLogReviewHandlers: Pick<
  Handlers<'provision'>,
  'provision.listUseAnomalies' | 'provision.useLog'
> = {
  'provision.listUseAnomalies': (context, { limit, offset }) => {
    const found = anomalies(context);
    const ids = [...found.keys()].reverse();
    const page = ids.slice(offset, offset + limit);
    const lines = new Map(
      readUses(context, everyUse, page.length, 0, page).uses.map((use) => [use.useId, use]),
    );
    return {
      total: ids.length,
      uses: page.flatMap((useId) => {
        const use = lines.get(useId);
        return use === undefined ? [] : [{ ...use, anomalies: found.get(useId) ?? [] }];
      }),
    };
  },

  'provision.useLog': documentHandler(
    'provision.useLog',
    async (context, { filter }, { format, languages }) => {
      const asked = filter ?? everyUse;
      const ids = useIdsOf(context, asked);
      const text = createText(languages[0] ?? 'en');
      const { renderTableFile } = await import('../documents/table-file.ts');
      const heading = (name: 'at' | 'kind' | 'reason' | 'outcome' | 'person' | 'staff') =>
        text(`provision.uses.column.${name}`);
      const bytes = await renderTableFile(format, {
        sheetName: text('provision.uses.title'),
        timeZone: context.office.timeZone,
        columns: [
          { heading: heading('at'), kind: 'instant' },
          { heading: heading('staff'), kind: 'number' },
          { heading: heading('kind'), kind: 'text' },
          { heading: heading('reason'), kind: 'text' },
          { heading: text('provision.uses.column.people'), kind: 'number' },
          { heading: heading('person'), kind: 'text' },
          { heading: text('provision.uses.column.units'), kind: 'number' },
          { heading: heading('outcome'), kind: 'text' },
        ],
        rows: rows(),
      });
      return { bytes, fileName: 'ashbook-use-log', about: { lines: ids.length }, copy: null };

      async function* rows(): AsyncGenerator<TableCell[]> {
        for (let first = 0; first < ids.length; first += linesAtOnce) {
          context.progress('read_use_log', first, ids.length);
          await context.safePoint();
          const piece = ids.slice(first, first + linesAtOnce);
          for (const use of readUses(context, asked, piece.length, 0, piece).uses) yield cellsOf(use);
        }
      }

      function cellsOf(use: UseRow): TableCell[] {
        return [
          use.at,
          use.staffNumber,
          text(`provision.use_kind.${use.kind}`),
          use.reason === 'agreed_purpose'
            ? (use.purposeName?.[languages[0] ?? 'en'] ?? '')
            : text(`collection.use_reason.${use.reason}`),
          use.people,
          use.personId ?? '',
          use.units,
          [
            text(use.blocked ? 'provision.uses.result.blocked' : 'provision.uses.given'),
            ...use.refusals.map((code) => text(`provision.refusal.${code}`)),
          ].join(', '),
        ];
      }
    },
  ),
};
