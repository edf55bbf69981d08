// Runs a program of the project on the Node.js it needs. This file is plain JavaScript so that any Node.js can run it:
// an older one would stop at the first `.ts` file, or crash in the SQLite driver, instead of saying what to do.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Node-API 10 is what the SQLite driver is built against; types are stripped by default since Node.js 22.18. */
function isNewEnough() {
  return Number(process.versions.napi) >= 10 && Boolean(process.features.typescript);
}

function projectNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return fileURLToPath(new URL(`../../node_modules/node/bin/${name}`, import.meta.url));
}

const program = process.argv[2];
if (program === undefined) {
  console.error('Say which program to run: node main/hosts/launch.mjs main/hosts/start.ts');
  process.exitCode = 2;
} else if (isNewEnough()) {
  process.argv.splice(1, 2, resolve(program));
  await import(pathToFileURL(resolve(program)).href);
} else if (existsSync(projectNode()) && process.execPath !== projectNode()) {
  const child = spawn(projectNode(), process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (status, signal) => {
    process.exitCode = status ?? (signal === 'SIGINT' ? 130 : 143);
  });
} else {
  const korean = new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('ko');
  console.error(
    korean
      ? `Ashbook에는 Node.js 24가 필요합니다(현재 ${process.version}). Node.js 24를 설치하거나 \`npm ci\`를 다시 실행하세요.`
      : `Ashbook needs Node.js 24; this is ${process.version}. Install Node.js 24, or run \`npm ci\` again.`,
  );
  process.exitCode = 1;
}
