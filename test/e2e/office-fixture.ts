import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, _electron as electron, expect, type Page } from 'playwright/test';
import { findBrowser } from '../../main/hosts/browser.ts';
import { openChromiumHost } from '../../main/hosts/chromium/open.ts';
import { findElectron } from '../../main/hosts/electron-runtime.ts';
import type { Answer } from '../../shared/contract/answer.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What an office a test opens is like. */
export interface OfficeOptions {
  /** Fills the data folder before the application opens it. */
  prepare?: (dataFolder: string) => Promise<void>;
  /** Whether the sign-in page shows the users of a made-up office. */
  demo?: boolean;
  /** The UTC instant (ISO 8601) at which the office's clock starts. Chromium host only. */
  clock?: string;
  /** A made-up picture instead of a camera. Chromium host only. */
  camera?: boolean;
  viewport?: { width: number; height: number };
}

interface OfficeFixtures {
  /** Set with `test.use({ officeOptions: { ... } })`. Default: an empty folder, so that the first run is shown. */
  officeOptions: OfficeOptions;
  /** A new folder for each test, removed afterwards. */
  dataFolder: string;
  /** The application's window, on the data folder. */
  page: Page;
  /** One call to the records thread, by the way the page itself takes. */
  call: (channel: string, input: unknown) => Promise<Answer>;
  /** What the page reported as errors. The test fails unless this is empty at its end; a test that expects some takes them out. */
  consoleErrors: string[];
}

/** Playwright's `test` with the application open. One office, one window and one records thread for each test. */
export const test = base.extend<OfficeFixtures>({
  officeOptions: [{}, { option: true }],

  dataFolder: async ({ officeOptions }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'ashbook-e2e-office-'));
    try {
      await officeOptions.prepare?.(folder);
      await use(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },

  consoleErrors: async ({ officeOptions: _options }, use) => {
    const errors: string[] = [];
    await use(errors);
    expect(errors, 'The page reported errors.').toEqual([]);
  },

  page: async ({ officeOptions, dataFolder, consoleErrors }, use) => {
    const onPage = (page: Page) => {
      page.on('pageerror', (error) => consoleErrors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') consoleErrors.push(message.text());
      });
    };
    const office = await openOffice(dataFolder, officeOptions, onPage);
    await use(office.page);
    await office.close();
  },

  call: async ({ page }, use) => {
    await use((channel, input) =>
      page.evaluate(([name, value]) => window.ashbook.call(name, value), [channel, input] as const),
    );
  },
});

export { expect };

interface OpenOffice {
  page: Page;
  close(): Promise<void>;
}

const electronProgram = findElectron();
// Said by the process that hands out the tests, not again by each that runs them.
if (process.env.TEST_WORKER_INDEX === undefined) {
  console.log(`End-to-end tests run in the ${electronProgram ? 'electron' : 'chromium'} host.`);
}

/** Opens the application as a person would: in Electron where its runtime is, otherwise in Chromium without a window. */
function openOffice(
  dataFolder: string,
  options: OfficeOptions,
  onPage: (page: Page) => void,
): Promise<OpenOffice> {
  return electronProgram && options.clock === undefined
    ? openInElectron(electronProgram, dataFolder, options, onPage)
    : openInChromium(dataFolder, options, onPage);
}

async function openInChromium(
  dataFolder: string,
  options: OfficeOptions,
  onPage: (page: Page) => void,
): Promise<OpenOffice> {
  const browserPath = findBrowser();
  if (!browserPath) throw new Error('These tests need a Chromium; `npm test` installs one.');
  const host = await openChromiumHost({
    dataFolder,
    headless: true,
    browserPath,
    demo: options.demo ?? false,
    viewport: options.viewport ?? { width: 1280, height: 800 },
    ...(options.clock === undefined ? {} : { clockForTests: options.clock }),
    cameraForTests: options.camera ?? false,
    onPage,
  });
  return { page: host.page, close: () => host.close() };
}

async function openInElectron(
  program: string,
  dataFolder: string,
  options: OfficeOptions,
  onPage: (page: Page) => void,
): Promise<OpenOffice> {
  const profile = mkdtempSync(join(tmpdir(), 'ashbook-e2e-electron-'));
  const application = await electron.launch({
    executablePath: program,
    args: [
      root,
      `--data=${dataFolder}`,
      `--user-data-dir=${profile}`,
      ...(options.demo ? ['--demo'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const page = await application.firstWindow();
  onPage(page);
  await page.setViewportSize(options.viewport ?? { width: 1280, height: 800 });
  return {
    page,
    async close() {
      await application.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
