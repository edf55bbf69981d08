import { afterEach, expect, it } from 'vitest';
import { migrations } from '../../../main/storage/migrations/index.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { cheapArgon2, makeOffice, password, signInName, temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

const at = '2026-01-02T00:00:00.000Z';
const place = migrations.findIndex(({ name }) => name === 'afterwards');

it('keeps every consent event in its order and as it was, and lets the use log end by its rule alone', async () => {
  const office = await makeOffice(folder, { migrations: migrations.slice(0, place) });
  office.database.exec(`
    INSERT INTO office VALUES ('o', 'Office', 'Asia/Seoul', 'korea', 'k', '${at}');
    INSERT INTO users (id, staff_number, roles, sealed, created_at) VALUES ('u', 1, '[]', x'00', '${at}');
    INSERT INTO consent_forms VALUES ('f', 'o');
    INSERT INTO consent_form_versions (id, form_id, version, content, published_at, published_by) VALUES ('fv', 'f', 1, '{}', '${at}', 'u');
    INSERT INTO consent_notices (digest, content) VALUES ('n', '{}');
    INSERT INTO people (id, office_id, data_key_id, sealed) VALUES ('p', 'o', 'k', x'01');
    INSERT INTO consents (id, person_id, form_version_id, language, notice_digest, given_on, sealed, captured_at, captured_by)
      VALUES ('c', 'p', 'fv', 'ko', 'n', '2026-01-02', x'02', '${at}', 'u');
    INSERT INTO consent_events (id, consent_id, purpose_id, type, on_date, sequence, recorded_at, user_id) VALUES
      ('e1', 'c', 'a', 'given', '2026-01-02', 1, '${at}', 'u'), ('e2', 'c', 'b', 'refused', '2026-01-02', 1, '${at}', 'u'),
      ('e3', 'c', 'a', 'withdrawn', '2026-01-03', 2, '${at}', 'u');
    INSERT INTO data_uses (id, person_id, reason, user_id, at) VALUES ('d1', 'p', 'serve_person', 'u', '2024-01-01T00:00:00.000Z'),
      ('d2', 'p', 'serve_person', 'u', '${at}');
    INSERT INTO data_use_units (use_id, unit_id) VALUES ('d1', 'x');
  `);
  const before = office.database.all('SELECT * FROM consent_events ORDER BY rowid');
  office.close();
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const opened = await openOffice(folder, holderId, password, {
    migrations: migrations.slice(0, place + 1),
    argon2: cheapArgon2,
  });
  const { database } = opened;
  expect(database.all('SELECT * FROM consent_events ORDER BY rowid')).toEqual(before);
  expect(() => database.run("UPDATE consent_events SET type = 'given'")).toThrow('append-only');
  expect(() => database.run('DELETE FROM consent_events')).toThrow('append-only');
  database.run(
    `INSERT INTO consent_events (id, consent_id, purpose_id, type, on_date, sequence, recorded_at)
     VALUES ('e4', 'c', 'a', 'expired', '2026-01-04', 3, '${at}')`,
  );
  // An execution lets them go, as before.
  database.exec(`
    INSERT INTO destruction_orders (id, office_id, number, state, digest, unit_count, requested_at, requester_id)
      VALUES ('r', 'o', 'D-2026-0001', 'executing', 'x', 1, '${at}', 'u');
    INSERT INTO executions (order_id, step, operator_id, epoch_before, started_at, planned) VALUES ('r', 'keys_destroyed', 'u', 1, '${at}', '{}');
    INSERT INTO execution_people (order_id, person_id, superseded_key_id) VALUES ('r', 'p', 'k');
  `);
  expect(database.run('DELETE FROM consent_events').changes).toBe(4);

  expect(() => database.run("DELETE FROM data_uses WHERE id = 'd1'")).toThrow('append-only');
  database.run("INSERT INTO use_log_end (id, ended_before) VALUES (1, '2025-01-01T00:00:00.000Z')");
  expect(database.run("DELETE FROM data_uses WHERE at < '2025-01-01T00:00:00.000Z'").changes).toBe(1);
  expect(database.value('SELECT count(*) FROM data_use_units')).toBe(0);
  expect(() => database.run("DELETE FROM data_uses WHERE id = 'd2'")).toThrow('append-only');
  opened.close();
});
