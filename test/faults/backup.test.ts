import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { placeOfPerson } from '../../main/collection/sealed-records.ts';
import { findBackups } from '../../main/storage/backup-manifest.ts';
import { findKeySource } from '../../main/storage/restore-keys.ts';
import { openJson } from '../../main/storage/sealed-json.ts';
import type { Answer } from '../../shared/contract/answer.ts';
import { attach, pdfOf } from '../fixtures/attachment.ts';
import { capture, publishMembership } from '../fixtures/consent.ts';
import { backUp, medium, registerKeys, restore } from '../fixtures/copies.ts';
import { openTestOffice, TestOffice } from '../fixtures/office.ts';
import { destroy, dueUnits } from '../fixtures/order.ts';
import { type CopiesScenario, carryOut, type Fault, places, scenarioNames } from './copies-scenario.ts';
import { sampled, timeFor } from './sampled.ts';

// These tests copy and flush thousands of files: where the system has a disk in memory, they run there.
if (existsSync('/dev/shm')) process.env.TMPDIR = '/dev/shm';

/** One place to try things in. There are two: while one of them is looked at, the other is killed. */
interface Bench {
  /** The folder above the office. Keys and backups are registered with their paths, so it is always the same. */
  readonly prepared: string;
  /** As it was prepared: what everything is set back to. */
  readonly master: string;
  readonly personId: string;
}

let benches: readonly [Bench, Bench];
const parent = mkdtempSync(join(tmpdir(), 'ashbook-copies-'));
// Compiled once for all the processes that are about to be killed.
const compileCache = join(parent, 'compiled');
const start = '2026-05-05T02:00:00.000Z';

/** An office with a backup, a copy of its keys from before a destruction, and another backup after it. */
async function prepareBench(): Promise<Bench> {
  const office = await openTestOffice();
  const form = await publishMembership(office);
  await capture(office, form, { name: '한결', givenOn: '2025-01-10' });
  const kept = await capture(office, form, { name: '다솜', givenOn: '2026-04-01' });
  const unitId = kept.units[0]?.unitId ?? '';
  await attach(office, unitId, pdfOf(200_000, 'first'));
  await backUp(office, medium(office, 'backups'));
  await registerKeys(office, medium(office, 'keys'));
  medium(office, 'other-keys');
  await destroy(office, await dueUnits(office));
  office.clock.advance({ hours: 1 });
  await backUp(office, places(office.parent).backups);
  // One that no backup holds yet.
  await attach(office, unitId, pdfOf(300_000, 'second'));
  await office.restart();
  const master = mkdtempSync(join(parent, 'master-'));
  cpSync(office.parent, master, { recursive: true });
  return { prepared: office.parent, master, personId: kept.personId };
}
beforeAll(async () => {
  benches = [await prepareBench(), await prepareBench()];
});
afterAll(() => {
  for (const folder of [parent, ...benches.map(({ prepared }) => prepared)])
    rmSync(folder, { recursive: true, force: true });
});

function reset({ prepared, master }: Bench): void {
  rmSync(prepared, { recursive: true, force: true });
  cpSync(master, prepared, { recursive: true });
}

async function pointsOf(scenario: CopiesScenario): Promise<Omit<Fault, 'action'>[]> {
  const [bench] = benches;
  reset(bench);
  const { answer, points } = await carryOut(scenario, bench.prepared);
  expect(answer).toMatchObject({ ok: true });
  // A step that is repeated for each of several files is tried at the first, the second and the last of them.
  return [...new Set(points)].flatMap((name) => {
    const last = points.filter((point) => point === name).length;
    return [...new Set([1, Math.min(2, last), last])].map((occurrence) => ({ name, occurrence }));
  });
}

/** Carries a scenario out in a process of its own, with a fault. Answers whether that was killed by it, and else what was answered. */
function carryOutApart(
  { prepared }: Bench,
  scenario: CopiesScenario,
  fault: Fault,
): Promise<'killed' | { code: string | null }> {
  const program = join(import.meta.dirname, 'carry-out-copies.ts');
  const child = spawn(process.execPath, [program, scenario, prepared, JSON.stringify(fault)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  });
  let said = '';
  child.stdout.on('data', (data: Buffer) => {
    said += data.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    child.once('close', (_, signal) => {
      if (signal === 'SIGKILL') return resolve('killed');
      const answered = /^finished (.*)$/m.exec(said)?.[1];
      if (answered === undefined) return reject(new Error(`nothing was answered at ${fault.name}: ${said}`));
      const answer = JSON.parse(answered) as Answer;
      resolve({ code: answer.ok ? null : answer.error.code });
    });
  });
}

