import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RecordsRefused, startBridge } from '../../main/bridge.ts';
import { armFault } from '../../main/storage/fault-point.ts';
import { migrations } from '../../main/storage/migrations/index.ts';
import { readMarker, withChecksum } from '../../main/storage/office-folder.ts';
import { errorCodes } from '../../shared/contract/error-codes.ts';
import { errorsMessages } from '../../shared/text/errors.ts';
import { emptyTestOffice, foundation, openTestOffice, staff, type TestOffice } from '../fixtures/office.ts';
import { filesOf, writtenIn } from '../fixtures/written.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(async () => {
  armFault(undefined);
  await office.remove();
});

/** The code with which the records thread refuses to start, as a host hears it; the folder must not change by it. */
async function codeAtStart(folder: string): Promise<string> {
  const before = filesOf(office.parent);
  try {
    await (await startBridge({ dataFolder: folder })).close();
    return 'started';
  } catch (error) {
    if (!(error instanceof RecordsRefused)) throw error;
    expect(errorCodes).toContain(error.error.code);
    expect(error.error.key).toBe(`error.${error.error.code}`);
    expect(errorsMessages).toHaveProperty([error.error.key]);
    return error.error.code;
  } finally {
    expect(filesOf(office.parent)).toEqual(before);
  }
}

describe('a data folder is refused in its own words, and untouched', () => {
  it('when it is somebody else’s', async () => {
    const theirs = join(office.parent, 'photographs');
    mkdirSync(theirs);
    writeFileSync(join(theirs, 'summer.jpg'), 'pixels');
    expect(await codeAtStart(theirs)).toBe('folder_not_ours');
    writeFileSync(join(theirs, 'office.json'), '{"name":"another program"}');
    expect(await codeAtStart(theirs)).toBe('folder_not_ours');
    expect(await codeAtStart(join(theirs, 'summer.jpg'))).toBe('folder_not_ours');
  });

  it('when there is nowhere to put it', async () => {
    expect(await codeAtStart(join(office.parent, 'missing', 'office'))).toBe('folder_unreachable');
  });

  it('when it is from a newer version', async () => {
    const marker = readMarker(office.folder);
    writeFileSync(join(office.folder, 'office.json'), withChecksum({ ...marker, formatVersion: 99 }));
    expect(await codeAtStart(office.folder)).toBe('folder_newer_version');
  });

  it.each([
    [
      'changed',
      (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace('"aegis"', '"other"')),
    ],
    ['missing', (path: string) => unlinkSync(path)],
  ])(
    'but where its own file is %s the copy counts, and where both are the application comes up, to say so',
    async (_, damage) => {
      await office.restart();
      damage(join(office.folder, 'office.json'));
      await office.as('clerk').call('office.home', {});
      await office.restart();
      for (const name of ['office.json', 'office.copy.json']) damage(join(office.folder, name));
      expect(await codeAtStart(office.folder)).toBe('started');
      const { state } = await office.call('office.status', {});
      expect(state).toBe('damaged');
      const { signInName, password } = staff.clerk;
      expect((await office.refused('office.signIn', { signInName, password })).code).toBe('folder_damaged');
      expect((await office.refused('office.create', foundation)).code).toBe('folder_damaged');
      await office.call('office.setPreferences', { language: 'ko', theme: 'dark' });
      expect((await office.call('office.status', {})).preferences).toEqual({ language: 'ko', theme: 'dark' });
    },
  );

  it('when another process has it open, and no longer once that is gone', async () => {
    const other = await openElsewhere(office.folder);
    const { signInName, password } = staff.clerk;
    await expect(startBridge({ dataFolder: office.folder })).rejects.toMatchObject({
      error: { code: 'folder_in_use' },
    });
    other.kill('SIGKILL');
    await new Promise((resolve) => other.once('exit', resolve));
    expect(await office.call('office.signIn', { signInName, password })).toMatchObject({ state: 'open' });
  });

  it('when it cannot be written to', async () => {
    // The administrator of a computer may write anywhere, so the records thread is started as somebody else.
    const nobody = 65_534;
    const own = (path: string) => process.getuid?.() === 0 && chownSync(path, nobody, nobody);
    for (const name of readdirSync(office.parent, { recursive: true, encoding: 'utf8' })) {
      const path = join(office.parent, name);
      own(path);
      chmodSync(path, statSync(path).isDirectory() ? 0o555 : 0o444);
    }
    chmodSync(office.parent, 0o755);
    const before = filesOf(office.parent);
    expect(await startAs(nobody, office.folder)).toBe('folder_read_only');
    expect(filesOf(office.parent)).toEqual(before);
    for (const name of ['office', 'office/holders']) chmodSync(join(office.parent, name), 0o755);
  });
});

