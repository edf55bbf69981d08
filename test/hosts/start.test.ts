import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readHostArguments } from '../../main/hosts/arguments.ts';
import { applicationDataFolder } from '../../main/hosts/data-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function launch(program: string, args: string[], environment: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, ['main/hosts/launch.mjs', program, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'en_US.UTF-8', ...environment },
  });
}

test('without a display, start says so in one sentence and names what to run instead', () => {
  if (process.platform !== 'linux') return;
  const { status, stdout, stderr } = launch('main/hosts/start.ts', [], { DISPLAY: '', WAYLAND_DISPLAY: '' });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('no display');
  expect(stderr).toContain('npm run demo -- --out DIR');
  expect(stderr).toContain('npm run --silent stdio -- --data DIR');
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('a wrong option is one sentence, in the language of the computer', () => {
  const english = launch('main/hosts/start.ts', ['--port']);
  expect(english.status).toBe(2);
  expect(english.stderr).toMatch(/^The option --port is not known\..*\n$/);
  const korean = launch('main/hosts/start.ts', ['--port'], { LANG: 'ko_KR.UTF-8', LC_ALL: 'ko_KR.UTF-8' });
  expect(korean.stderr).toMatch(/^--port 옵션은 사용할 수 없습니다\..*\n$/);
});

test('the launcher runs a program with its own arguments and says when there is none', () => {
  expect(launch('main/hosts/stdio/main.ts', []).status).toBe(2);
  const nothing = spawnSync(process.execPath, ['main/hosts/launch.mjs'], { cwd: root, encoding: 'utf8' });
  expect(nothing.status).toBe(2);
  expect(nothing.stderr.trim().split('\n')).toHaveLength(1);
});

test('options are read in any order, and the folder becomes absolute', () => {
  expect(readHostArguments([])).toEqual({ demo: false, headless: false });
  expect(readHostArguments(['--headless', '--data=/a/../b', '--demo'])).toEqual({
    dataFolder: '/b',
    demo: true,
    headless: true,
  });
});

test.each([['--data'], ['--data', '--demo'], ['--demo=yes'], ['office'], ['-x'], ['--data=']])(
  '%j is refused',
  (...args) => {
    expect(() => readHostArguments(args)).toThrow();
  },
);

test('the office lies where the platform keeps the data of applications', () => {
  expect(applicationDataFolder('win32', { APPDATA: 'C:\\Users\\a\\AppData\\Roaming' })).toBe(
    'C:\\Users\\a\\AppData\\Roaming',
  );
  expect(applicationDataFolder('darwin', {})).toMatch(/Library\/Application Support$/);
  expect(applicationDataFolder('linux', { XDG_DATA_HOME: '/data' })).toBe('/data');
  expect(applicationDataFolder('linux', {})).toMatch(/\.local\/share$/);
});
