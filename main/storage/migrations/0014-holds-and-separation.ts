import type { Migration } from '../migrate.ts';

/**
 * Holds by query, with a reminder and a release that two people stand for; what an office decides about its clock; and the
 * place of what is retained separately, apart from what is in use.
 */
export const holdsAndSeparation: Migration = {
  number: 14,
  name: 'holds-and-separation',
  up(database) {
    database.exec(`
      -- Ids, codes and dates only. Null where the hold lists its units.
      ALTER TABLE holds ADD COLUMN query TEXT;
      ALTER TABLE holds ADD COLUMN remind_on TEXT;
      ALTER TABLE holds ADD COLUMN release_requested_at TEXT;
      ALTER TABLE holds ADD COLUMN release_requested_by TEXT REFERENCES users (id);
      CREATE INDEX hold_units_of_hold ON hold_units (hold_id);

      CREATE TABLE retention_settings (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        -- How far beyond the latest moment seen the clock may be before somebody has to look at the date.
        clock_limit_days INTEGER NOT NULL DEFAULT 3 CHECK (clock_limit_days BETWEEN 1 AND 30),
        -- How long a review may retain what is due.
        retain_limit_days INTEGER NOT NULL DEFAULT 365 CHECK (retain_limit_days BETWEEN 1 AND 3650)
      ) STRICT;
      INSERT INTO retention_settings (id) VALUES (1);

      -- Storage and nothing else (PIPA art. 21(3)): what was collected, moved here from record_units.sealed and sealed for this
      -- place, so that nothing that reads records in use can come upon it.
      CREATE TABLE separated_records (
        id TEXT PRIMARY KEY REFERENCES record_units (id) ON DELETE CASCADE,
        person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
        sealed BLOB NOT NULL,
        separated_on TEXT NOT NULL
      ) STRICT;
      CREATE INDEX separated_records_of_person ON separated_records (person_id);
    `);
  },
};
