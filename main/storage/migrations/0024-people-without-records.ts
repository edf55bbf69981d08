import type { Migration } from '../migrate.ts';

/**
 * Requests of people of whom the office keeps nothing; recipients that change or are retired; who was provided with a value that was
 * corrected; and imports that enter their people for the search index themselves, all at once.
 */
export const peopleWithoutRecords: Migration = {
  number: 24,
  name: 'people-without-records',
  up(database) {
    database.exec(`
      -- Of a request by somebody of whom nothing is kept: a key that seals this request alone and dies a year after the answer. See
      -- decision 0140. Their person_id is an id that leads nowhere.
      ALTER TABLE person_requests ADD COLUMN own_key_id TEXT;
      CREATE INDEX person_requests_of_strangers ON person_requests (answered_at) WHERE own_key_id IS NOT NULL;

      -- What a recipient was called before, and since when it is as it is: consents and the ledger name whom they were given for.
      ALTER TABLE recipients ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
      ALTER TABLE recipients ADD COLUMN retired_at TEXT;
      CREATE TABLE recipient_versions (
        id TEXT PRIMARY KEY,
        recipient_id TEXT NOT NULL REFERENCES recipients (id),
        version INTEGER NOT NULL,
        sealed BLOB NOT NULL,
        -- Until when it was called so.
        ended_at TEXT NOT NULL,
        ended_by TEXT NOT NULL REFERENCES users (id),
        UNIQUE (recipient_id, version)
      ) STRICT;
      CREATE TRIGGER recipient_versions_is_not_changed BEFORE UPDATE ON recipient_versions
      BEGIN SELECT RAISE(ABORT, 'recipient_versions is append-only'); END;
      CREATE TRIGGER recipient_versions_is_not_deleted BEFORE DELETE ON recipient_versions
      BEGIN SELECT RAISE(ABORT, 'recipient_versions is append-only'); END;

      -- A hand-over to a vendor or a provision to a third party: either had the former value.
      ALTER TABLE correction_recipients RENAME COLUMN hand_over_id TO given_out_id;

      -- Set and taken away within the transaction that keeps an import, so that nobody else ever sees it.
      ALTER TABLE imports ADD COLUMN is_keeping INTEGER NOT NULL DEFAULT 0 CHECK (is_keeping IN (0, 1));
      CREATE INDEX imports_keeping ON imports (is_keeping) WHERE is_keeping = 1;
      DROP TRIGGER search_hears_of_consents_insert;
      CREATE TRIGGER search_hears_of_consents_insert AFTER INSERT ON consents
      WHEN NOT EXISTS (SELECT 1 FROM executions WHERE step = 'keys_destroyed')
        AND NOT EXISTS (SELECT 1 FROM imports WHERE is_keeping = 1)
      BEGIN
        DELETE FROM search_changes WHERE person_id = NEW.person_id;
        INSERT INTO search_changes (person_id) VALUES (NEW.person_id);
      END;
    `);
  },
};
