import { useState } from 'react';
import { useSend } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { ConfirmDialog } from '../components/index.ts';
import { TwinsQuestion } from '../paper/twins-question.tsx';

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
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const ordered = [...new Set([...unitIds, ...added])];
  const count = ordered.length;
  return (
    <ConfirmDialog
      isOpen={props.isOpen}
      onClose={() => {
        propose.reset();
        props.onClose();
      }}
      onConfirm={() =>
        propose.mutate(
          { unitIds: ordered },
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
          {props.isOpen ? <TwinsQuestion unitIds={unitIds} added={added} onAdd={setAdded} /> : null}
        </div>
      }
      confirmLabel={text('retention.propose.action')}
      isBusy={propose.isPending}
      error={propose.error?.error ?? null}
    />
  );
}
