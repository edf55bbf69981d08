import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { BackupRow } from '../../shared/contract/office-copies.ts';
import { useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  type Column,
  ConfirmDialog,
  ErrorNote,
  notify,
  ProgressPanel,
  StateMark,
  Table,
} from '../components/index.ts';
import './backups.css';

export function BackupsTable({ backups }: { backups: readonly BackupRow[] }) {
  const text = useText();
  const check = useSend('office.checkBackup');
  const [ending, setEnding] = useState<BackupRow | null>(null);
  const columns = useColumns({
    onCheck: (row) =>
      check.mutate(
        { copyId: row.copyId },
        {
          onSuccess: ({ damaged }) =>
            notify(text(said(damaged), { reference: row.reference }), damaged === null ? 'plain' : 'ember'),
        },
      ),
    onEnd: setEnding,
    isBusy: check.isPending,
  });
  return (
    <div className="stack">
      <Table
        label={text('office.backups.list')}
        columns={columns}
        rows={backups}
        keyOf={(row) => row.copyId}
        nameOf={(row) => row.reference}
      />
      {check.isPending ? (
        <ProgressPanel channel="office.checkBackup" label={text('office.backups.check')} canCancel />
      ) : null}
      <ErrorNote error={check.error?.error ?? null} />
      {ending === null ? null : <EndBackupDialog backup={ending} onClose={() => setEnding(null)} />}
    </div>
  );
}

function said(damaged: ChannelOutput<'office.checkBackup'>['damaged']) {
  if (damaged === null) return 'office.backups.sound';
  return damaged === 'attachment' ? 'office.backups.damaged_attachment' : 'office.backups.damaged';
}

function useColumns({
  onCheck,
  onEnd,
  isBusy,
}: {
  onCheck(row: BackupRow): void;
  onEnd(row: BackupRow): void;
  isBusy: boolean;
}): Column<BackupRow>[] {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  return [
    {
      key: 'made',
      title: text('office.backups.made_at'),
      isRowHeader: true,
      render: (row) => (
        <>
          {format.instant(row.madeAt)}
          <div className="quiet small backups-path">
            {row.reference} · {row.where}
          </div>
        </>
      ),
    },
    {
      key: 'records',
      title: text('office.backups.records'),
      align: 'end',
      width: '6rem',
      render: (row) => format.number(row.records),
    },
    {
      key: 'attachments',
      title: text('office.backups.attachments'),
      align: 'end',
      width: '7rem',
      render: (row) => format.number(row.attachments),
    },
    {
      key: 'size',
      title: text('office.backups.size'),
      align: 'end',
      width: '6rem',
      render: (row) => `${format.number(Math.max(0.1, Math.round(row.bytes / 100_000) / 10))} MB`,
    },
    {
      key: 'restorable',
      title: text('office.backups.restorable'),
      width: '13rem',
      render: (row) =>
        row.openableWith > 0 ? (
          <StateMark tone="done">
            {text('office.backups.restorable_with', { count: row.openableWith })}
          </StateMark>
        ) : (
          <StateMark tone="attention">{text('office.backups.not_restorable')}</StateMark>
        ),
    },
    {
      key: 'do',
      title: '',
      width: '11rem',
      render: (row) => (
        <span className="row">
          <Button
            kind="text"
            onPress={() => onCheck(row)}
            isDisabled={isBusy}
            aria-label={text('office.backups.check_of', { reference: row.reference })}
          >
            {text('office.backups.check')}
          </Button>
          {may('office.manage_copies') ? (
            <Button
              kind="text"
              onPress={() => onEnd(row)}
              isDisabled={isBusy}
              aria-label={text('office.backups.end_of', { reference: row.reference })}
            >
              {text('office.backups.end')}
            </Button>
          ) : null}
        </span>
      ),
    },
  ];
}

function EndBackupDialog({ backup, onClose }: { backup: BackupRow; onClose(): void }) {
  const text = useText();
  const end = useSend('office.closeKnownCopy');
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={text('office.backups.end_title', { reference: backup.reference })}
      consequence={text('office.backups.end_text')}
      confirmLabel={text('office.backups.end')}
      isDanger
      isBusy={end.isPending}
      error={end.error?.error ?? null}
      onConfirm={() =>
        end.mutate(
          { copyId: backup.copyId, how: 'destroyed' },
          {
            onSuccess: ({ removed }) => {
              notify(text('office.backups.ended', { removed: String(removed) }));
              onClose();
            },
          },
        )
      }
    />
  );
}
