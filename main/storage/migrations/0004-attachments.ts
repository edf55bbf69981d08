import type { Migration } from '../migrate.ts';

/**
 * Attached files, what an execution did with them, and what the search index has yet to take in.
 */
export const attachments: Migration = {
  number: 4,
  name: 'attachments',
  up(database) {
    database.exec(`
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

      -- Written in the transaction that deletes the rows: whose files are still to be removed, and must be found gone.
      CREATE TABLE execution_attachments (
        order_id TEXT NOT NULL REFERENCES executions (order_id),
        attachment_id TEXT NOT NULL,
        PRIMARY KEY (order_id, attachment_id)
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX consents_by_capture ON consents (captured_at DESC, person_id);

      -- People of whom the search index must read again what is kept, or learn that nothing is. Numbers only grow: the index
      -- remembers the last one it has taken in, and so finds by itself what it missed.
      CREATE TABLE search_changes (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        person_id TEXT NOT NULL UNIQUE
      ) STRICT;
      CREATE TABLE search_state (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        -- Changes up to here have been taken out of search_changes: an index that is older must be made anew.
        forgotten_through INTEGER NOT NULL
      ) STRICT;
      INSERT INTO search_state (id, forgotten_through) VALUES (1, 0);

      -- An execution deletes in bulk and enters its people itself, all at once.
      CREATE INDEX executions_deleting ON executions (step) WHERE step = 'keys_destroyed';
    `);
    const changes = [
      ['consents', 'INSERT', 'NEW.person_id'],
      ['people', 'UPDATE OF sealed', 'NEW.id'],
      ['people', 'DELETE', 'OLD.id'],
      ['record_units', 'UPDATE OF sealed', 'NEW.person_id'],
      ['record_units', 'DELETE', 'OLD.person_id'],
    ] as const;
    for (const [table, event, person] of changes) {
      database.exec(`
        CREATE TRIGGER search_hears_of_${table}_${event.slice(0, 6).toLowerCase()} AFTER ${event} ON ${table}
        WHEN NOT EXISTS (SELECT 1 FROM executions WHERE step = 'keys_destroyed')
        BEGIN
          DELETE FROM search_changes WHERE person_id = ${person};
          INSERT INTO search_changes (person_id) VALUES (${person});
        END;
      `);
    }
  },
};
