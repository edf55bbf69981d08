import type { Migration } from '../migrate.ts';

/** When the key of the records' pages was changed as maintenance. Destructions change it too, and have entries of their own. */
export const databaseKeyChanges: Migration = {
  number: 12,
  name: 'database-key-changes',
  up(database) {
    database.exec(`
      CREATE TABLE database_key_changes (
        -- From which on the old key was in no vault of the office.
        epoch INTEGER PRIMARY KEY,
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL REFERENCES users (id)
      ) STRICT;
      CREATE TRIGGER database_key_changes_is_not_changed BEFORE UPDATE ON database_key_changes
      BEGIN SELECT RAISE(ABORT, 'database_key_changes is append-only'); END;
      CREATE TRIGGER database_key_changes_is_not_deleted BEFORE DELETE ON database_key_changes
      BEGIN SELECT RAISE(ABORT, 'database_key_changes is append-only'); END;
    `);
  },
};
