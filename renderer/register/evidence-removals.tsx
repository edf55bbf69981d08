import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  ConfirmDialog,
  EmptyState,
  ErrorNote,
  notify,
  ProgressPanel,
  StateMark,
  Table,
} from '../components/index.ts';

type Removal = ChannelOutput<'register.listEvidence'>['removals'][number];

/** What was asked for and what was removed, under which rule; a second person decides. */
export function EvidenceRemovals({ removals }: { removals: readonly Removal[] }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const decide = useSend('register.decideRemoval');
  const [approving, setApproving] = useState<Removal | null>(null);
  const send = (removalId: string, decision: 'approve' | 'reject') =>
    decide.mutate(
      { removalId, decision },
      {
        onSuccess: ({ state }) => {
          notify(text(state === 'rejected' ? 'register.evidence.rejected' : 'register.evidence.done'));
          setApproving(null);
        },
      },
    );
  return (
    <>
      {approving === null ? <ErrorNote error={decide.error?.error ?? null} /> : null}
      {decide.isPending ? (
        <ProgressPanel channel="register.decideRemoval" label={text('register.evidence.removing')} />
      ) : null}
      <Table
        label={text('register.evidence.removals')}
        rows={removals}
        keyOf={({ removalId }) => removalId}
        empty={<EmptyState title={text('register.evidence.removals.none')} />}
        columns={[
          {
            key: 'extent',
            title: text('register.evidence.extent'),
            isRowHeader: true,
            render: ({ extent }) =>
              extent.kind === 'audit_log'
                ? text('register.evidence.extent.audit_log', { size: extent.size })
                : text('register.evidence.extent.certificates', { count: extent.certificates }),
          },
          {
            key: 'rule',
            title: text('register.evidence.rule'),
            render: ({ rule, through }) =>
              text('register.audit.removed_under', {
                rule: format.say(rule.name),
                date: format.date(through),
              }),
          },
          {
            key: 'asked',
            title: text('register.evidence.asked'),
            render: ({ proposedAt, staffNumber }) =>
              text('register.evidence.asked.value', {
                at: format.instant(proposedAt),
                number: staffNumber,
              }),
          },
          {
            key: 'state',
            title: text('register.evidence.state'),
            width: '12rem',
            render: ({ state }) => (
              <StateMark tone={state === 'proposed' || state === 'approved' ? 'attention' : 'done'}>
                {text(`register.evidence.state.${state}`)}
              </StateMark>
            ),
          },
          {
            key: 'decide',
            title: text('register.evidence.decide'),
            width: '18rem',
            render: (removal) =>
              removal.state !== 'proposed' ||
              !may('register.manage_evidence') ? null : removal.proposedByMe ? (
                <span className="quiet small">{text('register.evidence.mine')}</span>
              ) : (
                <span className="row">
                  <Button onPress={() => setApproving(removal)}>{text('register.evidence.approve')}</Button>
                  <Button kind="text" onPress={() => send(removal.removalId, 'reject')}>
                    {text('register.evidence.reject')}
                  </Button>
                </span>
              ),
          },
        ]}
      />
      {approving === null ? null : (
        <ConfirmDialog
          isOpen
          isDanger
          title={text('register.evidence.approve.title')}
          consequence={text('register.evidence.approve.text')}
          confirmLabel={text('register.evidence.approve')}
          isBusy={decide.isPending}
          error={decide.error?.error ?? null}
          onConfirm={() => send(approving.removalId, 'approve')}
          onClose={() => setApproving(null)}
        />
      )}
    </>
  );
}
