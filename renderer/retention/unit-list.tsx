import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { UnitRow } from '../../shared/contract/retention.ts';
import { call, useCall, useSend } from '../app/call.ts';
import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  ButtonLink,
  EmptyState,
  ErrorNote,
  notify,
  Pager,
  Table,
} from '../components/index.ts';
import { EventDialog } from './event-dialog.tsx';
import { ExtendDialog } from './extend-dialog.tsx';
import { PlaceHoldDialog } from './place-hold-dialog.tsx';
import { ProposeDialog, type ProposedOrder } from './propose-dialog.tsx';
import { ReferDialog } from './refer-dialog.tsx';
import { type GroupShown, ReviewGroups } from './review-groups.tsx';
import { useReviewKeys } from './review-keys.ts';
import { SeparateDialog } from './separate-dialog.tsx';
import { useUnitColumns } from './unit-columns.tsx';
import type { UnitsShown } from './units-shown.ts';
import { WhyDialog } from './why-dialog.tsx';

const pageLength = 100;
/** The most that `retention.listUnits` answers at once. */
const longestPage = 500;

/** One tab of the review: its units, and what may be done with those that are selected. */
export function UnitList({ show }: { show: UnitsShown }) {
  const text = useText();
  const may = useMay();
  const navigate = useNavigate();
  const [explained, setExplained] = useState<string | null>(null);
  const [group, setGroup] = useState<GroupShown>(null);
  const takeBack = useSend('retention.takeBack');
  const [offset, setOffset] = useState(0);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<'propose' | 'hold' | 'event' | 'extend' | 'refer' | 'separate' | null>(
    null,
  );
  const [proposed, setProposed] = useState<ProposedOrder | null>(null);
  const filter = { show, recordClassId: group?.recordClassId ?? null, cause: group?.cause ?? null };
  const list = useCall(
    'retention.listUnits',
    { ...filter, limit: pageLength, offset },
    { keepPrevious: true },
  );
  const columns = useUnitColumns(
    show,
    setExplained,
    may('destruction.propose')
      ? (unitId) =>
          takeBack.mutate({ unitId }, { onSuccess: () => notify(text('retention.aside.taken_back')) })
      : null,
    list.data?.actsFor ?? [],
  );
  const setAside = useSend('retention.setAside');
  const mayPropose = show === 'due' && may('destruction.propose');
  const mayHold = (show === 'due' || show === 'upcoming' || show === 'separated') && may('retention.hold');
  const mayEnter = show !== 'destroyed' && show !== 'held' && may('retention.record_events');
  const canSelect = mayPropose || mayHold || mayEnter;
  const unitIds = [...selected];
  const done = () => {
    setSelected(new Set());
    setOffset(0);
    setAsking(null);
  };
  const hasSome = selected.size > 0;
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
  const onKey = useReviewKeys({
    toggle: (unitId) => {
      const unit = list.data?.units.find((one) => one.unitId === unitId);
      if (!canSelect || unit === undefined || isUnselectable(unit)) return;
      const next = new Set(selected);
      if (!next.delete(unitId)) next.add(unitId);
      setSelected(next);
    },
    deeds: {
      p: mayPropose && hasSome ? () => setAsking('propose') : null,
      e: mayPropose && hasSome ? () => setAsking('extend') : null,
      s: mayPropose && hasSome ? putAside : null,
      r: mayPropose && hasSome ? () => setAsking('refer') : null,
      a: mayPropose && hasSome ? () => setAsking('separate') : null,
      h: mayHold && hasSome ? () => setAsking('hold') : null,
    },
  });
  return (
    <div className="stack" onKeyDownCapture={onKey}>
      {proposed ? <ProposedNote order={proposed} /> : null}
      {show === 'due' ? (
        <ReviewGroups
          shown={group}
          onShow={(next) => {
            setGroup(next);
            setSelected(new Set());
            setOffset(0);
          }}
        />
      ) : null}
      <ErrorNote error={(setAside.error ?? takeBack.error)?.error ?? null} />
      <Answered query={list}>
        {({ units, total }) => (
          <div className="stack-tight">
            {canSelect && total > 0 ? (
              <SelectionBar
                filter={filter}
                total={total}
                isPaged={total > units.length}
                selected={selected}
                onSelect={setSelected}
                onPropose={mayPropose ? () => setAsking('propose') : null}
                onHold={mayHold ? () => setAsking('hold') : null}
                onEvent={mayEnter ? () => setAsking('event') : null}
                onExtend={mayPropose ? () => setAsking('extend') : null}
                onSetAside={mayPropose ? putAside : null}
                onRefer={mayPropose ? () => setAsking('refer') : null}
                onSeparate={mayPropose ? () => setAsking('separate') : null}
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
              empty={<NothingThere show={show} />}
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

async function everySelectable(filter: Filter): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let offset = 0; ; offset += longestPage) {
    const { units, total } = await call('retention.listUnits', { ...filter, limit: longestPage, offset });
    for (const unit of units) if (!isUnselectable(unit)) found.add(unit.unitId);
    if (units.length === 0 || offset + units.length >= total) return found;
  }
}

interface Filter {
  show: UnitsShown;
  recordClassId: string | null;
  cause: UnitRow['due']['cause'] | null;
}

function SelectionBar(props: {
  filter: Filter;
  total: number;
  isPaged: boolean;
  selected: ReadonlySet<string>;
  onSelect(selected: ReadonlySet<string>): void;
  onPropose: (() => void) | null;
  onHold: (() => void) | null;
  onEvent: (() => void) | null;
  onExtend: (() => void) | null;
  onSetAside: (() => void) | null;
  onRefer: (() => void) | null;
  onSeparate: (() => void) | null;
}) {
  const text = useText();
  const [isReading, setReading] = useState(false);
  const count = props.selected.size;
  const selectAll = async () => {
    setReading(true);
    try {
      props.onSelect(await everySelectable(props.filter));
    } finally {
      setReading(false);
    }
  };
  return (
    <fieldset className="review-selection">
      <legend className="visually-hidden">{text('retention.selection.label')}</legend>
      <div className="row">
        <span role="status" className={count === 0 ? 'quiet' : ''}>
          {count === 0 ? text('retention.selection.none') : text('retention.selection.count', { count })}
          {props.onPropose && count === 0 ? ` ${text('retention.keys.hint')}` : ''}
        </span>
        {props.isPaged ? (
          <Button kind="text" onPress={() => void selectAll()} isBusy={isReading}>
            {text('retention.selection.all', { count: props.total })}
          </Button>
        ) : null}
        {count > 0 ? (
          <Button kind="text" onPress={() => props.onSelect(new Set())}>
            {text('retention.selection.clear')}
          </Button>
        ) : null}
      </div>
      <div className="row">
        {props.onSetAside ? (
          <Button onPress={props.onSetAside} isDisabled={count === 0} aria-keyshortcuts="s">
            {text('retention.aside.action')}
          </Button>
        ) : null}
        {props.onRefer ? (
          <Button onPress={props.onRefer} isDisabled={count === 0} aria-keyshortcuts="r">
            {text('retention.refer.action')}
          </Button>
        ) : null}
        {props.onSeparate ? (
          <Button onPress={props.onSeparate} isDisabled={count === 0} aria-keyshortcuts="a">
            {text('retention.separate.action')}
          </Button>
        ) : null}
        {props.onExtend ? (
          <Button onPress={props.onExtend} isDisabled={count === 0} aria-keyshortcuts="e">
            {text('retention.extend.action')}
          </Button>
        ) : null}
        {props.onEvent ? (
          <Button onPress={props.onEvent} isDisabled={count === 0}>
            {text('retention.enter.action')}
          </Button>
        ) : null}
        {props.onHold ? (
          <Button onPress={props.onHold} isDisabled={count === 0}>
            {text('retention.hold.action')}
          </Button>
        ) : null}
        {props.onPropose ? (
          <Button kind="primary" onPress={props.onPropose} isDisabled={count === 0}>
            {text('retention.propose.action')}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
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
