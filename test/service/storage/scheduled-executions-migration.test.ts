import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrated, officeAndUser, writtenAt } from './migrated.ts';
import { temporaryFolder } from './office-fixture.ts';

let folder = '';
let remove = () => {};
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
});
afterEach(() => remove());

it('keeps every deed in its order, takes schedules beside them, and lets nobody change either', async () => {
  const deed = (id: string, kind: string) =>
    `INSERT INTO deeds (id, order_id, deed, user_id, signing_public_key, statement, signature, at)
     VALUES ('${id}', 'd', '${kind}', 'u', x'0a', '{}', x'0b', '${writtenAt}');`;
  const office = await migrated(
    folder,
    'scheduled-executions',
    `${officeAndUser}
     INSERT INTO user_signing_keys (user_id, public_key, valid_from) VALUES ('u', x'0a', '${writtenAt}');
     INSERT INTO destruction_orders (id, office_id, number, state, digest, unit_count, requested_at, requester_id)
       VALUES ('d', 'o', 'D-2026-0001', 'approved', 'digest', 1, '${writtenAt}', 'u');
     ${deed('second', 'request')}
     ${deed('first', 'approve')}
     INSERT INTO executions (order_id, step, operator_id, epoch_before, started_at, planned)
       VALUES ('d', 'finished', 'u', 1, '${writtenAt}', '{}');`,
  );
  try {
    const { database } = office;
    expect(database.all('SELECT id, deed FROM deeds ORDER BY rowid')).toEqual([
      { id: 'second', deed: 'request' },
      { id: 'first', deed: 'approve' },
    ]);
    expect(database.get('SELECT schedule_id, by_application FROM executions')).toEqual({
      schedule_id: null,
      by_application: null,
    });
    expect(database.value('SELECT execution_window FROM retention_settings')).toBeNull();
    database.exec(deed('third', 'schedule'));
    expect(() => database.exec(deed('fourth', 'burn'))).toThrow('CHECK');
    expect(() => database.run("UPDATE deeds SET user_id = 'x'")).toThrow('append-only');
    expect(() => database.run('DELETE FROM deeds')).toThrow('append-only');
    const schedule = (id: string) =>
      database.run(
        "INSERT INTO scheduled_executions (deed_id, order_id, operator_id, state) VALUES (?, 'd', 'u', 'open')",
        [id],
      );
    schedule('third');
    // One at a time.
    expect(() => schedule('first')).toThrow('UNIQUE');
    expect(() => database.run("UPDATE scheduled_executions SET state = 'ended'")).toThrow('CHECK');
  } finally {
    office.close();
  }
});
