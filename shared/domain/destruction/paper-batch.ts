import { z } from 'zod';
import { digest, filledLine, id, instant, plainDate } from '../../contract/fields.ts';
import { role, roles } from '../office/permission.ts';
import { Refusal } from '../refusal.ts';
import {
  type AmountKind,
  amountKind,
  checkDifference,
  differenceOf,
  differenceReason,
} from './paper-amount.ts';
import { type BatchMethod, batchMethod, checkLevel, isByHand, securityLevel } from './paper-security.ts';

/**
 * One run of a machine, or what one vendor took along: the smallest piece of a paper destruction that has an operator, a
 * witness, a beginning and an end.
 *
 * - running: paper goes in, unit by unit
 * - stopped: it has ended, was measured, and waits for both signatures
 * - with_vendor: handed over, waits for the vendor's own certificate
 * - finished: signed; what went in is destroyed
 * - given_up: nothing went in
 */
export const batchStates = ['running', 'stopped', 'with_vendor', 'finished', 'given_up'] as const;
export const batchState = z.enum(batchStates);
export type BatchState = (typeof batchStates)[number];

const next: Readonly<Record<BatchState, readonly BatchState[]>> = {
  running: ['stopped', 'given_up'],
  stopped: ['finished'],
  with_vendor: ['finished', 'given_up'],
  finished: [],
  given_up: [],
};

/** Throws Refusal `batch_in_another_state`. */
export function checkBatchMay(from: BatchState, to: BatchState): void {
  if (!next[from].includes(to)) throw new Refusal('batch_in_another_state', { state: from });
}

/** Where the machine stands. */
export const batchPlaces = ['on_site', 'off_site'] as const;
export const batchPlace = z.enum(batchPlaces);

/** What stopped a batch before everything had gone in. */
export const interruptionReasons = [
  'machine_stopped',
  'power_failed',
  'hold_placed',
  'person_left',
  'end_of_day',
] as const;
export const interruptionReason = z.enum(interruptionReasons);
export type InterruptionReason = (typeof interruptionReasons)[number];

/** What becomes of the particles, the ash or what was punched out; of what was only covered nothing is left over. */
export const residueDisposals = [
  'recycled',
  'incinerated',
  'municipal_waste',
  'taken_by_vendor',
  'buried',
  'none',
] as const;
export const residueDisposal = z.enum(residueDisposals);
export type ResidueDisposal = (typeof residueDisposals)[number];

/**
 * What is done by hand is counted, sheet by sheet; and nothing is left over of what was only covered.
 * @throws Refusal hand_work_is_counted, residue_of_masking, residue_missing
 */
export function checkOutcome(method: BatchMethod, kind: AmountKind, residue: ResidueDisposal): void {
  if (isByHand(method) && kind !== 'sheets') throw new Refusal('hand_work_is_counted');
  if (method === 'mask' && residue !== 'none') throw new Refusal('residue_of_masking');
  if (method !== 'mask' && residue === 'none') throw new Refusal('residue_missing');
}

export const batchNumber = z.string().regex(/^B-\d{4}-\d{4,8}$/u);
export const machineNumber = z.string().regex(/^M-\d{4,8}$/u);

const visible = (maximum: number) =>
  z
    .string()
    .min(1)
    .max(maximum)
    .regex(/^[\x21-\x7e]+$/u);

/** The company that did it, and what it showed that it may. */
export const batchVendor = z.strictObject({
  id,
  name: filledLine(120),
  /** Scheme and number of its certification: `ISO 21964-3, 4711`. */
  certification: filledLine(120),
  certifiedUntil: plainDate,
  /** Of the container or the machine, as its plate says. */
  deviceSerial: visible(60),
  /** Its own certificate of destruction; null where it worked at the office under a witness. */
  certificate: z.strictObject({ number: filledLine(60), on: plainDate, fileDigest: digest }).nullable(),
});
export type BatchVendor = z.infer<typeof batchVendor>;

/** How somebody of the office put their name to it: with their own key at the screen, or with a pen on a sheet that was scanned. */
export const batchSignature = z.discriminatedUnion('way', [
  z.strictObject({
    way: z.literal('screen'),
    at: instant,
    /** Ed25519 over the canonical JSON of the `batchStatement`, Base64. */
    signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/u),
    publicKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/u),
  }),
  z.strictObject({
    way: z.literal('paper'),
    at: instant,
    /** SHA-256 of the scans. */
    scans: z.array(digest).min(1).max(10),
  }),
]);
export type BatchSignature = z.infer<typeof batchSignature>;

