import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { UnitRow } from '../../shared/contract/retention.ts';
import { call, useCall, useSend } from '../app/call.ts';
import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, ButtonLink, EmptyState, ErrorNote, notify, Pager, Table } from '../components/index.ts';
import { EventDialog } from './event-dialog.tsx';
import { ExtendDialog } from './extend-dialog.tsx';
import { PlaceHoldDialog } from './place-hold-dialog.tsx';
import { ProposeDialog, type ProposedOrder } from './propose-dialog.tsx';
import { ReferDialog } from './refer-dialog.tsx';
import { neighbouringGroup, ReviewGroups } from './review-groups.tsx';
import { useReviewKeys } from './review-keys.ts';
import { lettersOf, mostAtOnce, type ReviewDeeds, SelectionBar } from './selection-bar.tsx';
import { SeparateDialog } from './separate-dialog.tsx';
import { useUnitColumns } from './unit-columns.tsx';
import { everything, type Filter, isNarrowed, UnitFilters } from './unit-filters.tsx';
import type { UnitsShown } from './units-shown.ts';
import { WhyDialog } from './why-dialog.tsx';

const pageLength = 100;
/** The most that `retention.listUnits` answers at once. */
const longestPage = 500;

type Asking = 'propose' | 'hold' | 'event' | 'extend' | 'refer' | 'separate';

/** One tab of the review: its units, and what may be done with those that are selected. */
export function UnitList({ show, holdId }: { show: UnitsShown; holdId: string | null }) {
  const text = useText();
  const may = useMay();
  const navigate = useNavigate();
  const [explained, setExplained] = useState<string | null>(null);
  const [filter, setFilter] = useState<Filter>({ ...everything(show), holdId });
  const [offset, setOffset] = useState(0);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [isReading, setReading] = useState(false);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [proposed, setProposed] = useState<ProposedOrder | null>(null);
  const takeBack = useSend('retention.takeBack');
  const setAside = useSend('retention.setAside');
  const groups = useCall('retention.reviewGroups', {}, { enabled: show === 'due' });
  const list = useCall(
    'retention.listUnits',
    { ...filter, limit: pageLength, offset },
    { keepPrevious: true },
  );
  const mayPropose = show === 'due' && may('destruction.propose');
  const takeBackOne = mayPropose
    ? (unitId: string) => {
        // Also by its letter, on whatever the cursor is.
        if (list.data?.units.find((unit) => unit.unitId === unitId)?.isSetAside !== true) return;
        takeBack.mutate({ unitId }, { onSuccess: () => notify(text('retention.aside.taken_back')) });
      }
    : null;
  const columns = useUnitColumns(show, setExplained, takeBackOne, list.data?.actsFor ?? []);
  const mayHold = (show === 'due' || show === 'upcoming' || show === 'separated') && may('retention.hold');
  const mayEnter = show !== 'destroyed' && show !== 'held' && may('retention.record_events');
  const canSelect = mayPropose || mayHold || mayEnter;
  const unitIds = [...selected];
  const narrow = (next: Filter) => {
    setFilter(next);
    setSelected(new Set());
    setOffset(0);
  };
  const done = () => {
    setSelected(new Set());
    setOffset(0);
    setAsking(null);
  };
  const putAside = () =>
    setAside.mutate(
      { unitIds, referTo: null },
      {
        onSuccess: ({ units }) => {
          notify(text('retention.aside.done', { count: units }));
          done();
        },
      },
    );
  const asks = (what: Asking, may: boolean) => (may ? () => setAsking(what) : null);
  const deeds: ReviewDeeds = {
    setAside: mayPropose ? putAside : null,
    refer: asks('refer', mayPropose),
    separate: asks('separate', mayPropose),
    extend: asks('extend', mayPropose),
    event: asks('event', mayEnter),
    hold: asks('hold', mayHold),
    propose: asks('propose', mayPropose),
  };
  const selectAll = async () => {
    if (!canSelect) return;
    setReading(true);
    try {
      setSelected(await everySelectable(filter));
    } finally {
      setReading(false);
    }
  };
  const total = list.data?.total ?? 0;
  useReviewKeys({
    toggle: (unitId) => {
      const unit = list.data?.units.find((one) => one.unitId === unitId);
      if (!canSelect || unit === undefined || isUnselectable(unit)) return;
      const next = new Set(selected);
      if (!next.delete(unitId)) next.add(unitId);
      setSelected(next);
    },
    explain: setExplained,
    takeBack: takeBackOne,
    selectAll: () => void selectAll(),
    clear: () => setSelected(new Set()),
    turn: (pages) => {
      const next = offset + pages * pageLength;
      if (next >= 0 && next < total) setOffset(next);
    },
    group: (step) => {
      if (show !== 'due') return;
      const { recordClassId, cause } = filter;
      const shown = recordClassId === null || cause === null ? null : { recordClassId, cause };
      const next = neighbouringGroup(groups.data?.groups ?? [], shown, step);
      narrow({ ...filter, recordClassId: next?.recordClassId ?? null, cause: next?.cause ?? null });
    },
    deeds: lettersOf(deeds, selected.size > 0),
  });
  return (
    <div className="stack review-list">
      {proposed ? <ProposedNote order={proposed} /> : null}
      {show === 'due' ? (
        <ReviewGroups
          shown={
            filter.recordClassId === null || filter.cause === null
              ? null
              : { recordClassId: filter.recordClassId, cause: filter.cause }
          }
          onShow={(next) =>
            narrow({ ...filter, recordClassId: next?.recordClassId ?? null, cause: next?.cause ?? null })
          }
        />
      ) : null}
      {show === 'destroyed' ? null : <UnitFilters filter={filter} onFilter={narrow} />}
      <ErrorNote error={(setAside.error ?? takeBack.error)?.error ?? null} />
      <Answered query={list}>
        {({ units }) => (
          <div className="stack-tight">
            {canSelect && total > 0 ? (
              <SelectionBar
                total={total}
                isPaged={total > units.length}
                count={selected.size}
                isReading={isReading}
                onSelectAll={() => void selectAll()}
                onClear={() => setSelected(new Set())}
                may={deeds}
              />
            ) : null}
            <Table
              label={text(`retention.review.tab.${show}`)}
              columns={columns}
              rows={units}
              keyOf={(unit) => unit.unitId}
              nameOf={(unit) => text('retention.review.unit.name', { id: unit.unitId.slice(0, 8) })}
              {...(canSelect
                ? {
                    selected: new Set(units.map((unit) => unit.unitId).filter((id) => selected.has(id))),
                    onSelect: (onPage: ReadonlySet<string>) => setSelected(withPage(selected, units, onPage)),
                    disabled: new Set(units.filter(isUnselectable).map((unit) => unit.unitId)),
                  }
                : {})}
              {...(show === 'destroyed' && may('destruction.read')
                ? {
                    onOpen: (unit: UnitRow) => {
                      if (unit.orderId === null) return;
                      void navigate({ to: '/destruction/$orderId', params: { orderId: unit.orderId } });
                    },
                  }
                : {})}
              empty={
                isNarrowed(filter) ? (
                  <EmptyState title={text('retention.filter.nothing')} />
                ) : (
                  <NothingThere show={show} />
                )
              }
            />
            <Pager total={total} limit={pageLength} offset={offset} onOffset={setOffset} />
          </div>
        )}
      </Answered>
      <ProposeDialog
        isOpen={asking === 'propose'}
        unitIds={unitIds}
        onClose={() => setAsking(null)}
        onProposed={(order) => {
          setProposed(order);
          done();
        }}
      />
      {/* Made anew each time it opens: what was typed for one hold is not offered for the next. */}
      {asking === 'hold' ? (
        <PlaceHoldDialog unitIds={unitIds} onClose={() => setAsking(null)} onPlaced={done} />
      ) : null}
      {asking === 'extend' ? (
        <ExtendDialog unitIds={unitIds} onClose={() => setAsking(null)} onAsked={done} />
      ) : null}
      {asking === 'refer' ? (
        <ReferDialog unitIds={unitIds} onClose={() => setAsking(null)} onReferred={done} />
      ) : null}
      {asking === 'separate' ? (
        <SeparateDialog unitIds={unitIds} onClose={() => setAsking(null)} onSeparated={done} />
      ) : null}
      {asking === 'event' ? (
        <EventDialog unitIds={unitIds} onClose={() => setAsking(null)} onEntered={done} />
      ) : null}
      {explained === null ? null : <WhyDialog unitId={explained} onClose={() => setExplained(null)} />}
    </div>
  );
}

