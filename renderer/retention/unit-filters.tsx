import type { ChannelInput } from '../../shared/contract/contract.ts';
import { type UnitFilter, unitFilters } from '../../shared/contract/retention.ts';
import { useCall } from '../app/call.ts';
import { useFormat, useText } from '../app/text.tsx';
import { Button, Select } from '../components/index.ts';
import type { UnitsShown } from './units-shown.ts';

type Asked = ChannelInput<'retention.listUnits'>;

/** What a list is narrowed to. */
export interface Filter {
  readonly show: UnitsShown;
  readonly recordClassId: string | null;
  readonly cause: NonNullable<Asked['cause']> | null;
  readonly only: UnitFilter;
  /** Of one hold alone. */
  readonly holdId: string | null;
}

export const everything = (show: UnitsShown): Filter => ({
  show,
  recordClassId: null,
  cause: null,
  only: 'all',
  holdId: null,
});

export const isNarrowed = ({ recordClassId, cause, only, holdId }: Filter) =>
  recordClassId !== null || cause !== null || only !== 'all' || holdId !== null;

/** Nothing but what is due can be late, referred or set aside. */
const filtersOf = (show: UnitsShown): readonly UnitFilter[] =>
  show === 'due' ? unitFilters : (['all', 'electronic', 'paper'] as const);

/** Narrows a list by what there is to do about a record, by its class, and by what it is on. */
export function UnitFilters({ filter, onFilter }: { filter: Filter; onFilter(filter: Filter): void }) {
  const text = useText();
  const format = useFormat();
  const { rules = [] } = useCall('retention.listRules', {}).data ?? {};
  const classes = new Map(rules.map((rule) => [rule.recordClassId, format.say(rule.className)]));
  return (
    <search className="review-filters">
      <Select<UnitFilter>
        label={text('retention.filter.only')}
        value={filter.only}
        onChange={(only) => onFilter({ ...filter, only })}
        options={filtersOf(filter.show).map((value) => ({ value, label: text(`retention.filter.${value}`) }))}
      />
      <Select
        label={text('retention.filter.class')}
        value={filter.recordClassId ?? 'all'}
        onChange={(id) => onFilter({ ...filter, recordClassId: id === 'all' ? null : id, cause: null })}
        options={[
          { value: 'all', label: text('retention.filter.every_class') },
          ...[...classes].map(([value, label]) => ({ value, label })),
        ]}
      />
      {isNarrowed(filter) ? (
        <Button kind="text" onPress={() => onFilter(everything(filter.show))}>
          {text('retention.filter.clear')}
        </Button>
      ) : null}
    </search>
  );
}
