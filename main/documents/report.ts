import type { Bilingual } from '../../shared/contract/fields.ts';
import type { ReportCell, ReportChart, ReportFilter } from '../../shared/contract/register-reports.ts';
import type { TableCell } from '../../shared/domain/office/table-cell.ts';
import {
  describeReport,
  type ReportColumn,
  type ReportColumnKey,
  type ReportName,
  type ReportState,
} from '../../shared/domain/register/report.ts';
import { formatDate, formatInstant, formatNumber } from '../../shared/text/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { renderOfficeSheet } from './office-sheet.ts';
import { plain, styles } from './paper-blocks.ts';
import type { TableFile } from './table-file.ts';
import { createWording, inOneLine, type Phrase, type Wording } from './wording.ts';

interface ReportDocument {
  readonly name: ReportName;
  readonly office: string;
  /** The day it stands for. */
  readonly on: string;
  readonly filter: ReportFilter;
  /** What the ids in the filter are called. */
  readonly choices: Readonly<
    Record<'purposes' | 'recordClasses', readonly { readonly id: string; readonly name: Bilingual }[]>
  >;
  /** Whether a column with names of people comes before the others. */
  readonly hasNames: boolean;
  readonly total: number;
  readonly timeZone: string;
  readonly madeAt: string;
}

/** As a document: what was asked for, the charts, the columns that a page has room for. */
export function renderReport(
  report: ReportDocument & {
    readonly charts: readonly ReportChart[];
    readonly rows: readonly { readonly cells: readonly ReportCell[] }[];
  },
  languages: readonly Language[],
): Promise<Uint8Array> {
  const wording = createWording(languages);
  const { name, hasNames } = report;
  const columns = columnsOf(report)
    .map((column, index) => ({ ...column, index }))
    .filter(({ share }) => share !== undefined);
  const shares = columns.reduce((sum, { share }) => sum + (share ?? 0), 0);
  const isForm = name === 'destruction';
  return renderOfficeSheet(
    {
      layout: 'landscape',
      title: `register.report.${name}.title`,
      office: report.office,
      madeAt: report.madeAt,
      ...(isForm ? { mark: wording.say('documents.report.form_5') } : {}),
      lead: leadOf(report, wording),
      // The official form has no pictures.
      charts: isForm
        ? []
        : report.charts
            .filter(({ bars }) => bars.length > 0)
            .map(({ key, kind, bars }) => ({
              title: wording.say(`register.report.chart.${key}`),
              kind,
              bars: bars.map(({ label, value }) => ({ label: phraseOf(label, 'text', wording, ''), value })),
            })),
      sections: [
        report.rows.length === 0
          ? { paragraphs: [wording.say('register.report.nothing')] }
          : {
              table: {
                isBoxed: isForm,
                columns: columns.map(({ key, kind, share }) => ({
                  header: wording.say(`register.report.column.${key as ReportColumnKey | 'name'}`),
                  share: (share ?? 0) / shares,
                  align: kind === 'number' ? ('right' as const) : ('left' as const),
                })),
                rows: report.rows.map(({ cells }) =>
                  columns.map(({ kind, index }) => ({
                    phrase: phraseOf(cells[index] ?? null, kind, wording, report.timeZone),
                    style: styles.small,
                  })),
                ),
              },
            },
        ...(hasNames ? [{ paragraphs: [wording.say('documents.report.names')] }] : []),
      ],
    },
    wording,
  );
}

/** As a table: every column; with two languages both in one cell. */
export function reportTable(
  report: ReportDocument,
  rows: AsyncIterable<{ readonly cells: readonly ReportCell[] }>,
  languages: readonly Language[],
): TableFile {
  const wording = createWording(languages);
  const columns = columnsOf(report);
  return {
    sheetName: inOneLine(wording.say(`register.report.${report.name}.title`)),
    timeZone: report.timeZone,
    columns: columns.map(({ key, kind }) => ({
      heading: inOneLine(wording.say(`register.report.column.${key as ReportColumnKey | 'name'}`)),
      kind: kind === 'id' ? 'text' : kind,
    })),
    rows: cellsOf(rows, wording),
  };
}

async function* cellsOf(
  rows: AsyncIterable<{ readonly cells: readonly ReportCell[] }>,
  wording: Wording,
): AsyncGenerator<TableCell[]> {
  for await (const { cells } of rows)
    yield cells.map((cell) =>
      cell !== null && typeof cell === 'object' ? inOneLine(wording.stored(cell)) : cell,
    );
}

const nameColumn: ReportColumn = { key: 'name', kind: 'text', share: 0.14 };

function columnsOf({ name, hasNames }: ReportDocument): readonly ReportColumn[] {
  const { columns } = describeReport(name);
  return hasNames ? [nameColumn, ...columns] : columns;
}

/** Dates by their figures: they stand below each other in narrow columns. */
function phraseOf(cell: ReportCell, kind: ReportColumn['kind'], wording: Wording, timeZone: string): Phrase {
  if (cell === null) return plain('–').phrase;
  if (typeof cell === 'object') return wording.each((language) => cell[language]);
  if (typeof cell === 'number') return wording.each((language) => formatNumber(cell, language));
  if (kind === 'instant') return wording.each((language) => formatInstant(cell, timeZone, language));
  return plain(kind === 'id' ? cell.slice(0, 8) : cell).phrase;
}

/** What the report holds, so that nobody takes a part for the whole. */
function leadOf({ on, filter, choices, total }: ReportDocument, wording: Wording): Phrase {
  return wording.each((language, text) => {
    const nameOf = (list: readonly { id: string; name: Bilingual }[], id: string) =>
      list.find((one) => one.id === id)?.name[language] ?? id;
    const parts = [
      filter.from === null && filter.to === null
        ? text('register.report.as_of', { date: formatDate(on, language) })
        : text('register.report.period', {
            from:
              filter.from === null ? text('register.report.beginning') : formatDate(filter.from, language),
            to: formatDate(filter.to ?? on, language),
          }),
      filter.recordClassId === null ? null : nameOf(choices.recordClasses, filter.recordClassId),
      filter.purposeId === null ? null : nameOf(choices.purposes, filter.purposeId),
      filter.carrier === null ? null : text(`register.report.carrier.${filter.carrier}`),
      filter.state === null ? null : text(`register.report.state.${filter.state as ReportState}`),
      filter.room === null ? null : text(`common.room.${filter.room}`),
      filter.staffNumber === null ? null : text('register.audit.staff', { number: filter.staffNumber }),
      text('register.report.total', { count: total }),
    ];
    return parts.filter((part) => part !== null).join(' · ');
  });
}
