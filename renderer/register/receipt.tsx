import { useState } from 'react';
import { useSend } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  DocumentDialog,
  ErrorNote,
  PageHeader,
  ProgressPanel,
  TextField,
} from '../components/index.ts';
import { RegisterNav } from './room.tsx';

/** A receipt's code in, certificate and proof out. The code is kept no longer than the screen is open. */
export function ReceiptScreen() {
  const text = useText();
  const find = useSend('register.findReceipt');
  const [typed, setTyped] = useState('');
  const [isMalformed, setMalformed] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const receiptCode = typed.replaceAll(/[\s-]/gu, '').toLowerCase();
  const isUnknown = find.error?.error.code === 'receipt_unknown';
  const problem = isMalformed ? text('register.receipt.code.malformed') : undefined;
  return (
    <div className="page">
      <RegisterNav />
      <PageHeader
        room="register"
        title={text('register.receipt.title')}
        lead={text('register.receipt.lead')}
      />
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          find.reset();
          const isCode = /^(?:[0-9a-f]{2}){16,32}$/u.test(receiptCode);
          setMalformed(!isCode);
          if (isCode) find.mutate({ receiptCode });
        }}
      >
        <TextField
          label={text('register.receipt.code')}
          hint={text('register.receipt.code.hint')}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setMalformed(false);
            find.reset();
          }}
          maxLength={120}
          error={isUnknown ? text('error.receipt_unknown') : problem}
          autoFocus
        />
        <div className="row">
          <Button kind="primary" type="submit" isBusy={find.isPending}>
            {text('register.receipt.find')}
          </Button>
        </div>
      </form>
      {find.isPending ? (
        <ProgressPanel channel="register.findReceipt" label={text('register.receipt.finding')} canCancel />
      ) : null}
      <ErrorNote error={isUnknown ? null : (find.error?.error ?? null)} />
      {find.data ? (
        <div className="stack" role="status">
          <p>{text('register.receipt.found')}</p>
          {find.data.certificates.map((number) => (
            <div className="row" key={number}>
              <Button onPress={() => setOpen(number)}>{text('register.receipt.letter', { number })}</Button>
            </div>
          ))}
        </div>
      ) : null}
      {open === null ? null : (
        <DocumentDialog
          channel="register.personProof"
          ask={{ receiptCode, number: open }}
          formats={['pdf', 'json']}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
