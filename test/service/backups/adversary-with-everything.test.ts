import { createDecipheriv } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { attachmentChunkBytes } from '../../../main/storage/attachment-file.ts';
import { deriveKey, openAead } from '../../../main/storage/cryptography.ts';
import { keyOpens, openDatabase } from '../../../main/storage/database.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { holderIds, openLock, readHolderFile } from '../../../main/storage/password-holder.ts';
import { withRecoverySecret } from '../../../main/storage/recovery-kit.ts';
import { openRootSlot, readRootSlots, slotHolderIds } from '../../../main/storage/root-slots.ts';
import { withSealingSecret } from '../../../main/storage/secret-holder.ts';
import { Vault } from '../../../main/storage/vault.ts';
import { attach, pdfOf } from '../../fixtures/attachment.ts';
import { capture, publishMembership } from '../../fixtures/consent.ts';
import { backUp, medium, registerKeys } from '../../fixtures/copies.ts';
import { openTestOffice, staff, type TestOffice } from '../../fixtures/office.ts';
import { filesBelow, OpenText } from '../../fixtures/open-text.ts';
import { destroy, dueUnits } from '../../fixtures/order.ts';
import { confirmedKit, twoOf } from '../holders/printed-cards.ts';

/*
 * The adversary of the design: has every file from before and after a destruction, of the office and of every medium, except the
 * superseded root slots and vaults; knows all passwords, has the recovery cards and what the keystore of the computer guards. Opens
 * whatever a key opens, takes the keys found in there and goes on until there are no more. Checks no tag and believes no file about
 * itself: each key is tried on each piece of ciphertext.
 */
const doomed = [
  '표식 한결하늘',
  '010-7391-8264',
  'zyxmarker.qvoth@example.org',
  'violet zeppelin at noon',
  'qvothscan',
];
const partlyDoomed = ['ochre kettle by the door', 'halfqvothscan'];
const kept = ['Qwmarker Vossberg', '010-5527-9916', '보라색 우산을 찾으러 옴', 'keptmarkscan'];

let office: TestOffice;
let work: string;
beforeEach(async () => {
  office = await openTestOffice();
  work = mkdtempSync(join(tmpdir(), 'ashbook-adversary-'));
});
afterEach(async () => {
  await office.remove();
  rmSync(work, { recursive: true, force: true });
});

interface Known {
  readonly cards: { firstCard: string; secondCard: string };
  readonly keystore: Uint8Array;
}

const isSuperseded = (path: string) => /^(?:root\.slot|vault\.\d+(?:\.journal)?)$/.test(basename(path));

/** Everything there is now: the office's folder, with the log as it stands, and the media. */
function take(name: string, options: { withoutKeys: boolean }): string {
  const to = join(work, name);
  cpSync(office.parent, to, {
    recursive: true,
    filter: (path) => !(options.withoutKeys && isSuperseded(path)) && basename(path) !== 'office.lock',
  });
  return to;
}

/** Folders laid out like an office: the office's own, and the copies on media. */
const keyFolders = (loot: readonly string[]) =>
  loot.flatMap(filesBelow).flatMap((path) => (basename(path) === 'office.json' ? [dirname(path)] : []));

/** Private keys of everybody who ever opened the office, as far as a password, a card or the keystore gives them. */
async function privateKeys(
  loot: readonly string[],
  { cards, keystore }: Known,
): Promise<Map<string, Buffer[]>> {
  const found = new Map<string, Buffer[]>();
  const add = (holderId: string, key: Uint8Array) =>
    found.set(holderId, [...(found.get(holderId) ?? []), Buffer.from(key)]);
  for (const folder of keyFolders(loot)) {
    if (!existsSync(join(folder, 'holders'))) continue;
    for (const holderId of holderIds(folder)) {
      for (const lock of readHolderFile(folder, holderId).locks) {
        for (const { password } of Object.values(staff)) {
          const secrets = await openLock(holderId, lock, password);
          if (secrets === undefined) continue;
          add(holderId, secrets.sealingSecret);
          add(holderId, secrets.signingSeed);
        }
      }
    }
  }
  await withRecoverySecret(cards, (_, secret) => {
    for (const slot of slotsIn(loot)) {
      for (const holderId of slotHolderIds(slot.best)) {
        withSealingSecret(holderId, 'recovery_kit', secret, (key) => add(holderId, key));
        withSealingSecret(holderId, 'keystore', keystore, (key) => add(holderId, key));
      }
    }
  });
  return found;
}