export const batchStaff = z.strictObject({
  id,
  staffNumber: z.int().positive(),
  roles: z.array(role).min(1).max(roles.length),
});

/** What operator and witness sign, without a word about anybody whose data it was. */
export const batchFacts = z
  .strictObject({
    format: z.literal('ashbook-batch/1'),
    id,
    number: batchNumber,
    order: z.strictObject({ id, digest }),
    method: batchMethod,
    place: batchPlace,
    /** Of the office; null where a vendor's was used, and of what was done by hand. */
    machine: z
      .strictObject({ number: machineNumber, name: filledLine(120), serial: visible(60).nullable() })
      .nullable(),
    vendor: batchVendor.nullable(),
    /** Null for ash, and of what was done by hand. */
    level: securityLevel.nullable(),
    levelNeeded: securityLevel,
    startedAt: instant,
    endedAt: instant,
    interruptedBy: interruptionReason.nullable(),
    unitIds: z.array(id).min(1).max(100_000),
    amount: z.strictObject({
      kind: amountKind,
      registered: z.int().nonnegative().nullable(),
      measured: z.int().nonnegative(),
      reason: differenceReason.nullable(),
    }),
    /** SHA-256 of each photograph as it is kept. */
    photographs: z.strictObject({ before: z.array(digest).max(20), after: z.array(digest).max(20) }),
    residue: residueDisposal,
    operatorId: id,
    /** Null only where a vendor took it away. */
    witnessId: id.nullable(),
  })
  .superRefine((facts, context) => {
    const contradiction = (message: string, ...path: string[]) =>
      context.addIssue({ code: 'custom', message, path });
    const { amount, vendor } = facts;
    const means = [facts.machine, vendor].filter((one) => one !== null).length;
    if (means !== (isByHand(facts.method) ? 0 : 1)) contradiction('machine_or_vendor', 'machine');
    if (isByHand(facts.method) && facts.place !== 'on_site') contradiction('by_hand_elsewhere', 'place');
    if (refuses(() => checkOutcome(facts.method, amount.kind, facts.residue)))
      contradiction('outcome_of_another_method', 'residue');
    if (facts.endedAt < facts.startedAt) contradiction('ended_before_started', 'endedAt');
    if (new Set(facts.unitIds).size !== facts.unitIds.length) contradiction('unit_listed_twice', 'unitIds');
    if (facts.witnessId === facts.operatorId) contradiction('operator_is_witness', 'witnessId');
    const takenAway = vendor !== null && facts.place === 'off_site';
    if (facts.witnessId === null && !takenAway) contradiction('nobody_witnessed', 'witnessId');
    if (takenAway && vendor.certificate === null) contradiction('vendor_did_not_certify', 'vendor');
    if (refuses(() => checkLevel(facts.method, facts.level, facts.levelNeeded)))
      contradiction('level_too_low', 'level');
    const difference = differenceOf(amount.kind, amount.registered, amount.measured);
    if (refuses(() => checkDifference(difference, amount.reason))) contradiction('difference', 'amount');
  });
export type BatchFacts = z.infer<typeof batchFacts>;

function refuses(check: () => void): boolean {
  try {
    check();
    return false;
  } catch {
    return true;
  }
}

/** What each of the two signs with their own key. */
export const batchStatement = z.strictObject({
  format: z.literal('ashbook-batch-statement/1'),
  duty: z.enum(['operator', 'witness']),
  batchId: id,
  /** SHA-256 of the canonical JSON of the `batchFacts`. */
  batchDigest: digest,
  user: batchStaff,
  at: instant,
});
export type BatchStatement = z.infer<typeof batchStatement>;

/** How long a vendor's certification may be about to end before one is warned, in days. */
export const certificationWarningDays = 30;

/** Days after the hand-over within which a vendor's certificate is expected, unless something else was agreed. */
export const vendorCertificateDays = 14;

export type CertificationStanding = 'valid' | 'ends_soon' | 'expired';

/** Whether a vendor may be given anything on this day. Dates as `YYYY-MM-DD`. */
export function certificationStanding(until: string, today: string): CertificationStanding {
  if (until < today) return 'expired';
  const days = (Date.parse(until) - Date.parse(today)) / 86_400_000;
  return days <= certificationWarningDays ? 'ends_soon' : 'valid';
}
