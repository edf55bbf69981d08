import { z } from 'zod';
import { type Role, role } from '../../shared/domain/office/permission.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import type { DataKeys } from '../storage/vault.ts';
import type { HolderEntry } from '../storage/vault-content.ts';

const userSecrets = z.strictObject({ displayName: z.string(), signInName: z.string() });
const rolesColumn = z.array(role);

interface UserRecord {
  id: string;
  staff_number: number;
  roles: string;
  sealed: Uint8Array;
  created_at: string;
  removed_at: string | null;
}

export interface User {
  readonly id: string;
  readonly staffNumber: number;
  readonly displayName: string;
  readonly signInName: string;
  readonly roles: readonly Role[];
  readonly createdAt: string;
  /** Their password opens nothing since; what they did stays in the records. */
  readonly removedAt: string | null;
}

const columns = 'id, staff_number, roles, sealed, created_at, removed_at';

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
    removedAt: row.removed_at,
    ...secrets,
  };
}

export function readUser(storage: OfficeStorage, id: string): User {
  const row = storage.database.get<UserRecord>(`SELECT ${columns} FROM users WHERE id = ?`, [id]);
  if (row === undefined) throw new Error('a holder without a user');
  return userOf(storage.vault, row);
}

/** Those who are still here. */
export function listUsers(database: ReadDatabase, vault: DataKeys): User[] {
  return database
    .all<UserRecord>(`SELECT ${columns} FROM users WHERE removed_at IS NULL ORDER BY staff_number`)
    .map((row) => userOf(vault, row));
}

/** Roles of everybody who is still here, without opening names: for counting who can do what. */
export function listDutyHolders(database: ReadDatabase): { id: string; roles: Role[] }[] {
  return database
    .all<{ id: string; roles: string }>('SELECT id, roles FROM users WHERE removed_at IS NULL')
    .map((row) => ({ id: row.id, roles: rolesColumn.parse(JSON.parse(row.roles)) }));
}

export interface NewUserRecord {
  id: string;
  displayName: string;
  signInName: string;
  roles: readonly Role[];
  holder: Pick<HolderEntry, 'sealingPublicKey' | 'signingPublicKey'>;
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
    'INSERT INTO users (id, staff_number, roles, sealed, sealing_public_key, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    [user.id, staffNumber, JSON.stringify(user.roles), sealed, user.holder.sealingPublicKey, user.createdAt],
  );
  recordSigningKey(database, user.id, user.holder.signingPublicKey, user.createdAt);
  return staffNumber;
}

/** From now on this is the person's key, and the one before it signs nothing more. */
export function recordSigningKey(
  database: Database,
  userId: string,
  publicKey: Uint8Array,
  validFrom: string,
): void {
  endSigningKey(database, userId, validFrom);
  database.run('INSERT INTO user_signing_keys (user_id, public_key, valid_from) VALUES (?, ?, ?)', [
    userId,
    publicKey,
    validFrom,
  ]);
}

export function endSigningKey(database: Database, userId: string, validUntil: string): void {
  database.run('UPDATE user_signing_keys SET valid_until = ? WHERE user_id = ? AND valid_until IS NULL', [
    validUntil,
    userId,
  ]);
}

export function setRoles(database: Database, userId: string, roles: readonly Role[]): void {
  database.run('UPDATE users SET roles = ? WHERE id = ?', [JSON.stringify(roles), userId]);
}

/** The key a person signs with now, and since when. */
export function presentSigningKey(
  database: ReadDatabase,
  userId: string,
): { publicKey: Uint8Array; validFrom: string } {
  const key = database.get<{ public_key: Uint8Array; valid_from: string }>(
    'SELECT public_key, valid_from FROM user_signing_keys WHERE user_id = ? AND valid_until IS NULL',
    [userId],
  );
  if (key === undefined) throw new Error('no such user, or one who was removed');
  return { publicKey: key.public_key, validFrom: key.valid_from };
}
