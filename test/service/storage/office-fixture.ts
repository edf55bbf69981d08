import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cipher } from '../../../main/storage/database.ts';
import type { Migration } from '../../../main/storage/migrate.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { createOffice, type OfficeStorage, openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import type { Argon2Parameters } from '../../../main/storage/password-stretch.ts';
import { open, type PayloadPlace, seal } from '../../../main/storage/sealed-payload.ts';
import type { KeyId } from '../../../main/storage/vault.ts';

/** Cheap on purpose: these tests open hundreds of offices. */
export const cheapArgon2: Argon2Parameters = { memoryKibibytes: 64, passes: 1, parallelism: 1 };

export const personMigration: Migration = {
  number: 1,
  name: 'person',
  up: (database) => database.exec('CREATE TABLE person (id TEXT PRIMARY KEY, key_id TEXT, body BLOB) STRICT'),
};

export const signInName = 'kim.director';
export const password = 'correct horse battery';

/** What must never be found in any file. */
export const marker = 'MARKER-hong-gildong-0101231234567';

/** A folder that does not exist yet, in a new temporary folder that `remove` takes away. */
export function temporaryFolder(): { folder: string; parent: string; remove: () => void } {
  const parent = mkdtempSync(join(tmpdir(), 'ashbook-storage-'));
  return {
    parent,
    folder: join(parent, 'office'),
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}

export async function makeOffice(
  folder: string,
  options: { cipher?: Cipher; migrations?: Migration[] } = {},
): Promise<OfficeStorage> {
  return await createOffice(folder, {
    cipher: options.cipher ?? 'aegis',
    createdAt: '2026-10-01T09:00:00Z',
    holders: [{ signInName, password }],
    preferences: { language: 'ko', theme: 'light' },
    migrations: options.migrations ?? [personMigration],
    argon2: cheapArgon2,
  });
}

export async function reopen(folder: string, secret = password, name = signInName): Promise<OfficeStorage> {
  const holderId = findHolderByName(folder, readMarker(folder), name);
  if (holderId === undefined) throw new Error('no such holder');
  return await openOffice(folder, holderId, secret, { migrations: [personMigration], argon2: cheapArgon2 });
}

export function place(id: string): PayloadPlace {
  return { table: 'person', column: 'body', rowId: id };
}

/** One person with a key of their own. */
export function insertPerson(office: OfficeStorage, id: string, text = marker): KeyId {
  return office.database.transaction(() => {
    const keyId = office.vault.addDataKey();
    const body = seal(office.vault, keyId, place(id), Buffer.from(text, 'utf8'));
    office.database.run('INSERT INTO person (id, key_id, body) VALUES (?, ?, ?)', [id, keyId, body]);
    return keyId;
  });
}

export interface PersonRow {
  id: string;
  key_id: string;
  body: Buffer;
}

export function people(office: OfficeStorage): PersonRow[] {
  return office.database.all<PersonRow>('SELECT id, key_id, body FROM person ORDER BY id');
}

export function readPerson(office: OfficeStorage, row: PersonRow): string {
  return open(office.vault, place(row.id), row.body).toString('utf8');
}

export function copyFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}

/** Every file below a folder, with its bytes. Never while an office in it is open: closing a handle drops its locks. */
export function filesBelow(folder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name);
    if (statSync(path).isFile()) files.set(name, readFileSync(path));
  }
  return files;
}
