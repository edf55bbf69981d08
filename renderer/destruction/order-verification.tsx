import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useSend } from '../app/call.ts';
import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, ErrorNote, notify, ProgressPanel } from '../components/index.ts';

/** An order whose keys are gone but whose checks did not all pass: it stays open until they do. */
export function OrderVerification({ view }: { view: ChannelOutput<'destruction.getOrder'> }) {
  const text = useText();
  const may = useMay();
  const verify = useSend('destruction.verifyOrder');
  const { number, orderId } = view.order;
  if (verify.isPending) {
    return (
      <div className="order-next-work">
        <ProgressPanel
          channel="destruction.verifyOrder"
          label={text('destruction.verify.running', { number })}
        />
      </div>
    );
  }
  return (
    <>
      <p role="status">
        {text('destruction.duty.unverified')}{' '}
        {may('destruction.execute') ? null : text('destruction.duty.unverified_operator')}
      </p>
      {may('destruction.execute') ? (
        <Button
          kind="primary"
          onPress={() =>
            verify.mutate(
              { orderId },
              {
                onSuccess: ({ certificateNumber }) =>
                  certificateNumber === null
                    ? notify(text('destruction.execute.unverified'), 'ember')
                    : notify(text('destruction.execute.done', { number: certificateNumber })),
              },
            )
          }
        >
          {text('destruction.verify.action')}
        </Button>
      ) : null}
      <ErrorNote error={verify.error?.error} />
    </>
  );
}
