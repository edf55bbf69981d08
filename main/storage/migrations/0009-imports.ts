import type { Migration } from '../migrate.ts';

/** Imports of people and past consents: what was taken over from which file, and what was decided, for the next file of its kind. */
export const imports: Migration = {
  number: 9,
  name: 'imports',
  up(database) {
    database.exec(`
      CREATE TABLE imports (
        id TEXT PRIMARY KEY,
        office_id TEXT NOT NULL REFERENCES office (id),
        number INTEGER NOT NULL UNIQUE,
        -- An import that a crash broke off stays begun: nothing of it was kept.
        state TEXT NOT NULL CHECK (state IN ('begun', 'cancelled', 'finished')),
        form_version_id TEXT NOT NULL REFERENCES consent_form_versions (id),
        -- Name and digest of the file, its headings and the plan, under the office's notes key.
        sealed BLOB NOT NULL,
        rows INTEGER NOT NULL DEFAULT 0,
        people INTEGER NOT NULL DEFAULT 0,
        consents INTEGER NOT NULL DEFAULT 0,
        units INTEGER NOT NULL DEFAULT 0,
        left_out INTEGER NOT NULL DEFAULT 0,
        -- The file itself, which is a copy to be dealt with.
        source_copy_id TEXT REFERENCES known_copies (id),
        begun_at TEXT NOT NULL,
        begun_by TEXT NOT NULL REFERENCES users (id),
        ended_at TEXT,
        CHECK ((ended_at IS NULL) = (state = 'begun')),
        CHECK ((source_copy_id IS NOT NULL) = (state = 'finished'))
      ) STRICT;
      CREATE INDEX imports_by_source ON imports (source_copy_id);
    `);
  },
};
