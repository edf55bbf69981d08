import type { Migration } from '../migrate.ts';

/** Forms while they are written, whose consents a version has made old, and what forms are made from. */
export const formsAndCatalogue: Migration = {
  number: 16,
  name: 'forms-and-catalogue',
  up(database) {
    database.exec(`
      CREATE TABLE form_drafts (
        id TEXT PRIMARY KEY,
        -- Null for a form that has no version yet.
        form_id TEXT REFERENCES consent_forms (id),
        content TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        saved_by TEXT NOT NULL REFERENCES users (id)
      ) STRICT;

      -- The purposes whose consents of earlier versions have to be renewed since this one. It was decided when it was published.
      CREATE TABLE form_version_renewals (
        form_version_id TEXT NOT NULL REFERENCES consent_form_versions (id),
        purpose_id TEXT NOT NULL,
        PRIMARY KEY (form_version_id, purpose_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER form_version_renewals_is_not_changed BEFORE UPDATE ON form_version_renewals
      BEGIN SELECT RAISE(ABORT, 'form_version_renewals is append-only'); END;
      CREATE TRIGGER form_version_renewals_is_not_deleted BEFORE DELETE ON form_version_renewals
      BEGIN SELECT RAISE(ABORT, 'form_version_renewals is append-only'); END;

      -- What both languages of a published version said, so that it says the same for ever, whatever words a later release has.
      CREATE TABLE form_version_notices (
        form_version_id TEXT NOT NULL REFERENCES consent_form_versions (id),
        language TEXT NOT NULL CHECK (language IN ('en', 'ko')),
        digest TEXT NOT NULL REFERENCES consent_notices (digest),
        PRIMARY KEY (form_version_id, language)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE catalogue_items (
        code TEXT PRIMARY KEY,
        content TEXT NOT NULL,
        retired_at TEXT,
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL REFERENCES users (id)
      ) STRICT;

      CREATE TABLE catalogue_purposes (
        id TEXT PRIMARY KEY,
        content TEXT NOT NULL,
        retired_at TEXT,
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL REFERENCES users (id)
      ) STRICT;
    `);
  },
};
