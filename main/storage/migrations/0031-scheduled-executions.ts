import type { Migration } from '../migrate.ts';

/**
 * Operators schedule approved orders: a signed deed of its own, and what became of it. An execution that the application began by
 * itself says by which schedule, after which window and with whom at the desk.
 */
export const scheduledExecutions: Migration = {
  number: 31,
  name: 'scheduled-executions',
  up(database) {
    database.exec(`
      CREATE TABLE deeds_with_schedules (
        id TEXT PRIMARY KEY,
        order_id TEXT NOT NULL REFERENCES destruction_orders (id),
        deed TEXT NOT NULL CHECK (deed IN ('request', 'approve', 'reject', 'execute', 'schedule', 'withdraw_schedule')),
        user_id TEXT NOT NULL REFERENCES users (id),
        signing_public_key BLOB NOT NULL,
        statement TEXT NOT NULL,
        signature BLOB NOT NULL,
        at TEXT NOT NULL,
        FOREIGN KEY (user_id, signing_public_key) REFERENCES user_signing_keys (user_id, public_key)
      ) STRICT;
      INSERT INTO deeds_with_schedules (rowid, id, order_id, deed, user_id, signing_public_key, statement, signature, at)
        SELECT rowid, id, order_id, deed, user_id, signing_public_key, statement, signature, at FROM deeds ORDER BY rowid;
      DROP TABLE deeds;
      ALTER TABLE deeds_with_schedules RENAME TO deeds;
      CREATE INDEX deeds_of_order ON deeds (order_id);
      CREATE TRIGGER deeds_is_not_changed BEFORE UPDATE ON deeds
      BEGIN SELECT RAISE(ABORT, 'deeds is append-only'); END;
      CREATE TRIGGER deeds_is_not_deleted BEFORE DELETE ON deeds
      BEGIN SELECT RAISE(ABORT, 'deeds is append-only'); END;

      CREATE TABLE scheduled_executions (
        deed_id TEXT PRIMARY KEY REFERENCES deeds (id),
        order_id TEXT NOT NULL REFERENCES destruction_orders (id),
        operator_id TEXT NOT NULL REFERENCES users (id),
        state TEXT NOT NULL CHECK (state IN ('open', 'withdrawn', 'carried_out', 'ended')),
        -- While it is open: why a window went by, or goes by, without it.
        waits_for TEXT,
        -- Opening of the window in which that was noted.
        waited_in TEXT,
        -- Opening of the latest window that went by without it; entered in the log once.
        missed_window TEXT,
        ended_for TEXT,
        ended_at TEXT,
        CHECK ((state = 'open') = (ended_at IS NULL)),
        CHECK ((state = 'ended') = (ended_for IS NOT NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX one_open_schedule ON scheduled_executions (order_id) WHERE state = 'open';
      CREATE INDEX schedules_of_order ON scheduled_executions (order_id);

      -- Null where an operator carries it out at the desk.
      ALTER TABLE executions ADD COLUMN schedule_id TEXT REFERENCES scheduled_executions (deed_id);
      -- JSON: occasion, opening of the window, and who was at the desk.
      ALTER TABLE executions ADD COLUMN by_application TEXT;

      -- JSON; null where the office has no window.
      ALTER TABLE retention_settings ADD COLUMN execution_window TEXT;
    `);
  },
};