const slotsIn = (loot: readonly string[]) =>
  keyFolders(loot).flatMap((folder) => {
    const path = join(folder, 'root.slot');
    const { officeId } = readMarker(folder);
    return existsSync(path) ? [{ folder, officeId, best: readRootSlots(path, officeId).best }] : [];
  });

/** Every key that the files and what is known give: those in vaults, those that opened them, and those in what they open. */
async function keysFrom(loot: readonly string[], known: Known): Promise<Map<string, Buffer>> {
  const keys = new Map<string, Buffer>();
  const add = (key: Uint8Array) => keys.set(Buffer.from(key).toString('hex'), Buffer.from(key));
  const own = await privateKeys(loot, known);
  for (const each of own.values()) for (const key of each) add(key);
  for (const { folder, officeId, best } of slotsIn(loot)) {
    for (const [holderId, each] of own) {
      for (const sealingSecret of each) {
        const epochKey = openRootSlot(best, holderId, sealingSecret);
        if (epochKey === undefined) continue;
        add(epochKey);
        const vault = Vault.open(folder, officeId, best.epoch, epochKey);
        for (const key of vault.content.dataKeys.keys()) add(key);
        for (const key of vault.content.secrets.values()) add(key);
        vault.close();
      }
    }
  }
  return keys;
}

/** AES-256-GCM without its tag: the counter begins at 2 behind a nonce of 12 bytes. */
function decrypt(key: Uint8Array, nonce: Uint8Array, ciphertext: Uint8Array): Buffer {
  const counter = Buffer.concat([nonce, Buffer.of(0, 0, 0, 2)]);
  return createDecipheriv('aes-256-ctr', key, counter).update(ciphertext);
}

interface Opened {
  /** Everything that came of it, to be searched. */
  readonly texts: Buffer[];
  readonly keys: ReadonlyMap<string, Buffer>;
  readonly databases: number;
}

/** Opens whatever opens. */
async function openEverything(loot: readonly string[], known: Known): Promise<Opened> {
  const keys = await keysFrom(loot, known);
  const texts: Buffer[] = [];
  const sealed = new Map<string, Buffer>();
  const files = loot.flatMap(filesBelow);
  let databases = 0;
  for (const path of files) {
    if (!/\.(?:db|copy|next)$/.test(path)) continue;
    for (const key of keys.values()) {
      if (keyOpens(path, key, 'aegis') !== true) continue;
      databases += 1;
      const database = openDatabase(path, key, 'aegis');
      for (const { name } of database.all<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table'",
      )) {
        for (const row of database.all<Record<string, unknown>>(`SELECT * FROM "${name}"`)) {
          texts.push(Buffer.from(JSON.stringify(row)));
          for (const value of Object.values(row)) {
            if (value instanceof Uint8Array)
              sealed.set(Buffer.from(value).toString('base64'), Buffer.from(value));
          }
        }
      }
      database.close();
    }
  }
  // A payload may hold keys itself: that of a file does. Each found is tried on everything once more.
  const tried = new Set<string>();
  for (let fresh = [...keys]; fresh.length > 0; fresh = [...keys].filter(([name]) => !tried.has(name))) {
    for (const [name, key] of fresh) {
      tried.add(name);
      for (const blob of sealed.values()) {
        // Behind version and key id, where a payload has them, and at the start, where it has none.
        for (const at of [17, 0]) {
          if (blob.length < at + 12) continue;
          const opened = decrypt(key, blob.subarray(at, at + 12), blob.subarray(at + 12));
          texts.push(opened);
          for (const [hex] of opened.toString('latin1').matchAll(/\b[0-9a-f]{64}\b/g))
            keys.set(hex, Buffer.from(hex, 'hex'));
        }
      }
    }
  }
  for (const path of files) {
    // Opening a database makes and removes files of its own beside it.
    if (!existsSync(path)) continue;
    const content = readFileSync(path);
    texts.push(content);
    if (!content.subarray(0, 8).equals(Buffer.from('ASHATT01'))) continue;
    for (const key of keys.values()) {
      for (let at = 24; at < content.length; at += attachmentChunkBytes + 28)
        texts.push(
          decrypt(
            key,
            content.subarray(at, at + 12),
            content.subarray(at + 12, at + 28 + attachmentChunkBytes),
          ),
        );
    }
  }
  return { texts, keys, databases };
}

