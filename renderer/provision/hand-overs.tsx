import { type ReactNode, useState } from 'react';
import type { HandOverRow } from '../../shared/contract/provision.ts';
import { useCall } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  EmptyState,
  PageHeader,
  Pager,
  StateMark,
  Table,
  Tabs,
} from '../components/index.ts';
import { EndHandOverDialog } from './end-hand-over.tsx';
import './provision.css';
import { ProvisionNav } from './room.tsx';

const pageSize = 50;

/** Everything that was handed to anybody. */
export function HandOversScreen() {
  const text = useText();
  return (
    <div className="page">
      <ProvisionNav />
      <PageHeader
        room="provision"
        title={text('provision.hand_overs.title')}
        lead={text('provision.hand_overs.lead')}
      />
      <HandOverTable vendorId={null} />
    </div>
  );
}

type Show = 'all' | 'out' | 'overdue';

/** The hand-overs to one vendor, or to all: what, of how many, what for, how and when, and whether it came back. */
export function HandOverTable({
  vendorId,
  action,
  onlyOutstanding = false,
}: {
  vendorId: string | null;
  action?: ReactNode;
  /** Only what a vendor still has, and nothing to choose. */
  onlyOutstanding?: boolean;
}) {
  const text = useText();
  const [show, setShow] = useState<Show>(onlyOutstanding ? 'out' : 'all');
  const list = <HandOverList key={show} vendorId={vendorId} show={show} action={action} />;
  if (onlyOutstanding) return list;
  return (
    <Tabs
      label={text('provision.hand_overs.filter')}
      value={show}
      onChange={(chosen: Show) => setShow(chosen)}
      tabs={(['all', 'out', 'overdue'] as const).map((value) => ({
        value,
        label: text(`provision.hand_overs.filter.${value}`),
      }))}
    >
      {list}
    </Tabs>
  );
}

function HandOverList({
  vendorId,
  show,
  action,
}: {
  vendorId: string | null;
  show: Show;
  action: ReactNode;
}) {
  const text = useText();
  const may = useMay();
  const [ending, setEnding] = useState<HandOverRow | null>(null);
  const format = useOfficeFormat();
  const [offset, setOffset] = useState(0);
  const query = useCall(
    'provision.listHandOvers',
    { vendorId, show, limit: pageSize, offset },
    { keepPrevious: true },
  );
  return (
    <Answered query={query}>
      {({ total, handOvers }) => (
        <div>
          <Table<HandOverRow>
            label={text('provision.hand_overs.title')}
            rows={handOvers}
            keyOf={(row) => row.handOverId}
            columns={[
              {
                key: 'date',
                title: text('provision.hand_overs.column.date'),
                width: '11rem',
                render: (row) => format.date(row.handedOverOn),
              },
              ...(vendorId === null
                ? [
                    {
                      key: 'vendor',
                      title: text('provision.hand_overs.column.vendor'),
                      render: (row: HandOverRow) => <strong>{row.vendorName}</strong>,
                    },
                  ]
                : []),
              {
                key: 'what',
                title: text('provision.hand_overs.column.what'),
                render: (row) => (
                  <span className="provision-cell">
                    <span>{row.what === '' ? format.say(row.purposeName) : row.what}</span>
                    <span className="quiet small">{format.say(row.purposeName)}</span>
                  </span>
                ),
              },
              {
                key: 'people',
                title: text('provision.hand_overs.column.people'),
                width: '5rem',
                align: 'end',
                render: (row) => format.number(row.people),
              },
              {
                key: 'way',
                title: text('provision.hand_overs.column.way'),
                width: '11rem',
                render: (row) => (
                  <span className="provision-cell">
                    <span>{text(`provision.way.${row.way}`)}</span>
                    <span className="quiet small">
                      {text(
                        row.isEncrypted
                          ? 'provision.hand_overs.encrypted'
                          : 'provision.hand_overs.not_encrypted',
                      )}
                    </span>
                  </span>
                ),
              },
              {
                key: 'state',
                title: text('provision.hand_overs.column.state'),
                width: '15rem',
                render: (row) => (
                  <span className="provision-cell">
                    <HandOverState row={row} />
                    {row.reference !== null &&
                    (row.how === null || row.how === 'lost') &&
                    may('provision.record') ? (
                      <Button kind="text" onPress={() => setEnding(row)}>
                        {text('provision.hand_overs.end')}
                      </Button>
                    ) : null}
                  </span>
                ),
              },
              {
                key: 'staff',
                title: text('provision.hand_overs.column.staff'),
                width: '6rem',
                align: 'end',
                render: (row) => format.number(row.staffNumber),
              },
            ]}
            empty={
              <EmptyState title={text('provision.hand_overs.empty')} action={action}>
                {text('provision.hand_overs.empty_text')}
              </EmptyState>
            }
          />
          <Pager total={total} limit={pageSize} offset={offset} onOffset={setOffset} />
          {ending === null ? null : <EndHandOverDialog row={ending} onClose={() => setEnding(null)} />}
        </div>
      )}
    </Answered>
  );
}

function HandOverState({ row }: { row: HandOverRow }) {
  const text = useText();
  const format = useOfficeFormat();
  if (row.how === 'lost')
    return <StateMark tone="attention">{text('provision.hand_overs.state.lost')}</StateMark>;
  if (row.how !== null)
    return <StateMark tone="done">{text(`provision.hand_overs.state.${row.how}`)}</StateMark>;
  if (row.dueBackOn === null)
    return <StateMark tone="waiting">{text('provision.hand_overs.state.out')}</StateMark>;
  const date = format.date(row.dueBackOn);
  return row.isOverdue ? (
    <StateMark tone="attention">{text('provision.hand_overs.state.overdue', { date })}</StateMark>
  ) : (
    <StateMark tone="waiting">{text('provision.hand_overs.state.due_back', { date })}</StateMark>
  );
}