/** Whatever was interrupted: the office is whole, what counts as a backup is one, what counts as a copy of keys opens. */
async function expectSound({ prepared, personId }: Bench): Promise<void> {
  const { backups, keys, otherKeys } = places(prepared);
  const office = new TestOffice(prepared, start);
  try {
    const desk = office.as('administrator');
    const listed = await desk.call('office.listBackups', {});
    expect(office.storage.database.integrityComplaints()).toEqual([]);
    expect(nameOf(office, personId)).toBe('다솜');
    for (const { copyId, reference } of listed.backups) {
      const answer = await desk.answer('office.checkBackup', { copyId });
      // A key that is gone means that removing had begun; its files count for nothing.
      const isGone = !answer.ok && ['data_key_destroyed', 'backup_missing'].includes(answer.error.code);
      const whole = { ok: true, value: { result: 'pass', damaged: null } };
      if (!isGone) expect([reference, answer]).toEqual([reference, whole]);
    }
    for (const found of findBackups(backups)) expect(found.manifest?.format).toBe('ashbook-backup');
    expect(findKeySource(keys).kind).toBe('vault_copy');
    if (existsSync(join(otherKeys, 'ashbook-keys', 'current'))) {
      expect(findKeySource(otherKeys).kind).toBe('vault_copy');
    }
    // What was interrupted can be done now, and leaves nothing of the first attempt.
    await desk.call('office.backUp', { folder: backups });
    const [root = ''] = readdirSync(backups);
    const rest = readdirSync(join(backups, root)).filter((entry) => !entry.startsWith('backup-'));
    expect(rest).toEqual(['attachments']);
    const known = office.storage.database.all<{ made_at: string }>('SELECT made_at FROM backups');
    for (const found of findBackups(backups)) {
      const isOpenable = office.storage.vault.hasDataKey(found.manifest?.keyId ?? '');
      const isKnown = known.some((row) => row.made_at === found.manifest?.madeAt);
      expect([found.name, isKnown || !isOpenable]).toEqual([found.name, true]);
    }
    expect(readdirSync(office.folder).filter((entry) => entry.startsWith('records.copy'))).toEqual([]);
  } finally {
    await office.restart();
  }
}

function nameOf({ storage }: TestOffice, personId: string): string {
  const row = storage.database.get<{ sealed: Uint8Array }>('SELECT sealed FROM people WHERE id = ?', [
    personId,
  ]);
  if (row === undefined) throw new Error('the person is gone');
  return openJson(storage.vault, placeOfPerson(personId), row.sealed, z.looseObject({ name: z.string() }))
    .name;
}

/** A restore that was interrupted leaves a folder without an office, or a whole office; never one in between. */
async function expectRestorable({ prepared, personId }: Bench): Promise<void> {
  const { backups, keys, machine } = places(prepared);
  const office = new TestOffice(machine, start);
  try {
    const { state } = await office.call('office.status', {});
    if (state === 'empty') {
      const { report } = await restore(office, { backupFolder: backups, keysFolder: keys });
      expect(report.unreadablePeople).toBe(0);
    }
    const verified = await office.as('auditor').call('register.verifyAuditLog', {});
    expect(verified.result).toBe('pass');
    expect(nameOf(office, personId)).toBe('다솜');
    expect(office.storage.database.value('SELECT count(*) FROM people')).toBe(1);
  } finally {
    await office.restart();
  }
}

/** Only a write can be torn; elsewhere that is a kill again. */
function killingsAt(points: readonly Omit<Fault, 'action'>[]): Fault[] {
  return points.flatMap((point) =>
    (/\.(write|append|overwrite)$/.test(point.name) ? (['kill', 'torn'] as const) : (['kill'] as const)).map(
      (action) => ({ ...point, action }),
    ),
  );
}

describe.each(scenarioNames)('%s', (scenario) => {
  const check = scenario === 'restore' ? expectRestorable : expectSound;
  const checkAfter = async (bench: Bench, { action, name, occurrence }: Fault) => {
    try {
      await check(bench);
    } catch (error) {
      throw new Error(`after ${action} at ${name} (${occurrence})`, { cause: error });
    }
  };

  /** Each fault on one of the two benches, and what it left looked at. */
  const everyFault = async (
    faults: readonly Fault[],
    look: (fault: Fault, outcome: 'killed' | { code: string | null }) => void,
  ) => {
    const queue = faults.values();
    const worker = async (bench: Bench) => {
      for (const fault of queue) {
        reset(bench);
        look(fault, await carryOutApart(bench, scenario, fault));
        await checkAfter(bench, fault);
      }
    };
    await Promise.all(benches.map(worker));
  };

  it('killed at any fault point leaves a sound office and no false copy', {
    timeout: timeFor(600_000),
  }, async () => {
    const points = await pointsOf(scenario);
    expect(points.length).toBeGreaterThan(5);
    await everyFault(killingsAt(sampled(points)), (fault, outcome) =>
      expect([fault, outcome]).toEqual([fault, 'killed']),
    );
  });

  it('is refused in plain words where the disk fails at any fault point', {
    timeout: timeFor(600_000),
  }, async () => {
    const said = new Set<string>();
    const faults = sampled(await pointsOf(scenario)).flatMap((point) =>
      (['EIO', 'ENOSPC'] as const).map((action) => ({ ...point, action })),
    );
    await everyFault(faults, (fault, outcome) => {
      const code = outcome === 'killed' ? outcome : outcome.code;
      expect([fault, code]).not.toEqual([fault, 'internal']);
      if (code !== null) said.add(code);
    });
    const sayable = [
      'folder_full',
      'folder_unreachable',
      'medium_full',
      'medium_unreachable',
      'storage_error',
    ];
    for (const code of said) expect([...sayable, 'office_must_reopen']).toContain(code);
    expect(said.size).toBeGreaterThan(1);
  });
});
