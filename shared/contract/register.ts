import { z } from 'zod';
import { auditEntry } from '../domain/register/audit-entry.ts';
import { certificateEnvelopeSchema, certificateNumber } from '../domain/register/certificate.ts';
import { receiptCode } from '../domain/register/person-proof.ts';
import { channel } from './channel.ts';
import { documentChannel } from './document.ts';
import { bilingualLine, digest, id, instant, nothing, page, plainDate } from './fields.ts';
import { registerCertificateChannels } from './register-certificates.ts';
import { registerVerifierChannels } from './register-verifier.ts';

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
  /** Of a correction: the certificate it takes the place of. */
  supersedes: certificateNumber.nullable(),
  supersededBy: certificateNumber.nullable(),
  /** Its content was removed by rule; number, digest and the entry of its issuing stay. */
  removed: z.boolean(),
  digest,
});
export type CertificateRow = z.infer<typeof certificateRow>;

export const auditFinding = z.strictObject({
  check: z.enum(['sequence', 'entries', 'tree', 'checkpoints', 'certificates', 'removals', 'anchor']),
  result: z.enum(['pass', 'fail']),
  /** The first entry that does not fit, if it can be said. */
  sequence: z.int().nullable(),
  /** The last entry that may not fit, where it can only be said between which two it must be. */
  through: z.int().nullable(),
  compared: z.int(),
});

const verification = {
  result: z.enum(['pass', 'fail']),
  entries: z.int(),
  /** Of those, the ones whose content was removed by rule. */
  removed: z.int(),
  root: digest,
  findings: z.array(auditFinding),
};

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
    output: z.strictObject({
      certificate: certificateEnvelopeSchema,
      signatureValid: z.boolean(),
      /** The correction that took its place. */
      supersededBy: certificateNumber.nullable(),
    }),
  }),
  /** The certificate: the PDF as it is printed, or the machine-readable JSON. */
  'register.certificate': documentChannel({
    access: 'register.read_certificates',
    ask: z.strictObject({ number: certificateNumber }),
    formats: ['pdf', 'json'],
  }),
  ...registerCertificateChannels,
  ...registerVerifierChannels,
  'register.listAuditEntries': channel({
    access: 'register.read_audit_log',
    effect: 'read',
    /** Newest first. */
    input: z.strictObject({ ...page }),
    output: z.strictObject({
      total: z.int(),
      entries: z.array(auditEntry),
      /** Of this page: entries whose content was removed by rule. */
      removed: z.array(
        z.strictObject({
          sequence: z.int(),
          rule: bilingualLine(120).nullable(),
          through: plainDate.nullable(),
        }),
      ),
      root: digest,
      checkpoint: z.strictObject({ size: z.int(), signedAt: instant }).nullable(),
    }),
  }),
  /** What the verification at the start of the office came to; it goes on in the background. */
  'register.auditHealth': channel({
    access: 'register.read_audit_log',
    effect: 'read',
    input: nothing,
    output: z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('unknown') }),
      z.strictObject({ state: z.literal('checking'), done: z.int(), total: z.int() }),
      z.strictObject({ state: z.literal('checked'), ...verification }),
    ]),
  }),
  'register.listCheckpoints': channel({
    access: 'register.read_audit_log',
    effect: 'read',
    /** Newest first. */
    input: z.strictObject({ ...page }),
    output: z.strictObject({
      total: z.int(),
      checkpoints: z.array(z.strictObject({ size: z.int(), root: digest, signedAt: instant })),
    }),
  }),
  /** Signs the log as it stands; answers the size that can be printed on a sheet. */
  'register.signCheckpoint': channel({
    access: 'register.read_audit_log',
    effect: 'work',
    input: nothing,
    output: z.strictObject({ size: z.int() }),
  }),
  /** A signed checkpoint to sign by hand and file, with the proof that the log continues the one before. */
  'register.checkpointSheet': documentChannel({
    access: 'register.read_audit_log',
    ask: z.strictObject({ size: z.int().min(1).max(1_000_000_000) }),
    formats: ['pdf', 'json'],
  }),
  /** The certificates that speak of the records of a receipt; the office knows no name any more. Wrong codes are entered. */
  'register.findReceipt': channel({
    access: 'register.read_certificates',
    effect: 'work',
    input: z.strictObject({ receiptCode }),
    output: z.strictObject({ certificates: z.array(certificateNumber) }),
  }),
  /** For the bearer of a receipt: that their records are among the destroyed. */
  'register.personProof': documentChannel({
    access: 'register.read_certificates',
    ask: z.strictObject({ receiptCode, number: certificateNumber }),
    formats: ['pdf', 'json'],
  }),
  /** The proof that one entry stands in the log, for whoever has a checkpoint. */
  'register.entryProof': documentChannel({
    access: 'register.read_audit_log',
    ask: z.strictObject({ sequence: z.int().min(0).max(1_000_000_000) }),
    formats: ['json'],
  }),
  /** Recomputes every entry's hash, the tree and each signed checkpoint. */
  'register.verifyAuditLog': channel({
    access: 'register.read_audit_log',
    effect: 'work',
    input: z.strictObject({}),
    output: z.strictObject(verification),
  }),
};
