import { type ReactNode, useState } from 'react';
import type { CallError } from '../../shared/contract/answer.ts';
import type { Permission } from '../../shared/domain/office/permission.ts';
import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, ConfirmDialog, ErrorNote } from '../components/index.ts';

export type Decision = 'approve' | 'reject';

/** What one person asked for and another decides about: what it is, and the two answers where they are this person's to give. */
export function WaitingDecision({
  permission,
  byMe,
  mine,
  confirm,
  onDecide,
  isPending,
  error,
  children,
}: {
  permission: Permission;
  byMe: boolean;
  /** Said to whoever asked. */
  mine: string;
  /** Asked before it is approved, where more follows than the words above say. */
  confirm?: { title: string; consequence: ReactNode };
  onDecide(decision: Decision, onDone: () => void): void;
  isPending: boolean;
  error: CallError | null;
  children: ReactNode;
}) {
  const text = useText();
  const may = useMay();
  const [isApproving, setApproving] = useState(false);
  const close = () => setApproving(false);
  const isTheirs = may(permission) && !byMe;
  return (
    <li className="stack-tight">
      {children}
      {byMe ? <p className="quiet small">{mine}</p> : null}
      {isTheirs ? (
        <div className="row">
          <Button
            onPress={() => (confirm === undefined ? onDecide('approve', close) : setApproving(true))}
            isDisabled={isPending}
          >
            {text('retention.changes.approve')}
          </Button>
          <Button kind="text" onPress={() => onDecide('reject', close)} isDisabled={isPending}>
            {text('retention.changes.reject')}
          </Button>
        </div>
      ) : null}
      {isApproving ? null : <ErrorNote error={error} />}
      {confirm === undefined ? null : (
        <ConfirmDialog
          isOpen={isApproving}
          onClose={close}
          onConfirm={() => onDecide('approve', close)}
          title={confirm.title}
          consequence={confirm.consequence}
          confirmLabel={text('retention.changes.approve')}
          isBusy={isPending}
          error={error}
        />
      )}
    </li>
  );
}
