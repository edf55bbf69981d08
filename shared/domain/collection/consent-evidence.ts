import { z } from 'zod';
import { filledLine, id, line, timeOfDay } from '../../contract/fields.ts';
import { Refusal } from '../refusal.ts';
import { signature } from './consent.ts';

/**
 * The ways in which a consent is obtained (PIPA Enforcement Decree art. 17(1)). The first three are taken at this desk; imported
 * ones were taken elsewhere.
 */
export const consentWays = ['screen', 'paper', 'telephone', 'imported'] as const;
export const consentWay = z.enum(consentWays);
export type ConsentWay = z.infer<typeof consentWay>;
export const deskWays = ['screen', 'paper', 'telephone'] as const satisfies readonly ConsentWay[];
export type DeskWay = (typeof deskWays)[number];

/** How many sheets one signed form can have. */
export const scansAllowed = 10;

/** How many files the recording of one call may come in. */
export const recordingsAllowed = 3;

/** Somebody who heard the call: of the staff, or anybody else by name. */
export const witness = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('staff'), staffNumber: z.int().min(1).max(1_000_000) }),
  z.strictObject({ kind: z.literal('named'), name: filledLine(200) }),
]);

const screenEvidence = z.strictObject({ way: z.literal('screen'), signature });
const telephoneEvidence = z.strictObject({
  way: z.literal('telephone'),
  /** On the day the consent was given. */
  calledAt: timeOfDay,
  /** Staff number of whoever read the script. */
  readBy: z.int().min(1).max(1_000_000),
  witness,
  /** The recording of the call, if there is one, by the ids of its attachments. */
  recordings: z.array(id).min(1).max(recordingsAllowed).optional(),
});

/** The scans of a signed form, by the ids of their attachments. */
const paperEvidence = z.strictObject({
  way: z.literal('paper'),
  scans: z.array(id).min(1).max(scansAllowed),
});

/**
 * What a desk hands in as proof that the person agreed (the burden of proof is the controller's, PIPA art. 22(3)). Scans have been
 * brought to the desk before, by `collection.beginScan`.
 */
export const deskEvidence = z.discriminatedUnion('way', [screenEvidence, paperEvidence, telephoneEvidence]);
export type DeskEvidence = z.infer<typeof deskEvidence>;

/** What is kept of it, sealed with the consent. */
export const consentEvidence = z.discriminatedUnion('way', [
  screenEvidence,
  paperEvidence,
  telephoneEvidence,
  /** Taken elsewhere and brought in: the proof is where it was taken. */
  z.strictObject({
    way: z.literal('imported'),
    /** Where the proof is to be found. */
    reference: line(200),
    /** How it was given there, if that is known. */
    originally: z.enum(['paper', 'telephone', 'web', 'email', 'other']).nullable(),
  }),
]);
export type ConsentEvidence = z.infer<typeof consentEvidence>;

/**
 * A call that can have been: not later than now, read by somebody of the staff, and heard by somebody else.
 *
 * @param now the time of day in the office's time zone where the consent is given today, otherwise null
 * @throws Refusal call_in_future, staff_unknown, witness_is_reader
 */
export function checkTelephone(
  evidence: Extract<DeskEvidence, { way: 'telephone' }>,
  isStaff: (staffNumber: number) => boolean,
  now: string | null,
): void {
  const { calledAt, readBy, witness: heard } = evidence;
  if (now !== null && calledAt > now) throw new Refusal('call_in_future', { field: 'evidence.calledAt' });
  if (!isStaff(readBy)) throw new Refusal('staff_unknown', { field: 'evidence.readBy' });
  if (heard.kind !== 'staff') return;
  if (heard.staffNumber === readBy) throw new Refusal('witness_is_reader', { field: 'evidence.witness' });
  if (!isStaff(heard.staffNumber)) throw new Refusal('staff_unknown', { field: 'evidence.witness' });
}
