import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../../main/hosts/browser.ts';
import { openChromiumHost } from '../../main/hosts/chromium/open.ts';

/** From starting the process to its first line of output: what a script or a person waits for. Milliseconds. */
function untilFirstLine(program: string, args: readonly string[], input: string): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(new URL(program, import.meta.url)), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let took: number | undefined;
    child.stdout.once('data', () => {
      took = performance.now() - startedAt;
      child.stdin.end();
    });
    child.on('error', reject);
    child.on('exit', () => (took === undefined ? reject(new Error('it said nothing')) : resolve(took)));
    child.stdin.write(input);
  });
}

/** The stdio host, from nothing to the state of the office: what a sign-in page needs to know. */
export function coldStartStdio(officeFolder: string): Promise<number> {
  const status = JSON.stringify({ id: 1, channel: 'office.status', input: {} });
  return untilFirstLine('../../main/hosts/stdio/main.ts', ['--data', officeFolder], `${status}\n`);
}

/** A Node.js process that opens the plain database and reads one row. */
export function coldStartPlain(plainPath: string): Promise<number> {
  return untilFirstLine('./plain-start.ts', [plainPath], '');
}

export interface WindowMoments {
  /** Milliseconds since 1970, as `Date.now()`. */
  readonly firstPaint: number;
  readonly heading: number;
}

/** The Chromium host without a window: when the first text was painted, and when the sign-in page was there. */
export async function openWindowOnce(officeFolder: string): Promise<WindowMoments> {
  const browserPath = findBrowser();
  if (browserPath === undefined) throw new Error('there is no Chromium here; `npm test` installs one');
  const host = await openChromiumHost({ dataFolder: officeFolder, headless: true, browserPath });
  try {
    await host.page.getByRole('textbox').first().waitFor();
    const heading = Date.now();
    const firstPaint = await host.page.evaluate(
      () =>
        performance.timeOrigin +
        (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN),
    );
    return { firstPaint, heading };
  } finally {
    await host.close();
  }
}
