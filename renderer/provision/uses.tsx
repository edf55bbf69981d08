import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useCall } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  ButtonLink,
  EmptyState,
  Identifier,
  PageHeader,
  Pager,
  Table,
} from '../components/index.ts';
import { ProvisionNav } from './room.tsx';

type UseRow = ChannelOutput<'provision.listUses'>['uses'][number];
const pageSize = 100;

/** Who looked at whose data, when and why. People stand in it by their opaque id, so that the log itself tells nobody's name. */
export function UsesScreen() {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const [offset, setOffset] = useState(0);
  const query = useCall('provision.listUses', { limit: pageSize, offset }, { keepPrevious: true });
  return (
    <div className="page">
      <ProvisionNav />
      <PageHeader room="provision" title={text('provision.uses.title')} lead={text('provision.uses.lead')} />
      <Answered query={query}>
        {({ total, uses }) => (
          <div>
            <Table<UseRow>
              label={text('provision.uses.title')}
              rows={uses}
              keyOf={(use) => use.useId}
              columns={[
                {
                  key: 'at',
                  title: text('provision.uses.column.at'),
                  width: '16rem',
                  render: (use) => format.instant(use.at, { seconds: true }),
                },
                {
                  key: 'reason',
                  title: text('provision.uses.column.reason'),
                  render: (use) => text(`collection.use_reason.${use.reason}`),
                },
                {
                  key: 'person',
                  title: text('provision.uses.column.person'),
                  width: '14rem',
                  render: (use) => (
                    <span className="row">
                      <Identifier value={use.personId} label={text('provision.uses.column.person')} />
                      {may('collection.read_people') ? (
                        <ButtonLink
                          kind="text"
                          to="/collection/people/$personId"
                          params={{ personId: use.personId }}
                        >
                          {text('provision.uses.open')}
                        </ButtonLink>
                      ) : null}
                    </span>
                  ),
                },
                {
                  key: 'staff',
                  title: text('provision.uses.column.staff'),
                  width: '8rem',
                  align: 'end',
                  render: (use) => format.number(use.staffNumber),
                },
              ]}
              empty={
                <EmptyState title={text('provision.uses.empty')}>
                  {text('provision.uses.empty_text')}
                </EmptyState>
              }
            />
            <Pager total={total} limit={pageSize} offset={offset} onOffset={setOffset} />
          </div>
        )}
      </Answered>
    </div>
  );
}
