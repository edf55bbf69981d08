import type { Migration } from '../migrate.ts';

/**
 * Recalls: what vendors and recipients hold of records whose consent, purpose or period has ended has to come back or be destroyed.
 * One recall is one known copy; a copy of which only a part is recalled is divided first, so that each ends by itself.
 */
export const recalls: Migration = {
  number: 19,
  name: 'recalls',
  up(database) {
    database.exec(`
      CREATE TABLE recalls (
        id TEXT PRIMARY KEY,
        copy_id TEXT NOT NULL UNIQUE REFERENCES known_copies (id),
        -- What the holder was given, and so who holds it: exactly one of the two.
        hand_over_id TEXT REFERENCES hand_overs (id),
        provision_id TEXT REFERENCES provisions (id),
        cause TEXT NOT NULL CHECK (cause IN ('withdrawal', 'expiry', 'order', 'contract_end')),
        order_id TEXT REFERENCES destruction_orders (id),
        units INTEGER NOT NULL,
        asked_on TEXT NOT NULL,
        due_on TEXT NOT NULL,
        letter_on TEXT,
        reminders INTEGER NOT NULL DEFAULT 0,
        reminded_on TEXT,
        answered_on TEXT,
        -- What the holder answered, in words, once it has.
        sealed BLOB,
        CHECK ((hand_over_id IS NULL) <> (provision_id IS NULL))
      ) STRICT;
      CREATE INDEX recalls_of_hand_over ON recalls (hand_over_id);
      CREATE INDEX recalls_of_provision ON recalls (provision_id);

      -- The holder's own certificate of destruction, or its letter.
      CREATE TABLE recall_documents (
        id TEXT PRIMARY KEY,
        recall_id TEXT NOT NULL REFERENCES recalls (id),
        sealed BLOB NOT NULL,
        content BLOB NOT NULL,
        added_at TEXT NOT NULL,
        added_by TEXT NOT NULL REFERENCES users (id)
      ) STRICT;
      CREATE INDEX recall_documents_of_recall ON recall_documents (recall_id);
    `);
  },
};
