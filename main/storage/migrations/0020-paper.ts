import type { Migration } from '../migrate.ts';

/**
 * The registry of paper: sites, rooms, shelves, boxes, folders and documents as one tree; what happened to each; its links to
 * people and consents; and inventories. A paper unit of retention is a record unit with the id of its entry.
 */
export const paper: Migration = {
  number: 20,
  name: 'paper',
  up(database) {
    database.exec(`
      ALTER TABLE record_units ADD COLUMN carrier TEXT NOT NULL DEFAULT 'electronic'
        CHECK (carrier IN ('electronic', 'paper'));

      -- Keys of what was written about paper end as those of drafts do.
      ALTER TABLE ended_draft_keys RENAME TO ended_keys;

      CREATE TABLE paper_entries (
        id TEXT PRIMARY KEY,
        office_id TEXT NOT NULL REFERENCES office (id),
        kind TEXT NOT NULL CHECK (kind IN ('site', 'room', 'shelf', 'box', 'folder', 'document')),
        -- What it stands or lies in; null for a site, for what has no place yet and for what is destroyed.
        parent_id TEXT REFERENCES paper_entries (id),
        -- Printed on its label; given once and never again.
        label_number INTEGER NOT NULL UNIQUE,
        -- What the office calls it: letters and digits that name nobody (shared/domain/paper/entry-code.ts).
        code TEXT NOT NULL COLLATE NOCASE UNIQUE,
        state TEXT NOT NULL DEFAULT 'on_shelf'
          CHECK (state IN ('on_shelf', 'checked_out', 'pulled', 'in_custody', 'missing', 'destroyed')),
        -- The latest day on which a part of it was destroyed: masked, punched or taken out.
        partly_destroyed_on TEXT,
        -- Of what is checked out.
        due_back_on TEXT,
        covers_from TEXT,
        covers_to TEXT,
        records INTEGER,
        sheets INTEGER,
        weight_grams INTEGER,
        -- A key of the entry's own, or the office's notes key for a place; null where nothing was written about it.
        data_key_id TEXT,
        -- Title, note, former code, ranges of form numbers.
        sealed BLOB,
        registered_at TEXT NOT NULL,
        registered_by TEXT NOT NULL REFERENCES users (id),
        CHECK (kind <> 'site' OR parent_id IS NULL),
        CHECK (kind NOT IN ('room', 'shelf') OR parent_id IS NOT NULL),
        CHECK ((sealed IS NULL) = (data_key_id IS NULL)),
        CHECK (due_back_on IS NULL OR state = 'checked_out'),
        CHECK (state <> 'destroyed' OR (parent_id IS NULL AND sealed IS NULL))
      ) STRICT;
      CREATE INDEX paper_entries_of_parent ON paper_entries (parent_id, kind);
      CREATE INDEX paper_entries_by_state ON paper_entries (state);

      CREATE TABLE paper_settings (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        last_label_number INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      INSERT INTO paper_settings (id) VALUES (1);

      CREATE TABLE paper_movements (
        id TEXT PRIMARY KEY,
        entry_id TEXT NOT NULL REFERENCES paper_entries (id) ON DELETE CASCADE,
        what TEXT NOT NULL CHECK (what IN ('registered', 'moved', 'checked_out', 'checked_in', 'missing', 'found', 'pulled',
          'in_custody', 'returned', 'partly_destroyed', 'destroyed')),
        -- Not foreign keys: a shelf may go while it is known that a box once stood there.
        from_id TEXT,
        to_id TEXT,
        -- The inventory, order or batch it happened in.
        reference_id TEXT,
        at TEXT NOT NULL,
        user_id TEXT NOT NULL REFERENCES users (id),
        -- Who has it, or a note; under the office's notes key, and emptied when the entry is destroyed.
        sealed BLOB
      ) STRICT;
      CREATE INDEX paper_movements_of_entry ON paper_movements (entry_id, at);

      CREATE TABLE paper_people (
        entry_id TEXT NOT NULL REFERENCES paper_entries (id) ON DELETE CASCADE,
        person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
        PRIMARY KEY (person_id, entry_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX paper_people_of_entry ON paper_people (entry_id);

      -- Where the signed original of a consent lies: one record in two forms. The original is a known copy of the consent's
      -- units, so that destroying one form is never certified in silence about the other.
      CREATE TABLE paper_originals (
        entry_id TEXT NOT NULL REFERENCES paper_entries (id),
        -- Not a foreign key: the paper may outlive the electronic form.
        consent_id TEXT NOT NULL UNIQUE,
        copy_id TEXT NOT NULL REFERENCES known_copies (id),
        PRIMARY KEY (entry_id, consent_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX paper_originals_of_copy ON paper_originals (copy_id);

      CREATE TABLE paper_inventories (
        id TEXT PRIMARY KEY,
        office_id TEXT NOT NULL REFERENCES office (id),
        -- Not a foreign key: what was found outlives the shelf.
        place_id TEXT NOT NULL,
        place_code TEXT NOT NULL,
        begun_at TEXT NOT NULL,
        begun_by TEXT NOT NULL REFERENCES users (id),
        closed_at TEXT,
        closed_by TEXT REFERENCES users (id),
        CHECK ((closed_at IS NULL) = (closed_by IS NULL))
      ) STRICT;
      CREATE UNIQUE INDEX paper_inventories_open ON paper_inventories (place_id) WHERE closed_at IS NULL;

      CREATE TABLE paper_inventory_entries (
        inventory_id TEXT NOT NULL REFERENCES paper_inventories (id) ON DELETE CASCADE,
        -- Not a foreign key, and the code as it was: the list stays as it was closed.
        entry_id TEXT NOT NULL,
        code TEXT NOT NULL,
        -- 1: the registry says that it is here. 0: it was found here all the same.
        expected INTEGER NOT NULL CHECK (expected IN (0, 1)),
        -- The place whose label was scanned last before it; null where it has not been seen.
        found_in TEXT,
        scanned_at TEXT,
        -- What became of it when the inventory was closed.
        finding TEXT CHECK (finding IN ('present', 'moved', 'missing', 'unexpected')),
        -- What it lay in by the registry when it was put on the list.
        belongs_to TEXT,
        PRIMARY KEY (inventory_id, entry_id)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
