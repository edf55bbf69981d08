import type { Migration } from '../migrate.ts';

/** How a consent was given, and consents that are still being taken. */
export const waysAndDrafts: Migration = {
  number: 8,
  name: 'ways-and-drafts',
  up(database) {
    database.exec(`
      ALTER TABLE consents ADD COLUMN way TEXT NOT NULL DEFAULT 'screen'
        CHECK (way IN ('screen', 'paper', 'telephone', 'imported'));

      CREATE TABLE capture_drafts (
        id TEXT PRIMARY KEY,
        office_id TEXT NOT NULL REFERENCES office (id),
        form_version_id TEXT NOT NULL REFERENCES consent_form_versions (id),
        -- Of a person who is known already: a destruction of theirs ends the draft. Not a foreign key: it would hold them back.
        person_id TEXT,
        -- A key of the draft's own, which nothing else is sealed under.
        data_key_id TEXT NOT NULL UNIQUE,
        sealed BLOB NOT NULL,
        begun_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        user_id TEXT NOT NULL REFERENCES users (id)
      ) STRICT;
      CREATE INDEX capture_drafts_of_person ON capture_drafts (person_id);
      CREATE INDEX capture_drafts_of_form_version ON capture_drafts (form_version_id);

      -- Keys of drafts that are over, until a change of epoch has left them out.
      CREATE TABLE ended_draft_keys (
        data_key_id TEXT PRIMARY KEY,
        ended_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
