import { z } from 'zod';
import { instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import type { DataKeys } from '../storage/vault.ts';

/** vendors.sealed: a contact is a person, so the whole entry is kept under the office's own data key. */
const vendorSecrets = z.strictObject({ name: z.string(), task: z.string(), contact: z.string() });
const placeOfVendor = (rowId: string) => ({ table: 'vendors', column: 'sealed', rowId });

interface VendorRecord {
  id: string;
  contract_ends_on: string | null;
  sealed: Uint8Array;
  added_at: string;
  hand_overs: number;
}

export function openVendor(vault: DataKeys, row: { id: string; sealed: Uint8Array }) {
  return openJson(vault, placeOfVendor(row.id), row.sealed, vendorSecrets);
}

export const vendorHandlers: Pick<Handlers<'provision'>, 'provision.addVendor' | 'provision.listVendors'> = {
  'provision.addVendor': (context, { contractEndsOn, ...secrets }) => {
    const { database, vault, office, clock } = context;
    const vendorId = context.newId();
    database.run(
      'INSERT INTO vendors (id, office_id, contract_ends_on, sealed, added_at) VALUES (?, ?, ?, ?, ?)',
      [
        vendorId,
        office.id,
        contractEndsOn,
        sealJson(vault, office.notesKeyId, placeOfVendor(vendorId), secrets),
        instantText(clock.now()),
      ],
    );
    context.audit('provision.vendor_added', { vendorId });
    return { vendorId };
  },

  'provision.listVendors': ({ database, vault }) => ({
    vendors: database
      .all<VendorRecord>(
        `SELECT id, contract_ends_on, sealed, added_at,
           (SELECT count(*) FROM hand_overs WHERE vendor_id = vendors.id) AS hand_overs
         FROM vendors ORDER BY added_at DESC`,
      )
      .map((row) => ({
        vendorId: row.id,
        ...openVendor(vault, row),
        contractEndsOn: row.contract_ends_on,
        handOvers: row.hand_overs,
        addedAt: row.added_at,
      })),
  }),
};
