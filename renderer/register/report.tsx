import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { noFilter, type ReportCell, type ReportFilter } from '../../shared/contract/register-reports.ts';
import {
  describeReport,
  type ReportColumn,
  type ReportColumnKey,
  type ReportName,
  rowsOfPaper,
} from '../../shared/domain/register/report.ts';
import { useCall } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  BarChart,
  Button,
  type Column,
  DocumentDialog,
  EmptyState,
  Identifier,
  PageHeader,
  Pager,
  SaveDocumentDialog,
  Table,
} from '../components/index.ts';
import { ReportFilterFields } from './report-filter.tsx';
import { ReportNamesDialog } from './report-names-dialog.tsx';

const pageLength = 50;

type Row = ChannelOutput<'register.report'>['rows'][number];

/** One report: what is shown of it, its charts, its lines, and the ways out. */
export function Report({ name }: { name: ReportName }) {
  const text = useText();
  const may = useMay();
  const [filter, setFilter] = useState<ReportFilter>(noFilter);
  const [offset, setOffset] = useState(0);
  const [open, setOpen] = useState<'document' | 'table' | 'names' | null>(null);
  const asked = { report: name, filter };
  const page = useCall('register.report', { ...asked, limit: pageLength, offset }, { keepPrevious: true });
  const charts = useCall('register.reportCharts', asked, { keepPrevious: true });
  const columns = useColumns(name);
  const total = page.data?.total ?? 0;
  const isTooLong = total > rowsOfPaper;
  const close = () => setOpen(null);
  return (
    <>
      <PageHeader
        room="register"
        title={text(`register.report.${name}.title`)}
        lead={text(`register.report.${name}.lead`)}
        actions={
          <>
            {name === 'consents' && may('collection.export') ? (
              <Button onPress={() => setOpen('names')} isDisabled={total === 0}>
                {text('register.report.names')}
              </Button>
            ) : null}
            <Button onPress={() => setOpen('table')} isDisabled={total === 0}>
              {text('register.report.save')}
            </Button>
            <Button kind="primary" onPress={() => setOpen('document')} isDisabled={total === 0 || isTooLong}>
              {text('register.report.open')}
            </Button>
          </>
        }
      />
      <ReportFilterFields
        name={name}
        filter={filter}
        onChange={(changed) => {
          setFilter(changed);
          setOffset(0);
        }}
      />
      {isTooLong ? <p className="quiet">{text('register.report.too_long', { limit: rowsOfPaper })}</p> : null}
      <Answered query={charts}>{(answer) => <Charts charts={answer.charts} />}</Answered>
      <Answered query={page}>
        {(answer) => (
          <div>
            <p role="status" className="quiet">
              {text('register.report.total', { count: answer.total })}
            </p>
            <Table
              label={text(`register.report.${name}.title`)}
              columns={columns}
              rows={answer.rows}
              keyOf={({ key }) => key}
              empty={<EmptyState title={text('register.report.nothing')} />}
            />
            <Pager total={answer.total} limit={pageLength} offset={offset} onOffset={setOffset} />
          </div>
        )}
      </Answered>
      {open === 'document' ? (
        <DocumentDialog
          channel="register.reportFile"
          ask={asked}
          formats={['pdf', 'xlsx', 'csv']}
          onClose={close}
        />
      ) : null}
      {open === 'table' ? (
        <SaveDocumentDialog
          channel="register.reportFile"
          ask={asked}
          formats={['xlsx', 'csv']}
          fileName={`ashbook-report-${name}`}
          holdsPersonalData={false}
          onClose={close}
        />
      ) : null}
      {open === 'names' ? <ReportNamesDialog filter={filter} onClose={close} /> : null}
    </>
  );
}

function Charts({ charts }: { charts: ChannelOutput<'register.reportCharts'>['charts'] }) {
  const text = useText();
  const format = useOfficeFormat();
  const drawn = charts.filter(({ bars }) => bars.some(({ value }) => value > 0));
  if (drawn.length === 0) return null;
  return (
    <div className="reports-charts">
      {drawn.map(({ key, kind, bars }) => (
        <BarChart
          key={key}
          title={text(`register.report.chart.${key}`)}
          kind={kind}
          bars={bars.map(({ label, value }) => ({
            label: label !== null && typeof label === 'object' ? format.say(label) : String(label ?? ''),
            value,
          }))}
        />
      ))}
    </div>
  );
}

function useColumns(name: ReportName): Column<Row>[] {
  const text = useText();
  const format = useOfficeFormat();
  const write = (cell: ReportCell, kind: ReportColumn['kind'], title: string) => {
    if (cell === null) return '';
    if (typeof cell === 'object') return format.say(cell);
    if (typeof cell === 'number') return format.number(cell);
    if (kind === 'date') return format.date(cell);
    if (kind === 'instant') return format.instant(cell);
    if (kind === 'id') return <Identifier value={cell} label={title} />;
    return cell;
  };
  return describeReport(name).columns.map(({ key, kind }, place) => {
    const title = text(`register.report.column.${key as ReportColumnKey}`);
    return {
      key,
      title,
      align: kind === 'number' ? 'end' : 'start',
      render: ({ cells }) => write(cells[place] ?? null, kind, title),
    };
  });
}
