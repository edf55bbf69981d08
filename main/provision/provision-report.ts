import type { ReportFilter } from '../../shared/contract/register-reports.ts';
import { formatDate } from '../../shared/text/format.ts';
import {
  barsOf,
  everyMonth,
  inBoth,
  listSource,
  type ReportContext,
  type ReportSource,
  saidAs,
} from '../register/report-source.ts';
import { readLedger } from './provision.ts';

type Provision = ReturnType<typeof readLedger>[number];

function stateOf({ how, keptUntil }: Provision, today: string): 'out' | 'overdue' | 'ended' {
  if (how !== null && how !== 'lost') return 'ended';
  return keptUntil !== null && keptUntil < today ? 'overdue' : 'out';
}

function readProvisions(context: ReportContext, filter: ReportFilter): Provision[] {
  return readLedger(context, filter.from, filter.to).filter(
    (provision) =>
      (filter.purposeId === null || provision.purposeId === filter.purposeId) &&
      (filter.state === null || stateOf(provision, context.today) === filter.state),
  );
}

/** What has to be entered of each provision (PIPA Decree art. 15). It names recipients and counts, nobody whose data it was. */
export const provisionReport: ReportSource = listSource({
  read: (context, filter) =>
    readProvisions(context, filter).map((row) => ({
      key: row.provisionId,
      cells: [
        row.fileName,
        row.recipientName,
        row.recipientPurpose,
        saidAs(`documents.ledger.basis.${row.consentKind}`),
        inBoth((_, language) => row.items.map((item) => item[language]).join(', ')),
        inBoth((text, language) =>
          text('documents.ledger.when_text', {
            date: formatDate(row.providedOn, language),
            cycle: text(`documents.ledger.cycle.${row.cycle}`),
            until:
              row.keptUntil === null ? text('documents.ledger.no_end') : formatDate(row.keptUntil, language),
            people: row.people,
          }),
        ),
        inBoth((text) =>
          text('documents.ledger.form_text', {
            way: text(`provision.way.${row.way}`),
            encrypted: text(
              row.isEncrypted ? 'provision.hand_overs.encrypted' : 'provision.hand_overs.not_encrypted',
            ),
          }),
        ),
        row.restrictions === '' ? saidAs('documents.none') : row.restrictions,
        row.people,
        saidAs(`register.report.state.${stateOf(row, context.today)}`),
      ],
    })),
  charts: (context, filter) => {
    const provisions = readProvisions(context, filter);
    return [
      {
        key: 'provided_by_month',
        kind: 'months',
        bars: everyMonth(
          barsOf(provisions.map((one) => [one.providedOn.slice(0, 7), one.people]))
            .map(({ label, value }) => ({ label: String(label), value }))
            .sort((one, other) => (one.label < other.label ? -1 : 1)),
        ),
      },
      {
        key: 'provided_by_recipient',
        kind: 'kinds',
        bars: barsOf(provisions.map((one) => [one.recipientName, one.people])),
      },
    ];
  },
});
