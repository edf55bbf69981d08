import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useCall } from '../app/call.ts';
import { useFormat, useText } from '../app/text.tsx';
import { Answered, type Column, EmptyState, PageHeader, Stat, StatLine, Table } from '../components/index.ts';
import { RetentionNav } from './room.tsx';
import './calendar.css';

type Calendar = ChannelOutput<'retention.calendar'>;

interface Month {
  month: string;
  /** In the order of the classes. */
  units: number[];
  total: number;
}

/** What falls due in the coming 24 months: a row a month with its length drawn, a column a class. */
export function CalendarScreen() {
  const text = useText();
  const answer = useCall('retention.calendar', {});
  return (
    <div className="page">
      <RetentionNav />
      <PageHeader
        room="retention"
        title={text('retention.calendar.title')}
        lead={text('retention.calendar.lead')}
      />
      <Answered query={answer}>{(calendar) => <Months calendar={calendar} />}</Answered>
    </div>
  );
}

function Months({ calendar }: { calendar: Calendar }) {
  const text = useText();
  const format = useFormat();
  const months: Month[] = calendar.months.map((month, index) => {
    const units = calendar.classes.map((one) => one.units[index] ?? 0);
    return { month, units, total: units.reduce((sum, count) => sum + count, 0) };
  });
  const most = Math.max(1, ...months.map(({ total }) => total));
  const columns: Column<Month>[] = [
    { key: 'month', title: text('retention.calendar.month'), width: '7rem', render: ({ month }) => month },
    {
      key: 'total',
      title: text('retention.calendar.total'),
      width: '14rem',
      render: ({ total }) => (
        <span className="calendar-total">
          <span className="calendar-bar" style={{ width: `${(total / most) * 8}rem` }} aria-hidden="true" />
          <span className="figure">{total === 0 ? '' : format.number(total)}</span>
        </span>
      ),
    },
    ...calendar.classes.map(
      (one, index): Column<Month> => ({
        key: one.recordClassId,
        title: format.say(one.name),
        align: 'end',
        render: ({ units }) => (units[index] ? format.number(units[index]) : ''),
      }),
    ),
  ];
  return (
    <div className="stack">
      <StatLine>
        <Stat
          label={text('retention.calendar.due_already')}
          value={calendar.dueAlready}
          tone={calendar.dueAlready > 0 ? 'ember' : 'plain'}
        />
        <Stat label={text('retention.calendar.later')} value={calendar.later} />
        <Stat label={text('retention.calendar.without_date')} value={calendar.withoutDate} />
      </StatLine>
      {calendar.classes.length === 0 ? (
        <EmptyState title={text('retention.calendar.nothing')} />
      ) : (
        <Table
          label={text('retention.calendar.title')}
          columns={columns}
          rows={months}
          keyOf={({ month }) => month}
        />
      )}
    </div>
  );
}
