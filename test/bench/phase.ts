import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openWindowOnce } from './cold-start.ts';
import { measureDesk, measureDestruction, measureParts } from './office-work.ts';
import { plainCaptures, plainDestruction, plainRead, plainUnlock } from './plain-work.ts';
import { seedOffice } from './seed.ts';
import { peakMemory } from './stopwatch.ts';

/** Each runs in a process of its own, so that one does not warm up, or fill the memory of, another. */
const phases = {
  seed: seedOffice,
  desk: measureDesk,
  destruction: measureDestruction,
  parts: measureParts,
  window: openWindowOnce,
  plainDesk: (path: string, times: number) => ({
    unlock: plainUnlock(path, times),
    call: plainRead(path, times * 10),
    capture: plainCaptures(path, times),
  }),
  plainDestruction: (path: string, unitIds: readonly string[]) => ({
    total: plainDestruction(path, unitIds),
    peak: peakMemory(),
  }),
};

type Phases = typeof phases;
type PhaseName = keyof Phases;

interface PhaseOrder {
  readonly name: PhaseName;
  readonly args: readonly unknown[];
}

/** Runs one phase in another process and answers what it found. */
export function runPhase<Name extends PhaseName>(
  name: Name,
  ...args: Parameters<Phases[Name]>
): Promise<Awaited<ReturnType<Phases[Name]>>> {
  const child = fork(fileURLToPath(import.meta.url), { stdio: ['ignore', 2, 2, 'ipc'] });
  const order: PhaseOrder = { name, args };
  child.send(order);
  return new Promise((resolve, reject) => {
    let found: { result: Awaited<ReturnType<Phases[Name]>> } | undefined;
    child.on('message', (message) => {
      found = message as { result: Awaited<ReturnType<Phases[Name]>> };
    });
    child.on('error', reject);
    child.on('exit', () =>
      found === undefined ? reject(new Error(`the phase "${name}" failed`)) : resolve(found.result),
    );
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.once('message', (order: PhaseOrder) => {
    const phase = phases[order.name] as (...args: readonly unknown[]) => unknown;
    void Promise.resolve(phase(...order.args)).then((result) => {
      process.send?.({ result }, () => process.disconnect());
    });
  });
}
