import { evidenceKinds, startingEvidenceRule } from '../../../shared/domain/register/evidence-removal.ts';
import type { Jurisdiction } from '../../../shared/domain/retention/retention-rule.ts';
import type { Migration } from '../migrate.ts';

/**
 * What stays is a rule too: two record classes of evidence, removals of what is past its period, which two people stand for, and
 * triggers that let exactly that content go and nothing else. Which sheets of the log were printed and filed.
 */
export const evidence: Migration = {
  number: 25,
  name: 'evidence',
  up(database) {
    database.exec(`
      -- Of the classes that are no records of people but the evidence about them.
      ALTER TABLE record_classes ADD COLUMN evidence TEXT CHECK (evidence IN ('audit_log', 'certificates'));
      CREATE UNIQUE INDEX record_classes_of_evidence ON record_classes (evidence) WHERE evidence IS NOT NULL;

      CREATE TABLE evidence_removals (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('audit_log', 'certificates')),
        rule_version_id TEXT NOT NULL REFERENCES retention_rule_versions (id),
        -- Entries of the log before this checkpoint.
        before_size INTEGER,
        -- Certificates issued before this moment.
        issued_before TEXT,
        -- approved: what it names may go, and goes; finished: it is gone.
        state TEXT NOT NULL CHECK (state IN ('proposed', 'rejected', 'approved', 'finished')),
        proposed_at TEXT NOT NULL,
        proposed_by TEXT NOT NULL REFERENCES users (id),
        decided_at TEXT,
        decided_by TEXT REFERENCES users (id),
        CHECK ((kind = 'audit_log') = (before_size IS NOT NULL)),
        CHECK ((kind = 'certificates') = (issued_before IS NOT NULL)),
        CHECK ((state = 'proposed') = (decided_by IS NULL)),
        CHECK (decided_by IS NULL OR decided_by <> proposed_by)
      ) STRICT;
      CREATE UNIQUE INDEX one_open_removal ON evidence_removals (kind) WHERE state IN ('proposed', 'approved');
      CREATE TRIGGER evidence_removals_go_on BEFORE UPDATE ON evidence_removals
      WHEN NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.rule_version_id <> OLD.rule_version_id
        OR NEW.before_size IS NOT OLD.before_size OR NEW.issued_before IS NOT OLD.issued_before OR NEW.proposed_by <> OLD.proposed_by
        OR NOT ((OLD.state = 'proposed' AND NEW.state IN ('approved', 'rejected')) OR (OLD.state = 'approved' AND NEW.state = 'finished'))
      BEGIN SELECT RAISE(ABORT, 'a removal only goes on'); END;
      CREATE TRIGGER evidence_removals_is_not_deleted BEFORE DELETE ON evidence_removals
      BEGIN SELECT RAISE(ABORT, 'evidence_removals is append-only'); END;

      CREATE TABLE evidence_removal_deeds (
        removal_id TEXT NOT NULL REFERENCES evidence_removals (id),
        deed TEXT NOT NULL CHECK (deed IN ('request', 'approve', 'reject')),
        user_id TEXT NOT NULL REFERENCES users (id),
        signing_public_key BLOB NOT NULL,
        statement TEXT NOT NULL,
        signature BLOB NOT NULL,
        PRIMARY KEY (removal_id, deed),
        FOREIGN KEY (user_id, signing_public_key) REFERENCES user_signing_keys (user_id, public_key)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER evidence_removal_deeds_is_not_changed BEFORE UPDATE ON evidence_removal_deeds
      BEGIN SELECT RAISE(ABORT, 'evidence_removal_deeds is append-only'); END;
      CREATE TRIGGER evidence_removal_deeds_is_not_deleted BEFORE DELETE ON evidence_removal_deeds
      BEGIN SELECT RAISE(ABORT, 'evidence_removal_deeds is append-only'); END;

      DROP TRIGGER audit_entries_is_not_changed;
      CREATE TRIGGER audit_entries_is_not_changed BEFORE UPDATE ON audit_entries
      WHEN NEW.entry <> '' OR NEW.sequence <> OLD.sequence OR NEW.leaf_hash <> OLD.leaf_hash OR NOT EXISTS (
        SELECT 1 FROM evidence_removals WHERE kind = 'audit_log' AND state = 'approved' AND OLD.sequence < before_size)
      BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END;

      DROP TRIGGER certificates_is_not_changed;
      CREATE TRIGGER certificates_is_not_changed BEFORE UPDATE ON certificates
      WHEN NEW.envelope <> '' OR NEW.number <> OLD.number OR NEW.year <> OLD.year OR NEW.serial <> OLD.serial
        OR NEW.order_id <> OLD.order_id OR NEW.kind <> OLD.kind OR NEW.completes IS NOT OLD.completes OR NEW.digest <> OLD.digest
        OR NEW.unit_count <> OLD.unit_count OR NEW.conditional <> OLD.conditional OR NEW.issued_at <> OLD.issued_at
        OR NOT EXISTS (SELECT 1 FROM evidence_removals
          WHERE kind = 'certificates' AND state = 'approved' AND OLD.issued_at < issued_before)
      BEGIN SELECT RAISE(ABORT, 'certificates is append-only'); END;

      -- Of which line of its order a unit is: what was taken off the order is not in the ledger.
      ALTER TABLE order_units ADD COLUMN group_position INTEGER;
      CREATE INDEX order_units_left_out ON order_units (order_id, group_position) WHERE left_out IS NOT NULL;

      -- Sheets that left: printed or saved, and filed once somebody has signed the paper by hand and put it away.
      CREATE TABLE checkpoint_sheets (
        size INTEGER PRIMARY KEY REFERENCES audit_checkpoints (size),
        printed_at TEXT NOT NULL,
        printed_by TEXT NOT NULL REFERENCES users (id),
        filed_on TEXT,
        filed_by TEXT REFERENCES users (id),
        CHECK ((filed_on IS NULL) = (filed_by IS NULL))
      ) STRICT;
      CREATE TABLE register_settings (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        -- The day from which a sheet is wanted every week; null where none is.
        weekly_sheet_since TEXT
      ) STRICT;
      INSERT INTO register_settings (id) VALUES (1);
    `);
    const office = database.get<{ jurisdiction: Jurisdiction; created_at: string }>(
      'SELECT jurisdiction, created_at FROM office',
    );
    if (office === undefined) return;
    for (const kind of evidenceKinds) {
      const content = startingEvidenceRule(kind, office.jurisdiction);
      const ofKind = `(SELECT id FROM record_classes WHERE evidence = '${kind}')`;
      database.run(
        `INSERT INTO record_classes (id, office_id, name, evidence) SELECT ${randomId}, id, ?, ? FROM office`,
        [JSON.stringify(content.name), kind],
      );
      database.exec(`INSERT INTO retention_rules (id, office_id, record_class_id)
        SELECT ${randomId}, office_id, id FROM record_classes WHERE evidence = '${kind}'`);
      database.run(
        `INSERT INTO retention_rule_versions (id, rule_id, version, content, created_at)
         SELECT ${randomId}, id, 1, ?, ? FROM retention_rules WHERE record_class_id = ${ofKind}`,
        [JSON.stringify(content), office.created_at],
      );
      database.exec(`UPDATE retention_rules
        SET applied_version_id = (SELECT id FROM retention_rule_versions WHERE rule_id = retention_rules.id)
        WHERE record_class_id = ${ofKind}`);
    }
  },
};

/** A version 4 UUID, as SQL. */
const randomId = `(SELECT lower(substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-4' || substr(h, 14, 3) || '-a' || substr(h, 18, 3)
    || '-' || substr(h, 21, 12)) FROM (SELECT hex(randomblob(16)) AS h))`;
