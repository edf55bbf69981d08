import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface StepResult {
  name: string;
  passed: boolean;
  seconds: number;
  /** What the tool printed, to be shown if it did not pass. */
  output: string;
}

interface Step {
  name: string;
  /** A program of `node_modules/.bin` and its arguments. */
  command: readonly [string, ...string[]];
}

const steps: readonly Step[] = [
  // Format, lint rules and the import boundaries between the layers.
  { name: 'format, lint and import boundaries', command: ['biome', 'check', '--error-on-warnings'] },
  { name: 'types of main, shared and test', command: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'types of renderer', command: ['tsc', '-p', 'renderer/tsconfig.json'] },
  // Types are left out: the contract exports the type of every schema for whoever needs it next.
  {
    name: 'unused files, exports and dependencies',
    command: ['knip', '--exclude', 'types', '--no-config-hints'],
  },
];

/** Runs every static check and says each result as soon as it is known. */
export async function runChecks(say: (line: string) => void): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    const result = await runStep(step);
    results.push(result);
    say(`${result.passed ? 'passed' : 'FAILED'}  ${step.name} (${result.seconds.toFixed(1)} s)`);
    if (!result.passed) say(result.output.trimEnd());
  }
  return results;
}

function runStep({ name, command: [program, ...args] }: Step): Promise<StepResult> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules', '.bin', program), args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      // On Windows the programs are `.cmd` files, which only a shell starts.
      shell: process.platform === 'win32',
    });
    let output = '';
    const collect = (text: string) => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    const finish = (passed: boolean) =>
      resolve({ name, passed, seconds: (performance.now() - startedAt) / 1000, output });
    child.on('error', (error) => {
      collect(error.message);
      finish(false);
    });
    child.on('close', (status) => finish(status === 0));
  });
}
