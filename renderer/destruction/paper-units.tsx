import { useState } from 'react';
import type { LeftOutReason } from '../../shared/domain/destruction/order.ts';
import { useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  ConfirmDialog,
  ErrorNote,
  notify,
  Select,
  StateMark,
  type StateTone,
  Table,
} from '../components/index.ts';
import type { PaperView } from './paper.tsx';
import { PaperName } from './paper-name.tsx';

const tones: Readonly<Record<PaperView['units'][number]['state'], StateTone>> = {
  to_pull: 'neutral',
  pulled: 'active',
  sealed: 'active',
  with_vendor: 'waiting',
  fed: 'attention',
  to_return: 'attention',
  destroyed: 'ash',
  left_out: 'ash',
};

/** Every unit with its place and how far it has come; whoever may approve can take off what stands on its shelf. */
export function PaperUnits({ view }: { view: PaperView }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const [unitId, setUnitId] = useState<string | null>(null);
  const leaveOut = useSend('destruction.leaveOutUnits');
  const [reason, setReason] = useState<LeftOutReason | null>(null);
  const chosen = view.units.find((unit) => unit.unitId === unitId);
  const mayLeaveOut =
    may('destruction.approve') && (view.state === 'approved' || view.state === 'partly_destroyed');
  return (
    <>
      {leaveOut.error ? <ErrorNote error={leaveOut.error.error} /> : null}
      <Table
        label={text('destruction.paper.units')}
        rows={view.units}
        keyOf={(unit) => unit.unitId}
        columns={[
          { key: 'place', title: text('destruction.paper.place'), render: ({ place }) => place || '-' },
          {
            key: 'unit',
            title: text('documents.paper.unit'),
            render: (unit) => <PaperName paper={unit} where={unit.where} />,
          },
          {
            key: 'sheets',
            title: text('documents.paper.sheets'),
            align: 'end',
            width: '5rem',
            render: ({ sheets }) =>
              sheets === null ? text('documents.paper.not_counted') : format.number(sheets),
          },
          {
            key: 'level',
            title: text('destruction.paper.level'),
            width: '6rem',
            render: ({ levelNeeded }) => levelNeeded,
          },
          {
            key: 'state',
            title: text('destruction.paper.state'),
            render: (unit) => (
              <div className="stack-tight">
                <StateMark tone={tones[unit.state]}>
                  {text(`destruction.paper.state.${unit.state}`)}
                </StateMark>
                {unit.isHeld ? <StateMark tone="held">{text('destruction.held.mark')}</StateMark> : null}
              </div>
            ),
          },
          {
            key: 'where',
            title: text('destruction.paper.seal_or_batch'),
            render: ({ seal, batchNumber, unitId: id, state }) =>
              batchNumber ??
              seal ??
              (mayLeaveOut && state === 'to_pull' ? (
                <Button kind="quiet" onPress={() => setUnitId(id)}>
                  {text('destruction.paper.leave_out')}
                </Button>
              ) : null),
          },
        ]}
      />
      <ConfirmDialog
        isOpen={chosen !== undefined}
        onClose={() => setUnitId(null)}
        onConfirm={() => {
          setUnitId(null);
          if (chosen === undefined) return;
          leaveOut.mutate(
            {
              orderId: view.orderId,
              unitIds: [chosen.unitId],
              reason: reason ?? (chosen.isHeld ? 'held' : 'decided_otherwise'),
            },
            { onSuccess: () => notify(text('destruction.paper.left_out', { code: chosen.code })) },
          );
        }}
        title={text('destruction.paper.leave_out.title', { code: chosen?.code ?? '' })}
        consequence={
          <div className="stack">
            <p>{text('destruction.paper.leave_out.text')}</p>
            {chosen?.isHeld ? null : (
              <Select<LeftOutReason>
                label={text('destruction.paper.leave_out.reason')}
                value={reason ?? 'decided_otherwise'}
                onChange={setReason}
                options={(['not_found', 'decided_otherwise'] as const).map((one) => ({
                  value: one,
                  label: text(`destruction.paper.leave_out.reason.${one}`),
                }))}
              />
            )}
          </div>
        }
        confirmLabel={text('destruction.paper.leave_out')}
      />
    </>
  );
}
