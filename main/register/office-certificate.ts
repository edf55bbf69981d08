import { z } from 'zod';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers, WorkContext } from '../context.ts';
import { type SignDetached, signatureBytes } from '../documents/pdf-signature.ts';
import { zero } from '../storage/cryptography.ts';
import type { ReadDatabase } from '../storage/database.ts';
import type { DocumentSigningKey } from '../storage/document-signing-key.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';

type Signing = Pick<WorkContext, 'database' | 'vault' | 'clock' | 'office' | 'newId' | 'audit'>;

const secret = z.strictObject({ privateKey: z.base64() });
const chainColumn = z.array(z.base64());
const placeOf = (rowId: string) => ({ table: 'document_certificates', column: 'sealed', rowId });

interface CertificateRecord {
  id: string;
  certificate: Uint8Array;
  chain: string;
  sealed: Uint8Array;
  origin: 'own' | 'imported';
  created_at: string;
}

/**
 * What signs the office's PDF documents: the certificate that was imported last and is valid today, or else the office's own,
 * whose key pair is made the first time one is needed. Private keys lie sealed under a data key of the vault, so they go
 * wherever the office goes and nowhere else.
 */
export async function documentSigner(context: Signing): Promise<SignDetached> {
  // The library for certificates is loaded when the first document is signed.
  const { makeDocumentSigningKey, signDetached } = await import('../storage/document-signing-key.ts');
  const { vault, clock } = context;
  const signedAt = new Date(instantText(clock.now()));
  const row =
    (await presentSigner(context.database, signedAt)) ??
    save(context, 'own', await makeDocumentSigningKey(context.office.name, signedAt));
  const { privateKey } = openJson(vault, placeOf(row.id), row.sealed, secret);
  const chain = readChain(row);
  return async (content) => {
    const key = Buffer.from(privateKey, 'base64');
    try {
      return await signDetached({ certificate: row.certificate, chain, privateKey: key }, content, signedAt);
    } finally {
      zero(key);
    }
  };
}

export const signingCertificateHandlers: Pick<
  Handlers<'register'>,
  | 'register.listSigningCertificates'
  | 'register.importSigningCertificate'
  | 'register.removeSigningCertificate'
> = {
  'register.listSigningCertificates': async ({ database, clock }) => {
    const { readSigningCertificate } = await import('../storage/signing-certificate.ts');
    const now = new Date(instantText(clock.now()));
    const present = await presentSigner(database, now);
    return {
      certificates: readAll(database).map((row) => {
        const facts = readSigningCertificate(row.certificate);
        return {
          certificateId: row.id,
          origin: row.origin,
          subject: facts.subject,
          issuer: facts.issuer,
          isSelfIssued: facts.isSelfIssued,
          serialNumber: facts.serialNumber,
          notBefore: facts.notBefore.toISOString(),
          notAfter: facts.notAfter.toISOString(),
          key: facts.key,
          fingerprint: facts.fingerprint,
          addedAt: row.created_at,
          isInUse: row.id === present?.id,
          isExpired: facts.notAfter < now,
        };
      }),
    };
  },

  /** The passphrase opens the file and is kept nowhere. */
  'register.importSigningCertificate': async (context, { file, passphrase }) => {
    const [{ openPkcs12 }, { checkSigningCertificate, readSigningCertificate }] = await Promise.all([
      import('../storage/pkcs12.ts'),
      import('../storage/signing-certificate.ts'),
    ]);
    const key = await openPkcs12(Buffer.from(file, 'base64'), passphrase);
    try {
      checkSigningCertificate(key.certificate, new Date(instantText(context.clock.now())));
      const { fingerprint } = readSigningCertificate(key.certificate);
      const isKnown = readAll(context.database).some(
        (row) => Buffer.compare(row.certificate, key.certificate) === 0,
      );
      if (isKnown) throw new Refusal('signing_certificate_known', { field: 'file' });
      const length = [key.certificate, ...key.chain].reduce((sum, one) => sum + one.length, 0);
      // The rest is the signature itself and what says which certificate made it.
      if (length > signatureBytes - 2048)
        throw new Refusal('signing_certificate_too_long', { field: 'file' });
      const { id } = save(context, 'imported', key);
      return { certificateId: id, fingerprint };
    } finally {
      zero(key.privateKey);
    }
  },

  /** Documents that were signed with it stay as they are: the certificate is in them. */
  'register.removeSigningCertificate': (context, { certificateId }) => {
    const { database } = context;
    const origin = database.value<string>('SELECT origin FROM document_certificates WHERE id = ?', [
      certificateId,
    ]);
    if (origin !== 'imported') throw new Refusal('not_found');
    database.run('DELETE FROM document_certificates WHERE id = ?', [certificateId]);
    context.audit('register.document_key_removed', { certificateId });
    return {};
  },
};

function readAll(database: ReadDatabase): CertificateRecord[] {
  return database.all<CertificateRecord>(
    `SELECT id, certificate, chain, sealed, origin, created_at FROM document_certificates
     ORDER BY origin = 'own', created_at DESC, id`,
  );
}

/** Imported ones before the office's own; of each, the newest that is valid. */
async function presentSigner(database: ReadDatabase, now: Date): Promise<CertificateRecord | undefined> {
  const { readSigningCertificate } = await import('../storage/signing-certificate.ts');
  return readAll(database).find((row) => {
    const { notBefore, notAfter } = readSigningCertificate(row.certificate);
    return notBefore <= now && now <= notAfter;
  });
}

function readChain({ chain }: CertificateRecord): Uint8Array[] {
  return chainColumn.parse(JSON.parse(chain)).map((one) => Buffer.from(one, 'base64'));
}

function save(
  context: Signing,
  origin: CertificateRecord['origin'],
  made: DocumentSigningKey,
): CertificateRecord {
  const { database, vault, clock, office } = context;
  const id = context.newId();
  const sealed = sealJson(vault, office.notesKeyId, placeOf(id), {
    privateKey: Buffer.from(made.privateKey).toString('base64'),
  });
  zero(made.privateKey);
  const chain = JSON.stringify(made.chain.map((one) => Buffer.from(one).toString('base64')));
  const createdAt = instantText(clock.now());
  database.transaction(() => {
    database.run(
      `INSERT INTO document_certificates (id, office_id, certificate, chain, sealed, origin, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [id, office.id, made.certificate, chain, sealed, origin, createdAt],
    );
    context.audit(origin === 'own' ? 'register.document_key_made' : 'register.document_key_imported', {
      certificateId: id,
    });
  });
  return { id, certificate: made.certificate, chain, sealed, origin, created_at: createdAt };
}
