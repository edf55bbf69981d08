import { appendFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { randomBytes } from '../../../main/storage/cryptography.ts';
import { changeEpoch } from '../../../main/storage/epoch-change.ts';
import type { OfficeStorage } from '../../../main/storage/office-storage.ts';
import { slotBytes } from '../../../main/storage/root-slots.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import {
  copyFolder,
  filesBelow,
  insertPerson,
  makeOffice,
  people,
  readPerson,
  reopen,
  temporaryFolder,
} from '../../service/storage/office-fixture.ts';
import { isRefusedLater } from '../../unit/storage/refused.ts';
import { prepareOffice } from './scenario.ts';

const { parent, remove } = temporaryFolder();
const prepared = `${parent}/prepared`;
const folder = `${parent}/office`;
beforeAll(async () => await prepareOffice(prepared));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(remove);

const expectedTexts = ['text of doomed', 'text of journalled', 'text of kept'];

/** The same places every time: a multiplicative generator (Lehmer, 48271 modulo 2^31 - 1). */
function* numbersBelow(limit: number, count: number): Generator<number> {
  for (let drawn = 0, state = 20_261_001; drawn < count; drawn += 1) {
    state = (state * 48_271) % 2_147_483_647;
    yield state % limit;
  }
}

/** Opens and reads everything. 'whole' where all is as it was written, otherwise the refusal that names the damage. */
async function readEverything(): Promise<string> {
  let office: OfficeStorage | undefined;
  try {
    office = await reopen(folder);
    const opened = office;
    if (opened.database.integrityComplaints().length > 0) return 'integrity_check';
    expect(people(opened).map((row) => readPerson(opened, row))).toEqual(expectedTexts);
    expect(opened.holders()).toHaveLength(2);
    return 'whole';
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.params.part ?? ''}`;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)) return 'integrity_check';
    throw error;
  } finally {
    office?.close();
  }
}

function flip(name: string, bit: number): void {
  const bytes = readFileSync(join(folder, name));
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  writeFileSync(join(folder, name), bytes);
}

async function outcomes(
  name: string,
  flips: number,
  firstByte = 0,
  lastByte?: number,
): Promise<Map<string, number>> {
  const size = lastByte ?? readFileSync(join(prepared, name)).length;
  const counts = new Map<string, number>();
  for (const drawn of numbersBelow((size - firstByte) * 8, flips)) {
    copyFolder(prepared, folder);
    flip(name, firstByte * 8 + drawn);
    const outcome = await readEverything();
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return counts;
}

/**
 * The first bytes of the first page are not encrypted: a salt that a raw key does not use, page size, and two bytes that
 * switching to the write-ahead log sets anew. `readEverything` compares all content where it answers 'whole'.
 */
const clearHeaderBytes = 24;

const holderFile = () => `holders/${readdirSync(join(prepared, 'holders'))[0]}`;

describe('a flipped bit', { timeout: 240_000 }, () => {
  it('in the vault is named', async () => {
    expect([...(await outcomes('vault.2', 300)).keys()]).toEqual(['folder_damaged vault']);
  });

  it('in the journal is named, also in its last record', async () => {
    expect([...(await outcomes('vault.2.journal', 300)).keys()]).toEqual(['folder_damaged journal']);
  });

  it('in one root slot is mended from the other', async () => {
    expect([...(await outcomes('root.slot', 150, 0, slotBytes)).keys()]).toEqual(['whole']);
    expect([...(await outcomes('root.slot', 150, slotBytes)).keys()]).toEqual(['whole']);
  });

  it('in both root slots is named', async () => {
    for (const bit of numbersBelow(slotBytes * 8, 100)) {
      copyFolder(prepared, folder);
      flip('root.slot', bit);
      flip('root.slot', slotBytes * 8 + bit);
      expect(await readEverything()).toBe('folder_damaged root_slot');
    }
  });

  it('in the marker is mended from its copy, and in the copy from the marker', async () => {
    expect([...(await outcomes('office.json', 150)).keys()]).toEqual(['whole']);
    expect([...(await outcomes('office.copy.json', 150)).keys()]).toEqual(['whole']);
  });

  it('in the marker and in its copy is named', async () => {
    const size = readFileSync(join(prepared, 'office.json')).length;
    for (const bit of numbersBelow(size * 8, 150)) {
      copyFolder(prepared, folder);
      flip('office.json', bit);
      flip('office.copy.json', (bit * 7) % (size * 8));
      expect(await readEverything()).toBe('folder_damaged marker');
    }
  });

  it('in a holder’s file is named to that holder and keeps nobody else out', async () => {
    const name = holderFile();
    let own = 0;
    for (const bit of numbersBelow(readFileSync(join(prepared, name)).length * 8, 150)) {
      copyFolder(prepared, folder);
      flip(name, bit);
      for (const [secret, who] of [
        ['correct horse battery', 'kim.director'],
        ['choi', 'choi'],
      ] as const) {
        try {
          (await reopen(folder, secret, who)).close();
        } catch (error) {
          own += 1;
          expect(error).toMatchObject({ code: 'folder_damaged', params: { part: 'holder' } });
        }
      }
    }
    expect(own).toBe(150);
  });

  it('in the database is found by opening or by reading', async () => {
    const counts = await outcomes('records.db', 300, clearHeaderBytes);
    expect([...counts.keys()].sort()).toEqual(['folder_damaged records', 'integrity_check']);
  });

  it('in the part of the database that says nothing changes nothing, or is named', async () => {
    const counts = await outcomes('records.db', 100, 0, clearHeaderBytes);
    for (const outcome of counts.keys())
      expect(['whole', 'folder_damaged records', 'integrity_check']).toContain(outcome);
  });
});

describe('a journal', () => {
  const journal = join(folder, 'vault.2.journal');

  it('may end in anything that was never acknowledged', async () => {
    const record = readFileSync(join(prepared, 'vault.2.journal'));
    for (const tail of [
      Buffer.of(0),
      Buffer.alloc(500),
      randomBytes(77),
      record.subarray(0, record.length - 1),
      record,
    ]) {
      copyFolder(prepared, folder);
      appendFileSync(journal, tail);
      const office = await reopen(folder);
      expect(office.resumed).toEqual([{ what: 'journal_tail_cut', count: 1 }]);
      insertPerson(office, 'later');
      office.close();
      const again = await reopen(folder);
      expect(again.resumed).toEqual([]);
      expect(people(again).map((row) => readPerson(again, row))).toHaveLength(4);
      again.close();
    }
  });

  it('cut short by keys that rows depend on is refused, and not touched', async () => {
    for (const size of [0, 1, 50, readFileSync(join(prepared, 'vault.2.journal')).length - 1]) {
      copyFolder(prepared, folder);
      truncateSync(journal, size);
      const refusal = await isRefusedLater(reopen(folder), 'folder_damaged');
      expect(refusal.params).toEqual({ part: 'journal', why: 'keys_missing' });
      expect(readFileSync(journal)).toHaveLength(size);
    }
    copyFolder(prepared, folder);
    rmSync(journal);
    await isRefusedLater(reopen(folder), 'folder_damaged');
  });

  it('damaged before a good record is refused', async () => {
    copyFolder(prepared, folder);
    const office = await reopen(folder);
    office.vault.addDataKeys(3);
    office.vault.addDataKey();
    office.close();
    flip('vault.2.journal', 200);
    const refusal = await isRefusedLater(reopen(folder), 'folder_damaged');
    expect(refusal.params).toEqual({ part: 'journal', why: 'damaged_in_the_middle' });
  });
});

describe('files that were put back', () => {
  it('of an older epoch are refused and not touched', async () => {
    copyFolder(prepared, folder);
    const office = await reopen(folder);
    changeEpoch(office, {
      dropKeyIds: people(office).flatMap((row) => (row.id === 'doomed' ? row.key_id : [])),
    });
    office.close();
    for (const name of ['root.slot', 'vault.2', 'vault.2.journal']) {
      writeFileSync(join(folder, name), readFileSync(join(prepared, name)));
    }
    const before = [...filesBelow(folder).keys()].filter((name) => !name.startsWith('records.db-'));
    const refusal = await isRefusedLater(reopen(folder), 'folder_damaged');
    expect(refusal.params).toEqual({ part: 'vault', why: 'older_than_records' });
    expect([...filesBelow(folder).keys()].filter((name) => !name.startsWith('records.db-'))).toEqual(before);
  });

  it('of another office are refused', async () => {
    const other = `${parent}/other`;
    (await makeOffice(other)).close();
    for (const [name, part] of [
      ['root.slot', 'root_slot'],
      ['vault.1', 'vault'],
      ['records.db', 'records'],
    ] as const) {
      copyFolder(prepared, folder);
      const target = name === 'vault.1' ? 'vault.2' : name;
      writeFileSync(join(folder, target), readFileSync(join(other, name)));
      expect((await isRefusedLater(reopen(folder), 'folder_damaged')).params).toMatchObject({ part });
    }
  });

  it('missing ones are named', async () => {
    for (const [name, part] of [
      ['root.slot', 'root_slot'],
      ['vault.2', 'vault'],
      ['records.db', 'records'],
    ] as const) {
      copyFolder(prepared, folder);
      rmSync(join(folder, name));
      expect((await isRefusedLater(reopen(folder), 'folder_damaged')).params).toEqual({
        part,
        why: 'missing',
      });
      // Nothing was made in its place.
      expect(filesBelow(folder).has(name)).toBe(false);
    }
  });
});
