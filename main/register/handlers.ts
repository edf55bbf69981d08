import type { CertificateRow } from '../../shared/contract/register.ts';
import { auditEntry } from '../../shared/domain/register/audit-entry.ts';
import type { Handlers } from '../context.ts';
import { signCheckpoint } from './audit-checkpoint.ts';
import { auditRoot } from './audit-log.ts';
import { type AuditVerification, isWhole, verifyAuditLog } from './audit-verification.ts';
import { certificateIsSigned, readCertificate } from './certificate.ts';
import { certificateFileHandlers } from './certificate-file.ts';
import { checkpointDocumentHandlers } from './checkpoint-document.ts';
import { destructionRequestHandlers } from './destruction-request.ts';
import { evidenceHandlers } from './evidence.ts';
import { provenRemovals, removedUnder } from './evidence-removal.ts';
import { signingCertificateHandlers } from './office-certificate.ts';
import { personProofHandlers } from './person-proof.ts';
import { reportHandlers } from './report.ts';
import { storageMediumHandlers } from './storage-medium.ts';
import { supersessionHandlers } from './supersession.ts';
import { verifierHandlers } from './verifier.ts';
import { weeklySheetHandlers } from './weekly-sheet.ts';

type CertificateRowRecord = Omit<CertificateRow, 'conditional' | 'removed'> & {
  conditional: number;
  removed: number;
};

export const registerHandlers: Handlers<'register'> = {
  ...certificateFileHandlers,
  ...checkpointDocumentHandlers,
  ...personProofHandlers,
  ...reportHandlers,
  ...evidenceHandlers,
  ...weeklySheetHandlers,
  ...destructionRequestHandlers,
  ...signingCertificateHandlers,
  ...storageMediumHandlers,
  ...supersessionHandlers,
  ...verifierHandlers,

  'register.listCertificates': ({ database }, { limit, offset }) => ({
    total: database.value<number>('SELECT count(*) FROM certificates') ?? 0,
    certificates: database
      .all<CertificateRowRecord>(
        `SELECT c.number, c.order_id AS orderId, o.number AS orderNumber, c.issued_at AS issuedAt, c.unit_count AS units,
           c.conditional, octet_length(c.envelope) = 0 AS removed, c.digest, c.completes, c.supersedes,
           (SELECT s.number FROM certificates s WHERE s.supersedes = c.number) AS supersededBy,
           (SELECT d.number FROM certificates d WHERE d.completes = c.number) AS completedBy
         FROM certificates c JOIN destruction_orders o ON o.id = c.order_id
         ORDER BY c.year DESC, c.serial DESC LIMIT ? OFFSET ?`,
        [limit, offset],
      )
      .map((row) => ({ ...row, conditional: row.conditional === 1, removed: row.removed === 1 })),
  }),

  'register.getCertificate': ({ database, session }, { number }) => {
    const certificate = readCertificate(database, number);
    const { storage } = session.requireOpen();
    return {
      certificate,
      signatureValid: certificateIsSigned(certificate, storage.officePublicKey),
      supersededBy:
        database.value<string>('SELECT number FROM certificates WHERE supersedes = ?', [number]) ?? null,
    };
  },

  'register.listAuditEntries': ({ database }, { limit, offset }) => {
    const { size, root } = auditRoot(database);
    const rows = database.all<{ sequence: number; entry: string }>(
      'SELECT sequence, entry FROM audit_entries ORDER BY sequence DESC LIMIT ? OFFSET ?',
      [limit, offset],
    );
    const removals = provenRemovals(database, 'audit_log');
    const checkpoint = database.get<{ size: number; signedAt: string }>(
      'SELECT size, signed_at AS signedAt FROM audit_checkpoints ORDER BY size DESC LIMIT 1',
    );
    return {
      total: size,
      root,
      checkpoint: checkpoint ?? null,
      entries: rows.filter(({ entry }) => entry !== '').map((row) => auditEntry.parse(JSON.parse(row.entry))),
      removed: rows
        .filter(({ entry }) => entry === '')
        .map(({ sequence }) => ({ sequence, ...removedUnder(removals, sequence) })),
    };
  },

  'register.auditHealth': ({ session }) => {
    const health = session.auditWatch.health;
    return health.state === 'checked' ? { state: health.state, ...answerOf(health) } : health;
  },

  'register.verifyAuditLog': async (context) => {
    const { database, storage, clock } = context;
    const found = await verifyAuditLog(context);
    context.session.auditWatch.note(found);
    const answer = answerOf(found);
    // What was found is entered too, unless nothing can be, and a sound log is sealed with a signed checkpoint.
    database.transaction(() => {
      if (!found.canBeAppendedTo) return;
      context.audit('register.audit_log_verified', { result: answer.result, entries: answer.entries });
      if (answer.result === 'pass') signCheckpoint(storage, clock);
    });
    return answer;
  },
};

function answerOf(found: AuditVerification) {
  const { entries, removed, root, findings } = found;
  return { result: isWhole(found) ? ('pass' as const) : ('fail' as const), entries, removed, root, findings };
}
