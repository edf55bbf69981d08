import { buildStale } from './build.ts';

/** `npm run build`: the page, and with `--all` also the bundles for Electron. */
await buildStale({
  electron: process.argv.includes('--all'),
  onBuild: (name) => console.log(`Building: ${name}`),
});
