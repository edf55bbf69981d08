import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cipher, keyOpens } from '../../../main/storage/database.ts';
import { rewriteDatabase, rotateDatabaseKey } from '../../../main/storage/database-rewrite.ts';
import { changeEpoch } from '../../../main/storage/epoch-change.ts';
import { armFault } from '../../../main/storage/fault-point.ts';
import { refusalFromSystemError } from '../../../main/storage/folder-refusal.ts';
import { listFolder } from '../../../main/storage/office-folder.ts';
import type { OfficeStorage } from '../../../main/storage/office-storage.ts';
import type { WorkAside } from '../../../main/storage/work-aside.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { makeOffice, reopen, temporaryFolder } from './office-fixture.ts';

let place: ReturnType<typeof temporaryFolder>;
let office: OfficeStorage;

/** Every kind of table and of change that a copy could miss. */
async function officeWithTables(cipher: Cipher): Promise<OfficeStorage> {
  place = temporaryFolder();
  const made = await makeOffice(place.folder, { cipher });
  made.database.exec(`
    CREATE TABLE parent (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
    CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id TEXT NOT NULL REFERENCES parent (id) ON DELETE CASCADE) STRICT;
    CREATE TABLE pair (a TEXT NOT NULL, b INTEGER NOT NULL, body TEXT, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;
    CREATE TABLE counted (number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE heap (body TEXT) STRICT;
    CREATE INDEX parent_by_body ON parent (body);
    CREATE TABLE sealed_off (id TEXT PRIMARY KEY) STRICT;
    INSERT INTO sealed_off VALUES ('kept');
    CREATE TRIGGER sealed_off_is_not_deleted BEFORE DELETE ON sealed_off BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    CREATE TRIGGER parent_is_heard_of AFTER INSERT ON parent BEGIN INSERT INTO heap VALUES ('heard ' || NEW.id); END;
  `);
  made.database.transaction(() => {
    for (let number = 0; number < 300; number += 1) {
      made.database.run('INSERT INTO parent VALUES (?, ?)', [`p${number}`, 'x'.repeat(number)]);
      made.database.run('INSERT INTO child (parent_id) VALUES (?)', [`p${number}`]);
      made.database.run('INSERT INTO pair VALUES (?, ?, ?)', [`a${number % 7}`, number, null]);
      made.database.run('INSERT INTO counted (name) VALUES (?)', [`n${number}`]);
    }
  });
  return made;
}

