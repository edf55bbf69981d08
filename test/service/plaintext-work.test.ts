import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readMarker } from '../../main/storage/office-folder.ts';
import { findHolderByName } from '../../main/storage/password-holder.ts';
import { membershipForm } from '../fixtures/consent.ts';
import { openTestOffice, staff, type TestOffice } from '../fixtures/office.ts';
import { namelessFilesOf, OpenText } from '../fixtures/open-text.ts';
import { StdioOffice } from '../fixtures/stdio-office.ts';

/**
 * Work that needs more room than it is given memory for: imports, a change of key, a copy, sorts, VACUUM, and a process that dies in
 * the middle of an import. Looked at again and again while it lasts.
 */
const mark = 'Qvothmarker';
const people = Array.from({ length: 700 }, (_, place) => ({
  name: `표식사람${place} ${mark}`,
  telephone: `010-7391-${String(1000 + place)}`,
  email: `marker${place}.qvoth@example.org`,
  note: `violet zeppelin at noon ${place}`,
}));
const text = new OpenText(['표식사람', mark, '010-7391-', '.qvoth@example.org', 'violet zeppelin']);

let office: TestOffice;
let surroundings: string;
let env: Record<string, string>;
let program: StdioOffice;
beforeEach(async () => {
  office = await openTestOffice();
  surroundings = mkdtempSync(join(tmpdir(), 'ashbook-surroundings-'));
  for (const name of ['temporary', 'home', 'backups', 'source']) mkdirSync(join(surroundings, name));
  const temporary = join(surroundings, 'temporary');
  env = { TMPDIR: temporary, SQLITE_TMPDIR: temporary, HOME: join(surroundings, 'home') };
  program = new StdioOffice(office.folder, { env });
  await program.confirmDate();
});
afterEach(async () => {
  program.child.kill('SIGKILL');
  await office.remove();
  rmSync(surroundings, { recursive: true, force: true });
});

/** Everywhere but in the file that is imported, which is the office's own concern and entered among the known copies. */
function found(): string[] {
  const folders = ['temporary', 'home', 'backups'].map((name) => join(surroundings, name));
  return [
    ...text.inFolders([office.parent, ...folders]),
    ...text.in('standard error', Buffer.from(program.errors)),
  ];
}

/** Looks for as long as the work lasts; answers what lay open at any time, once each, and how often it was looked. */
async function watched<Result>(work: Promise<Result>) {
  const open = new Set<string>();
  let looks = 0;
  let isOver = false;
  const ended = work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    for (const where of found()) open.add(where);
    for (const file of namelessFilesOf(program.child.pid ?? 0)) {
      // The records under the key of before, which are given back to the disk in pieces.
      if (file !== `${join(office.folder, 'records.db')} (deleted)`) open.add(file);
    }
    looks += 1;
    await pause(10);
  }
  for (const where of found()) open.add(where);
  return { result: await ended, open: [...open], looks };
}

async function prepareImport(from: number, to: number) {
  await program.signIn('reviewer');
  const { rules } = await program.call('retention.listRules', {});
  const content = membershipForm(rules[0]?.ruleId ?? '');
  const { formVersionId } = await program.call('collection.publishForm', { formId: null, content });
  await program.signIn('clerk');
  const path = join(surroundings, 'source', `members-${from}.csv`);
  const rows = people
    .slice(from, to)
    .map(({ name, telephone, email, note }) => `${name},${telephone},${email},${note}`);
  writeFileSync(path, `이름,휴대전화,전자우편,메모\n${rows.join('\n')}\n`);
  const { importId } = await program.call('collection.openImport', { path });
  await program.call('collection.readImport', { importId, encoding: null, delimiter: null, sheet: null });
  const suggested = await program.call('collection.suggestImport', {
    importId,
    formVersionId,
    language: 'ko',
  });
  const codes = ['name', 'telephone', 'email', 'request_note'];
  const plan = {
    ...suggested.plan,
    columns: codes.map((itemCode) => ({ to: 'item' as const, itemCode })),
    givenOn: '2026-05-04',
    way: 'paper' as const,
    answers: content.purposes.map(({ id: purposeId }) => ({ purposeId, answer: 'given' as const })),
  };
  const report = await program.call('collection.checkImport', { importId, plan });
  const leftOut = report.bad + report.known + report.repeated + report.already;
  expect(leftOut).toBe(0);
  return { importId, plan, leftOut, sourceWhere: 'a stick' };
}

const peopleFound = async () =>
  (await program.call('collection.listPeople', { search: mark, limit: 1, offset: 0 })).total;

it('nothing lies open during a big import, a change of key and a backup, nor after a crash in an import', async () => {
  const first = await watched(program.call('collection.runImport', await prepareImport(0, 400)));
  expect(first.open).toEqual([]);
  expect(first.looks).toBeGreaterThan(1);
  expect(first.result.people).toBe(400);

  await program.signIn('administrator');
  expect((await watched(program.call('office.changeDatabaseKey', {}))).open).toEqual([]);
  const folder = join(surroundings, 'backups');
  expect((await watched(program.call('office.backUp', { folder }))).open).toEqual([]);

  const second = await prepareImport(400, 700);
  const isInTheMiddle = new Promise<void>((resolve) => {
    program.onEvent = (event) => {
      if (event.event === 'progress' && event.step === 'import_keep' && event.done > 0) resolve();
    };
  });
  const ended = new Promise((resolve) => program.child.once('close', resolve));
  void program.answer('collection.runImport', second);
  await isInTheMiddle;
  program.child.kill('SIGKILL');
  await ended;
  expect(found()).toEqual([]);
  program = new StdioOffice(office.folder, { env });
  await program.signIn('clerk');
  // Of the second file nothing was kept, and of the first everything.
  expect(await peopleFound()).toBe(400);
  expect(await program.end()).toBe(0);
  expect(found()).toEqual([]);
  // What lay open would have been found.
  const planted = join(surroundings, 'temporary', 'planted');
  writeFileSync(planted, `xx${people[450]?.note}`);
  expect(found()).toEqual([`violet zeppelin in ${planted}`]);
});

it.runIf(existsSync('/proc/self/fd'))(
  'SQLite sorts and writes anew in memory, not in files without a name',
  async () => {
    await program.call('collection.runImport', await prepareImport(0, 300));
    expect(await program.end()).toBe(0);
    const holderId = findHolderByName(office.folder, readMarker(office.folder), staff.clerk.signInName) ?? '';
    const spilled = async (...args: string[]) => {
      const child = spawn(process.execPath, [join(import.meta.dirname, 'sort-spills.ts'), ...args], {
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (part: string) => {
        said += part;
      });
      const ended = new Promise((resolve) => child.once('close', resolve));
      const seen = new Set<string>();
      while (child.exitCode === null && child.signalCode === null) {
        for (const file of namelessFilesOf(child.pid ?? 0)) {
          if (file.startsWith(surroundings)) seen.add(file);
        }
        for (const where of found()) seen.add(where);
        await pause(1);
      }
      await ended;
      expect(said).toBe('begun\nfinished\n');
      return [...seen];
    };
    expect(await spilled('office', office.folder, holderId, staff.clerk.password)).toEqual([]);
    // The same work where SQLite is left alone, on words in clear: it is seen, both by its files and by what is in them.
    const alone = await spilled('alone', join(surroundings, 'temporary'), '', mark);
    expect(alone.filter((file) => file.endsWith(' (deleted)')).length).toBeGreaterThan(0);
    expect(alone.filter((where) => where.startsWith(`${mark} in `)).length).toBeGreaterThan(0);
  },
);
