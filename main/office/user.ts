import { z } from 'zod';
import { type Role, role } from '../../shared/domain/office/permission.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import type { DataKeys } from '../storage/vault.ts';

const userSecrets = z.strictObject({ displayName: z.string(), signInName: z.string() });
const rolesColumn = z.array(role);

interface UserRecord {
  id: string;
  staff_number: number;
  roles: string;
  sealed: Uint8Array;
  created_at: string;
}

export interface User {
  readonly id: string;
  readonly staffNumber: number;
  readonly displayName: string;
  readonly signInName: string;
  readonly roles: readonly Role[];
  readonly createdAt: string;
}

const columns = 'id, staff_number, roles, sealed, created_at';

function userOf(vault: DataKeys, row: UserRecord): User {
  const secrets = openJson(
    vault,
    { table: 'users', column: 'sealed', rowId: row.id },
    row.sealed,
    userSecrets,
  );
  return {
    id: row.id,
    staffNumber: row.staff_number,
    roles: rolesColumn.parse(JSON.parse(row.roles)),
    createdAt: row.created_at,
    ...secrets,
  };
}

export function readUser(storage: OfficeStorage, id: string): User {
  const row = storage.database.get<UserRecord>(`SELECT ${columns} FROM users WHERE id = ?`, [id]);
  if (row === undefined) throw new Error('a holder without a user');
  return userOf(storage.vault, row);
}

export function listUsers(database: ReadDatabase, vault: DataKeys): User[] {
  return database
    .all<UserRecord>(`SELECT ${columns} FROM users ORDER BY staff_number`)
    .map((row) => userOf(vault, row));
}

/** Roles of everybody, without opening names: for counting who can do what. */
export function listDutyHolders(database: ReadDatabase): { id: string; roles: Role[] }[] {
  return database
    .all<{ id: string; roles: string }>('SELECT id, roles FROM users')
    .map((row) => ({ id: row.id, roles: rolesColumn.parse(JSON.parse(row.roles)) }));
}

export function staffNumberOf(database: ReadDatabase, userId: string): number {
  const number = database.value<number>('SELECT staff_number FROM users WHERE id = ?', [userId]);
  if (number === undefined) throw new Error('no such user');
  return number;
}

export interface NewUserRecord {
  id: string;
  displayName: string;
  signInName: string;
  roles: readonly Role[];
  signingPublicKey: Uint8Array;
  createdAt: string;
}

/** Staff numbers are given in order and never again. Returns the number. */
export function insertUser(database: Database, vault: DataKeys, user: NewUserRecord): number {
  const staffNumber = (database.value<number>('SELECT max(staff_number) FROM users') ?? 0) + 1;
  const sealed = sealJson(
    vault,
    vault.addDataKey(),
    { table: 'users', column: 'sealed', rowId: user.id },
    {
      displayName: user.displayName,
      signInName: user.signInName,
    },
  );
  database.run(
    'INSERT INTO users (id, staff_number, roles, sealed, signing_public_key, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    [user.id, staffNumber, JSON.stringify(user.roles), sealed, user.signingPublicKey, user.createdAt],
  );
  return staffNumber;
}

export function signingPublicKeyOf(database: ReadDatabase, userId: string): Uint8Array {
  const key = database.value<Uint8Array>('SELECT signing_public_key FROM users WHERE id = ?', [userId]);
  if (key === undefined) throw new Error('no such user');
  return key;
}
