import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyOfOffice, type TestOffice } from '../fixtures/office.ts';
import {
  type FaultPoint,
  type PreparedOffice,
  pointsOfExecution,
  prepareApprovedOrder,
  untouchedOrDestroyed,
} from './executed-office.ts';
import { carryOutOpenOrder } from './open-order.ts';
import { timeFor } from './sampled.ts';

let prepared: PreparedOffice;
let points: FaultPoint[];
// Compiled once for all the processes that are about to be killed.
const compileCache = mkdtempSync(join(tmpdir(), 'ashbook-compiled-'));
beforeAll(async () => {
  prepared = await prepareApprovedOrder();
  points = await pointsOfExecution(prepared.parent);
});
afterAll(async () => {
  rmSync(compileCache, { recursive: true, force: true });
  await prepared.remove();
});

type Killing = FaultPoint & { readonly action: 'kill' | 'torn' };

/** Carries out the order in a process of its own, which must die at the point. */
async function killAt(office: TestOffice, { name, occurrence, action }: Killing): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'carry-out-order.ts'), office.parent], {
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: compileCache,
      ASHBOOK_FAULT_POINT: `${name}:${occurrence}:${action}`,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const signal = await new Promise((resolve) => child.once('close', (_, by) => resolve(by)));
  if (signal !== 'SIGKILL') throw new Error(`not killed at ${name} (${occurrence}): ${errors}`);
}

/** Two at a time: as many as the smallest computer these tests run on has cores. */
async function twoAtATime<Task, Result>(
  tasks: readonly Task[],
  run: (task: Task) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = tasks.entries();
  const worker = async () => {
    for (const [index, task] of queue) results[index] = await run(task);
  };
  await Promise.all([worker(), worker()]);
  return results;
}

async function outcomeAfter(killings: readonly Killing[]): Promise<'untouched' | 'destroyed'> {
  const office = copyOfOffice(prepared.parent);
  const said = killings
    .map(({ name, occurrence, action }) => `${action} at ${name} (${occurrence})`)
    .join(', ');
  try {
    for (const killing of killings) await killAt(office, killing);
    return await untouchedOrDestroyed(office, prepared);
  } catch (error) {
    throw new Error(`after ${said}`, { cause: error });
  } finally {
    await office.remove();
  }
}

it('an execution killed anywhere has happened wholly or not at all', {
  timeout: timeFor(240_000),
}, async () => {
  expect(points.length).toBeGreaterThan(40);
  const outcomes = await twoAtATime(points, (point) => outcomeAfter([{ ...point, action: 'kill' }]));
  const untouched = outcomes.filter((outcome) => outcome === 'untouched').length;
  // One moment divides them: the commit of the written intent.
  expect(outcomes).toEqual([
    ...Array(untouched).fill('untouched'),
    ...Array(points.length - untouched).fill('destroyed'),
  ]);
  expect(points[untouched - 1]?.name).toBe('records.commit');
  expect(untouched).toBeLessThan(points.length / 3);
});

it('a write torn in the middle changes nothing about that', { timeout: timeFor(120_000) }, async () => {
  const torn = points.filter(
    (point) => /\.(write|append|overwrite)$/.test(point.name) && point.occurrence <= 2,
  );
  expect(torn.length).toBeGreaterThan(4);
  const outcomes = await twoAtATime(torn, (point) => outcomeAfter([{ ...point, action: 'torn' }]));
  expect(outcomes).toContain('destroyed');
});

it('resuming may itself be killed', { timeout: timeFor(120_000) }, async () => {
  const first: Killing = { name: 'root_slot.0.flush', occurrence: 1, action: 'kill' };
  const again: Killing[] = [
    { name: 'records.commit', occurrence: 3, action: 'kill' },
    { name: 'vault.write', occurrence: 1, action: 'torn' },
    { name: 'records.compact', occurrence: 1, action: 'kill' },
    { name: 'records.rekeyed', occurrence: 1, action: 'kill' },
    { name: 'vault.remove_unlink', occurrence: 2, action: 'kill' },
  ];
  const outcomes = await twoAtATime(again, (second) => outcomeAfter([first, second, second]));
  expect(outcomes).toEqual(again.map(() => 'destroyed'));
});

it('an order that was not begun can be carried out afterwards', async () => {
  const office = copyOfOffice(prepared.parent);
  await killAt(office, { name: 'records.commit', occurrence: 1, action: 'kill' });
  await carryOutOpenOrder(office);
  expect(await untouchedOrDestroyed(office, prepared)).toBe('destroyed');
  await office.remove();
});
