import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { UnitRow } from '../../shared/contract/retention.ts';
import { call, useCall } from '../app/call.ts';
import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, Button, ButtonLink, EmptyState, Pager, Table } from '../components/index.ts';
import { PlaceHoldDialog } from './place-hold-dialog.tsx';
import { ProposeDialog, type ProposedOrder } from './propose-dialog.tsx';
import { useUnitColumns } from './unit-columns.tsx';
import type { UnitsShown } from './units-shown.ts';

const pageLength = 100;
/** The most that `retention.listUnits` answers at once. */
const longestPage = 500;

/** One tab of the review: its units, and what may be done with those that are selected. */
export function UnitList({ show }: { show: UnitsShown }) {
  const text = useText();
  const may = useMay();
  const navigate = useNavigate();
  const columns = useUnitColumns(show);
  const [offset, setOffset] = useState(0);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<'propose' | 'hold' | null>(null);
  const [proposed, setProposed] = useState<ProposedOrder | null>(null);
  const list = useCall('retention.listUnits', { show, limit: pageLength, offset }, { keepPrevious: true });
  const mayPropose = show === 'due' && may('destruction.propose');
  const mayHold = (show === 'due' || show === 'upcoming' || show === 'separated') && may('retention.hold');
  const canSelect = mayPropose || mayHold;
  const unitIds = [...selected];
  const done = () => {
    setSelected(new Set());
    setOffset(0);
    setAsking(null);
  };
  return (
    <div className="stack">
      {proposed ? <ProposedNote order={proposed} /> : null}
      <Answered query={list}>
        {({ units, total }) => (
          <div className="stack-tight">
            {canSelect && total > 0 ? (
              <SelectionBar
                show={show}
                total={total}
                isPaged={total > units.length}
                selected={selected}
                onSelect={setSelected}
                onPropose={mayPropose ? () => setAsking('propose') : null}
                onHold={mayHold ? () => setAsking('hold') : null}
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
    </div>
  );
}

/** What is stopped or already on an order is not selected along with the rest. */
function isUnselectable(unit: UnitRow): boolean {
  return unit.holdId !== null || unit.state === 'ordered' || unit.state === 'destroyed';
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

async function everySelectable(show: UnitsShown): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let offset = 0; ; offset += longestPage) {
    const { units, total } = await call('retention.listUnits', { show, limit: longestPage, offset });
    for (const unit of units) if (!isUnselectable(unit)) found.add(unit.unitId);
    if (units.length === 0 || offset + units.length >= total) return found;
  }
}

function SelectionBar(props: {
  show: UnitsShown;
  total: number;
  isPaged: boolean;
  selected: ReadonlySet<string>;
  onSelect(selected: ReadonlySet<string>): void;
  onPropose: (() => void) | null;
  onHold: (() => void) | null;
}) {
  const text = useText();
  const [isReading, setReading] = useState(false);
  const count = props.selected.size;
  const selectAll = async () => {
    setReading(true);
    try {
      props.onSelect(await everySelectable(props.show));
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
