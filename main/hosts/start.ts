import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Text } from '../../shared/text/messages.ts';
import { RecordsRefused } from '../bridge.ts';
import { BadOption, type HostArguments, readHostArguments } from './arguments.ts';
import { findOrInstallBrowser, NoBrowser } from './browser.ts';
import { buildStale } from './build.ts';
import { defaultDataFolder } from './data-folder.ts';
import { fetchElectron, findElectron } from './electron-runtime.ts';
import { hostText } from './host-text.ts';
import { sentenceOf } from './sentence.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** How many made-up people a demonstration office has, and what the same office is made from every time. */
const demoOffice = { people: 120, seed: 1, destroy: 'some' } as const;

process.exitCode = await start(process.argv.slice(2), hostText());

/** `npm start`. Resolves to the exit status when the window has been closed; everything it says is one plain line. */
async function start(args: readonly string[], text: Text): Promise<number> {
  let options: HostArguments;
  try {
    options = readHostArguments(args);
  } catch (error) {
    if (!(error instanceof BadOption)) throw error;
    console.error(
      text('host.start.bad_option', { option: error.option, known: '--data DIR, --demo, --headless' }),
    );
    return 2;
  }
  if (!options.headless && !hasDisplay()) {
    console.error(text('host.start.no_display'));
    return 1;
  }

  const electron = options.headless
    ? undefined
    : (findElectron() ??
      (await fetchElectron(join(root, 'dist', 'electron.unavailable'), () =>
        console.log(text('host.start.fetching_electron')),
      )));
  await buildStale({
    electron: electron !== undefined,
    onBuild: () => console.log(text('host.start.building')),
  });

  const office = await chooseOffice(options, text);
  try {
    return electron === undefined
      ? await runChromium(office.folder, options, text)
      : await runElectron(electron, office.folder, options.demo);
  } finally {
    office.release();
  }
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

interface Office {
  folder: string;
  /** Removes what was made for this start only. */
  release(): void;
}

/** The folder that was asked for or the usual one; for `--demo` a new made-up office, kept only if its folder was named. */
async function chooseOffice(options: HostArguments, text: Text): Promise<Office> {
  if (!options.demo) return { folder: options.dataFolder ?? defaultDataFolder(), release: () => undefined };
  const folder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'ashbook-demo-'));
  const release = () => {
    if (options.dataFolder === undefined) rmSync(folder, { recursive: true, force: true });
  };
  try {
    console.log(text('host.start.demo_preparing'));
    const { createDemoOffice } = await import('./demo/demo-office.ts');
    const { officeFolder } = await createDemoOffice(folder, demoOffice);
    return { folder: officeFolder, release };
  } catch (error) {
    release();
    throw error;
  }
}

async function runChromium(dataFolder: string, options: HostArguments, text: Text): Promise<number> {
  const { openChromiumHost } = await import('./chromium/open.ts');
  try {
    const browserPath = await findOrInstallBrowser(text, (line) => console.log(line));
    if (!options.headless) {
      console.log(text('host.start.chromium', { browser: basename(browserPath, '.exe') }));
    }
    const host = await openChromiumHost({
      dataFolder,
      demo: options.demo,
      headless: options.headless,
      browserPath,
    });
    const leave = () => void host.close();
    process.once('SIGINT', leave);
    process.once('SIGTERM', leave);
    process.once('SIGHUP', leave);
    await host.closed;
    return 0;
  } catch (error) {
    if (error instanceof NoBrowser) console.error(error.message);
    else if (error instanceof RecordsRefused) console.error(sentenceOf(error.error, text));
    else {
      console.error(text('host.start.window_failed'));
      console.error(error instanceof Error ? error.message : error);
    }
    return 1;
  }
}

function runElectron(program: string, dataFolder: string, demo: boolean): Promise<number> {
  // As root, in a container, Chromium refuses to start with its sandbox.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [root, `--data=${dataFolder}`, ...(demo ? ['--demo'] : []), ...asRoot], {
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status) => resolve(status ?? 1));
  });
}
