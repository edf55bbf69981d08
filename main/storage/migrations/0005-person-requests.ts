import type { Migration } from '../migrate.ts';

/**
 * What people asked of the office and what became of it, and the processing that is suspended because they asked.
 *
 * That there was a request, when and with what outcome outlives the person, as the use log does: an office has to show that it
 * answered in time. What was written in it is sealed under the person's data key and ends with them.
 */
export const personRequests: Migration = {
  number: 5,
  name: 'person-requests',
  up(database) {
    database.exec(`
      CREATE TABLE person_requests (
        id TEXT PRIMARY KEY,
        office_id TEXT NOT NULL REFERENCES office (id),
        -- Not a foreign key: that somebody asked outlives who it was.
        person_id TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('access', 'correction', 'deletion', 'suspension', 'withdrawal')),
        way TEXT NOT NULL CHECK (way IN ('in_person', 'telephone', 'post', 'email', 'website')),
        requested_by TEXT NOT NULL CHECK (requested_by IN ('person', 'guardian', 'representative')),
        received_on TEXT NOT NULL,
        due_on TEXT NOT NULL,
        extended INTEGER NOT NULL DEFAULT 0 CHECK (extended IN (0, 1)),
        state TEXT NOT NULL CHECK (state IN ('received', 'identity_confirmed', 'answered')),
        identity_check TEXT CHECK (identity_check IN ('identity_document_seen', 'known_to_staff', 'receipt_code', 'called_back',
          'signature_compared', 'authorisation_seen')),
        identity_confirmed INTEGER CHECK (identity_confirmed IN (0, 1)),
        identity_checked_at TEXT,
        identity_checked_by TEXT REFERENCES users (id),
        outcome TEXT CHECK (outcome IN ('fulfilled', 'partly_fulfilled', 'refused', 'taken_back')),
        refusal_reason TEXT,
        answer_language TEXT CHECK (answer_language IN ('en', 'ko')),
        answered_at TEXT,
        answered_by TEXT REFERENCES users (id),
        -- What the person asked, why the answer was put off, what the answer explains. Null once the person is destroyed.
        sealed BLOB,
        recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL REFERENCES users (id),
        CHECK ((state = 'answered') = (outcome IS NOT NULL)),
        CHECK ((outcome IS NULL) = (answered_at IS NULL)),
        CHECK (state <> 'identity_confirmed' OR identity_confirmed IS 1)
      ) STRICT;
      CREATE INDEX person_requests_by_due_date ON person_requests (due_on) WHERE state <> 'answered';
      CREATE INDEX person_requests_of_person ON person_requests (person_id);
      CREATE TRIGGER an_answered_request_stands BEFORE UPDATE ON person_requests
      WHEN OLD.state = 'answered' AND (NEW.state <> OLD.state OR NEW.outcome <> OLD.outcome OR NEW.answered_at <> OLD.answered_at
        OR NEW.due_on <> OLD.due_on OR NEW.received_on <> OLD.received_on)
      BEGIN SELECT RAISE(ABORT, 'an answered request is not changed'); END;
      CREATE TRIGGER person_requests_are_not_deleted BEFORE DELETE ON person_requests
      BEGIN SELECT RAISE(ABORT, 'requests of people are not deleted'); END;

      CREATE TABLE processing_suspensions (
        id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
        -- Null: every purpose.
        purpose_id TEXT,
        request_id TEXT NOT NULL REFERENCES person_requests (id),
        since TEXT NOT NULL,
        set_by TEXT NOT NULL REFERENCES users (id),
        lifted_on TEXT,
        lifted_by TEXT REFERENCES users (id),
        CHECK ((lifted_on IS NULL) = (lifted_by IS NULL))
      ) STRICT;
      CREATE INDEX processing_suspensions_of_person ON processing_suspensions (person_id);
      CREATE UNIQUE INDEX one_suspension_in_force ON processing_suspensions (person_id, ifnull(purpose_id, ''))
        WHERE lifted_on IS NULL;
    `);
  },
};
