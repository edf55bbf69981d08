import { useCall } from '../app/call.ts';
import { useFormat, useText } from '../app/text.tsx';
import { PageHeader, Tabs } from '../components/index.ts';
import { ClockNotice } from './clock-notice.tsx';
import { Extensions } from './extensions.tsx';
import { RetentionNav } from './room.tsx';
import { UnitList } from './unit-list.tsx';
import { type UnitsShown, unitsShown } from './units-shown.ts';
import './retention.css';

/** What is due, what is not yet, and what stops it. The tab is part of the address, so that a link can name it. */
export function ReviewScreen({
  show,
  holdId,
  onShow,
}: {
  show: UnitsShown;
  /** Of what is on hold, the records of this hold alone. */
  holdId: string | null;
  onShow(show: UnitsShown): void;
}) {
  const text = useText();
  const format = useFormat();
  const counts: Record<UnitsShown, number | undefined> = {
    due: useUnitCount('due'),
    upcoming: useUnitCount('upcoming'),
    separated: useUnitCount('separated'),
    held: useUnitCount('held'),
    destroyed: useUnitCount('destroyed'),
  };
  const countOf = (each: UnitsShown) => {
    const count = counts[each];
    return count === undefined ? '…' : format.number(count);
  };
  return (
    <div className="page">
      <RetentionNav />
      <PageHeader
        room="retention"
        title={text('retention.review.title')}
        lead={text('retention.review.lead')}
      />
      <ClockNotice />
      <Extensions />
      <Tabs
        label={text('retention.review.tabs')}
        tabs={unitsShown.map((each) => ({
          value: each,
          label: text(`retention.review.tab.${each}`),
          count: countOf(each),
        }))}
        value={show}
        onChange={onShow}
      >
        <UnitList key={`${show} ${holdId}`} show={show} holdId={holdId} />
      </Tabs>
    </div>
  );
}

function useUnitCount(show: UnitsShown): number | undefined {
  return useCall('retention.listUnits', { show, limit: 1, offset: 0 }).data?.total;
}
