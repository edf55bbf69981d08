import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Jurisdiction } from '../retention/retention-rule.ts';
import { latestExtension } from './answer-due-date.ts';

/**
 * What a person can ask of the office: to see what is kept (PIPA art. 35, GDPR art. 15), to have it corrected (art. 36, GDPR 16) or
 * deleted (art. 36, GDPR 17), to have its processing suspended (art. 37, GDPR 18), or to withdraw a consent (art. 37, GDPR 7(3)).
 */
export const requestKinds = ['access', 'correction', 'deletion', 'suspension', 'withdrawal'] as const;
export const requestKind = z.enum(requestKinds);
export type RequestKind = (typeof requestKinds)[number];

export const requestWay = z.enum(['in_person', 'telephone', 'post', 'email', 'website']);
export type RequestWay = z.infer<typeof requestWay>;

/** Who asks: PIPA art. 38(1) and (2) let a representative or, for a child under 14, the guardian. */
export const requestedBy = z.enum(['person', 'guardian', 'representative']);
export type RequestedBy = z.infer<typeof requestedBy>;

/**
 * How it was made sure that whoever asks is the person, or may ask for them (PIPA Enforcement Decree art. 46; GDPR art. 12(6)). What is
 * kept is that a document was looked at, never a copy of it and never its number.
 */
export const identityCheck = z.enum([
  'identity_document_seen',
  'known_to_staff',
  'receipt_code',
  'called_back',
  'signature_compared',
  'authorisation_seen',
]);
export type IdentityCheck = z.infer<typeof identityCheck>;

/** Those that compare with something kept: a receipt, a telephone number, a signature. Of a stranger there is nothing to compare with. */
const checksAgainstRecord: ReadonlySet<IdentityCheck> = new Set([
  'receipt_code',
  'called_back',
  'signature_compared',
]);

/** The ways in which it can be checked who asks. */
export function identityChecksFor({
  isWithoutRecord,
}: Pick<RequestStanding, 'isWithoutRecord'>): IdentityCheck[] {
  return identityCheck.options.filter((check) => !isWithoutRecord || !checksAgainstRecord.has(check));
}

export const requestState = z.enum(['received', 'identity_confirmed', 'answered']);
export type RequestState = z.infer<typeof requestState>;

/** `taken_back`: the person asked no longer; nothing has to be answered. */
export const requestOutcome = z.enum(['fulfilled', 'partly_fulfilled', 'refused', 'taken_back']);
export type RequestOutcome = z.infer<typeof requestOutcome>;

/**
 * Why a request is refused, wholly or in part. Only the reasons a law knows, for the kinds it knows them for; each has its words,
 * with the article, in shared/text/collection-requests.ts.
 */
export const refusalReasons = [
  'identity_not_established',
  'nothing_held',
  'law_prohibits_access',
  'harms_others',
  'data_is_correct',
  'law_obliges_keeping',
  'law_obliges_processing',
  'contract_cannot_be_performed',
  'manifestly_unfounded',
] as const;
export const refusalReason = z.enum(refusalReasons);
export type RefusalReason = (typeof refusalReasons)[number];

/**
 * - access: PIPA art. 35(4) nos. 1 and 2; GDPR art. 15(4)
 * - correction: PIPA art. 36(2) (after examination)
 * - deletion: PIPA art. 36(1) proviso; GDPR art. 17(3)(b)
 * - suspension: PIPA art. 37(2) nos. 1, 2 and 4
 * - withdrawal: none of its own; consent can always be withdrawn (PIPA art. 37(1), GDPR art. 7(3))
 */
const reasonsOfKind: Readonly<Record<RequestKind, readonly RefusalReason[]>> = {
  access: ['law_prohibits_access', 'harms_others'],
  correction: ['data_is_correct', 'law_obliges_keeping'],
  deletion: ['law_obliges_keeping'],
  suspension: ['law_obliges_processing', 'harms_others', 'contract_cannot_be_performed'],
  withdrawal: [],
};

