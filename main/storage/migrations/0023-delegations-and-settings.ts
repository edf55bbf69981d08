import type { Migration } from '../migrate.ts';

/**
 * Who approves for somebody who is away; changes of the office's retention settings, which two people decide; a review's
 * decision to keep apart; units that a hold took off an order.
 */
export const delegationsAndSettings: Migration = {
  number: 23,
  name: 'delegations-and-settings',
  up(database) {
    database.exec(`
      CREATE TABLE delegations (
        id TEXT PRIMARY KEY,
        absent_id TEXT NOT NULL REFERENCES users (id),
        deputy_id TEXT NOT NULL REFERENCES users (id),
        from_on TEXT NOT NULL,
        through_on TEXT NOT NULL,
        entered_at TEXT NOT NULL,
        entered_by TEXT NOT NULL REFERENCES users (id),
        -- Ended before its last day.
        ended_at TEXT,
        ended_by TEXT REFERENCES users (id),
        CHECK (absent_id <> deputy_id),
        CHECK (entered_by <> deputy_id),
        CHECK (from_on <= through_on),
        CHECK ((ended_at IS NULL) = (ended_by IS NULL))
      ) STRICT;
      CREATE INDEX delegations_to_deputy ON delegations (deputy_id, through_on);

      -- A change of a setting somebody asked for, and who decided about it.
      CREATE TABLE retention_setting_changes (
        id TEXT PRIMARY KEY,
        -- Which setting, of which class, and what it is to be: codes, ids, numbers and times only.
        content TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('proposed', 'approved', 'rejected')),
        proposed_at TEXT NOT NULL,
        proposed_by TEXT NOT NULL REFERENCES users (id),
        decided_at TEXT,
        decided_by TEXT REFERENCES users (id),
        CHECK ((state = 'proposed') = (decided_by IS NULL)),
        CHECK (decided_by IS NULL OR decided_by <> proposed_by)
      ) STRICT;

      ALTER TABLE retention_settings ADD COLUMN notifies INTEGER NOT NULL DEFAULT 1 CHECK (notifies IN (0, 1));

      -- The day on which a review decided that it is stored and used for nothing any more.
      ALTER TABLE record_units ADD COLUMN set_apart_on TEXT;

      -- Taken off the order before the point of no return: what was signed stays as it was, and this says what was not done.
      ALTER TABLE order_units ADD COLUMN left_out TEXT CHECK (left_out IN ('held'));
    `);
  },
};
