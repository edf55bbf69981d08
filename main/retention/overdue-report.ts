import { bilingualLine } from '../../shared/contract/fields.ts';
import type { Carrier } from '../../shared/domain/register/report.ts';
import type { DueCause } from '../../shared/domain/retention/due-date.ts';
import { PurposeNames } from '../provision/purpose-names.ts';
import { inBoth, type ReportSource, saidAs, sqlSource } from '../register/report-source.ts';
import { unitIsHeld } from './record-unit.ts';

interface Row {
  key: string;
  class_name: string;
  purpose_id: string | null;
  carrier: Carrier;
  cause: DueCause;
  due_on: string;
  days: number;
  state: 'active' | 'separated' | 'ordered';
  held: number;
  order_number: string | null;
}

const className = bilingualLine(120);
const daysSinceDue = 'CAST(julianday(:today) - julianday(u.due_on) AS INTEGER)';

/** What should have been destroyed and is not (PIPA art. 21, standard guideline art. 10), the longest overdue first. */
export const overdueReport: ReportSource = sqlSource<Row>({
  from: 'record_units u JOIN record_classes k ON k.id = u.record_class_id',
  key: 'u.id',
  columns: `k.name AS class_name, u.purpose_id, u.carrier, u.cause, u.due_on, ${daysSinceDue} AS days, u.state, ${unitIsHeld} AS held,
    (SELECT number FROM destruction_orders WHERE id = u.order_id) AS order_number`,
  order: 'u.late_on, u.id',
  always: 'u.due_on <= :today AND u.late_on <= :today',
  where: {
    from: 'u.due_on >= :from',
    to: 'u.due_on <= :to',
    recordClassId: 'u.record_class_id = :recordClassId',
    purposeId: 'u.purpose_id = :purposeId',
    carrier: 'u.carrier = :carrier',
  },
  states: {
    active: `u.state = 'active' AND NOT ${unitIsHeld}`,
    separated: `u.state = 'separated' AND NOT ${unitIsHeld}`,
    ordered: "u.state = 'ordered'",
    held: unitIsHeld,
  },
  cells: ({ database }) => {
    const purposes = new PurposeNames(database);
    return (row) => {
      const { order_number: order } = row;
      return [
        row.key,
        className.parse(JSON.parse(row.class_name)),
        row.purpose_id === null ? null : purposes.of(row.purpose_id),
        saidAs(`register.report.carrier.${row.carrier}`),
        saidAs(`destruction.cause.${row.cause === 'open' ? 'period_ends' : row.cause}`),
        row.due_on,
        row.days,
        row.held === 1
          ? saidAs('register.report.state.held')
          : order === null
            ? saidAs(`register.report.state.${row.state}`)
            : inBoth((text) => text('register.report.on_order', { number: order })),
      ];
    };
  },
  charts: [
    {
      key: 'late_by_days',
      kind: 'kinds',
      label: `CASE WHEN ${daysSinceDue} <= 30 THEN 'month' WHEN ${daysSinceDue} <= 90 THEN 'quarter'
        WHEN ${daysSinceDue} <= 365 THEN 'year' ELSE 'longer' END`,
      order: 'min(u.due_on) DESC',
      name: () => (span) => saidAs(`register.report.late.${span as 'month' | 'quarter' | 'year' | 'longer'}`),
    },
    {
      key: 'late_by_class',
      kind: 'kinds',
      label: 'k.name',
      name: () => (name) => className.parse(JSON.parse(name)),
    },
  ],
});
