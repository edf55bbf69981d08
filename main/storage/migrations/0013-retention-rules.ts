import type { Migration } from '../migrate.ts';

/**
 * Record classes, rules whose changes two people decide, and record units on which several rules meet and to which things
 * happen. A unit need not belong to a person or a consent; its dates may be open.
 */
export const retentionRules: Migration = {
  number: 13,
  name: 'retention-rules',
  up(database) {
    database.exec(`
      CREATE TABLE record_classes (
        id TEXT PRIMARY KEY,
        office_id TEXT NOT NULL REFERENCES office (id),
        name TEXT NOT NULL,
        -- How many people one after another approve a destruction of this class.
        approval_stages INTEGER NOT NULL DEFAULT 1 CHECK (approval_stages BETWEEN 1 AND 5)
      ) STRICT;

      -- Until now each rule stood for a class of its own.
      INSERT INTO record_classes (id, office_id, name)
        SELECT r.id, r.office_id, coalesce(v.content ->> '$.name', '{}') FROM retention_rules r
        LEFT JOIN retention_rule_versions v ON v.rule_id = r.id AND v.version = 1;
      ALTER TABLE retention_rules ADD COLUMN record_class_id TEXT REFERENCES record_classes (id);
      -- The version that applies to units at present: a later one waits until it is in effect.
      ALTER TABLE retention_rules ADD COLUMN applied_version_id TEXT REFERENCES retention_rule_versions (id);
      UPDATE retention_rules SET record_class_id = id, applied_version_id =
        (SELECT id FROM retention_rule_versions WHERE rule_id = retention_rules.id ORDER BY version DESC LIMIT 1);
      CREATE INDEX retention_rules_of_class ON retention_rules (record_class_id);

      DROP TRIGGER retention_rule_versions_is_not_changed;
      ALTER TABLE retention_rule_versions ADD COLUMN approved_by TEXT REFERENCES users (id);
      UPDATE retention_rule_versions SET content = json_set(content, '$.trigger', 'collected', '$.counting', 'calendar_year_end')
        WHERE content ->> '$.trigger' = 'collected_year_end';
      UPDATE retention_rule_versions SET content =
        json_set(content, '$.jurisdiction', (SELECT jurisdiction FROM office)) WHERE content <> '{}';
      CREATE TRIGGER retention_rule_versions_is_not_changed BEFORE UPDATE ON retention_rule_versions
      BEGIN SELECT RAISE(ABORT, 'retention_rule_versions is append-only'); END;

      -- A change somebody asked for, and who decided about it.
      CREATE TABLE rule_changes (
        id TEXT PRIMARY KEY,
        -- Null for a rule that does not exist yet, in the class named.
        rule_id TEXT REFERENCES retention_rules (id),
        record_class_id TEXT NOT NULL REFERENCES record_classes (id),
        content TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('proposed', 'approved', 'rejected')),
        proposed_at TEXT NOT NULL,
        proposed_by TEXT NOT NULL REFERENCES users (id),
        decided_at TEXT,
        decided_by TEXT REFERENCES users (id),
        CHECK ((state = 'proposed') = (decided_by IS NULL)),
        CHECK (decided_by IS NULL OR decided_by <> proposed_by)
      ) STRICT;

      -- Units are written anew, and with them what refers to them.
      CREATE TABLE attachments_kept AS SELECT * FROM attachments;
      DROP TABLE attachments;
      CREATE TABLE record_units_kept AS SELECT * FROM record_units;
      DROP TABLE record_units;
      CREATE TABLE record_units (
        id TEXT PRIMARY KEY,
        office_id TEXT NOT NULL REFERENCES office (id),
        -- All three null where it belongs to nobody in particular.
        person_id TEXT REFERENCES people (id),
        consent_id TEXT REFERENCES consents (id),
        purpose_id TEXT,
        record_class_id TEXT NOT NULL REFERENCES record_classes (id),
        -- The rule of its purpose; what else obliges to keep it stands in unit_rules.
        rule_version_id TEXT NOT NULL REFERENCES retention_rule_versions (id),
        state TEXT NOT NULL CHECK (state IN ('active', 'separated', 'ordered')),
        -- The state to return to when an order is rejected.
        state_before_order TEXT CHECK (state_before_order IN ('active', 'separated')),
        order_id TEXT REFERENCES destruction_orders (id),
        collected_on TEXT NOT NULL,
        -- The last day of a review's decision to retain it longer.
        retained_through TEXT,
        -- Null while a day that has not come yet is waited for.
        kept_through TEXT,
        due_on TEXT,
        cause TEXT NOT NULL,
        -- From this day on it is past its purpose and kept only because a law obliges.
        separate_on TEXT,
        -- The first day on which it is late.
        late_on TEXT,
        fell_due INTEGER NOT NULL DEFAULT 0 CHECK (fell_due IN (0, 1)),
        sealed BLOB,
        UNIQUE (consent_id, purpose_id),
        CHECK ((kept_through IS NULL) = (due_on IS NULL))
      ) STRICT;
      INSERT INTO record_units (id, office_id, person_id, consent_id, purpose_id, record_class_id, rule_version_id, state,
          state_before_order, order_id, collected_on, kept_through, due_on, cause, separate_on, late_on, fell_due, sealed)
        SELECT u.id, u.office_id, u.person_id, u.consent_id, u.purpose_id, v.rule_id, u.rule_version_id, u.state,
          u.state_before_order, u.order_id, u.triggered_on, u.kept_through, u.due_on,
          CASE WHEN u.withdrawn_on IS NULL OR u.withdrawn_on > u.kept_through THEN 'period_ends'
            WHEN u.due_on = u.withdrawn_on THEN 'consent_withdrawn' ELSE 'withdrawn_but_obliged' END,
          CASE WHEN u.due_on > u.withdrawn_on AND u.withdrawn_on <= u.kept_through THEN u.withdrawn_on END,
          date(u.due_on, CASE o.jurisdiction WHEN 'gdpr' THEN '+31 days' ELSE '+6 days' END), u.fell_due, u.sealed
        FROM record_units_kept u JOIN retention_rule_versions v ON v.id = u.rule_version_id JOIN office o ON o.id = u.office_id;
      -- What the sweep looks for: units whose day has come since it looked last, and units past their purpose.
      CREATE INDEX record_units_by_due_date ON record_units (due_on, state);
      CREATE INDEX record_units_to_fall_due ON record_units (due_on) WHERE fell_due = 0;
      CREATE INDEX record_units_to_separate ON record_units (separate_on) WHERE state = 'active';
      CREATE INDEX record_units_by_late_date ON record_units (late_on);
      CREATE INDEX record_units_of_person ON record_units (person_id);
      CREATE INDEX record_units_of_class ON record_units (record_class_id, due_on);
      CREATE INDEX record_units_of_rule_version ON record_units (rule_version_id);
      CREATE INDEX record_units_of_order ON record_units (order_id);

      CREATE TABLE unit_rules (
        unit_id TEXT NOT NULL REFERENCES record_units (id) ON DELETE CASCADE,
        rule_version_id TEXT NOT NULL REFERENCES retention_rule_versions (id),
        PRIMARY KEY (unit_id, rule_version_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX unit_rules_of_version ON unit_rules (rule_version_id);

      CREATE TABLE unit_happenings (
        unit_id TEXT NOT NULL REFERENCES record_units (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN
          ('consent_withdrawn', 'consent_expired', 'purpose_fulfilled', 'contract_ended', 'last_activity', 'event')),
        -- The office's name of an event; empty for the other kinds.
        event TEXT NOT NULL,
        -- Null: it is established that it will never happen.
        happened_on TEXT,
        PRIMARY KEY (unit_id, kind, event),
        CHECK ((kind = 'event') = (event <> ''))
      ) STRICT, WITHOUT ROWID;
      INSERT INTO unit_happenings (unit_id, kind, event, happened_on)
        SELECT id, 'consent_withdrawn', '', withdrawn_on FROM record_units_kept WHERE withdrawn_on IS NOT NULL;
      DROP TABLE record_units_kept;

      CREATE TABLE attachments (
        id TEXT PRIMARY KEY,
        -- A row goes with what it belongs to, whoever deletes that; opening the office removes files that no row names.
        person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
        unit_id TEXT NOT NULL REFERENCES record_units (id) ON DELETE CASCADE,
        -- What the file is called and is, and its key, under the person's data key.
        sealed BLOB NOT NULL,
        added_at TEXT NOT NULL,
        added_by TEXT NOT NULL REFERENCES users (id)
      ) STRICT;
      CREATE INDEX attachments_of_person ON attachments (person_id);
      CREATE INDEX attachments_of_unit ON attachments (unit_id);
      INSERT INTO attachments SELECT * FROM attachments_kept;
      DROP TABLE attachments_kept;
    `);
    const changes = [
      ['UPDATE OF sealed', 'NEW'],
      ['DELETE', 'OLD'],
    ] as const;
    for (const [event, row] of changes) {
      database.exec(`
        CREATE TRIGGER search_hears_of_record_units_${event.slice(0, 6).toLowerCase()} AFTER ${event} ON record_units
        WHEN ${row}.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM executions WHERE step = 'keys_destroyed')
        BEGIN
          DELETE FROM search_changes WHERE person_id = ${row}.person_id;
          INSERT INTO search_changes (person_id) VALUES (${row}.person_id);
        END;
      `);
    }
  },
};
