import type { Migration } from '../migrate.ts';

/** What a review decides besides destroying: to keep longer, which two people stand for, or to look at one by one. */
export const review: Migration = {
  number: 15,
  name: 'review',
  up(database) {
    database.exec(`
      CREATE TABLE retention_extensions (
        id TEXT PRIMARY KEY,
        until TEXT NOT NULL,
        -- The reason, under the office's notes key.
        sealed BLOB NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('proposed', 'approved', 'rejected')),
        proposed_at TEXT NOT NULL,
        proposed_by TEXT NOT NULL REFERENCES users (id),
        decided_at TEXT,
        decided_by TEXT REFERENCES users (id),
        CHECK ((state = 'proposed') = (decided_by IS NULL)),
        CHECK (decided_by IS NULL OR decided_by <> proposed_by)
      ) STRICT;
      CREATE TABLE retention_extension_units (
        extension_id TEXT NOT NULL REFERENCES retention_extensions (id),
        -- Not a foreign key: what was decided outlives the unit.
        unit_id TEXT NOT NULL,
        PRIMARY KEY (extension_id, unit_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE set_aside_units (
        unit_id TEXT PRIMARY KEY REFERENCES record_units (id) ON DELETE CASCADE,
        referred_to TEXT REFERENCES users (id),
        set_aside_by TEXT NOT NULL REFERENCES users (id),
        set_aside_at TEXT NOT NULL
      ) STRICT;

      -- How many people have to approve the order, as its classes asked when it was made.
      ALTER TABLE destruction_orders ADD COLUMN approvals_needed INTEGER NOT NULL DEFAULT 1
        CHECK (approvals_needed BETWEEN 1 AND 5);
    `);
  },
};
