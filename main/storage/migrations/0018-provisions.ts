import type { Migration } from '../migrate.ts';

/** What was provided to third parties, or transferred abroad: the ledger of PIPA Decree art. 15, and of whom. */
export const provisions: Migration = {
  number: 18,
  name: 'provisions',
  up(database) {
    database.exec(`
      CREATE TABLE provisions (
        id TEXT PRIMARY KEY,
        recipient_id TEXT NOT NULL REFERENCES recipients (id),
        purpose_id TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('provision', 'transfer_abroad')),
        -- The kind of consent that it rests on, as the form says.
        consent_kind TEXT NOT NULL,
        item_codes TEXT NOT NULL,
        people INTEGER NOT NULL,
        provided_on TEXT NOT NULL,
        cycle TEXT NOT NULL CHECK (cycle IN ('once', 'daily', 'weekly', 'monthly', 'yearly', 'on_event')),
        -- Until when the recipient may keep and use it; null where the consent names no day.
        kept_until TEXT,
        way TEXT NOT NULL,
        encrypted INTEGER NOT NULL CHECK (encrypted IN (0, 1)),
        copy_id TEXT NOT NULL REFERENCES known_copies (id),
        -- File name and the restrictions asked of the recipient, in words.
        sealed BLOB NOT NULL,
        recorded_at TEXT NOT NULL,
        user_id TEXT NOT NULL REFERENCES users (id)
      ) STRICT;
      CREATE INDEX provisions_of_recipient ON provisions (recipient_id);
      CREATE INDEX provisions_of_copy ON provisions (copy_id);

      CREATE TABLE provision_consents (
        provision_id TEXT NOT NULL REFERENCES provisions (id),
        -- Not foreign keys: the ledger outlives the consent.
        consent_id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        PRIMARY KEY (provision_id, consent_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX provision_consents_of_person ON provision_consents (person_id);
    `);
  },
};