/** The reasons that can be given for a kind of request; to somebody of whom nothing is kept, that nothing is. */
export function reasonsFor(
  kind: RequestKind,
  jurisdiction: Jurisdiction,
  isWithoutRecord = false,
): RefusalReason[] {
  if (isWithoutRecord) return ['identity_not_established', 'nothing_held'];
  const ofKind = new Set<RefusalReason>(['identity_not_established', 'nothing_held', ...reasonsOfKind[kind]]);
  // GDPR art. 12(5)(b); the Korean law has no such reason.
  if (jurisdiction !== 'korea') ofKind.add('manifestly_unfounded');
  return refusalReasons.filter((reason) => ofKind.has(reason));
}

export interface RequestStanding {
  readonly kind: RequestKind;
  /** Of somebody of whom nothing is kept. */
  readonly isWithoutRecord: boolean;
  readonly state: RequestState;
  readonly receivedOn: string;
  readonly dueOn: string;
}

export interface RequestAnswer {
  readonly outcome: RequestOutcome;
  /** Of what was refused, wholly or in part. */
  readonly reason: RefusalReason | null;
}

/** Throws Refusal `request_answered`: what has been answered stands as it was said. */
export function checkIsOpen(request: Pick<RequestStanding, 'state'>): void {
  if (request.state === 'answered') throw new Refusal('request_answered');
}

/** Throws a Refusal unless the request may be acted on: it is open, and whoever asked is known to be entitled. */
export function checkMayAct(request: RequestStanding, kind: RequestKind): void {
  checkIsOpen(request);
  if (request.kind !== kind) throw new Refusal('request_of_another_kind');
  if (request.state !== 'identity_confirmed') throw new Refusal('request_identity_open');
}

/** Throws a Refusal where the answer says more than is known, or less than the law has it say. */
export function checkAnswer(
  request: RequestStanding,
  answer: RequestAnswer,
  jurisdiction: Jurisdiction,
): void {
  checkIsOpen(request);
  const { outcome, reason } = answer;
  if (request.isWithoutRecord && (outcome === 'fulfilled' || outcome === 'partly_fulfilled'))
    throw new Refusal('request_nothing_to_fulfil', { field: 'outcome' });
  const refusesSomething = outcome === 'refused' || outcome === 'partly_fulfilled';
  // The person is told the reason, and how to object (PIPA art. 35(4), 36(2), 37(3); GDPR art. 12(4)).
  if (refusesSomething && reason === null) throw new Refusal('request_reason_missing', { field: 'reason' });
  if (!refusesSomething && reason !== null)
    throw new Refusal('request_reason_not_needed', { field: 'reason' });
  const reasons = reasonsFor(request.kind, jurisdiction, request.isWithoutRecord);
  if (reason !== null && !reasons.includes(reason)) {
    throw new Refusal('request_reason_of_another_kind', { field: 'reason' });
  }
  // Whoever has not shown who they are is told nothing about anybody but that.
  const mayLeaveIdentityOpen = outcome === 'taken_back' || reason === 'identity_not_established';
  if (request.state !== 'identity_confirmed' && !mayLeaveIdentityOpen) {
    throw new Refusal('request_identity_open');
  }
}

/** Throws a Refusal where the law knows no later day, or not this one. The new day must be later than the present one. */
export function checkExtension(request: RequestStanding, until: string, jurisdiction: Jurisdiction): void {
  checkIsOpen(request);
  const latest = latestExtension(jurisdiction, request.kind, request.receivedOn);
  if (latest === undefined) throw new Refusal('request_not_extendable');
  if (until <= request.dueOn) throw new Refusal('request_extension_not_later', { field: 'until' });
  if (latest !== null && until > latest)
    throw new Refusal('request_extension_too_long', { field: 'until', latest });
}
