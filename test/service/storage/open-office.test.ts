import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { randomUUID, verifyEd25519 } from '../../../main/storage/cryptography.ts';
import type { Cipher } from '../../../main/storage/database.ts';
import { listFolder, readMarker } from '../../../main/storage/office-folder.ts';
import { createOffice, openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { maximumHolders } from '../../../main/storage/root-slots.ts';
import { isRefused, isRefusedLater } from '../../unit/storage/refused.ts';
import {
  cheapArgon2,
  filesBelow,
  insertPerson,
  makeOffice,
  marker,
  password,
  people,
  readPerson,
  reopen,
  signInName,
  temporaryFolder,
} from './office-fixture.ts';

let folder = '';
let remove = () => {};
beforeEach(() => {
  const made = temporaryFolder();
  ({ folder, remove } = made);
});
afterEach(() => remove());

describe.each<Cipher>(['aegis', 'sqlcipher'])('an office under %s', (cipher) => {
  it('keeps what was written across closing and opening', async () => {
    const office = await makeOffice(folder, { cipher });
    insertPerson(office, 'a', '홍길동');
    insertPerson(office, 'b', '김영희');
    const publicKey = office.officePublicKey;
    office.close();

    const again = await reopen(folder);
    expect(again.resumed).toEqual([]);
    expect(people(again).map((row) => readPerson(again, row))).toEqual(['홍길동', '김영희']);
    expect(again.officePublicKey.equals(publicKey)).toBe(true);
    expect(again.marker).toMatchObject({
      cipher,
      complete: true,
      preferences: { language: 'ko', theme: 'light' },
    });
    const signature = again.signAsOffice(Buffer.from('checkpoint'));
    expect(verifyEd25519(publicKey, Buffer.from('checkpoint'), signature)).toBe(true);
    again.close();
  });

  it('writes no personal data, sign-in name or password into any file', async () => {
    const office = await makeOffice(folder, { cipher });
    insertPerson(office, 'a');
    office.database.checkpoint();
    insertPerson(office, 'b');
    office.close();
    const whileClosed = filesBelow(folder);
    const again = await reopen(folder);
    insertPerson(again, 'c');
    again.close();
    for (const files of [whileClosed, filesBelow(folder)]) {
      expect(files.size).toBeGreaterThan(5);
      for (const [name, bytes] of files) {
        for (const secret of [marker, signInName, password, 'person']) {
          expect(bytes.includes(Buffer.from(secret, 'utf8')), `${secret} in ${name}`).toBe(false);
          expect(bytes.includes(Buffer.from(secret, 'utf16le')), `${secret} in ${name}`).toBe(false);
        }
      }
    }
  });
});

it('uses every setting of the design', async () => {
  const office = await makeOffice(folder);
  const setting = (name: string) => office.database.value<number | string>(`PRAGMA ${name}`);
  expect(setting('journal_mode')).toBe('wal');
  expect(setting('synchronous')).toBe(2);
  expect(setting('foreign_keys')).toBe(1);
  expect(setting('temp_store')).toBe(2);
  expect(setting('secure_delete')).toBe(1);
  expect(setting('trusted_schema')).toBe(0);
  expect(listFolder(folder).every((file) => file.role !== undefined)).toBe(true);
  office.close();
});

describe('passwords and holders', () => {
  it('refuses a wrong password, an unknown holder, and a made-up id, all alike', async () => {
    const office = await makeOffice(folder);
    const { holderId } = office.holder;
    await isRefusedLater(office.unlockHolder(holderId, 'wrong'), 'wrong_password');
    office.close();
    await isRefusedLater(openOffice(folder, holderId, 'wrong'), 'wrong_password');
    await isRefusedLater(openOffice(folder, randomUUID(), password), 'wrong_password');
    await isRefusedLater(openOffice(folder, '../../etc/passwd', password), 'wrong_password');
    expect(findHolderByName(folder, readMarker(folder), 'somebody else')).toBeUndefined();
    // None of the refusals kept the office locked.
    (await reopen(folder)).close();
  });

  it('finds a name however it is typed', async () => {
    const office = await makeOffice(folder);
    await office.addHolder({ signInName: '김담당', password: 'second password' });
    office.close();
    expect((await reopen(folder, password, '  KIM.Director ')).close()).toBeUndefined();
    // Decomposed, as some keyboards send it.
    expect((await reopen(folder, 'second password', '김담당'.normalize('NFD'))).close()).toBeUndefined();
  });

  it('lets an added holder open the office and sign, and no longer once removed', async () => {
    const office = await makeOffice(folder);
    insertPerson(office, 'a');
    const added = await office.addHolder({ signInName: 'lee', password: 'lee password' });
    const unlocked = await office.unlockHolder(added.holderId, 'lee password');
    const signature = unlocked.sign(Buffer.from('approval'));
    expect(verifyEd25519(added.signingPublicKey, Buffer.from('approval'), signature)).toBe(true);
    unlocked.close();
    expect(() => unlocked.sign(Buffer.from('approval'))).toThrow('locked');
    await isRefusedLater(office.addHolder({ signInName: 'LEE', password: 'x' }), 'sign_in_name_taken');
    office.close();

    const byLee = await reopen(folder, 'lee password', 'lee');
    expect(people(byLee).map((row) => readPerson(byLee, row))).toEqual([marker]);
    expect(byLee.holder.signingPublicKey.equals(added.signingPublicKey)).toBe(true);
    byLee.close();

    const stolen = filesBelow(folder).get(`holders/${added.holderId}.json`);
    const again = await reopen(folder);
    again.removeHolder(added.holderId);
    isRefused(() => again.removeHolder(again.holder.holderId), 'last_holder');
    again.close();
    await isRefusedLater(openOffice(folder, added.holderId, 'lee password'), 'wrong_password');

    // Putting the file back does not bring the holder back, and the file is removed at the next opening.
    writeFileSync(`${folder}/holders/${added.holderId}.json`, stolen ?? '');
    await isRefusedLater(openOffice(folder, added.holderId, 'lee password'), 'wrong_password');
    const last = await reopen(folder);
    expect(last.resumed).toEqual([{ what: 'holder_leftover_removed', count: 1 }]);
    last.close();
  });

  it('replaces a password, keeping the signing key; an old file with the old password opens nothing', async () => {
    const office = await makeOffice(folder);
    const { holderId, signingPublicKey } = office.holder;
    const oldFile = filesBelowWhileOpen(office.folder, holderId);
    await isRefusedLater(office.replacePassword(holderId, 'wrong', 'new password'), 'wrong_password');
    await office.replacePassword(holderId, password, 'new password');
    (await office.unlockHolder(holderId, 'new password')).close();
    await isRefusedLater(office.unlockHolder(holderId, password), 'wrong_password');
    office.close();
    await isRefusedLater(openOffice(folder, holderId, password), 'wrong_password');
    const again = await reopen(folder, 'new password');
    expect(again.holder.signingPublicKey.equals(signingPublicKey)).toBe(true);
    again.close();
    writeFileSync(`${folder}/holders/${holderId}.json`, oldFile);
    await isRefusedLater(openOffice(folder, holderId, password), 'wrong_password');
  });

  it('resets a forgotten password with a new signing key', async () => {
    const office = await makeOffice(folder);
    const added = await office.addHolder({ signInName: 'lee', password: 'forgotten' });
    const reset = await office.resetPassword(added.holderId, 'lee', 'told by telephone');
    expect(reset.signingPublicKey.equals(added.signingPublicKey)).toBe(false);
    office.changeSignInName(added.holderId, 'lee.min');
    isRefused(() => office.changeSignInName(added.holderId, signInName), 'sign_in_name_taken');
    office.close();
    await isRefusedLater(openOffice(folder, added.holderId, 'forgotten'), 'wrong_password');
    (await reopen(folder, 'told by telephone', 'lee.min')).close();
  });

  it('has room for as many holders as it says and refuses one more', async () => {
    const holders = Array.from({ length: maximumHolders }, (_, index) => ({
      signInName: `user ${index}`,
      password: 'x',
    }));
    const office = await createOffice(folder, {
      cipher: 'aegis',
      createdAt: '2026-10-01T09:00:00Z',
      holders,
      preferences: { language: 'en', theme: 'dark' },
      argon2: cheapArgon2,
      migrations: [],
    });
    const refusal = await isRefusedLater(
      office.addHolder({ signInName: 'late', password: 'x' }),
      'too_many_holders',
    );
    expect(refusal.params).toEqual({ maximum: maximumHolders });
    office.close();
    const last = findHolderByName(folder, readMarker(folder), `user ${maximumHolders - 1}`) ?? '';
    (await openOffice(folder, last, 'x', { migrations: [] })).close();
  });
});

describe('data keys and transactions', () => {
  it('takes back the keys of a transaction that was rolled back', async () => {
    const office = await makeOffice(folder);
    let keyId = '';
    expect(() =>
      office.database.transaction(() => {
        keyId = office.vault.addDataKey();
        expect(office.vault.hasDataKey(keyId)).toBe(true);
        throw new Error('changed my mind');
      }),
    ).toThrow('changed my mind');
    expect(office.vault.hasDataKey(keyId)).toBe(false);
    const kept = office.vault.addDataKey();
    office.close();
    const again = await reopen(folder);
    expect(again.vault.hasDataKey(kept)).toBe(true);
    expect(again.vault.hasDataKey(keyId)).toBe(false);
    again.close();
  });

  it('keeps keys added in batches, over several openings', async () => {
    const ids: string[] = [];
    const office = await makeOffice(folder);
    ids.push(...office.vault.addDataKeys(300));
    ids.push(office.vault.addDataKey());
    office.close();
    const second = await reopen(folder);
    ids.push(...second.vault.addDataKeys(7));
    second.close();
    const third = await reopen(folder);
    expect(ids.every((id) => third.vault.hasDataKey(id))).toBe(true);
    expect(new Set(ids).size).toBe(308);
    third.close();
  });

  it('gives nothing after closing', async () => {
    const office = await makeOffice(folder);
    office.close();
    office.close();
    expect(() => office.database).toThrow('closed');
    expect(() => office.vault.addDataKey()).toThrow('closed');
    expect(() => office.signAsOffice(Buffer.alloc(0))).toThrow('closed');
    expect(() => office.holder.sign(Buffer.alloc(0))).toThrow('locked');
  });
});

describe('first rows', () => {
  it('are written before the office counts as created, or there is no office', async () => {
    const options = {
      cipher: 'aegis' as const,
      createdAt: '2026-10-01T09:00:00Z',
      holders: [{ signInName, password }],
      preferences: { language: 'ko', theme: 'light' },
      argon2: cheapArgon2,
      migrations: [],
    };
    const failing = createOffice(folder, {
      ...options,
      populate: () => {
        throw new Error('no rows');
      },
    });
    await expect(failing).rejects.toThrow('no rows');
    const office = await createOffice(folder, {
      ...options,
      populate: ({ database }) => database.exec('CREATE TABLE first (id INTEGER PRIMARY KEY) STRICT'),
    });
    expect(office.database.value("SELECT count(*) FROM sqlite_master WHERE name = 'first'")).toBe(1);
    office.close();
  });
});

function filesBelowWhileOpen(openFolder: string, holderId: string): Buffer {
  // Only a holder's file is read: closing a handle on a database that is open here would drop SQLite's locks.
  return filesBelow(`${openFolder}/holders`).get(`${holderId}.json`) ?? Buffer.alloc(0);
}
