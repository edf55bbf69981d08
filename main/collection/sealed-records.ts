import { z } from 'zod';
import { consentAnswer } from '../../shared/domain/collection/consent.ts';
import { consentEvidence } from '../../shared/domain/collection/consent-evidence.ts';
import { guardian } from '../../shared/domain/collection/guardian.ts';

/** What stands in the sealed columns of this room: the only places of this room where personal data is kept. */

/** people.sealed */
export const personSecrets = z.strictObject({ name: z.string() });

const consentContent = z.strictObject({
  answers: z.array(z.strictObject({ purposeId: z.string(), answer: consentAnswer })),
  evidence: consentEvidence,
  /** Who consented for a child; stands here, so that it is destroyed with the consent. */
  guardian: guardian.nullable(),
  /** 16 random bytes, hexadecimal: known to the person and kept nowhere else; see ERASURE.md, "Proof for the person". */
  receiptCode: z.string(),
});

/** consents.sealed: the evidence that a consent was given. The text shown is kept once for all, under `notice_digest`. */
export const consentSecrets = z.preprocess(sinceThereAreWays, consentContent);
export type ConsentSecrets = z.input<typeof consentContent>;

/** Before migration 0008 every consent was signed on the screen, and sealed payloads are not rewritten by a migration. */
function sinceThereAreWays(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('signature' in value)) return value;
  const { signature, ...rest } = value;
  return { ...rest, evidence: { way: 'screen', signature }, guardian: null };
}

/** record_units.sealed: what was collected for one purpose. */
export const unitSecrets = z.strictObject({
  values: z.array(z.strictObject({ itemCode: z.string(), value: z.string() })),
});

export type UnitSecrets = z.infer<typeof unitSecrets>;

/** person_requests.sealed: what was written about a request. Nothing of an identity document: that one was seen is all that is kept. */
export const requestSecrets = z.strictObject({
  details: z.string(),
  extensionReason: z.string().nullable(),
  explanation: z.string(),
  /** Of somebody of whom nothing else is kept: who asks, and where the answer goes to. */
  requester: z.strictObject({ name: z.string(), contact: z.string() }).optional(),
});

export const placeOfPerson = (rowId: string) => ({ table: 'people', column: 'sealed', rowId });
export const placeOfConsent = (rowId: string) => ({ table: 'consents', column: 'sealed', rowId });
export const placeOfAttachment = (rowId: string) => ({ table: 'attachments', column: 'sealed', rowId });
export const placeOfUnit = (rowId: string) => ({ table: 'record_units', column: 'sealed', rowId });
/** The same, in the place of separate retention. */
export const placeOfSeparated = (rowId: string) => ({ table: 'separated_records', column: 'sealed', rowId });
export const placeOfRequest = (rowId: string) => ({ table: 'person_requests', column: 'sealed', rowId });
export const placeOfDraft = (rowId: string) => ({ table: 'capture_drafts', column: 'sealed', rowId });
