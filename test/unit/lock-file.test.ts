import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

test('the lock file lists the packages of every platform, not only of the one it was written on', () => {
  const url = new URL('../../package-lock.json', import.meta.url);
  const { packages } = lockFile.parse(JSON.parse(readFileSync(url, 'utf8')));
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter((name) => !isInstalledFor(path, name)),
  );
  // Otherwise `npm ci` of npm 11 refuses the file, and on the platforms left out the tools have no program to run.
  expect(missing).toEqual([]);

  /** Node's own search: beside the package, then beside each package around it. */
  function isInstalledFor(path: string, name: string): boolean {
    const around = path.split('/node_modules/');
    return (
      around.some((_, depth) => {
        const base = around.slice(0, around.length - depth).join('/node_modules/');
        return `${base === '' ? '' : `${base}/`}node_modules/${name}` in packages;
      }) || `node_modules/${name}` in packages
    );
  }
});
