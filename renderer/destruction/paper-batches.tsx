import { useState } from 'react';
import { goesInto } from '../../shared/domain/destruction/paper-part.ts';
import { isByHand } from '../../shared/domain/destruction/paper-security.ts';
import { useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { ButtonLink, DefinitionList, StateMark } from '../components/index.ts';
import type { PaperView } from './paper.tsx';
import { SignBatch } from './paper-batch-sign.tsx';
import { StartBatch } from './paper-batch-start.tsx';
import { StopBatch } from './paper-batch-stop.tsx';
import { PaperFiles } from './paper-files.tsx';
import { PaperName } from './paper-name.tsx';
import { PaperScan } from './paper-scan.tsx';
import { VendorCertificate } from './paper-vendor-certificate.tsx';

export type Batch = PaperView['batches'][number];

const tones = {
  running: 'attention',
  stopped: 'attention',
  with_vendor: 'waiting',
  finished: 'done',
  given_up: 'ash',
} as const;

/** Every batch of the order, the one that runs with everything that is done at the machine. */
export function PaperBatches({ view }: { view: PaperView }) {
  const text = useText();
  const isRunning = view.batches.some(({ state }) => state === 'running' || state === 'stopped');
  const fetched = view.units.filter(({ state }) => state === 'pulled' || state === 'sealed').length;
  return (
    <div className="stack">
      {view.mayNot === null && !isRunning && fetched > 0 ? (
        <StartBatch view={view} fetched={fetched} />
      ) : null}
      {view.mayNot === null && !isRunning && fetched === 0 && view.batches.length === 0 ? (
        <p className="quiet">{text('destruction.paper.batches.fetch_first')}</p>
      ) : null}
      {[...view.batches].reverse().map((batch) => (
        <BatchSheet key={batch.batchId} view={view} batch={batch} />
      ))}
      {view.mayNot === null ? (
        <div className="row">
          <ButtonLink to="/destruction/machines">{text('destruction.machines.title')}</ButtonLink>
        </div>
      ) : null}
    </div>
  );
}

function meansOf(
  { method, machineName, vendorName, level }: Batch,
  text: ReturnType<typeof useText>,
): string {
  if (isByHand(method)) return text(`destruction.paper.by_hand.${method}`);
  return `${machineName ?? vendorName ?? ''}${level === null ? '' : ` (${level})`}`;
}

function BatchSheet({ view, batch }: { view: PaperView; batch: Batch }) {
  const text = useText();
  const format = useOfficeFormat();
  const mine = view.mayNot === null && batch.isMine;
  return (
    <article className="sheet stack" aria-label={batch.number}>
      <div className="row">
        <strong>{batch.number}</strong>
        <StateMark tone={tones[batch.state]}>{text(`destruction.paper.batch.${batch.state}`)}</StateMark>
        {batch.isOverdue ? (
          <StateMark tone="attention">{text('destruction.paper.certificate_overdue')}</StateMark>
        ) : null}
      </div>
      <DefinitionList
        entries={[
          {
            term: text('destruction.paper.by'),
            value: meansOf(batch, text),
          },
          {
            term: text('destruction.paper.people'),
            value: text('destruction.paper.people.value', {
              operator: batch.operatorStaffNumber,
              witness: batch.witnessStaffNumber ?? 0,
            }),
          },
          { term: text('destruction.paper.started'), value: format.instant(batch.startedAt) },
          { term: text('destruction.orders.units'), value: format.number(batch.units) },
          ...(batch.interruptedBy === null
            ? []
            : [
                {
                  term: text('documents.paper.interrupted'),
                  value: text(`documents.paper.interruption.${batch.interruptedBy}`),
                },
              ]),
          ...(batch.certificateDueOn === null || batch.state !== 'with_vendor'
            ? []
            : [
                {
                  term: text('destruction.paper.certificate_due'),
                  value: format.date(batch.certificateDueOn),
                },
              ]),
        ]}
      />
      {batch.state === 'running' && mine ? <RunningBatch view={view} batch={batch} /> : null}
      {batch.state === 'with_vendor' ? null : (
        <>
          <PaperFiles view={view} batchId={batch.batchId} kind="photo_before" />
          <PaperFiles view={view} batchId={batch.batchId} kind="photo_after" />
        </>
      )}
      {batch.state === 'running' && mine ? <StopBatch batch={batch} /> : null}
      {batch.state === 'stopped' && mine ? <SignBatch view={view} batch={batch} /> : null}
      {batch.state === 'with_vendor' && view.mayNot === null ? (
        <VendorCertificate view={view} batch={batch} />
      ) : null}
    </article>
  );
}

/** The last look before the machine: each unit is scanned, and a hold stops it here. */
function RunningBatch({ view, batch }: { view: PaperView; batch: Batch }) {
  const text = useText();
  const feed = useSend('destruction.feedUnit');
  const [said, setSaid] = useState<string | null>(null);
  // What the scan that comes next is for: whoever holds the folder has to know which lines.
  const parts = view.units.filter(
    ({ part, state }) => part !== undefined && state === 'pulled' && goesInto(batch.method, part.way),
  );
  const held = view.units.filter(({ isHeld, state }) => isHeld && (state === 'pulled' || state === 'sealed'));
  return (
    <>
      {held.length > 0 ? (
        <div className="paper-said" data-tone="stop" role="alert">
          <StateMark tone="held">
            {text('destruction.paper.held_now', { codes: held.map(({ code }) => code).join(', ') })}
          </StateMark>
        </div>
      ) : null}
      {parts.length === 0 ? null : (
        <ul className="paper-parts">
          {parts.map((unit) => (
            <li key={unit.unitId}>
              <PaperName paper={unit} where={unit.where} />
            </li>
          ))}
        </ul>
      )}
      <PaperScan
        label={text(
          isByHand(batch.method) ? 'destruction.paper.feed.by_hand' : 'destruction.paper.feed.label',
        )}
        isBusy={feed.isPending}
        said={said}
        error={feed.error?.error ?? null}
        onScan={(scanned) =>
          feed.mutate(
            { batchId: batch.batchId, text: scanned },
            {
              onSuccess: (fed) =>
                setSaid(
                  text(`destruction.paper.feed.${isByHand(batch.method) ? 'said_by_hand' : 'said'}`, fed),
                ),
            },
          )
        }
      />
    </>
  );
}
