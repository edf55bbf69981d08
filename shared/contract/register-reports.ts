import { z } from 'zod';
import {
  auditRooms,
  carriers,
  describeReport,
  reportChartKeys,
  reportFilters,
  reportNames,
  reportStates,
} from '../domain/register/report.ts';
import { channel } from './channel.ts';
import { useReason } from './collection.ts';
import { documentChannel } from './document.ts';
import { id, page, plainDate } from './fields.ts';

const filter = z.strictObject({
  from: plainDate.nullable().default(null),
  to: plainDate.nullable().default(null),
  recordClassId: id.nullable().default(null),
  purposeId: id.nullable().default(null),
  carrier: z.enum(carriers).nullable().default(null),
  state: z.enum(reportStates).nullable().default(null),
  room: z.enum(auditRooms).nullable().default(null),
  staffNumber: z.int().min(1).max(999_999).nullable().default(null),
});
export type ReportFilter = z.infer<typeof filter>;
/** Everything there is. */
export const noFilter: ReportFilter = filter.parse({});

const asked = { report: z.enum(reportNames), filter };

/** A filter that a report does not have is no filter: whoever set it would believe in an answer that is wider than it. */
export function unknownFilter({
  report,
  filter,
}: {
  report: (typeof reportNames)[number];
  filter: ReportFilter;
}): keyof ReportFilter | null {
  const { filters, states } = describeReport(report);
  const unknown = reportFilters.find((name) => filter[name] !== null && !filters.includes(name));
  if (unknown !== undefined) return unknown;
  return filter.state !== null && !states.includes(filter.state) ? 'state' : null;
}

const said = z.strictObject({ en: z.string(), ko: z.string() });
/** Dates and instants in ISO 8601; what has words has them in both languages. */
const cell = z.union([z.string(), z.number(), said, z.null()]);
export type ReportCell = z.infer<typeof cell>;

const chart = z.strictObject({
  key: z.enum(reportChartKeys),
  kind: z.enum(['months', 'kinds']),
  bars: z.array(z.strictObject({ label: cell, value: z.number().nonnegative() })),
});
export type ReportChart = z.infer<typeof chart>;

const choice = z.strictObject({ id, name: said });

/**
 * Reports. What each holds is described in `shared/domain/register/report.ts`; the permission of the report is asked for
 * beside that of the channel.
 */
export const registerReportChannels = {
  'register.report': channel({
    access: 'signed_in',
    effect: 'read',
    input: z.strictObject({ ...asked, ...page }),
    output: z.strictObject({
      total: z.int().nonnegative(),
      rows: z.array(z.strictObject({ key: z.string(), cells: z.array(cell) })),
    }),
  }),
  'register.reportCharts': channel({
    access: 'signed_in',
    effect: 'read',
    input: z.strictObject(asked),
    output: z.strictObject({ charts: z.array(chart) }),
  }),
  /** What can be chosen from in the filters of a report. */
  'register.reportChoices': channel({
    access: 'signed_in',
    effect: 'read',
    input: z.strictObject({ report: z.enum(reportNames) }),
    output: z.strictObject({ recordClasses: z.array(choice), purposes: z.array(choice) }),
  }),
  /**
   * The report as a document. `names`: of consents, with the names of the people, for this reason; each goes through the gate and
   * into the use log, and the file is a known copy of them.
   */
  'register.reportFile': documentChannel({
    access: 'signed_in',
    ask: z.strictObject({ ...asked, names: useReason.nullable().default(null) }),
    formats: ['pdf', 'xlsx', 'csv'],
  }),
  /** Form 4 of the standard guideline, filled in as far as the order has come. */
  'register.destructionRequest': documentChannel({
    access: 'destruction.read',
    ask: z.strictObject({ orderId: id }),
    formats: ['pdf'],
  }),
};
