import type { MovementRow } from '../../shared/contract/paper.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Table } from '../components/index.ts';

/** Where it has been, the latest first. */
export function Movements({ movements }: { movements: readonly MovementRow[] }) {
  const text = useText();
  const format = useOfficeFormat();
  return (
    <Table<MovementRow>
      label={text('paper.movements.title')}
      rows={movements}
      keyOf={(row) => `${row.at} ${row.what}`}
      columns={[
        {
          key: 'at',
          title: text('paper.movements.at'),
          width: '14rem',
          render: (row) => format.instant(row.at),
        },
        {
          key: 'what',
          title: text('paper.movements.what'),
          render: (row) => (
            <span className="paper-cell">
              <span>{text(`paper.movement.${row.what}`)}</span>
              {row.words === '' ? null : <span className="quiet small">{row.words}</span>}
            </span>
          ),
        },
        {
          key: 'way',
          title: text('paper.movements.way'),
          width: '16rem',
          render: (row) =>
            row.from === row.to ? (row.to ?? '') : [row.from ?? '–', row.to ?? '–'].join(' → '),
        },
        {
          key: 'staff',
          title: text('paper.movements.staff'),
          width: '6rem',
          align: 'end',
          render: (row) => format.number(row.staffNumber),
        },
      ]}
    />
  );
}
