import type { Migration } from '../migrate.ts';

/**
 * The tables of the first office. Clear columns hold opaque ids, dates, codes, counts and states only; whatever a person
 * wrote or is called stands in a `sealed` column, under that person's (or, for the office's own notes, the office's) data key.
 */
export const firstOffice: Migration = {
  number: 1,
  name: 'first-office',
  up(database) {
    database.exec(`
      CREATE TABLE office (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        time_zone TEXT NOT NULL,
        jurisdiction TEXT NOT NULL CHECK (jurisdiction IN ('korea', 'gdpr', 'empty')),
        notes_key_id TEXT NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE users (
        id TEXT PRIMARY KEY,
        staff_number INTEGER NOT NULL UNIQUE,
        roles TEXT NOT NULL,
        sealed BLOB NOT NULL,
        signing_public_key BLOB NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE retention_rules (
        id TEXT PRIMARY KEY,
        office_id TEXT NOT NULL REFERENCES office (id)
      ) STRICT;

      CREATE TABLE retention_rule_versions (
        id TEXT PRIMARY KEY,
        rule_id TEXT NOT NULL REFERENCES retention_rules (id),
        version INTEGER NOT NULL,
        content TEXT NOT NULL,
        created_at TEXT NOT NULL,
        created_by TEXT REFERENCES users (id),
        UNIQUE (rule_id, version)
      ) STRICT;

      CREATE TABLE consent_forms (
        id TEXT PRIMARY KEY,
        office_id TEXT NOT NULL REFERENCES office (id)
      ) STRICT;

      CREATE TABLE consent_form_versions (
        id TEXT PRIMARY KEY,
        form_id TEXT NOT NULL REFERENCES consent_forms (id),
        version INTEGER NOT NULL,
        content TEXT NOT NULL,
        published_at TEXT NOT NULL,
        published_by TEXT NOT NULL REFERENCES users (id),
        UNIQUE (form_id, version)
      ) STRICT;

      -- Which version of a rule a form version was published under: what the notice says about keeping never changes later.
      CREATE TABLE form_version_rules (
        form_version_id TEXT NOT NULL REFERENCES consent_form_versions (id),
        rule_id TEXT NOT NULL REFERENCES retention_rules (id),
        rule_version_id TEXT NOT NULL REFERENCES retention_rule_versions (id),
        PRIMARY KEY (form_version_id, rule_id)
      ) STRICT, WITHOUT ROWID;

      -- The exact texts that people have been shown, each once, under its digest: they hold no personal data.
      CREATE TABLE consent_notices (
        digest TEXT PRIMARY KEY,
        content TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE people (
        id TEXT PRIMARY KEY,
        office_id TEXT NOT NULL REFERENCES office (id),
        data_key_id TEXT NOT NULL,
        sealed BLOB NOT NULL
      ) STRICT;

      CREATE TABLE consents (
        id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL REFERENCES people (id),
        form_version_id TEXT NOT NULL REFERENCES consent_form_versions (id),
        language TEXT NOT NULL CHECK (language IN ('en', 'ko')),
        notice_digest TEXT NOT NULL REFERENCES consent_notices (digest),
        given_on TEXT NOT NULL,
        sealed BLOB NOT NULL,
        captured_at TEXT NOT NULL,
        captured_by TEXT NOT NULL REFERENCES users (id)
      ) STRICT;
      CREATE INDEX consents_of_person ON consents (person_id);
      CREATE INDEX consents_of_form_version ON consents (form_version_id);

      CREATE TABLE consent_events (
        id TEXT PRIMARY KEY,
        consent_id TEXT NOT NULL REFERENCES consents (id),
        purpose_id TEXT NOT NULL,
        type TEXT NOT NULL CHECK (type IN ('given', 'refused', 'withdrawn')),
        on_date TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        recorded_at TEXT NOT NULL,
        user_id TEXT NOT NULL REFERENCES users (id),
        UNIQUE (consent_id, purpose_id, sequence)
      ) STRICT;

      CREATE TABLE record_units (
        id TEXT PRIMARY KEY,
        office_id TEXT NOT NULL REFERENCES office (id),
        person_id TEXT NOT NULL REFERENCES people (id),
        consent_id TEXT NOT NULL REFERENCES consents (id),
        purpose_id TEXT NOT NULL,
        rule_version_id TEXT NOT NULL REFERENCES retention_rule_versions (id),
        state TEXT NOT NULL CHECK (state IN ('active', 'separated', 'ordered')),
        -- The state to return to when an order is rejected.
        state_before_order TEXT CHECK (state_before_order IN ('active', 'separated')),
        order_id TEXT REFERENCES destruction_orders (id),
        triggered_on TEXT NOT NULL,
        withdrawn_on TEXT,
        kept_through TEXT NOT NULL,
        due_on TEXT NOT NULL,
        fell_due INTEGER NOT NULL DEFAULT 0 CHECK (fell_due IN (0, 1)),
        sealed BLOB NOT NULL,
        UNIQUE (consent_id, purpose_id)
      ) STRICT;
      CREATE INDEX record_units_by_due_date ON record_units (due_on, state);
      CREATE INDEX record_units_of_person ON record_units (person_id);
      CREATE INDEX record_units_of_rule_version ON record_units (rule_version_id);
      CREATE INDEX record_units_of_order ON record_units (order_id);

      CREATE TABLE holds (
        id TEXT PRIMARY KEY,
        sealed BLOB NOT NULL,
        placed_at TEXT NOT NULL,
        placed_by TEXT NOT NULL REFERENCES users (id),
        released_at TEXT,
        released_by TEXT REFERENCES users (id)
      ) STRICT;

      CREATE TABLE hold_units (
        hold_id TEXT NOT NULL REFERENCES holds (id),
        unit_id TEXT NOT NULL,
        PRIMARY KEY (unit_id, hold_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE data_uses (
        id TEXT PRIMARY KEY,
        -- Not a foreign key: that somebody looked outlives whom they looked at.
        person_id TEXT NOT NULL,
        reason TEXT NOT NULL,
        user_id TEXT NOT NULL REFERENCES users (id),
        at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX data_uses_by_time ON data_uses (at);

      CREATE TABLE vendors (
        id TEXT PRIMARY KEY,
        office_id TEXT NOT NULL REFERENCES office (id),
        contract_ends_on TEXT,
        sealed BLOB NOT NULL,
        added_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE hand_overs (
        id TEXT PRIMARY KEY,
        vendor_id TEXT NOT NULL REFERENCES vendors (id),
        -- Not foreign keys: the register of hand-overs outlives the consent.
        consent_id TEXT NOT NULL,
        purpose_id TEXT NOT NULL,
        form_version_id TEXT NOT NULL REFERENCES consent_form_versions (id),
        way TEXT NOT NULL,
        handed_over_on TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        user_id TEXT NOT NULL REFERENCES users (id)
      ) STRICT;
      CREATE INDEX hand_overs_of_vendor ON hand_overs (vendor_id);
      CREATE INDEX hand_overs_of_consent ON hand_overs (consent_id);

      CREATE TABLE destruction_orders (
        id TEXT PRIMARY KEY,
        office_id TEXT NOT NULL REFERENCES office (id),
        number TEXT NOT NULL UNIQUE,
        state TEXT NOT NULL
          CHECK (state IN ('proposed', 'approved', 'rejected', 'executing', 'destroyed', 'unverified')),
        digest TEXT NOT NULL,
        unit_count INTEGER NOT NULL,
        requested_at TEXT NOT NULL,
        requester_id TEXT NOT NULL REFERENCES users (id),
        approver_id TEXT REFERENCES users (id),
        operator_id TEXT REFERENCES users (id)
      ) STRICT;

      CREATE TABLE order_units (
        order_id TEXT NOT NULL REFERENCES destruction_orders (id),
        position INTEGER NOT NULL,
        unit_id TEXT NOT NULL,
        content TEXT NOT NULL,
        -- Salted commitment, written when the unit is destroyed: the proof for a person who kept the receipt.
        leaf BLOB,
        PRIMARY KEY (order_id, position)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX order_units_by_unit ON order_units (unit_id);

      CREATE TABLE deeds (
        id TEXT PRIMARY KEY,
        order_id TEXT NOT NULL REFERENCES destruction_orders (id),
        deed TEXT NOT NULL CHECK (deed IN ('request', 'approve', 'reject', 'execute')),
        user_id TEXT NOT NULL REFERENCES users (id),
        statement TEXT NOT NULL,
        signature BLOB NOT NULL,
        at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX deeds_of_order ON deeds (order_id);

      -- The written intent of an execution. From the moment it is committed a crash is resumed, never forgotten.
      CREATE TABLE executions (
        order_id TEXT PRIMARY KEY REFERENCES destruction_orders (id),
        step TEXT NOT NULL CHECK (step IN ('intended', 'keys_destroyed', 'rows_deleted', 'finished')),
        operator_id TEXT NOT NULL REFERENCES users (id),
        epoch_before INTEGER NOT NULL,
        epoch_after INTEGER,
        started_at TEXT NOT NULL,
        finished_at TEXT,
        -- What there was to destroy, and what was deleted: compared with each other before anything is certified.
        planned TEXT NOT NULL,
        deleted TEXT,
        verification TEXT
      ) STRICT;

      -- What an execution is about to destroy, person by person, so that a restart need not work it out again from rows
      -- that may already be gone.
      CREATE TABLE execution_people (
        order_id TEXT NOT NULL REFERENCES executions (order_id),
        person_id TEXT NOT NULL,
        superseded_key_id TEXT NOT NULL,
        -- Null when nothing of the person is kept; else the key under which the rest was sealed anew.
        new_key_id TEXT,
        PRIMARY KEY (order_id, person_id)
      ) STRICT, WITHOUT ROWID;

      -- A few of the sealed payloads, kept until it has been tried that nothing opens them.
      CREATE TABLE execution_samples (
        order_id TEXT NOT NULL REFERENCES executions (order_id),
        table_name TEXT NOT NULL,
        row_id TEXT NOT NULL,
        sealed BLOB NOT NULL,
        PRIMARY KEY (order_id, table_name, row_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE certificates (
        number TEXT PRIMARY KEY,
        year INTEGER NOT NULL,
        serial INTEGER NOT NULL,
        order_id TEXT NOT NULL UNIQUE REFERENCES destruction_orders (id),
        envelope TEXT NOT NULL,
        digest TEXT NOT NULL,
        unit_count INTEGER NOT NULL,
        conditional INTEGER NOT NULL CHECK (conditional IN (0, 1)),
        issued_at TEXT NOT NULL,
        UNIQUE (year, serial)
      ) STRICT;

      CREATE TABLE audit_entries (
        sequence INTEGER PRIMARY KEY,
        entry TEXT NOT NULL,
        leaf_hash BLOB NOT NULL
      ) STRICT;

      -- One row: the completed subtrees of the audit tree, so that an append costs a few hashes.
      CREATE TABLE audit_tree (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        size INTEGER NOT NULL,
        peaks TEXT NOT NULL
      ) STRICT;

      CREATE TABLE audit_checkpoints (
        size INTEGER PRIMARY KEY,
        root TEXT NOT NULL,
        signed_at TEXT NOT NULL,
        note TEXT NOT NULL,
        signature BLOB NOT NULL
      ) STRICT;

      -- The latest moment this office has seen: a clock before it is a wrong clock.
      CREATE TABLE clock_watermark (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        seen_at TEXT NOT NULL
      ) STRICT;
    `);
    for (const table of [
      'consent_notices',
      'consent_form_versions',
      'retention_rule_versions',
      'deeds',
      'certificates',
      'audit_entries',
      'audit_checkpoints',
      'data_uses',
    ]) {
      appendOnly(database, table);
    }
    // Consent events are evidence: they end only with the consent itself, inside an execution.
    database.exec(`
      CREATE TRIGGER consent_events_are_not_changed BEFORE UPDATE ON consent_events
      BEGIN SELECT RAISE(ABORT, 'consent events are append-only'); END;
      CREATE TRIGGER consent_events_end_with_a_destruction BEFORE DELETE ON consent_events
      WHEN NOT EXISTS (
        SELECT 1 FROM executions JOIN execution_people USING (order_id) JOIN consents ON consents.person_id = execution_people.person_id
        WHERE consents.id = OLD.consent_id AND executions.step = 'keys_destroyed')
      BEGIN SELECT RAISE(ABORT, 'consent events are append-only'); END;
    `);
  },
};

function appendOnly(database: { exec(sql: string): void }, table: string): void {
  database.exec(`
    CREATE TRIGGER ${table}_is_not_changed BEFORE UPDATE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
    CREATE TRIGGER ${table}_is_not_deleted BEFORE DELETE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
  `);
}
