import { z } from 'zod';
import { certificateNumber } from '../domain/register/certificate.ts';
import { certifiedStorageFacts } from '../domain/register/certificate-fields.ts';
import { mediumDescription } from '../domain/register/storage-medium.ts';
import { supersessionReasons } from '../domain/register/supersession.ts';
import { channel } from './channel.ts';
import { base64, digest, filledLine, id, instant, line, nothing } from './fields.ts';

const signingCertificate = z.strictObject({
  certificateId: id,
  /** `own`: the office issued it to itself. */
  origin: z.enum(['own', 'imported']),
  subject: z.string().max(200),
  issuer: z.string().max(200),
  isSelfIssued: z.boolean(),
  serialNumber: z.string(),
  notBefore: instant,
  notAfter: instant,
  /** `RSA 3072`, `P-256`. */
  key: z.string().max(20),
  fingerprint: digest,
  addedAt: instant,
  isInUse: z.boolean(),
  isExpired: z.boolean(),
});
export type SigningCertificate = z.infer<typeof signingCertificate>;

/** What stands on certificates beside the deed: the medium, and corrections. */
export const registerCertificateChannels = {
  /** A correction: a further certificate that takes the place of this one. Answers its number. */
  'register.supersedeCertificate': channel({
    access: 'register.correct_certificates',
    effect: 'work',
    input: z.strictObject({
      number: certificateNumber,
      /** Of the certificate as it was shown. */
      digest,
      reason: z.enum(supersessionReasons),
      correction: z.strictObject({
        officeName: filledLine(200),
        /** Null where nothing electronic was destroyed. */
        medium: mediumDescription.nullable(),
        storageFacts: certifiedStorageFacts.omit({ fileSystem: true }).nullable(),
      }),
    }),
    output: z.strictObject({ number: certificateNumber }),
  }),
  /** The medium the records lie on: what somebody entered, and what the operating system tells. */
  'register.getStorageMedium': channel({
    access: 'register.read_certificates',
    effect: 'read',
    input: nothing,
    output: z.strictObject({
      entered: mediumDescription,
      told: mediumDescription,
      describedAt: instant.nullable(),
    }),
  }),
  /** Certificates issued from now on say so. */
  'register.describeStorageMedium': channel({
    access: 'office.manage_keys',
    effect: 'write',
    input: mediumDescription,
    output: nothing,
  }),
  /** What signs the office's PDF documents; the one in use is the first valid one. */
  'register.listSigningCertificates': channel({
    access: 'office.manage_keys',
    effect: 'work',
    input: nothing,
    output: z.strictObject({ certificates: z.array(signingCertificate) }),
  }),
  /** A PKCS #12 file; the passphrase is used once and kept nowhere. */
  'register.importSigningCertificate': channel({
    access: 'office.manage_keys',
    effect: 'work',
    input: z.strictObject({
      file: base64(200_000).min(1),
      passphrase: line(200),
    }),
    output: z.strictObject({ certificateId: id, fingerprint: digest }),
  }),
  'register.removeSigningCertificate': channel({
    access: 'office.manage_keys',
    effect: 'write',
    input: z.strictObject({ certificateId: id }),
    output: nothing,
  }),
};
