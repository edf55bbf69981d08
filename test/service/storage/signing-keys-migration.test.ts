import { afterEach, expect, it } from 'vitest';
import { firstOffice } from '../../../main/storage/migrations/0001-first-office.ts';
import { signingKeys } from '../../../main/storage/migrations/0002-signing-keys.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { type OfficeStorage, openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { cheapArgon2, makeOffice, password, signInName, temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

const ids = {
  clerk: '11111111-1111-4111-8111-111111111111',
  reviewer: '22222222-2222-4222-8222-222222222222',
};
const order = '33333333-3333-4333-8333-333333333333';
const keyOf = (user: string) => Buffer.alloc(32, user);

/** An office of the first version, with two users, an order and the three deeds done to it. */
async function officeOfVersionOne(): Promise<void> {
  const office = await makeOffice(folder, { migrations: [firstOffice] });
  const { database } = office;
  database.transaction(() => {
    database.run(
      "INSERT INTO office VALUES ('o', 'Office', 'Asia/Seoul', 'korea', 'k', '2026-01-02T00:00:00.000Z')",
    );
    for (const [number, id] of Object.values(ids).entries()) {
      database.run(
        `INSERT INTO users (id, staff_number, roles, sealed, signing_public_key, created_at)
         VALUES (?, ?, '["reviewer"]', x'00', ?, '2026-01-02T00:00:00.000Z')`,
        [id, number + 1, keyOf(id)],
      );
    }
    database.run(
      `INSERT INTO destruction_orders (id, office_id, number, state, digest, unit_count, requested_at, requester_id)
       VALUES (?, 'o', 'D-2026-0001', 'approved', 'd', 1, '2026-02-01T00:00:00.000Z', ?)`,
      [order, ids.clerk],
    );
    for (const [index, [deed, user]] of (
      [
        ['request', ids.clerk],
        ['approve', ids.reviewer],
        ['execute', ids.clerk],
      ] as const
    ).entries()) {
      database.run(
        `INSERT INTO deeds (id, order_id, deed, user_id, statement, signature, at)
         VALUES (?, ?, ?, ?, ?, x'5555', '2026-02-01T00:00:00.000Z')`,
        [`deed ${2 - index}`, order, deed, user, `statement of ${deed}`],
      );
    }
  });
  office.close();
}

async function openedAsVersionTwo(): Promise<OfficeStorage> {
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const migrations = [firstOffice, signingKeys];
  return await openOffice(folder, holderId, password, { migrations, argon2: cheapArgon2 });
}

it('gives every deed of the first version the key it was signed with, in its order, and keeps it from change', async () => {
  await officeOfVersionOne();
  const office = await openedAsVersionTwo();
  const { database } = office;
  expect(database.version).toBe(2);
  expect(
    database.all(
      'SELECT id, deed, user_id, signing_public_key, statement, signature FROM deeds ORDER BY at, rowid',
    ),
  ).toEqual(
    [
      ['deed 2', 'request', ids.clerk],
      ['deed 1', 'approve', ids.reviewer],
      ['deed 0', 'execute', ids.clerk],
    ].map(([id, deed, user_id = '']) => ({
      id,
      deed,
      user_id,
      signing_public_key: keyOf(user_id),
      statement: `statement of ${deed}`,
      signature: Buffer.from('5555', 'hex'),
    })),
  );
  expect(
    database.all(
      'SELECT user_id, public_key, valid_from, valid_until FROM user_signing_keys ORDER BY user_id',
    ),
  ).toEqual(
    Object.values(ids).map((user_id) => ({
      user_id,
      public_key: keyOf(user_id),
      valid_from: '2026-01-02T00:00:00.000Z',
      valid_until: null,
    })),
  );
  expect(database.all('SELECT removed_at FROM users')).toEqual([{ removed_at: null }, { removed_at: null }]);
  expect(database.integrityComplaints()).toEqual([]);

  for (const [sql, complaint] of [
    ["UPDATE deeds SET user_id = 'x'", 'append-only'],
    ['DELETE FROM deeds', 'append-only'],
    ['DELETE FROM user_signing_keys', 'append-only'],
    ["UPDATE user_signing_keys SET valid_from = 'x'", 'can only end'],
    // A deed by a key that was never that person's.
    [
      `INSERT INTO deeds SELECT 'x', order_id, deed, user_id, x'77', statement, signature, at FROM deeds LIMIT 1`,
      'FOREIGN KEY',
    ],
    // A second present key.
    [
      `INSERT INTO user_signing_keys SELECT user_id, x'77', valid_from, NULL FROM user_signing_keys LIMIT 1`,
      'UNIQUE',
    ],
  ] as const) {
    expect(() => database.transaction(() => database.run(sql)), sql).toThrow(complaint);
  }
  database.transaction(() =>
    database.run("UPDATE user_signing_keys SET valid_until = '2026-03-01T00:00:00.000Z'"),
  );
  expect(() =>
    database.transaction(() => database.run('UPDATE user_signing_keys SET valid_until = NULL')),
  ).toThrow('can only end');
  office.close();
});
