import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';

/** How long to find out whether the download server can be reached at all, and how long a download may take. */
const reachWaitMs = 2_000;
const fetchWaitMs = 120_000;

/** The path of the Electron program if its runtime is on this computer, else undefined. Looks, and does nothing else. */
export function findElectron(): string | undefined {
  const folder = electronFolder();
  if (folder === undefined || !existsSync(join(folder, 'path.txt'))) return undefined;
  const program = readFileSync(join(folder, 'path.txt'), 'utf8');
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), program);
  return existsSync(path) ? path : undefined;
}

/**
 * Fetches the runtime if its server answers at once, in bounded time; undefined if that does not work.
 *
 * A failure is remembered in `memory` (a file), so that a computer which cannot fetch it does not wait at every start.
 */
export async function fetchElectron(memory: string, onFetch: () => void): Promise<string | undefined> {
  const folder = electronFolder();
  if (folder === undefined || existsSync(memory) || !(await isReachable(downloadHost()))) return undefined;
  onFetch();
  await new Promise<void>((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], {
      stdio: ['ignore', 'ignore', 'ignore'],
      timeout: fetchWaitMs,
    });
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  });
  const found = findElectron();
  if (found === undefined) writeFileSync(memory, '');
  return found;
}

function electronFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    // Installed without development packages.
    return undefined;
  }
}

function downloadHost(): URL {
  return URL.parse(process.env.ELECTRON_MIRROR ?? '') ?? new URL('https://github.com');
}

function isReachable(url: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const port = url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port);
    const socket = connect({ host: url.hostname, port });
    const settle = (reachable: boolean) => {
      clearTimeout(patience);
      socket.destroy();
      resolve(reachable);
    };
    // Of its own, since the socket's time limit starts only when the name has been found.
    const patience = setTimeout(() => settle(false), reachWaitMs);
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
