import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  workers: 2,
  // A busy machine can lose a race once; what fails twice is broken. `npm test` says which needed the second try.
  retries: 1,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  // Nothing of a run stays in the project, and nothing is recorded: an office's pages are no place for pictures by default.
  outputDir: join(tmpdir(), 'ashbook-e2e'),
  use: { trace: 'off', screenshot: 'off', video: 'off' },
});
