import { z } from 'zod';
import { auditEntry } from '../domain/register/audit-entry.ts';
import { certificateEnvelopeSchema, certificateNumber } from '../domain/register/certificate.ts';
import { channel } from './channel.ts';
import { digest, id, instant, language, line, page } from './fields.ts';

export const certificateRow = z.strictObject({
  number: certificateNumber,
  orderId: id,
  orderNumber: z.string(),
  issuedAt: instant,
  units: z.int().positive(),
  conditional: z.boolean(),
  /** Of a conditional certificate: the completion that lifted its condition. */
  completedBy: certificateNumber.nullable(),
  /** Of a completion: the certificate it completes. */
  completes: certificateNumber.nullable(),
  digest,
});
export type CertificateRow = z.infer<typeof certificateRow>;

/** One language, or both in one document. */
export const documentLanguages = z.array(language).min(1).max(2);

export const auditFinding = z.strictObject({
  check: z.enum(['sequence', 'entries', 'tree', 'checkpoints', 'certificates']),
  result: z.enum(['pass', 'fail']),
  /** The first entry that does not fit, if it can be said. */
  sequence: z.int().nullable(),
  compared: z.int(),
});

export const registerChannels = {
  'register.listCertificates': channel({
    access: 'register.read_certificates',
    effect: 'read',
    input: z.strictObject({ ...page }),
    output: z.strictObject({ total: z.int(), certificates: z.array(certificateRow) }),
  }),
  /** The machine-readable certificate: content, digest, signature. */
  'register.getCertificate': channel({
    access: 'register.read_certificates',
    effect: 'read',
    input: z.strictObject({ number: certificateNumber }),
    output: z.strictObject({ certificate: certificateEnvelopeSchema, signatureValid: z.boolean() }),
  }),
  /** The certificate as a PDF, for showing and printing in the window; nothing is written to disk. */
  'register.renderCertificate': channel({
    access: 'register.read_certificates',
    effect: 'work',
    input: z.strictObject({ number: certificateNumber, languages: documentLanguages }),
    output: z.strictObject({ pdf: z.base64(), fileName: z.string() }),
  }),
  /** Writes the certificate where the person says, and nowhere else. */
  'register.saveCertificate': channel({
    access: 'register.read_certificates',
    effect: 'work',
    input: z.strictObject({
      number: certificateNumber,
      languages: documentLanguages,
      as: z.enum(['pdf', 'json']),
      /** Absolute path of the file to write; its folder must exist. */
      path: line(1000).min(1),
      replace: z.boolean(),
    }),
    output: z.strictObject({ bytes: z.int() }),
  }),
  /** Folders a person is likely to save to, on this computer. */
  'register.suggestFolders': channel({
    access: 'register.read_certificates',
    effect: 'read',
    input: z.strictObject({}),
    output: z.strictObject({
      folders: z.array(
        z.strictObject({ kind: z.enum(['documents', 'desktop', 'downloads', 'home']), path: z.string() }),
      ),
      separator: z.string(),
    }),
  }),
  'register.listAuditEntries': channel({
    access: 'register.read_audit_log',
    effect: 'read',
    /** Newest first. */
    input: z.strictObject({ ...page }),
    output: z.strictObject({
      total: z.int(),
      entries: z.array(auditEntry),
      root: digest,
      checkpoint: z.strictObject({ size: z.int(), signedAt: instant }).nullable(),
    }),
  }),
  /** Recomputes every entry's hash, the tree and each signed checkpoint. */
  'register.verifyAuditLog': channel({
    access: 'register.read_audit_log',
    effect: 'work',
    input: z.strictObject({}),
    output: z.strictObject({
      result: z.enum(['pass', 'fail']),
      entries: z.int(),
      root: digest,
      findings: z.array(auditFinding),
    }),
  }),
};
