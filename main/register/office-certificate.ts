import { z } from 'zod';
import { instantText } from '../clock.ts';
import type { WorkContext } from '../context.ts';
import type { SignDetached } from '../documents/pdf-signature.ts';
import { zero } from '../storage/cryptography.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';

type Signing = Pick<WorkContext, 'database' | 'vault' | 'clock' | 'office' | 'newId' | 'audit'>;

const secret = z.strictObject({ privateKey: z.base64() });
const placeOf = (rowId: string) => ({ table: 'document_certificates', column: 'sealed', rowId });

/**
 * What signs the office's PDF documents. The key pair and its X.509 certificate are made the first time one is needed; the
 * private key lies sealed under a data key of the vault, so it goes wherever the office goes and nowhere else.
 */
export async function documentSigner(context: Signing): Promise<SignDetached> {
  // The library for certificates is loaded when the first document is signed.
  const { makeDocumentSigningKey, signDetached } = await import('../storage/document-signing-key.ts');
  const { vault, clock } = context;
  const signedAt = new Date(instantText(clock.now()));
  const row =
    readLatest(context) ?? save(context, await makeDocumentSigningKey(context.office.name, signedAt));
  const { privateKey } = openJson(vault, placeOf(row.id), row.sealed, secret);
  return async (content) => {
    const key = Buffer.from(privateKey, 'base64');
    try {
      return await signDetached({ certificate: row.certificate, privateKey: key }, content, signedAt);
    } finally {
      zero(key);
    }
  };
}

interface CertificateRecord {
  id: string;
  certificate: Uint8Array;
  sealed: Uint8Array;
}

function readLatest({ database }: Signing): CertificateRecord | undefined {
  return database.get<CertificateRecord>(
    'SELECT id, certificate, sealed FROM document_certificates ORDER BY created_at DESC, id LIMIT 1',
  );
}

function save(
  context: Signing,
  made: { certificate: Uint8Array; privateKey: Uint8Array },
): CertificateRecord {
  const { database, vault, clock, office } = context;
  const id = context.newId();
  const sealed = sealJson(vault, office.notesKeyId, placeOf(id), {
    privateKey: Buffer.from(made.privateKey).toString('base64'),
  });
  zero(made.privateKey);
  database.transaction(() => {
    database.run(
      'INSERT INTO document_certificates (id, office_id, certificate, sealed, created_at) VALUES (?, ?, ?, ?, ?)',
      [id, office.id, made.certificate, sealed, instantText(clock.now())],
    );
    context.audit('register.document_key_made', { certificateId: id });
  });
  return { id, certificate: made.certificate, sealed };
}
