import { useSend } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { ConfirmDialog } from '../components/index.ts';

export interface ProposedOrder {
  orderId: string;
  number: string;
  count: number;
}

/** Asks before an order is made: what it means, and that somebody else has to go on from there. */
export function ProposeDialog(props: {
  isOpen: boolean;
  unitIds: string[];
  onClose(): void;
  onProposed(order: ProposedOrder): void;
}) {
  const { unitIds } = props;
  const text = useText();
  const propose = useSend('destruction.proposeOrder');
  const count = unitIds.length;
  return (
    <ConfirmDialog
      isOpen={props.isOpen}
      onClose={() => {
        propose.reset();
        props.onClose();
      }}
      onConfirm={() =>
        propose.mutate(
          { unitIds },
          { onSuccess: ({ orderId, number }) => props.onProposed({ orderId, number, count }) },
        )
      }
      title={text('retention.propose.title', { count })}
      consequence={
        <div className="stack-tight">
          <p>{text('retention.propose.consequence')}</p>
          <p>
            <strong>{text('retention.propose.not_yourself')}</strong>
          </p>
        </div>
      }
      confirmLabel={text('retention.propose.action')}
      isBusy={propose.isPending}
      error={propose.error?.error ?? null}
    />
  );
}
