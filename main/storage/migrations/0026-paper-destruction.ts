import type { Migration } from '../migrate.ts';

/**
 * Destruction of paper: where each unit of an order is, sealed containers and from whose hands into whose they went, batches of a
 * machine or a vendor with what operator and witness signed, and the photographs and sheets that prove it.
 */
export const paperDestruction: Migration = {
  number: 26,
  name: 'paper-destruction',
  up(database) {
    database.exec(`
      -- Files of a unit that belongs to nobody have no person.
      CREATE TABLE attachments_anew (
        id TEXT PRIMARY KEY,
        -- A row goes with what it belongs to, whoever deletes that; opening the office removes files that no row names.
        person_id TEXT REFERENCES people (id) ON DELETE CASCADE,
        unit_id TEXT NOT NULL REFERENCES record_units (id) ON DELETE CASCADE,
        -- What the file is called and is, and its key, under the data key of the person or of the unit.
        sealed BLOB NOT NULL,
        added_at TEXT NOT NULL,
        added_by TEXT NOT NULL REFERENCES users (id)
      ) STRICT;
      INSERT INTO attachments_anew SELECT id, person_id, unit_id, sealed, added_at, added_by FROM attachments;
      DROP TABLE attachments;
      ALTER TABLE attachments_anew RENAME TO attachments;
      CREATE INDEX attachments_of_person ON attachments (person_id);
      CREATE INDEX attachments_of_unit ON attachments (unit_id);

      -- The key of an electronic unit that belongs to nobody; it is destroyed with the unit.
      CREATE TABLE unit_keys (
        unit_id TEXT PRIMARY KEY REFERENCES record_units (id) ON DELETE CASCADE,
        data_key_id TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE execution_unit_keys (
        order_id TEXT NOT NULL REFERENCES executions (order_id),
        unit_id TEXT NOT NULL,
        superseded_key_id TEXT NOT NULL,
        PRIMARY KEY (order_id, unit_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE shredding_machines (
        id TEXT PRIMARY KEY,
        office_id TEXT NOT NULL REFERENCES office (id),
        number TEXT NOT NULL UNIQUE,
        method TEXT NOT NULL CHECK (method IN ('shred', 'incinerate')),
        level TEXT CHECK (level GLOB 'P-[1-7]'),
        place TEXT NOT NULL CHECK (place IN ('on_site', 'off_site')),
        -- Name and serial number, under the office's notes key.
        sealed BLOB NOT NULL,
        added_at TEXT NOT NULL,
        added_by TEXT NOT NULL REFERENCES users (id),
        retired_on TEXT,
        CHECK ((method = 'shred') = (level IS NOT NULL))
      ) STRICT;

      CREATE TABLE shredding_vendors (
        vendor_id TEXT PRIMARY KEY REFERENCES vendors (id),
        method TEXT NOT NULL CHECK (method IN ('shred', 'incinerate')),
        level TEXT CHECK (level GLOB 'P-[1-7]'),
        certified_until TEXT NOT NULL,
        certificate_days INTEGER NOT NULL CHECK (certificate_days > 0),
        -- Scheme and number of the certification, under the office's notes key.
        sealed BLOB NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL REFERENCES users (id),
        CHECK ((method = 'shred') = (level IS NOT NULL))
      ) STRICT;

      CREATE TABLE paper_batches (
        id TEXT PRIMARY KEY,
        order_id TEXT NOT NULL REFERENCES destruction_orders (id),
        number TEXT NOT NULL UNIQUE,
        state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'with_vendor', 'finished', 'given_up')),
        method TEXT NOT NULL CHECK (method IN ('shred', 'incinerate')),
        place TEXT NOT NULL CHECK (place IN ('on_site', 'off_site')),
        level TEXT CHECK (level GLOB 'P-[1-7]'),
        machine_id TEXT REFERENCES shredding_machines (id),
        vendor_id TEXT REFERENCES vendors (id),
        device_serial TEXT,
        operator_id TEXT NOT NULL REFERENCES users (id),
        witness_id TEXT REFERENCES users (id),
        started_at TEXT NOT NULL,
        ended_at TEXT,
        interrupted_by TEXT,
        amount_kind TEXT CHECK (amount_kind IN ('sheets', 'grams')),
        amount_registered INTEGER,
        amount_measured INTEGER,
        difference_reason TEXT,
        residue TEXT,
        -- The day by which the vendor's certificate is expected.
        certificate_due_on TEXT,
        -- What was signed, once it is.
        facts TEXT,
        digest TEXT,
        CHECK ((machine_id IS NULL) <> (vendor_id IS NULL)),
        CHECK ((state = 'finished') = (facts IS NOT NULL)),
        CHECK (witness_id IS NULL OR witness_id <> operator_id)
      ) STRICT;
      CREATE INDEX paper_batches_of_order ON paper_batches (order_id);
      CREATE INDEX paper_batches_awaited ON paper_batches (certificate_due_on) WHERE state = 'with_vendor';

      CREATE TABLE batch_signatures (
        batch_id TEXT NOT NULL REFERENCES paper_batches (id),
        duty TEXT NOT NULL CHECK (duty IN ('operator', 'witness')),
        user_id TEXT NOT NULL REFERENCES users (id),
        way TEXT NOT NULL CHECK (way IN ('screen', 'paper')),
        statement TEXT NOT NULL,
        signature BLOB,
        signing_public_key BLOB,
        at TEXT NOT NULL,
        PRIMARY KEY (batch_id, duty),
        CHECK ((way = 'screen') = (signature IS NOT NULL))
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE sealed_containers (
        id TEXT PRIMARY KEY,
        order_id TEXT NOT NULL REFERENCES destruction_orders (id),
        seal TEXT NOT NULL UNIQUE,
        sealed_at TEXT NOT NULL,
        sealed_by TEXT NOT NULL REFERENCES users (id),
        -- When something of it was taken out.
        opened_at TEXT
      ) STRICT;
      CREATE INDEX sealed_containers_of_order ON sealed_containers (order_id);

      CREATE TABLE order_paper_units (
        order_id TEXT NOT NULL REFERENCES destruction_orders (id),
        -- Not a foreign key: where it went outlives it.
        unit_id TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN
          ('to_pull', 'pulled', 'sealed', 'with_vendor', 'fed', 'to_return', 'destroyed', 'left_out')),
        container_id TEXT REFERENCES sealed_containers (id),
        batch_id TEXT REFERENCES paper_batches (id),
        PRIMARY KEY (order_id, unit_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX order_paper_units_of_batch ON order_paper_units (batch_id);
      CREATE INDEX order_paper_units_of_container ON order_paper_units (container_id);

      CREATE TABLE custody_hand_overs (
        id TEXT PRIMARY KEY,
        order_id TEXT NOT NULL REFERENCES destruction_orders (id),
        at TEXT NOT NULL,
        from_user_id TEXT NOT NULL REFERENCES users (id),
        to_user_id TEXT REFERENCES users (id),
        to_vendor_id TEXT REFERENCES vendors (id),
        signed_on TEXT NOT NULL CHECK (signed_on IN ('screen', 'paper')),
        -- The place, under the office's notes key.
        sealed BLOB NOT NULL,
        CHECK ((to_user_id IS NULL) <> (to_vendor_id IS NULL))
      ) STRICT;
      CREATE INDEX custody_hand_overs_of_order ON custody_hand_overs (order_id, at);
      CREATE TABLE hand_over_containers (
        hand_over_id TEXT NOT NULL REFERENCES custody_hand_overs (id),
        container_id TEXT NOT NULL REFERENCES sealed_containers (id),
        PRIMARY KEY (container_id, hand_over_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX hand_over_containers_of_hand_over ON hand_over_containers (hand_over_id);

      -- Photographs, and sheets and drawn signatures, are each a record unit of their own under the order's own key, with a
      -- retention rule of their own: they fall due and are destroyed as anything else.
      CREATE TABLE evidence_rules (
        kind TEXT PRIMARY KEY CHECK (kind IN ('photographs', 'papers')),
        rule_id TEXT NOT NULL REFERENCES retention_rules (id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE order_evidence (
        order_id TEXT NOT NULL REFERENCES destruction_orders (id),
        kind TEXT NOT NULL CHECK (kind IN ('photographs', 'papers')),
        unit_id TEXT NOT NULL UNIQUE,
        PRIMARY KEY (order_id, kind)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE order_files (
        -- The attachment. Not a foreign key: that there was one outlives it.
        id TEXT PRIMARY KEY,
        order_id TEXT NOT NULL REFERENCES destruction_orders (id),
        batch_id TEXT REFERENCES paper_batches (id),
        kind TEXT NOT NULL CHECK (kind IN ('photo_before', 'photo_after', 'signed_sheet', 'vendor_certificate')),
        digest TEXT NOT NULL,
        added_at TEXT NOT NULL,
        added_by TEXT NOT NULL REFERENCES users (id)
      ) STRICT;
      CREATE INDEX order_files_of_order ON order_files (order_id);
      CREATE TABLE drawn_signatures (
        id TEXT PRIMARY KEY,
        -- The record unit of the order's papers: what was drawn goes with it.
        unit_id TEXT NOT NULL REFERENCES record_units (id) ON DELETE CASCADE,
        batch_id TEXT REFERENCES paper_batches (id),
        hand_over_id TEXT REFERENCES custody_hand_overs (id),
        side TEXT NOT NULL CHECK (side IN ('operator', 'witness', 'giver', 'receiver')),
        -- The strokes, and the name of a vendor's person, under the order's own key.
        sealed BLOB NOT NULL,
        at TEXT NOT NULL,
        CHECK ((batch_id IS NULL) <> (hand_over_id IS NULL))
      ) STRICT;
      CREATE INDEX drawn_signatures_of_unit ON drawn_signatures (unit_id);
    `);
  },
};
