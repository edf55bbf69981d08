import { useState } from 'react';
import type { KnownCopyRow } from '../../shared/contract/office-copies.ts';
import { useCall } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  type Column,
  EmptyState,
  PageHeader,
  Pager,
  StateMark,
  Table,
  Tabs,
} from '../components/index.ts';
import { CopiesNav } from './backups-nav.tsx';
import { AddCopyDialog } from './known-copies-add.tsx';
import { CloseCopyDialog } from './known-copies-close.tsx';

const pageLength = 50;
const views = ['outstanding', 'ended', 'all'] as const;

/** The register of known copies: what is out, and how the rest ended. */
export function KnownCopiesScreen() {
  const text = useText();
  const may = useMay();
  const [show, setShow] = useState<(typeof views)[number]>('outstanding');
  const [offset, setOffset] = useState(0);
  const [isAdding, setAdding] = useState(false);
  const query = useCall(
    'office.listKnownCopies',
    { show, limit: pageLength, offset },
    { keepPrevious: true },
  );
  return (
    <div className="page">
      <CopiesNav />
      <PageHeader
        room="office"
        title={text('office.known_copies.title')}
        lead={text('office.known_copies.lead')}
        actions={
          may('office.manage_copies') ? (
            <Button kind="primary" onPress={() => setAdding(true)}>
              {text('office.known_copies.add')}
            </Button>
          ) : undefined
        }
      />
      <Tabs
        label={text('office.known_copies.show')}
        value={show}
        onChange={(value) => {
          setShow(value);
          setOffset(0);
        }}
        tabs={views.map((value) => ({ value, label: text(`office.known_copies.${value}`) }))}
      >
        <Answered query={query}>
          {({ copies, total }) => (
            <div>
              <CopiesTable copies={copies} />
              <Pager total={total} limit={pageLength} offset={offset} onOffset={setOffset} />
            </div>
          )}
        </Answered>
      </Tabs>
      {isAdding ? <AddCopyDialog onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function CopiesTable({ copies }: { copies: readonly KnownCopyRow[] }) {
  const text = useText();
  const [closing, setClosing] = useState<KnownCopyRow | null>(null);
  const columns = useColumns(setClosing);
  return (
    <>
      <Table
        label={text('office.known_copies.title')}
        columns={columns}
        rows={copies}
        keyOf={(row) => row.copyId}
        nameOf={(row) => row.reference}
        empty={
          <EmptyState title={text('office.known_copies.none')}>
            {text('office.known_copies.none_text')}
          </EmptyState>
        }
      />
      {closing === null ? null : <CloseCopyDialog copy={closing} onClose={() => setClosing(null)} />}
    </>
  );
}

function useColumns(onClose: (row: KnownCopyRow) => void): Column<KnownCopyRow>[] {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  return [
    {
      key: 'reference',
      title: text('office.known_copies.kind'),
      width: '11rem',
      isRowHeader: true,
      render: (row) => (
        <>
          {text(`office.known_copies.kind.${row.kind}`)}
          <div className="quiet small">{row.reference}</div>
        </>
      ),
    },
    {
      key: 'where',
      title: text('office.known_copies.where'),
      render: (row) => (
        <>
          <span className="backups-path">
            {row.where === '' ? text('office.known_copies.where_unknown') : row.where}
          </span>
          {row.note === '' ? null : <div className="quiet small">{row.note}</div>}
        </>
      ),
    },
    {
      key: 'of',
      title: text('office.known_copies.of'),
      width: '8rem',
      render: (row) =>
        row.scope === 'all'
          ? text('office.known_copies.of_all')
          : row.subjects === 0
            ? text('office.known_copies.of_none')
            : text('office.known_copies.of_listed', { count: row.subjects }),
    },
    {
      key: 'since',
      title: text('office.known_copies.since'),
      width: '11rem',
      render: (row) => (
        <>
          {format.date(row.since)}
          <div className="quiet small">
            {row.registeredBy === null
              ? text('office.known_copies.application')
              : text('office.known_copies.staff', { number: row.registeredBy })}
          </div>
        </>
      ),
    },
    {
      key: 'state',
      title: text('office.known_copies.state'),
      width: '12rem',
      render: (row) => <CopyState copy={row} />,
    },
    {
      key: 'do',
      title: '',
      width: '5rem',
      render: (row) =>
        may('office.manage_copies') && (row.how === null || row.how === 'lost') ? (
          <Button
            kind="text"
            onPress={() => onClose(row)}
            aria-label={text('office.known_copies.close_of', { reference: row.reference })}
          >
            {text('office.known_copies.close')}
          </Button>
        ) : null,
    },
  ];
}

function CopyState({ copy }: { copy: KnownCopyRow }) {
  const text = useText();
  const format = useOfficeFormat();
  if (copy.how === null) return <StateMark tone="active">{text('office.known_copies.open')}</StateMark>;
  return (
    <>
      <StateMark tone={copy.how === 'lost' ? 'attention' : copy.how === 'destroyed' ? 'ash' : 'done'}>
        {text(`office.known_copies.how.${copy.how}`)}
      </StateMark>
      {copy.endedAt === null ? null : <div className="quiet small">{format.instant(copy.endedAt)}</div>}
    </>
  );
}
