import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { InventoryLine } from '../../shared/contract/paper-inventory.ts';
import { useCall, useSend } from '../app/call.ts';
import { useScan } from '../app/scanner.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  Checkbox,
  ConfirmDialog,
  DocumentDialog,
  EmptyState,
  ErrorNote,
  notify,
  PageHeader,
  Pager,
  Stat,
  StateMark,
  StatLine,
  Table,
  Tabs,
} from '../components/index.ts';
import { CameraScanner } from './camera-scanner.tsx';
import './paper.css';
import { PaperNav } from './room.tsx';
import { TypedLabel } from './typed-label.tsx';

const pageSize = 100;
type Show = 'open' | 'differences' | 'all';
type Scanned = ChannelOutput<'paper.scanInventory'>;

/** Goes through a place: every scan says at once, large, whether it belongs here. */
export function InventoryScreen({ inventoryId }: { inventoryId: string }) {
  const text = useText();
  const may = useMay();
  const [show, setShow] = useState<Show>('open');
  const [offset, setOffset] = useState(0);
  const query = useCall(
    'paper.getInventory',
    { inventoryId, show, limit: pageSize, offset },
    { keepPrevious: true },
  );
  const mayTake = may('paper.take_inventory');
  const isClosed = query.data !== undefined && query.data.inventory.closedAt !== null;
  // Nothing is to be seen any more once it is closed: what was found is what matters.
  useEffect(() => {
    if (isClosed && show === 'open') setShow('differences');
  }, [isClosed, show]);
  return (
    <div className="page">
      <PaperNav />
      <Answered query={query}>
        {({ inventory, total, lines }) => {
          const isOpen = inventory.closedAt === null;
          return (
            <>
              <Head answer={inventory} />
              {isOpen && mayTake ? (
                <Scanning inventoryId={inventoryId} placeCode={inventory.placeCode} />
              ) : null}
              <StatLine>
                <Stat label={text('paper.inventory.expected')} value={inventory.expected} />
                <Stat label={text('paper.inventory.seen')} value={inventory.seen} />
                <Stat
                  label={text(isOpen ? 'paper.inventory.to_go' : 'paper.finding.missing')}
                  value={isOpen ? inventory.expected - inventory.seen : inventory.missing}
                  tone={!isOpen && inventory.missing > 0 ? 'ember' : 'plain'}
                />
                <Stat label={text('paper.finding.unexpected')} value={inventory.unexpected} />
              </StatLine>
              <Tabs
                label={text('paper.inventory.show')}
                value={show}
                onChange={(chosen: Show) => {
                  setShow(chosen);
                  setOffset(0);
                }}
                tabs={(isOpen
                  ? (['open', 'differences', 'all'] as const)
                  : (['differences', 'all'] as const)
                ).map((value) => ({ value, label: text(`paper.inventory.show.${value}`) }))}
              >
                <Lines lines={lines} />
                <Pager total={total} limit={pageSize} offset={offset} onOffset={setOffset} />
              </Tabs>
            </>
          );
        }}
      </Answered>
    </div>
  );
}

function Head({ answer }: { answer: ChannelOutput<'paper.getInventory'>['inventory'] }) {
  const text = useText();
  const may = useMay();
  const format = useOfficeFormat();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<'close' | 'discard' | 'report' | null>(null);
  const [enterPlaces, setEnterPlaces] = useState(true);
  const close = useSend('paper.closeInventory');
  const discard = useSend('paper.discardInventory');
  const { inventoryId, placeCode, closedAt, begunAt } = answer;
  const end = () => setAsked(null);
  return (
    <>
      <PageHeader
        room="paper"
        title={text('paper.inventory.title', { code: placeCode })}
        lead={
          closedAt === null
            ? text('paper.inventory.lead', { at: format.instant(begunAt) })
            : text('paper.inventory.lead_closed', { at: format.instant(closedAt) })
        }
        actions={
          <>
            <Button onPress={() => setAsked('report')}>{text('paper.inventory.report')}</Button>
            {closedAt === null && may('paper.take_inventory') ? (
              <>
                <Button onPress={() => setAsked('discard')}>{text('paper.inventory.discard')}</Button>
                <Button kind="primary" onPress={() => setAsked('close')}>
                  {text('paper.inventory.close')}
                </Button>
              </>
            ) : null}
          </>
        }
      />
      <ConfirmDialog
        isOpen={asked === 'close'}
        onClose={end}
        onConfirm={() =>
          close.mutate(
            { inventoryId, enterPlaces },
            {
              onSuccess: ({ missing, moved }) => {
                notify(text('paper.inventory.close.done', { missing, moved }));
                end();
              },
            },
          )
        }
        title={text('paper.inventory.close.title', { code: placeCode })}
        consequence={
          <div className="stack-tight">
            <p>{text('paper.inventory.close.text', { count: answer.expected - answer.seen })}</p>
            <Checkbox isSelected={enterPlaces} onChange={setEnterPlaces}>
              {text('paper.inventory.close.enter')}
            </Checkbox>
          </div>
        }
        confirmLabel={text('paper.inventory.close')}
        isBusy={close.isPending}
        error={close.error?.error ?? null}
      />
      <ConfirmDialog
        isOpen={asked === 'discard'}
        onClose={end}
        onConfirm={() =>
          discard.mutate({ inventoryId }, { onSuccess: () => void navigate({ to: '/paper/inventories' }) })
        }
        title={text('paper.inventory.discard.title', { code: placeCode })}
        consequence={text('paper.inventory.discard.text')}
        confirmLabel={text('paper.inventory.discard')}
        isDanger
        isBusy={discard.isPending}
        error={discard.error?.error ?? null}
      />
      {asked === 'report' ? (
        <DocumentDialog
          channel="paper.inventoryReport"
          ask={{ inventoryId }}
          formats={['pdf', 'xlsx', 'csv']}
          onClose={end}
        />
      ) : null}
    </>
  );
}

