import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { HoldRow } from '../../shared/contract/retention-holds.ts';
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
  StateMark,
  Table,
} from '../components/index.ts';
import { QueryHoldDialog } from './query-hold-dialog.tsx';
import { RetentionNav } from './room.tsx';

type Deed = 'request' | 'release' | 'keep';

/** Every hold that stands, and the only way in which one ends: one person asks, another consents. */
export function HoldsScreen() {
  const text = useText();
  const may = useMay();
  const list = useCall('retention.listHolds', {});
  const [asking, setAsking] = useState<{ hold: HoldRow; deed: Deed } | null>(null);
  const [isPlacing, setPlacing] = useState(false);
  const columns = useHoldColumns((hold, deed) => setAsking({ hold, deed }));
  return (
    <div className="page">
      <RetentionNav />
      <PageHeader
        room="retention"
        title={text('retention.holds.title')}
        lead={text('retention.holds.lead')}
        actions={
          may('retention.hold') ? (
            <Button kind="primary" onPress={() => setPlacing(true)}>
              {text('retention.holds.place')}
            </Button>
          ) : undefined
        }
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
      {isPlacing ? <QueryHoldDialog onClose={() => setPlacing(false)} /> : null}
      {asking === null ? null : <HoldDeed {...asking} onClose={() => setAsking(null)} />}
    </div>
  );
}

function useHoldColumns(onAsk: (hold: HoldRow, deed: Deed) => void): Column<HoldRow>[] {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  return [
    {
      key: 'authority',
      title: text('retention.holds.authority'),
      render: (hold) => (
        <>
          <strong>{hold.authority}</strong>
          <span className="review-secondary">{hold.reason}</span>
        </>
      ),
    },
    {
      key: 'units',
      title: text('retention.holds.scope'),
      width: '12rem',
      render: (hold) => (
        <>
          <Link
            to="/retention"
            search={{ show: 'held', hold: hold.holdId }}
            aria-label={text('retention.holds.show_units')}
          >
            {format.number(hold.units)}
          </Link>
          <span className="review-secondary">
            {text(`retention.holds.scope.${hold.byQuery ? 'query' : 'listed'}`)}
          </span>
        </>
      ),
    },
    {
      key: 'placed',
      title: text('retention.holds.placed'),
      width: '14rem',
      render: (hold) => (
        <>
          {format.instant(hold.placedAt)}
          <span className="review-secondary">
            {text('retention.rule.history.staff', { number: hold.staffNumber })}
          </span>
          {hold.remindOn === null ? null : hold.isToBeReviewed ? (
            <StateMark tone="attention">
              {text('retention.holds.remind_due', { date: format.date(hold.remindOn) })}
            </StateMark>
          ) : (
            <span className="review-secondary">
              {text('retention.holds.remind', { date: format.date(hold.remindOn) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'action',
      title: text('retention.holds.action'),
      width: '15rem',
      render: (hold) => {
        const { releaseRequest } = hold;
        if (releaseRequest === null) {
          return may('retention.hold') ? (
            <Button kind="text" onPress={() => onAsk(hold, 'request')}>
              {text('retention.holds.request')}
            </Button>
          ) : null;
        }
        return (
          <>
            <span className="review-secondary">
              {releaseRequest.byMe
                ? text('retention.holds.requested_by_me')
                : text('retention.holds.requested', { number: releaseRequest.staffNumber })}
            </span>
            {may('retention.hold') ? (
              <div className="row">
                {releaseRequest.byMe ? null : (
                  <Button onPress={() => onAsk(hold, 'release')}>{text('retention.holds.release')}</Button>
                )}
                <Button kind="text" onPress={() => onAsk(hold, 'keep')}>
                  {text('retention.holds.keep')}
                </Button>
              </div>
            ) : null}
          </>
        );
      },
    },
  ];
}

/** Asks before a hold is touched, naming what follows. */
function HoldDeed({ hold, deed, onClose }: { hold: HoldRow; deed: Deed; onClose(): void }) {
  const text = useText();
  const request = useSend('retention.requestHoldRelease');
  const decide = useSend('retention.decideHoldRelease');
  const { holdId } = hold;
  const done = (words: string) => {
    notify(words);
    onClose();
  };
  const send = () => {
    if (deed === 'request') {
      request.mutate({ holdId }, { onSuccess: () => done(text('retention.holds.request.done')) });
      return;
    }
    decide.mutate(
      { holdId, decision: deed },
      {
        onSuccess: ({ units }) =>
          done(
            deed === 'keep'
              ? text('retention.holds.kept')
              : text('retention.holds.released', { count: units }),
          ),
      },
    );
  };
  const words = {
    request: {
      title: text('retention.holds.request.title'),
      consequence: text('retention.holds.request.consequence'),
      confirm: text('retention.holds.request'),
    },
    release: {
      title: text('retention.holds.release.title'),
      consequence: text('retention.holds.release.consequence', { count: hold.units }),
      confirm: text('retention.holds.release.confirm'),
    },
    keep: {
      title: text('retention.holds.keep'),
      consequence: text('retention.holds.kept'),
      confirm: text('retention.holds.keep'),
    },
  }[deed];
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={send}
      title={words.title}
      consequence={
        <div className="stack-tight">
          <p>
            <strong>{hold.authority}</strong>
          </p>
          <p>{words.consequence}</p>
        </div>
      }
      confirmLabel={words.confirm}
      isBusy={request.isPending || decide.isPending}
      error={(request.error ?? decide.error)?.error ?? null}
    />
  );
}
