import { useState } from 'react';
import { type InterruptionReason, interruptionReasons } from '../../shared/domain/destruction/paper-batch.ts';
import { isByHand } from '../../shared/domain/destruction/paper-security.ts';
import { useSend } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { Button, Dialog, DialogButtons, ErrorNote, Select } from '../components/index.ts';
import { AmountFields, amountOf, noOutcome, type Outcome } from './paper-amount.tsx';
import type { Batch } from './paper-batches.tsx';

/** The machine stands still: because everything went in, or because something came in between. */
export function StopBatch({ batch }: { batch: Batch }) {
  const text = useText();
  const [how, setHow] = useState<'done' | 'interrupted' | null>(null);
  const [reason, setReason] = useState<InterruptionReason | null>(null);
  const [outcome, setOutcome] = useState<Outcome>(noOutcome(batch.method));
  const send = useSend('destruction.stopBatch');
  const isEmpty = batch.units === 0;
  const amount = isEmpty ? { kind: 'sheets' as const, measured: 0, reason: null } : amountOf(batch, outcome);
  const isComplete = amount !== null && (how === 'done' || reason !== null);
  return (
    <div className="row">
      <Button kind="danger" isDisabled={isEmpty} onPress={() => setHow('done')}>
        {text(isByHand(batch.method) ? 'destruction.paper.stop.done_by_hand' : 'destruction.paper.stop.done')}
      </Button>
      <Button onPress={() => setHow('interrupted')}>{text('destruction.paper.stop.interrupted')}</Button>
      <Dialog
        isOpen={how !== null}
        onClose={() => setHow(null)}
        title={text(`destruction.paper.stop.${how ?? 'done'}`)}
        isBusy={send.isPending}
      >
        <div className="stack paper-hands">
          <p>
            {text(
              `destruction.paper.stop.${how ?? 'done'}.${isByHand(batch.method) ? 'text_by_hand' : 'text'}`,
              {
                count: batch.units,
              },
            )}
          </p>
          {how === 'interrupted' ? (
            <Select<InterruptionReason>
              label={text('destruction.paper.stop.reason')}
              value={reason}
              onChange={setReason}
              options={interruptionReasons.map((one) => ({
                value: one,
                label: text(`documents.paper.interruption.${one}`),
              }))}
            />
          ) : null}
          {isEmpty ? null : <AmountFields batch={batch} value={outcome} onChange={setOutcome} />}
          {send.error ? <ErrorNote error={send.error.error} /> : null}
        </div>
        <DialogButtons>
          <Button onPress={() => setHow(null)}>{text('common.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={!isComplete || send.isPending}
            onPress={() => {
              if (amount === null) return;
              send.mutate(
                {
                  batchId: batch.batchId,
                  interruptedBy: how === 'interrupted' ? reason : null,
                  amount,
                  residue: outcome.residue,
                },
                { onSuccess: () => setHow(null) },
              );
            }}
          >
            {text('destruction.paper.stop.action')}
          </Button>
        </DialogButtons>
      </Dialog>
    </div>
  );
}
