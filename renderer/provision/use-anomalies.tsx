import { useState } from 'react';
import type { UseAnomalyRow } from '../../shared/contract/provision-uses.ts';
import { manyPeople, officeHours } from '../../shared/domain/provision/use-anomaly.ts';
import { useCall } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, EmptyState, Identifier, Pager, StateMark, Table } from '../components/index.ts';

const pageSize = 100;

/** Readings that ask to be looked at, and why. */
export function UseAnomalies() {
  const text = useText();
  const format = useOfficeFormat();
  const [offset, setOffset] = useState(0);
  const query = useCall('provision.listUseAnomalies', { limit: pageSize, offset }, { keepPrevious: true });
  return (
    <Answered query={query}>
      {({ total, uses }) => (
        <div className="stack">
          <p className="quiet">{text('provision.uses.anomalies_lead', { ...manyPeople, ...officeHours })}</p>
          <Table<UseAnomalyRow>
            label={text('provision.uses.view.anomalies')}
            rows={uses}
            keyOf={(use) => use.useId}
            columns={[
              {
                key: 'at',
                title: text('provision.uses.column.at'),
                width: '9.5rem',
                render: (use) => format.instant(use.at, { seconds: true }),
              },
              {
                key: 'anomaly',
                title: text('provision.uses.column.anomaly'),
                render: (use) => (
                  <StateMark tone="attention">
                    {use.anomalies.map((anomaly) => text(`provision.anomaly.${anomaly}`)).join(', ')}
                  </StateMark>
                ),
              },
              {
                key: 'reason',
                title: text('provision.uses.column.reason'),
                render: (use) =>
                  use.reason === 'agreed_purpose' ? '' : text(`collection.use_reason.${use.reason}`),
              },
              {
                key: 'person',
                title: text('provision.uses.column.person'),
                width: '10rem',
                render: (use) =>
                  use.personId === null ? null : (
                    <Identifier value={use.personId} label={text('provision.uses.column.person')} />
                  ),
              },
              {
                key: 'staff',
                title: text('provision.uses.column.staff'),
                width: '4rem',
                align: 'end',
                render: (use) => format.number(use.staffNumber),
              },
            ]}
            empty={<EmptyState title={text('provision.uses.anomalies_empty')} />}
          />
          <Pager total={total} limit={pageSize} offset={offset} onOffset={setOffset} />
        </div>
      )}
    </Answered>
  );
}
