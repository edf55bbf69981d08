import type { z } from 'zod';
import type { handOverWay } from '../../shared/contract/provision.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import { readFormVersion } from '../collection/consent-form.ts';
import type { Handlers } from '../context.ts';
import { registerKnownCopy } from '../office/known-copy.ts';
import { usePurpose } from './gate.ts';
import { openVendor } from './vendor.ts';

interface HandOverRecord {
  id: string;
  vendor_id: string;
  vendor_sealed: Uint8Array;
  consent_id: string;
  purpose_id: string;
  form_version_id: string;
  way: z.infer<typeof handOverWay>;
  handed_over_on: string;
  staff_number: number;
}

export const handOverHandlers: Pick<
  Handlers<'provision'>,
  'provision.recordHandOver' | 'provision.listHandOvers'
> = {
  'provision.recordHandOver': (context, input) => {
    const { database, vault, actor, clock, today } = context;
    if (input.handedOverOn > today) throw new Refusal('date_in_future', { field: 'handedOverOn' });
    const vendor = database.get<{ id: string; sealed: Uint8Array }>(
      'SELECT id, sealed FROM vendors WHERE id = ?',
      [input.vendorId],
    );
    if (vendor === undefined) throw new Refusal('not_found');
    const consent = database.get<{ form_version_id: string; given_on: string }>(
      'SELECT form_version_id, given_on FROM consents WHERE id = ?',
      [input.consentId],
    );
    if (consent === undefined) throw new Refusal('not_found');
    if (input.handedOverOn < consent.given_on) throw new Refusal('hand_over_without_consent');
    const handOverId = context.newId();
    // Only for a purpose agreed to in advance, and only while the agreement stands (PIPA art. 18(1)).
    const { unitId } = usePurpose(context, input.consentId, input.purposeId, {
      kind: 'hand_over',
      purpose: { purposeId: input.purposeId },
      deedId: handOverId,
    });
    if (unitId === null) throw new Refusal('unit_gone');
    database.run(
      `INSERT INTO hand_overs
         (id, vendor_id, consent_id, purpose_id, form_version_id, way, handed_over_on, recorded_at, user_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        handOverId,
        input.vendorId,
        input.consentId,
        input.purposeId,
        consent.form_version_id,
        input.way,
        input.handedOverOn,
        instantText(clock.now()),
        actor.id,
      ],
    );
    // What a vendor holds is a copy: a destruction of these records has to speak of it.
    registerKnownCopy(context, {
      copyId: context.newId(),
      kind: 'provided_to_vendor',
      scope: 'listed',
      unitIds: [unitId],
      where: openVendor(vault, vendor).name,
      since: input.handedOverOn,
    });
    context.audit('provision.handed_over', {
      handOverId,
      vendorId: input.vendorId,
      consentId: input.consentId,
      way: input.way,
    });
    return { handOverId };
  },

  'provision.listHandOvers': ({ database, vault }, { vendorId, limit, offset }) => ({
    total:
      database.value<number>(
        'SELECT count(*) FROM hand_overs WHERE :vendorId IS NULL OR vendor_id = :vendorId',
        { vendorId },
      ) ?? 0,
    handOvers: database
      .all<HandOverRecord>(
        `SELECT h.id, h.vendor_id, v.sealed AS vendor_sealed, h.consent_id, h.purpose_id, h.form_version_id, h.way,
           h.handed_over_on, s.staff_number
         FROM hand_overs h JOIN vendors v ON v.id = h.vendor_id JOIN users s ON s.id = h.user_id
         WHERE :vendorId IS NULL OR h.vendor_id = :vendorId ORDER BY h.handed_over_on DESC, h.recorded_at DESC LIMIT :limit OFFSET :offset`,
        { vendorId, limit, offset },
      )
      .map((row) => {
        const { content } = readFormVersion(database, row.form_version_id);
        const purpose = content.purposes.find((candidate) => candidate.id === row.purpose_id);
        if (purpose === undefined) throw new Error('a hand-over for a purpose its form does not have');
        return {
          handOverId: row.id,
          vendorName: openVendor(vault, { id: row.vendor_id, sealed: row.vendor_sealed }).name,
          consentId: row.consent_id,
          purposeName: purpose.name,
          way: row.way,
          handedOverOn: row.handed_over_on,
          staffNumber: row.staff_number,
        };
      }),
  }),
};
