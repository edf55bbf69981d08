import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { peakMemory } from './stopwatch.ts';

/**
 * Each runs in a process of its own, so that one does not warm up, or fill the memory of, another; and loads only what it needs,
 * for the same reason.
 */
const phases = {
  seed: async (options: Parameters<typeof import('./seed.ts').seedOffice>[0]) =>
    (await import('./seed.ts')).seedOffice(options),
  desk: async (...given: Parameters<typeof import('./office-work.ts').measureDesk>) =>
    (await import('./office-work.ts')).measureDesk(...given),
  importFile: async (...given: Parameters<typeof import('./import-work.ts').writeImportFile>) =>
    (await import('./import-work.ts')).writeImportFile(...given),
  import: async (...given: Parameters<typeof import('./import-work.ts').measureImport>) =>
    (await import('./import-work.ts')).measureImport(...given),
  provision: async (...given: Parameters<typeof import('./provision-work.ts').measureProvision>) =>
    (await import('./provision-work.ts')).measureProvision(...given),
  destruction: async (...given: Parameters<typeof import('./office-work.ts').measureDestruction>) =>
    (await import('./office-work.ts')).measureDestruction(...given),
  turns: async (...given: Parameters<typeof import('./turn-times.ts').measureTurns>) =>
    (await import('./turn-times.ts')).measureTurns(...given),
  parts: async (officeFolder: string) => (await import('./office-parts.ts')).measureParts(officeFolder),
  sweep: async (...given: Parameters<typeof import('./retention-work.ts').measureSweep>) =>
    (await import('./retention-work.ts')).measureSweep(...given),
  bulk: async (...given: Parameters<typeof import('./retention-work.ts').measureBulk>) =>
    (await import('./retention-work.ts')).measureBulk(...given),
  reports: async (officeFolder: string) => (await import('./report-work.ts')).measureReports(officeFolder),
  log: async (officeFolder: string, entries: number) =>
    (await import('./office-parts.ts')).measureLog(officeFolder, entries),
  window: async (officeFolder: string) => (await import('./cold-start.ts')).openWindowOnce(officeFolder),
  plainDesk: async (path: string, times: number) => {
    const { plainCaptures, plainRead, plainUnlock } = await import('./plain-work.ts');
    return {
      unlock: plainUnlock(path, times),
      call: plainRead(path, times * 10),
      capture: plainCaptures(path, times),
    };
  },
  plainDestruction: async (path: string, unitIds: readonly string[]) => {
    const { plainDestruction } = await import('./plain-work.ts');
    return { ...plainDestruction(path, unitIds), peak: peakMemory() };
  },
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
    child.on('message', (message) => {
      resolve((message as { result: Awaited<ReturnType<Phases[Name]>> }).result);
    });
    child.on('error', reject);
    child.on('exit', () => {
      // The answer may still be on its way when the process is gone; a promise settled already stays as it is.
      const fail = () => reject(new Error(`the phase "${name}" failed`));
      if (child.connected) child.once('disconnect', fail);
      else fail();
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.once('message', (order: PhaseOrder) => {
    const phase = phases[order.name] as (...args: readonly unknown[]) => Promise<unknown>;
    void phase(...order.args).then((result) => {
      process.send?.({ result }, () => process.disconnect());
    });
  });
}
