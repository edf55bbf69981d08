import { useState } from 'react';
import type { ProvisionRow } from '../../shared/contract/provision-provisions.ts';
import { useCall } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  DocumentDialog,
  EmptyState,
  PageHeader,
  Pager,
  Table,
  Tabs,
} from '../components/index.ts';
import { EndProvisionDialog } from './end-provision.tsx';
import { OutCell } from './out-cell.tsx';
import { ProvideDialog } from './provide-dialog.tsx';
import './provision.css';
import { ProvisionNav } from './room.tsx';

const pageSize = 50;
type Show = 'all' | 'out' | 'overdue';

/** What was provided to third parties or transferred abroad, and whether they still have it. */
export function ProvisionsScreen() {
  const text = useText();
  const may = useMay();
  const [show, setShow] = useState<Show>('all');
  const [open, setOpen] = useState<'provide' | 'ledger' | 'processing' | null>(null);
  const record = may('provision.record') ? (
    <Button kind="primary" onPress={() => setOpen('provide')}>
      {text('provision.provisions.record')}
    </Button>
  ) : undefined;
  return (
    <div className="page">
      <ProvisionNav />
      <PageHeader
        room="provision"
        title={text('provision.provisions.title')}
        lead={text('provision.provisions.lead')}
        actions={
          <>
            <Button onPress={() => setOpen('processing')}>{text('provision.provisions.processing')}</Button>
            <Button onPress={() => setOpen('ledger')}>{text('provision.provisions.ledger')}</Button>
            {record}
          </>
        }
      />
      <Tabs
        label={text('provision.provisions.filter')}
        value={show}
        onChange={(chosen: Show) => setShow(chosen)}
        tabs={(['all', 'out', 'overdue'] as const).map((value) => ({
          value,
          label: text(`provision.provisions.filter.${value}`),
        }))}
      >
        <ProvisionList key={show} show={show} action={record} />
      </Tabs>
      {open === 'provide' ? <ProvideDialog onClose={() => setOpen(null)} /> : null}
      {open === 'processing' ? (
        <DocumentDialog
          channel="provision.recordOfProcessing"
          ask={{}}
          formats={['pdf', 'csv', 'xlsx']}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'ledger' ? (
        <DocumentDialog
          channel="provision.ledger"
          ask={{ from: null, to: null }}
          formats={['pdf', 'csv', 'xlsx']}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  );
}

function ProvisionList({ show, action }: { show: Show; action: React.ReactNode }) {
  const text = useText();
  const format = useOfficeFormat();
  const [offset, setOffset] = useState(0);
  const [ending, setEnding] = useState<ProvisionRow | null>(null);
  const query = useCall(
    'provision.listProvisions',
    { recipientId: null, show, limit: pageSize, offset },
    { keepPrevious: true },
  );
  return (
    <Answered query={query}>
      {({ total, provisions }) => (
        <div>
          <Table<ProvisionRow>
            label={text('provision.provisions.title')}
            rows={provisions}
            keyOf={(row) => row.provisionId}
            columns={[
              {
                key: 'date',
                title: text('provision.provisions.column.date'),
                width: '9rem',
                render: (row) => format.date(row.providedOn),
              },
              {
                key: 'recipient',
                title: text('provision.provisions.column.recipient'),
                render: (row) => (
                  <span className="provision-cell">
                    <strong>{row.recipientName}</strong>
                    <span className="quiet small">{format.say(row.purposeName)}</span>
                  </span>
                ),
              },
              {
                key: 'file',
                title: text('provision.provisions.column.file'),
                render: (row) => row.fileName,
              },
              {
                key: 'kind',
                title: text('provision.provisions.column.kind'),
                width: '7rem',
                render: (row) => text(`provision.provisions.kind.${row.kind}`),
              },
              {
                key: 'people',
                title: text('provision.provisions.column.people'),
                width: '4.5rem',
                align: 'end',
                render: (row) => format.number(row.people),
              },
              {
                key: 'state',
                title: text('provision.provisions.column.state'),
                width: '14rem',
                render: (row) => (
                  <OutCell
                    given={{ ...row, until: row.keptUntil }}
                    of="provisions"
                    onEnd={() => setEnding(row)}
                  />
                ),
              },
            ]}
            empty={
              <EmptyState title={text('provision.provisions.empty')} action={action}>
                {text('provision.provisions.empty_text')}
              </EmptyState>
            }
          />
          <Pager total={total} limit={pageSize} offset={offset} onOffset={setOffset} />
          {ending === null ? null : <EndProvisionDialog row={ending} onClose={() => setEnding(null)} />}
        </div>
      )}
    </Answered>
  );
}
