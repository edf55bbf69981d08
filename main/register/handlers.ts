import type { CertificateRow } from '../../shared/contract/register.ts';
import { auditEntry } from '../../shared/domain/register/audit-entry.ts';
import type { Handlers } from '../context.ts';
import { signCheckpoint } from './audit-checkpoint.ts';
import { auditRoot } from './audit-log.ts';
import { verifyAuditLog } from './audit-verification.ts';
import { certificateIsSigned, readCertificate } from './certificate.ts';
import { certificateFileHandlers } from './certificate-file.ts';

type CertificateRowRecord = Omit<CertificateRow, 'conditional'> & { conditional: number };

export const registerHandlers: Handlers<'register'> = {
  ...certificateFileHandlers,

  'register.listCertificates': ({ database }, { limit, offset }) => ({
    total: database.value<number>('SELECT count(*) FROM certificates') ?? 0,
    certificates: database
      .all<CertificateRowRecord>(
        `SELECT c.number, c.order_id AS orderId, o.number AS orderNumber, c.issued_at AS issuedAt, c.unit_count AS units,
           c.conditional, c.digest, c.completes,
           (SELECT d.number FROM certificates d WHERE d.completes = c.number) AS completedBy
         FROM certificates c JOIN destruction_orders o ON o.id = c.order_id
         ORDER BY c.year DESC, c.serial DESC LIMIT ? OFFSET ?`,
        [limit, offset],
      )
      .map((row) => ({ ...row, conditional: row.conditional === 1 })),
  }),

  'register.getCertificate': ({ database, session }, { number }) => {
    const certificate = readCertificate(database, number);
    const { storage } = session.requireOpen();
    return { certificate, signatureValid: certificateIsSigned(certificate, storage.officePublicKey) };
  },

  'register.listAuditEntries': ({ database }, { limit, offset }) => {
    const { size, root } = auditRoot(database);
    const checkpoint = database.get<{ size: number; signedAt: string }>(
      'SELECT size, signed_at AS signedAt FROM audit_checkpoints ORDER BY size DESC LIMIT 1',
    );
    return {
      total: size,
      root,
      checkpoint: checkpoint ?? null,
      entries: database
        .all<{ entry: string }>('SELECT entry FROM audit_entries ORDER BY sequence DESC LIMIT ? OFFSET ?', [
          limit,
          offset,
        ])
        .map((row) => auditEntry.parse(JSON.parse(row.entry))),
    };
  },

  'register.verifyAuditLog': async (context) => {
    const { database, storage, clock } = context;
    const { entries, root, findings, canBeAppendedTo } = await verifyAuditLog(context);
    const result = findings.every((finding) => finding.result === 'pass') ? 'pass' : 'fail';
    // What was found is entered too, unless nothing can be, and a sound log is sealed with a signed checkpoint.
    database.transaction(() => {
      if (!canBeAppendedTo) return;
      context.audit('register.audit_log_verified', { result, entries });
      if (result === 'pass') signCheckpoint(storage, clock);
    });
    return { result, entries, root, findings };
  },
};
