import { z } from 'zod';
import { consentAnswer, signature } from '../../shared/domain/collection/consent.ts';

/** What stands in the sealed columns of this room: the only places of this room where personal data is kept. */

/** people.sealed */
export const personSecrets = z.strictObject({ name: z.string() });

/** consents.sealed: the evidence that a consent was given. The text shown is kept once for all, under `notice_digest`. */
export const consentSecrets = z.strictObject({
  answers: z.array(z.strictObject({ purposeId: z.string(), answer: consentAnswer })),
  signature,
  /** 16 random bytes, hexadecimal: known to the person and kept nowhere else; see ERASURE.md, "Proof for the person". */
  receiptCode: z.string(),
});

/** record_units.sealed: what was collected for one purpose. */
export const unitSecrets = z.strictObject({
  values: z.array(z.strictObject({ itemCode: z.string(), value: z.string() })),
});

/** person_requests.sealed: what was written about a request. Nothing of an identity document: that one was seen is all that is kept. */
export const requestSecrets = z.strictObject({
  details: z.string(),
  extensionReason: z.string().nullable(),
  explanation: z.string(),
});

export const placeOfPerson = (rowId: string) => ({ table: 'people', column: 'sealed', rowId });
export const placeOfConsent = (rowId: string) => ({ table: 'consents', column: 'sealed', rowId });
export const placeOfAttachment = (rowId: string) => ({ table: 'attachments', column: 'sealed', rowId });
export const placeOfUnit = (rowId: string) => ({ table: 'record_units', column: 'sealed', rowId });
export const placeOfRequest = (rowId: string) => ({ table: 'person_requests', column: 'sealed', rowId });
