import { z } from 'zod';
import { entrustmentClauses } from '../../shared/domain/provision/entrustment-clause.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { openJson } from '../storage/sealed-json.ts';
import type { DataKeys } from '../storage/vault.ts';

/**
 * What stands sealed about vendors, under the office's own data key: a contact is a person, and a contract or a result of an
 * inspection may name one.
 */
const vendorSecrets = z.strictObject({ name: z.string(), task: z.string(), contact: z.string() });
const contractSecrets = z.strictObject({
  reference: z.string(),
  tasks: z.string(),
  items: z.string(),
  safeguards: z.string(),
  clauses: z.array(z.strictObject({ clause: z.enum(entrustmentClauses), place: z.string() })),
});
const subVendorSecrets = z.strictObject({ name: z.string(), task: z.string() });
const checkSecrets = z.strictObject({ result: z.string() });

const place = (table: string) => (rowId: string) => ({ table, column: 'sealed', rowId });
export const placeOfVendor = place('vendors');
export const placeOfContract = place('vendor_contracts');
export const placeOfSubVendor = place('sub_vendors');
export const placeOfCheck = place('vendor_checks');

interface Sealed {
  readonly id: string;
  readonly sealed: Uint8Array;
}

export const openVendor = (vault: DataKeys, { id, sealed }: Sealed) =>
  openJson(vault, placeOfVendor(id), sealed, vendorSecrets);
export const openContract = (vault: DataKeys, { id, sealed }: Sealed) =>
  openJson(vault, placeOfContract(id), sealed, contractSecrets);
export const openSubVendor = (vault: DataKeys, { id, sealed }: Sealed) =>
  openJson(vault, placeOfSubVendor(id), sealed, subVendorSecrets);
export const openCheck = (vault: DataKeys, { id, sealed }: Sealed) =>
  openJson(vault, placeOfCheck(id), sealed, checkSecrets);

export interface VendorRecord {
  id: string;
  contract_ends_on: string | null;
  does_marketing: number;
  sealed: Uint8Array;
  added_at: string;
  ended_on: string | null;
}

/** Throws Refusal `not_found`. */
export function readVendor(database: ReadDatabase, vendorId: string): VendorRecord {
  const vendor = database.get<VendorRecord>(
    'SELECT id, contract_ends_on, does_marketing, sealed, added_at, ended_on FROM vendors WHERE id = ?',
    [vendorId],
  );
  if (vendor === undefined) throw new Refusal('not_found');
  return vendor;
}

/** A vendor that still works for the office. @throws Refusal not_found, vendor_ended */
export function readWorkingVendor(database: ReadDatabase, vendorId: string): VendorRecord {
  const vendor = readVendor(database, vendorId);
  if (vendor.ended_on !== null) throw new Refusal('vendor_ended');
  return vendor;
}
