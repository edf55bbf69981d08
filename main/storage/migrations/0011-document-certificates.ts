import type { Migration } from '../migrate.ts';

/** The office's own X.509 certificates, which sign its PDF documents; their private keys sealed under the key of its notes. */
export const documentCertificates: Migration = {
  number: 11,
  name: 'document-certificates',
  up(database) {
    database.exec(`
      CREATE TABLE document_certificates (
        id TEXT PRIMARY KEY,
        office_id TEXT NOT NULL REFERENCES office (id),
        -- X.509, DER
        certificate BLOB NOT NULL,
        -- PKCS #8
        sealed BLOB NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT;
    `);
  },
};
