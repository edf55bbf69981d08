import { type ReactNode, useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useCall } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, EmptyState, Identifier, PageHeader, Pager, Table } from '../components/index.ts';
import { ProvisionNav } from './room.tsx';

type HandOverRow = ChannelOutput<'provision.listHandOvers'>['handOvers'][number];
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

/** The hand-overs to one vendor, or to all: what for, how, when, and by whom; the consent by its opaque id. */
export function HandOverTable({ vendorId, action }: { vendorId: string | null; action?: ReactNode }) {
  const text = useText();
  const format = useOfficeFormat();
  const [offset, setOffset] = useState(0);
  const query = useCall(
    'provision.listHandOvers',
    { vendorId, limit: pageSize, offset },
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
                key: 'purpose',
                title: text('provision.hand_overs.column.purpose'),
                render: (row) => format.say(row.purposeName),
              },
              {
                key: 'way',
                title: text('provision.hand_overs.column.way'),
                render: (row) => text(`provision.way.${row.way}`),
              },
              {
                key: 'consent',
                title: text('provision.hand_overs.column.consent'),
                width: '7rem',
                render: (row) => (
                  <Identifier value={row.consentId} label={text('provision.hand_overs.column.consent')} />
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
        </div>
      )}
    </Answered>
  );
}