/** Of these markers, those that stand in what was opened. */
function foundIn({ texts }: Opened, markers: readonly string[]): string[] {
  const text = new OpenText(markers);
  const found = texts.flatMap((bytes) => text.in('', bytes)).map((where) => where.replace(/ in $/, ''));
  return markers.filter((marker) => found.includes(marker));
}

/** How many of the search indexes open with any key: they hold names in pieces, which no search for a whole name would find. */
function openableIndexes(folder: string, { keys }: Opened): number {
  const paths = filesBelow(folder).filter((path) => basename(path) === 'search.db');
  return paths.filter((path) => {
    const content = readFileSync(path);
    const header = content.subarray(0, 24);
    const length = content.readUInt32BE(24);
    // Of the first segment: its number, and where it stands.
    const position = Buffer.alloc(12);
    position.writeBigUInt64BE(24n, 4);
    return [...keys.values()].some((key) => {
      const derived = deriveKey(key, header, 'ashbook search index v1');
      return (
        openAead(derived, content.subarray(28, 28 + length), Buffer.concat([header, position])) !== undefined
      );
    });
  }).length;
}

it('with every file, password, card and backup, nothing of the destroyed is found; with the superseded keys it would be', async () => {
  const keystore = new Uint8Array(32).fill(11);
  office.keystoreSecret = keystore;
  const form = await publishMembership(office);
  const { cards } = await confirmedKit(office);
  await office.as('administrator').call('office.enableKeystore', {});
  const backups = medium(office, 'backups');
  await registerKeys(office, medium(office, 'keys'));
  const [name = '', telephone = '', email = '', note = ''] = doomed;
  const gone = await capture(office, form, {
    name,
    telephone,
    email,
    note,
    additional: true,
    givenOn: '2025-01-10',
  });
  await attach(office, gone.units[0]?.unitId ?? '', pdfOf(1_300_000, doomed[4]));
  const half = await capture(office, form, {
    name: 'Halfway Person',
    additional: true,
    note: partlyDoomed[0] ?? '',
    givenOn: '2025-01-10',
  });
  await attach(office, half.units[0]?.unitId ?? '', pdfOf(4000, partlyDoomed[1]));
  await capture(office, form, { name: 'Halfway Person', givenOn: '2026-04-01', personId: half.personId });
  const stays = await capture(office, form, {
    name: kept[0] ?? '',
    telephone: kept[1] ?? '',
    note: kept[2] ?? '',
    additional: true,
    givenOn: '2026-04-01',
  });
  await attach(office, stays.units[0]?.unitId ?? '', pdfOf(4000, kept[3]));
  await backUp(office, backups);
  await office.restart();
  await office.as('clerk').call('office.home', {});

  // While it is open, with its log; and the keys of before as well, to see that they are what was missing.
  const before = take('before', { withoutKeys: true });
  const withKeys = take('before-with-keys', { withoutKeys: false });
  await destroy(office, await dueUnits(office));
  office.clock.advance({ hours: 1 });
  await backUp(office, backups);
  const after = take('after', { withoutKeys: false });
  await office.restart();
  const closed = take('closed', { withoutKeys: false });

  const known = { cards: twoOf(cards), keystore };
  const loot = [before, after, closed];
  expect(readdirSync(join(before, 'office'))).not.toContain('root.slot');
  const opened = await openEverything(loot, known);
  // What there is was opened: the records, both of their backups, and files.
  expect(opened.databases).toBeGreaterThan(3);
  expect(foundIn(opened, kept)).toEqual(kept);
  expect(foundIn(opened, [...doomed, ...partlyDoomed])).toEqual([]);
  expect([openableIndexes(before, opened), openableIndexes(closed, opened)]).toEqual([0, 1]);

  const withSuperseded = await openEverything([...loot, withKeys], known);
  expect(foundIn(withSuperseded, [...doomed, ...partlyDoomed])).toEqual([...doomed, ...partlyDoomed]);
  expect(openableIndexes(before, withSuperseded)).toBe(1);
});
