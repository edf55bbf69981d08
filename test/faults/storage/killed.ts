import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Runs a scenario in a process of its own that dies at a fault point. Fails where it did not die there. */
export function runUntilKilled(
  scenario: string,
  folder: string,
  point: { name: string; occurrence: number },
  action: 'kill' | 'torn' = 'kill',
): void {
  const { signal, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'run-scenario.ts'), scenario, folder],
    {
      env: { ...process.env, ASHBOOK_FAULT_POINT: `${point.name}:${point.occurrence}:${action}` },
      encoding: 'utf8',
    },
  );
  if (signal !== 'SIGKILL')
    throw new Error(`${scenario} was not killed at ${point.name}: ${stdout}${stderr}`);
}
