import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordFaultPoints } from '../../../main/storage/fault-point.ts';
import { listFolder } from '../../../main/storage/office-folder.ts';
import { kitOf } from '../../../main/storage/recovery-card.ts';
import { openTestOffice, staff, TestOffice } from '../../fixtures/office.ts';
import { confirmedKit, makeKit, twoOf } from '../../service/holders/printed-cards.ts';
import { sampled, timeFor } from '../sampled.ts';
import { carryOut, holderDeeds, newPassword, type PreparedOffice, striking } from './holder-deeds.ts';

const work = mkdtempSync(join(tmpdir(), 'ashbook-holders-'));
let source: PreparedOffice;
const prepared = (): PreparedOffice => ({ ...source, parent: join(work, 'office') });

beforeAll(async () => {
  const office = await openTestOffice();
  const old = await confirmedKit(office);
  const fresh = await makeKit(office);
  const { users } = await office.as('administrator').call('office.listUsers', {});
  const clerkId = users.find((user) => user.signInName === staff.clerk.signInName)?.id ?? '';
  await office.restart();
  source = {
    parent: join(work, 'prepared'),
    clerkId,
    oldCards: twoOf(old.cards, 0, 2),
    newCards: twoOf(fresh.cards, 2, 1),
  };
  cpSync(office.parent, source.parent, { recursive: true });
  await office.remove();
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

function freshCopy(): PreparedOffice {
  const { parent } = prepared();
  rmSync(parent, { recursive: true, force: true });
  cpSync(source.parent, parent, { recursive: true });
  return prepared();
}

/** The points a deed passes, in order: what it can be killed at. */
async function pointsOf(name: string): Promise<{ name: string; occurrence: number }[]> {
  let stop = (): string[] => [];
  await carryOut(name, freshCopy(), () => {
    stop = recordFaultPoints();
  });
  const seen = new Map<string, number>();
  return stop().map((point) => {
    const occurrence = (seen.get(point) ?? 0) + 1;
    seen.set(point, occurrence);
    return { name: point, occurrence };
  });
}

function kill(name: string, point: { name: string; occurrence: number }, action: 'kill' | 'torn'): void {
  const order = JSON.stringify({ name, prepared: freshCopy(), point, action });
  const script = join(import.meta.dirname, 'run-holder-deed.ts');
  const { signal, stdout, stderr } = spawnSync(process.execPath, [script, order], { encoding: 'utf8' });
  if (signal !== 'SIGKILL') throw new Error(`not killed: ${stdout}${stderr}`);
}

async function signsIn(office: TestOffice, password: string): Promise<boolean> {
  const { signInName } = staff.clerk;
  const answer = await office.answer('office.signIn', { signInName, password });
  office.clock.advance({ hours: 1 });
  if (!answer.ok) expect(answer.error.code).toBe('wrong_password');
  return answer.ok;
}

/** What must hold after any interruption, however far the deed got: vault, records and audit log tell one story. */
async function expectOneStory(): Promise<string> {
  const { parent, clerkId, oldCards, newCards } = prepared();
  const office = new TestOffice(parent);
  // The first opening settles what was left; here by somebody the deed is not about.
  await office.as('administrator').call('office.home', {});
  const { database } = office.storage;
  const audited = (code: string, about = '') =>
    database.value<number>(
      "SELECT count(*) FROM audit_entries WHERE entry ->> '$.code' = ? AND entry ->> '$.about' LIKE ?",
      [code, `%${about}%`],
    ) ?? 0;
  const settled = database.value<number>('SELECT count(*) FROM audit_entries') ?? 0;
  const epoch = office.storage.epoch;

  const listed = new Map(office.storage.holders().map((entry) => [entry.holderId, entry]));
  const users = database.all<{ id: string; removed_at: string | null; sealing_public_key: Uint8Array }>(
    'SELECT id, removed_at, sealing_public_key FROM users',
  );
  for (const user of users) {
    const entry = listed.get(user.id);
    expect(entry === undefined).toBe(user.removed_at !== null);
    if (entry === undefined) continue;
    expect(Buffer.from(user.sealing_public_key)).toEqual(entry.sealingPublicKey);
    const key = 'SELECT public_key FROM user_signing_keys WHERE user_id = ? AND valid_until IS NULL';
    expect(Buffer.from(database.value<Uint8Array>(key, [user.id]) ?? [])).toEqual(entry.signingPublicKey);
  }
  const others = database.all<{ holder_id: string; state: string }>('SELECT * FROM secret_holders');
  for (const other of others) expect(listed.has(other.holder_id)).toBe(other.state !== 'ended');
  const known = [...users.map(({ id }) => id), ...others.map(({ holder_id }) => holder_id)];
  expect([...listed.keys()].filter((id) => !known.includes(id))).toEqual([]);
  const files = listFolder(office.folder).filter((file) => file.role === 'holder').length;
  expect(files).toBe(users.filter((user) => user.removed_at === null).length);

  const removed = users.find((user) => user.id === clerkId)?.removed_at !== null;
  const resets = audited('office.password_reset', clerkId);
  const replaced = audited('office.lock_replaced', clerkId) + audited('office.lock_strengthened', clerkId);
  const changed = audited('office.password_changed', clerkId) + audited('office.lock_replaced', clerkId);
  expect(audited('office.user_removed', clerkId)).toBe(removed ? 1 : 0);
  if (resets > 0) expect(audited('office.recovery_kit_used', clerkId)).toBe(1);
  const ended = others.filter((other) => other.state === 'ended').map((other) => kitOf(other.holder_id));

  // Opening once more finds nothing to settle.
  await office.restart();
  await office.as('administrator').call('office.home', {});
  expect(office.storage.epoch).toBe(epoch);
  expect(office.storage.resumed).toEqual([]);
  const since = office.storage.database.value<number>('SELECT count(*) FROM audit_entries') ?? 0;
  expect(since - settled).toBeLessThanOrEqual(2);
  await office.restart();

  // Exactly one password works, unless there is no such user any more; and a new one is in the audit log.
  const [old, fresh] = [await signsIn(office, staff.clerk.password), await signsIn(office, newPassword)];
  expect([old, fresh].filter(Boolean)).toHaveLength(removed ? 0 : 1);
  if (fresh) expect(resets + changed).toBe(1);
  else expect(resets).toBe(0);
  await office.restart();

  // The new cards open the office whether or not they were confirmed; the old ones until they were replaced.
  const opens = async (cards: { firstCard: string; secondCard: string }) => {
    const input = { ...cards, signInName: staff.operator.signInName, newPassword };
    return (await office.answer('office.recover', input)).ok;
  };
  const kits = await Promise.all([oldCards, newCards].map((cards) => kitOfCard(office, cards.firstCard)));
  expect(await opens(oldCards)).toBe(!ended.includes(kits[0] ?? ''));
  expect(await opens(newCards)).toBe(!ended.includes(kits[1] ?? ''));
  await office.restart();
  return JSON.stringify({
    fresh,
    removed,
    ended: ended.length,
    others: others.length,
    replaced: replaced > 0,
  });
}

async function kitOfCard(office: TestOffice, card: string): Promise<string> {
  return (await office.call('office.readRecoveryCard', { card })).kit;
}

describe.each(Object.keys(holderDeeds))('%s', (name) => {
  it('leaves one story, killed at any fault point', { timeout: timeFor(600_000) }, async () => {
    const points = await pointsOf(name);
    expect(points.length).toBeGreaterThan(5);
    const endings = new Set<string>();
    for (const point of sampled(points)) {
      for (const action of ['kill', 'torn'] as const) {
        // Only writes can be torn; elsewhere `torn` is `kill` again.
        if (action === 'torn' && !/\.(write|append|overwrite)$/.test(point.name)) continue;
        kill(name, point, action);
        try {
          endings.add(await expectOneStory());
        } catch (error) {
          throw new Error(`after ${action} at ${point.name} (${point.occurrence})`, { cause: error });
        }
      }
    }
    // Early it is undone, late it is done.
    if (name !== 'addUser') expect(endings.size).toBeGreaterThan(1);
  });

  it('leaves one story where the disk fails at any fault point', { timeout: timeFor(600_000) }, async () => {
    for (const point of sampled(await pointsOf(name))) {
      try {
        await carryOut(name, freshCopy(), striking(point, 'EIO'));
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        expect(error.message).toMatch(/folder_|office_must_reopen|internal|injected/);
      }
      try {
        await expectOneStory();
      } catch (error) {
        throw new Error(`after EIO at ${point.name} (${point.occurrence})`, { cause: error });
      }
    }
  });
});
