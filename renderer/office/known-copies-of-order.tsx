import type { OrderCopy } from '../../shared/contract/office-copies.ts';
import { useCall } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, type Column, StateMark, Table } from '../components/index.ts';

/** The copies that concern an order's units, and what each means for its certificate. */
export function CopiesOfOrder({ orderId }: { orderId: string }) {
  const text = useText();
  const copies = useCall('office.copiesOfOrder', { orderId });
  const columns = useColumns();
  return (
    <Answered query={copies}>
      {({ copies: rows }) =>
        rows.length === 0 ? (
          <p className="quiet">{text('office.order_copies.none')}</p>
        ) : (
          <div className="stack-tight">
            <Table
              label={text('office.order_copies.title')}
              columns={columns}
              rows={rows}
              keyOf={(row) => row.copyId}
              nameOf={(row) => row.reference}
            />
            {rows.some((row) => row.effect === 'unless_refreshed') ? (
              <p className="quiet small">{text('office.order_copies.keys_note')}</p>
            ) : null}
          </div>
        )
      }
    </Answered>
  );
}

function useColumns(): Column<OrderCopy>[] {
  const text = useText();
  const format = useOfficeFormat();
  return [
    {
      key: 'reference',
      title: text('office.backups.reference'),
      width: '7rem',
      isRowHeader: true,
      render: (row) => row.reference,
    },
    {
      key: 'kind',
      title: text('office.known_copies.kind'),
      render: (row) => text(`office.known_copies.kind.${row.kind}`),
    },
    { key: 'since', title: text('office.known_copies.since'), render: (row) => format.date(row.since) },
    {
      key: 'state',
      title: text('office.known_copies.state'),
      render: (row) =>
        row.how === null ? text('office.known_copies.open') : text(`office.known_copies.how.${row.how}`),
    },
    {
      key: 'effect',
      title: text('office.order_copies.effect'),
      render: (row) =>
        row.effect === 'listed' ? (
          <StateMark tone="neutral">{text('office.order_copies.listed')}</StateMark>
        ) : (
          <StateMark tone="attention">{text(`office.order_copies.${row.effect}`)}</StateMark>
        ),
    },
  ];
}
