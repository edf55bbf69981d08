import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { InventoryRow } from '../../shared/contract/paper-inventory.ts';
import { useCall, useSend } from '../app/call.ts';
import { useScanEntry } from '../app/scanner.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, EmptyState, ErrorNote, PageHeader, Pager, StateMark, Table } from '../components/index.ts';
import './paper.css';
import { PaperNav } from './room.tsx';

const pageSize = 50;

/** Inventories, those under way first. Scanning a shelf begins one of it. */
export function InventoriesScreen() {
  const text = useText();
  const may = useMay();
  const format = useOfficeFormat();
  const navigate = useNavigate();
  const [offset, setOffset] = useState(0);
  const begin = useSend('paper.beginInventory');
  const list = useCall('paper.listInventories', { limit: pageSize, offset }, { keepPrevious: true });
  const open = (inventoryId: string) =>
    void navigate({ to: '/paper/inventories/$inventoryId', params: { inventoryId } });
  useScanEntry(({ entryId, kind }) => {
    if (!may('paper.take_inventory') || kind === 'document') return;
    begin.mutate({ placeId: entryId }, { onSuccess: ({ inventoryId }) => open(inventoryId) });
  });
  return (
    <div className="page">
      <PaperNav />
      <PageHeader
        room="paper"
        title={text('paper.inventories.title')}
        lead={text('paper.inventories.lead')}
      />
      <ErrorNote error={begin.error?.error ?? null} />
      <Answered query={list}>
        {({ total, inventories }) => (
          <div>
            <Table<InventoryRow>
              label={text('paper.inventories.title')}
              rows={inventories}
              keyOf={(row) => row.inventoryId}
              nameOf={(row) => row.placeCode}
              onOpen={(row) => open(row.inventoryId)}
              columns={[
                {
                  key: 'place',
                  title: text('paper.inventories.place'),
                  render: (row) => <strong>{row.placeCode}</strong>,
                },
                {
                  key: 'begun',
                  title: text('paper.inventories.begun'),
                  width: '14rem',
                  render: (row) => format.instant(row.begunAt),
                },
                {
                  key: 'seen',
                  title: text('paper.inventories.seen'),
                  width: '9rem',
                  align: 'end',
                  render: (row) => text('paper.inventories.of', { seen: row.seen, expected: row.expected }),
                },
                {
                  key: 'differences',
                  title: text('paper.inventories.differences'),
                  width: '15rem',
                  render: (row) =>
                    row.missing + row.unexpected === 0
                      ? ''
                      : text('paper.inventories.found', { missing: row.missing, unexpected: row.unexpected }),
                },
                {
                  key: 'state',
                  title: text('paper.column.state'),
                  width: '10rem',
                  render: (row) =>
                    row.closedAt === null ? (
                      <StateMark tone="waiting">{text('paper.inventories.open')}</StateMark>
                    ) : (
                      <StateMark tone="done">{text('paper.inventories.closed')}</StateMark>
                    ),
                },
              ]}
              empty={
                <EmptyState title={text('paper.inventories.empty')}>
                  {text('paper.inventories.empty_text')}
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
