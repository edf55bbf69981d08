import { z } from 'zod';
import { certificationStanding } from '../../shared/domain/destruction/paper-batch.ts';
import type { PaperMethod, SecurityLevel } from '../../shared/domain/destruction/paper-security.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import { openVendor, readVendor, readWorkingVendor } from '../provision/vendor-record.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import type { DataKeys } from '../storage/vault.ts';

/** shredding_machines.sealed */
const machineSecrets = z.strictObject({ name: z.string(), serial: z.string() });
const placeOfMachine = (rowId: string) => ({ table: 'shredding_machines', column: 'sealed', rowId });
/** shredding_vendors.sealed */
const certificationSecrets = z.strictObject({ certification: z.string() });
const placeOfCertification = (rowId: string) => ({ table: 'shredding_vendors', column: 'sealed', rowId });

interface MachineRecord {
  id: string;
  number: string;
  method: PaperMethod;
  level: SecurityLevel | null;
  place: 'on_site' | 'off_site';
  sealed: Uint8Array;
  retired_on: string | null;
}

interface ShreddingVendorRecord {
  vendor_id: string;
  method: PaperMethod;
  level: SecurityLevel | null;
  certified_until: string;
  certificate_days: number;
  sealed: Uint8Array;
}

type Reader = { readonly database: ReadDatabase; readonly vault: DataKeys };

const machineColumns = 'id, number, method, level, place, sealed, retired_on';

/** Also one that is retired: batches go on naming it. Throws Refusal `not_found`. */
export function readMachine({ database, vault }: Reader, machineId: string) {
  const row = database.get<MachineRecord>(`SELECT ${machineColumns} FROM shredding_machines WHERE id = ?`, [
    machineId,
  ]);
  if (row === undefined) throw new Refusal('not_found');
  return { ...row, ...openJson(vault, placeOfMachine(row.id), row.sealed, machineSecrets) };
}

/** A shredding vendor with what it showed. Throws Refusal `vendor_not_certified` where it showed nothing. */
export function readShreddingVendor({ database, vault }: Reader, vendorId: string) {
  const row = database.get<ShreddingVendorRecord>(
    'SELECT vendor_id, method, level, certified_until, certificate_days, sealed FROM shredding_vendors WHERE vendor_id = ?',
    [vendorId],
  );
  if (row === undefined) throw new Refusal('vendor_not_certified');
  const { name } = openVendor(vault, readVendor(database, vendorId));
  return {
    ...row,
    name,
    ...openJson(vault, placeOfCertification(vendorId), row.sealed, certificationSecrets),
  };
}

/** One that works for the office and whose certification has not ended. @throws Refusal vendor_not_certified, vendor_certification_expired, vendor_ended */
export function requireCertifiedVendor(context: Reader & { today: string }, vendorId: string) {
  readWorkingVendor(context.database, vendorId);
  const vendor = readShreddingVendor(context, vendorId);
  if (certificationStanding(vendor.certified_until, context.today) === 'expired')
    throw new Refusal('vendor_certification_expired', { date: vendor.certified_until });
  return vendor;
}

export const machineHandlers: Pick<
  Handlers<'destruction'>,
  | 'destruction.listMachines'
  | 'destruction.addMachine'
  | 'destruction.retireMachine'
  | 'destruction.setVendorCertification'
> = {
  'destruction.listMachines': (context) => {
    const { database, today } = context;
    const machines = database
      .all<{ id: string }>('SELECT id FROM shredding_machines ORDER BY retired_on IS NOT NULL, number')
      .map(({ id }) => readMachine(context, id));
    const vendors = database
      .all<{ vendor_id: string }>(
        `SELECT s.vendor_id FROM shredding_vendors s JOIN vendors v ON v.id = s.vendor_id
         WHERE v.ended_on IS NULL ORDER BY s.recorded_at`,
      )
      .map((row) => readShreddingVendor(context, row.vendor_id));
    return {
      machines: machines.map((machine) => ({
        machineId: machine.id,
        number: machine.number,
        name: machine.name,
        serial: machine.serial,
        method: machine.method,
        level: machine.level,
        place: machine.place,
        retiredOn: machine.retired_on,
      })),
      vendors: vendors.map((vendor) => ({
        vendorId: vendor.vendor_id,
        name: vendor.name,
        certification: vendor.certification,
        certifiedUntil: vendor.certified_until,
        standing: certificationStanding(vendor.certified_until, today),
        method: vendor.method,
        level: vendor.level,
        certificateDays: vendor.certificate_days,
      })),
    };
  },

  'destruction.addMachine': (context, { name, serial, method, level, place }) => {
    const { database, vault, office, actor, clock } = context;
    requireLevel(method, level);
    const machineId = context.newId();
    const last = database.value<number>('SELECT count(*) FROM shredding_machines') ?? 0;
    const number = `M-${String(last + 1).padStart(4, '0')}`;
    database.run(
      `INSERT INTO shredding_machines (id, office_id, number, method, level, place, sealed, added_at, added_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        machineId,
        office.id,
        number,
        method,
        level,
        place,
        sealJson(vault, office.notesKeyId, placeOfMachine(machineId), { name, serial }),
        instantText(clock.now()),
        actor.id,
      ],
    );
    context.audit('destruction.machine_added', { machineId, number, method, level: level ?? '-' });
    return { machineId, number };
  },

  'destruction.retireMachine': (context, { machineId }) => {
    const { number } = readMachine(context, machineId);
    context.database.run('UPDATE shredding_machines SET retired_on = coalesce(retired_on, ?) WHERE id = ?', [
      context.today,
      machineId,
    ]);
    context.audit('destruction.machine_retired', { machineId, number });
    return {};
  },

  'destruction.setVendorCertification': (context, input) => {
    const { database, vault, office, actor, clock, today } = context;
    const { vendorId, certification, certifiedUntil, method, level, certificateDays } = input;
    requireLevel(method, level);
    readWorkingVendor(database, vendorId);
    if (certificationStanding(certifiedUntil, today) === 'expired')
      throw new Refusal('vendor_certification_expired', { date: certifiedUntil, field: 'certifiedUntil' });
    database.run(
      `INSERT INTO shredding_vendors (vendor_id, method, level, certified_until, certificate_days, sealed, recorded_at, recorded_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (vendor_id) DO UPDATE SET method = excluded.method, level = excluded.level,
         certified_until = excluded.certified_until, certificate_days = excluded.certificate_days, sealed = excluded.sealed,
         recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`,
      [
        vendorId,
        method,
        level,
        certifiedUntil,
        certificateDays,
        sealJson(vault, office.notesKeyId, placeOfCertification(vendorId), { certification }),
        instantText(clock.now()),
        actor.id,
      ],
    );
    context.audit('destruction.vendor_certification_set', {
      vendorId,
      until: certifiedUntil,
      level: level ?? '-',
    });
    return {};
  },
};

/** A shredder has a level, fire has none. */
function requireLevel(method: PaperMethod, level: SecurityLevel | null): void {
  if ((method === 'shred') !== (level !== null)) throw new Refusal('machine_level', { field: 'level' });
}
