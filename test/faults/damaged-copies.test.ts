import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readManifest } from '../../main/storage/backup-manifest.ts';
import { inspectFolder } from '../../main/storage/office-folder.ts';
import { restoreOffice } from '../../main/storage/restore.ts';
import { findKeySource, openKeysWithPassword } from '../../main/storage/restore-keys.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { capture, publishMembership } from '../fixtures/consent.ts';
import { backUp, medium, otherMachine, registerKeys, restore } from '../fixtures/copies.ts';
import { openTestOffice, staff, type TestOffice } from '../fixtures/office.ts';

if (existsSync('/dev/shm')) process.env.TMPDIR = '/dev/shm';

let office: TestOffice;
let backups: string;
let keys: string;
const parent = mkdtempSync(join(tmpdir(), 'ashbook-damaged-'));
const copy = { backups: join(parent, 'backups'), keys: join(parent, 'keys'), target: join(parent, 'office') };

beforeAll(async () => {
  office = await openTestOffice();
  const form = await publishMembership(office);
  await capture(office, form, { name: '다솜', givenOn: '2026-04-01' });
  backups = medium(office, 'backups');
  keys = medium(office, 'keys');
  await registerKeys(office, keys);
  await backUp(office, backups);
});
afterAll(async () => {
  await office.remove();
  rmSync(parent, { recursive: true, force: true });
});

const backupPath = () => {
  const root = join(copy.backups, readdirSync(copy.backups)[0] ?? '');
  return join(root, readdirSync(root).find((name) => name.startsWith('backup-')) ?? '');
};

function reset(): void {
  cpSync(backups, copy.backups, { recursive: true });
  cpSync(keys, copy.keys, { recursive: true });
  rmSync(copy.target, { recursive: true, force: true });
}

/** The same places every time: a multiplicative generator (Lehmer, 48271 modulo 2^31 - 1). */
function* numbersBelow(limit: number, count: number): Generator<number> {
  for (let drawn = 0, state = 20_260_505; drawn < count; drawn += 1) {
    state = (state * 48_271) % 2_147_483_647;
    yield state % limit;
  }
}

function flip(path: string, bit: number): void {
  const bytes = readFileSync(path);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  writeFileSync(path, bytes);
}

/** Restores as far as the keys and the records are opened. 'restored', or the refusal that names the damage. */
async function tryRestore(): Promise<string> {
  try {
    const manifest = readManifest(backupPath());
    const source = findKeySource(copy.keys);
    const { signInName, password } = staff.clerk;
    const opened = await openKeysWithPassword(source, signInName, password);
    try {
      await restoreOffice({
        folder: copy.target,
        backupPath: backupPath(),
        manifest,
        keys: opened,
        leaveOutDamaged: false,
        highestEpoch: 0,
        progress: () => {},
        safePoint: () => Promise.resolve(),
        reapply: () => ({
          dropKeyIds: new Set(),
          dropAttachments: new Set(),
          holders: opened.vault.content.holders,
        }),
      });
      return 'restored';
    } finally {
      opened.vault.close();
      if (existsSync(copy.target) && inspectFolder(copy.target).state === 'office')
        rmSync(copy.target, { recursive: true });
    }
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.params.part ?? ''}`.trim();
    throw error;
  }
}

async function outcomesOf(path: string, flips: number): Promise<string[]> {
  const outcomes = new Set<string>();
  const original = readFileSync(path);
  for (const bit of numbersBelow(original.length * 8, flips)) {
    flip(path, bit);
    outcomes.add(await tryRestore());
    expect(!existsSync(copy.target) || inspectFolder(copy.target).state === 'empty').toBe(true);
    writeFileSync(path, original);
  }
  return [...outcomes];
}

describe('a flipped bit', { timeout: 300_000 }, () => {
  it('in a backup’s records is named, wherever it is', async () => {
    reset();
    expect(await tryRestore()).toBe('restored');
    expect(await outcomesOf(join(backupPath(), 'records.db'), 150)).toEqual(['backup_damaged records']);
  });

  it('in a manifest is named, wherever it is', async () => {
    reset();
    expect(await outcomesOf(join(backupPath(), 'manifest.json'), 300)).toEqual(['backup_damaged manifest']);
  });

  it('in a copy of the keys is named by its part, wherever it is', async () => {
    reset();
    const current = join(copy.keys, 'ashbook-keys', 'current');
    const holder = `holders/${readdirSync(join(current, 'holders'))[0]}`;
    const journal = readdirSync(current).find((name) => name.endsWith('.journal')) ?? '';
    for (const [name, part, flips] of [
      ['office.json', 'marker', 60],
      ['root.slot', 'root_slot', 100],
      [journal.replace('.journal', ''), 'vault', 100],
      [journal, 'journal', 100],
      [holder, 'holder', 60],
      ['destroyed.json', 'register', 60],
      ['vault-copy.json', 'summary', 100],
    ] as const) {
      expect(await outcomesOf(join(current, name), flips)).toEqual([`vault_copy_damaged ${part}`]);
    }
  });
});

describe('what is cut short', { timeout: 120_000 }, () => {
  it('is named', async () => {
    for (const [name, outcome] of [
      ['records.db', 'backup_damaged records'],
      ['manifest.json', 'backup_damaged manifest'],
    ] as const) {
      reset();
      const path = join(backupPath(), name);
      const { length } = readFileSync(path);
      for (const size of [0, 1, 100, length >> 1, length - 1]) {
        cpSync(backups, copy.backups, { recursive: true });
        truncateSync(path, size);
        expect([name, size, await tryRestore()]).toEqual([name, size, outcome]);
      }
    }
    reset();
    rmSync(join(backupPath(), 'records.db'));
    expect(await tryRestore()).toBe('backup_damaged records');
  });

  it('is not offered, and what is whole beside it is', async () => {
    await backUp(office, backups);
    reset();
    const machine = otherMachine(office);
    const [newest = ''] = readdirSync(join(backupPath(), '..'))
      .filter((name) => name.startsWith('backup-'))
      .sort()
      .reverse();
    flip(join(backupPath(), '..', newest, 'manifest.json'), 4000);
    const folders = { backupFolder: copy.backups, keysFolder: copy.keys };
    const found = await machine.call('office.inspectRestore', folders);
    expect(found.damaged).toEqual([newest]);
    expect(found.backups).toHaveLength(1);
    expect((await restore(machine, folders)).report.records).toBe(3);
    await machine.remove();
  });
});

it('a manifest that the office did not sign, or not all of, is refused', async () => {
  reset();
  const { parseChecked, withChecksum } = await import('../../main/storage/office-folder.ts');
  const path = join(backupPath(), 'manifest.json');
  const content = parseChecked(readFileSync(path, 'utf8')) ?? {};
  const { register } = readManifest(backupPath());
  const forged = { ...register, content: { ...register.content, epoch: register.content.epoch + 1 } };
  writeFileSync(path, withChecksum({ ...content, register: forged }));
  const machine = otherMachine(office);
  const { signInName, password } = staff.administrator;
  const input = { backupPath: backupPath(), keysFolder: copy.keys, signInName, password };
  expect((await machine.refused('office.restore', input)).code).toBe('backup_damaged');
  expect((await machine.call('office.status', {})).state).toBe('empty');
  await machine.remove();
});
