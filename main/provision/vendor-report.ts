import type { ReportFilter } from '../../shared/contract/register-reports.ts';
import {
  barsOf,
  listSource,
  type ReportContext,
  type ReportRow,
  type ReportSource,
  saidAs,
} from '../register/report-source.ts';
import { readChecks, readSubVendors } from './vendor-check.ts';
import { openVendor, type VendorRecord } from './vendor-record.ts';

interface Row extends VendorRecord {
  signed_on: string | null;
  hand_overs: number;
}

type VendorState = 'working' | 'contract_over' | 'check_overdue' | 'ended';

function read(context: ReportContext, filter: ReportFilter): (ReportRow & { readonly state: VendorState })[] {
  const { database, vault, today } = context;
  return database
    .all<Row>(
      `SELECT v.id, v.contract_ends_on, v.does_marketing, v.sealed, v.added_at, v.ended_on,
         (SELECT signed_on FROM vendor_contracts c WHERE c.vendor_id = v.id ORDER BY c.version DESC LIMIT 1) AS signed_on,
         (SELECT count(*) FROM hand_overs h WHERE h.vendor_id = v.id) AS hand_overs
       FROM vendors v ORDER BY v.ended_on IS NOT NULL, v.added_at`,
    )
    .map((row) => {
      const { name, task } = openVendor(vault, row);
      const checks = readChecks(context, row.id);
      const next = checks.find(({ doneOn }) => doneOn === null);
      const subVendors = readSubVendors(context, row.id).filter(({ endedOn }) => endedOn === null);
      const state: VendorState =
        row.ended_on !== null
          ? 'ended'
          : row.contract_ends_on !== null && row.contract_ends_on < today
            ? 'contract_over'
            : next?.isOverdue
              ? 'check_overdue'
              : 'working';
      return {
        key: row.id,
        state,
        cells: [
          name,
          task,
          row.signed_on,
          row.ended_on ?? row.contract_ends_on ?? saidAs('documents.vendors.open_ended'),
          subVendors.map((sub) => `${sub.name} (${sub.task})`).join(', ') || saidAs('documents.none'),
          next?.dueOn ?? null,
          saidAs(`register.report.state.${state}`),
          checks.find(({ doneOn }) => doneOn !== null)?.doneOn ?? null,
          row.hand_overs,
        ],
      };
    })
    .filter(({ state }) => filter.state === null || filter.state === state);
}

/** Who processes personal data for the office (PIPA art. 26): contract, sub-vendors, training and inspections. */
export const vendorReport: ReportSource = listSource({
  read: (context, filter) => read(context, filter).map(({ key, cells }) => ({ key, cells })),
  charts: (context, filter) => [
    {
      key: 'vendors_by_state',
      kind: 'kinds',
      bars: barsOf(read(context, filter).map(({ state }) => [state, 1])).map(({ label, value }) => ({
        label: saidAs(`register.report.state.${label as VendorState}`),
        value,
      })),
    },
  ],
});
