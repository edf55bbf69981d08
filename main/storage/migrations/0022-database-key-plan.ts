import type { Migration } from '../migrate.ts';

/** The key of the records' pages is changed by itself once in a while: by the plan, and then by nobody in particular. */
export const databaseKeyPlan: Migration = {
  number: 22,
  name: 'database-key-plan',
  up(database) {
    database.exec(`
      CREATE TABLE database_key_plan (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        -- Null: on demand and by destructions only.
        every_months INTEGER CHECK (every_months BETWEEN 1 AND 60)
      ) STRICT;
      INSERT INTO database_key_plan (id, every_months) VALUES (1, 12);

      CREATE TABLE database_key_changes_by_anybody (
        -- From which on the old key was in no vault of the office.
        epoch INTEGER PRIMARY KEY,
        changed_at TEXT NOT NULL,
        -- Null where it was changed by the plan.
        changed_by TEXT REFERENCES users (id)
      ) STRICT;
      INSERT INTO database_key_changes_by_anybody SELECT epoch, changed_at, changed_by FROM database_key_changes;
      DROP TABLE database_key_changes;
      ALTER TABLE database_key_changes_by_anybody RENAME TO database_key_changes;
      CREATE TRIGGER database_key_changes_is_not_changed BEFORE UPDATE ON database_key_changes
      BEGIN SELECT RAISE(ABORT, 'database_key_changes is append-only'); END;
      CREATE TRIGGER database_key_changes_is_not_deleted BEFORE DELETE ON database_key_changes
      BEGIN SELECT RAISE(ABORT, 'database_key_changes is append-only'); END;
    `);
  },
};
