import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

// The layers are kept by biome.json. Here the very same configuration judges snippets in a folder of their own.
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ashbook-test-lint-'));
cpSync(join(root, 'test/lint'), join(folder, 'test/lint'), { recursive: true });
writeFileSync(
  join(folder, 'biome.json'),
  readFileSync(join(root, 'biome.json'), 'utf8').replace(/"\$schema": "[^"]*",/, ''),
);
afterAll(() => rmSync(folder, { recursive: true }));

interface Diagnostic {
  category: string;
}

/** The rules that a file with this text, at this place, breaks. */
function broken(path: string, text: string): string[] {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${text}\n`);
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    ['lint', '--vcs-enabled=false', '--reporter=json', path],
    { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' },
  );
  rmSync(file);
  const { diagnostics }: { diagnostics: Diagnostic[] } = JSON.parse(stdout);
  return diagnostics.map(({ category }) => category);
}

const restricted = 'lint/style/noRestrictedImports';

describe('imports that cross a boundary', () => {
  test.each([
    ['shared/domain/rule.ts', '../../main/dispatch.ts'],
    ['shared/domain/rule.ts', '../../renderer/app/call.ts'],
    ['shared/domain/rule.ts', '../../test/fixtures/office.ts'],
    ['shared/domain/rule.ts', 'node:fs'],
    ['shared/domain/rule.ts', 'node:fs/promises'],
    ['shared/domain/rule.ts', 'react'],
    ['shared/domain/rule.ts', '@tanstack/react-query'],
    ['shared/domain/rule.ts', 'better-sqlite3'],
    ['renderer/office/home.tsx', '../../main/dispatch.ts'],
    ['renderer/office/home.tsx', '../../test/fixtures/office.ts'],
    ['renderer/office/home.tsx', 'node:path'],
    ['renderer/office/home.tsx', 'node:fs/promises'],
    ['renderer/office/home.tsx', 'electron'],
    ['main/office/users.ts', '../../renderer/app/call.ts'],
    ['main/office/users.ts', '../hosts/browser.ts'],
    ['main/office/users.ts', 'electron'],
    ['main/office/users.ts', 'electron-store'],
    ['main/office/users.ts', 'node:crypto'],
    ['main/office/users.ts', 'better-sqlite3'],
    ['main/office/users.ts', 'playwright-core'],
    ['main/storage/vault.ts', '../hosts/browser.ts'],
    ['main/storage/vault.ts', 'electron'],
    ['main/hosts/chromium/open.ts', 'electron'],
    ['main/hosts/chromium/open.ts', '../../../renderer/app/call.ts'],
    ['main/hosts/start.ts', 'node:crypto'],
    ['main/hosts/start.ts', 'better-sqlite3'],
    ['main/hosts/electron/main.ts', 'node:crypto'],
    ['main/hosts/electron/main.ts', 'better-sqlite3'],
    ['main/hosts/electron/main.ts', '../../storage/vault.ts'],
    ['main/hosts/electron/main.ts', '../../../renderer/app/call.ts'],
  ])('%s must not import %s', (path, imported) => {
    expect(broken(path, `import { thing } from '${imported}';\nthing();`)).toContain(restricted);
    expect(broken(path, `import type { Thing } from '${imported}';\nexport type Other = Thing;`)).toContain(
      restricted,
    );
  });

  test('a re-export and a dynamic import are imports too', () => {
    expect(broken('shared/a.ts', "export * from '../main/dispatch.ts';")).toContain(restricted);
    expect(broken('renderer/a.ts', "export const a = await import('../main/dispatch.ts');")).toContain(
      restricted,
    );
  });
});

describe('imports that stay inside', () => {
  test.each([
    ['shared/domain/rule.ts', 'zod'],
    ['shared/domain/rule.ts', 'temporal-polyfill'],
    ['shared/domain/rule.ts', '@formatjs/intl'],
    ['shared/domain/rule.ts', './other.ts'],
    ['shared/domain/rule.ts', '../contract/answer.ts'],
    ['renderer/office/home.tsx', '../../shared/contract/answer.ts'],
    ['renderer/office/home.tsx', 'react'],
    ['renderer/index.tsx', './app/main.tsx'],
    ['main/office/users.ts', '../../shared/contract/answer.ts'],
    ['main/office/users.ts', '../storage/database.ts'],
    ['main/storage/vault.ts', 'node:crypto'],
    ['main/storage/vault.ts', 'better-sqlite3'],
    ['main/hosts/chromium/open.ts', 'playwright-core'],
    ['main/hosts/electron/main.ts', 'electron'],
    ['test/unit/vault.test.ts', '../../main/storage/vault.ts'],
    ['test/unit/vault.test.ts', 'node:crypto'],
  ])('%s may import %s', (path, imported) => {
    expect(broken(path, `import { thing } from '${imported}';\nthing();`)).toEqual([]);
  });
});

describe('time and randomness of the computer', () => {
  test.each([
    'Date.now()',
    'new Date()',
    'Math.random()',
    'Temporal.Now.instant()',
    'Temporal.Now.zonedDateTimeISO("UTC")',
  ])('%s is read in the clock, the storage and the hosts only', (use) => {
    const text = `export const value = ${use};`;
    for (const path of ['main/office/users.ts', 'shared/domain/rule.ts', 'renderer/office/home.tsx']) {
      expect(broken(path, text), path).toContain('plugin');
    }
    for (const path of ['main/clock.ts', 'main/worker.ts', 'main/storage/vault.ts', 'main/hosts/start.ts']) {
      expect(broken(path, text), path).toEqual([]);
    }
  });

  test('a date made from a given instant is not the computer’s time', () => {
    expect(broken('shared/domain/rule.ts', 'export const value = new Date(0);')).toEqual([]);
  });
});

test('the project itself keeps its boundaries', () => {
  expect(() =>
    execFileSync(
      join(root, 'node_modules/.bin/biome'),
      ['lint', '--only=style/noRestrictedImports', '--only=plugin', 'main', 'shared', 'renderer'],
      { cwd: root, stdio: 'pipe', shell: process.platform === 'win32' },
    ),
  ).not.toThrow();
});
