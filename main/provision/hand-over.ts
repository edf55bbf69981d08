import { z } from 'zod';
import type { HandOverRow } from '../../shared/contract/provision.ts';
import type { CopyEnding } from '../../shared/domain/office/known-copy.ts';
import { copyReference } from '../../shared/domain/office/known-copy.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import { endCopy, readCopy, registerKnownCopy } from '../office/known-copy.ts';
import { issueCompletions } from '../register/completion.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import { enterVerdicts } from './gate.ts';
import { checkGivingOut, requireGivenBy, requireSomebody, unitsOf } from './giving-out.ts';
import { PurposeNames } from './purpose-names.ts';
import { openVendor, readWorkingVendor } from './vendor-record.ts';

/** hand_overs.sealed, under the office's own data key. */
const handOverSecrets = z.strictObject({ what: z.string() });
const placeOfHandOver = (rowId: string) => ({ table: 'hand_overs', column: 'sealed', rowId });

/** A vendor has it as long as its copy is open or lost; what was recorded before copies were tied to it is not counted. */
const isOut = "h.copy_id IS NOT NULL AND (c.how IS NULL OR c.how = 'lost')";

/** What a vendor holds: hand-overs, and the parts of them that are being recalled, which have neither come back nor been destroyed. */
export function outstandingOf(database: ReadDatabase, vendorId: string): number {
  return (
    database.value<number>(
      `SELECT count(*) FROM known_copies c WHERE (c.how IS NULL OR c.how = 'lost') AND (
         c.id IN (SELECT copy_id FROM hand_overs WHERE vendor_id = :vendorId)
         OR c.id IN (SELECT r.copy_id FROM recalls r JOIN hand_overs h ON h.id = r.hand_over_id WHERE h.vendor_id = :vendorId))`,
      { vendorId },
    ) ?? 0
  );
}

interface HandOverRecord {
  id: string;
  vendor_id: string;
  vendor_sealed: Uint8Array;
  purpose_id: string;
  sealed: Uint8Array | null;
  people: number;
  way: HandOverRow['way'];
  encrypted: number;
  handed_over_on: string;
  due_back_on: string | null;
  number: number | null;
  how: CopyEnding | null;
  ended_at: string | null;
  staff_number: number;
}

const shown = {
  all: '1',
  out: isOut,
  overdue: `${isOut} AND h.due_back_on < :today`,
} as const;

export const handOverHandlers: Pick<
  Handlers<'provision'>,
  'provision.checkHandOver' | 'provision.recordHandOver' | 'provision.listHandOvers' | 'provision.endHandOver'
> = {
  'provision.checkHandOver': async (context, { purposeId, to }) =>
    (await checkGivingOut(context, { kind: 'hand_over', purpose: { purposeId } }, to)).report,

  'provision.recordHandOver': async (context, input) => {
    const { database, vault, office, actor, clock, today } = context;
    const { vendorId, purposeId, handedOverOn, dueBackOn } = input;
    if (handedOverOn > today) throw new Refusal('date_in_future', { field: 'handedOverOn' });
    if (dueBackOn !== null && dueBackOn < handedOverOn)
      throw new Refusal('ends_before_it_starts', { field: 'dueBackOn' });
    const vendor = readWorkingVendor(database, vendorId);
    const handOverId = context.newId();
    const use = { kind: 'hand_over', purpose: { purposeId }, deedId: handOverId } as const;
    const checked = await checkGivingOut(context, use, input.to);
    requireSomebody(checked, use);
    const copyId = context.newId();
    const reference = database.transaction(() => {
      requireGivenBy(database, checked, handedOverOn);
      // What a vendor holds is a copy: a destruction of these records has to speak of it.
      const registered = registerKnownCopy(context, {
        copyId,
        kind: 'provided_to_vendor',
        scope: 'listed',
        unitIds: unitsOf(checked),
        where: openVendor(vault, vendor).name,
        note: input.what,
        since: handedOverOn,
      });
      database.run(
        `INSERT INTO hand_overs (id, vendor_id, purpose_id, way, encrypted, people, handed_over_on, due_back_on, copy_id, sealed,
           recorded_at, user_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          handOverId,
          vendorId,
          purposeId,
          input.way,
          input.isEncrypted ? 1 : 0,
          checked.passed.length,
          handedOverOn,
          dueBackOn,
          copyId,
          sealJson(vault, office.notesKeyId, placeOfHandOver(handOverId), { what: input.what }),
          instantText(clock.now()),
          actor.id,
        ],
      );
      for (const { consentId, personId } of checked.passed) {
        database.run(
          'INSERT INTO hand_over_consents (hand_over_id, consent_id, person_id) VALUES (?, ?, ?)',
          [handOverId, consentId, personId],
        );
      }
      enterVerdicts(context, use, [...checked.passed, ...checked.blocked]);
      context.audit('provision.handed_over', {
        handOverId,
        vendorId,
        people: checked.passed.length,
        way: input.way,
        reference: registered,
      });
      return registered;
    });
    return { handOverId, reference, report: checked.report };
  },

  'provision.listHandOvers': ({ database, vault, today }, { vendorId, show, limit, offset }) => {
    const from = `FROM hand_overs h LEFT JOIN known_copies c ON c.id = h.copy_id
      WHERE (:vendorId IS NULL OR h.vendor_id = :vendorId) AND ${shown[show]}`;
    const params = { vendorId, ...(show === 'overdue' ? { today } : {}) };
    const purposes = new PurposeNames(database);
    return {
      total: database.value<number>(`SELECT count(*) ${from}`, params) ?? 0,
      handOvers: database
        .all<HandOverRecord>(
          `SELECT h.id, h.vendor_id, v.sealed AS vendor_sealed, h.purpose_id, h.sealed, h.people, h.way, h.encrypted,
             h.handed_over_on, h.due_back_on, c.number, c.how, c.ended_at, s.staff_number
           ${from.replace('WHERE', 'JOIN vendors v ON v.id = h.vendor_id JOIN users s ON s.id = h.user_id WHERE')}
           ORDER BY h.handed_over_on DESC, h.recorded_at DESC LIMIT :limit OFFSET :offset`,
          { ...params, limit, offset },
        )
        .map((row): HandOverRow => {
          const out = row.number !== null && (row.how === null || row.how === 'lost');
          return {
            handOverId: row.id,
            vendorId: row.vendor_id,
            vendorName: openVendor(vault, { id: row.vendor_id, sealed: row.vendor_sealed }).name,
            purposeName: purposes.of(row.purpose_id),
            what:
              row.sealed === null
                ? ''
                : openJson(vault, placeOfHandOver(row.id), row.sealed, handOverSecrets).what,
            people: row.people,
            way: row.way,
            isEncrypted: row.encrypted === 1,
            handedOverOn: row.handed_over_on,
            dueBackOn: row.due_back_on,
            isOverdue: out && row.due_back_on !== null && row.due_back_on < today,
            reference: row.number === null ? null : copyReference(row.number),
            how: row.how,
            endedAt: row.ended_at,
            staffNumber: row.staff_number,
          };
        }),
    };
  },

  'provision.endHandOver': (context, { handOverId, how }) => {
    const { database } = context;
    const copyId = database.value<string | null>('SELECT copy_id FROM hand_overs WHERE id = ?', [handOverId]);
    if (copyId === undefined || copyId === null) throw new Refusal('not_found');
    const completions = database.transaction(() => {
      endCopy(context, readCopy(database, copyId), how);
      context.audit('provision.hand_over_ended', { handOverId, how });
      return issueCompletions(context);
    });
    return { completions };
  },
};
