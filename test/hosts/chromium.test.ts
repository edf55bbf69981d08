import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findBrowser } from '../../main/hosts/browser.ts';
import { type ChromiumHost, openChromiumHost, pageOrigin } from '../../main/hosts/chromium/open.ts';
import type { RecordsEvent } from '../../shared/contract/answer.ts';
import { createPageFolder } from '../fixtures/page-folder.ts';

const { folder, page: pageFolder } = createPageFolder();
afterAll(() => rmSync(folder, { recursive: true }));

declare global {
  interface Window {
    events: RecordsEvent[];
    ashbookHostCall(message: string): Promise<string>;
  }
}

function open(dataFolder = '/office'): Promise<ChromiumHost> {
  const browserPath = findBrowser();
  if (!browserPath) throw new Error('These tests need a Chromium; `npm test` installs one.');
  return openChromiumHost({
    dataFolder,
    headless: true,
    browserPath,
    pageFolder,
    workerUrl: new URL('../fixtures/fake-records.ts', import.meta.url),
  });
}

let host: ChromiumHost;
beforeAll(async () => {
  host = await open();
  await host.page.waitForSelector('body[data-ready]');
});
afterAll(() => host.close());

test('the page calls the records thread and hears its events', async () => {
  const answer = await host.page.evaluate(() =>
    window.ashbook.call('test.echo', { name: '값', list: [1, null] }),
  );
  expect(answer).toEqual({
    ok: true,
    value: { channel: 'test.echo', input: { name: '값', list: [1, null] }, demo: false },
  });
  await host.page.evaluate(() => window.ashbook.call('test.progress', {}));
  await host.page.waitForFunction(() => window.events.length === 1);
  expect(await host.page.evaluate(() => window.events)).toEqual([
    { event: 'progress', channel: 'test.progress', step: 'one', done: 1, total: 2 },
  ]);
  expect(await host.page.evaluate(() => window.ashbook.host.name)).toBe('chromium');
});

test('the door cannot be replaced by a script of the page', async () => {
  const kept = await host.page.evaluate(() => {
    const before = window.ashbook;
    const attempts = [
      () => Reflect.set(window, 'ashbook', {}),
      () => Reflect.deleteProperty(window, 'ashbook'),
      () => Reflect.set(window.ashbook, 'call', () => 1),
    ];
    return { succeeded: attempts.map((attempt) => attempt()), same: window.ashbook === before };
  });
  expect(kept).toEqual({ succeeded: [false, false, false], same: true });
});

test('a worker and pictures made in memory are allowed', async () => {
  const said = await host.page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const worker = new Worker('/assets/worker.js');
        worker.onmessage = (event) => resolve(event.data);
        worker.onerror = () => reject(new Error('no worker'));
      }),
  );
  expect(said).toBe('from the worker');
});

test('nothing outside the page can be reached, and the window stays on it', async () => {
  const reached = await host.page.evaluate(async () => {
    const attempt = async (work: () => Promise<unknown>) => {
      try {
        await work();
        return 'reached';
      } catch {
        return 'refused';
      }
    };
    return Promise.all([
      attempt(() => fetch('https://example.com/')),
      attempt(() => fetch('http://127.0.0.1:80/')),
      attempt(() => import(/* @vite-ignore */ ['https:', '', 'example.com', 'a.js'].join('/'))),
      attempt(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket('wss://example.com/');
            socket.onopen = resolve;
            socket.onerror = reject;
          }),
      ),
    ]);
  });
  expect(reached).toEqual(['refused', 'refused', 'refused', 'refused']);

  await host.page.evaluate(() => {
    window.location.href = 'https://example.com/';
  });
  await host.page.waitForTimeout(300);
  expect(host.page.url()).toBe(`${pageOrigin}/`);
});

test('inline scripts and styles do not run, a style with the nonce of the page does', async () => {
  const result = await host.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.body.append(script);
    const colour = (nonce: string | undefined) => {
      const style = document.createElement('style');
      if (nonce !== undefined) style.nonce = nonce;
      style.textContent = 'body { color: rgb(1, 2, 3) }';
      document.head.append(style);
      const seen = getComputedStyle(document.body).color;
      style.remove();
      return seen;
    };
    const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;
    return { ran: 'inlineRan' in window, plain: colour(undefined), withNonce: colour(nonce) };
  });
  expect(result).toEqual({ ran: false, plain: 'rgb(0, 0, 0)', withNonce: 'rgb(1, 2, 3)' });
});

test('a frame inside the page gets no door and its messages are refused', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  // The policy forbids frames; an empty one has its parent's origin but is not the top frame.
  const answer = await host.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inside = frame.contentWindow;
    const door = inside !== null && 'ashbook' in inside;
    const send: unknown = inside === null ? undefined : Reflect.get(inside, 'ashbookHostCall');
    if (typeof send !== 'function') return { door, answer: null };
    return { door, answer: JSON.parse(await send(JSON.stringify({ channel: 'test.echo', input: 1 }))) };
  });
  expect(answer.door).toBe(false);
  expect(answer.answer).toMatchObject({ ok: false, error: { code: 'malformed_request' } });
  expect(printed).toHaveBeenCalledOnce();
  printed.mockRestore();
});

test.each(['not json', '{}', '{"channel":1}', 'null'])(
  'a message that is no call (%s) is answered',
  async (message) => {
    const answer = await host.page.evaluate((text) => window.ashbookHostCall(text), message);
    expect(JSON.parse(answer)).toMatchObject({ ok: false, error: { code: 'malformed_request' } });
  },
);

test('another window is closed at once', async () => {
  await host.page.evaluate(() => void window.open('about:blank'));
  await vi.waitFor(() => expect(host.page.context().pages()).toHaveLength(1));
});

test('there is no listening socket', () => {
  const listening = existsSync('/proc/net/tcp') ? listeningInodes() : new Set<string>();
  const ours = descendants(process.pid).flatMap(socketInodes);
  expect(ours.filter((inode) => listening.has(inode))).toEqual([]);
});

test('closing the window ends the records thread', async () => {
  const other = await open();
  await other.page.close();
  await other.closed;
  expect(await other.bridge.stopped).toEqual({ asked: true });
});

test('a refused data folder leaves no browser behind', async () => {
  const before = descendants(process.pid).length;
  await expect(open('/office/refused')).rejects.toMatchObject({ error: { code: 'test_refused' } });
  await vi.waitFor(() => expect(descendants(process.pid).length).toBeLessThanOrEqual(before));
});

function listeningInodes(): Set<string> {
  const rows = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    readFileSync(file, 'utf8').split('\n').slice(1),
  );
  const cells = rows.map((row) => row.trim().split(/\s+/));
  return new Set(cells.filter((cell) => cell[3] === '0A').map((cell) => cell[9] ?? ''));
}

function socketInodes(processId: number): string[] {
  try {
    const links = execFileSync('ls', ['-l', `/proc/${processId}/fd`], { encoding: 'utf8', stdio: 'pipe' });
    return [...links.matchAll(/socket:\[(\d+)\]/g)].map((match) => match[1] ?? '');
  } catch {
    return [];
  }
}

/** The processes this one started, and theirs. Empty where there is no /proc. */
function descendants(processId: number): number[] {
  const parents = new Map<number, number>();
  for (const name of existsSync('/proc') ? readdirSync('/proc') : []) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(join('/proc', name, 'stat'), 'utf8');
      parents.set(Number(name), Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended meanwhile.
    }
  }
  const children = [...parents].filter(([, parent]) => parent === processId).map(([child]) => child);
  return children.flatMap((child) => [child, ...descendants(child)]);
}
