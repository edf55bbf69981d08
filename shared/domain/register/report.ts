import type { Permission } from '../office/permission.ts';

/**
 * What a report consists of: columns, filters, charts. Everything else about reports is the same for all of them: one handler
 * (main/register/report.ts), one screen (renderer/register/report.tsx), one way into a file (main/documents/report.ts).
 */
export const reportNames = [
  'destruction',
  'provision',
  'consents',
  'schedule',
  'overdue',
  'vendors',
  'audit',
] as const;
export type ReportName = (typeof reportNames)[number];

export const reportFilters = [
  /** First and last day, both included; of what, says the report. */
  'from',
  'to',
  'recordClassId',
  'purposeId',
  'carrier',
  'state',
  'room',
  'staffNumber',
] as const;
export type ReportFilterName = (typeof reportFilters)[number];

/** Rooms of the audit log: the beginning of a code. */
export const auditRooms = [
  'office',
  'collection',
  'provision',
  'retention',
  'paper',
  'destruction',
  'register',
] as const;

/** What a record unit is on. */
export const carriers = ['electronic', 'paper'] as const;
export type Carrier = (typeof carriers)[number];

export interface ReportColumn {
  readonly key: string;
  /** `id`: its first eight characters are enough to see that two are the same; tables have all of it. */
  readonly kind: 'text' | 'number' | 'date' | 'instant' | 'id';
  /** Share of the width of a page; columns without one stand on screen and in tables only. The shares add up to 1. */
  readonly share?: number;
}

export interface ReportDescription {
  readonly permission: Permission;
  readonly columns: readonly ReportColumn[];
  readonly filters: readonly ReportFilterName[];
  /** The values of the filter `state`. */
  readonly states: readonly string[];
  /** `months` are columns over time, `kinds` bars one below the other. */
  readonly charts: readonly { readonly key: string; readonly kind: 'months' | 'kinds' }[];
}

