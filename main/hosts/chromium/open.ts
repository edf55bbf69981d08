import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Frame, type Page, type Route } from 'playwright-core';
import type { RecordsEvent } from '../../../shared/contract/answer.ts';
import { showsCameraScreen } from '../../../shared/contract/window.ts';
import { type Bridge, type BridgeOptions, startBridge } from '../../bridge.ts';
import { answerPageCall } from '../page-call.ts';
import { type PageFiles, readPageFiles } from '../page-files.ts';
import { bindingName, eventName, installPageApi } from './page-api.ts';
import { createProfileFolder, removeProfileFolder } from './profile-folder.ts';

/** No such host exists (RFC 6761 reserves `.invalid`): every request to it is answered from memory, none can leave. */
export const pageOrigin = 'https://ashbook.invalid';

export interface ChromiumHostOptions extends BridgeOptions {
  /** The program to open the window with: see `findBrowser`. */
  browserPath: string;
  /** No window, for tests. Default: a window. */
  headless?: boolean;
  /** The built page. Default: `dist/renderer`. */
  pageFolder?: string;
  /** Size of the page in CSS pixels, for tests. Default: as large as the window. */
  viewport?: { width: number; height: number };
  /** A picture that the browser makes up instead of a camera, for tests. */
  cameraForTests?: boolean;
  /** Called with the page before anything is loaded into it, for tests that listen to all of it. */
  onPage?: (page: Page) => void;
}

export interface ChromiumHost {
  page: Page;
  bridge: Bridge;
  /** Resolves once the window is closed, the records thread has ended and the profile is gone. */
  closed: Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the application in a Chromium window, talking to it through a pipe: there is no listening socket.
 *
 * Rejects with `RecordsRefused` if the data folder is refused, or with Playwright's error if the browser does not start.
 */
export async function openChromiumHost(options: ChromiumHostOptions): Promise<ChromiumHost> {
  const files = readPageFiles(
    options.pageFolder ?? fileURLToPath(new URL('../../../dist/renderer', import.meta.url)),
  );
  const [started, opened] = await Promise.allSettled([startBridge(options), openWindow(options)]);
  if (started.status === 'rejected' || opened.status === 'rejected') {
    if (started.status === 'fulfilled') await started.value.close();
    if (opened.status === 'fulfilled') await opened.value.close();
    throw started.status === 'rejected'
      ? started.reason
      : opened.status === 'rejected'
        ? opened.reason
        : null;
  }
  const bridge = started.value;
  const window = opened.value;
  const { context, page } = window;

  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()))
    .then(() => Promise.all([bridge.close(), window.close()]))
    .then(() => undefined);
  // Closing the window is how a person leaves; a crashed page leaves too, since what it showed is gone.
  page.once('close', () => void window.close());
  page.once('crash', () => void window.close());

  await answerFromMemory(context, files);
  await keepOnePage(context, page);
  await grant(context, false);
  letCameraBeUsed(context, page);
  await context.exposeBinding(bindingName, async ({ page: sender, frame }, message: unknown) =>
    JSON.stringify(await answerPageCall(bridge, sender === page && isOurPage(page, frame), message)),
  );
  await context.addInitScript(installPageApi, { bindingName, eventName });
  bridge.on((event) => void tellPage(page, event));
  options.onPage?.(page);
  await page.goto(`${pageOrigin}/`, { waitUntil: 'commit' });

  return {
    page,
    bridge,
    closed,
    async close() {
      await window.close();
      await closed;
    },
  };
}

interface Window {
  context: BrowserContext;
  page: Page;
  close(): Promise<void>;
}

/**
 * Opens an empty off-the-record window: an ordinary one would write what is typed into fields to its session files.
 *
 * With a window it is the browser's own off-the-record profile in app mode (no address bar, no tabs), which asks where to save
 * a download. Without one, tests need to get at downloads, and only a context made by Playwright hands them over.
 */