/** Everything in the database, as text. */
function everything({ database }: OfficeStorage): Record<string, string[]> {
  const tables = database.all<{ name: string; wr: number }>(
    "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name <> 'sqlite_schema' ORDER BY name",
  );
  return Object.fromEntries(
    tables.map(({ name, wr }) => [
      name,
      database
        .all(`SELECT ${wr === 1 ? '' : 'rowid AS place,'} * FROM main."${name}"`)
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
}

/** Work during which somebody writes whenever a table has been copied. */
function withOthers(write: (time: number) => void): WorkAside {
  let times = 0;
  return {
    progress: () => {
      write(times);
      times += 1;
    },
    aside: (work) => work(() => undefined),
  };
}

function changeEverything(time: number): void {
  const { database } = office;
  database.transaction(() => {
    database.run('INSERT INTO parent VALUES (?, ?)', [`new${time}`, 'written meanwhile']);
    database.run("UPDATE parent SET body = 'changed', id = ? WHERE id = ?", [`q${time}`, `new${time}`]);
    database.run('DELETE FROM parent WHERE id = ?', [`p${time}`]);
    database.run('UPDATE pair SET b = b + 10000 WHERE b = ?', [time]);
    database.run('DELETE FROM pair WHERE b = ?', [time + 100]);
    database.run("INSERT OR REPLACE INTO pair VALUES ('a0', 7, 'replaced')");
    // The row of that name goes, and its number with it.
    database.run('INSERT OR REPLACE INTO counted (name) VALUES (?)', [`n${time}`]);
    database.run('INSERT INTO heap VALUES (?)', [`heap ${time}`]);
    database.run('UPDATE child SET parent_id = ? WHERE parent_id = ?', [`p${time + 50}`, `p${time + 60}`]);
    database.run('INSERT OR IGNORE INTO sealed_off VALUES (?)', [`sealed${time}`]);
  });
  try {
    database.transaction(() => {
      database.run('DELETE FROM parent');
      throw new Error('taken back');
    });
  } catch {
    // What was taken back must not be missing from the copy.
  }
}

afterEach(() => {
  armFault(undefined);
  office.close();
  place.remove();
});

describe.each(['aegis', 'sqlcipher'] as const)('under %s', (cipher) => {
  beforeEach(async () => {
    office = await officeWithTables(cipher);
  });

  it('the records come over whole, with everything that others wrote meanwhile', async () => {
    let last: Record<string, string[]> = {};
    const { supersededDatabaseKey } = await rotateDatabaseKey(
      office,
      withOthers((time) => {
        changeEverything(time);
        last = everything(office);
      }),
    );
    expect(everything(office)).toEqual({ ...last, vault_state: everything(office).vault_state });
    expect(office.database.integrityComplaints()).toEqual([]);
    expect(office.database.all('PRAGMA foreign_key_check')).toEqual([]);
    expect(office.database.version).toBe(1);
    expect(() => office.database.run('DELETE FROM sealed_off')).toThrow('append-only');
    expect(office.database.value('PRAGMA foreign_keys')).toBe(1);
    expect(keyOpens(office.layout.records, supersededDatabaseKey, cipher)).toBe(false);
    // Nothing notes any more, and the counter goes on where it was.
    const before = office.database.value<number>("SELECT seq FROM sqlite_sequence WHERE name = 'counted'");
    office.database.run("INSERT INTO counted (name) VALUES ('after')");
    expect(office.database.value("SELECT number FROM counted WHERE name = 'after'")).toBe((before ?? 0) + 1);
    expect(office.database.all('SELECT name FROM temp.sqlite_master')).toEqual([]);
    const all = everything(office);
    office.close();
    office = await reopen(place.folder);
    expect(office.resumed).toEqual([]);
    expect(everything(office)).toEqual(all);
  });
});

describe('stopped in the middle', () => {
  beforeEach(async () => {
    office = await officeWithTables('aegis');
    changeEpoch(office, { addDatabaseKey: true });
  });

  const isLeftAsItWas = () => {
    expect(existsSync(office.layout.recordsNext)).toBe(false);
    expect(office.database.all('SELECT name FROM temp.sqlite_master')).toEqual([]);
    expect(office.database.value('PRAGMA foreign_keys')).toBe(1);
    changeEverything(90);
  };

  it('because the office is being closed, it has changed nothing, and can be begun again', async () => {
    let asked = 0;
    const stopping: WorkAside = {
      progress: () => undefined,
      aside: (work) =>
        work(() => {
          asked += 1;
          if (asked === 5) throw new Refusal('work_interrupted');
        }),
    };
    const before = everything(office);
    await expect(rewriteDatabase(office, stopping)).rejects.toThrow('work_interrupted');
    expect(everything(office)).toEqual(before);
    isLeftAsItWas();
    await rotateDatabaseKey(office, withOthers(changeEverything));
    expect(office.database.integrityComplaints()).toEqual([]);
  });

  it.each([
    ['records_next.create', 1],
    ['records_next.copy', 1],
    ['records_next.flush', 1],
    ['records_next.flush', 2],
  ] as const)('by a full disk at %s (%i), it leaves the office as it was', async (name, occurrence) => {
    armFault({ name, occurrence, action: 'ENOSPC' });
    const others = withOthers(changeEverything);
    await expect(rewriteDatabase(office, others)).rejects.toSatisfy(
      (error) => refusalFromSystemError(error)?.code === 'folder_full',
    );
    isLeftAsItWas();
  });

  it('after the file had been exchanged, it only drops the old key', async () => {
    await rewriteDatabase(
      office,
      withOthers(() => undefined),
    );
    const { supersededDatabaseKey } = await rotateDatabaseKey(
      office,
      withOthers(() => undefined),
    );
    expect(keyOpens(office.layout.records, supersededDatabaseKey, 'aegis')).toBe(false);
    expect(listFolder(place.folder).filter((file) => file.role === 'records_next')).toEqual([]);
  });
});
