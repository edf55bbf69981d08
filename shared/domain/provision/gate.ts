import { z } from 'zod';
import { plainDate } from '../../contract/fields.ts';

/**
 * The gate: nobody gets personal data without a reason that is written down. Every reading, export, print, hand-over and
 * provision asks it, unit by unit; `main/provision/gate.ts` asks and enters the answer in the use log.
 */

/** What is done with the data. The first three stay in the office; the others leave it. */
export const useKinds = ['read', 'export', 'print', 'hand_over', 'provision', 'transfer_abroad'] as const;
export const useKind = z.enum(useKinds);
export type UseKind = (typeof useKinds)[number];

/**
 * What the desk does with data for the sake of the person or of the law, whichever purpose it was collected for.
 *
 * `serve_person` and `manage_consent` are the performance of what was agreed (PIPA art. 15(1)4), so they end with it.
 * `correct_data` (art. 36) goes on while use is suspended: GDPR art. 18(1)(a) suspends precisely until what is wrong is put right.
 * `answer_request` (arts. 35 to 38) and `fulfil_legal_duty` (art. 15(1)2) rest on a law and reach what is only stored.
 */
export const taskPurposes = [
  'serve_person',
  'manage_consent',
  'answer_request',
  'correct_data',
  'fulfil_legal_duty',
] as const;
export const taskPurpose = z.enum(taskPurposes);
export type TaskPurpose = (typeof taskPurposes)[number];

/** What the consent to a purpose allows: use in the office and by its vendors, provision to a recipient, or transfer abroad. */
export const purposeCovers = ['own_use', 'provision', 'transfer_abroad'] as const;
export type PurposeCovers = (typeof purposeCovers)[number];

export const gateScopes = ['covered', 'recipient_not_named', 'items_not_covered'] as const;
export type GateScope = (typeof gateScopes)[number];

export const consentStandings = ['given', 'refused', 'withdrawn', 'expired', 'never_asked'] as const;
export type ConsentStanding = (typeof consentStandings)[number];

export const unitStandings = ['in_use', 'period_ended', 'separated', 'gone'] as const;
export type UnitStanding = (typeof unitStandings)[number];

export interface GateQuestion {
  readonly kind: UseKind;
  /** A task of the desk, or a purpose agreed with the person: the one the unit was collected for, or another one. */
  readonly purpose: TaskPurpose | 'own_purpose' | 'other_purpose';
  /** Of the purpose the unit was collected for. */
  readonly covers: PurposeCovers;
  /** Of a provision or a transfer: whether what the person agreed to names this recipient and these items (arts. 17(2), 28-8(2)). */
  readonly scope: GateScope;
  readonly restsOnConsent: boolean;
  readonly consent: { readonly standing: ConsentStanding; readonly on: string | null };
  /**
   * `on`: the last day of the period (null while nothing has started it), or the day since which the unit is kept apart. `gone`:
   * nothing was collected for the purpose, or it has been destroyed.
   */
  readonly unit: { readonly standing: UnitStanding; readonly on: string | null };
  /** Whether whoever asks holds the permission for what is retained separately. */
  readonly mayOpenSeparated: boolean;
  /** Since when the person's request for suspension (PIPA art. 37) holds the use back. */
  readonly suspendedSince: string | null;
}

export const gateRefusals = [
  'separated',
  'separated_not_permitted',
  'suspended',
  'task_stays_inside',
  'other_purpose',
  'provision_not_covered',
  'transfer_not_covered',
  'own_use_not_covered',
  'recipient_not_named',
  'items_not_covered',
  'consent_refused',
  'consent_withdrawn',
  'consent_expired',
  'consent_never_asked',
  'period_ended',
  'nothing_kept',
] as const;
export const gateRefusal = z.enum(gateRefusals);

/** Why a use is refused. Its sentence is the message `provision.gate.<code>`; `on` is the day of what it speaks of. */
export const gateReason = z.strictObject({ code: gateRefusal, on: plainDate.nullable() });
export type GateReason = z.infer<typeof gateReason>;

const refused = (code: GateReason['code'], on: string | null = null): GateReason => ({ code, on });

/** Null where the use is allowed. */
export function refusalOf(question: GateQuestion): GateReason | null {
  const { kind, purpose, covers, consent, unit } = question;
  const staysInside = kind === 'read' || kind === 'export' || kind === 'print';
  const restsOnLaw = staysInside && (purpose === 'answer_request' || purpose === 'fulfil_legal_duty');
  // PIPA art. 21(3): stored and managed apart from everything else, for no other use.
  if (unit.standing === 'separated' && !restsOnLaw) return refused('separated', unit.on);
  if (unit.standing === 'separated' && !question.mayOpenSeparated)
    return refused('separated_not_permitted', unit.on);
  const mendsData = staysInside && purpose === 'correct_data';
  if (question.suspendedSince !== null && !restsOnLaw && !mendsData)
    return refused('suspended', question.suspendedSince);
  const isAgreed = purpose === 'own_purpose' || purpose === 'other_purpose';
  // A task is the office's own: what leaves it leaves for a purpose that people were told of (arts. 17, 18, 26).
  if (!isAgreed && !staysInside) return refused('task_stays_inside');
  // Art. 18(1): not beyond the purpose it was collected for.
  if (purpose === 'other_purpose') return refused('other_purpose');
  if (kind === 'provision' && covers !== 'provision') return refused('provision_not_covered');
  if (kind === 'transfer_abroad' && covers !== 'transfer_abroad') return refused('transfer_not_covered');
  if ((kind === 'provision' || kind === 'transfer_abroad') && question.scope !== 'covered')
    return refused(question.scope);
  if (kind === 'hand_over' && covers !== 'own_use') return refused('own_use_not_covered');
  if (unit.standing === 'gone' && (restsOnLaw || consent.standing === 'given' || !question.restsOnConsent))
    return refused('nothing_kept');
  if (restsOnLaw) return null;
  if (question.restsOnConsent && consent.standing !== 'given')
    return refused(`consent_${consent.standing}`, consent.on);
  // What is withdrawn under a purpose that rests on no consent stands until its period ends.
  if (unit.standing === 'period_ended') return refused('period_ended', unit.on);
  return null;
}
