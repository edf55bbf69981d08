import type { Migration } from '../migrate.ts';

/**
 * A person's signing key is lost with a forgotten password and replaced by another. Every public key a person ever had is
 * kept, and every deed names the one it was signed with, so that an approval stays verifiable after a reset. People can be
 * removed without being forgotten. Holders that are nobody (recovery kits, a keystore) have a row that says since when.
 */
export const signingKeys: Migration = {
  number: 2,
  name: 'signing-keys',
  up(database) {
    database.exec(`
      CREATE TABLE user_signing_keys (
        user_id TEXT NOT NULL REFERENCES users (id),
        public_key BLOB NOT NULL,
        valid_from TEXT NOT NULL,
        -- Null while it is the present key.
        valid_until TEXT,
        PRIMARY KEY (user_id, public_key)
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX present_signing_key ON user_signing_keys (user_id) WHERE valid_until IS NULL;
      INSERT INTO user_signing_keys (user_id, public_key, valid_from)
        SELECT id, signing_public_key, created_at FROM users;

      CREATE TRIGGER user_signing_keys_only_end BEFORE UPDATE ON user_signing_keys
      WHEN OLD.valid_until IS NOT NULL OR NEW.valid_until IS NULL OR NEW.user_id <> OLD.user_id
        OR NEW.public_key <> OLD.public_key OR NEW.valid_from <> OLD.valid_from
      BEGIN SELECT RAISE(ABORT, 'a signing key can only end'); END;
      CREATE TRIGGER user_signing_keys_is_not_deleted BEFORE DELETE ON user_signing_keys
      BEGIN SELECT RAISE(ABORT, 'user_signing_keys is append-only'); END;

      -- A deed is made with a key of the person who made it. The key is part of the row, so that it cannot be exchanged later.
      CREATE TABLE deeds_with_keys (
        id TEXT PRIMARY KEY,
        order_id TEXT NOT NULL REFERENCES destruction_orders (id),
        deed TEXT NOT NULL CHECK (deed IN ('request', 'approve', 'reject', 'execute')),
        user_id TEXT NOT NULL REFERENCES users (id),
        signing_public_key BLOB NOT NULL,
        statement TEXT NOT NULL,
        signature BLOB NOT NULL,
        at TEXT NOT NULL,
        FOREIGN KEY (user_id, signing_public_key) REFERENCES user_signing_keys (user_id, public_key)
      ) STRICT;
      INSERT INTO deeds_with_keys (rowid, id, order_id, deed, user_id, signing_public_key, statement, signature, at)
        SELECT d.rowid, d.id, d.order_id, d.deed, d.user_id, u.signing_public_key, d.statement, d.signature, d.at
        FROM deeds d JOIN users u ON u.id = d.user_id ORDER BY d.rowid;
      DROP TABLE deeds;
      ALTER TABLE deeds_with_keys RENAME TO deeds;
      CREATE INDEX deeds_of_order ON deeds (order_id);
      CREATE TRIGGER deeds_is_not_changed BEFORE UPDATE ON deeds
      BEGIN SELECT RAISE(ABORT, 'deeds is append-only'); END;
      CREATE TRIGGER deeds_is_not_deleted BEFORE DELETE ON deeds
      BEGIN SELECT RAISE(ABORT, 'deeds is append-only'); END;

      ALTER TABLE users DROP COLUMN signing_public_key;
      ALTER TABLE users ADD COLUMN removed_at TEXT;
      -- By which it is seen at opening that a lock was replaced and the power failed before that was entered.
      ALTER TABLE users ADD COLUMN sealing_public_key BLOB;

      CREATE TABLE secret_holders (
        holder_id TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('recovery_kit', 'keystore')),
        -- pending: made, but nobody has shown yet that its cards exist. ended: opens nothing, or is about to.
        state TEXT NOT NULL CHECK (state IN ('pending', 'active', 'ended')),
        made_at TEXT NOT NULL,
        -- Null where it was found at opening, for example after an older backup was restored.
        made_by TEXT REFERENCES users (id),
        confirmed_at TEXT,
        ended_at TEXT
      ) STRICT;
    `);
  },
};
