import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,service,hosts,faults}/**/*.test.{ts,tsx}'],
    // A process each: the records thread loads a native module, and a crash of it must not take other tests along.
    pool: 'forks',
    maxWorkers: 2,
    // Imports `electron`, which the tests of the Electron host replace.
    server: { deps: { inline: ['electron-store'] } },
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
