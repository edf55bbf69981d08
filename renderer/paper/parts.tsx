import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { PartRow } from '../../shared/contract/paper-parts.ts';
import { useCall, useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, ConfirmDialog, notify, Section, StateMark, Table } from '../components/index.ts';
import { PartDialog } from './part-dialog.tsx';

type Opened = ChannelOutput<'paper.openEntry'>;

/** Parts of a record that go while the rest of it stays: what is masked, punched or cut out. Nothing where there can be none. */
export function Parts({ opened }: { opened: Opened }) {
  const text = useText();
  const may = useMay();
  const { entry, originals } = opened;
  const [isAsking, setAsking] = useState(false);
  const [withdrawn, setWithdrawn] = useState<PartRow | null>(null);
  const query = useCall('paper.listParts', { wholeId: entry.entryId });
  const withdraw = useSend('paper.withdrawPart');
  const answer = query.data;
  if (answer === undefined) return null;
  const mayAdd = answer.isPossible && may('paper.register') && entry.state !== 'destroyed';
  if (answer.parts.length === 0 && !mayAdd) return null;
  return (
    <Section
      title={text('paper.parts.title')}
      actions={
        mayAdd ? <Button onPress={() => setAsking(true)}>{text('paper.parts.add')}</Button> : undefined
      }
    >
      {answer.parts.length === 0 ? (
        <p className="quiet">{text('paper.parts.none')}</p>
      ) : (
        <PartTable parts={answer.parts} onWithdraw={may('paper.register') ? setWithdrawn : undefined} />
      )}
      {isAsking ? (
        <PartDialog
          entry={entry}
          fields={answer.fields}
          originals={originals}
          onClose={() => setAsking(false)}
        />
      ) : null}
      <ConfirmDialog
        isOpen={withdrawn !== null}
        onClose={() => setWithdrawn(null)}
        onConfirm={() =>
          withdrawn === null
            ? undefined
            : withdraw.mutate(
                { partId: withdrawn.partId },
                {
                  onSuccess: () => {
                    notify(text('paper.parts.withdrawn'));
                    setWithdrawn(null);
                  },
                },
              )
        }
        title={text('paper.parts.withdraw.title')}
        consequence={text('paper.parts.withdraw.text')}
        confirmLabel={text('paper.parts.withdraw')}
        isBusy={withdraw.isPending}
        error={withdraw.error?.error ?? null}
      />
    </Section>
  );
}

function PartTable({
  parts,
  onWithdraw,
}: {
  parts: readonly PartRow[];
  onWithdraw: ((part: PartRow) => void) | undefined;
}) {
  const text = useText();
  const format = useOfficeFormat();
  return (
    <Table
      label={text('paper.parts.title')}
      rows={parts}
      keyOf={({ partId }) => partId}
      columns={[
        {
          key: 'what',
          title: text('paper.parts.what'),
          render: ({ way, sheets, fields, where }) => (
            <div className="stack-tight">
              <span>
                {text('documents.paper.rest.fields', {
                  way,
                  sheets: sheets ?? 0,
                  fields:
                    fields.length === 0
                      ? text('documents.paper.rest.everything')
                      : format.list(fields.map((field) => format.say(field))),
                })}
              </span>
              {where === '' ? null : <span className="small quiet">{where}</span>}
            </div>
          ),
        },
        {
          key: 'due',
          title: text('paper.parts.due'),
          width: '10rem',
          render: ({ unit }) =>
            unit === null || unit.due.dueOn === null ? '-' : format.date(unit.due.dueOn),
        },
        {
          key: 'state',
          title: text('paper.field.state'),
          width: '12rem',
          render: ({ unit }) => <PartMark unit={unit} />,
        },
        {
          key: 'deed',
          title: text('paper.parts.deed'),
          width: '9rem',
          render: (part) =>
            onWithdraw !== undefined && part.unit !== null && part.unit.state !== 'ordered' ? (
              <Button kind="text" onPress={() => onWithdraw(part)}>
                {text('paper.parts.withdraw')}
              </Button>
            ) : null,
        },
      ]}
    />
  );
}

function PartMark({ unit }: { unit: PartRow['unit'] }) {
  const text = useText();
  if (unit === null) return <StateMark tone="ash">{text('destruction.paper.state.destroyed')}</StateMark>;
  if (unit.isHeld) return <StateMark tone="held">{text('destruction.held.mark')}</StateMark>;
  if (unit.state === 'ordered')
    return <StateMark tone="waiting">{text('paper.parts.state.ordered')}</StateMark>;
  if (unit.isDue) return <StateMark tone="attention">{text('paper.parts.state.due')}</StateMark>;
  return <StateMark tone="neutral">{text('paper.parts.state.waits')}</StateMark>;
}
