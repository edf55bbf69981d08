import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { canInstallPackages, findOrInstallBrowser, installPackages } from '../main/hosts/browser.ts';
import { buildStale } from '../main/hosts/build.ts';
import { hostText } from '../main/hosts/host-text.ts';
import { runChecks } from './check-steps.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Counts {
  passed: number;
  failed: number;
}

const reports = mkdtempSync(join(tmpdir(), 'ashbook-test-reports-'));

/** What independent tools say of our documents: the program that is looked for, and its package. */
const documentTools = [
  ['pdftotext', 'poppler-utils'],
  ['qpdf', 'qpdf'],
  ['zbarimg', 'zbar-tools'],
] as const;

/** The tests need a browser, and those that check documents need other people's programs for it. */
async function installTools(): Promise<void> {
  await findOrInstallBrowser(hostText(), console.log);
  const missing = documentTools.filter(
    ([program]) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error !== undefined,
  );
  if (missing.length === 0 || !canInstallPackages()) return;
  const packages = missing.map(([, name]) => name);
  console.log(`Installing for the tests of documents: ${packages.join(', ')}.`);
  await installPackages(packages);
}

async function checks(): Promise<Counts> {
  const results = await runChecks(console.log);
  const failed = results.filter(({ passed }) => !passed).length;
  return { passed: results.length - failed, failed };
}

/** Both builds, also where Electron cannot run: that its bundles can be made is worth knowing everywhere. */
async function builds(): Promise<Counts> {
  try {
    await buildStale({ electron: true });
    console.log('passed  build');
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.log('FAILED  build');
    console.log(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

const vitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
});

async function vitest(): Promise<Counts> {
  const file = join(reports, 'vitest.json');
  const status = await runCli('vitest', 'vitest.mjs', [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return readCounts(status, () => {
    const report = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  });
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

async function playwright(): Promise<Counts> {
  const file = join(reports, 'playwright.json');
  const status = await runCli('playwright', 'cli.js', ['test', '--reporter=line,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  return readCounts(status, () => {
    const { stats } = playwrightReport.parse(JSON.parse(readFileSync(file, 'utf8')));
    if (stats.flaky > 0)
      console.log(`${stats.flaky} of the window's tests needed a second try (named above).`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  });
}

/** A runner that failed without a failed test (a file that does not load, say) counts as one failure. */
function readCounts(status: number, read: () => Counts): Counts {
  try {
    const counts = read();
    return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch (error) {
    console.log('The report of this run could not be read:', error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

function runCli(
  name: string,
  program: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<number> {
  const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  const child = spawn(process.execPath, [join(folder, program), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (status) => resolve(status ?? 1));
  });
}

// `npm test`: the checks, the build, Vitest and Playwright. The last line counts every check and every test.
try {
  await installTools();
  const counts = [await checks(), await builds(), await vitest(), await playwright()];
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(`${passed} passed, ${failed} failed`);
} finally {
  rmSync(reports, { recursive: true });
}
