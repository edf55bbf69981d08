import type { Migration } from '../migrate.ts';

/** Third parties to whom personal data may be provided (PIPA art. 17); consent forms name them. */
export const recipients: Migration = {
  number: 7,
  name: 'recipients',
  up(database) {
    database.exec(`
      CREATE TABLE recipients (
        id TEXT PRIMARY KEY,
        office_id TEXT NOT NULL REFERENCES office (id),
        -- Name, contact and country, under the data key of the office's own notes.
        sealed BLOB NOT NULL,
        added_at TEXT NOT NULL
      ) STRICT;
    `);
  },
};
