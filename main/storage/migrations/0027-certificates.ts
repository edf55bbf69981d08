import type { Migration } from '../migrate.ts';

/** Certificates that supersede another, what the office says of its storage medium, and imported signing certificates. */
export const certificates: Migration = {
  number: 27,
  name: 'certificates',
  up(database) {
    database.exec(`
      CREATE TABLE certificates_with_corrections (
        number TEXT PRIMARY KEY,
        year INTEGER NOT NULL,
        serial INTEGER NOT NULL,
        order_id TEXT NOT NULL REFERENCES destruction_orders (id),
        kind TEXT NOT NULL DEFAULT 'electronic',
        -- Of a completion: the conditional certificate it completes.
        completes TEXT UNIQUE REFERENCES certificates_with_corrections (number),
        -- Of a correction: the certificate it takes the place of.
        supersedes TEXT UNIQUE REFERENCES certificates_with_corrections (number),
        envelope TEXT NOT NULL,
        digest TEXT NOT NULL,
        unit_count INTEGER NOT NULL,
        conditional INTEGER NOT NULL CHECK (conditional IN (0, 1)),
        issued_at TEXT NOT NULL,
        UNIQUE (year, serial),
        CHECK ((kind = 'completion') = (completes IS NOT NULL)),
        CHECK (completes IS NULL OR supersedes IS NULL)
      ) STRICT;
      INSERT INTO certificates_with_corrections
        (number, year, serial, order_id, kind, completes, envelope, digest, unit_count, conditional, issued_at)
        SELECT number, year, serial, order_id, kind, completes, envelope, digest, unit_count, conditional, issued_at FROM certificates;
      DROP TABLE certificates;
      ALTER TABLE certificates_with_corrections RENAME TO certificates;
      -- An order is certified once; what follows completes or supersedes that.
      CREATE UNIQUE INDEX one_certificate_of_an_order ON certificates (order_id) WHERE completes IS NULL AND supersedes IS NULL;
      CREATE INDEX certificates_of_order ON certificates (order_id);

      -- No personal data: what stands on the label of a disk, and the office's own number for it.
      CREATE TABLE storage_medium_descriptions (
        id TEXT PRIMARY KEY,
        office_id TEXT NOT NULL REFERENCES office (id),
        sequence INTEGER NOT NULL UNIQUE,
        description TEXT NOT NULL,
        described_at TEXT NOT NULL,
        described_by TEXT NOT NULL REFERENCES users (id)
      ) STRICT;

      ALTER TABLE document_certificates ADD COLUMN origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'imported'));
      -- JSON: the certificates of the issuers, DER in Base64.
      ALTER TABLE document_certificates ADD COLUMN chain TEXT NOT NULL DEFAULT '[]';
    `);
    // As before (migration evidence): what two people removed by rule loses its content and nothing else.
    database.exec(`
      CREATE TRIGGER certificates_is_not_changed BEFORE UPDATE ON certificates
      WHEN NEW.envelope <> '' OR NEW.number <> OLD.number OR NEW.year <> OLD.year OR NEW.serial <> OLD.serial
        OR NEW.order_id <> OLD.order_id OR NEW.kind <> OLD.kind OR NEW.completes IS NOT OLD.completes
        OR NEW.supersedes IS NOT OLD.supersedes OR NEW.digest <> OLD.digest
        OR NEW.unit_count <> OLD.unit_count OR NEW.conditional <> OLD.conditional OR NEW.issued_at <> OLD.issued_at
        OR NOT EXISTS (SELECT 1 FROM evidence_removals
          WHERE kind = 'certificates' AND state = 'approved' AND OLD.issued_at < issued_before)
      BEGIN SELECT RAISE(ABORT, 'certificates is append-only'); END;
      CREATE TRIGGER certificates_is_not_deleted BEFORE DELETE ON certificates
      BEGIN SELECT RAISE(ABORT, 'certificates is append-only'); END;
      CREATE TRIGGER storage_medium_descriptions_is_not_changed BEFORE UPDATE ON storage_medium_descriptions
      BEGIN SELECT RAISE(ABORT, 'storage_medium_descriptions is append-only'); END;
      CREATE TRIGGER storage_medium_descriptions_is_not_deleted BEFORE DELETE ON storage_medium_descriptions
      BEGIN SELECT RAISE(ABORT, 'storage_medium_descriptions is append-only'); END;
    `);
  },
};
