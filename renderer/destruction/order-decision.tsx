import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useSend } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { Button, ConfirmDialog, notify } from '../components/index.ts';

/** The second person's answer. What is signed is the digest of the order as it is on screen. */
export function OrderDecision({ view }: { view: ChannelOutput<'destruction.getOrder'> }) {
  const text = useText();
  const approve = useSend('destruction.approveOrder');
  const reject = useSend('destruction.rejectOrder');
  const [asking, setAsking] = useState<'approve' | 'reject' | null>(null);
  const { number, units, orderId, state, approvals, approvalsNeeded } = view.order;
  const deed = asking === 'reject' ? reject : approve;
  const close = () => {
    approve.reset();
    reject.reset();
    setAsking(null);
  };
  return (
    <>
      <p>
        {text(
          state === 'approved' ? 'destruction.duty.you_may_still_reject' : 'destruction.duty.you_approve',
        )}
      </p>
      {view.standsInForStaffNumber === null ? null : (
        <p>{text('destruction.duty.stands_in', { number: view.standsInForStaffNumber })}</p>
      )}
      {state === 'proposed' && approvalsNeeded > 1 ? (
        <p>{text('destruction.duty.stages', { given: approvals, needed: approvalsNeeded })}</p>
      ) : null}
      <div className="row">
        <Button onPress={() => setAsking('reject')}>{text('destruction.reject.action')}</Button>
        {state === 'proposed' ? (
          <Button kind="primary" onPress={() => setAsking('approve')} isDisabled={!view.digestValid}>
            {text('destruction.approve.action')}
          </Button>
        ) : null}
      </div>
      <ConfirmDialog
        isOpen={asking !== null}
        onClose={close}
        onConfirm={() =>
          deed.mutate(
            { orderId, digest: view.digest },
            {
              onSuccess: () => {
                notify(text(`destruction.${asking ?? 'approve'}.done`, { number }));
                close();
              },
            },
          )
        }
        title={text(`destruction.${asking ?? 'approve'}.title`, { number })}
        consequence={text(`destruction.${asking ?? 'approve'}.consequence`, { count: units })}
        confirmLabel={text(`destruction.${asking ?? 'approve'}.action`)}
        isDanger={asking === 'approve'}
        isBusy={deed.isPending}
        error={deed.error?.error ?? null}
      />
    </>
  );
}
