import { z } from 'zod';
import { bilingualLine, digest, id, instant, language, plainDate } from '../../contract/fields.ts';
import { consentAnswer, consentEventType, signature } from './consent.ts';
import { consentWay } from './consent-evidence.ts';
import { itemKind, itemSensitivity, lawfulBasis } from './consent-form.ts';
import { consentNotice } from './consent-notice.ts';
import { guardianVerificationWay } from './guardian.ts';

/**
 * What a person is given of their consent: the text that was on the screen, what they answered, and how to take it back. Everything
 * a receipt says is in this value, made from the consent as it is kept, so that it can be made again.
 */
export const consentReceipt = z.strictObject({
  consentId: id,
  /** Known to the person alone besides the consent itself; see ERASURE.md, "Proof for the person". */
  receiptCode: z.string(),
  office: z.strictObject({ id, name: z.string(), timeZone: z.string(), jurisdiction: z.string() }),
  /** The language in which the person was told. */
  language,
  personId: id,
  personName: z.string(),
  formTitle: bilingualLine(120),
  formVersion: z.int().positive(),
  givenOn: plainDate,
  recordedAt: instant,
  way: consentWay,
  /** Where it was signed on the screen. */
  signature: signature.nullable(),
  /** Time of day and staff number of whoever read the text aloud, where it was given by telephone. */
  telephone: z.strictObject({ calledAt: z.string(), readBy: z.int() }).nullable(),
  guardian: z
    .strictObject({ name: z.string(), verifiedBy: guardianVerificationWay, verifiedOn: plainDate })
    .nullable(),
  notice: consentNotice,
  /** SHA-256 of the canonical JSON of the notice. */
  noticeDigest: digest,
  purposes: z.array(
    z.strictObject({
      purposeId: id,
      name: bilingualLine(120),
      lawfulBasis,
      /** Null: it rests on no consent, and was told, not asked. */
      answer: consentAnswer.nullable(),
      /** What happened to it since, if anything. */
      since: z.strictObject({ type: consentEventType, on: plainDate }).nullable(),
      items: z.array(
        z.strictObject({
          code: z.string(),
          label: bilingualLine(80),
          kind: itemKind,
          sensitivity: itemSensitivity,
        }),
      ),
      /** ISO 8601 duration of the retention rule. */
      period: z.string(),
      /** Null where nothing is kept, or nothing has started the period. */
      keptThrough: plainDate.nullable(),
      recipients: z.array(z.strictObject({ name: z.string(), purpose: z.string(), period: z.string() })),
    }),
  ),
});
export type ConsentReceipt = z.infer<typeof consentReceipt>;
