import { type ReactNode, useState } from 'react';
import type { HandOverRow } from '../../shared/contract/provision.ts';
import { useCall } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, EmptyState, PageHeader, Pager, Table, Tabs } from '../components/index.ts';
import { EndHandOverDialog } from './end-hand-over.tsx';
import { OutCell } from './out-cell.tsx';
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
                width: '9rem',
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
                width: '4.5rem',
                align: 'end',
                render: (row) => format.number(row.people),
              },
              {
                key: 'way',
                title: text('provision.hand_overs.column.way'),
                width: '8.5rem',
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
                width: '14rem',
                render: (row) => (
                  <OutCell
                    given={{ ...row, until: row.dueBackOn }}
                    of="hand_overs"
                    onEnd={row.reference === null ? null : () => setEnding(row)}
                  />
                ),
              },
              {
                key: 'staff',
                title: text('provision.hand_overs.column.staff'),
                width: '4.5rem',
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