/** What is stopped or already on an order is not selected along with the rest. */
function isUnselectable(unit: UnitRow): boolean {
  return unit.holdId !== null || unit.isSetAside || unit.state === 'ordered' || unit.state === 'destroyed';
}

/** The selection with the units of one page replaced by what is selected there now. */
function withPage(
  selected: ReadonlySet<string>,
  page: readonly UnitRow[],
  onPage: ReadonlySet<string>,
): ReadonlySet<string> {
  const elsewhere = [...selected].filter((id) => !page.some((unit) => unit.unitId === id));
  return new Set([...elsewhere, ...onPage]);
}

/** Everything on the list that can be selected, as far as one decision takes it. */
async function everySelectable(filter: Filter): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let offset = 0; ; offset += longestPage) {
    const { units, total } = await call('retention.listUnits', { ...filter, limit: longestPage, offset });
    for (const unit of units) if (!isUnselectable(unit) && found.size < mostAtOnce) found.add(unit.unitId);
    if (units.length === 0 || offset + units.length >= total || found.size === mostAtOnce) return found;
  }
}

function ProposedNote({ order }: { order: ProposedOrder }) {
  const text = useText();
  return (
    <div className="review-result" role="status">
      <p>{text('retention.propose.done', { number: order.number, count: order.count })}</p>
      <ButtonLink to="/destruction/$orderId" params={{ orderId: order.orderId }}>
        {text('retention.propose.open', { number: order.number })}
      </ButtonLink>
    </div>
  );
}

function NothingThere({ show }: { show: UnitsShown }) {
  const text = useText();
  return (
    <EmptyState title={text(`retention.empty.${show}.title`)}>
      {text(`retention.empty.${show}.text`)}
    </EmptyState>
  );
}
