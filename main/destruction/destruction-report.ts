import { type Bilingual, bilingualLine } from '../../shared/contract/fields.ts';
import { localDate } from '../../shared/text/format.ts';
import { PurposeNames } from '../provision/purpose-names.ts';
import { inBoth, monthOf, type ReportSource, saidAs, sqlSource } from '../register/report-source.ts';
import { type OrderGroup, unitsOfGroup } from './order-group.ts';

interface Row extends OrderGroup {
  key: string;
  number: string;
  finished_at: string;
  operator: number | null;
  /** The operator had scheduled it, and the application carried it out. */
  scheduled: 0 | 1;
  approver: number | null;
  certificate: string | null;
}

const className = bilingualLine(120);

/** Days on which records of a group were collected, in both languages: `2021-03-02 ~ 2021-05-30`. */
export function collectedInWords(group: Pick<OrderGroup, 'collected_from' | 'collected_through'>) {
  const { collected_from: from, collected_through: through } = group;
  if (from === null || through === null) return saidAs('register.report.not_kept');
  return from === through ? from : inBoth((text) => text('register.report.span', { from, through }));
}

/** What the file is called that a group belongs to: the record class, and the purpose for which it was kept. */
function fileOf({ class_name, purpose_id }: OrderGroup, purposes: PurposeNames): Bilingual {
  const name = className.parse(JSON.parse(class_name));
  if (purpose_id === null) return name;
  const purpose = purposes.of(purpose_id);
  return { en: `${name.en} · ${purpose.en}`, ko: `${name.ko} · ${purpose.ko}` };
}

/** Every group of units that was destroyed and certified: the ledger of the standard guideline, form 5. */
export const destructionReport: ReportSource = sqlSource<Row>({
  from: `order_groups g JOIN destruction_orders d ON d.id = g.order_id JOIN record_classes k ON k.id = g.record_class_id
    JOIN certificates c ON c.order_id = d.id AND c.kind <> 'completion'
      AND NOT EXISTS (SELECT 1 FROM certificates s WHERE s.supersedes = c.number)`,
  key: "g.order_id || ' ' || g.position",
  columns: `g.record_class_id, g.purpose_id, g.cause, g.carrier, g.collected_from, g.collected_through, ${unitsOfGroup} AS units,
    k.name AS class_name, d.number, c.number AS certificate, c.issued_at AS finished_at,
    (SELECT staff_number FROM users WHERE id = CASE g.carrier WHEN 'electronic' THEN d.operator_id ELSE (
       SELECT operator_id FROM paper_batches b WHERE b.order_id = d.id AND b.state = 'finished' ORDER BY b.ended_at DESC LIMIT 1)
     END) AS operator,
    g.carrier = 'electronic' AND EXISTS (SELECT 1 FROM executions e WHERE e.order_id = d.id AND e.schedule_id IS NOT NULL) AS scheduled,
    (SELECT staff_number FROM users WHERE id = d.approver_id) AS approver`,
  order: 'c.issued_at, g.order_id, g.position',
  always: `d.state = 'destroyed' AND ${unitsOfGroup} > 0`,
  where: {
    from: 'c.issued_at >= :fromAt',
    to: 'c.issued_at < :toAt',
    recordClassId: 'g.record_class_id = :recordClassId',
    purposeId: 'g.purpose_id = :purposeId',
    carrier: 'g.carrier = :carrier',
  },
  cells: ({ database, office }) => {
    const purposes = new PurposeNames(database);
    const staff = (number: number | null) =>
      number === null ? null : inBoth((text) => text('register.audit.staff', { number }));
    return (row, place) => [
      place + 1,
      fileOf(row, purposes),
      inBoth((text) =>
        text('register.report.material_count', {
          material: text(`register.report.carrier.${row.carrier}`),
          count: row.units,
        }),
      ),
      collectedInWords(row),
      localDate(row.finished_at, office.timeZone),
      saidAs(`destruction.cause.${row.cause === 'open' ? 'period_ends' : row.cause}`),
      row.scheduled === 1 && row.operator !== null
        ? inBoth((text) =>
            text('documents.request.performed_by_application', {
              staff: text('register.audit.staff', { number: row.operator ?? 0 }),
            }),
          )
        : staff(row.operator),
      staff(row.approver),
      row.units,
      row.number,
      row.certificate,
    ];
  },
  charts: [
    {
      key: 'destroyed_by_month',
      kind: 'months',
      label: monthOf('c.issued_at'),
      value: `sum(${unitsOfGroup})`,
    },
    {
      key: 'destroyed_by_class',
      kind: 'kinds',
      label: 'k.name',
      value: `sum(${unitsOfGroup})`,
      name: () => (name) => className.parse(JSON.parse(name)),
    },
  ],
});
