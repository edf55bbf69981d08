import { z } from 'zod';
import { gateRefusal, taskPurpose, useKind } from '../domain/provision/gate.ts';
import { useAnomalies } from '../domain/provision/use-anomaly.ts';
import { channel } from './channel.ts';
import { documentChannel } from './document.ts';
import { bilingualLine, id, instant, page, plainDate } from './fields.ts';

export const useFilter = z.strictObject({
  /** First and last day, in the office's time zone. */
  from: plainDate.nullable(),
  to: plainDate.nullable(),
  staffNumber: z.int().positive().nullable(),
  personId: id.nullable(),
  kind: useKind.nullable(),
  /** `withheld`: something was given and something was not. */
  outcome: z.enum(['all', 'blocked', 'withheld']),
});
export type UseFilter = z.infer<typeof useFilter>;

export const useRow = z.strictObject({
  useId: id,
  at: instant,
  staffNumber: z.int(),
  kind: useKind,
  reason: z.union([taskPurpose, z.literal('agreed_purpose')]),
  /** Of a use for a purpose agreed with the people. */
  purposeName: bilingualLine(120).nullable(),
  people: z.int().positive(),
  /** People stand in it by their opaque id; null where there are several. */
  personId: id.nullable(),
  units: z.int().nonnegative(),
  blocked: z.boolean(),
  /** Why units were withheld, each reason once. */
  refusals: z.array(gateRefusal),
});
export type UseRow = z.infer<typeof useRow>;

export const useAnomalyRow = z.strictObject({
  ...useRow.shape,
  anomalies: z.array(z.enum(useAnomalies)).min(1),
});
export type UseAnomalyRow = z.infer<typeof useAnomalyRow>;

export const provisionUseChannels = {
  /** What was done with whose data, by whom, when and what for; and what the gate refused. */
  'provision.listUses': channel({
    access: 'provision.read',
    effect: 'read',
    input: z.strictObject({ filter: useFilter.nullable(), ...page }),
    output: z.strictObject({ total: z.int(), uses: z.array(useRow) }),
  }),
  /** Readings of the last 31 days that ask to be looked at, newest first, and why. */
  'provision.listUseAnomalies': channel({
    access: 'provision.read',
    effect: 'read',
    input: z.strictObject({ ...page }),
    output: z.strictObject({ total: z.int(), uses: z.array(useAnomalyRow) }),
  }),
  /** The use log as a table. It names staff by number and people by opaque id. */
  'provision.useLog': documentChannel({
    access: 'provision.read',
    ask: z.strictObject({ filter: useFilter.nullable() }),
    formats: ['csv', 'xlsx'],
  }),
};
