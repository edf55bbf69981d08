import type { Migration } from '../migrate.ts';

/**
 * Copies of what the office keeps, and of its keys: where, of whom, how each ended; the backups and copies of the keys among
 * them; what an office that was restored from a backup had to destroy again; and completions, which are certificates about a
 * conditional certificate of the same order.
 */
export const knownCopies: Migration = {
  number: 3,
  name: 'known-copies',
  up(database) {
    database.exec(`
      CREATE TABLE known_copies (
        id TEXT PRIMARY KEY,
        office_id TEXT NOT NULL REFERENCES office (id),
        -- Given once and never again: certificates name a copy by it.
        number INTEGER NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN (
          'backup', 'vault_copy', 'export', 'print', 'provided_to_vendor', 'provided_to_recipient', 'paper_duplicate')),
        scope TEXT NOT NULL CHECK (scope IN ('all', 'listed')),
        since TEXT NOT NULL,
        -- Of a copy of the keys: the epoch it holds. Of a backup: the epoch in which it was made.
        epoch INTEGER,
        -- Where it is and what it is called, under the office's notes key.
        sealed BLOB NOT NULL,
        registered_at TEXT NOT NULL,
        registered_by TEXT REFERENCES users (id),
        ended_at TEXT,
        ended_by TEXT REFERENCES users (id),
        how TEXT CHECK (how IN ('destroyed', 'returned', 'lost')),
        CHECK ((ended_at IS NULL) = (how IS NULL)),
        CHECK ((epoch IS NOT NULL) = (kind IN ('backup', 'vault_copy')))
      ) STRICT;
      CREATE INDEX known_copies_by_kind ON known_copies (kind, how);

      CREATE TABLE known_copy_subjects (
        copy_id TEXT NOT NULL REFERENCES known_copies (id),
        -- Not foreign keys: that there was a copy outlives what it was a copy of.
        kind TEXT NOT NULL CHECK (kind IN ('unit', 'person')),
        subject_id TEXT NOT NULL,
        PRIMARY KEY (subject_id, kind, copy_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX known_copy_subjects_of_copy ON known_copy_subjects (copy_id);

      CREATE TABLE known_copy_events (
        id TEXT PRIMARY KEY,
        copy_id TEXT NOT NULL REFERENCES known_copies (id),
        event TEXT NOT NULL CHECK (event IN ('registered', 'refreshed', 'destroyed', 'returned', 'lost')),
        epoch INTEGER,
        at TEXT NOT NULL,
        user_id TEXT REFERENCES users (id)
      ) STRICT;
      CREATE INDEX known_copy_events_of_copy ON known_copy_events (copy_id);

      CREATE TABLE backups (
        copy_id TEXT PRIMARY KEY REFERENCES known_copies (id),
        backup_id TEXT NOT NULL UNIQUE,
        key_id TEXT NOT NULL,
        made_at TEXT NOT NULL,
        records INTEGER NOT NULL,
        attachments INTEGER NOT NULL,
        bytes INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX backups_by_time ON backups (made_at);

      CREATE TABLE vault_copies (
        copy_id TEXT PRIMARY KEY REFERENCES known_copies (id),
        -- Backups made until then can be restored with it.
        written_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE backup_plan (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        every_hours INTEGER NOT NULL CHECK (every_hours > 0),
        keep_last INTEGER NOT NULL CHECK (keep_last > 0),
        sealed BLOB NOT NULL,
        next_due_at TEXT NOT NULL,
        -- Code of the refusal of the last attempt, if it failed.
        last_failure TEXT,
        last_attempt_at TEXT
      ) STRICT;

      -- Destructions of which this office, restored from a backup, has no order of its own any more.
      CREATE TABLE restored_destructions (
        order_id TEXT PRIMARY KEY,
        number TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        certificate_number TEXT
      ) STRICT;
      CREATE TABLE restored_subjects (
        kind TEXT NOT NULL CHECK (kind IN ('unit', 'person', 'key', 'consent')),
        subject_id TEXT NOT NULL,
        order_id TEXT NOT NULL,
        PRIMARY KEY (kind, subject_id, order_id)
      ) STRICT, WITHOUT ROWID;
      -- Last numbers given before the restore, so that none is given twice.
      CREATE TABLE restored_counters (
        name TEXT PRIMARY KEY,
        value INTEGER NOT NULL
      ) STRICT;

      -- An order has at most one certificate of its own kind, and at most one completion.
      CREATE TABLE certificates_by_kind (
        number TEXT PRIMARY KEY,
        year INTEGER NOT NULL,
        serial INTEGER NOT NULL,
        order_id TEXT NOT NULL REFERENCES destruction_orders (id),
        kind TEXT NOT NULL DEFAULT 'electronic',
        -- Of a completion: the conditional certificate it completes.
        completes TEXT UNIQUE REFERENCES certificates_by_kind (number),
        envelope TEXT NOT NULL,
        digest TEXT NOT NULL,
        unit_count INTEGER NOT NULL,
        conditional INTEGER NOT NULL CHECK (conditional IN (0, 1)),
        issued_at TEXT NOT NULL,
        UNIQUE (year, serial),
        UNIQUE (order_id, kind),
        CHECK ((kind = 'completion') = (completes IS NOT NULL))
      ) STRICT;
      INSERT INTO certificates_by_kind
        (number, year, serial, order_id, envelope, digest, unit_count, conditional, issued_at)
        SELECT number, year, serial, order_id, envelope, digest, unit_count, conditional, issued_at FROM certificates;
      DROP TABLE certificates;
      ALTER TABLE certificates_by_kind RENAME TO certificates;
    `);
    for (const table of ['certificates', 'known_copy_events', 'restored_subjects', 'restored_destructions']) {
      database.exec(`
        CREATE TRIGGER ${table}_is_not_changed BEFORE UPDATE ON ${table}
        BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
        CREATE TRIGGER ${table}_is_not_deleted BEFORE DELETE ON ${table}
        BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
      `);
    }
    // A restore destroys again what was destroyed: the only other way in which consent events end.
    database.exec(`
      DROP TRIGGER consent_events_end_with_a_destruction;
      CREATE TRIGGER consent_events_end_with_a_destruction BEFORE DELETE ON consent_events
      WHEN NOT EXISTS (
        SELECT 1 FROM executions JOIN execution_people USING (order_id) JOIN consents ON consents.person_id = execution_people.person_id
        WHERE consents.id = OLD.consent_id AND executions.step = 'keys_destroyed')
      AND NOT EXISTS (SELECT 1 FROM restored_subjects WHERE kind = 'consent' AND subject_id = OLD.consent_id)
      BEGIN SELECT RAISE(ABORT, 'consent events are append-only'); END;
    `);
  },
};
