import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useFormat, useText } from '../app/text.tsx';
import { Identifier, Pager, StateMark, Table } from '../components/index.ts';
import { PaperName } from './paper-name.tsx';
import { unitsOnPage } from './units-on-page.ts';

/** The units of an order as they were when it was signed, a page at a time. */
export function OrderUnits({
  view,
  offset,
  onOffset,
}: {
  view: ChannelOutput<'destruction.getOrder'>;
  offset: number;
  onOffset(offset: number): void;
}) {
  const text = useText();
  const format = useFormat();
  const held = new Set(view.heldUnitIds);
  return (
    <div>
      <Table
        label={text('destruction.units.title')}
        rows={view.units}
        keyOf={({ unitId }) => unitId}
        columns={[
          {
            key: 'unit',
            title: text('destruction.units.unit'),
            width: '7rem',
            render: ({ unitId }) => (
              <>
                <Identifier value={unitId} label={text('destruction.units.unit')} />
                {held.has(unitId) ? <StateMark tone="held">{text('destruction.held.mark')}</StateMark> : null}
              </>
            ),
          },
          {
            key: 'category',
            title: text('destruction.units.category'),
            render: ({ category, paper }) => (
              <div className="stack-tight">
                <span>{format.say(category)}</span>
                {paper === undefined ? null : (
                  <div className="small quiet">
                    <PaperName paper={paper} />
                  </div>
                )}
              </div>
            ),
          },
          { key: 'basis', title: text('destruction.units.basis'), render: ({ basis }) => format.say(basis) },
          {
            key: 'cause',
            title: text('destruction.units.cause'),
            width: '9rem',
            render: ({ cause }) => text(`destruction.cause.${cause}`),
          },
          {
            key: 'triggered',
            title: text('destruction.units.triggered'),
            width: '8.5rem',
            render: ({ triggeredOn }) => format.date(triggeredOn),
          },
          {
            key: 'kept',
            title: text('destruction.units.kept_through'),
            width: '8.5rem',
            render: ({ keptThrough }) => format.date(keptThrough),
          },
          {
            key: 'due',
            title: text('destruction.units.due'),
            width: '8.5rem',
            render: ({ dueOn }) => format.date(dueOn),
          },
        ]}
      />
      <Pager total={view.order.units} limit={unitsOnPage} offset={offset} onOffset={onOffset} />
    </div>
  );
}
