import { useState } from 'react';
import type { Signature } from '../../shared/domain/collection/consent.ts';
import { isByHand } from '../../shared/domain/destruction/paper-security.ts';
import { useSend } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { Button, DocumentDialog, ErrorNote, notify, RadioGroup, TextField } from '../components/index.ts';
import type { PaperView } from './paper.tsx';
import type { Batch } from './paper-batches.tsx';
import { PaperFiles } from './paper-files.tsx';
import { TwoSignatures } from './two-signatures.tsx';

/** Operator and witness put their names to it; with that the paper is destroyed in the books as well. */
export function SignBatch({ view, batch }: { view: PaperView; batch: Batch }) {
  const text = useText();
  const [way, setWay] = useState<'screen' | 'paper'>('screen');
  const [operator, setOperator] = useState<Signature | null>(null);
  const [witness, setWitness] = useState<Signature | null>(null);
  const [witnessPassword, setPassword] = useState('');
  const [isPrinting, setPrinting] = useState(false);
  const send = useSend('destruction.signBatch');
  const sheets = view.files.filter(
    ({ kind, batchId }) => kind === 'signed_sheet' && batchId === batch.batchId,
  );
  const isComplete =
    way === 'screen' ? operator !== null && witness !== null && witnessPassword !== '' : sheets.length > 0;
  const sign = () =>
    send.mutate(
      {
        batchId: batch.batchId,
        signed:
          way === 'screen' && operator !== null && witness !== null
            ? { way: 'screen', operator, witness, witnessPassword }
            : { way: 'paper', fileIds: sheets.slice(-10).map(({ fileId }) => fileId) },
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
  return (
    <div className="stack">
      <strong>{text('destruction.paper.sign.title')}</strong>
      <p>
        {text(`destruction.paper.sign.${isByHand(batch.method) ? 'statement_by_hand' : 'statement'}`, {
          count: batch.units,
          number: batch.number,
        })}
      </p>
      <RadioGroup<'screen' | 'paper'>
        label={text('destruction.paper.sign.way')}
        value={way}
        onChange={setWay}
        options={[
          { value: 'screen', label: text('destruction.paper.sign.screen') },
          { value: 'paper', label: text('destruction.paper.sign.paper') },
        ]}
      />
      {way === 'screen' ? (
        <>
          <TwoSignatures
            first={{
              label: text('destruction.paper.sign.operator', { number: batch.operatorStaffNumber }),
              value: operator,
              onChange: setOperator,
            }}
            second={{
              label: text('destruction.paper.sign.witness', { number: batch.witnessStaffNumber ?? 0 }),
              value: witness,
              onChange: setWitness,
            }}
          />
          <TextField
            type="password"
            label={text('destruction.paper.sign.password', { number: batch.witnessStaffNumber ?? 0 })}
            hint={text('destruction.paper.sign.password_hint')}
            value={witnessPassword}
            onChange={setPassword}
          />
        </>
      ) : (
        <>
          <p className="quiet">{text('destruction.paper.sign.sheet_hint')}</p>
          <div className="row">
            <Button onPress={() => setPrinting(true)}>{text('destruction.paper.sign.sheet')}</Button>
          </div>
          <PaperFiles view={view} batchId={batch.batchId} kind="signed_sheet" />
          {isPrinting ? (
            <DocumentDialog
              channel="destruction.batchSheet"
              ask={{ batchId: batch.batchId }}
              formats={['pdf']}
              onClose={() => setPrinting(false)}
            />
          ) : null}
        </>
      )}
      {send.error ? <ErrorNote error={send.error.error} /> : null}
      <div className="row">
        <Button kind="danger" isDisabled={!isComplete || send.isPending} onPress={sign}>
          {text('destruction.paper.sign.action')}
        </Button>
      </div>
    </div>
  );
}
