import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keyOpens } from '../../../main/storage/database.ts';
import { officeLayout } from '../../../main/storage/office-folder.ts';
import {
  copyFolder,
  makeOffice,
  people,
  reopen,
  temporaryFolder,
} from '../../service/storage/office-fixture.ts';

const { parent, remove } = temporaryFolder();
const prepared = `${parent}/prepared`;
const folder = `${parent}/office`;
let firstKey = Buffer.alloc(0);
const rows = 20_000;

beforeAll(async () => {
  const office = await makeOffice(prepared);
  office.database.transaction(() => {
    for (let id = 0; id < rows; id += 1) {
      office.database.run('INSERT INTO person VALUES (?, NULL, ?)', [`person ${id}`, Buffer.alloc(200, id)]);
    }
  });
  firstKey = office.withSecret('databaseKey', (key) => Buffer.from(key));
  office.close();
});
afterAll(remove);

/** Kills a re-keying after `delay` milliseconds from the moment it says it begins. Answers whether it had finished. */
async function killDuringRotation(delay: number): Promise<boolean> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'rotate-when-told.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (data: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), delay);
    said += data.toString('utf8');
  });
  await new Promise((resolve) => child.once('close', resolve));
  return said.includes('finished');
}

it('re-keying killed at 16 moments leaves a database that opens, whole, and ends under one key', {
  timeout: 120_000,
}, async () => {
  let interrupted = 0;
  for (let round = 0; round < 16; round += 1) {
    copyFolder(prepared, folder);
    const finished = await killDuringRotation(round * 8);
    const office = await reopen(folder);
    const rotationFinished = office.resumed.some((work) => work.what === 'database_key_rotation_finished');
    if (rotationFinished) interrupted += 1;
    expect(people(office)).toHaveLength(rows);
    expect(office.database.integrityComplaints()).toEqual([]);
    expect(office.currentVault.content.secrets.has('databaseKeyNext')).toBe(false);
    const { records } = officeLayout(folder);
    const rotated = finished || rotationFinished || office.epoch > 1;
    expect(keyOpens(records, firstKey, 'aegis')).toBe(!rotated);
    expect(office.withSecret('databaseKey', (key) => keyOpens(records, key, 'aegis'))).toBe(true);
    office.close();
  }
  expect(interrupted).toBeGreaterThan(2);
});
