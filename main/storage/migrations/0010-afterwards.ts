import type { Migration } from '../migrate.ts';

/**
 * What happens after a consent was given: it expires or is renewed, items are corrected and those who had the old value are told, and
 * the use log ends by rule.
 */
export const afterwards: Migration = {
  number: 10,
  name: 'afterwards',
  up(database) {
    // A new list of types needs a new table. Triggers and indexes are those of before (migrations 0001, 0003 and 0006).
    database.exec(`
      CREATE TABLE consent_events_of_every_type (
        id TEXT PRIMARY KEY,
        consent_id TEXT NOT NULL REFERENCES consents (id),
        purpose_id TEXT NOT NULL,
        type TEXT NOT NULL CHECK (type IN ('given', 'refused', 'withdrawn', 'renewed', 'expired')),
        on_date TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        recorded_at TEXT NOT NULL,
        -- Null for what happens by the clock.
        user_id TEXT REFERENCES users (id),
        UNIQUE (consent_id, purpose_id, sequence)
      ) STRICT;
      INSERT INTO consent_events_of_every_type (id, consent_id, purpose_id, type, on_date, sequence, recorded_at, user_id)
        SELECT id, consent_id, purpose_id, type, on_date, sequence, recorded_at, user_id FROM consent_events ORDER BY rowid;
      DROP TABLE consent_events;
      ALTER TABLE consent_events_of_every_type RENAME TO consent_events;
      CREATE INDEX consent_events_of_purpose ON consent_events (purpose_id, consent_id, sequence);
      CREATE TRIGGER consent_events_are_not_changed BEFORE UPDATE ON consent_events
      BEGIN SELECT RAISE(ABORT, 'consent events are append-only'); END;
      CREATE TRIGGER consent_events_end_with_a_destruction BEFORE DELETE ON consent_events
      WHEN NOT EXISTS (
        SELECT 1 FROM executions JOIN execution_people USING (order_id) JOIN consents ON consents.person_id = execution_people.person_id
        WHERE consents.id = OLD.consent_id AND executions.step = 'keys_destroyed')
      AND NOT EXISTS (SELECT 1 FROM restored_subjects WHERE kind = 'consent' AND subject_id = OLD.consent_id)
      BEGIN SELECT RAISE(ABORT, 'consent events are append-only'); END;

      -- Until when a consent to a purpose counts, where it was given for a time. The day itself is the last.
      CREATE TABLE consent_ends (
        consent_id TEXT NOT NULL REFERENCES consents (id) ON DELETE CASCADE,
        purpose_id TEXT NOT NULL,
        ends_on TEXT NOT NULL,
        PRIMARY KEY (consent_id, purpose_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX consent_ends_by_day ON consent_ends (ends_on);

      -- That an item was corrected, never what it was before.
      CREATE TABLE corrections (
        id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
        -- Null: the name, which stands with the person. Not a foreign key: that it was corrected stays with the person.
        unit_id TEXT,
        item_code TEXT NOT NULL,
        request_id TEXT REFERENCES person_requests (id),
        corrected_on TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        user_id TEXT NOT NULL REFERENCES users (id)
      ) STRICT;
      CREATE INDEX corrections_of_person ON corrections (person_id);
      CREATE INDEX corrections_of_request ON corrections (request_id);

      -- Who had the old value and is to be told of the new one (PIPA art. 36, GDPR art. 19).
      CREATE TABLE correction_recipients (
        correction_id TEXT NOT NULL REFERENCES corrections (id) ON DELETE CASCADE,
        hand_over_id TEXT NOT NULL,
        told_on TEXT,
        told_by TEXT REFERENCES users (id),
        PRIMARY KEY (correction_id, hand_over_id),
        CHECK ((told_on IS NULL) = (told_by IS NULL))
      ) STRICT, WITHOUT ROWID;

      -- One row: lines of the use log from before this moment have ended by its rule, and no other may be deleted.
      CREATE TABLE use_log_end (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        ended_before TEXT NOT NULL
      ) STRICT;
      CREATE TRIGGER the_use_log_ends_forward BEFORE UPDATE ON use_log_end WHEN NEW.ended_before < OLD.ended_before
      BEGIN SELECT RAISE(ABORT, 'the end of the use log only moves forward'); END;
      DROP TRIGGER data_uses_is_not_deleted;
      CREATE TRIGGER data_uses_end_by_rule BEFORE DELETE ON data_uses
      WHEN NOT EXISTS (SELECT 1 FROM use_log_end WHERE OLD.at < ended_before)
      BEGIN SELECT RAISE(ABORT, 'data_uses is append-only'); END;
    `);
  },
};
