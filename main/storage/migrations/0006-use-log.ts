import type { Migration } from '../migrate.ts';

/**
 * The use log names what was done with the data, for which purpose and with which units, and keeps what the gate refused.
 * One row of `data_uses` is one person; a deed for many people (an export, a provision) is told by `deed_id`.
 */
export const useLog: Migration = {
  number: 6,
  name: 'use-log',
  up(database) {
    database.exec(`
      ALTER TABLE data_uses ADD COLUMN kind TEXT NOT NULL DEFAULT 'read'
        CHECK (kind IN ('read', 'export', 'print', 'hand_over', 'provision', 'transfer_abroad'));
      -- Of a use for a purpose agreed with the person; reason is then 'agreed_purpose'.
      ALTER TABLE data_uses ADD COLUMN purpose_id TEXT;
      ALTER TABLE data_uses ADD COLUMN deed_id TEXT;
      -- How many people a deed was about stands on its first row; the others have 0 and are not lines of the log by themselves.
      ALTER TABLE data_uses ADD COLUMN people INTEGER NOT NULL DEFAULT 1;
      -- Why the gate refused, so that nothing was given; null where something was.
      ALTER TABLE data_uses ADD COLUMN refusal TEXT;
      CREATE INDEX data_uses_of_person ON data_uses (person_id, at);
      CREATE INDEX data_uses_of_deed ON data_uses (deed_id) WHERE deed_id IS NOT NULL;

      CREATE INDEX consent_events_of_purpose ON consent_events (purpose_id, consent_id, sequence);

      CREATE TABLE data_use_units (
        use_id TEXT NOT NULL REFERENCES data_uses (id) ON DELETE CASCADE,
        -- Not a foreign key: that it was used outlives what was used.
        unit_id TEXT NOT NULL,
        -- Why this unit was withheld; null where it was used.
        refusal TEXT,
        PRIMARY KEY (use_id, unit_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX data_use_units_of_unit ON data_use_units (unit_id);
      CREATE TRIGGER data_use_units_is_not_changed BEFORE UPDATE ON data_use_units
      BEGIN SELECT RAISE(ABORT, 'data_use_units is append-only'); END;
      -- It ends with its line of the log and not otherwise.
      CREATE TRIGGER data_use_units_is_not_deleted BEFORE DELETE ON data_use_units
      WHEN EXISTS (SELECT 1 FROM data_uses WHERE id = OLD.use_id)
      BEGIN SELECT RAISE(ABORT, 'data_use_units is append-only'); END;
    `);
  },
};
