import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readManifest } from '../../../main/storage/backup-manifest.ts';
import { type EncryptedDatabase, openDatabase } from '../../../main/storage/database.ts';
import { findKeySource, openKeysWithPassword } from '../../../main/storage/restore-keys.ts';
import { openWithKey } from '../../../main/storage/sealed-payload.ts';
import type { Vault } from '../../../main/storage/vault.ts';
import { capture, type PublishedForm, publishMembership } from '../../fixtures/consent.ts';
import { backUp, backupPaths, medium, otherMachine, registerKeys, restore } from '../../fixtures/copies.ts';
import { openTestOffice, staff, type TestOffice } from '../../fixtures/office.ts';
import { destroy, dueUnits } from '../../fixtures/order.ts';
import { filesBelow } from '../storage/office-fixture.ts';

const doomed = { name: '표식 한결하늘', telephone: '010-7391-8264', email: 'zyxmarker.qvoth@example.org' };
const kept = { name: 'Qwmarker Vossberg', telephone: '010-5527-9916', email: 'second.marker@example.org' };

let office: TestOffice;
let machine: TestOffice;
let form: PublishedForm;
let folders: { backupFolder: string; keysFolder: string };
let path: string;

/** A backup from before a destruction, and the keys of before (set aside) and of after (on the medium). */
beforeEach(async () => {
  office = await openTestOffice();
  machine = otherMachine(office);
  form = await publishMembership(office);
  folders = { backupFolder: medium(office, 'backups'), keysFolder: medium(office, 'keys') };
  await registerKeys(office, folders.keysFolder);
  await capture(office, form, { ...doomed, additional: true, givenOn: '2025-01-10' });
  await capture(office, form, { ...kept, additional: true, givenOn: '2026-04-01' });
  await backUp(office, folders.backupFolder);
  [path = ''] = await backupPaths(machine, folders);
  cpSync(folders.keysFolder, join(office.parent, 'keys-of-before'), { recursive: true });
  await destroy(office, await dueUnits(office));
  await office.restart();
});
afterEach(async () => {
  await office.remove();
  await machine.remove();
});

/** Every blob of every table, tried with every key of a vault, as if its place were what it says. */
function everythingThatOpens(database: EncryptedDatabase, vault: Vault): string {
  const texts: string[] = [];
  const tables = database.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'");
  for (const { name } of tables) {
    const columns = database.all<{ name: string }>(`SELECT name FROM pragma_table_info('${name}')`);
    const idColumn = columns.find((column) => column.name === 'id' || column.name === 'row_id')?.name;
    for (const row of database.all<Record<string, unknown>>(`SELECT * FROM ${name}`)) {
      texts.push(JSON.stringify(row));
      for (const [column, value] of Object.entries(row)) {
        if (!(value instanceof Uint8Array) || idColumn === undefined) continue;
        const table = typeof row.table_name === 'string' ? row.table_name : name;
        const place = {
          table,
          column: column === 'sealed' ? 'sealed' : column,
          rowId: String(row[idColumn]),
        };
        for (const keys of [vault.content.dataKeys.keys(), vault.content.secrets.values()]) {
          for (const key of keys) {
            const opened = openWithKey(key, place, value);
            if (opened !== undefined) texts.push(opened.toString('utf8'));
          }
        }
      }
    }
  }
  return texts.join('\n');
}

function expectNothingOf(texts: string): void {
  for (const marker of Object.values(doomed))
    expect([marker, texts.includes(marker)]).toEqual([marker, false]);
}

async function openedKeys(folder: string) {
  const { signInName, password } = staff.clerk;
  return openKeysWithPassword(findKeySource(folder), signInName, password);
}

it('an old backup and every key there is now open nothing of the destroyed', async () => {
  const keys = await openedKeys(folders.keysFolder);
  const manifest = readManifest(path);
  const file = join(office.parent, 'opened.db');
  cpSync(join(path, 'records.db'), file);
  const database = keys.vault.withDataKey(manifest.keyId, (key) => openDatabase(file, key, 'aegis'));
  const found = everythingThatOpens(database, keys.vault);
  // The method finds what can be found.
  expect(found).toContain(kept.name);
  expectNothingOf(found);
  database.close();
  // Not so with the keys of before: that is why such a copy makes a certificate conditional.
  const before = await openedKeys(join(office.parent, 'keys-of-before'));
  const open = before.vault.withDataKey(manifest.keyId, (key) => openDatabase(file, key, 'aegis'));
  expect(everythingThatOpens(open, before.vault)).toContain(doomed.name);
  open.close();
  before.vault.close();
  keys.vault.close();
});

/** Restores the backup of before, and everything that opens in it for the administrator. */
async function foundAfterRestore(keysFolder: string): Promise<string> {
  await restore(machine, { ...folders, keysFolder }, { path });
  const { signInName, password } = staff.administrator;
  await machine.call('office.signIn', { signInName, password });
  const { storage } = machine;
  return everythingThatOpens(storage.database, storage.currentVault);
}

it('restored, nothing of them is in any file, and nothing opens', async () => {
  const found = await foundAfterRestore(folders.keysFolder);
  expect(found).toContain(kept.name);
  expectNothingOf(found);
  await machine.restart();
  for (const [file, bytes] of filesBelow(machine.parent)) {
    for (const marker of [...Object.values(doomed), ...Object.values(kept)]) {
      expect([file, bytes.includes(Buffer.from(marker, 'utf8'))]).toEqual([file, false]);
    }
  }
});

it('with the keys of before and no register of after, nobody can know: why such a copy is a condition', async () => {
  expect(await foundAfterRestore(join(office.parent, 'keys-of-before'))).toContain(doomed.name);
});

it('with the keys of before, but a newer backup beside the old one, nothing of them is left', async () => {
  office.clock.advance({ hours: 1 });
  await backUp(office, folders.backupFolder);
  const found = await foundAfterRestore(join(office.parent, 'keys-of-before'));
  expect(found).toContain(kept.name);
  expectNothingOf(found);
});
