import { useState } from 'react';
import { useSend } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { RadioGroup } from '../components/index.ts';
import type { PaperView } from './paper.tsx';
import { PaperScan } from './paper-scan.tsx';

/** Scanning units off the pulling list, and back onto their shelves. */
export function PaperFetch({ view }: { view: PaperView }) {
  const text = useText();
  const [way, setWay] = useState<'pull' | 'put_back'>(
    view.units.some(({ state }) => state === 'to_return') ? 'put_back' : 'pull',
  );
  const pull = useSend('destruction.pullUnit');
  const putBack = useSend('destruction.putBackUnit');
  const send = way === 'pull' ? pull : putBack;
  const { orderId } = view;
  return (
    <div className="stack">
      <RadioGroup<'pull' | 'put_back'>
        label={text('destruction.paper.fetch.way')}
        value={way}
        onChange={setWay}
        options={[
          { value: 'pull', label: text('destruction.paper.fetch.pull') },
          { value: 'put_back', label: text('destruction.paper.fetch.put_back') },
        ]}
      />
      <PaperScan
        key={way}
        label={text('destruction.paper.scan.label')}
        isBusy={send.isPending}
        said={send.data === undefined ? null : text(`destruction.paper.fetch.${way}.said`, send.data)}
        error={send.error?.error ?? null}
        onScan={(scanned) => send.mutate({ orderId, text: scanned })}
      />
    </div>
  );
}
