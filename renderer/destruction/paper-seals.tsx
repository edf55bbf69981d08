import { useState } from 'react';
import { useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, CheckboxGroup, ErrorNote, StateMark, Table, TextField } from '../components/index.ts';
import type { PaperView } from './paper.tsx';
import { PaperHandOver } from './paper-hand-over.tsx';

/** Fetched units go into a container under a numbered seal; containers go from hand to hand. */
export function PaperSeals({ view }: { view: PaperView }) {
  const text = useText();
  const format = useOfficeFormat();
  const fetched = sealable(view);
  const [isGiving, setGiving] = useState(false);
  const mine = view.containers.filter(({ isMine, isOpen }) => isMine && !isOpen);
  return (
    <div className="stack">
      {fetched.length > 0 ? <SealForm view={view} key={fetched.map(({ unitId }) => unitId).join()} /> : null}
      {view.containers.length > 0 ? (
        <Table
          label={text('destruction.paper.seals')}
          rows={view.containers}
          keyOf={({ containerId }) => containerId}
          columns={[
            { key: 'seal', title: text('destruction.paper.seal'), render: ({ seal }) => seal },
            {
              key: 'units',
              title: text('destruction.orders.units'),
              align: 'end',
              width: '5rem',
              render: ({ units }) => format.number(units),
            },
            {
              key: 'at',
              title: text('destruction.paper.sealed_at'),
              render: ({ sealedAt }) => format.instant(sealedAt),
            },
            {
              key: 'who',
              title: text('destruction.paper.custodian'),
              render: ({ custodian, isOpen }) =>
                isOpen ? (
                  <StateMark tone="ash">{text('destruction.paper.opened')}</StateMark>
                ) : (
                  (custodian.vendorName ??
                  text('destruction.steps.staff', { number: custodian.staffNumber ?? 0 }))
                ),
            },
          ]}
        />
      ) : fetched.length === 0 ? (
        <p className="quiet">{text('destruction.paper.seals.none')}</p>
      ) : null}
      {mine.length > 0 ? (
        <div className="row">
          <Button onPress={() => setGiving(true)}>{text('destruction.paper.hand_over')}</Button>
        </div>
      ) : null}
      {isGiving ? <PaperHandOver view={view} containers={mine} onClose={() => setGiving(false)} /> : null}
    </div>
  );
}

/** Parts stay in their record, which goes back to its shelf: they are not sealed. */
function sealable({ units }: PaperView) {
  return units.filter(({ state, part }) => state === 'pulled' && part === undefined);
}

function SealForm({ view }: { view: PaperView }) {
  const text = useText();
  const fetched = sealable(view);
  const [seal, setSeal] = useState('');
  const [chosen, setChosen] = useState<string[]>(fetched.map(({ unitId }) => unitId));
  const send = useSend('destruction.sealUnits');
  return (
    <div className="stack">
      <CheckboxGroup
        label={text('destruction.paper.seal.units')}
        value={chosen}
        onChange={setChosen}
        options={fetched.map(({ unitId, kind, code }) => ({
          value: unitId,
          label: `${text(`documents.paper.kind.${kind}`)} ${code}`,
        }))}
      />
      <div className="paper-enter">
        <TextField
          label={text('destruction.paper.seal.number')}
          hint={text('destruction.paper.seal.hint')}
          value={seal}
          onChange={setSeal}
          maxLength={40}
        />
        <Button
          isDisabled={seal.trim() === '' || chosen.length === 0 || send.isPending}
          onPress={() => send.mutate({ orderId: view.orderId, seal: seal.trim(), unitIds: chosen })}
        >
          {text('destruction.paper.seal.action', { count: chosen.length })}
        </Button>
      </div>
      {send.error ? <ErrorNote error={send.error.error} /> : null}
    </div>
  );
}