async function openWindow(options: ChromiumHostOptions): Promise<Window> {
  const launch = {
    executablePath: options.browserPath,
    headless: options.headless ?? false,
    // The browser refuses to sandbox as root, which happens in containers only.
    chromiumSandbox: process.getuid?.() !== 0,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
  // Left alone, Playwright would fix these instead of following the computer.
  const appearance = {
    viewport: options.viewport ?? null,
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    contrast: null,
    serviceWorkers: 'block',
  } as const;

  if (options.headless) {
    const browser = await chromium.launch({
      ...launch,
      args: options.cameraForTests
        ? [...browserArguments, '--use-fake-device-for-media-stream']
        : browserArguments,
    });
    const context = await browser.newContext(appearance);
    const page = await context.newPage();
    return { context, page, close: once(() => browser.close()) };
  }

  const folder = createProfileFolder();
  try {
    const context = await chromium.launchPersistentContext(folder, {
      ...launch,
      ...appearance,
      args: [
        ...browserArguments,
        '--incognito',
        '--app=data:text/html,<title>Ashbook</title>',
        '--window-size=1280,860',
      ],
    });
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    const close = once(async () => {
      await context.close();
      removeProfileFolder(folder);
    });
    return { context, page, close };
  } catch (error) {
    removeProfileFolder(folder);
    throw error;
  }
}

const browserArguments = [
  // The browser's own services: nothing it does in the background may leave the computer, and if anything tries, there is
  // no proxy at the end of this line (the port is reserved and closed).
  '--proxy-server=127.0.0.1:1',
  '--proxy-bypass-list=<-loopback>',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  // Caches and reports: no page data on a disk.
  '--disk-cache-dir=/dev/null',
  '--disk-cache-size=1',
  '--media-cache-size=1',
  '--disable-gpu-shader-disk-cache',
  '--disable-breakpad',
  '--disable-crash-reporter',
];

async function answerFromMemory(context: BrowserContext, files: PageFiles): Promise<void> {
  await context.route('**/*', async (route: Route) => {
    const request = route.request();
    const url = new URL(request.url());
    // Aborted, not blocked: a navigation elsewhere then leaves the window on the page it shows.
    if (url.origin !== pageOrigin) return route.abort('aborted');
    const { status, headers, body } = files.answer(url, request.method());
    return route.fulfill({ status, headers, body });
  });
}

/** One window, on our own page: another is closed at once, and a page that was led elsewhere is led back. */
async function keepOnePage(context: BrowserContext, page: Page): Promise<void> {
  for (const other of context.pages()) if (other !== page) await other.close();
  context.on('page', (other) => {
    if (other !== page) void other.close().catch(() => undefined);
  });
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && !isOurPage(page, frame)) {
      void page.goto(`${pageOrigin}/`).catch(() => undefined);
    }
  });
}

/** The camera, while the screen that photographs a document is shown; every other permission is denied all the time. */
function letCameraBeUsed(context: BrowserContext, page: Page): void {
  let isAllowed = false;
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) return;
    const mayBeUsed = isOurPage(page, frame) && showsCameraScreen(frame.url());
    if (mayBeUsed === isAllowed) return;
    isAllowed = mayBeUsed;
    void grant(context, mayBeUsed);
  });
}

/** What our own page may do: have the operating system say what falls due, always; the camera for one screen. */
async function grant(context: BrowserContext, camera: boolean): Promise<void> {
  try {
    // The browser takes all of them back at once.
    if (!camera) await context.clearPermissions();
    const permissions = camera ? ['notifications', 'camera'] : ['notifications'];
    await context.grantPermissions(permissions, { origin: pageOrigin });
  } catch {
    // The window is being closed.
  }
}

/** Whether a message comes from the window's own top frame showing our own page. */
function isOurPage(page: Page, frame: Frame): boolean {
  return frame === page.mainFrame() && URL.parse(frame.url())?.origin === pageOrigin;
}

/** A page that is just being closed or loaded again does not hear an event, and does not need to. */
async function tellPage(page: Page, event: RecordsEvent): Promise<void> {
  try {
    await page.evaluate(({ name, detail }) => void window.dispatchEvent(new CustomEvent(name, { detail })), {
      name: eventName,
      detail: event,
    });
  } catch {
    return;
  }
}

/** Runs `work` the first time and hands out the same promise afterwards. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