/** The shelf the scans are in, and what the last one was. */
function Scanning({ inventoryId, placeCode }: { inventoryId: string; placeCode: string }) {
  const text = useText();
  const [place, setPlace] = useState<{ entryId: string; code: string } | null>(null);
  const [last, setLast] = useState<Scanned | null>(null);
  const [isFilming, setFilming] = useState(false);
  const send = useSend('paper.scanInventory');
  const take = (label: string) =>
    send.mutate(
      { inventoryId, text: label, inId: place?.entryId ?? null },
      {
        onSuccess: (scanned) => {
          setLast(scanned);
          if (scanned.seen === 'place') setPlace({ entryId: scanned.entryId, code: scanned.code });
        },
        onError: () => setLast(null),
      },
    );
  useScan(take);
  return (
    <section className="paper-taking" aria-label={text('paper.inventory.scanning')}>
      <div className="paper-taking-place">
        <span className="quiet">{text('paper.inventory.in')}</span>
        <strong className="paper-scan-code">{place?.code ?? placeCode}</strong>
      </div>
      <div className="paper-taking-last" role="status" data-seen={last?.seen}>
        {last === null ? (
          <span className="quiet">{text('paper.inventory.scan_now')}</span>
        ) : (
          <>
            <strong className="paper-scan-code">{last.code}</strong>
            <span>{text(`paper.seen.${last.seen}`)}</span>
          </>
        )}
      </div>
      <TypedLabel onLabel={take} />
      <Button onPress={() => setFilming(true)}>{text('paper.camera.open')}</Button>
      <ErrorNote error={send.error?.error ?? null} />
      {isFilming ? <CameraScanner onClose={() => setFilming(false)} onScan={take} /> : null}
    </section>
  );
}

const tones = {
  open: 'neutral',
  present: 'done',
  moved: 'waiting',
  missing: 'attention',
  unexpected: 'attention',
} as const;

function Lines({ lines }: { lines: readonly InventoryLine[] }) {
  const text = useText();
  const format = useOfficeFormat();
  const navigate = useNavigate();
  return (
    <Table<InventoryLine>
      label={text('paper.inventory.lines')}
      rows={lines}
      keyOf={(line) => line.entryId}
      nameOf={(line) => line.code}
      onOpen={({ entryId }) => void navigate({ to: '/paper/$entryId', params: { entryId } })}
      columns={[
        {
          key: 'code',
          title: text('paper.column.code'),
          width: '12rem',
          render: (line) => <strong>{line.code}</strong>,
        },
        { key: 'title', title: text('paper.column.title'), render: (line) => line.title },
        {
          key: 'finding',
          title: text('paper.inventory.finding'),
          width: '13rem',
          render: (line) => (
            <StateMark tone={tones[line.finding]}>{text(`paper.finding.${line.finding}`)}</StateMark>
          ),
        },
        {
          key: 'place',
          title: text('paper.inventory.places'),
          width: '14rem',
          render: (line) =>
            line.foundIn === null || line.foundIn === line.belongsTo
              ? (line.belongsTo ?? '–')
              : `${line.belongsTo ?? '–'} → ${line.foundIn}`,
        },
        {
          key: 'at',
          title: text('paper.inventory.at'),
          width: '12rem',
          render: (line) => (line.scannedAt === null ? '' : format.instant(line.scannedAt)),
        },
      ]}
      empty={
        <EmptyState title={text('paper.inventory.none')}>{text('paper.inventory.none_text')}</EmptyState>
      }
    />
  );
}
