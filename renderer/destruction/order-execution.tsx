import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useProgress, useSend } from '../app/call.ts';
import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, ConfirmDialog, ErrorNote, notify, ProgressPanel } from '../components/index.ts';
import { ScheduleButton } from './order-schedule.tsx';

type OrderView = ChannelOutput<'destruction.getOrder'>;

/** Steps before the point of no return; from `destroy_keys` on an execution is always finished (ERASURE.md). */
const stoppable: ReadonlySet<string> = new Set(['check_order', 'write_intent']);

/** Carrying out an approved order: by an operator who neither asked for nor approved it. */
export function OrderExecution({ view }: { view: OrderView }) {
  const text = useText();
  const may = useMay();
  const execute = useSend('destruction.executeOrder');
  const progress = useProgress('destruction.executeOrder');
  const [isAsking, setAsking] = useState(false);
  const { order } = view;
  const { number, orderId } = order;

  const start = () => {
    setAsking(false);
    execute.mutate(
      { orderId, digest: view.digest },
      {
        onSuccess: ({ certificateNumber }) =>
          certificateNumber === null
            ? notify(text('destruction.execute.unverified'), 'ember')
            : notify(text('destruction.execute.done', { number: certificateNumber })),
      },
    );
  };

  if (execute.isPending || (order.state === 'executing' && progress !== null)) {
    const canStop = progress === null || stoppable.has(progress.step);
    return (
      <div className="order-next-work">
        <ProgressPanel
          channel="destruction.executeOrder"
          label={text('destruction.execute.running', { number })}
          canCancel={canStop}
        />
        <p className="quiet" role="status">
          {text(canStop ? 'destruction.execute.can_stop' : 'destruction.execute.cannot_stop')}
        </p>
      </div>
    );
  }
  if (order.state === 'executing') return <p>{text('destruction.duty.executing')}</p>;
  if (order.electronic !== 'open') return null;
  if (!may('destruction.execute')) return <p>{text('destruction.duty.waits_for_operator')}</p>;
  if (order.requestedByMe) return <p>{text('destruction.duty.requester_cannot_execute')}</p>;
  if (order.approvedByMe) return <p>{text('destruction.duty.approver_cannot_execute')}</p>;
  const wasCancelled = execute.error?.error.code === 'cancelled';
  return (
    <>
      <p role="status">
        {text(wasCancelled ? 'destruction.execute.cancelled' : 'destruction.duty.you_execute')}
      </p>
      <Button
        kind="danger"
        onPress={() => setAsking(true)}
        isDisabled={view.toDestroy === 0 || !view.digestValid}
      >
        {text('destruction.execute.action')}
      </Button>
      <ScheduleButton view={view} />
      {execute.error && !wasCancelled ? <ErrorNote error={execute.error.error} /> : null}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={start}
        title={text('destruction.execute.title', { number })}
        consequence={
          <div className="stack-tight">
            <p>
              <strong>{text('destruction.execute.consequence', { count: view.toDestroy })}</strong>
            </p>
            <p>{text('destruction.execute.cancelling')}</p>
          </div>
        }
        confirmLabel={text('destruction.execute.confirm', { count: view.toDestroy })}
        isDanger
      />
    </>
  );
}
