import type { Migration } from '../migrate.ts';

/** What reports add up and look for, so that none of them has to read everything there is. */
export const reports: Migration = {
  number: 21,
  name: 'reports',
  up(database) {
    database.exec(`
      -- The units of an order by what is alike in them: its lines in the request and in the ledger.
      CREATE TABLE order_groups (
        order_id TEXT NOT NULL REFERENCES destruction_orders (id),
        position INTEGER NOT NULL,
        record_class_id TEXT NOT NULL REFERENCES record_classes (id),
        purpose_id TEXT,
        cause TEXT NOT NULL,
        carrier TEXT NOT NULL CHECK (carrier IN ('electronic', 'paper')),
        units INTEGER NOT NULL,
        -- Null in orders from before this was kept, of units that are gone.
        collected_from TEXT,
        collected_through TEXT,
        PRIMARY KEY (order_id, position)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO order_groups (order_id, position, record_class_id, purpose_id, cause, carrier, units, collected_from, collected_through)
        SELECT o.order_id, row_number() OVER (PARTITION BY o.order_id), r.record_class_id, u.purpose_id, o.content ->> '$.cause',
          coalesce(u.carrier, 'electronic'), count(*), min(u.collected_on), max(u.collected_on)
        FROM order_units o JOIN retention_rule_versions v ON v.id = o.content ->> '$.ruleVersionId'
        JOIN retention_rules r ON r.id = v.rule_id LEFT JOIN record_units u ON u.id = o.unit_id
        GROUP BY o.order_id, r.record_class_id, u.purpose_id, o.content ->> '$.cause', coalesce(u.carrier, 'electronic');
      CREATE TRIGGER order_groups_is_not_changed BEFORE UPDATE ON order_groups
      BEGIN SELECT RAISE(ABORT, 'order_groups is append-only'); END;
      CREATE TRIGGER order_groups_is_not_deleted BEFORE DELETE ON order_groups
      BEGIN SELECT RAISE(ABORT, 'order_groups is append-only'); END;

      CREATE INDEX consents_by_day ON consents (given_on);

      -- What entries are looked for by, read out of the entry itself: it cannot say anything else. An entry that is no JSON is
      -- found when the log is verified, and by nothing else.
      ALTER TABLE audit_entries ADD COLUMN at TEXT AS (iif(json_valid(entry), entry ->> '$.at', NULL)) VIRTUAL;
      ALTER TABLE audit_entries ADD COLUMN code TEXT AS (iif(json_valid(entry), entry ->> '$.code', NULL)) VIRTUAL;
      ALTER TABLE audit_entries ADD COLUMN staff_number INTEGER
        AS (iif(json_valid(entry), entry ->> '$.staffNumber', NULL)) VIRTUAL;
      CREATE INDEX audit_entries_by_time ON audit_entries (at, code, staff_number);
    `);
  },
};