export const reports = {
  /** Standard guideline on personal information protection, form 5, in the order of its columns. */
  destruction: {
    permission: 'register.read_certificates',
    columns: [
      { key: 'number', kind: 'number', share: 0.06 },
      { key: 'file', kind: 'text', share: 0.19 },
      { key: 'material', kind: 'text', share: 0.12 },
      { key: 'created', kind: 'text', share: 0.16 },
      { key: 'destroyed_on', kind: 'date', share: 0.13 },
      { key: 'reason', kind: 'text', share: 0.16 },
      { key: 'handler', kind: 'text', share: 0.09 },
      { key: 'head', kind: 'text', share: 0.09 },
      { key: 'units', kind: 'number' },
      { key: 'order', kind: 'text' },
      { key: 'certificate', kind: 'text' },
    ],
    filters: ['from', 'to', 'recordClassId', 'purposeId', 'carrier'],
    states: [],
    charts: [
      { key: 'destroyed_by_month', kind: 'months' },
      { key: 'destroyed_by_class', kind: 'kinds' },
    ],
  },
  /** PIPA Enforcement Decree art. 15, in the order in which it names them. */
  provision: {
    permission: 'provision.read',
    columns: [
      { key: 'provided_file', kind: 'text', share: 0.13 },
      { key: 'recipient', kind: 'text', share: 0.13 },
      { key: 'use', kind: 'text', share: 0.15 },
      { key: 'basis', kind: 'text', share: 0.13 },
      { key: 'items', kind: 'text', share: 0.13 },
      { key: 'when', kind: 'text', share: 0.13 },
      { key: 'form_of_provision', kind: 'text', share: 0.1 },
      { key: 'restrictions', kind: 'text', share: 0.1 },
      { key: 'people', kind: 'number' },
      { key: 'copy_state', kind: 'text' },
    ],
    filters: ['from', 'to', 'purposeId', 'state'],
    states: ['out', 'overdue', 'ended'],
    charts: [
      { key: 'provided_by_month', kind: 'months' },
      { key: 'provided_by_recipient', kind: 'kinds' },
    ],
  },
  consents: {
    permission: 'collection.read_forms',
    columns: [
      { key: 'given_on', kind: 'date', share: 0.15 },
      { key: 'consent_form', kind: 'text', share: 0.23 },
      { key: 'version', kind: 'number', share: 0.07 },
      { key: 'purpose', kind: 'text', share: 0.22 },
      { key: 'answer', kind: 'text', share: 0.1 },
      { key: 'since', kind: 'date', share: 0.12 },
      { key: 'ends_on', kind: 'date', share: 0.11 },
    ],
    filters: ['from', 'to', 'purposeId', 'state'],
    states: ['given', 'refused', 'renewed', 'withdrawn', 'expired'],
    charts: [
      { key: 'answers_by_state', kind: 'kinds' },
      { key: 'agreed_by_purpose', kind: 'kinds' },
    ],
  },
  schedule: {
    permission: 'retention.read',
    columns: [
      { key: 'class', kind: 'text', share: 0.16 },
      { key: 'rule', kind: 'text', share: 0.16 },
      { key: 'trigger', kind: 'text', share: 0.11 },
      { key: 'period', kind: 'text', share: 0.08 },
      { key: 'law', kind: 'text', share: 0.2 },
      { key: 'at_end', kind: 'text', share: 0.11 },
      { key: 'kept', kind: 'number', share: 0.06 },
      { key: 'due_now', kind: 'number', share: 0.06 },
      { key: 'next_due', kind: 'date', share: 0.06 },
      { key: 'separated', kind: 'number' },
      { key: 'on_paper', kind: 'number' },
      { key: 'version', kind: 'number' },
      { key: 'effective_from', kind: 'date' },
    ],
    filters: ['recordClassId', 'carrier'],
    states: [],
    charts: [
      { key: 'kept_by_class', kind: 'kinds' },
      { key: 'due_by_month', kind: 'months' },
    ],
  },
  overdue: {
    permission: 'retention.read',
    columns: [
      { key: 'unit', kind: 'id', share: 0.12 },
      { key: 'class', kind: 'text', share: 0.19 },
      { key: 'purpose', kind: 'text', share: 0.17 },
      { key: 'material', kind: 'text' },
      { key: 'reason', kind: 'text', share: 0.15 },
      { key: 'due_on', kind: 'date', share: 0.13 },
      { key: 'days_late', kind: 'number', share: 0.08 },
      { key: 'unit_state', kind: 'text', share: 0.16 },
    ],
    filters: ['from', 'to', 'recordClassId', 'purposeId', 'carrier', 'state'],
    states: ['active', 'separated', 'ordered', 'held'],
    charts: [
      { key: 'late_by_days', kind: 'kinds' },
      { key: 'late_by_class', kind: 'kinds' },
    ],
  },
  vendors: {
    permission: 'provision.read',
    columns: [
      { key: 'vendor', kind: 'text', share: 0.17 },
      { key: 'task', kind: 'text', share: 0.21 },
      { key: 'signed_on', kind: 'date', share: 0.12 },
      { key: 'until', kind: 'text', share: 0.12 },
      { key: 'sub_vendors', kind: 'text', share: 0.16 },
      { key: 'next_check', kind: 'date', share: 0.12 },
      { key: 'vendor_state', kind: 'text', share: 0.1 },
      { key: 'last_check', kind: 'date' },
      { key: 'hand_overs', kind: 'number' },
    ],
    filters: ['state'],
    states: ['working', 'contract_over', 'check_overdue', 'ended'],
    charts: [{ key: 'vendors_by_state', kind: 'kinds' }],
  },
  audit: {
    permission: 'register.read_audit_log',
    columns: [
      { key: 'entry', kind: 'number', share: 0.08 },
      { key: 'at', kind: 'instant', share: 0.19 },
      { key: 'deed', kind: 'text', share: 0.24 },
      { key: 'staff', kind: 'text', share: 0.14 },
      { key: 'about', kind: 'text', share: 0.35 },
    ],
    filters: ['from', 'to', 'room', 'staffNumber'],
    states: [],
    charts: [
      { key: 'entries_by_month', kind: 'months' },
      { key: 'entries_by_room', kind: 'kinds' },
    ],
  },
} as const satisfies Record<ReportName, ReportDescription>;

type Reports = typeof reports;
export type ReportColumnKey = Reports[ReportName]['columns'][number]['key'];
export type ReportChartKey = Reports[ReportName]['charts'][number]['key'];
export type ReportState = Reports[ReportName]['states'][number];

export const reportChartKeys: readonly ReportChartKey[] = Object.values(reports).flatMap(({ charts }) =>
  charts.map(({ key }) => key),
);
export const reportStates: readonly ReportState[] = Object.values(reports).flatMap(({ states }) => [
  ...states,
]);

/** Fewer than anybody would read to the end; longer ones leave as tables. */
export const rowsOfPaper = 1000;

export function describeReport(name: ReportName): ReportDescription {
  return reports[name];
}
