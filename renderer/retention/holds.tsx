import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useCall, useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  ButtonLink,
  type Column,
  ConfirmDialog,
  EmptyState,
  notify,
  PageHeader,
  Table,
} from '../components/index.ts';
import { RetentionNav } from './room.tsx';

type Hold = ChannelOutput<'retention.listHolds'>['holds'][number];

/** Every hold that stands, and the only way in which one ends. */
export function HoldsScreen() {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const list = useCall('retention.listHolds', {});
  const [releasing, setReleasing] = useState<Hold | null>(null);
  const columns: Column<Hold>[] = [
    { key: 'authority', title: text('retention.holds.authority'), render: (hold) => hold.authority },
    { key: 'reason', title: text('retention.holds.reason'), render: (hold) => hold.reason },
    {
      key: 'units',
      title: text('retention.holds.units'),
      align: 'end',
      width: '5rem',
      render: (hold) => (
        <Link to="/retention" search={{ show: 'held' }} aria-label={text('retention.holds.show_units')}>
          {format.number(hold.units)}
        </Link>
      ),
    },
    {
      key: 'placed',
      title: text('retention.holds.placed'),
      width: '12rem',
      render: (hold) => format.instant(hold.placedAt),
    },
    {
      key: 'by',
      title: text('retention.holds.by'),
      align: 'end',
      width: '7rem',
      render: (hold) => hold.staffNumber,
    },
  ];
  if (may('retention.hold')) {
    columns.push({
      key: 'action',
      title: text('retention.holds.action'),
      width: '6rem',
      align: 'end',
      render: (hold) => (
        <Button kind="text" onPress={() => setReleasing(hold)}>
          {text('retention.holds.release')}
        </Button>
      ),
    });
  }
  return (
    <div className="page">
      <RetentionNav />
      <PageHeader
        room="retention"
        title={text('retention.holds.title')}
        lead={text('retention.holds.lead')}
      />
      <Answered query={list}>
        {({ holds }) => (
          <Table
            label={text('retention.holds.title')}
            columns={columns}
            rows={holds}
            keyOf={(hold) => hold.holdId}
            empty={
              <EmptyState
                title={text('retention.holds.empty.title')}
                action={<ButtonLink to="/retention">{text('retention.holds.empty.action')}</ButtonLink>}
              >
                {text('retention.holds.empty.text')}
              </EmptyState>
            }
          />
        )}
      </Answered>
      <ReleaseDialog hold={releasing} onClose={() => setReleasing(null)} />
    </div>
  );
}

function ReleaseDialog({ hold, onClose }: { hold: Hold | null; onClose(): void }) {
  const text = useText();
  const release = useSend('retention.releaseHold');
  const close = () => {
    release.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen={hold !== null}
      onClose={close}
      onConfirm={() => {
        if (hold === null) return;
        release.mutate(
          { holdId: hold.holdId },
          {
            onSuccess: ({ units }) => {
              notify(text('retention.holds.released', { count: units }));
              close();
            },
          },
        );
      }}
      title={text('retention.holds.release.title')}
      consequence={
        <div className="stack-tight">
          <p>
            <strong>{hold?.authority}</strong>
          </p>
          <p>{text('retention.holds.release.consequence', { count: hold?.units ?? 0 })}</p>
        </div>
      }
      confirmLabel={text('retention.holds.release.confirm')}
      isBusy={release.isPending}
      error={release.error?.error ?? null}
    />
  );
}
