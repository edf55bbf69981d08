import { setImmediate as nextTurn } from 'node:timers/promises';
import { bilingualLine } from '../../shared/contract/fields.ts';
import { type ReportFilter, unknownFilter } from '../../shared/contract/register-reports.ts';
import { mayDo } from '../../shared/domain/office/permission.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { describeReport, type ReportName, rowsOfPaper } from '../../shared/domain/register/report.ts';
import { instantText } from '../clock.ts';
import { consentReport } from '../collection/consent-report.ts';
import type { Handlers, SignedInContext, WorkContext } from '../context.ts';
import { destructionReport } from '../destruction/destruction-report.ts';
import { documentHandler, type MadeDocument } from '../documents/document-handler.ts';
import { provisionReport } from '../provision/provision-report.ts';
import { PurposeNames } from '../provision/purpose-names.ts';
import { vendorReport } from '../provision/vendor-report.ts';
import { overdueReport } from '../retention/overdue-report.ts';
import { scheduleReport } from '../retention/schedule-report.ts';
import { auditReport } from './audit-report.ts';
import { NamesOfConsents } from './report-names.ts';
import type { ReportRow, ReportSource } from './report-source.ts';

const sources: Readonly<Record<ReportName, ReportSource>> = {
  destruction: destructionReport,
  provision: provisionReport,
  consents: consentReport,
  schedule: scheduleReport,
  overdue: overdueReport,
  vendors: vendorReport,
  audit: auditReport,
};

/** @throws Refusal forbidden, report_filter_unknown */
function sourceOf(
  { actor }: Pick<SignedInContext, 'actor'>,
  asked: { report: ReportName; filter: ReportFilter },
): ReportSource {
  if (!mayDo(actor.roles, describeReport(asked.report).permission)) throw new Refusal('forbidden');
  const unknown = unknownFilter(asked);
  if (unknown !== null) throw new Refusal('report_filter_unknown', { field: `filter.${unknown}` });
  return sources[asked.report];
}

const className = bilingualLine(120);
const rowsAtOnce = 500;

export const reportHandlers: Pick<
  Handlers<'register'>,
  'register.report' | 'register.reportCharts' | 'register.reportChoices' | 'register.reportFile'
> = {
  'register.report': (context, { limit, offset, ...asked }) => {
    const source = sourceOf(context, asked);
    const keys = source.keys(context, asked.filter, limit, offset);
    return {
      total: source.count(context, asked.filter),
      rows: source.rows(context, asked.filter, keys, offset),
    };
  },

  'register.reportCharts': (context, asked) => ({
    charts: sourceOf(context, asked).charts(context, asked.filter),
  }),

  'register.reportChoices': ({ actor, database }, { report }) => {
    const { permission, filters } = describeReport(report);
    if (!mayDo(actor.roles, permission)) throw new Refusal('forbidden');
    return {
      recordClasses: filters.includes('recordClassId')
        ? database
            .all<{ id: string; name: string }>(
              'SELECT id, name FROM record_classes WHERE evidence IS NULL ORDER BY rowid',
            )
            .map(({ id, name }) => ({ id, name: className.parse(JSON.parse(name)) }))
        : [],
      purposes: filters.includes('purposeId') ? new PurposeNames(database).all() : [],
    };
  },

  'register.reportFile': documentHandler('register.reportFile', makeReport),
};

type Asked = Parameters<Parameters<typeof documentHandler<FileAsk, 'pdf' | 'xlsx' | 'csv'>>[1]>[2];
interface FileAsk {
  report: ReportName;
  filter: ReportFilter;
  names: NamesOfConsents['reason'] | null;
}

/** @throws Refusal report_too_long, report_filter_unknown */
export async function makeReport(
  context: WorkContext,
  { report, filter, names: reason }: FileAsk,
  { format, languages, to }: Asked,
): Promise<MadeDocument> {
  const source = sourceOf(context, { report, filter });
  if (reason !== null && report !== 'consents')
    throw new Refusal('report_filter_unknown', { field: 'names' });
  const names = reason === null ? null : new NamesOfConsents(context, reason, to);
  const { office, clock, today } = context;
  const keys = source.keys(context, filter, -1, 0);
  if (format === 'pdf' && keys.length > rowsOfPaper)
    throw new Refusal('report_too_long', { rows: keys.length, limit: rowsOfPaper });

  /** A piece at a time, so that whoever is let in on it meanwhile waits no longer than for a page on screen. */
  async function* rows(between: () => Promise<void>): AsyncGenerator<ReportRow> {
    for (let first = 0; first < keys.length; first += rowsAtOnce) {
      context.progress('read_report', first, keys.length);
      await between();
      const piece = source.rows(context, filter, keys.slice(first, first + rowsAtOnce), first);
      yield* names === null ? piece : names.joined(piece);
    }
  }
  const { renderReport, reportTable } = await import('../documents/report.ts');
  const document = {
    name: report,
    office: office.name,
    on: today,
    filter,
    choices: {
      purposes: new PurposeNames(context.database).all(),
      recordClasses: context.database
        .all<{ id: string; name: string }>('SELECT id, name FROM record_classes')
        .map(({ id, name }) => ({ id, name: className.parse(JSON.parse(name)) })),
    },
    hasNames: names !== null,
    total: keys.length,
    timeZone: office.timeZone,
    madeAt: instantText(clock.now()),
  };
  const make = async (between: () => Promise<void>): Promise<Uint8Array> => {
    if (format === 'pdf') {
      const read: ReportRow[] = [];
      for await (const row of rows(between)) read.push(row);
      return renderReport({ ...document, charts: source.charts(context, filter), rows: read }, languages);
    }
    const { renderTableFile } = await import('../documents/table-file.ts');
    return renderTableFile(format, reportTable(document, rows(between), languages));
  };
  const bytes =
    names !== null
      ? await make(() => context.safePoint())
      : keys.length <= rowsAtOnce
        ? await make(async () => undefined)
        : await context.aside((goOn) =>
            make(async () => {
              await nextTurn();
              goOn();
            }),
          );
  return {
    bytes,
    fileName: `ashbook-report-${report}`,
    about: { report: `report_${report}`, rows: keys.length, ...names?.about },
    // Every report that leaves is a known copy, so that the office can say where its lists are.
    copy:
      names === null
        ? { scope: 'listed', use: 'asked', namesNobody: true }
        : { scope: 'listed', personIds: names.personIds, use: names.reason },
  };
}
