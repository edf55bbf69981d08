import { noFilter, type ReportFilter } from '../../shared/contract/register-reports.ts';
import {
  auditRooms,
  carriers,
  describeReport,
  type ReportName,
  reportStates,
} from '../../shared/domain/register/report.ts';
import { useCall } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, DateField, Select, TextField } from '../components/index.ts';

const all = 'all';

/** The filters that this report has. */
export function ReportFilterFields({
  name,
  filter,
  onChange,
}: {
  name: ReportName;
  filter: ReportFilter;
  onChange(filter: ReportFilter): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const choices = useCall('register.reportChoices', { report: name });
  const { filters, states } = describeReport(name);
  const has = (one: keyof ReportFilter) => filters.includes(one);
  const choose = <Value extends string>(
    one: 'recordClassId' | 'purposeId' | 'carrier' | 'state' | 'room',
    options: readonly { value: Value; label: string }[],
  ) =>
    has(one) ? (
      <Select
        key={one}
        label={text(`register.report.filter.${one}`)}
        value={filter[one] ?? all}
        onChange={(value: string) => onChange({ ...filter, [one]: value === all ? null : value })}
        options={[{ value: all, label: text('register.report.filter.all') }, ...options]}
      />
    ) : null;
  const named = (list: readonly { id: string; name: { en: string; ko: string } }[] | undefined) =>
    (list ?? []).map((one) => ({ value: one.id, label: format.say(one.name) }));
  const isNarrowed = Object.values(filter).some((value) => value !== null);
  return (
    <fieldset className="report-filter">
      <legend className="visually-hidden">{text('register.report.filter.label')}</legend>
      {(['from', 'to'] as const).map((one) =>
        has(one) ? (
          <DateField
            key={one}
            label={text(`register.report.filter.${one}`)}
            value={filter[one]}
            onChange={(value) => onChange({ ...filter, [one]: value })}
            isOptional
          />
        ) : null,
      )}
      {choose('recordClassId', named(choices.data?.recordClasses))}
      {choose('purposeId', named(choices.data?.purposes))}
      {choose(
        'carrier',
        carriers.map((value) => ({ value, label: text(`register.report.carrier.${value}`) })),
      )}
      {choose(
        'state',
        reportStates
          .filter((value) => states.includes(value))
          .map((value) => ({ value, label: text(`register.report.state.${value}`) })),
      )}
      {choose(
        'room',
        auditRooms.map((value) => ({ value, label: text(`common.room.${value}`) })),
      )}
      {has('staffNumber') ? (
        <TextField
          label={text('register.report.filter.staffNumber')}
          value={filter.staffNumber === null ? '' : String(filter.staffNumber)}
          onChange={(value) => {
            const digits = Number(value.replaceAll(/\D/g, '').slice(0, 6));
            onChange({ ...filter, staffNumber: digits > 0 ? digits : null });
          }}
          isOptional
        />
      ) : null}
      {isNarrowed ? (
        <Button onPress={() => onChange(noFilter)}>{text('register.report.filter.clear')}</Button>
      ) : null}
    </fieldset>
  );
}
