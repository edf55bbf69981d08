import { z } from 'zod';
import { channel } from './channel.ts';
import { bilingualLine, filledLine, id, instant, line, nothing, page, plainDate } from './fields.ts';

export const handOverWay = z.enum(['encrypted_file', 'paper_by_hand', 'registered_post', 'vendor_system']);

export const vendorRow = z.strictObject({
  vendorId: id,
  name: z.string(),
  task: z.string(),
  contact: z.string(),
  contractEndsOn: plainDate.nullable(),
  handOvers: z.int().nonnegative(),
  addedAt: instant,
});
export type VendorRow = z.infer<typeof vendorRow>;

export const provisionChannels = {
  'provision.addVendor': channel({
    access: 'provision.record',
    effect: 'write',
    input: z.strictObject({
      name: filledLine(120),
      task: filledLine(200),
      contact: line(200),
      contractEndsOn: plainDate.nullable(),
    }),
    output: z.strictObject({ vendorId: id }),
  }),
  'provision.listVendors': channel({
    access: 'provision.read',
    effect: 'read',
    input: nothing,
    output: z.strictObject({ vendors: z.array(vendorRow) }),
  }),
  /** Refused unless the person's consent to the purpose stands on that day. */
  'provision.recordHandOver': channel({
    access: 'provision.record',
    effect: 'write',
    input: z.strictObject({
      vendorId: id,
      consentId: id,
      purposeId: id,
      way: handOverWay,
      handedOverOn: plainDate,
    }),
    output: z.strictObject({ handOverId: id }),
  }),
  'provision.listHandOvers': channel({
    access: 'provision.read',
    effect: 'read',
    input: z.strictObject({ vendorId: id.nullable(), ...page }),
    output: z.strictObject({
      total: z.int(),
      handOvers: z.array(
        z.strictObject({
          handOverId: id,
          vendorName: z.string(),
          consentId: id,
          purposeName: bilingualLine(120),
          way: handOverWay,
          handedOverOn: plainDate,
          staffNumber: z.int(),
        }),
      ),
    }),
  }),
};