describe('a database from a newer version', () => {
  it('is refused when somebody signs in, and left as it is', async () => {
    await office.as('clerk').call('office.home', {});
    office.storage.database.version = migrations.length + 1;
    await office.restart();
    const before = Object.keys(filesOf(office.folder));
    const { signInName, password } = staff.clerk;
    expect(await office.refused('office.signIn', { signInName, password })).toMatchObject({
      code: 'folder_newer_version',
      params: { found: migrations.length + 1, known: migrations.length },
    });
    expect((await office.call('office.status', {})).state).toBe('signed_out');
    expect(Object.keys(filesOf(office.folder))).toEqual(before);
  });
});

describe('a new office', () => {
  it('has every migration of this release, one after another from an empty database', async () => {
    const fresh = emptyTestOffice();
    await fresh.call('office.create', foundation);
    const { database } = fresh.storage;
    expect(database.version).toBe(migrations.length);
    expect(migrations.map((migration) => migration.number)).toEqual(migrations.map((_, index) => index + 1));
    expect(database.integrityComplaints()).toEqual([]);
    expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
    const tables = database.all<{ name: string; strict: number }>(
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
    );
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter((table) => table.strict !== 1)).toEqual([]);
    await fresh.remove();
  });

  it.each([
    ['ENOSPC', 'folder_full'],
    ['EROFS', 'folder_read_only'],
    ['EIO', 'folder_unreachable'],
  ] as const)('that meets %s is answered with %s, and the next attempt succeeds', async (action, code) => {
    const fresh = emptyTestOffice();
    armFault({ name: 'root_slot.write', occurrence: 1, action });
    expect(await fresh.refused('office.create', foundation)).toMatchObject({ code, key: `error.${code}` });
    expect((await fresh.call('office.status', {})).state).toBe('empty');
    expect(await fresh.call('office.create', foundation)).toMatchObject({ state: 'open' });
    await fresh.remove();
  });
});

describe('a disk that fills up while an office is open', () => {
  it('is said so, nothing is half written, and work goes on once there is room', async () => {
    const desk = office.as('reviewer');
    const rule = {
      content: {
        name: { en: 'Visitor cards', ko: '방문증' },
        trigger: 'collected' as const,
        period: 'P6M',
        basis: { en: 'Office decision', ko: '내부 결정' },
        obligedByLaw: false,
        lawEdition: { en: '2026', ko: '2026년' },
        effectiveFrom: '2026-01-01',
        source: 'office_rule' as const,
      },
    };
    await desk.call('office.home', {});
    const before = writtenIn(office);
    armFault({ name: 'records.commit', occurrence: 1, action: 'ENOSPC' });
    expect((await desk.refused('retention.addRule', rule)).code).toBe('folder_full');
    expect(writtenIn(office)).toEqual(before);
    await desk.call('retention.addRule', rule);
    expect(await office.as('auditor').call('register.verifyAuditLog', {})).toMatchObject({ result: 'pass' });
  });
});

/** Another process that has signed in. */
function openElsewhere(folder: string) {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../main/hosts/stdio/main.ts'), '--data', folder],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const { signInName, password } = staff.reviewer;
  child.stdin.write(
    `${JSON.stringify({ id: 1, channel: 'office.signIn', input: { signInName, password } })}\n`,
  );
  return new Promise<typeof child>((resolve, reject) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.includes('"id":1,"ok":true')) resolve(child);
    });
    child.once('exit', (status) => reject(new Error(`ended with ${status}: ${output}`)));
  });
}

/** The code a records thread started by another user of the computer is refused with. */
async function startAs(user: number, folder: string): Promise<string> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'start-as-somebody-else.ts'), folder, String(user)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await new Promise((resolve) => child.once('close', resolve));
  return output.trim();
}
