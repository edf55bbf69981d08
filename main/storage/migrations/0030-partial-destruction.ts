import type { Migration } from '../migrate.ts';

/**
 * Parts of paper records that are destroyed while the rest stays, batches that are done by hand, and why a unit was taken off an
 * order.
 */
export const partialDestruction: Migration = {
  number: 30,
  name: 'partial-destruction',
  up(database) {
    database.exec(`
      -- A part is an entry of the registry and a record unit of its own, inside the record it is a part of.
      CREATE TABLE paper_parts (
        entry_id TEXT PRIMARY KEY REFERENCES paper_entries (id) ON DELETE CASCADE,
        -- Not a foreign key: what was divided may be destroyed or leave the registry later.
        whole_id TEXT NOT NULL,
        way TEXT NOT NULL CHECK (way IN ('mask', 'punch', 'cut_out')),
        -- Items of the catalogue, by name; empty: everything about a person on its sheets.
        fields TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX paper_parts_of_whole ON paper_parts (whole_id);

      -- Under its own name again, so that what refers to its rows finds them.
      CREATE TABLE paper_batches_before AS SELECT * FROM paper_batches;
      DROP TABLE paper_batches;
      CREATE TABLE paper_batches (
        id TEXT PRIMARY KEY,
        order_id TEXT NOT NULL REFERENCES destruction_orders (id),
        number TEXT NOT NULL UNIQUE,
        state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'with_vendor', 'finished', 'given_up')),
        method TEXT NOT NULL CHECK (method IN ('shred', 'incinerate', 'mask', 'punch')),
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
        -- By hand neither.
        CHECK ((machine_id IS NOT NULL) + (vendor_id IS NOT NULL) = (method IN ('shred', 'incinerate'))),
        CHECK ((state = 'finished') = (facts IS NOT NULL)),
        CHECK (witness_id IS NULL OR witness_id <> operator_id)
      ) STRICT;
      CREATE INDEX paper_batches_of_order ON paper_batches (order_id);
      CREATE INDEX paper_batches_awaited ON paper_batches (certificate_due_on) WHERE state = 'with_vendor';
      INSERT INTO paper_batches (id, order_id, number, state, method, place, level, machine_id, vendor_id, device_serial, operator_id, witness_id, started_at,
        ended_at, interrupted_by, amount_kind, amount_registered, amount_measured, difference_reason, residue, certificate_due_on,
        facts, digest)
        SELECT id, order_id, number, state, method, place, level, machine_id, vendor_id, device_serial, operator_id, witness_id, started_at,
        ended_at, interrupted_by, amount_kind, amount_registered, amount_measured, difference_reason, residue, certificate_due_on,
        facts, digest FROM paper_batches_before;
      DROP TABLE paper_batches_before;

      CREATE TABLE order_units_anew (
        order_id TEXT NOT NULL REFERENCES destruction_orders (id),
        position INTEGER NOT NULL,
        unit_id TEXT NOT NULL,
        content TEXT NOT NULL,
        -- Salted commitment, written when the unit is destroyed: the proof for a person who kept the receipt.
        leaf BLOB,
        left_out TEXT CHECK (left_out IN ('held', 'not_found', 'decided_otherwise')),
        group_position INTEGER,
        PRIMARY KEY (order_id, position)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO order_units_anew (order_id, position, unit_id, content, leaf, left_out, group_position)
        SELECT order_id, position, unit_id, content, leaf, left_out, group_position FROM order_units;
      DROP TABLE order_units;
      ALTER TABLE order_units_anew RENAME TO order_units;
      CREATE INDEX order_units_by_unit ON order_units (unit_id);
      CREATE INDEX order_units_left_out ON order_units (order_id, group_position) WHERE left_out IS NOT NULL;
    `);
  },
};
