import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One thing that is built: what it is made of, and how. */
interface Target {
  name: 'page' | 'electron' | 'verifier';
  /** Files and folders, relative to the project. */
  inputs: readonly string[];
  /** A file of the result: if it is missing, the target is stale whatever the times say. */
  result: string;
  configs: readonly InlineConfig[];
  /** What is made otherwise than by one build each. */
  make?: () => Promise<void>;
}

const page: Target = {
  name: 'page',
  inputs: ['renderer', 'shared', 'vite.config.ts', 'package-lock.json', 'main/hosts/page-files.ts'],
  result: 'dist/renderer/index.html',
  configs: [{ configFile: join(root, 'vite.config.ts') }],
};

const electron: Target = {
  name: 'electron',
  inputs: ['main', 'shared', 'package-lock.json'],
  result: 'dist/main/electron.js',
  configs: [
    mainBundle(
      {
        electron: 'main/hosts/electron/main.ts',
        worker: 'main/worker.ts',
        'database-copier': 'main/storage/database-copier.ts',
        'password-stretcher': 'main/storage/password-stretcher.ts',
      },
      'es',
    ),
    // A sandboxed preload script is CommonJS and may require nothing but `electron`, so it is a bundle of its own.
    mainBundle({ preload: 'main/hosts/electron/preload.ts' }, 'cjs'),
  ],
};

/** What an office hands over with its certificates; register.verifier answers with it. */
const verifier: Target = {
  name: 'verifier',
  inputs: ['main/hosts/verify', 'main/register', 'shared', 'package-lock.json'],
  result: 'dist/verifier/ashbook-verify.html',
  configs: [],
  make: async () => {
    const { bundleVerifier } = await import('./verify/bundle.ts');
    await bundleVerifier(join(root, 'dist/verifier'));
  },
};

/** Packages stay outside the bundle: electron-builder ships them, and some find their own files next to their code. */
function mainBundle(entries: Record<string, string>, format: 'es' | 'cjs'): InlineConfig {
  return {
    configFile: false,
    root,
    publicDir: false,
    build: {
      ssr: true,
      target: 'node24',
      outDir: 'dist/main',
      emptyOutDir: false,
      rollupOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
        output: {
          format,
          // All in one folder: the bridge looks for the worker beside itself, whichever chunk it ends up in.
          entryFileNames: format === 'es' ? '[name].js' : '[name].cjs',
          chunkFileNames: format === 'es' ? '[name]-[hash].js' : '[name]-[hash].cjs',
        },
      },
    },
  };
}

export interface BuildOptions {
  /** Also the bundles the electron host runs from. */
  electron: boolean;
  /** Only this one. */
  only?: Target['name'];
  /** Called with the name of a target just before it is built. */
  onBuild?: (name: Target['name']) => void;
}

/** Builds what is older than what it is made of. Rejects with Vite's error if something does not build. */
export async function buildStale(options: BuildOptions): Promise<void> {
  for (const target of options.electron ? [page, verifier, electron] : [page, verifier]) {
    if (options.only !== undefined && options.only !== target.name) continue;
    if (!isStale(target)) continue;
    options.onBuild?.(target.name);
    const { build } = await import('vite');
    // Taken before building: what is edited meanwhile is newer than the stamp and is built again the next time.
    const startedAt = newestTime(target.inputs.map((path) => join(root, path)));
    rmSync(stampOf(target), { force: true });
    if (target.name === 'electron') rmSync(join(root, 'dist/main'), { recursive: true, force: true });
    for (const config of target.configs) await build({ ...config, logLevel: 'warn' });
    await target.make?.();
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(stampOf(target), '');
    utimesSync(stampOf(target), startedAt, startedAt);
  }
}

function stampOf(target: Target): string {
  return join(root, 'dist', `${target.name}.built`);
}

function isStale(target: Target): boolean {
  if (!existsSync(join(root, target.result)) || !existsSync(stampOf(target))) return true;
  const newest = newestTime(target.inputs.map((path) => join(root, path)));
  // A file system may keep coarser times than the ones read from another.
  return newest.getTime() - statSync(stampOf(target)).mtime.getTime() > 1;
}

/** The latest change of these files and folders; a folder's own time tells that something in it was added or removed. */
function newestTime(paths: readonly string[]): Date {
  let newest = new Date(0);
  for (const path of paths) {
    const { mtime } = statSync(path);
    if (mtime > newest) newest = mtime;
    if (!statSync(path).isDirectory()) continue;
    const inside = newestTime(readdirSync(path).map((name) => join(path, name)));
    if (inside > newest) newest = inside;
  }
  return newest;
}
