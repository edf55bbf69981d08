import { useState } from 'react';
import { useSend } from '../app/call.ts';
import { useStatus } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, DateField, ErrorNote, notify, TextField } from '../components/index.ts';
import type { PaperView } from './paper.tsx';
import { AmountFields, amountOf, noOutcome, type Outcome } from './paper-amount.tsx';
import type { Batch } from './paper-batches.tsx';
import { PaperFiles } from './paper-files.tsx';

/** The vendor's own certificate has come: it is attached, and with it the batch is done. */
export function VendorCertificate({ view, batch }: { view: PaperView; batch: Batch }) {
  const text = useText();
  const today = useStatus()?.today ?? null;
  const [number, setNumber] = useState('');
  const [on, setOn] = useState<string | null>(today);
  const [outcome, setOutcome] = useState<Outcome>({
    ...noOutcome(batch.method),
    kind: 'grams',
    residue: 'taken_by_vendor',
  });
  const send = useSend('destruction.receiveVendorCertificate');
  const file = view.files.findLast(
    ({ kind, batchId }) => kind === 'vendor_certificate' && batchId === batch.batchId,
  );
  const amount = amountOf(batch, outcome);
  return (
    <div className="stack">
      <strong>{text('destruction.paper.certificate.title')}</strong>
      <PaperFiles view={view} batchId={batch.batchId} kind="vendor_certificate" />
      <TextField
        label={text('destruction.paper.certificate.number')}
        value={number}
        onChange={setNumber}
        maxLength={60}
      />
      <DateField label={text('destruction.paper.certificate.on')} value={on} onChange={setOn} />
      <AmountFields batch={batch} value={outcome} onChange={setOutcome} />
      {send.error ? <ErrorNote error={send.error.error} /> : null}
      <div className="row">
        <Button
          kind="danger"
          isDisabled={
            file === undefined || number.trim() === '' || on === null || amount === null || send.isPending
          }
          onPress={() => {
            if (file === undefined || on === null || amount === null) return;
            send.mutate(
              {
                batchId: batch.batchId,
                number: number.trim(),
                on,
                fileId: file.fileId,
                amount,
                residue: outcome.residue,
              },
              {
                onSuccess: ({ certificateNumber }) =>
                  notify(
                    certificateNumber === null
                      ? text('destruction.paper.signed', { number: batch.number })
                      : text('destruction.execute.done', { number: certificateNumber }),
                  ),
              },
            );
          }}
        >
          {text('destruction.paper.certificate.action')}
        </Button>
      </div>
    </div>
  );
}
