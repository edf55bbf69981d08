import { useState } from 'react';
import type { VaultCopyRow } from '../../shared/contract/office-copies.ts';
import { useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, type Column, ErrorNote, notify, StateMark, Table } from '../components/index.ts';
import { CloseCopyDialog } from './known-copies-close.tsx';
import { sayCompletions } from './known-copies-words.ts';
import './backups.css';

/** Every medium that holds keys of this office: whether it is there, and what it could still open. */
export function KeyCopiesTable({ copies }: { copies: readonly VaultCopyRow[] }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const refresh = useSend('office.refreshVaultMedium');
  const [closing, setClosing] = useState<VaultCopyRow | null>(null);
  const columns: Column<VaultCopyRow>[] = [
    {
      key: 'name',
      title: text('office.key_copies.name'),
      isRowHeader: true,
      render: (row) => (
        <>
          {row.name || row.reference}
          <div className="quiet small backups-path">
            {row.reference} · {row.where}
          </div>
        </>
      ),
    },
    {
      key: 'written',
      title: text('office.key_copies.written'),
      width: '12.5rem',
      render: (row) => format.instant(row.writtenAt),
    },
    {
      key: 'epoch',
      title: text('office.key_copies.epoch'),
      align: 'end',
      width: '6rem',
      render: (row) => format.number(row.epoch),
    },
    {
      key: 'state',
      title: text('office.key_copies.state'),
      width: '17rem',
      render: (row) => <KeyCopyState copy={row} />,
    },
    {
      key: 'do',
      title: '',
      width: '11rem',
      render: (row) =>
        may('office.manage_copies') ? (
          <span className="row">
            <Button
              kind="text"
              isDisabled={refresh.isPending}
              aria-label={text('office.key_copies.refresh_of', { reference: row.reference })}
              onPress={() =>
                refresh.mutate(
                  { copyId: row.copyId },
                  {
                    onSuccess: ({ epoch, completions }) => {
                      notify(text('office.key_copies.refreshed', { reference: row.reference, epoch }));
                      sayCompletions(text, format.list, completions);
                    },
                  },
                )
              }
            >
              {text('office.key_copies.refresh')}
            </Button>
            <Button
              kind="text"
              aria-label={text('office.known_copies.close_of', { reference: row.reference })}
              onPress={() => setClosing(row)}
            >
              {text('office.known_copies.close')}
            </Button>
          </span>
        ) : null,
    },
  ];
  return (
    <div className="stack">
      <Table
        label={text('office.key_copies.copies')}
        columns={columns}
        rows={copies}
        keyOf={(row) => row.copyId}
        nameOf={(row) => row.reference}
      />
      <ErrorNote error={refresh.error?.error ?? null} />
      {closing === null ? null : (
        <CloseCopyDialog
          copy={{ ...closing, kind: 'vault_copy', how: closing.lost ? 'lost' : null }}
          onClose={() => setClosing(null)}
        />
      )}
    </div>
  );
}

function KeyCopyState({ copy }: { copy: VaultCopyRow }) {
  const text = useText();
  if (copy.lost) return <StateMark tone="attention">{text('office.key_copies.state.lost')}</StateMark>;
  if (copy.destructionsSince > 0) {
    return (
      <StateMark tone="attention">
        {text('office.key_copies.state.behind', { count: copy.destructionsSince })}
      </StateMark>
    );
  }
  return copy.present ? (
    <StateMark tone="done">{text('office.key_copies.state.present')}</StateMark>
  ) : (
    <StateMark tone="neutral">{text('office.key_copies.state.absent')}</StateMark>
  );
}
