import type { VendorContract, VendorRow } from '../../shared/contract/provision-vendors.ts';
import { missingClauses, requiredClauses } from '../../shared/domain/provision/entrustment-clause.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers, ReadContext } from '../context.ts';
import { sealJson } from '../storage/sealed-json.ts';
import { outstandingOf } from './hand-over.ts';
import { countToBeTold } from './marketing-notice.ts';
import { readChecks, readSubVendors } from './vendor-check.ts';
import {
  openContract,
  openVendor,
  placeOfContract,
  placeOfVendor,
  readVendor,
  readWorkingVendor,
  type VendorRecord,
} from './vendor-record.ts';

interface ContractRecord {
  id: string;
  version: number;
  signed_on: string;
  starts_on: string;
  ends_on: string | null;
  sealed: Uint8Array;
  recorded_at: string;
  staff_number: number;
}

type Reader = Pick<ReadContext, 'database' | 'vault' | 'office' | 'today'>;

/** Newest first: the first one is in force. */
function contractsOf({ database, vault, office }: Reader, vendorId: string): VendorContract[] {
  return database
    .all<ContractRecord>(
      `SELECT c.id, c.version, c.signed_on, c.starts_on, c.ends_on, c.sealed, c.recorded_at, s.staff_number
       FROM vendor_contracts c JOIN users s ON s.id = c.recorded_by WHERE c.vendor_id = ? ORDER BY c.version DESC`,
      [vendorId],
    )
    .map((row) => {
      const secrets = openContract(vault, row);
      return {
        ...secrets,
        version: row.version,
        signedOn: row.signed_on,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        recordedAt: row.recorded_at,
        staffNumber: row.staff_number,
        missing: missingClauses(office.jurisdiction, secrets.clauses),
      };
    });
}

function vendorRow(reader: Reader, vendor: VendorRecord): VendorRow {
  const { database, vault, today } = reader;
  const count = (sql: string, ...more: string[]) => database.value<number>(sql, [vendor.id, ...more]) ?? 0;
  return {
    vendorId: vendor.id,
    ...openVendor(vault, vendor),
    contractEndsOn: vendor.contract_ends_on,
    doesMarketing: vendor.does_marketing === 1,
    addedAt: vendor.added_at,
    endedOn: vendor.ended_on,
    handOvers: count('SELECT count(*) FROM hand_overs WHERE vendor_id = ?'),
    outstanding: outstandingOf(database, vendor.id),
    missingClauses: contractsOf(reader, vendor.id)[0]?.missing.length ?? null,
    overdueChecks: count(
      'SELECT count(*) FROM vendor_checks WHERE vendor_id = ? AND done_on IS NULL AND due_on < ?',
      today,
    ),
  };
}

export const vendorHandlers: Pick<
  Handlers<'provision'>,
  | 'provision.addVendor'
  | 'provision.changeVendor'
  | 'provision.listVendors'
  | 'provision.getVendor'
  | 'provision.recordContract'
  | 'provision.endEntrustment'
> = {
  'provision.addVendor': (context, { contractEndsOn, doesMarketing, ...secrets }) => {
    const { database, vault, office, clock } = context;
    const vendorId = context.newId();
    database.run(
      `INSERT INTO vendors (id, office_id, contract_ends_on, does_marketing, sealed, added_at) VALUES (?, ?, ?, ?, ?, ?)`,
      [
        vendorId,
        office.id,
        contractEndsOn,
        doesMarketing ? 1 : 0,
        sealJson(vault, office.notesKeyId, placeOfVendor(vendorId), secrets),
        instantText(clock.now()),
      ],
    );
    context.audit('provision.vendor_added', { vendorId });
    return { vendorId };
  },

  'provision.changeVendor': (context, { vendorId, contractEndsOn, doesMarketing, ...secrets }) => {
    const { database, vault, office } = context;
    readWorkingVendor(database, vendorId);
    database.run('UPDATE vendors SET contract_ends_on = ?, does_marketing = ?, sealed = ? WHERE id = ?', [
      contractEndsOn,
      doesMarketing ? 1 : 0,
      sealJson(vault, office.notesKeyId, placeOfVendor(vendorId), secrets),
      vendorId,
    ]);
    context.audit('provision.vendor_changed', { vendorId });
    return {};
  },

  'provision.listVendors': (context) => ({
    vendors: context.database
      .all<VendorRecord>(
        `SELECT id, contract_ends_on, does_marketing, sealed, added_at, ended_on FROM vendors
         ORDER BY ended_on IS NOT NULL, added_at DESC`,
      )
      .map((vendor) => vendorRow(context, vendor)),
  }),

  'provision.getVendor': (context, { vendorId }) => ({
    vendor: vendorRow(context, readVendor(context.database, vendorId)),
    required: requiredClauses(context.office.jurisdiction),
    contracts: contractsOf(context, vendorId),
    subVendors: readSubVendors(context, vendorId),
    checks: readChecks(context, vendorId),
    toBeTold: countToBeTold(context.database, vendorId),
  }),

  'provision.recordContract': (context, { vendorId, signedOn, startsOn, endsOn, ...secrets }) => {
    const { database, vault, office, actor, clock, today } = context;
    readWorkingVendor(database, vendorId);
    if (signedOn > today) throw new Refusal('date_in_future', { field: 'signedOn' });
    if (endsOn !== null && endsOn < startsOn) throw new Refusal('ends_before_it_starts', { field: 'endsOn' });
    const id = context.newId();
    const version =
      (database.value<number>('SELECT max(version) FROM vendor_contracts WHERE vendor_id = ?', [vendorId]) ??
        0) + 1;
    database.run(
      `INSERT INTO vendor_contracts
         (id, vendor_id, version, signed_on, starts_on, ends_on, sealed, recorded_at, recorded_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        vendorId,
        version,
        signedOn,
        startsOn,
        endsOn,
        sealJson(vault, office.notesKeyId, placeOfContract(id), secrets),
        instantText(clock.now()),
        actor.id,
      ],
    );
    database.run('UPDATE vendors SET contract_ends_on = ? WHERE id = ?', [endsOn, vendorId]);
    const missing = missingClauses(office.jurisdiction, secrets.clauses);
    context.audit('provision.contract_recorded', { vendorId, version, missing: missing.length });
    return { version, missing };
  },

  'provision.endEntrustment': (context, { vendorId, endedOn }) => {
    const { database, actor, today } = context;
    readWorkingVendor(database, vendorId);
    if (endedOn > today) throw new Refusal('date_in_future', { field: 'endedOn' });
    // GDPR art. 28(3)(g), PIPA standard guideline: everything is returned or destroyed first, each item confirmed.
    const outstanding = outstandingOf(database, vendorId);
    if (outstanding > 0) throw new Refusal('vendor_holds_data', { count: outstanding });
    database.run('UPDATE vendors SET ended_on = ?, ended_by = ? WHERE id = ?', [endedOn, actor.id, vendorId]);
    context.audit('provision.entrustment_ended', { vendorId });
    return {};
  },
};
