import { Link } from '@tanstack/react-router';
import type { ScheduleRow } from '../../shared/contract/destruction-schedules.ts';
import { executionWindowInWords } from '../../shared/text/execution-window-in-words.ts';
import { useCall } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { type Column, Section, StateMark, type StateTone, Table } from '../components/index.ts';

/** What the application is going to carry out in the office's window, and what became of the latest. Nothing where there is neither. */
export function Schedules() {
  const text = useText();
  const format = useOfficeFormat();
  const { data } = useCall('destruction.listSchedules', {});
  const columns = useColumns();
  if (data === undefined) return null;
  const rows = [...data.planned, ...data.recent];
  if (data.window === null && rows.length === 0) return null;
  return (
    <Section title={text('destruction.schedules.title')}>
      {data.window === null || data.next === null ? (
        <p className="quiet">{text('destruction.window.none')}</p>
      ) : (
        <p className="quiet">
          {text('destruction.schedules.next', {
            window: executionWindowInWords(data.window, text),
            at: format.instant(data.next.opensAt),
          })}
        </p>
      )}
      {rows.length === 0 ? (
        <p className="quiet">{text('destruction.schedules.none')}</p>
      ) : (
        <Table
          label={text('destruction.schedules.title')}
          columns={columns}
          rows={rows}
          keyOf={({ orderId, scheduledAt }) => `${orderId} ${scheduledAt}`}
        />
      )}
    </Section>
  );
}

const toneOf: Record<ScheduleRow['state'], StateTone> = {
  open: 'active',
  withdrawn: 'neutral',
  carried_out: 'done',
  ended: 'attention',
};

function useColumns(): Column<ScheduleRow>[] {
  const text = useText();
  const format = useOfficeFormat();
  return [
    {
      key: 'order',
      title: text('destruction.schedules.order'),
      width: '9rem',
      render: ({ orderId, orderNumber }) => (
        <Link to="/destruction/$orderId" params={{ orderId }}>
          <strong>{orderNumber}</strong>
        </Link>
      ),
    },
    {
      key: 'outcome',
      title: text('destruction.schedules.outcome'),
      render: ({ state, waitsFor, endedFor }) => (
        <>
          <StateMark tone={toneOf[state]}>{text(`destruction.schedules.state.${state}`)}</StateMark>
          {waitsFor === null ? null : (
            <span className="quiet small"> {text(`destruction.schedule.wait.${waitsFor}`)}</span>
          )}
          {endedFor === null ? null : (
            <span className="quiet small"> {text(`destruction.schedule.end.${endedFor}`)}</span>
          )}
        </>
      ),
    },
    {
      key: 'when',
      title: text('destruction.schedules.when'),
      width: '13rem',
      render: ({ opensAt, endedAt }) => {
        const at = endedAt ?? opensAt;
        return at === null ? text('common.none') : format.instant(at);
      },
    },
    {
      key: 'operator',
      title: text('destruction.schedules.operator'),
      align: 'end',
      width: '8rem',
      render: ({ operatorStaffNumber }) => operatorStaffNumber,
    },
  ];
}
