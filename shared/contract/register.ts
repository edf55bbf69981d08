import { z } from 'zod';
import { auditEntry } from '../domain/register/audit-entry.ts';
import { certificateEnvelopeSchema, certificateNumber } from '../domain/register/certificate.ts';
import { channel } from './channel.ts';
import { documentChannel } from './document.ts';
import { digest, id, instant, page } from './fields.ts';

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
  /** The certificate: the PDF as it is printed, or the machine-readable JSON. */
  'register.certificate': documentChannel({
    access: 'register.read_certificates',
    ask: z.strictObject({ number: certificateNumber }),
    formats: ['pdf', 'json'],
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
