import { z } from 'zod';
import { channel } from './channel.ts';
import { id, nothing, plainDate } from './fields.ts';

const staffNumber = z.int().positive();

/** Who approves in whose place while that person is away. */
export const delegationRow = z.strictObject({
  delegationId: id,
  absentStaffNumber: staffNumber,
  deputyStaffNumber: staffNumber,
  fromOn: plainDate,
  throughOn: plainDate,
  enteredByStaffNumber: staffNumber,
  isInForce: z.boolean(),
});
export type DelegationRow = z.infer<typeof delegationRow>;

export const destructionDelegationChannels = {
  /** Those in force and those to come. */
  'destruction.listDelegations': channel({
    access: 'office.read_users',
    effect: 'read',
    input: nothing,
    output: z.strictObject({ delegations: z.array(delegationRow) }),
  }),
  /**
   * Whoever approves names who stands in while they are away; for somebody who is away already, an administrator does. Nobody names
   * themselves.
   */
  'destruction.enterDelegation': channel({
    access: 'destruction.delegate',
    effect: 'write',
    input: z.strictObject({ absentId: id, deputyId: id, fromOn: plainDate, throughOn: plainDate }),
    output: z.strictObject({ delegationId: id }),
  }),
  'destruction.endDelegation': channel({
    access: 'destruction.delegate',
    effect: 'write',
    input: z.strictObject({ delegationId: id }),
    output: z.strictObject({}),
  }),
};
