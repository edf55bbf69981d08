import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Text } from '../../shared/text/messages.ts';

/** No browser was found and none could be installed. `message` is a whole sentence for a person. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser';
}

/**
 * The path of a Chromium, Chrome or Edge on this computer, or undefined.
 *
 * The environment variable ASHBOOK_CHROMIUM comes first and, if set, must name an executable file.
 */
export function findBrowser(): string | undefined {
  const chosen = process.env.ASHBOOK_CHROMIUM;
  if (chosen) return isExecutable(chosen) ? chosen : undefined;
  return usualPlaces().find(isExecutable) ?? playwrightsOwn().find(isExecutable);
}

/**
 * Finds a browser or installs one: Debian's package as root (two minutes at most), otherwise Playwright's own download.
 *
 * `say` gets one line before anything is installed. Throws `NoBrowser` with a sentence if nothing helps.
 */
export async function findOrInstallBrowser(text: Text, say: (line: string) => void): Promise<string> {
  const found = findBrowser();
  if (found) return found;
  const chosen = process.env.ASHBOOK_CHROMIUM;
  if (chosen) throw new NoBrowser(text('host.browser.chosen_missing', { variable: 'ASHBOOK_CHROMIUM' }));

  if (canInstallPackages()) {
    say(text('host.browser.installing_package'));
    await installPackages(['chromium']);
    const installed = findBrowser();
    if (installed) return installed;
  }
  say(text('host.browser.downloading'));
  await run(process.execPath, [playwrightCli(), 'install', 'chromium'], {}, downloadWaitMs);
  const downloaded = findBrowser();
  if (downloaded) return downloaded;
  throw new NoBrowser(text('host.browser.none', { variable: 'ASHBOOK_CHROMIUM' }));
}

const packageWaitMs = 240_000;
const downloadWaitMs = 300_000;

/** Whether this is Debian or one of its children and we are root, so that a package can be installed without a question. */
export function canInstallPackages(): boolean {
  return (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
  );
}

/** Installs Debian packages; says on standard error what apt says. Resolves to whether it worked. */
export async function installPackages(names: readonly string[]): Promise<boolean> {
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  if (!(await run('apt-get', ['-qq', 'update'], environment, packageWaitMs))) return false;
  return run(
    'apt-get',
    ['-qq', 'install', '-y', '--no-install-recommends', ...names],
    environment,
    packageWaitMs,
  );
}

function run(
  command: string,
  args: readonly string[],
  environment: Record<string, string>,
  timeout: number,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      // Nothing may appear on standard output: it can belong to a program that reads it.
      stdio: ['ignore', 2, 2],
      env: { ...process.env, ...environment },
      timeout,
    });
    child.on('error', () => resolve(false));
    child.on('exit', (status) => resolve(status === 0));
  });
}

function playwrightCli(): string {
  return join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
}

function playwrightsOwn(): string[] {
  try {
    // Loaded only when nothing else was found: it takes as long as the rest of the start.
    const playwright: typeof import('playwright-core') = createRequire(import.meta.url)('playwright-core');
    return [playwright.chromium.executablePath()];
  } catch {
    return [];
  }
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    const applications = ['/Applications', join(homedir(), 'Applications')];
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return applications.flatMap((folder) =>
      names.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    );
  }
  if (process.platform === 'win32') {
    const roots = [
      process.env.PROGRAMFILES,
      process.env['PROGRAMFILES(X86)'],
      process.env.LOCALAPPDATA,
    ].filter((root) => root !== undefined);
    const tails = [
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ];
    return roots.flatMap((root) => tails.map((tail) => join(root, ...tail)));
  }
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    '/opt/google/chrome/chrome',
  ];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
