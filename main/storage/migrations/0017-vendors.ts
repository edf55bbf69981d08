import type { Migration } from '../migrate.ts';

/**
 * Entrustment as PIPA art. 26 has it: contracts with their clauses, sub-vendors with the office's consent, training and inspections,
 * publications of the list of vendors, and hand-overs of many people at once, each tied to its entry among the known copies.
 */
export const vendors: Migration = {
  number: 17,
  name: 'vendors',
  up(database) {
    database.exec(`
      -- 1 where goods or services are offered on the office's behalf: people are told of it directly (art. 26(3)).
      ALTER TABLE vendors ADD COLUMN does_marketing INTEGER NOT NULL DEFAULT 0 CHECK (does_marketing IN (0, 1));
      ALTER TABLE vendors ADD COLUMN ended_on TEXT;
      ALTER TABLE vendors ADD COLUMN ended_by TEXT REFERENCES users (id);

      -- The latest row of a vendor is the contract in force; what was agreed before stays.
      CREATE TABLE vendor_contracts (
        id TEXT PRIMARY KEY,
        vendor_id TEXT NOT NULL REFERENCES vendors (id),
        version INTEGER NOT NULL,
        signed_on TEXT NOT NULL,
        starts_on TEXT NOT NULL,
        ends_on TEXT,
        sealed BLOB NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL REFERENCES users (id),
        UNIQUE (vendor_id, version)
      ) STRICT;

      CREATE TABLE sub_vendors (
        id TEXT PRIMARY KEY,
        vendor_id TEXT NOT NULL REFERENCES vendors (id),
        consented_on TEXT NOT NULL,
        starts_on TEXT NOT NULL,
        ended_on TEXT,
        sealed BLOB NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL REFERENCES users (id)
      ) STRICT;
      CREATE INDEX sub_vendors_of_vendor ON sub_vendors (vendor_id);

      CREATE TABLE vendor_checks (
        id TEXT PRIMARY KEY,
        vendor_id TEXT NOT NULL REFERENCES vendors (id),
        kind TEXT NOT NULL CHECK (kind IN ('training', 'inspection')),
        due_on TEXT NOT NULL,
        every_months INTEGER CHECK (every_months > 0),
        done_on TEXT,
        done_by TEXT REFERENCES users (id),
        -- The result, once there is one.
        sealed BLOB,
        CHECK ((done_on IS NULL) = (sealed IS NULL))
      ) STRICT;
      CREATE INDEX vendor_checks_of_vendor ON vendor_checks (vendor_id);
      CREATE INDEX vendor_checks_open ON vendor_checks (due_on) WHERE done_on IS NULL;

      CREATE TABLE vendor_publications (
        id TEXT PRIMARY KEY,
        published_on TEXT NOT NULL,
        way TEXT NOT NULL CHECK (way IN ('website', 'at_the_office', 'newspaper', 'privacy_notice')),
        -- Of what was published: another digest now means that it has to be published again.
        digest TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL REFERENCES users (id)
      ) STRICT;

      CREATE TABLE marketing_notices (
        vendor_id TEXT NOT NULL REFERENCES vendors (id),
        -- Not a foreign key: that somebody was told outlives whom.
        person_id TEXT NOT NULL,
        told_on TEXT NOT NULL,
        way TEXT NOT NULL CHECK (way IN ('letter', 'email', 'telephone', 'text_message', 'in_person')),
        recorded_by TEXT NOT NULL REFERENCES users (id),
        PRIMARY KEY (vendor_id, person_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE hand_overs_of_many (
        id TEXT PRIMARY KEY,
        vendor_id TEXT NOT NULL REFERENCES vendors (id),
        purpose_id TEXT NOT NULL,
        way TEXT NOT NULL,
        encrypted INTEGER NOT NULL CHECK (encrypted IN (0, 1)),
        people INTEGER NOT NULL,
        handed_over_on TEXT NOT NULL,
        due_back_on TEXT,
        -- Null for hand-overs from before they were tied to a known copy.
        copy_id TEXT REFERENCES known_copies (id),
        -- What was handed over, in words.
        sealed BLOB,
        recorded_at TEXT NOT NULL,
        user_id TEXT NOT NULL REFERENCES users (id)
      ) STRICT;
      INSERT INTO hand_overs_of_many (id, vendor_id, purpose_id, way, encrypted, people, handed_over_on, recorded_at, user_id)
        SELECT id, vendor_id, purpose_id, iif(way = 'encrypted_file', 'file_transfer', way), way = 'encrypted_file', 1, handed_over_on, recorded_at, user_id FROM hand_overs;
      CREATE TABLE hand_over_consents (
        hand_over_id TEXT NOT NULL REFERENCES hand_overs_of_many (id),
        -- Not foreign keys: the register of hand-overs outlives the consent.
        consent_id TEXT NOT NULL,
        person_id TEXT,
        PRIMARY KEY (hand_over_id, consent_id)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO hand_over_consents (hand_over_id, consent_id, person_id)
        SELECT h.id, h.consent_id, c.person_id FROM hand_overs h LEFT JOIN consents c ON c.id = h.consent_id;
      DROP TABLE hand_overs;
      ALTER TABLE hand_overs_of_many RENAME TO hand_overs;
      CREATE INDEX hand_overs_of_vendor ON hand_overs (vendor_id);
      CREATE INDEX hand_overs_of_copy ON hand_overs (copy_id);
      CREATE INDEX hand_over_consents_of_consent ON hand_over_consents (consent_id);
      CREATE INDEX hand_over_consents_of_person ON hand_over_consents (person_id);
    `);
  },
};
