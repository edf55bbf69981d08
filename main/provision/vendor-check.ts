import { Temporal } from 'temporal-polyfill';
import type { SubVendor, VendorCheck } from '../../shared/contract/provision-vendors.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers, ReadContext } from '../context.ts';
import { sealJson } from '../storage/sealed-json.ts';
import {
  openCheck,
  openSubVendor,
  placeOfCheck,
  placeOfSubVendor,
  readWorkingVendor,
} from './vendor-record.ts';

interface CheckRecord {
  id: string;
  kind: VendorCheck['kind'];
  due_on: string;
  every_months: number | null;
  done_on: string | null;
  sealed: Uint8Array | null;
  staff_number: number | null;
}

/** What is to come first, then what was done, newest first. */
export function readChecks(
  { database, vault, today }: Pick<ReadContext, 'database' | 'vault' | 'today'>,
  vendorId: string,
): VendorCheck[] {
  return database
    .all<CheckRecord>(
      `SELECT c.id, c.kind, c.due_on, c.every_months, c.done_on, c.sealed, s.staff_number
       FROM vendor_checks c LEFT JOIN users s ON s.id = c.done_by WHERE c.vendor_id = ?
       ORDER BY c.done_on IS NOT NULL, CASE WHEN c.done_on IS NULL THEN c.due_on END, c.done_on DESC, c.id`,
      [vendorId],
    )
    .map((row) => ({
      checkId: row.id,
      kind: row.kind,
      dueOn: row.due_on,
      everyMonths: row.every_months,
      isOverdue: row.done_on === null && row.due_on < today,
      doneOn: row.done_on,
      result: row.sealed === null ? '' : openCheck(vault, { id: row.id, sealed: row.sealed }).result,
      staffNumber: row.staff_number,
    }));
}

interface SubVendorRecord {
  id: string;
  consented_on: string;
  starts_on: string;
  ended_on: string | null;
  sealed: Uint8Array;
}

export function readSubVendors(
  { database, vault }: Pick<ReadContext, 'database' | 'vault'>,
  vendorId: string,
): SubVendor[] {
  return database
    .all<SubVendorRecord>(
      `SELECT id, consented_on, starts_on, ended_on, sealed FROM sub_vendors WHERE vendor_id = ?
       ORDER BY ended_on IS NOT NULL, starts_on DESC, id`,
      [vendorId],
    )
    .map((row) => ({
      subVendorId: row.id,
      ...openSubVendor(vault, row),
      consentedOn: row.consented_on,
      startsOn: row.starts_on,
      endedOn: row.ended_on,
    }));
}

export const vendorCheckHandlers: Pick<
  Handlers<'provision'>,
  'provision.planCheck' | 'provision.completeCheck' | 'provision.addSubVendor' | 'provision.endSubVendor'
> = {
  'provision.planCheck': (context, { vendorId, kind, dueOn, everyMonths }) => {
    const { database } = context;
    readWorkingVendor(database, vendorId);
    const checkId = context.newId();
    database.run(
      'INSERT INTO vendor_checks (id, vendor_id, kind, due_on, every_months) VALUES (?, ?, ?, ?, ?)',
      [checkId, vendorId, kind, dueOn, everyMonths],
    );
    context.audit('provision.check_planned', { vendorId, checkId, kind });
    return { checkId };
  },

  'provision.completeCheck': (context, { checkId, doneOn, result }) => {
    const { database, vault, office, actor, today } = context;
    if (doneOn > today) throw new Refusal('date_in_future', { field: 'doneOn' });
    const check = database.get<{
      vendor_id: string;
      kind: string;
      every_months: number | null;
      done_on: string | null;
    }>('SELECT vendor_id, kind, every_months, done_on FROM vendor_checks WHERE id = ?', [checkId]);
    if (check === undefined) throw new Refusal('not_found');
    if (check.done_on !== null) throw new Refusal('check_done_already');
    database.run('UPDATE vendor_checks SET done_on = ?, done_by = ?, sealed = ? WHERE id = ?', [
      doneOn,
      actor.id,
      sealJson(vault, office.notesKeyId, placeOfCheck(checkId), { result }),
      checkId,
    ]);
    const nextDueOn =
      check.every_months === null
        ? null
        : Temporal.PlainDate.from(doneOn).add({ months: check.every_months }).toString();
    if (nextDueOn !== null) {
      database.run(
        'INSERT INTO vendor_checks (id, vendor_id, kind, due_on, every_months) VALUES (?, ?, ?, ?, ?)',
        [context.newId(), check.vendor_id, check.kind, nextDueOn, check.every_months],
      );
    }
    context.audit('provision.check_done', { vendorId: check.vendor_id, checkId, kind: check.kind });
    return { nextDueOn };
  },

  'provision.addSubVendor': (context, { vendorId, consentedOn, startsOn, ...secrets }) => {
    const { database, vault, office, actor, clock, today } = context;
    readWorkingVendor(database, vendorId);
    if (consentedOn > today) throw new Refusal('date_in_future', { field: 'consentedOn' });
    // PIPA art. 26(6): the vendor entrusts on only with the office's consent, given before.
    if (startsOn < consentedOn) throw new Refusal('sub_vendor_without_consent', { field: 'startsOn' });
    const subVendorId = context.newId();
    database.run(
      `INSERT INTO sub_vendors (id, vendor_id, consented_on, starts_on, sealed, recorded_at, recorded_by)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [
        subVendorId,
        vendorId,
        consentedOn,
        startsOn,
        sealJson(vault, office.notesKeyId, placeOfSubVendor(subVendorId), secrets),
        instantText(clock.now()),
        actor.id,
      ],
    );
    context.audit('provision.sub_vendor_added', { vendorId, subVendorId });
    return { subVendorId };
  },

  'provision.endSubVendor': (context, { subVendorId, endedOn }) => {
    const { database, today } = context;
    if (endedOn > today) throw new Refusal('date_in_future', { field: 'endedOn' });
    const found = database.get<{ vendor_id: string; starts_on: string; ended_on: string | null }>(
      'SELECT vendor_id, starts_on, ended_on FROM sub_vendors WHERE id = ?',
      [subVendorId],
    );
    if (found === undefined || found.ended_on !== null) throw new Refusal('not_found');
    if (endedOn < found.starts_on) throw new Refusal('ends_before_it_starts', { field: 'endedOn' });
    database.run('UPDATE sub_vendors SET ended_on = ? WHERE id = ?', [endedOn, subVendorId]);
    context.audit('provision.sub_vendor_ended', { vendorId: found.vendor_id, subVendorId });
    return {};
  },
};
